"""Boundaries moved, a quote split, two joined: kept as the user's own, each in one undo."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import BadSpan, NothingToJoin, NotInside, OtherSpeaker, PlaceTaken
from kdcurator.domain.quote import Agreement, Origin, Quote, QuoteFilter
from kdcurator.domain.suggestion import OpenSuggestion
from kdcurator.domain.target import Kept, Selected, Suggested
from kdcurator.services.recutting import parted, together

TEXT = """Lyngsø vælger færre systemer

»Vi køber ikke noget. Vi spørger først 😀«, siger Per Dal, »og så ser vi på det. Det tager tid.«

- Nu går det løs, siger Per Dal.

- Det er for dyrt, mener økonomichef Ida Bro.
"""


@pytest.fixture
def article(bring_in: Callable[..., ArticleId]) -> ArticleId:
    return bring_in(TEXT)


def kept(curator: Curator) -> list[Quote]:
    """Return the saved quotes in the order of the text."""
    found = curator.quotes.list_quotes(QuoteFilter())
    assert curator.upkeep.check().is_ok
    return sorted(found, key=lambda quote: quote.segments[0].span)


def words(quotes: Sequence[Quote]) -> list[list[str]]:
    return [[segment.exact for segment in quote.segments] for quote in quotes]


def open_ones(curator: Curator, article: ArticleId) -> tuple[OpenSuggestion, ...]:
    return curator.reading.open_article(article).suggestions


def at(words: str) -> int:
    return TEXT.index(words)


FIRST, SECOND = "Vi køber ikke noget. Vi spørger først 😀", "og så ser vi på det. Det tager tid."


# Boundaries


def test_moved_quote_is_cut_anew_and_found_by_its_new_words(
    curator: Curator, article: ArticleId
) -> None:
    quote_id = curator.taking.save([Selected(article, ((0, 6),))]).ids[0]
    curator.taking.move(Kept(quote_id), [(7, 13), (14, 20)])
    assert words(kept(curator)) == [["vælger", "færre "]]
    curator.history.undo()
    assert words(kept(curator)) == [["Lyngsø"]]
    with pytest.raises(BadSpan):
        curator.taking.move(Kept(quote_id), [(0, 10**6)])


def test_moved_suggestion_is_the_users_own_quote_and_settled(
    curator: Curator, article: ArticleId
) -> None:
    before = open_ones(curator, article)
    found = before[1]
    start, end = found.quote.segments[0].start, found.quote.segments[-1].end
    taken = curator.taking.move(Suggested(found.id), [(start, end - 4)])
    (quote,) = kept(curator)
    assert (quote.text, quote.origin, quote.speaker) == ("Nu går det", Origin.MANUAL, "Per Dal")
    assert (quote.style, quote.cue) == (found.quote.style, found.quote.cue)
    assert taken.change.details["is_new"]
    assert found not in open_ones(curator, article)
    curator.history.undo()
    assert (open_ones(curator, article), kept(curator)) == (before, [])


def test_corrected_suggestion_is_not_suggested_or_accepted_again(
    curator: Curator, article: ArticleId
) -> None:
    found = open_ones(curator, article)[1]
    start, end = found.quote.segments[0].start, found.quote.segments[-1].end
    curator.taking.move(Suggested(found.id), [(start, end - 4)])
    curator.suggestions.suggest([article])
    curator.suggestions.accept([article])
    curator.suggestions.accept([article])
    assert [quote.text for quote in kept(curator)][1:3] == ["Nu går det", "Det er for dyrt"]


def test_two_quotes_never_stand_in_one_place(curator: Curator, article: ArticleId) -> None:
    curator.taking.save([Selected(article, ((0, 6),))])
    other = curator.taking.save([Selected(article, ((0, 13),))]).ids[0]
    with pytest.raises(PlaceTaken):
        curator.taking.move(Kept(other), [(0, 6)])
    with pytest.raises(PlaceTaken):
        curator.taking.split(Kept(other), 6)
    assert words(kept(curator)) == [["Lyngsø"], ["Lyngsø vælger"]]


def test_corrected_speaker_makes_a_suggestion_the_users_own(
    curator: Curator, article: ArticleId
) -> None:
    one, other, _ = open_ones(curator, article)
    curator.taking.set_speaker([Suggested(one.id)], "Ida Bro")
    curator.taking.set_speaker([Suggested(other.id)], "Per Dal")
    assert [(q.speaker, q.origin) for q in kept(curator)] == [
        ("Ida Bro", Origin.MANUAL),
        ("Per Dal", Origin.SUGGESTED),
    ]


# Split


def test_suggestion_is_split_without_the_white_space_at_the_cut(
    curator: Curator, article: ArticleId
) -> None:
    before = open_ones(curator, article)
    taken = curator.taking.split(Suggested(before[0].id), at(" Vi spørger"))
    first, second = kept(curator)
    assert words([first, second]) == [
        ["Vi køber ikke noget."],
        ["Vi spørger først 😀", SECOND],
    ]
    assert taken.ids == (first.id, second.id)
    assert first.speaker == second.speaker == "Per Dal"
    assert first.origin is second.origin is Origin.MANUAL
    assert open_ones(curator, article) == before[1:]
    curator.history.undo()
    assert (kept(curator), open_ones(curator, article)) == ([], before)
    curator.history.redo()
    assert kept(curator) == [first, second]


@pytest.mark.parametrize("cut", ["«, siger", "siger Per", "Per Dal, »og", "og så"])
def test_split_between_segments_parts_them(curator: Curator, article: ArticleId, cut: str) -> None:
    found = open_ones(curator, article)[0]
    curator.taking.split(Suggested(found.id), at(cut))
    assert words(kept(curator)) == [[FIRST], [SECOND]]


def test_both_parts_keep_what_was_said_of_the_quote_and_the_first_the_note(
    curator: Curator, article: ArticleId
) -> None:
    curator.stories.add_story("Nej", None)
    target = Suggested(open_ones(curator, article)[0].id)
    (quote_id,) = curator.taking.add_tags([target], ["b", "a"]).ids
    quote = [Kept(quote_id)]
    curator.taking.set_note(quote, "ring igen")
    curator.taking.set_agreement(quote, Agreement.BACKGROUND)
    curator.stories.mark_used("Nej", [quote_id])
    curator.taking.split(Kept(quote_id), at("og så"))
    first, second = kept(curator)
    for part in (first, second):
        assert (part.tags, part.used_in) == (("b", "a"), ("Nej",))
        assert part.agreement is Agreement.BACKGROUND
    assert (first.note, second.note) == ("ring igen", None)
    assert len(curator.quotes.list_quotes(QuoteFilter(story="Nej"))) == 2


@pytest.mark.parametrize("cut", ["»Vi køber", "Vi køber", "«\n\n- Nu", "- Nu", "Lyngsø"])
def test_caret_outside_splits_nothing(curator: Curator, article: ArticleId, cut: str) -> None:
    found = open_ones(curator, article)[0]
    with pytest.raises(NotInside):
        curator.taking.split(Suggested(found.id), at(cut))
    assert kept(curator) == []


# Join


def test_suggestion_and_the_next_become_one_quote(curator: Curator, article: ArticleId) -> None:
    before = open_ones(curator, article)
    curator.taking.join(Suggested(before[0].id))
    (quote,) = kept(curator)
    assert words([quote]) == [[FIRST, SECOND, "Nu går det løs"]]
    assert (quote.origin, quote.speaker) == (Origin.MANUAL, "Per Dal")
    assert open_ones(curator, article) == before[2:]
    curator.history.undo()
    assert (kept(curator), open_ones(curator, article)) == ([], before)
    curator.history.redo()
    assert kept(curator) == [quote]


def test_joined_quote_has_tags_notes_and_the_stricter_agreement_of_both(
    curator: Curator, article: ArticleId
) -> None:
    one, other, _ = open_ones(curator, article)
    (first,) = curator.taking.add_tags([Suggested(one.id)], ["a"]).ids
    (second,) = curator.taking.add_tags([Suggested(other.id)], ["b", "a"]).ids
    curator.taking.set_note([Kept(first)], "en")
    curator.taking.set_note([Kept(second)], "to")
    curator.taking.set_agreement([Kept(second)], Agreement.OFF_RECORD)
    curator.taking.join(Kept(first))
    (quote,) = kept(curator)
    assert (quote.id, quote.tags, quote.note) == (first, ("a", "b"), "en\nto")
    assert quote.agreement is Agreement.OFF_RECORD


def test_split_and_joined_it_is_as_it_was(curator: Curator, article: ArticleId) -> None:
    (quote_id,) = curator.taking.save([Suggested(open_ones(curator, article)[0].id)]).ids
    before = words(kept(curator))
    curator.taking.split(Kept(quote_id), at(" Det tager"))
    curator.taking.join(Kept(quote_id))
    assert words(kept(curator)) == before


def test_unknown_speaker_takes_the_other_ones_name(curator: Curator, article: ArticleId) -> None:
    curator.taking.join(Selected(article, ((0, 6),)))
    assert [quote.speaker for quote in kept(curator)] == ["Per Dal"]


def test_another_speaker_or_no_next_quote_is_said_so(curator: Curator, article: ArticleId) -> None:
    _, second, third = open_ones(curator, article)
    with pytest.raises(OtherSpeaker, match="Ida Bro"):
        curator.taking.join(Suggested(second.id))
    with pytest.raises(NothingToJoin):
        curator.taking.join(Suggested(third.id))
    assert kept(curator) == []


# The arithmetic


@given(st.text(alphabet="ab \n😀", min_size=1), st.data())
def test_parts_hold_all_letters_and_no_white_space_at_the_cut(
    text: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(text)))
    try:
        first, second = parted(text, [(0, len(text))], cut)
    except NotInside:
        assert not (text[:cut].strip() and text[cut:].strip())
        return
    cuts = ["".join(text[start:end] for start, end in part) for part in (first, second)]
    assert cuts == [text[:cut].strip(), text[cut:].strip()]
    between = text[first[-1][1] : second[0][0]]
    assert (len(together(text, first, second)) == 1) is ("\n" not in between)

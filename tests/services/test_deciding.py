"""Quotes whose place in a newer version is not sure: what is told of each, and each decision."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.comparison import Doubt
from kdcurator.domain.errors import OtherArticle, PlaceTaken, UnknownQuote
from kdcurator.domain.quote import AnchorState, Quote, QuoteFilter, QuoteId, QuoteRequest, Span
from kdcurator.domain.target import Kept, Selected
from kdcurator.services.arrivals import Arrival, TextToRead
from kdcurator.services.errands import comparison_as_json, comparison_from_json
from kdcurator.services.refinding import foreseen_as_json, foreseen_from_json
from kdcurator.settings import from_environment
from kdcurator.text.anchoring import Anchored

MOVED = "Børnehaven åbner først, når der er penge til en gartner."
ALTERED = "Vi lukker ikke nogen skole i denne periode, det har vi sagt hele tiden."
CHANGED = "Vi lukker ingen skole i denne periode, det har vi sagt hele tiden."
GONE = "Havnen bliver solgt til højestbydende inden påske."

OLD = f"""Budget i Lyngsø

Byrådet mødtes mandag. {MOVED} Det vakte røre på tilhørerpladserne.

Borgmesteren var klar: {ALTERED} Det siger hun til avisen.

Til sidst talte havnechefen. {GONE} Mødet sluttede sent.
"""
NEW = f"""Budget i Lyngsø

Borgmesteren var klar: {CHANGED} Det siger hun til avisen.

Til sidst talte havnechefen længe om noget helt andet.

Helt nye linjer kom til her. {MOVED} Ingen sagde mere.
"""
UNLIKE = Anchored(AnchorState.MOVED, Span(3, 20))


@pytest.fixture
def curator(tmp_path: Path) -> Iterator[Curator]:
    settings = replace(from_environment(bootstrap.platform_folders()), library=tmp_path / "lib")
    with bootstrap.build(settings) as curator:
        yield curator


def bring(curator: Curator, tmp_path: Path, text: str, name: str = "budget.txt") -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    curator.articles.import_files([tmp_path / name])


@pytest.fixture
def renewed(curator: Curator, tmp_path: Path) -> Curator:
    """Return a library whose only article came again, with three quotes."""
    bring(curator, tmp_path, OLD)
    places = [(OLD.index(words), OLD.index(words) + len(words)) for words in (MOVED, ALTERED, GONE)]
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [place]) for place in places])
    bring(curator, tmp_path, NEW)
    return curator


def quote(curator: Curator, number: int) -> Quote:
    wanted = QuoteFilter(ids=frozenset({QuoteId(number)}))
    (found,) = curator.quotes.list_quotes(wanted)
    return found


def test_each_is_told_with_its_words_in_both_versions(renewed: Curator) -> None:
    assert [q.anchor_state.value for q in renewed.deciding.list_unsettled()] == [
        "moved",
        "moved",
        "gone",
    ]
    for number, doubt, old, new in (
        (1, Doubt.ELSEWHERE, MOVED, MOVED),
        (2, Doubt.ALTERED, ALTERED, CHANGED),
    ):
        found = renewed.deciding.compare(QuoteId(number))
        assert found.doubt is doubt
        assert found.before is not None
        assert found.before.spans[0].cut(found.before.text) == old
        assert found.after.spans[0].cut(found.after.text) == new
        assert (found.before.number, found.after.number) == (1, 2)
    assert [mark.cut(found.after.text) for mark in found.after.marks] == ["ingen"]


def test_of_one_that_is_gone_the_older_text_is_told(renewed: Curator) -> None:
    found = renewed.deciding.compare(QuoteId(3))
    assert (found.doubt, found.places, found.after.spans) == (Doubt.NOWHERE, (), ())
    assert found.before is not None
    assert found.before.text == OLD
    assert found.before.spans[0].cut(OLD) == GONE
    assert found.after.text == NEW


def test_comparison_survives_the_way_from_the_worker(renewed: Curator) -> None:
    for number in (1, 2, 3):
        found = renewed.deciding.compare(QuoteId(number))
        assert comparison_from_json(comparison_as_json(found)) == found


def test_accepted_place_is_sure_and_one_undo_takes_it_back(renewed: Curator) -> None:
    found = renewed.deciding.compare(QuoteId(2))
    change = renewed.deciding.accept(QuoteId(2), found.places)
    assert change.details == {"quotes": 1, "article_id": 1}
    assert quote(renewed, 2).anchor_state is AnchorState.EXACT
    assert quote(renewed, 2).text == CHANGED
    renewed.history.undo()
    assert quote(renewed, 2).anchor_state is AnchorState.MOVED


def test_words_said_to_be_gone_are_the_saved_ones_again(renewed: Curator) -> None:
    renewed.deciding.mark_gone(QuoteId(2))
    assert quote(renewed, 2).text == ALTERED
    assert quote(renewed, 2).anchor_state is AnchorState.GONE
    assert renewed.deciding.compare(QuoteId(2)).doubt is Doubt.NOWHERE
    assert renewed.deciding.mark_gone(QuoteId(2)).id is None, "nothing is done twice"
    renewed.history.undo()
    assert (quote(renewed, 2).text, quote(renewed, 2).anchor_state) == (CHANGED, AnchorState.MOVED)


def test_place_chosen_by_hand_is_sure(renewed: Curator) -> None:
    start = NEW.index("Til sidst")
    target = Selected(ArticleId(1), ((start, start + 30),))
    renewed.deciding.place(QuoteId(3), target)
    assert quote(renewed, 3).text == NEW[start : start + 30]
    assert quote(renewed, 3).anchor_state is AnchorState.EXACT
    renewed.history.undo()
    assert (quote(renewed, 3).text, quote(renewed, 3).anchor_state) == (GONE, AnchorState.GONE)


def test_place_that_another_quote_has_is_refused(renewed: Curator) -> None:
    taken = renewed.deciding.compare(QuoteId(1)).places
    with pytest.raises(PlaceTaken):
        renewed.deciding.accept(QuoteId(3), taken)
    with pytest.raises(PlaceTaken):
        renewed.deciding.place(QuoteId(3), Kept(QuoteId(1)))
    assert quote(renewed, 3).text == GONE
    with pytest.raises(UnknownQuote):
        renewed.deciding.accept(QuoteId(9), [Span(0, 3)])
    with pytest.raises(UnknownQuote):
        renewed.deciding.compare(QuoteId(9))


def test_place_in_another_article_is_refused(renewed: Curator, tmp_path: Path) -> None:
    bring(renewed, tmp_path, "Noget andet\n\nDet er en helt anden artikel.\n", "andet.txt")
    with pytest.raises(OtherArticle):
        renewed.deciding.place(QuoteId(3), Selected(ArticleId(2), ((0, 5),)))


def test_words_before_are_those_last_sure_through_several_versions(
    renewed: Curator, tmp_path: Path
) -> None:
    later = NEW.replace("lukker ingen skole", "lukker ingen skoler")
    bring(renewed, tmp_path, later)
    found = renewed.deciding.compare(QuoteId(2))
    assert found.before is not None
    assert (found.before.number, found.after.number) == (1, 3)
    assert found.before.spans[0].cut(found.before.text) == ALTERED


def test_without_its_history_a_quote_says_only_where_it_stands(renewed: Curator) -> None:
    with renewed.library.write() as connection:
        connection.exec_driver_sql("DELETE FROM history")
    found = renewed.deciding.compare(QuoteId(2))
    assert found.before is None
    assert found.after.spans[0].cut(found.after.text) == CHANGED
    renewed.deciding.mark_gone(QuoteId(2))
    assert quote(renewed, 2).anchor_state is AnchorState.GONE


def test_words_before_are_known_of_a_text_that_was_written_on(curator: Curator) -> None:
    curator.articles.import_text(TextToRead(OLD))
    start = OLD.index(ALTERED)
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(start, start + len(ALTERED))])])
    (arrival,) = bootstrap.build_intake(None).read_all(TextToRead(NEW))
    assert isinstance(arrival, Arrival)
    curator.editing.save(ArticleId(1), arrival)
    found = curator.deciding.compare(QuoteId(1))
    assert found.before is not None
    assert found.before.spans[0].cut(found.before.text) == ALTERED


BACK = OLD.replace("mandag", "tirsdag")


def test_a_quote_that_was_called_gone_comes_back_with_a_mark(
    renewed: Curator, tmp_path: Path
) -> None:
    renewed.deciding.mark_gone(QuoteId(2))
    bring(renewed, tmp_path, BACK)
    states = [quote(renewed, number).anchor_state.value for number in (1, 2, 3)]
    assert states == ["exact", "moved", "exact"]
    assert quote(renewed, 2).text == ALTERED
    found = renewed.deciding.compare(QuoteId(2))
    assert (found.doubt, found.before is None) == (Doubt.BACK, False)
    renewed.deciding.accept(QuoteId(2), found.places)
    assert renewed.deciding.list_unsettled() == []


def test_a_quote_that_was_called_gone_is_not_guessed_at_again(
    renewed: Curator, tmp_path: Path
) -> None:
    renewed.deciding.mark_gone(QuoteId(2))
    bring(renewed, tmp_path, NEW.replace("Helt nye", "Nye"))
    assert (quote(renewed, 2).anchor_state, quote(renewed, 2).text) == (AnchorState.GONE, ALTERED)


@pytest.mark.parametrize("takes_back", [False, True])
def test_only_the_last_word_of_the_user_counts(
    renewed: Curator, tmp_path: Path, *, takes_back: bool
) -> None:
    renewed.deciding.mark_gone(QuoteId(2))
    renewed.history.undo()
    if not takes_back:
        renewed.history.redo()
    bring(renewed, tmp_path, BACK)
    expected = AnchorState.EXACT if takes_back else AnchorState.MOVED
    assert quote(renewed, 2).anchor_state is expected


def test_what_was_foreseen_holds_although_the_library_changes(renewed: Curator) -> None:
    intake = bootstrap.build_intake(renewed.library.originals)
    (arrival,) = intake.read_all(TextToRead(BACK))
    assert isinstance(arrival, Arrival)
    foreseen = renewed.articles.foresee(replace(arrival, renews=ArticleId(1)))
    renewed.deciding.mark_gone(QuoteId(2))
    renewed.deciding.accept(QuoteId(1), renewed.deciding.compare(QuoteId(1)).places)
    renewed.quotes.save_quotes([QuoteRequest(ArticleId(1), [(0, 16)])])
    outcomes = []
    for item in (foreseen, arrival):
        renewed.editing.save(ArticleId(1), item)
        found = [quote(renewed, number) for number in (1, 2, 3, 4)]
        outcomes.append([(q.anchor_state, q.segments) for q in found])
        renewed.history.undo()
    assert outcomes[0] == outcomes[1]


def test_nothing_of_a_marked_quote_is_looked_for_after_it_was_foreseen(renewed: Curator) -> None:
    (arrival,) = bootstrap.build_intake(None).read_all(TextToRead(BACK))
    assert isinstance(arrival, Arrival)
    foreseen = renewed.articles.foresee(replace(arrival, renews=ArticleId(1)))
    again = renewed.articles.foresee(foreseen)
    assert again.foreseen == foreseen.foreseen
    assert {into for _, into, _ in foreseen.foreseen} == {None, 1, 2}


def test_places_that_were_foreseen_are_those_that_are_found(
    curator: Curator, tmp_path: Path
) -> None:
    bring(curator, tmp_path, OLD)
    places = [(OLD.index(words), OLD.index(words) + len(words)) for words in (MOVED, ALTERED, GONE)]
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [place]) for place in places])
    incoming = curator.articles.begin_import()
    (arrival,) = bootstrap.build_intake(curator.library.originals).read_all(TextToRead(NEW))
    assert isinstance(arrival, Arrival)
    arrival = replace(arrival, renews=ArticleId(1))
    assert incoming.needs_foresight([arrival])
    foreseen = curator.articles.foresee(arrival)
    assert foreseen_from_json(foreseen_as_json(foreseen.foreseen)) == foreseen.foreseen
    assert len(foreseen.foreseen) >= 3
    marked = replace(foreseen, foreseen=dict.fromkeys(foreseen.foreseen, UNLIKE))
    incoming.keep([marked])
    assert quote(curator, 1).segments[0].span == UNLIKE.span, "nothing was looked for again"


def test_article_without_quotes_needs_no_foresight(curator: Curator, tmp_path: Path) -> None:
    bring(curator, tmp_path, OLD)
    (arrival,) = bootstrap.build_intake(None).read_all(TextToRead(NEW))
    assert isinstance(arrival, Arrival)
    incoming = curator.articles.begin_import()
    assert not incoming.needs_foresight([arrival])
    assert not incoming.needs_foresight([replace(arrival, renews=ArticleId(1))])
    assert curator.articles.foresee(arrival).foreseen == {}

"""Speakers become one, get another name, come apart; nothing of theirs is lost on the way."""

import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import (
    CoverNameIsNoName,
    CuratorError,
    EmptyName,
    OnlyName,
    PersonExists,
    SamePerson,
    TwoCoverNames,
    UnknownNameForm,
    UnknownPerson,
)
from kdcurator.domain.person import Person
from kdcurator.domain.quote import Quote, QuoteFilter, QuoteRequest
from kdcurator.domain.searching import HitKind
from kdcurator.domain.target import Kept
from kdcurator.settings import Settings

BringIn = Callable[..., ArticleId]

FULL = """Sørby får bro

- Broen skal bygges, siger borgmester Bodil Ørsted Holm.

Broen koster 40 millioner kroner.
"""
SHORT = """Broen i Sørby er åben

- Nu kan vi cykle over, siger formand B. Holm.

Broen er åben.
"""
BOTH = """Broen i Sørby fylder et år

- Den har været god for byen, siger borgmester Bodil Ørsted Holm.

Her kom mange cyklister.

- Nu mangler vi kun en færge, siger B. Holm.
"""


def dump(curator: Curator) -> list[str]:
    """Return every row of the library but those of history and outbox."""
    with closing(sqlite3.connect(curator.library.database)) as connection:
        lines = connection.iterdump()
        kept = [f'INSERT INTO "{name}"' for name in ("history", "outbox", "sqlite_sequence")]
        return sorted(line for line in lines if not line.startswith(tuple(kept)))


def person(curator: Curator, name: str) -> Person:
    return next(found for found in curator.people.list_people() if found.name == name)


def names(curator: Curator) -> list[str]:
    return [found.name for found in curator.people.list_people()]


def said_by(curator: Curator, name: str) -> list[str]:
    return sorted(quote.text for quote in curator.quotes.said_by(name))


def found_by(curator: Curator, query: str) -> set[tuple[HitKind, int]]:
    answer = curator.searching.search(query, list(HitKind))
    return {(hit.kind, hit.id) for hit in answer.hits}


def protect(curator: Curator, name: str, cover: str | None) -> None:
    with closing(sqlite3.connect(curator.library.database)) as connection:
        change = "UPDATE person SET is_protected = 1, cover_name = ? WHERE name = ?"
        assert connection.execute(change, (cover, name)).rowcount == 1
        connection.commit()


def save(curator: Curator, article: ArticleId, words: str, speaker: str) -> Quote:
    text = curator.articles.texts([article])[article].text
    start = text.index(words)
    request = QuoteRequest(article, [(start, start + len(words))], speaker=speaker)
    (quote_id,) = curator.quotes.save_quotes([request]).ids
    (quote,) = curator.quotes.with_ids([quote_id])
    return quote


@pytest.fixture
def two(curator: Curator, bring_in: BringIn) -> Curator:
    """Save what two articles call by two names, each with a role of its own."""
    save(curator, bring_in(FULL, "full.txt"), "Broen skal bygges", "Bodil Ørsted Holm")
    save(curator, bring_in(SHORT, "short.txt"), "Nu kan vi cykle over", "B. Holm")
    assert names(curator) == ["B. Holm", "Bodil Ørsted Holm"]
    return curator


# Merging


def test_merged_speaker_keeps_forms_roles_and_quotes(two: Curator) -> None:
    two.people.merge(["B. Holm"], "Bodil Ørsted Holm")
    (merged,) = two.people.list_people()
    assert merged.name == "Bodil Ørsted Holm"
    assert merged.name_forms == ("Bodil Ørsted Holm", "B. Holm")
    assert merged.quotes == 2
    assert {(shown.name, shown.role) for shown in merged.presentations} == {
        ("Bodil Ørsted Holm", "borgmester"),
        ("B. Holm", "formand"),
    }
    both = ["Broen skal bygges", "Nu kan vi cykle over"]
    assert said_by(two, "b. holm") == said_by(two, "BODIL ØRSTED HOLM") == both
    roles = {quote.text: quote.role for quote in two.quotes.list_quotes(QuoteFilter())}
    assert roles == {"Broen skal bygges": "borgmester", "Nu kan vi cykle over": "formand"}


def test_several_are_merged_in_one_undo_that_outlives_a_restart(
    two: Curator, bring_in: BringIn, settings: Settings
) -> None:
    save(two, bring_in(BOTH, "both.txt"), "Den har været god", "Borgmesteren Holm")
    before = dump(two)
    two.people.merge(["B. Holm", "borgmesteren holm", "b.  holm"], "Bodil Ørsted Holm")
    assert names(two) == ["Bodil Ørsted Holm"]
    merged = dump(two)
    two.close()
    with bootstrap.build(settings) as again:
        again.history.undo()
        assert dump(again) == before
    with bootstrap.build(settings) as again:
        again.history.redo()
        assert dump(again) == merged
        assert len(again.quotes.said_by("Borgmesteren Holm")) == 3


def test_names_compare_without_case_and_composition(two: Curator) -> None:
    two.people.merge(["b. HOLM"], unicodedata.normalize("NFD", "bodil ørsted holm"))
    (merged,) = two.people.list_people()
    decomposed = unicodedata.normalize("NFD", "Åse Å. Ørsted-Holm")
    two.people.rename("B. Holm", decomposed)
    two.people.rename(unicodedata.normalize("NFC", "åse å. ØRSTED-holm"), "Åse Holm")
    (renamed,) = two.people.list_people()
    assert renamed.id == merged.id
    assert len(renamed.name_forms) == 4


def test_what_comes_later_under_a_known_form_is_the_merged_speakers(
    two: Curator, bring_in: BringIn
) -> None:
    two.people.merge(["B. Holm"], "Bodil Ørsted Holm")
    quote = save(two, bring_in(BOTH, "both.txt"), "Nu mangler vi kun en færge", "B. HOLM")
    assert quote.speaker == "Bodil Ørsted Holm"
    two.suggestions.accept(None)
    assert names(two) == ["Bodil Ørsted Holm"]


def test_article_with_two_forms_of_one_speaker_shows_each_quote_once(
    two: Curator, bring_in: BringIn
) -> None:
    article = bring_in(BOTH, "both.txt")
    save(two, article, "Den har været god for byen", "Bodil Ørsted Holm")
    save(two, article, "Nu mangler vi kun en færge", "B. Holm")
    two.people.merge(["B. Holm"], "Bodil Ørsted Holm")
    found = two.quotes.list_quotes(QuoteFilter(article_id=article))
    assert [(quote.speaker, quote.role) for quote in found] == [
        ("Bodil Ørsted Holm", "borgmester")
    ] * 2
    two.taking.set_role(found[0].id, "tidligere borgmester", None)
    found = two.quotes.list_quotes(QuoteFilter(article_id=article))
    assert {quote.role for quote in found} == {"tidligere borgmester"}


def test_search_finds_every_form_at_once_and_after_undo(two: Curator) -> None:
    two.searching.catch_up()
    quotes = {(HitKind.QUOTE, quote.id) for quote in two.quotes.list_quotes(QuoteFilter())}
    assert len(found_by(two, 'kilde:"B. Holm"') & quotes) == 1
    for step in (
        lambda: two.people.merge(["B. Holm"], "Bodil Ørsted Holm"),
        two.history.undo,
        two.history.redo,
    ):
        step()
        merged = len(names(two)) == 1
        for _ in ("from the outbox", "from the index"):
            for query in ('kilde:"B. Holm"', 'kilde:"Bodil Ørsted Holm"'):
                assert len(found_by(two, query)) == (4 if merged else 2), query
            two.searching.catch_up()
    assert two.upkeep.check().is_ok


@pytest.mark.parametrize(
    ("sources", "into", "error"),
    [
        (["findes ikke"], "B. Holm", UnknownPerson),
        (["B. Holm"], "findes ikke", UnknownPerson),
        (["B. Holm"], "b. holm", SamePerson),
        (["Bodil Ørsted Holm", "B. Holm"], "b. holm", SamePerson),
    ],
)
def test_what_cannot_be_merged_is_refused_and_nothing_is_changed(
    two: Curator, sources: list[str], into: str, error: type[CuratorError]
) -> None:
    before = dump(two)
    with pytest.raises(error):
        two.people.merge(sources, into)
    assert dump(two) == before


# Cover names


def test_union_with_a_protected_speaker_is_protected(two: Curator) -> None:
    protect(two, "B. Holm", "Kilde A")
    two.people.merge(["B. Holm"], "Bodil Ørsted Holm")
    merged = person(two, "Bodil Ørsted Holm")
    assert (merged.is_protected, merged.cover_name) == (True, "Kilde A")
    two.people.part("Bodil Ørsted Holm", "B. Holm")
    assert {(p.is_protected, p.cover_name) for p in two.people.list_people()} == {(True, "Kilde A")}
    two.people.merge(["Bodil Ørsted Holm"], "B. Holm")
    assert person(two, "B. Holm").cover_name == "Kilde A"


def test_two_cover_names_are_refused_without_telling_them(two: Curator) -> None:
    protect(two, "B. Holm", "Kilde A")
    protect(two, "Bodil Ørsted Holm", "Kilde B")
    before = dump(two)
    with pytest.raises(TwoCoverNames) as refused:
        two.people.merge(["B. Holm"], "Bodil Ørsted Holm")
    assert "Kilde" not in refused.value.message
    assert dump(two) == before


def test_cover_name_never_becomes_a_name(two: Curator) -> None:
    protect(two, "Bodil Ørsted Holm", "b. holm")
    with pytest.raises(CoverNameIsNoName):
        two.people.merge(["B. Holm"], "Bodil Ørsted Holm")
    protect(two, "Bodil Ørsted Holm", "Kilde A")
    with pytest.raises(CoverNameIsNoName):
        two.people.rename("Bodil Ørsted Holm", "KILDE A")
    assert person(two, "Bodil Ørsted Holm").name_forms == ("Bodil Ørsted Holm",)


# Renaming


def test_old_name_stays_a_form(two: Curator) -> None:
    before = dump(two)
    two.people.rename("b. holm", "Bertel Holm")
    assert person(two, "Bertel Holm").name_forms == ("B. Holm", "Bertel Holm")
    assert said_by(two, "B. Holm") == said_by(two, "Bertel Holm") == ["Nu kan vi cykle over"]
    assert found_by(two, "kilde:Bertel") == found_by(two, 'kilde:"B. Holm"') != set()
    two.history.undo()
    assert dump(two) == before
    assert found_by(two, "kilde:Bertel") == set()


def test_the_same_name_in_another_spelling_is_the_same_form(two: Curator) -> None:
    two.people.rename("B. Holm", "b. HOLM")
    assert person(two, "b. HOLM").name_forms == ("b. HOLM",)
    assert two.people.rename("B. Holm", "b. HOLM").id is None


def test_name_of_another_speaker_is_refused(two: Curator) -> None:
    with pytest.raises(PersonExists, match="merge"):
        two.people.rename("B. Holm", "bodil ØRSTED holm")
    two.people.rename("Bodil Ørsted Holm", "Bodil Holm")
    with pytest.raises(PersonExists):
        two.people.rename("B. Holm", "Bodil Ørsted Holm")
    with pytest.raises(EmptyName):
        two.people.rename("B. Holm", " . ")
    with pytest.raises(UnknownPerson):
        two.people.rename("findes ikke", "x")


# Parting


def test_parted_form_takes_the_quotes_whose_article_names_it_so(two: Curator) -> None:
    apart = {name: said_by(two, name) for name in names(two)}
    two.people.merge(["B. Holm"], "Bodil Ørsted Holm")
    merged = dump(two)
    two.people.part("bodil ørsted holm", "b. holm")
    assert {name: said_by(two, name) for name in names(two)} == apart
    assert person(two, "B. Holm").presentations[0].role == "formand"
    assert person(two, "Bodil Ørsted Holm").name_forms == ("Bodil Ørsted Holm",)
    two.history.undo()
    assert dump(two) == merged


def test_article_with_both_forms_is_parted_as_its_suggestions_say(
    curator: Curator, bring_in: BringIn
) -> None:
    bring_in(SHORT, "short.txt")
    curator.suggestions.accept(None)
    article = bring_in(BOTH, "both.txt")
    with closing(sqlite3.connect(curator.library.database)) as connection:
        rename = "UPDATE suggestion SET speaker = 'B. Holm' WHERE speaker IS NOT NULL AND id = ?"
        last = connection.execute("SELECT max(id) FROM suggestion").fetchone()
        connection.execute(rename, last)
        connection.commit()
    appear_as(curator, article, "B. Holm")
    curator.people.rename("B. Holm", "Bodil Ørsted Holm")
    curator.suggestions.accept([article])
    move_by_hand(curator, "Nu mangler vi kun en færge", 3)
    assert names(curator) == ["Bodil Ørsted Holm"]
    curator.people.part("Bodil Ørsted Holm", "B. Holm")
    parted = ["Nu kan vi cykle over", "mangler vi kun en færge"]
    assert [words.rstrip(",") for words in said_by(curator, "B. Holm")] == parted
    assert len(said_by(curator, "Bodil Ørsted Holm")) == 1
    roles = [quote.role for quote in curator.quotes.said_by("Bodil Ørsted Holm")]
    assert roles == ["borgmester"]


def move_by_hand(curator: Curator, words: str, by: int) -> None:
    """Begin a saved quote some code points later."""
    found = curator.quotes.list_quotes(QuoteFilter())
    (quote,) = (each for each in found if each.text.startswith(words))
    (part,) = quote.segments
    curator.taking.move(Kept(quote.id), [(part.span.start + by, part.span.end)])


def appear_as(curator: Curator, article: ArticleId, name: str) -> None:
    """Have an article present somebody by this name too."""
    insert = "INSERT OR IGNORE INTO appearance (uuid, article_id, name, name_key) VALUES "
    with closing(sqlite3.connect(curator.library.database)) as connection:
        connection.execute(insert + "('other', ?, ?, ?)", (article, name, name.casefold()))
        connection.commit()


def test_only_a_form_of_the_speaker_can_be_parted(two: Curator) -> None:
    with pytest.raises(UnknownNameForm):
        two.people.part("B. Holm", "Bodil Ørsted Holm")
    with pytest.raises(OnlyName):
        two.people.part("B. Holm", "B. HOLM")
    with pytest.raises(UnknownPerson):
        two.people.part("findes ikke", "B. Holm")

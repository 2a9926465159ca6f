"""A known article that comes again: a newer version, quotes found there, one undo."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import AnchorState, Quote, QuoteFilter, QuoteRequest
from kdcurator.domain.target import Kept
from kdcurator.services.articles import ImportReport

LINK = "https://www.lyngsoeavis.dk/nej-til-nye-systemer"
ARTICLE = f"""Per Dal: Vi skal turde sige nej

Lyngsø Kommune siger oftere nej til nye it-systemer, fortæller kommunaldirektør Per Dal.

- Vi køber ikke noget, som borgerne ikke kan bruge, siger Per Dal.

Det har kostet kræfter i kommunen, og flere chefer var imod det i begyndelsen.

- Men det var det værd 😀, siger kommunaldirektøren. Vi har sparet tre millioner kroner.

Link: {LINK}
"""
BOUGHT = "Vi køber ikke noget, som borgerne ikke kan bruge"
WORTH = "Men det var det værd 😀"
SAVED = "Vi har sparet tre millioner kroner."

Import = Callable[..., ImportReport]


@pytest.fixture
def put(curator: Curator, tmp_path: Path) -> Import:
    def put(text: str, name: str = "nej.txt") -> ImportReport:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return curator.articles.import_files([path])

    return put


@pytest.fixture
def article(curator: Curator, put: Import) -> ArticleId:
    """Import the article and save three quotes of it."""
    (imported,) = put(ARTICLE).imported
    places = [(ARTICLE.index(words), len(words)) for words in (BOUGHT, WORTH, SAVED)]
    curator.quotes.save_quotes(
        [QuoteRequest(imported.article.id, [(at, at + length)]) for at, length in places]
    )
    return imported.article.id


def stand(curator: Curator) -> list[tuple[str, AnchorState]]:
    """Return the quotes as they are, each proved against its own version."""
    assert curator.upkeep.check().is_ok
    return [(quote.text, quote.anchor_state) for quote in all_quotes(curator)]


def all_quotes(curator: Curator) -> list[Quote]:
    return curator.quotes.list_quotes(QuoteFilter())


def test_a_text_with_other_words_is_a_newer_version(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    newer = ARTICLE.replace("Det har kostet", "Et nyt afsnit 😀.\n\nDet har kostet")
    report = put(newer)
    (updated,) = report.updated
    assert (updated.article_id, updated.moved, updated.unsure, updated.gone) == (article, 0, 0, 0)
    assert (report.imported, report.duplicates, report.similar) == ([], [], [])
    assert curator.articles.texts([article])[article].text == newer
    exact = AnchorState.EXACT
    assert stand(curator) == [(BOUGHT, exact), (WORTH, exact), (SAVED, exact)]


def test_what_is_altered_deleted_or_kept_is_told_apart(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    newer = ARTICLE.replace("borgerne ikke", "folk ikke").replace(f" {SAVED}", "")
    (updated,) = put(newer).updated
    assert (updated.moved, updated.unsure, updated.gone) == (1, 0, 1)
    assert stand(curator) == [
        (BOUGHT.replace("borgerne", "folk"), AnchorState.MOVED),
        (WORTH, AnchorState.EXACT),
        (SAVED, AnchorState.GONE),
    ]


def test_one_undo_takes_it_all_back(curator: Curator, put: Import, article: ArticleId) -> None:
    before = all_quotes(curator), curator.reading.open_article(article)
    put(ARTICLE.replace("borgerne ikke", "folk ikke").replace(f" {SAVED}", ""))
    after = all_quotes(curator), curator.reading.open_article(article)
    curator.history.undo()
    assert (all_quotes(curator), curator.reading.open_article(article)) == before
    curator.history.redo()
    assert (all_quotes(curator), curator.reading.open_article(article)) == after
    assert curator.upkeep.check().is_ok


def test_words_that_come_back_as_they_were_saved_bring_their_quotes_back(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    put(ARTICLE.replace(f" {SAVED}", "").replace("borgerne ikke", "folk ikke"))
    assert [state for _, state in stand(curator)] == [
        *(AnchorState.MOVED, AnchorState.EXACT, AnchorState.GONE)
    ]
    put(ARTICLE.replace("siger oftere", "siger nu oftere"))
    exact = AnchorState.EXACT
    assert stand(curator) == [(BOUGHT, exact), (WORTH, exact), (SAVED, exact)]
    assert len({quote.version_id for quote in all_quotes(curator)}) == 1


def test_a_mark_stays_while_the_words_are_not_those_saved(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    altered = ARTICLE.replace("borgerne ikke", "folk ikke")
    put(altered)
    put(altered.replace("i begyndelsen", "i starten"))
    assert stand(curator)[0] == (BOUGHT.replace("borgerne", "folk"), AnchorState.MOVED)


def test_the_same_changed_file_again_changes_nothing(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    newer = ARTICLE.replace("borgerne ikke", "folk ikke").replace(f" {SAVED}", "")
    put(newer)
    before = all_quotes(curator), curator.reading.open_article(article)
    for text in (newer, newer, f"\ufeff{newer}\n\n"):
        report = put(text)
        assert (len(report.duplicates), report.updated, report.change) == (1, [], None)
    assert (all_quotes(curator), curator.reading.open_article(article)) == before


def test_every_text_that_the_article_had_is_a_duplicate(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    newer = ARTICLE.replace("i begyndelsen", "i starten")
    put(newer)
    for text in (ARTICLE, newer, newer.replace("\n", "\r\n")):
        report = put(text)
        assert [item.article_id for item in report.duplicates] == [article]
        assert (report.updated, report.imported) == ([], [])


def test_a_link_tells_the_article_whatever_the_file_is_called(
    put: Import, article: ArticleId
) -> None:
    (updated,) = put(ARTICLE.replace("i begyndelsen", "i starten"), "gemt igen.txt").updated
    assert updated.article_id == article


@pytest.mark.parametrize("name", ["nej.txt", "andet.txt"])
def test_another_text_is_an_article_of_its_own(put: Import, article: ArticleId, name: str) -> None:
    other = "Kunstmuseet får nyt tag\n\nMuseet i Tornby lukker hele vinteren, mens taget skiftes."
    report = put(other, name)
    assert (len(report.imported), report.updated, report.similar) == (1, [], [])


def test_two_files_of_one_import_are_two_articles(curator: Curator, tmp_path: Path) -> None:
    for folder, text in (("a", ARTICLE), ("b", ARTICLE.replace("i begyndelsen", "i starten"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "nej.txt").write_text(text, encoding="utf-8")
    report = curator.articles.import_files([tmp_path / "a", tmp_path / "b"])
    first, second = (item.article.id for item in report.imported)
    (like,) = report.similar
    assert (like.article_id, like.other_id, report.updated) == (second, first, [])
    assert 0.9 < like.likeness < 1


def test_what_was_dismissed_stays_dismissed(curator: Curator, put: Import) -> None:
    (imported,) = put(ARTICLE).imported
    assert imported.article.suggestions
    curator.suggestions.dismiss([imported.article.id])
    put(ARTICLE.replace("i begyndelsen", "i starten"))
    assert curator.reading.open_article(imported.article.id).suggestions == ()
    curator.suggestions.suggest(None)
    assert curator.reading.open_article(imported.article.id).suggestions == ()


def test_a_quote_of_an_older_version_is_put_in_the_newer_one_by_hand(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    put(ARTICLE.replace(SAVED, "Det var alt."))
    gone = all_quotes(curator)[2]
    assert gone.anchor_state is AnchorState.GONE
    newer = curator.articles.texts([article])[article].text
    at = newer.index("Det var alt.")
    curator.taking.move(Kept(gone.id), [(at, at + 8)])
    assert stand(curator)[2] == ("Det var ", AnchorState.EXACT)


def test_what_the_user_said_of_an_article_stays(
    curator: Curator, put: Import, article: ArticleId
) -> None:
    (known,) = curator.articles.list_articles()
    curator.articles.edit_details(article, replace(known.metadata, title="Min egen rubrik"))
    put(ARTICLE.replace("i begyndelsen", "i starten"))
    (now,) = curator.articles.list_articles()
    assert now.metadata.title == "Min egen rubrik"

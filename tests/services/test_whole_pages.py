"""The whole text of a page in the place of the article that was told from it."""

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import NotTheWholePage, UnknownArticle
from kdcurator.domain.quote import AnchorState, QuoteFilter, QuoteRequest
from kdcurator.store.archives import DATABASE

FILES = Path(__file__).parents[1] / "importing" / "files"
SAID = "Vi har ventet længe på at få vandet tilbage"
COMMENT = "Jeg husker kajen, fra dengang min far lossede kul."


def text_of(curator: Curator, article_id: ArticleId) -> str:
    return curator.articles.texts([article_id])[article_id].text


@pytest.fixture(params=["kajen.html", "kajen.mht", "kajen.zip"])
def page(request: pytest.FixtureRequest, curator: Curator, tmp_path: Path) -> ArticleId:
    """Import a page, once as a file in an archive, and save a quote of it."""
    path = FILES / request.param
    if path.suffix == ".zip":
        path = tmp_path / "kajen.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(FILES / "kajen.html", "sider/kajen.html")
    (imported,) = curator.articles.import_files([path]).imported
    start = text_of(curator, imported.article.id).index(SAID)
    places = [(start, start + len(SAID))]
    curator.quotes.save_quotes([QuoteRequest(imported.article.id, places)])
    return imported.article.id


def test_the_whole_text_is_a_newer_version_in_which_quotes_are_found(
    curator: Curator, page: ArticleId
) -> None:
    before = text_of(curator, page)
    assert COMMENT not in before
    (updated,) = curator.articles.take_whole_pages([page]).updated
    assert updated.article_id == page
    assert COMMENT in text_of(curator, page)
    (quote,) = curator.quotes.list_quotes(QuoteFilter())
    assert (quote.text, quote.anchor_state) == (SAID, AnchorState.EXACT)
    assert curator.upkeep.check().is_ok
    curator.history.undo()
    assert text_of(curator, page) == before
    assert [quote.text for quote in curator.quotes.list_quotes(QuoteFilter())] == [SAID]


def test_what_has_its_whole_text_already_stays_as_it_is(curator: Curator, page: ArticleId) -> None:
    curator.articles.take_whole_pages([page])
    report = curator.articles.take_whole_pages([page])
    assert (len(report.duplicates), report.updated, report.change) == (1, [], None)


def test_the_page_that_comes_again_is_known(curator: Curator) -> None:
    (imported,) = curator.articles.import_files([FILES / "kajen.html"]).imported
    curator.articles.take_whole_pages([imported.article.id])
    again = curator.articles.import_files([FILES / "kajen.html"])
    assert [item.article_id for item in again.duplicates] == [imported.article.id]
    assert COMMENT in text_of(curator, imported.article.id)


def test_an_altered_whole_text_comes_back_from_its_original(
    curator: Curator, page: ArticleId
) -> None:
    curator.articles.take_whole_pages([page])
    whole = text_of(curator, page)
    with closing(sqlite3.connect(curator.library.folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE article_version SET text = 'x' || text WHERE number = 2")
    curator.upkeep.check(repair=True)
    assert text_of(curator, page) == whole


def test_an_article_that_is_from_no_page_is_refused(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article_id = bring_in()
    with pytest.raises(NotTheWholePage):
        curator.articles.kept_page(article_id)
    with pytest.raises(UnknownArticle):
        curator.articles.kept_page(ArticleId(99))
    (turned,) = curator.articles.take_whole_pages([article_id]).rejected
    assert turned.error.code == "unsupported"


@pytest.mark.parametrize("is_gone", [True, False])
def test_an_original_that_is_gone_or_altered_is_not_read(
    curator: Curator, page: ArticleId, *, is_gone: bool
) -> None:
    original = curator.articles.kept_page(page).original
    original.unlink()
    if not is_gone:
        original.write_text("<html><p>Noget helt andet.")
    (turned,) = curator.articles.take_whole_pages([page]).rejected
    assert isinstance(turned.error, NotTheWholePage)


def test_a_page_of_several_articles_is_no_whole_text_of_one(
    curator: Curator, tmp_path: Path
) -> None:
    bundle = "".join(
        f"<h1>Rubrik {n}</h1><p>Avisen, {n}. marts 2026, Bo Ek</p><p>Brødtekst {n} om kajen.</p>"
        f"<p>Alt materiale i denne artikel tilhører Avisen.</p>"
        for n in (1, 2)
    )
    (tmp_path / "a.html").write_text(f"<html><body>{bundle}", encoding="utf-8")
    report = curator.articles.import_files([tmp_path / "a.html"])
    assert len(report.imported) == 2
    (turned,) = curator.articles.take_whole_pages([report.imported[0].article.id]).rejected
    assert isinstance(turned.error, NotTheWholePage)

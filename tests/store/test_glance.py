"""A glance sees what the list sees, or nothing."""

from collections.abc import Callable

import pytest

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.quote import QuoteId, Span, Style
from kdcurator.domain.suggestion import SuggestedQuote, SuggestionState
from kdcurator.store import articles, header, suggestions, tables
from kdcurator.store.glance import glance
from kdcurator.store.library import Library, Opening, open_library


def _suggest(library: Library, article_id: ArticleId) -> None:
    with library.read() as connection:
        version = articles.read_text(connection, article_id).version_id
    found = [SuggestedQuote((Span(at, at + 2),), None, Style.DASH, None, 1.0, "") for at in (0, 4)]
    with library.change(ChangeKind.FIND_SUGGESTIONS) as work:
        rows = [suggestions.row_of(version, quote, 1) for quote in found]
        work.rows.insert_many(tables.suggestion, rows)
        row = tables.suggestion.update().where(tables.suggestion.c.segments == "[[0,2]]")
        work.connection.execute(row.values(state=SuggestionState.DISMISSED))


def test_glance_is_the_list(
    library: Library,
    add_article: Callable[..., ArticleId],
    save: Callable[..., QuoteId],
) -> None:
    first, second = add_article(), add_article("Nummer to 😀\n\nTekst.")
    save(first, 12, 31)
    _suggest(library, second)
    with library.write() as connection:
        articles.mark_read(connection, second, library.now())
    with library.read() as connection:
        listed = articles.list_articles(connection)
    assert glance(library.folder) == listed
    assert [(a.quotes, a.suggestions, a.is_read) for a in listed] == [(1, 0, False), (0, 1, True)]


def test_glance_at_an_empty_library_is_empty(library: Library) -> None:
    assert glance(library.folder) == []


def test_glance_makes_no_library(opening: Opening) -> None:
    assert glance(opening.folder) is None
    assert not opening.folder.exists()


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + bytes(200)])
def test_glance_at_something_else_is_nothing(opening: Opening, content: bytes) -> None:
    opening.folder.mkdir()
    (opening.folder / header.DATABASE).write_bytes(content)
    assert glance(opening.folder) is None


def test_glance_at_a_damaged_library_is_nothing(opening: Opening) -> None:
    open_library(opening).close()
    database = opening.folder / header.DATABASE
    content = database.read_bytes()
    database.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    assert glance(opening.folder) is None


def test_glance_at_a_newer_library_is_nothing(library: Library) -> None:
    with library.write() as connection:
        header.stamp(connection, header.SCHEMA_VERSION + 1)
    library.close()
    assert glance(library.folder) is None

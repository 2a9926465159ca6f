"""A library of its own for each test, filled with articles, quotes and tags by plain means."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kdcurator.domain.article import ArticleId, Metadata, ReadFile
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.quote import QuoteId, Segment, Span
from kdcurator.domain.tag import NewTag
from kdcurator.store import articles, people, quotes, tags
from kdcurator.store.articles import Original
from kdcurator.store.library import Library, Opening, open_library
from kdcurator.store.originals import keep_original
from kdcurator.store.quotes import NewQuote
from kdcurator.text.canonical import duplicate_key, text_sha256

TEXT = "Rubrik 😀\n\n– Vi skal tænke os om, siger Åse Østergård.\n\n– Det skal vi så, siger hun."


class Ticking:
    """A clock that moves a second each time it is read."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    return Opening(
        folder=tmp_path / "library",
        backups=tmp_path / "backups",
        clock=Ticking(),
        program="test",
        wait=0.1,
        first_tags=lambda: (NewTag("ledelse", 0, 1), NewTag("økonomi", 1, 2)),
    )


@pytest.fixture
def library(opening: Opening) -> Iterator[Library]:
    found = open_library(opening)
    yield found
    found.close()


@pytest.fixture
def add_article(library: Library) -> Callable[[str], ArticleId]:
    def add(text: str = TEXT) -> ArticleId:
        original = keep_original(library.originals, text.encode())
        title = text.partition("\n")[0]
        file = ReadFile(text, "text/plain", metadata=Metadata(title=title))
        with library.change(ChangeKind.IMPORT_ARTICLES) as work:
            article_id, _ = articles.add_article(
                work,
                file,
                Original("a.txt", original),
                text_sha256=text_sha256(text),
                content_key=duplicate_key(text),
            )
        return article_id

    return add


@pytest.fixture
def save(library: Library) -> Callable[..., QuoteId]:
    def save(article_id: ArticleId, start: int, end: int, tag: str = "ledelse") -> QuoteId:
        with library.change(ChangeKind.SAVE_QUOTES) as work:
            article = articles.read_text(work.connection, article_id)
            segment = Segment.from_text(article.text, Span(start, end))
            speaker = people.ensure_speaker(work, article_id, "Åse Østergård")
            new = NewQuote(article_id, article.version_id, (segment,), speaker)
            quote_id = quotes.add_quote(work, new)
            tags.put_tag(work, quote_id, tags.ensure_tag(work, tag))
        return quote_id

    return save


@pytest.fixture
def filled(
    library: Library, add_article: Callable[..., ArticleId], save: Callable[..., QuoteId]
) -> Library:
    """Return a library with two articles and three quotes."""
    first, second = add_article(), add_article("En anden tekst, siger Åse Østergård.")
    save(first, 12, 31)
    save(first, 59, 72, "økonomi")
    save(second, 0, 14)
    return library

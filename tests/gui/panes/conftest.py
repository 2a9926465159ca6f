"""Values and dress that the tests of models and panes stand on."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from kdcurator.domain.article import Article, ArticleId, Metadata, VersionId
from kdcurator.domain.quote import Agreement, Quote, QuoteId, Segment, Span
from kdcurator.domain.tag import Tag, TagId
from kdcurator.gui.theme import Theme, apply_theme, light

_THEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)

MakeArticle = Callable[..., Article]
MakeQuote = Callable[..., Quote]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Dress the application in light and English at 100 %, whatever a test makes of it."""
    theme = light()
    QLocale.setDefault(QLocale("en"))
    apply_theme(qapp, theme)
    yield theme
    apply_theme(qapp, theme)


@pytest.fixture
def an_article() -> MakeArticle:
    def make(
        number: int = 1,
        title: str | None = "Havnen får en ny mole",
        *,
        publication: str | None = "Kystposten",
        published_on: date | None = None,
        guessed: frozenset[str] = frozenset(),
        quotes: int = 0,
        suggestions: int = 0,
        is_read: bool = False,
    ) -> Article:
        about = Metadata(
            title=title, publication=publication, published_on=published_on, guessed=guessed
        )
        return Article(
            ArticleId(number),
            VersionId(number),
            about,
            "text/plain",
            "fil.txt",
            "0" * 64,
            _THEN,
            quotes,
            suggestions,
            is_read,
        )

    return make


@pytest.fixture
def a_quote() -> MakeQuote:
    def make(
        number: int = 1,
        text: str = "Vi bygger, til det er mørkt",
        *,
        tags: tuple[str, ...] = (),
        speaker: str | None = "Ida Krog",
        role: str | None = None,
        note: str | None = None,
        used_in: tuple[str, ...] = (),
        agreement: Agreement = Agreement.ON_RECORD,
    ) -> Quote:
        return Quote(
            QuoteId(number),
            ArticleId(1),
            VersionId(1),
            "Havnen får en ny mole",
            (Segment(Span(0, len(text)), text),),
            _THEN,
            speaker=speaker,
            role=role,
            tags=tags,
            note=note,
            used_in=used_in,
            agreement=agreement,
        )

    return make


@pytest.fixture
def some_tags() -> list[Tag]:
    return [
        Tag(TagId(1), "Ledelse", 0, 1, quotes=4),
        Tag(TagId(2), "Økonomi", 1, 2),
        Tag(TagId(3), "Uden tast", 8, None, quotes=2),
    ]

"""Quotes and articles to export, and the comparison with golden files."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kdcurator.domain.article import Article, ArticleId, Metadata, VersionId
from kdcurator.domain.exporting import ExportedQuote
from kdcurator.domain.person import PersonId
from kdcurator.domain.quote import AnchorState, Quote, QuoteId, Segment, Span, Status

GOLDEN = Path(__file__).parents[1] / "golden" / "exporting"
NOON = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)

MakeQuote = Callable[..., ExportedQuote]


def _article(number: int, **metadata: object) -> Article:
    return Article(
        ArticleId(number),
        VersionId(number),
        Metadata(**metadata),  # type: ignore[arg-type] # a test names the fields it cares for
        media_type="text/plain",
        original_name="a.txt",
        text_sha256="0" * 64,
        created_at=NOON,
    )


@pytest.fixture
def make() -> MakeQuote:
    """Return a function that makes a quote of texts, each its own segment ten apart."""

    def make_quote(
        *texts: str,
        id: int = 1,  # noqa: A002 - the name that a quote has for it
        start: int = 0,
        article: int = 1,
        metadata: dict[str, object] | None = None,
        **fields: object,
    ) -> ExportedQuote:
        source = _article(article, **(metadata or {}))
        segments = []
        for text in texts or ("Vi er i gang.",):
            segments.append(Segment(Span(start, start + len(text)), text))
            start += len(text) + 10
        quote = Quote(
            QuoteId(id),
            source.id,
            source.version_id,
            source.metadata.title,
            tuple(segments),
            NOON,
            **fields,  # type: ignore[arg-type] # a test names the fields it cares for
        )
        return ExportedQuote(quote, source)

    return make_quote


@pytest.fixture
def sample(make: MakeQuote) -> list[ExportedQuote]:
    """Return four quotes of three articles that between them have every field and lack each."""
    gains: dict[str, object] = {
        "title": "Gevinsten kommer, når arbejdsgangen er en anden",
        "byline": "Af Sanne Ry",
        "publication": "Kommunebladet Nu",
        "published_on": date(2018, 10, 24),
        "url": "https://kommunebladet.example/2018/gevinster?side=2&vis=alt",
    }
    return [
        make(
            "Vi skal måle på det,\nborgeren mærker – ikke på det,\tvi har købt.",
            "Det tager tid.",
            id=1,
            metadata=gains,
            speaker="Marianne Holst",
            speaker_id=PersonId(1),
            role="kommunaldirektør",
            organisation="Havby Kommune",
            municipality="Havby",
            said_to="Radio Øst",
            tags=("gevinstrealisering", "Ærlighed"),
            used_in=("Systemer; et opgør", "Budget"),
            status=Status.SENT,
            note="=HYPERLINK(1)",
        ),
        make("- Nej. Og  ja! 🙂", id=2, start=90, metadata=gains, speaker="Aage Ørsted"),
        make(
            "»Regningen« er \N{NO-BREAK SPACE}betalt; <gevinsten> & resten er ikke.",
            id=3,
            article=2,
            metadata={"title": "Systemer nok", "url": "file:///etc/passwd"},
            speaker="Åse Lind",
            role="it-chef i Lyngsø Kommune",
            anchor_state=AnchorState.GONE,
            organisation="Lyngsø Kommune",
            tags=("Ærlighed",),
        ),
        make("Hvem?", id=4, article=3),
    ]


@pytest.fixture
def golden() -> Callable[[dict[str, bytes]], None]:
    """Return a check against golden files; KDCURATOR_GOLDEN=write makes them anew."""

    def check(found: dict[str, bytes]) -> None:
        if os.environ.get("KDCURATOR_GOLDEN") == "write":
            for name, data in found.items():
                (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
                (GOLDEN / name).write_bytes(data)
            pytest.fail("golden files written anew: read the difference, then run as usual")
        for name, data in found.items():
            assert data == (GOLDEN / name).read_bytes(), f"{name} is not as it was"

    return check

"""What agreements with sources mean for whatever leaves the library."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kdcurator.domain.article import Article, ArticleId, Metadata, VersionId
from kdcurator.domain.exporting import ExportedQuote
from kdcurator.domain.person import Person, PersonId
from kdcurator.domain.quote import Agreement, Quote, QuoteId, Segment, Span
from kdcurator.services.discretion import agreement_on, known_names, that_may_leave

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
UNKNOWN = Metadata()
NAMES = known_names([Person(PersonId(7), "Per Dal Sørensen", ("Per Dal Sørensen", "Pelle"))])


def exported(agreement: Agreement, metadata: Metadata = UNKNOWN, **fields: object) -> ExportedQuote:
    article = Article(
        ArticleId(1), VersionId(1), metadata, "text/plain", "sørensen.txt", "0" * 64, NOON
    )
    quote = Quote(
        QuoteId(1),
        article.id,
        article.version_id,
        metadata.title,
        (Segment(Span(5, 10), "Nej. ", "siger Per Dal: ", " Per"),),
        NOON,
        speaker_id=PersonId(7),
        speaker="Per Dal Sørensen",
        role="kommunaldirektør",
        organisation="Havby Kommune",
        municipality="Havby",
        cue="siger Per Dal",
        agreement=agreement,
    )
    return ExportedQuote(replace(quote, **fields), article)  # type: ignore[arg-type] # a test names the fields it cares for


def test_off_the_record_stays() -> None:
    assert that_may_leave([exported(Agreement.OFF_RECORD)], NAMES) == []


def test_on_the_record_goes_as_it_is() -> None:
    open_one = exported(Agreement.ON_RECORD, Metadata(title="Per Dal Sørensen taler"))
    assert that_may_leave([open_one], NAMES) == [open_one]


@pytest.mark.parametrize("agreement", [Agreement.UNNAMED, Agreement.BACKGROUND])
def test_nothing_of_an_unnamed_speaker_goes_along(agreement: Agreement) -> None:
    ((found),) = that_may_leave([exported(agreement)], NAMES)
    quote = found.quote
    assert (quote.speaker_id, quote.speaker, quote.role) == (None, None, None)
    assert (quote.organisation, quote.municipality, quote.cue) == (None, None, None)
    assert quote.text == "Nej. "
    assert "Per" not in repr(found)
    assert "rensen" not in repr(found)


@pytest.mark.parametrize(
    "text",
    [
        "Per Dal Sørensen: Vi siger nej",
        "SØRENSENS nej",
        "https://nu.example/per-dal-soerensen-siger-nej",
        "https://nu.example/per-dal-s%C3%B8rensen",
        "Interview med Pelle",
        "So\u0308rensen, So\u0338rensen, Sørensen",
    ],
)
def test_a_fact_that_names_the_speaker_goes_too(text: str) -> None:
    metadata = Metadata(title=text, byline=text, url=text, publication=text)
    quote = exported(
        Agreement.UNNAMED, metadata, note=text, tags=(text, "nej"), used_in=(text,), said_to=text
    )
    (found,) = that_may_leave([quote], NAMES)
    assert found.article.metadata == UNKNOWN
    assert (found.quote.article_title, found.quote.note, found.quote.said_to) == (None, None, None)
    assert (found.quote.tags, found.quote.used_in) == (("nej",), ())


def test_facts_that_name_nobody_stay() -> None:
    metadata = Metadata(title="Per dag en dal", publication="Nu", url="https://nu.example/1")
    (found,) = that_may_leave([exported(Agreement.UNNAMED, metadata, note="godt")], NAMES)
    assert found.article.metadata == metadata
    assert found.quote.note == "godt"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(0, 5)], Agreement.ON_RECORD),
        ([Span(0, 6)], Agreement.UNNAMED),
        ([Span(0, 2), Span(9, 30)], Agreement.OFF_RECORD),
    ],
)
def test_the_strictest_agreement_on_a_place_counts(spans: list[Span], expected: Agreement) -> None:
    unnamed = exported(Agreement.UNNAMED).quote
    secret = exported(Agreement.OFF_RECORD, segments=(Segment(Span(9, 12), "abc"),)).quote
    assert agreement_on(spans, [unnamed, secret]) is expected

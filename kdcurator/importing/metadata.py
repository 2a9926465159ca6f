"""What a text says of itself: its title, who wrote it, when, for whom.

Owns which of it is read and which merely guessed: a guess is marked, shown as one and can be
mended. Must not know how parts, people and quotes are found (`domain.suggestion.Reading` carries
them) nor where metadata is kept.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

from kdcurator.domain.article import Metadata, PartKind, TextType
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.addresses import address_above, address_below
from kdcurator.importing.bylines import authors, is_byline
from kdcurator.importing.dates import published_on
from kdcurator.importing.margins import Margins, margins
from kdcurator.importing.publications import publication
from kdcurator.importing.text_types import text_type
from kdcurator.importing.titles import title

_GUESSES = ("publication", "published_on", "url", "municipality")

_NO_BYLINE = frozenset({PartKind.CAPTION, PartKind.CREDIT, PartKind.ADVERT, PartKind.QUESTION})

_MOST_LINES = 50
_LONGEST = 5_000
"""More is kept of no other part, in lines and code points: a list has to show it."""


def describe(text: str, reading: Reading, today: date | None = None) -> Metadata:
    """Return what a canonical text and the reading of it tell; no later day than `today` counts.

    Only the ends of a long text are looked at, so the time does not grow with it.
    """
    ends = margins(text, reading)
    kind = text_type(text, reading, ends)
    heading = title(text, reading, ends)
    url = address_above(ends)
    medium = None if kind is TextType.MAIL else publication(text, reading, ends, url)
    found = Metadata(
        title=heading.words,
        subtitle=_joined(text, reading, PartKind.SUBTITLE),
        kicker=_joined(text, reading, PartKind.KICKER),
        lede=_joined(text, reading, PartKind.LEDE),
        byline=_byline(text, reading, ends),
        publication=medium,
        published_on=published_on(ends.lines, reading.language, today or datetime.now(UTC).date()),
        url=url or address_below(ends, medium),
        language=reading.language,
        municipality=_municipality(reading),
        text_type=kind,
    )
    return replace(found, guessed=_guessed(found) | ({"title"} if heading.is_guess else set()))


def _guessed(found: Metadata) -> frozenset[str]:
    """Name the fields that were inferred; that a text is an article is no guess but the rule."""
    guesses = {name for name in _GUESSES if getattr(found, name) is not None}
    if found.text_type is not TextType.ARTICLE:
        guesses.add("text_type")
    return frozenset(guesses)


def _lines(text: str, reading: Reading, kind: PartKind) -> Iterator[str]:
    """Yield the first lines of all parts of one kind, without the blanks at their ends."""
    lines = (
        line.strip()
        for span in reading.spans(kind)
        for line in text[span.start : min(span.end, span.start + _LONGEST)].split("\n")
    )
    return islice(filter(None, lines), _MOST_LINES)


def _joined(text: str, reading: Reading, kind: PartKind) -> str | None:
    """Return the parts of one kind as one line; None when there are none."""
    return " ".join(_lines(text, reading, kind))[:_LONGEST] or None


def _byline(text: str, reading: Reading, ends: Margins) -> str | None:
    """Return who wrote, from the byline or, where none was found, from a line built like one."""
    found = authors(_lines(text, reading, PartKind.BYLINE))
    lines = (line for line in ends.lines if line.kind not in _NO_BYLINE)
    return found or authors(line.text for line in lines if is_byline(line.text))


def _municipality(reading: Reading) -> str | None:
    """Return the municipality of the people in the text when they have but one."""
    places = {person.municipality for person in reading.people} - {None}
    return places.pop() if len(places) == 1 else None

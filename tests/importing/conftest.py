"""Readings made by hand, so that these tests hold whatever finds the parts of a text."""

from collections.abc import Callable

import pytest

from kdcurator.domain.article import Language, Part, PartKind
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Span, Style
from kdcurator.domain.suggestion import Reading, SuggestedQuote

MakeReading = Callable[..., Reading]


@pytest.fixture
def make_reading() -> MakeReading:
    """Return a function that makes the reading of a text from the words of its parts."""

    def make(
        text: str,
        *parts: tuple[PartKind, str],
        people: tuple[Presentation, ...] = (),
        styles: tuple[Style, ...] = (),
        language: Language = Language.DANISH,
    ) -> Reading:
        found = [Part(kind, text.index(w), text.index(w) + len(w)) for kind, w in parts]
        quotes = tuple(
            SuggestedQuote((Span(0, 1),), None, style, None, confidence=1.0, reason="")
            for style in styles
        )
        ordered = tuple(sorted(found, key=lambda part: part.start))
        return Reading(quotes, ordered, people, language)

    return make

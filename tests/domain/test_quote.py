"""Spans and segments: every offset counts code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.quote import CONTEXT_LENGTH, Segment, Span, are_in_order, joined

PIECES = ("😀", "👩\u200d👧", "a\u030a", "\u00a0", "\r\n", "\u2028", "\u00ad", "å", "–", "\t")
NASTY = st.lists(st.one_of(st.sampled_from(PIECES), st.characters(codec="utf-8")), min_size=1).map(
    "".join
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """Draw a text and some spans of it, in order and apart."""
    text = draw(NASTY)
    cuts = (
        draw(st.lists(st.integers(0, len(text)), min_size=2, unique=True).map(sorted))
        if len(text) > 1
        else [0, 1]
    )
    return text, [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]


@given(texts_with_spans())
def test_segment_is_what_stands_in_the_text(drawn: tuple[str, list[Span]]) -> None:
    text, spans = drawn
    for span in spans:
        segment = Segment.from_text(text, span)
        assert segment.holds_in(text)
        assert segment.exact == text[span.start : span.end]
        around = segment.prefix + segment.exact + segment.suffix
        assert text[max(0, span.start - CONTEXT_LENGTH) : span.end + CONTEXT_LENGTH] == around


@given(texts_with_spans())
def test_spans_in_order_share_nothing(drawn: tuple[str, list[Span]]) -> None:
    text, spans = drawn
    assert are_in_order(spans)
    assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)
    segments = [Segment.from_text(text, span) for span in spans]
    assert joined(segments) == " ".join(span.cut(text) for span in spans)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@pytest.mark.parametrize("spans", [[(0, 5), (4, 8)], [(4, 8), (0, 3)], [(0, 5), (0, 5)]])
def test_overlapping_and_backward_spans_are_not_in_order(spans: list[tuple[int, int]]) -> None:
    assert not are_in_order([Span(*span) for span in spans])


def test_segment_does_not_hold_in_a_text_that_changed() -> None:
    segment = Segment.from_text("Vi skal videre.", Span(0, 7))
    assert not segment.holds_in("Vi skål videre.")
    assert not segment.holds_in("Vi")

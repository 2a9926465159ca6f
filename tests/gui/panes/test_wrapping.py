"""Breaking short texts into lines: nothing wider than its line, nothing lost but by an ellipsis."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdcurator.gui.fonts import ui_font
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.theme import Theme

pytestmark = pytest.mark.gui

SENTENCES = st.text(
    st.sampled_from("abcæøåW  e\u0301😀\u00a0-\n"), min_size=1, max_size=120
).filter(str.strip)


@given(text=SENTENCES, width=st.integers(40, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_fit_and_hold_all_the_text(theme: Theme, text: str, width: int) -> None:
    wrapping = Wrapping(ui_font(14))
    lines = wrapping.lines(text, width, 1000, evenly=True)
    assert all(wrapping.metrics.horizontalAdvance(line) <= width + 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(text=SENTENCES, width=st.integers(40, 300), most=st.integers(1, 3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_that_does_not_fit_ends_in_an_ellipsis(
    theme: Theme, text: str, width: int, most: int
) -> None:
    wrapping = Wrapping(ui_font(14))
    lines = wrapping.lines(text, width, most)
    fits = len(wrapping.lines(text, width, 1000)) <= most
    assert len(lines) <= most
    assert lines[-1].endswith("…") is not fits
    assert wrapping.metrics.horizontalAdvance(lines[-1]) <= width + 1


def test_lines_are_about_equally_long(theme: Theme) -> None:
    wrapping = Wrapping(ui_font(14))
    text = "Den kommunale topleder kan ikke vide alt"
    width = wrapping.metrics.horizontalAdvance(text) * 0.8
    first, second = wrapping.lines(text, width, 3, evenly=True)
    assert len(first) - len(second) < 8
    assert wrapping.count(text, width, 3) == 2


def test_no_letter_is_parted_from_its_accent(theme: Theme) -> None:
    wrapping = Wrapping(ui_font(14))
    lines = wrapping.lines("e\u0301" * 40, 60, 100)
    assert len(lines) > 1
    assert not any(line.startswith("\u0301") for line in lines)

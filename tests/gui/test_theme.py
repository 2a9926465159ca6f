"""Colours that can be told apart and read, and fonts that have their weights."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdcurator.gui.theme import (
    TAG_COLOURS,
    Theme,
    apply_theme,
    dark,
    is_dashed,
    light,
    load_fonts,
    scaled,
    tag_colour,
    text_font,
    theme_named,
    theme_of,
    ui_font,
)

pytestmark = pytest.mark.gui
THEMES = [light(), dark()]


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _over(colour: QColor, ground: QColor) -> QColor:
    share = colour.alphaF()
    rest = 1 - share
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * rest,
        colour.greenF() * share + ground.greenF() * rest,
        colour.blueF() * share + ground.blueF() * rest,
    )


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_text_can_be_read(theme: Theme) -> None:
    inks = [theme.text, theme.muted, theme.faint, theme.accent, theme.warning]
    for ink, ground in product(inks, [theme.page, theme.pane]):
        assert _contrast(ink, ground) >= 4.5
    assert _contrast(theme.key_cap_text, theme.key_cap) >= 4.5
    assert _contrast(theme.text, theme.selection) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_tint(theme: Theme) -> None:
    for colour, is_held in product(theme.tag_colours, [False, True]):
        tint = _over(theme.tint(colour, is_held=is_held), theme.page)
        assert _contrast(theme.text, tint) >= 4.5
        assert _contrast(theme.text, _over(theme.selected_text, tint)) >= 4.5
        assert _contrast(theme.text, _over(theme.found, tint)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_marks_can_be_seen(theme: Theme) -> None:
    for mark in (*theme.tag_colours, theme.mark, theme.accent):
        assert _contrast(mark, theme.page) >= 3.0


def test_tags_from_the_ninth_on_repeat_their_colours_dashed() -> None:
    assert [is_dashed(index) for index in (0, 7, 8, 9)] == [False, False, True, True]
    assert tag_colour(light(), TAG_COLOURS) == tag_colour(light(), 0)


@pytest.mark.parametrize("make", [ui_font, text_font])
def test_weights_differ_in_width(qapp: QApplication, make: type) -> None:
    load_fonts()
    words = "Kommunerne er i vigtig proces"
    widths = [QFontMetricsF(make(18, weight)).horizontalAdvance(words) for weight in (400, 600)]
    assert widths[0] < widths[1]


def test_theme_by_name(qapp: QApplication) -> None:
    assert theme_named("dark").is_dark
    assert not theme_named("light").is_dark
    assert theme_named(None).name in {"light", "dark"}


def test_applied_theme_reaches_palette_and_sizes(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, dark(), scale=2.0)
    assert theme_of(qapp).name == "dark"
    assert qapp.palette().window().color() == dark().pane
    assert (ui_font(13).pixelSize(), scaled(10)) == (26, 20)
    apply_theme(qapp, light())
    assert (ui_font(13).pixelSize(), scaled(10)) == (13, 10)

"""The strip of tags below the article: it shows and tells what the panel does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kdcurator.domain.quote import Quote
from kdcurator.domain.tag import Tag
from kdcurator.gui.panes.tag_panel import TagPanel
from kdcurator.gui.panes.tag_strip import TagStrip
from kdcurator.gui.theme import Theme

pytestmark = pytest.mark.gui


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme, some_tags: list[Tag]) -> TagStrip:
    panel = TagPanel(theme)
    qtbot.addWidget(panel)
    panel.set_tags(some_tags)
    strip = TagStrip(theme, panel)
    qtbot.addWidget(strip)
    strip.resize(900, strip.sizeHint().height())
    with qtbot.waitExposed(strip):
        strip.show()
    return strip


def test_strip_says_who_what_and_to_whom(strip: TagStrip, a_quote: Callable[..., Quote]) -> None:
    strip._panel.show_quote(a_quote(), "Kystposten")
    said = "·  Quote  ·  saved · verbatim as in the article ✓  ·  to Kystposten"
    assert (strip._speaker.text(), strip._about.text()) == ("Ida Krog", said)
    strip._panel.show_quote(None)
    assert strip._about.text() == "Nothing in hand."


def test_pressed_tag_is_told_by_the_panel(qtbot: QtBot, strip: TagStrip) -> None:
    place = strip._tags.visualRect(strip._tags.model().index(1, 0)).center()
    with qtbot.waitSignal(strip._panel.tag_pressed) as told:
        qtbot.mouseClick(strip._tags.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [2]


@pytest.mark.parametrize("width", [250, 900])
def test_all_tags_are_in_sight(qtbot: QtBot, strip: TagStrip, width: int) -> None:
    strip.resize(width, strip.height())
    strip.resize(width, strip.sizeHint().height())
    strip.grab()
    room = strip._tags.viewport().rect()
    rows = [strip._tags.visualRect(strip._tags.model().index(row, 0)) for row in range(9)]
    assert all(room.contains(rect) for rect in rows)

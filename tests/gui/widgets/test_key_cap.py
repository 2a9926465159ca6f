"""The one drawing of a key."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kdcurator.gui.theme import dark, light
from kdcurator.gui.widgets.key_cap import KeyCap, key_cap_font, key_cap_size, paint_key_cap

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("key", ["1", "⏎", "Ctrl+Z", "1–9"])
def test_painting_takes_the_room_it_tells(qtbot: QtBot, key: str) -> None:
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(light().pane)
    painter = QPainter(image)
    taken = paint_key_cap(painter, QPoint(10, 10), key, light(), key_cap_font())
    painter.end()
    assert taken.size() == key_cap_size(key, key_cap_font())
    inked = [
        QPoint(x, y) for x in range(80) for y in range(40) if image.pixelColor(x, y) != light().pane
    ]
    assert inked
    assert all(taken.contains(point) for point in inked)


def test_single_letter_is_a_square(qtbot: QtBot) -> None:
    size = key_cap_size("1", key_cap_font())
    assert size.width() == size.height()


def test_widget_says_its_key_and_grows_with_it(qtbot: QtBot) -> None:
    cap = KeyCap("N", light())
    qtbot.addWidget(cap)
    narrow = cap.sizeHint().width()
    cap.set_text("Ctrl+Shift+Z")
    assert (cap.text(), cap.accessibleName()) == ("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert cap.minimumSizeHint().width() > narrow


def test_theme_changes_its_colours(qtbot: QtBot) -> None:
    cap = KeyCap("N", light())
    qtbot.addWidget(cap)
    before = cap.grab().toImage()
    cap.set_theme(dark())
    assert cap.grab().toImage() != before

"""Nothing is clipped and nothing lies beyond its pane, in any state, also in letters of 200 %."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.main_window import MainWindow
from kdcurator.gui.panes.labels import ElidedLabel, PlainLabel
from kdcurator.gui.pictures import Scene, Setting, prepare_libraries, scenes, shown
from kdcurator.gui.widgets.key_cap import KeyCap

pytestmark = pytest.mark.gui

SMALL_SCREEN = (1280, 800)
TWICE = 2.0
"""What has room in letters of 200 % has it in smaller ones."""

SLACK = 1
"""Pixels by which rounding may miss."""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """Return a folder with the libraries of all scenes."""
    stage = tmp_path_factory.mktemp("stage")
    prepare_libraries(stage, scenes())
    return stage


def _seen(window: MainWindow, kind: type[QWidget]) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(kind) if widget.isVisible())


def _clipped(label: PlainLabel) -> bool:
    """Tell whether words of a label have less room than they need."""
    room = label.contentsRect()
    flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    box = QRect(0, 0, room.width() + SLACK, 10_000)
    needed = label.fontMetrics().boundingRect(box, int(flags), label.text())
    return needed.width() > room.width() + SLACK or needed.height() > room.height() + SLACK


def _beyond(widget: QWidget) -> bool:
    """Tell whether something around a widget cuts it off; what can be scrolled to is not."""
    around = widget.parentWidget()
    while around is not None:
        place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
        edge = around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not edge.contains(place):
            return True
        if _scrolls(around):
            return False
        around = around.parentWidget()
    return False


def _scrolls(widget: QWidget) -> bool:
    """Tell whether a widget is what a scroll area shows part of."""
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return isinstance(area, QScrollArea) and area.widget() is widget


@pytest.mark.parametrize("scene", scenes(), ids=lambda scene: scene.name)
def test_nothing_is_clipped(stage: Path, scene: Scene) -> None:
    setting = Setting("da", "light", TWICE, min(scene.size, SMALL_SCREEN))
    with shown(scene, setting, stage) as window:
        labels = [
            label for label in _seen(window, PlainLabel) if not isinstance(label, ElidedLabel)
        ]
        clipped = [
            label.text() for label in labels if isinstance(label, PlainLabel) and _clipped(label)
        ]
        caps = [cap for cap in _seen(window, KeyCap) if cap.size() != cap.sizeHint()]
        panels = [part.panel for part in _seen(window, Overlay) if isinstance(part, Overlay)]
        beyond = [type(part).__name__ for part in (*labels, *caps, *panels) if _beyond(part)]
    assert (clipped, caps, beyond) == ([], [], [])

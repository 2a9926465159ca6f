"""Work in a thread beside the window: its end is told, and the event loop goes on meanwhile."""

import threading

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from kdcurator.domain.errors import CuratorError, DiskFull
from kdcurator.gui.beside import Beside

pytestmark = pytest.mark.gui


def test_event_loop_goes_on_until_the_end_is_told(qtbot: QtBot, qapp: QObject) -> None:
    beside, go = Beside(qapp), threading.Event()
    done: list[object] = []
    QTimer.singleShot(0, go.set)  # only a loop that goes on comes to this
    beside.start(lambda: go.wait(30), done.append, done.append)
    assert beside.is_running
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    assert done == [True]
    assert not beside.is_running


def test_refusal_is_told(qtbot: QtBot, qapp: QObject) -> None:
    beside = Beside(qapp)
    failed: list[CuratorError] = []

    def refuse() -> None:
        raise DiskFull

    beside.start(refuse, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=30_000)
    assert isinstance(failed[0], DiskFull)


def test_closing_waits_and_tells_nobody(qtbot: QtBot, qapp: QObject) -> None:
    beside = Beside(qapp)
    ended: list[str] = []
    beside.start(lambda: ended.append("work"), lambda _: ended.append("told"), print)
    beside.close()
    qtbot.wait(10)
    assert ended == ["work"]

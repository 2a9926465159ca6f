"""A search that takes long is told and can be given up."""

import os
import signal

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands, hands, library, open_on

__all__ = ["hands", "library", "open_on"]

pytestmark = [pytest.mark.gui, pytest.mark.skipif(os.name == "nt", reason="stops by signal")]

PATIENT = 60_000


def test_search_that_goes_on_is_told_and_given_up(hands: Hands, qtbot: QtBot) -> None:
    hands.press("F")
    hands.write("borgmester")
    window, search = hands.window, hands.window.desk.panes.search
    process = window.desk.finder.process_number
    assert process
    os.kill(process, signal.SIGSTOP)
    search.search_field.setText("systemer")
    search.query_changed.emit("systemer")
    (bar,) = window.desk.panes.foot.findChildren(QProgressBar)
    labels = window.desk.panes.foot.findChildren(QLabel)
    qtbot.waitUntil(lambda: "Searching" in [label.text() for label in labels], timeout=PATIENT)
    assert bar.isVisible()
    assert not window.is_idle()
    window.desk.panes.foot.cancel_requested.emit()
    hands.wait()  # for what goes on beside the search
    assert not bar.isVisible()
    search.query_changed.emit("systemer")
    hands.wait()
    assert search.found.text() == "1 result"

"""`kill -9` of the window while a text is written: the next window has every word of it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.gui.conftest import Hands

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(os.name == "nt", reason="Windows kills by other means"),
]

WRITES = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kdcurator.gui.app import open_window

application = QApplication([])
window = open_window(Path(sys.argv[1]), language="en", theme="light")
while not window.is_idle():
    QTest.qWait(10)
window.call_by_id("new_note")
QTest.keyClicks(application.focusWidget(), "Ring til Ib")
QTest.keyClicks(window.findChild(object, "newNoteText"), "Halvt skrevet")
while not window.is_idle():
    QTest.qWait(10)
print("written", flush=True)
QTest.qWait(60_000)
"""


def test_what_was_written_outlives_the_window_that_was_killed(
    open_on: Callable[..., Hands], library: Path
) -> None:
    command = [sys.executable, "-c", WRITES, str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == b"written\n"
        window.kill()
    hands = open_on(library)
    assert hands.message == "“Ring til Ib” was written and not saved. Ctrl+N goes on with it."
    hands.press("Ctrl+N")
    field = hands.part("newNoteText")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Halvt skrevet"

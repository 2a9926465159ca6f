"""A process that opened a window and copied a quote ends cleanly."""

import subprocess
import sys
from pathlib import Path

_COPY_AND_LEAVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from kdcurator.gui.app import open_window
application = QApplication([])
window = open_window(Path(sys.argv[1]))
copied = QMimeData()
copied.setText("– Det er godt, siger Per Dal.")
application.clipboard().setMimeData(copied)
"""


def test_leaving_after_a_copy_is_no_fault(library: Path) -> None:
    left = subprocess.run(
        [sys.executable, "-c", _COPY_AND_LEAVE, str(library)], capture_output=True, check=False
    )
    assert left.returncode == 0, left.stderr.decode()

"""The command line starts without what its window, or another command, would need."""

import subprocess
import sys

import pytest

_LOADED = "import sys; import kdcurator.cli.app; print(*sys.modules)"


@pytest.mark.parametrize("later", ["sqlalchemy", "whoosh", "PySide6", "docx", "sqlite3"])
def test_command_line_is_imported_without(later: str) -> None:
    loaded = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, check=True)
    names = loaded.stdout.decode().split()
    assert "kdcurator.cli.quotes" in names
    assert later not in names

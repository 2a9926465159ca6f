"""What killed processes left lying about: unfinished files and unpacked copies of a library.

Owns the names of such files and folders, and how long nobody may have touched them before they are
removed: until then they may be somebody's work. Must not know who made them.
"""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

SCRATCH: Final = ".kdcurator-"
"""How the names of folders begin in which copies are unpacked."""

_UNFINISHED = re.compile(r"\.([0-9a-f]{64}|.+\.(zip|sqlite3))\.\d+\.new(-journal)?")
_LEFT_AFTER = 60 * 60
"""Seconds; nothing is unpacked or packed for so long without a file being written to."""


def remove_leftovers(*folders: Path) -> None:
    """Remove what was left in these folders by processes that were killed.

    What cannot be removed now is removed another time.
    """
    for path in [path for folder in folders for path in _unfinished_in(folder)]:
        with suppress(OSError):
            if time.time() - _last_touched(path) < _LEFT_AFTER:
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _unfinished_in(folder: Path) -> Iterator[Path]:
    """Yield what is unfinished; the folder may hold an original for each article."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(SCRATCH) or _UNFINISHED.fullmatch(entry.name):
                yield Path(entry.path)


def _last_touched(path: Path) -> float:
    """Return when anything in there was written to last."""
    return max(part.lstat().st_mtime for part in (path, *path.rglob("*")))

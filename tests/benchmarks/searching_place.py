"""Where a corpus lies, and what the system remembers of its files.

Owns the names of files and folders. Light, so that a process that is timed has loaded nothing of
what it opens.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from kdcurator.settings import Settings

ARTICLE, QUOTE = 0, 1
"""Kinds of rows in the database of texts."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one corpus: its library, its texts, and a folder for what each peer makes."""

    folder: Path

    @property
    def texts(self) -> Path:
        """The rows as the peers read them."""
        return self.folder / "texts.sqlite3"

    @property
    def questions(self) -> Path:
        """What is measured."""
        return self.folder / "questions.json"

    @property
    def settings(self) -> Settings:
        """Where the library and its index lie."""
        return Settings(
            library=self.folder / "library",
            cache=self.folder / "cache",
            backups=self.folder / "backups",
            logs=self.folder / "logs",
            config=self.folder / "config",
        )

    def of(self, peer: str) -> Path:
        """Return the folder of a peer."""
        return self.folder / "peers" / peer


def drop_from_cache(folder: Path) -> bool:
    """Have the system forget what it read of some files; tell whether it can be asked to."""
    if not hasattr(os, "posix_fadvise"):
        return False
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return True


def size_of(folder: Path) -> int:
    """Return the bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

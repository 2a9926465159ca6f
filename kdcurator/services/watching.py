"""A folder in which everything that somebody saves is wanted in the library.

Owns which of its files are ready to be read: whole, not read before as they are, and none that a
program only keeps for itself. Must not know who looks into the folder, nor who reads.
"""

import json
import logging
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kdcurator import durable
from kdcurator.domain.disk import writing
from kdcurator.importing.files import is_hidden

logger = logging.getLogger(__name__)

SETTLED: Final = 1.0
"""Seconds for which a file has to stay as it is: programs write a long one in several goes."""

_UNFINISHED: Final = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp")
"""How browsers and mail programs name what they have not got yet."""

_NAME: Final = "watched.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells two states of a file apart without reading it."""

    size: int
    changed: int
    """Nanoseconds, by the clock of whoever keeps the file."""


Listing = Mapping[str, Stamp]
"""The files of a folder by name."""


def list_folder(folder: Path) -> dict[str, Stamp]:
    """Return the files in a folder that could be wanted, not those in its folders; raises OSError.

    An empty file is one that somebody has begun to write.
    """
    found: dict[str, Stamp] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if is_hidden(entry.name) or entry.name.casefold().endswith(_UNFINISHED):
                continue
            stamp = _stamp_of(entry)
            if stamp is not None and stamp.size:
                found[entry.name] = stamp
    return {name: found[name] for name in sorted(found)}


def _stamp_of(entry: "os.DirEntry[str]") -> Stamp | None:
    """Return the stamp of a file; None of what is none, or went while it was looked at."""
    try:
        if not entry.is_file():
            return None
        state = entry.stat()
    except OSError:
        return None
    return Stamp(state.st_size, state.st_mtime_ns)


class WatchedFolder:
    """What was seen in a folder, and what was done with it."""

    def __init__(self, folder: Path, done: Listing | None = None) -> None:
        """Begin with what was `done` the last time that it was watched."""
        self.folder = folder
        self.done: dict[str, Stamp] = dict(done or {})
        self._put_off: dict[str, Stamp] = {}
        self._seen: dict[str, tuple[Stamp, float]] = {}
        self._handed: dict[str, Stamp] = {}

    def ready(self, listing: Listing, now: float) -> list[Path]:
        """Return the files that are whole and new or changed; `now` is a clock that never jumps."""
        seen = self._seen
        self._seen = {}
        for name, stamp in listing.items():
            if stamp in {self.done.get(name), self._put_off.get(name)}:
                continue
            before = seen.get(name)
            is_known = before is not None and before[0] == stamp
            self._seen[name] = before if is_known and before is not None else (stamp, now)
        settled = [n for n, (_, since) in self._seen.items() if now - since >= SETTLED]
        return [self.folder / name for name in settled]

    @property
    def is_restless(self) -> bool:
        """Tell whether there is something that was not done yet."""
        return bool(self._seen)

    def hand_over(self, files: Iterable[Path]) -> None:
        """Note that somebody reads these files, as they were seen."""
        self._handed = {path.name: self._seen[path.name][0] for path in files}

    def take_back(self, met: Collection[Path], *, is_over: bool) -> None:
        """Note which of the files handed over were `met`, whatever became of them.

        The rest is ready again; but when reading `is_over` by somebody's wish, it is left alone
        until it changes or the folder is watched anew.
        """
        handed, self._handed = self._handed, {}
        done = self._names_of(met)
        for name, stamp in handed.items():
            if name in done:
                self.done[name] = stamp
            elif is_over:
                self._put_off[name] = stamp
            self._seen.pop(name, None)

    def _names_of(self, met: Iterable[Path]) -> set[str]:
        """Return the names in this folder of files, and of files that were in one of them."""
        depth = len(self.folder.parts)
        inside = (path for path in met if path.is_relative_to(self.folder))
        return {path.parts[depth] for path in inside if len(path.parts) > depth}


def keep_done(config: Path, library: Path, watched: WatchedFolder) -> None:
    """Remember what was done for a library; raises `DiskFull` and `CannotWrite`."""
    done = {name: [stamp.size, stamp.changed] for name, stamp in watched.done.items()}
    document = {"library": str(library), "folder": str(watched.folder), "done": done}
    with writing(config / _NAME):
        durable.write_whole(config / _NAME, json.dumps(document).encode("ascii"))


def read_done(config: Path, library: Path, folder: Path) -> dict[str, Stamp]:
    """Return what was done of a folder for a library; nothing where that is not known."""
    try:
        found: dict[str, Any] = json.loads((config / _NAME).read_bytes())
        if (found["library"], found["folder"]) != (str(library), str(folder)):
            return {}
        return {name: Stamp(*map(int, stamp)) for name, stamp in found["done"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        logger.warning("what was read of the watched folder is not known: %s", type(error).__name__)
        return {}

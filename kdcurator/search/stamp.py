"""The stamp: which files make up an index, and which row of the outbox is its last.

Owns the file `stamp.json` and the sums in it. An index is what its stamp names; every other file
in the folder is litter of a write that did not come to its end. So putting a new stamp in place is
the moment at which an index changes. Must not know Whoosh.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from kdcurator import durable

NAME = "stamp.json"

SUMMED_WHEN_OPENED = 16 << 20
"""Bytes of an index whose sums are checked each time: about 20 ms. Of a larger one, the sizes."""

_GENERATION = re.compile("[0-9a-f]{16}")
_FILE_NAME = re.compile(r"[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class Sum:
    """What a file is known by."""

    size: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> Self:
        """Read a file."""
        with path.open("rb") as file:
            return cls(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


@dataclass(frozen=True, slots=True)
class Stamp:
    """The state of an index; `generation` is the folder that its files lie in."""

    version: str
    generation: str
    seq: int
    token: str
    files: dict[str, Sum] = field(default_factory=dict)

    def is_whole(self, folder: Path) -> bool:
        """Tell whether the files are there as they were written; raises OSError."""
        sizes = {name: (folder / self.generation / name).stat().st_size for name in self.files}
        if sizes != {name: known.size for name, known in self.files.items()}:
            return False
        if sum(sizes.values()) > SUMMED_WHEN_OPENED:
            return True
        return all(Sum.of(folder / self.generation / n) == s for n, s in self.files.items())


def read_stamp(folder: Path) -> Stamp | None:
    """Return the stamp of an index; None if there is none or it is damaged."""
    try:
        document = json.loads((folder / NAME).read_bytes())
        stamp = _from_json(document["index"])
        return stamp if document["sum"] == _sum(asdict(stamp)) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # what is damaged can be anything


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Put a stamp in place, whole or not at all; raises OSError."""
    content = asdict(stamp)
    draft = folder / f"{NAME}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"index": content, "sum": _sum(content)}, file)
        file.flush()
        durable.sync(file.fileno())
    draft.replace(folder / NAME)
    durable.sync_folder(folder)


def sync_files(folder: Path, names: list[str]) -> None:
    """Bring new files to the disk, which Whoosh never does; raises OSError."""
    for name in names:
        durable.sync_file(folder / name)
    durable.sync_folder(folder)


def _from_json(content: dict[str, Any]) -> Stamp:
    """Read a stamp; raises ValueError for names that lead out of the folder."""
    files = {name: Sum(**known) for name, known in content.pop("files").items()}
    stamp = Stamp(**content, files=files)
    if not _GENERATION.fullmatch(stamp.generation):
        raise ValueError(stamp.generation)
    if not all(map(_FILE_NAME.fullmatch, files)):
        raise ValueError(list(files))
    return stamp


def _sum(content: dict[str, Any]) -> str:
    """Return the sum of a stamp itself."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

"""What a process did to a disk, one event after the other, as it is written to a log.

Owns the form of an event. Must not know how events are recorded nor what a disk makes of them.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path


class What(StrEnum):
    """What can be done to a disk, and what can be said about it."""

    CREATE = "create"
    MAKE_FOLDER = "make_folder"
    WRITE = "write"
    RESIZE = "resize"
    RENAME = "rename"
    LINK = "link"
    REMOVE = "remove"
    SYNC = "sync"
    """All that was written to a file is on disk when this ends."""
    SYNC_FOLDER = "sync_folder"
    """All names in a folder are on disk when this ends."""
    SYNC_ALL = "sync_all"
    SAY = "say"
    """The process told somebody something: it cannot take it back."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done; names are paths below the recorded folder."""

    what: What
    name: str = ""
    to: str = ""
    """The new name."""
    file: int = 0
    """The number under which the system knows the file, whatever its name."""
    at: int = 0
    """The place of the first byte written; or the size set."""
    data: bytes = b""


def as_line(event: Event) -> str:
    """Write an event down."""
    return json.dumps({**asdict(event), "data": base64.b64encode(event.data).decode()})


def read_log(log: Path) -> Iterator[Event]:
    """Read a log."""
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            found = json.loads(line)
            data = base64.b64decode(found.pop("data"))
            yield Event(**{**found, "what": What(found["what"]), "data": data})

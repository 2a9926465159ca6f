"""The diary of work that may be killed: what was begun, and what was said to be saved.

Owns its form: a line for each, written in one go at the end of a file, so that no kill takes away
a line or leaves half of one that counts. What is said to be saved is looked up at once by a
connection of its own, which sees what is committed and nothing else. Must not know what is done or
who kills.
"""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from kdcurator.store.copies import read_only
from tests.faults.known import Places
from tests.faults.state import sums


@dataclass(frozen=True, slots=True)
class Promise:
    """A quote that was said to be saved, with its places and at least these tags."""

    quote: int
    places: Places = ()
    """None where only the tags were promised."""
    tags: Sequence[str] = ()


class Diary:
    """Written by whoever works."""

    def __init__(self, path: Path, database: Path) -> None:
        """Go on at the end of `path`, about the library in `database`."""
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._database = database

    def begin(self, deed: str) -> None:
        """Say what is about to be done."""
        self._write({"begun": deed})

    def saved(self, deed: str, *promises: Promise) -> None:
        """Say that the program has said it is saved, and in which state the library is now."""
        broken = [sentence for promise in promises for sentence in self._broken(promise)]
        quotes = [promise.quote for promise in promises if promise.places]
        state = sums(self._database)
        self._write({"saved": deed, "quotes": quotes, "broken": broken, "sums": state})

    def _write(self, line: Mapping[str, object]) -> None:
        os.write(self._file, json.dumps(line).encode() + b"\n")

    def _broken(self, promise: Promise) -> list[str]:
        """Tell what of a promise is not on disk as soon as it was made."""
        with closing(read_only(self._database)) as connection:
            segments = 'SELECT start, "end" FROM segment WHERE quote_id = ? ORDER BY position'
            found = tuple(connection.execute(segments, (promise.quote,)).fetchall())
            tags = "SELECT name FROM quote_tag JOIN tag ON tag.id = tag_id WHERE quote_id = ?"
            names = {str(row[0]) for row in connection.execute(tags, (promise.quote,))}
        broken = []
        if promise.places and found != promise.places:
            broken.append(f"quote {promise.quote} was acknowledged at {promise.places}: {found}")
        if not names.issuperset(promise.tags):
            broken.append(f"quote {promise.quote} was acknowledged with {promise.tags}: {names}")
        return broken


@dataclass(slots=True)
class Told:
    """What a diary says."""

    state: dict[str, str] | None = None
    """The sums of the last state that was said to be saved; None when nothing was."""
    under_way: str | None = None
    """What was begun and never said to be saved."""
    deeds: list[str] = field(default_factory=list)
    quotes: int = 0
    broken: list[str] = field(default_factory=list)


def read_diary(path: Path) -> Told:
    """Read a diary; a last line without its end was never written."""
    told = Told()
    content = path.read_bytes() if path.exists() else b""
    for line in content.split(b"\n")[:-1]:
        entry = json.loads(line)
        told.under_way = entry.get("begun")
        if "saved" in entry:
            told.state = entry["sums"]
            told.deeds.append(entry["saved"])
            told.quotes += len(entry["quotes"])
            told.broken += entry["broken"]
    return told

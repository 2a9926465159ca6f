"""A damaged database, read for what it still holds.

Owns how rows are got out of a file that SQLite itself gives up on: a copy into which its WAL is
played without asking for sums, a first page borrowed from a sound library, rows one by one. Nothing
that comes from here is proved. Must not know what rows mean.
"""

import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Table

Row = dict[str, object]

_WAL_HEADER = 32  # bytes: https://sqlite.org/fileformat2.html, section 4.1
_FRAME_HEADER = 24
_ONE_BY_ONE = 200_000
"""So many rows are asked for singly between the first and the last place that cannot be read."""


class Wreck:
    """The rows of a damaged database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read through `connection`; `opened` is how to get one."""
        self._connection = connection

    def rows(self, table: Table) -> dict[int, Row]:
        """Return every row of a table that can be read, by id."""
        first = self._until_damage(table, "ASC")
        last = self._until_damage(table, "DESC")
        found = {**last, **first}
        if first and last and max(first) < min(last):
            between = range(max(first) + 1, min(last))[:_ONE_BY_ONE]
            for row_id in between:
                found.update(self._select(table, f"WHERE id = {row_id}"))
        return dict(sorted(found.items()))

    def _until_damage(self, table: Table, order: str) -> dict[int, Row]:
        return dict(self._select(table, f"ORDER BY id {order}"))

    def _select(self, table: Table, rest: str) -> Iterator[tuple[int, Row]]:
        with suppress(sqlite3.Error, UnicodeDecodeError):
            for row in self._connection.execute(f'SELECT * FROM "{table.name}" {rest}'):  # noqa: S608
                if isinstance(row["id"], int):
                    yield row["id"], dict(row)


@contextmanager
def opened(damaged: Path, sound: Path, scratch: Path) -> Iterator[Wreck]:
    """Open a copy of a damaged database; `sound` is a backup of the same library.

    `scratch` is a folder for the copy. The damaged file and its WAL are left as they are.
    """
    copy = scratch / "wreck.sqlite3"
    shutil.copyfile(damaged, copy)
    page_size = _page_size(sound)
    with copy.open("rb+") as file:
        for number, page in _pages_of_wal(damaged.with_name(f"{damaged.name}-wal"), page_size):
            file.seek((number - 1) * page_size)
            file.write(page)
    if not _has_a_layout(copy):
        _borrow_first_page(copy, sound, page_size)
    with closing(_connect(copy)) as connection:
        yield Wreck(connection)


def _connect(copy: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(copy.absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True)
    connection.row_factory = sqlite3.Row
    connection.text_factory = _text_or_bytes
    return connection


def _text_or_bytes(value: bytes) -> str | bytes:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value


def _has_a_layout(copy: Path) -> bool:
    try:
        with closing(_connect(copy)) as connection:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _borrow_first_page(copy: Path, sound: Path, page_size: int) -> None:
    """Give a wreck the first page of another state of the same library.

    The tables begin at the same pages there. The count of pages in the header is made to look
    outdated, so that SQLite believes the length of the file.
    """
    with sound.open("rb") as file:
        page = bytearray(file.read(page_size))
    page[92:96] = bytes(4)  # "version valid for": never the change counter
    page[24:28] = struct.pack(">I", 1)
    with copy.open("rb+") as file:
        file.write(page)


def _page_size(sound: Path) -> int:
    with sound.open("rb") as file:
        (size,) = struct.unpack(">H", file.read(18)[16:])
    return 65536 if size == 1 else size


def _pages_of_wal(wal: Path, page_size: int) -> Iterator[tuple[int, bytes]]:
    """Yield the pages that a WAL brings, oldest first, up to its last commit, whole or not."""
    try:
        data = wal.read_bytes()
    except OSError:
        return
    step = _FRAME_HEADER + page_size
    frames = [data[at : at + step] for at in range(_WAL_HEADER, len(data) - step + 1, step)]
    if not frames:
        return
    salts = max(data[16:24], frames[0][8:16], key=[frame[8:16] for frame in frames].count)
    frames = [frame for frame in frames if frame[8:16] == salts]
    last = max((at for at, frame in enumerate(frames) if frame[4:8] != bytes(4)), default=-1)
    for frame in frames[: last + 1]:
        (number,) = struct.unpack(">I", frame[:4])
        if 0 < number < _LARGEST:
            yield number, frame[_FRAME_HEADER:]


_LARGEST = 1_000_000
"""Pages of no library of ours; a number beyond it is damage and would blow the copy up."""

"""Mails of Outlook, built by hand: no program here writes them, so these stand for real ones.

Owns a compound file of the smallest kind (MS-CFB: one header, one table, short streams in the mini
stream) and the properties that a message has in it (MS-OXMSG).
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

SECTOR, MINI, CUTOFF = 512, 64, 4096
END, FREE, TABLE, NOBODY = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF

STRING, STRING8, BINARY, TIME, INTEGER = 0x001F, 0x001E, 0x0102, 0x0040, 0x0003

Tree = Mapping[str, "bytes | Tree"]


@dataclass
class Entry:
    """One entry of the directory; a folder has children, a stream has bytes."""

    name: str
    content: "bytes | Tree"
    children: list[int] = field(default_factory=list)


def compound_file(tree: Tree) -> bytes:
    """Return a compound file with these folders and streams."""
    entries = [Entry("Root Entry", tree)]
    for entry in entries:
        if not isinstance(entry.content, bytes):
            for name, content in sorted(entry.content.items(), key=lambda i: (len(i[0]), i[0])):
                entry.children.append(len(entries))
                entries.append(Entry(name, content))
    sectors: list[bytes] = []
    table: list[int] = []
    mini = bytearray()
    mini_table: list[int] = []
    starts: dict[int, int] = {}
    for number, entry in enumerate(entries[1:], 1):
        data = entry.content
        if not isinstance(data, bytes) or not data:
            starts[number] = END if number else 0
        elif len(data) < CUTOFF:
            starts[number] = len(mini_table)
            count = -(-len(data) // MINI)
            mini_table += [*range(len(mini_table) + 1, len(mini_table) + count), END]
            mini += data.ljust(count * MINI, b"\0")
        else:
            starts[number] = _append(data, sectors, table)
    starts[0] = _append(bytes(mini), sectors, table) if mini else END
    mini_start = _append(_words(mini_table), sectors, table) if mini_table else END
    directory = b"".join(_entry(n, entries, starts[n], len(mini)) for n in range(len(entries)))
    directory_start = _append(directory, sectors, table)
    return _whole(sectors, table, directory_start, (mini_start, -(-len(mini_table) // 128)))


def _append(data: bytes, sectors: list[bytes], table: list[int]) -> int:
    start, count = len(sectors), -(-len(data) // SECTOR)
    sectors += [data[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0") for at in range(count)]
    table += [*range(start + 1, start + count), END]
    return start


def _words(numbers: list[int]) -> bytes:
    padded = numbers + [FREE] * (-len(numbers) % 128)
    return struct.pack(f"<{len(padded)}I", *padded)


def _entry(number: int, entries: list[Entry], start: int, mini_size: int) -> bytes:
    """Return one entry; siblings hang on each other's right side, which is a tree too."""
    entry = entries[number]
    is_stream = isinstance(entry.content, bytes)
    siblings = next((e.children for e in entries if number in e.children), [])
    right = next((n for n in siblings if n > number), NOBODY)
    child = entry.children[0] if entry.children else NOBODY
    size = len(entry.content) if is_stream else (mini_size if number == 0 else 0)
    name = entry.name.encode("utf-16-le") + b"\0\0"
    kind = 2 if is_stream else (5 if number == 0 else 1)
    head = name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name), kind, 1, NOBODY, right, child)
    return head + bytes(36) + struct.pack("<IQ", start if is_stream or number == 0 else 0, size)


def _whole(sectors: list[bytes], table: list[int], directory: int, mini: tuple[int, int]) -> bytes:
    """Return the header, all sectors and the table that links them."""
    count = next(n for n in range(1, 100) if n * 128 >= len(table) + n)
    first = len(sectors)
    tables = _words(table + [TABLE] * count)
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, count, directory, 0, CUTOFF, *mini, END, 0, first)
    places = [first + n for n in range(1, count)]
    header += struct.pack("<108I", *places, *[FREE] * (108 - len(places)))
    return header[:SECTOR] + b"".join(sectors) + tables


def message(properties: Mapping[tuple[int, int], object], *attachments: Tree) -> bytes:
    """Return a mail with properties by number and type, and with attachments."""
    head = struct.pack("<8x4I8x", 0, len(attachments), 0, len(attachments))
    names = {f"__attach_version1.0_#{n:08X}": a for n, a in enumerate(attachments)}
    return compound_file({**_streams(properties, head), **names})


def attachment(properties: Mapping[tuple[int, int], object]) -> Tree:
    """Return what is attached, as a folder of the file."""
    return _streams(properties, bytes(8))


def attached_mail(properties: Mapping[tuple[int, int], object], *attachments: Tree) -> Tree:
    """Return a mail that is attached to another, as Outlook puts it there."""
    head = struct.pack("<8x4I", 0, len(attachments), 0, len(attachments))
    names = {f"__attach_version1.0_#{n:08X}": a for n, a in enumerate(attachments)}
    held = {**_streams(properties, head), **names}
    return {**attachment({(0x3705, INTEGER): 5}), "__substg1.0_3701000D": held}


def _streams(
    properties: Mapping[tuple[int, int], object], head: bytes
) -> dict[str, "bytes | Tree"]:
    streams: dict[str, bytes | Tree] = {}
    rows = head
    for (number, kind), value in properties.items():
        rows += struct.pack("<HHI", kind, number, 6)
        if isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
            rows += struct.pack("<Q", ticks)
        elif isinstance(value, int):
            rows += struct.pack("<Q", value)
        else:
            data = value.encode("utf-16-le") if isinstance(value, str) else bytes(value)  # type: ignore[call-overload]  # bytes
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = data
            rows += struct.pack("<Q", len(data))
    return {**streams, "__properties_version1.0": rows}

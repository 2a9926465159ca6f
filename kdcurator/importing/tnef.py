"""What Outlook wraps for itself when it sends rich text: winmail.dat (MS-OXTNEF).

Owns which files are in it and what was written as a web page or as RTF. Must not know mails.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from kdcurator.domain.errors import DamagedFile

_SIGNATURE = 0x223E9F78
_PROPERTIES, _ATTACHMENT_PROPERTIES = 0x00069003, 0x00069005
_NEXT_ATTACHMENT, _TITLE, _DATA = 0x00069002, 0x00018010, 0x0006800F
_RTF, _HTML, _LONG_NAME = 0x1009, 0x1013, 0x3707
_STRING8, _STRING = 0x001E, 0x001F
_LENGTHS = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
"""Bytes of the values of a fixed length, by type."""

_VARIABLE = frozenset({0x000D, _STRING8, _STRING, 0x0102})
_MOST = 20_000
"""Attributes, properties and values that are read."""


@dataclass(slots=True)
class WrappedFile:
    """A file in the wrapping."""

    name: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Wrapped:
    """What is in the wrapping."""

    page: bytes | None = None
    rtf: bytes | None = None
    """What was written as RTF, packed."""
    files: list[WrappedFile] = field(default_factory=list)


def unwrapped(data: bytes) -> Wrapped:
    """Return what is in the wrapping; raises `DamagedFile`."""
    found = Wrapped()
    try:
        for name, value in _attributes(data):
            _take(found, name, value)
    except (struct.error, ValueError) as error:
        raise DamagedFile from error
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and value of each attribute."""
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        raise DamagedFile
    at = 6
    for _ in range(_MOST):
        if at + 9 > len(data):
            return
        _level, name, length = struct.unpack_from("<BII", data, at)
        yield name, data[at + 9 : at + 9 + length]
        at += 9 + length + 2


def _take(found: Wrapped, name: int, value: bytes) -> None:
    """Keep what an attribute says."""
    if name == _PROPERTIES:
        properties = dict(_properties(value))
        found.page = properties.get(_HTML, found.page)
        found.rtf = properties.get(_RTF, found.rtf)
    elif name == _NEXT_ATTACHMENT:
        found.files.append(WrappedFile())
    elif found.files and name == _TITLE:
        found.files[-1].name = found.files[-1].name or _text(value)
    elif found.files and name == _DATA:
        found.files[-1].content = value
    elif found.files and name == _ATTACHMENT_PROPERTIES:
        long_name = dict(_properties(value)).get(_LONG_NAME)
        found.files[-1].name = long_name.decode() if long_name else found.files[-1].name


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and value of each property, strings as UTF-8; one of several values has none."""
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(min(count, _MOST)):
        kind, name = struct.unpack_from("<HH", data, at)
        at += 4
        if name >= 0x8000:
            at = _behind_name(data, at)
        single = kind & ~0x1000
        values = 1
        if kind & 0x1000 or single in _VARIABLE:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        value = b""
        for _ in range(min(values, _MOST)):
            length = _LENGTHS.get(single)
            if single in _VARIABLE:
                (length,) = struct.unpack_from("<I", data, at)
                at += 4
            if length is None:
                return  # nobody knows where the next one begins
            value = data[at : at + length]
            at += length + -length % 4
        if single in {_STRING, _STRING8}:
            yield name, _text(value, is_wide=single == _STRING).encode()
        elif values == 1:
            yield name, value


def _behind_name(data: bytes, at: int) -> int:
    """Return where a property goes on behind its name of its own."""
    kind, number = struct.unpack_from("<II", data, at + 16)
    return at + 24 + (number + -number % 4 if kind else 0)


def _text(value: bytes, *, is_wide: bool = False) -> str:
    return value.decode("utf-16-le" if is_wide else "cp1252", "replace").split("\x00")[0]

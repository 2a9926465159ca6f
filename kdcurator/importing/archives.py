"""Zip archives, opened without harm: documents that are archives, and archives of files.

Owns what is proved before a byte is unpacked (how many members, how large, how much larger than
packed, encrypted or not), the counting of the bytes that are really unpacked, and XML without
declarations of its own. Members are read into memory; their names are compared and shown, never
used as paths. Must not know what the members mean.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from kdcurator.domain.errors import DamagedFile, EncryptedFile, UnpacksTooBig, UnsupportedFile
from kdcurator.importing.limits import (
    HIGHEST_RATIO,
    LARGEST_UNPACKED,
    MEGABYTE,
    MOST_MARKS,
    MOST_MEMBERS,
)

if TYPE_CHECKING:
    from lxml import etree

_ENCRYPTED = 0x1
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES_LISTED = 100_000
"""Entries that zipfile lists in half a second; archives within an archive count."""

_BOUNDED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Ways of packing that zipfile unpacks a little at a time; bzip2 and LZMA fill the memory."""

_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive; `name` is as it stands there, of any form, and may come twice."""

    name: str
    size: int
    info: zipfile.ZipInfo = field(repr=False, compare=False)

    @property
    def is_encrypted(self) -> bool:
        """Tell whether a password is needed to read it."""
        return bool(self.info.flag_bits & _ENCRYPTED)


class Archive:
    """An archive whose bounds are proved; each member is proved as it is read."""

    def __init__(self, data: bytes) -> None:
        """List the members; raises `DamagedFile`, or `UnpacksTooBig` for what no document is."""
        if data.count(_ENTRY) > _MOST_ENTRIES_LISTED:
            raise UnpacksTooBig
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGES as error:
            raise DamagedFile from error
        listed = self._zip.infolist()
        if len(listed) > MOST_MEMBERS or sum(each.file_size for each in listed) > LARGEST_UNPACKED:
            raise UnpacksTooBig
        self._unpacked = 0
        self._marks = 0
        self.members = tuple(
            Member(each.filename, each.file_size, each)
            for each in listed
            if not each.filename.endswith("/")
        )
        """The files in the order in which the archive lists them; folders are left out."""
        self._by_name = {member.name: member for member in self.members}

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return name in self._by_name

    def read(self, member: Member | str) -> bytes:
        """Return a member's bytes; of several with one name, the last.

        Raises `DamagedFile` (also where there is none of that name), `EncryptedFile`,
        `UnpacksTooBig`, and `UnsupportedFile` for ways of packing that no document uses.
        """
        if isinstance(member, str):
            if member not in self._by_name:
                raise DamagedFile
            member = self._by_name[member]
        self._require_harmless(member)
        try:
            with self._zip.open(member.info) as stream:
                unpacked = stream.read(LARGEST_UNPACKED - self._unpacked + 1)
        except _DAMAGES as error:
            raise DamagedFile from error
        self._unpacked += len(unpacked)
        if self._unpacked > LARGEST_UNPACKED:
            raise UnpacksTooBig
        return unpacked

    def read_xml(self, member: Member | str, *, may_name_type: bool = False) -> "etree._Element":
        """Return the root of a member that is XML; raises as `read` and `parse_xml` do.

        All that is read from one archive may hold so much XML as one document may.
        """
        data = self.read(member)
        self._marks += count_marks(data)
        if self._marks > MOST_MARKS:
            raise UnpacksTooBig
        return parse_xml(data, may_name_type=may_name_type)

    def _require_harmless(self, member: Member) -> None:
        """Raise what stands against unpacking a member."""
        if member.is_encrypted:
            raise EncryptedFile
        if member.info.compress_type not in _BOUNDED:
            raise UnsupportedFile(kind="ZIP")
        if member.size > MEGABYTE and member.size > HIGHEST_RATIO * member.info.compress_size:
            raise UnpacksTooBig


_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,  # UnicodeDecodeError of names is one
    NotImplementedError,
    IndexError,
    OverflowError,
    RuntimeError,
)
"""What zipfile raises over archives that are not whole."""


def packed(members: Iterable[tuple[str, bytes]]) -> io.BytesIO:
    """Return a new archive of members that were proved, for libraries that unpack by themselves."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content)
    target.seek(0)
    return target


def count_marks(data: bytes) -> int:
    """Return at least how many elements and attributes XML has, without parsing it."""
    return data.count(b"<") + data.count(b"=")


def parse_xml(data: bytes, *, may_name_type: bool = False) -> "etree._Element":
    """Return the root of an XML document; raises `DamagedFile` where it is none.

    One that declares a document type is refused as damaged: no office program writes it, and
    entities that grow or name files need it. Pages may name their type, but declare nothing in it;
    what an entity stands for is then left to the caller. Nothing is ever fetched. Raises
    `UnpacksTooBig` for more elements than the memory is to hold.
    """
    from lxml import etree

    if count_marks(data) > MOST_MARKS:
        raise UnpacksTooBig
    _refuse_declarations(data, may_name_type=may_name_type)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile from error


class _PrologRead(Exception):
    """The root element has begun, after which nothing can be declared."""


def _refuse_declarations(data: bytes, *, may_name_type: bool) -> None:
    """Raise `DamagedFile` for a document type before the root element, or for no XML at all."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _on_name if may_name_type else _on_doctype
    parser.StartElementHandler = _on_root
    try:
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], False)  # noqa: FBT003 - positional in C
    except _PrologRead:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DamagedFile from error
    raise DamagedFile


def _on_doctype(*_declared: object) -> None:
    raise DamagedFile


def _on_name(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
    if has_subset:
        raise DamagedFile


def _on_root(*_element: object) -> None:
    raise _PrologRead

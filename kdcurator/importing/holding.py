"""Files that hold files: archives, archives in archives, and mailboxes.

Owns the walk through them, member by member, and what a member is called where it is shown. No name
of a member is ever used as a path: nothing is unpacked to the disk, and what could lead elsewhere
is taken out of the names. Must not know what the members hold.
"""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from kdcurator.domain.errors import (
    QT_TRANSLATE_NOOP,
    EmptyFile,
    NestedTooDeep,
    Refused,
    UnpacksTooBig,
    UnreadableFile,
)
from kdcurator.importing import formats
from kdcurator.importing.archives import Archive, Member
from kdcurator.importing.files import is_hidden, natural_order
from kdcurator.importing.limits import DEEPEST, LARGEST_UNPACKED, MOST_MEMBERS
from kdcurator.importing.mailboxes import is_mailbox, mails_in

_LINK = QT_TRANSLATE_NOOP("errors", "it is a link, and only the archive knows where to")
_IN_UTF8 = 0x800
_LONGEST_NAME = 200
_MOST_FOLDERS = 10
_HARMFUL = re.compile('[\\x00-\\x1f\\x7f-\\x9f:*?"<>|\\ud800-\\udfff]')
"""Controls, and what means something in paths of some system."""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file in a file."""

    place: tuple[str, ...]
    """Where it lies within, for people to read; the last is its name."""
    content: bytes | Refused
    """Its bytes, or why they are not to be had."""


def holds_files(data: bytes) -> bool:
    """Tell whether a file is an archive (not a document that is one) or a mailbox."""
    return formats.by_content(data) in {formats.ZIP, formats.MBOX}


def files_in(data: bytes) -> Iterator[HeldFile]:
    """Yield the files in an archive or mailbox, each once, always in the same order.

    Raises `DamagedFile`, `UnpacksTooBig` and, for none at all, `EmptyFile`; what is wrong with one
    of them is told in its place, and the rest follow.
    """
    walk = _Walk()
    yield from walk.opened(data, (), 1)
    if not walk.met:
        raise EmptyFile


class _Walk:
    """One walk, which counts over all archives within."""

    def __init__(self) -> None:
        self.met = 0
        self._members = 0
        self._unpacked = 0

    def opened(self, data: bytes, above: tuple[str, ...], depth: int) -> Iterator[HeldFile]:
        """Yield what an archive or a mailbox holds; raises `DamagedFile` and `UnpacksTooBig`."""
        if is_mailbox(data):
            for number, (subject, mail) in enumerate(mails_in(data), 1):
                self.met += 1
                yield HeldFile((*above, *_name_of_mail(number, subject)), mail)
        else:
            yield from self.through(Archive(data), above, depth)

    def through(self, archive: Archive, above: tuple[str, ...], depth: int) -> Iterator[HeldFile]:
        """Yield what an archive holds, folders by name as on a disk."""
        named = [(harmless(_name(member)), member) for member in archive.members]
        for name, member in sorted(named, key=lambda item: list(map(natural_order, item[0]))):
            if not any(map(is_hidden, name)):
                yield from self._member(archive, member, above + name, depth)

    def _member(
        self, archive: Archive, member: Member, place: tuple[str, ...], depth: int
    ) -> Iterator[HeldFile]:
        """Yield a member, or what it holds when it is an archive."""
        self._count(member)
        try:
            content = _bytes_of(archive, member)
            if not holds_files(content):
                yield HeldFile(place, content)
                return
            if depth >= DEEPEST:
                raise NestedTooDeep
            inner = None if is_mailbox(content) else Archive(content)
        except Refused as error:
            yield HeldFile(place, error)
            return
        if inner is None:
            yield from self.opened(content, place, depth + 1)
        else:
            yield from self.through(inner, place, depth + 1)

    def _count(self, member: Member) -> None:
        self.met += 1
        self._members += 1
        self._unpacked += member.size
        if self._members > MOST_MEMBERS or self._unpacked > LARGEST_UNPACKED:
            raise UnpacksTooBig


def harmless(name: str) -> tuple[str, ...]:
    """Return a member's name as folders and name that lead nowhere; never empty."""
    pieces = [_HARMFUL.sub("_", piece).strip() for piece in re.split(r"[/\\]", name)]
    kept = [_shortened(piece) for piece in pieces if piece.strip(". ")]
    return tuple(kept[-_MOST_FOLDERS:]) or ("_",)


def _name_of_mail(number: int, subject: str | None) -> tuple[str, ...]:
    """Return the name of a mail in a mailbox: its number, and its subject if it has one."""
    words = (subject or "").replace("/", "_").replace("\\", "_")
    return harmless(f"{number:04} {words}".rstrip(" .") + ".eml")


def _shortened(name: str) -> str:
    """Return the beginning of a name, with its ending, which tells the format."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - 20]}…{name[-19:]}"


def _name(member: Member) -> str:
    """Return a member's name; Danish Windows writes those not in UTF-8 in code page 850."""
    if member.info.flag_bits & _IN_UTF8:
        return member.name
    try:
        return member.name.encode("cp437").decode("cp850")
    except UnicodeError:
        return member.name


def _bytes_of(archive: Archive, member: Member) -> bytes:
    """Return what a member holds; raises `Refused`, for a link too: it holds but a path."""
    if stat.S_ISLNK(member.info.external_attr >> 16):
        raise UnreadableFile(reason=_LINK)
    return archive.read(member)

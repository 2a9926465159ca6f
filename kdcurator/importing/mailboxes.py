"""Mailboxes: many mails in one file (MBOX), as Thunderbird, Apple Mail and Gmail write them.

Owns where a mail begins and ends, what was escaped on the way, and which mails were deleted. Must
not know what a mail says but for its subject.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kdcurator.importing.mime import header, parse_mime

if TYPE_CHECKING:
    from email.message import EmailMessage

_OPENING = rb"From [^\r\n]{1,300}\d:\d\d[^\r\n]{0,60}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,70}:)"
_FIRST = re.compile(rb"\s{0,100}" + _OPENING)
_EACH = re.compile(rb"(?:\A\s{0,100}|(?<=\n\n)|(?<=\n\r\n))" + _OPENING)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEAD = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 100_000
_DELETED = 0x8
"""The bit of Thunderbird's status that says so; the bytes stay until the mailbox is tidied up."""


def is_mailbox(data: bytes) -> bool:
    """Tell whether a file opens as mailboxes do: the line of the way, then a header."""
    return bool(_FIRST.match(data[:1000]))


def mails_in(data: bytes) -> Iterator[tuple[str | None, bytes]]:
    """Yield subject and bytes of each mail that was not deleted."""
    starts = [match.end() for match in _EACH.finditer(data)]
    ends = [match.start() for match in _EACH.finditer(data)][1:]
    for start, end in zip(starts, [*ends, len(data)], strict=True):
        mail = _ESCAPED.sub(rb"\1", data[start:end].removesuffix(b"\n").removesuffix(b"\r"))
        found = _HEAD.search(mail, 0, _LONGEST_HEAD)
        head = parse_mime(mail[: found.end() if found else _LONGEST_HEAD])
        if not _is_deleted(head):
            yield header(head, "subject"), mail


def _is_deleted(head: "EmailMessage") -> bool:
    status = header(head, "x-mozilla-status") or ""
    return bool(re.fullmatch("[0-9a-fA-F]{4}", status)) and bool(int(status, 16) & _DELETED)

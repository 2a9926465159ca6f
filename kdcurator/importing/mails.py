"""What becomes of a mail, whichever program saved it.

Owns that the text is what was written in it and nothing else, and that subject, sender and day
are what is known of it. Must not know the formats of mails.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, runtime_checkable

from kdcurator.domain.article import Metadata, ReadFile, ReadingNote, TextType
from kdcurator.domain.errors import BETWEEN_NAMES, NoText, OnlyAttachments
from kdcurator.importing.encoding import Decoded
from kdcurator.importing.holding import harmless
from kdcurator.importing.mail_rtf import page_of, unpacked
from kdcurator.importing.moments import day_of
from kdcurator.importing.pages import blocks_of, joined, parse_page
from kdcurator.importing.rtf_reader import RtfReader
from kdcurator.importing.text_reader import read_words
from kdcurator.text.canonical import one_line

_ANSWER = re.compile(r"(?:(?:sv|re|vs|fw|fwd|vb)\s?:\s?){1,9}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is attached to a mail."""

    name: str
    """Its name, which leads nowhere; for people to read, and its ending tells the format."""
    load: Callable[[], bytes]
    """Returns what it holds; raises `Refused`."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail's fields, as far as they are known; the body is what was written."""

    body: Decoded | None
    subject: str | None = None
    sender: str | None = None
    """Name, address or both, as `From:` has it."""
    sent: datetime | None = None
    attached: tuple[Attached, ...] = ()


@runtime_checkable
class MailReader(Protocol):
    """A reader of files that are mails."""

    def mail(self, data: bytes) -> Mail:
        """Return a mail with what is attached to it; raises `Refused`."""


def shown_name(name: str | None, number: int, suffix: str) -> str:
    """Return the name of what is attached as a name without folders.

    One that has none is called by its `number` (from 1), with the `suffix` of its kind.
    """
    words = one_line(name or "").strip()
    return harmless(words)[-1] if words else f"{number}{suffix}"


def shown_body(markup: Decoded) -> Decoded:
    """Return all that a mail in HTML shows; raises `NoText` and `DamagedFile`.

    A mail is its sender's from the greeting to the name, so no article is told from the rest.
    """
    return replace(markup, text=joined(blocks_of(parse_page(markup.text))))


def shown_rtf(packed: bytes) -> Decoded:
    """Return what RTF shows, or the page that it stands for; raises `Refused`."""
    rtf = unpacked(packed)
    page = page_of(rtf)
    if page is not None:
        return shown_body(Decoded(page, "rtf"))
    file = RtfReader().read(rtf, "")
    return Decoded(file.text, "rtf", file.replaced)


def mail_file(mail: Mail, media_type: str) -> ReadFile:
    """Return a mail as a file; raises `Refused` when nothing is written in it, or too much."""
    names = tuple(each.name for each in mail.attached)
    try:
        if mail.body is None:
            raise NoText
        file = read_words(mail.body.text, media_type)
    except NoText as error:
        if names:
            raise OnlyAttachments(names=BETWEEN_NAMES.join(names)) from error
        raise
    return replace(
        file,
        encoding=mail.body.encoding,
        replaced=file.replaced + mail.body.replaced,
        metadata=Metadata(
            title=_ANSWER.sub("", one_line(mail.subject or ""), count=1) or None,
            byline=_name(mail.sender or ""),
            published_on=None if mail.sent is None else day_of(mail.sent),
            text_type=TextType.MAIL,
        ),
        notes=frozenset({ReadingNote.ATTACHMENTS} if names else ()),
        attachments=names,
    )


def _name(sender: str) -> str | None:
    """Return a sender's name, or else the address."""
    from email.utils import parseaddr

    name, address = parseaddr(one_line(sender))
    return name.strip("\"' ") or address or None

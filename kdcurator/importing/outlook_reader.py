"""The reader of mails as Outlook saves them (MSG).

Owns which of a message's properties are what was written and which tell of attachments. Must not
know how a mail becomes an article.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import DamagedFile, EmptyFile, EncryptedFile, NoText, Refused
from kdcurator.importing.encoding import Decoded, decode_declared
from kdcurator.importing.formats import OUTLOOK
from kdcurator.importing.html_reader import decode_page
from kdcurator.importing.mails import Attached, Mail, mail_file, shown_body, shown_name, shown_rtf
from kdcurator.text.canonical import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from oxmsg import Message
    from oxmsg.attachment import Attachment
    from oxmsg.storage import Storage

_BODY_IN_BYTES = "__substg1.0_1000001E"
"""The stream of a body that is in some encoding, not in Unicode."""

_RTF = 0x1009
"""The property with what was written as RTF, packed."""

_SHORT_NAME = 0x3704
"""The property with a name of at most eight letters and three, beside the long name or alone."""

_HELD_MAIL = "__substg1.0_3701000D"
"""The folder of an attachment in which another mail lies."""

_HELD_HEAD = 24
"""Bytes before the properties of a mail within a mail; one in a file of its own has 32."""

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".webp", ".tif", ".tiff"})
"""Endings of what is shown within a mail; other files may be named there and are attached."""

_ENDING = 0x3703
"""The property with the ending of a name."""


class MsgReader:
    """Reads mails of Outlook; a `domain.ports.FileReader`."""

    media_type = OUTLOOK.media_type
    suffixes = OUTLOOK.suffixes

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return what is written in a mail; raises `Refused`."""
        return mail_file(self.mail(data), OUTLOOK.media_type)

    def mail(self, data: bytes) -> Mail:
        """Return a mail with what is attached to it; raises `Refused`."""
        if not data:
            raise EmptyFile
        try:
            return _mail(data)
        except Refused:
            raise
        except Exception as error:  # hostile files make the parser raise anything
            raise DamagedFile from error


def _mail(data: bytes) -> Mail:
    from oxmsg import Message

    message = Message.load(data)
    storage = message._storage  # noqa: SLF001 - streams whose code page is told wrongly
    body = _body(message, cast("Storage", storage))
    if body is None and message.message_class.casefold().startswith("ipm.note.smime"):
        raise EncryptedFile
    return Mail(
        body,
        message.subject,
        message.sender,
        _sent(message),
        tuple(_attached(message.attachments)),
    )


def _body(message: "Message", storage: "Storage") -> Decoded | None:
    """Return what was written: plain text, or else what the HTML shows; None if neither is there.

    Outlook keeps the plain text beside every other form.
    """
    plain = _plain_body(message, storage)
    if plain is not None and plain.text.strip():
        return plain
    try:
        return _marked_up_body(message)
    except NoText:
        return None


def _marked_up_body(message: "Message") -> Decoded | None:
    """Return what HTML or RTF shows; raises `NoText` and `DamagedFile`."""
    from oxmsg.domain import constants

    page = message.properties.binary_prop_value(constants.PID_HTML)
    if page:
        return shown_body(decode_page(page, message.properties.body_encoding))
    markup = message.properties.str_prop_value(constants.PID_BODY_HTML)
    if markup:
        return shown_body(Decoded(markup, "utf-16-le"))
    packed = message.properties.binary_prop_value(_RTF)
    return shown_rtf(packed) if packed else None


def _plain_body(message: "Message", storage: "Storage") -> Decoded | None:
    """Return the plain text, in bytes decoded by our own rule: old mails name wrong code pages."""
    for stream in storage.streams:
        if stream.name == _BODY_IN_BYTES:
            return decode_declared(stream.bytes_, message.properties.body_encoding)
    text = message.body
    return None if text is None else Decoded(text.rstrip("\x00"), "utf-16-le")


def _sent(message: "Message") -> "datetime | None":
    """Return when a mail was sent, as its header says or else in UTC."""
    from email.utils import parsedate_to_datetime

    stated = {name.casefold(): value for name, value in message.message_headers.items()}.get("date")
    with suppress(ValueError, TypeError):
        return parsedate_to_datetime(str(stated)) if stated else message.sent_date
    return message.sent_date


def _attached(attachments: "Iterable[Attachment]") -> Iterator[Attached]:
    """Yield the files that are attached, but not the pictures within what was written."""
    from oxmsg.domain import constants

    for number, each in enumerate(attachments, 1):
        known = each.properties
        data = known.binary_prop_value(constants.PID_ATTACH_DATA_BINARY)
        if data is None:
            yield from _held_mail(number, each)
            continue
        name = each.file_name or known.str_prop_value(_SHORT_NAME)
        suffix = known.str_prop_value(_ENDING) or ""
        is_named_within = known.str_prop_value(constants.PID_ATTACH_CONTENT_ID)
        if is_named_within and PurePath(name or suffix).suffix.casefold() in _PICTURES:
            continue
        yield Attached(shown_name(name, number, suffix), partial(bytes, data))


def _held_mail(number: int, attachment: "Attachment") -> Iterator[Attached]:
    """Yield the mail that is attached as one of Outlook's, if that is what is attached."""
    from oxmsg import Message
    from oxmsg.properties import Properties
    from oxmsg.storage import Storage

    class Held(Message):
        """A mail within a mail, whose properties begin earlier."""

        @property
        def properties(self) -> Properties:
            return Properties(self._storage, properties_header_offset=_HELD_HEAD)

    storage = attachment._storage  # noqa: SLF001 - the library hands out no mails within mails
    for each in storage.storages if isinstance(storage, Storage) else ():
        if each.name == _HELD_MAIL:
            held = Held(each)
            subject = held.subject
            name = f"{subject}.eml" if subject else None
            yield Attached(shown_name(name, number, ".eml"), partial(_as_message, held, each))


def _as_message(held: "Message", storage: "Storage") -> bytes:
    """Return a mail within a mail in the form in which other programs keep mails.

    Raises `DamagedFile`.
    """
    from email.message import EmailMessage

    try:
        made = EmailMessage()
        for name, value in (("Subject", held.subject), ("From", held.sender)):
            made[name] = one_line(value or "")
        if (sent := _sent(held)) is not None:
            made["Date"] = sent
        body = _body(held, storage)
        made.set_content("" if body is None else body.text, cte="base64")
        for each in _attached(held.attachments):
            made.add_attachment(each.load(), "application", "octet-stream", filename=each.name)
        return made.as_bytes()
    except Refused:
        raise
    except Exception as error:  # hostile files make the parser raise anything
        raise DamagedFile from error

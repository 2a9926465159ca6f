"""The reader of mails as Outlook saves them (MSG).

Owns which of a message's properties are what was written and which tell of attachments. Must not
know how a mail becomes an article.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import DamagedFile, EmptyFile, EncryptedFile, NoText, Refused
from kdcurator.importing.encoding import Decoded, decode_declared
from kdcurator.importing.formats import OUTLOOK
from kdcurator.importing.html_reader import decode_page
from kdcurator.importing.mail_rtf import page_of, unpacked
from kdcurator.importing.mails import Attached, Mail, mail_file, shown_body, shown_name
from kdcurator.importing.rtf_reader import RtfReader

if TYPE_CHECKING:
    from datetime import datetime

    from oxmsg import Message
    from oxmsg.attachment import Attachment

_BODY_IN_BYTES = "__substg1.0_1000001E"
"""The stream of a body that is in some encoding, not in Unicode."""

_RTF = 0x1009
"""The property with what was written as RTF, packed."""

_SHORT_NAME = 0x3704
"""The property with a name of at most eight letters and three, beside the long name or alone."""

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
    try:
        body = _body(message, data)
    except NoText:
        body = None
    if body is None and message.message_class.casefold().startswith("ipm.note.smime"):
        raise EncryptedFile
    return Mail(
        body,
        message.subject,
        message.sender,
        _sent(message),
        tuple(_attached(message.attachments)),
    )


def _body(message: "Message", data: bytes) -> Decoded | None:
    """Return what was written: plain text, or else what the HTML shows; None if neither is there.

    Outlook keeps the plain text beside every other form.
    """
    from oxmsg.domain import constants

    plain = _plain_body(message, data)
    if plain is not None and plain.text.strip():
        return plain
    page = message.properties.binary_prop_value(constants.PID_HTML)
    if page:
        return shown_body(decode_page(page, message.properties.body_encoding))
    markup = message.properties.str_prop_value(constants.PID_BODY_HTML)
    if markup:
        return shown_body(Decoded(markup, "utf-16-le"))
    packed = message.properties.binary_prop_value(_RTF)
    return _of_rtf(packed) if packed else None


def _of_rtf(packed: bytes) -> Decoded:
    """Return what RTF shows, or the page that it stands for."""
    rtf = unpacked(packed)
    page = page_of(rtf)
    if page is not None:
        return shown_body(Decoded(page, "rtf"))
    file = RtfReader().read(rtf, "")
    return Decoded(file.text, "rtf", file.replaced)


def _plain_body(message: "Message", data: bytes) -> Decoded | None:
    """Return the plain text, in bytes decoded by our own rule: old mails name wrong code pages."""
    from olefile import OleFileIO

    with OleFileIO(io.BytesIO(data)) as file:
        if file.exists(_BODY_IN_BYTES):
            with file.openstream(_BODY_IN_BYTES) as stream:
                return decode_declared(stream.read(), message.properties.body_encoding)
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
        if data is None or known.str_prop_value(constants.PID_ATTACH_CONTENT_ID):
            continue
        name = each.file_name or known.str_prop_value(_SHORT_NAME)
        suffix = known.str_prop_value(_ENDING) or ""
        yield Attached(shown_name(name, number, suffix), partial(bytes, data))

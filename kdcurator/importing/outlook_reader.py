"""The reader of mails as Outlook saves them (MSG).

Owns which of a message's properties are what was written and which tell of attachments. Must not
know how a mail becomes an article.
"""

import io
from contextlib import suppress
from typing import TYPE_CHECKING

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import DamagedFile, EmptyFile, EncryptedFile, NoText, Refused
from kdcurator.importing.encoding import Decoded, decode_declared
from kdcurator.importing.formats import OUTLOOK
from kdcurator.importing.html_reader import decode_page
from kdcurator.importing.mails import Mail, mail_file, shown_body

if TYPE_CHECKING:
    from datetime import datetime

    from oxmsg import Message
    from oxmsg.attachment import Attachment

_BODY_IN_BYTES = "__substg1.0_1000001E"
"""The stream of a body that is in some encoding, not in Unicode."""


class MsgReader:
    """Reads mails of Outlook; a `domain.ports.FileReader`."""

    media_type = OUTLOOK.media_type
    suffixes = OUTLOOK.suffixes

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return what is written in a mail; raises `Refused`."""
        if not data:
            raise EmptyFile
        try:
            return mail_file(_mail(data), OUTLOOK.media_type)
        except Refused:
            raise
        except Exception as error:  # hostile files make the parser raise anything
            raise DamagedFile from error


def _mail(data: bytes) -> Mail:
    from oxmsg import Message

    message = Message.load(data)
    body = _body(message, data)
    if body is None:
        is_sealed = message.message_class.casefold().startswith("ipm.note.smime")
        raise EncryptedFile if is_sealed else NoText
    return Mail(
        body,
        message.subject,
        message.sender,
        _sent(message),
        any(map(_is_attached, message.attachments)),
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
    return shown_body(Decoded(markup, "utf-16-le")) if markup else None


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


def _is_attached(attachment: "Attachment") -> bool:
    """Tell attachments from the pictures within what was written."""
    from oxmsg.domain import constants

    return not attachment.properties.str_prop_value(constants.PID_ATTACH_CONTENT_ID)

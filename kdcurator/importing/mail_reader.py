"""The reader of mails as most programs save them (EML).

Owns which part of a mail is what was written, how lines that were wrapped on the way become whole
again, and what counts as attached. Must not know how a mail becomes an article.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import DamagedFile, EmptyFile, EncryptedFile, NoText, Refused
from kdcurator.importing.encoding import Decoded, decode_declared
from kdcurator.importing.formats import EML
from kdcurator.importing.html_reader import decode_page
from kdcurator.importing.mails import (
    Attached,
    Mail,
    mail_file,
    shown_body,
    shown_name,
    shown_rtf,
)
from kdcurator.importing.mime import (
    HELD_MAILS,
    file_name,
    header,
    held_bytes,
    own_bytes,
    parse_mime,
    structured_header,
    subject_of_held,
)
from kdcurator.importing.tnef import Wrapped, unwrapped

if TYPE_CHECKING:
    from email.message import EmailMessage

_APPLE_COUNT = re.compile(rb"\s{0,9}(\d{1,12})\s{0,9}\n")
_QUOTING = re.compile(r">*")
_SIGNATURE = "-- "
_WRAPPINGS = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)


class EmlReader:
    """Reads mails; a `domain.ports.FileReader`."""

    media_type = EML.media_type
    suffixes = EML.suffixes

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return what is written in a mail; raises `Refused`."""
        return mail_file(self.mail(data), EML.media_type)

    def mail(self, data: bytes) -> Mail:
        """Return a mail with what is attached to it; raises `Refused`."""
        if not data:
            raise EmptyFile
        try:
            return _mail(parse_mime(_without_count(data)))
        except Refused:
            raise
        except Exception as error:  # hostile mails make the parser of headers raise anything
            raise DamagedFile from error


def _mail(message: "EmailMessage") -> Mail:
    """Return a mail's fields; raises `EncryptedFile`."""
    parts = list(_parts(message))
    if any(map(_is_encrypted, (message, *parts))):
        raise EncryptedFile
    files = enumerate(filter(_is_attached, parts), 1)
    wrapped = _wrapped(parts)
    return Mail(
        _body(message) or next(filter(None, map(_written_within, wrapped.values())), None),
        header(message, "subject"),
        header(message, "from"),
        _sent(message),
        tuple(
            each for number, part in files for each in _files(number, part, wrapped.get(id(part)))
        ),
    )


def _wrapped(parts: "list[EmailMessage]") -> dict[int, Wrapped]:
    """Return what Outlook wrapped for itself, by the part; what is damaged stays as it is."""
    found = {}
    for part in parts:
        if part.get_content_type() in _WRAPPINGS:
            with suppress(DamagedFile):
                found[id(part)] = unwrapped(own_bytes(part))
    return found


def _written_within(wrapped: Wrapped) -> Decoded | None:
    """Return what was written, from within Outlook's wrapping."""
    with suppress(NoText, DamagedFile):
        if wrapped.page:
            return shown_body(decode_page(wrapped.page, None))
        return shown_rtf(wrapped.rtf) if wrapped.rtf else None
    return None


def _files(number: int, part: "EmailMessage", wrapped: Wrapped | None) -> Iterator[Attached]:
    """Yield what is attached: the part itself, or what is wrapped in it."""
    if wrapped is None:
        yield _attached(number, part)
        return
    for place, each in enumerate(wrapped.files, number):
        if each.content:
            yield Attached(shown_name(each.name, place, ""), partial(bytes, each.content))


def _attached(number: int, part: "EmailMessage") -> Attached:
    """Return what is attached, to be decoded when it is wanted."""
    if part.get_content_type() in HELD_MAILS:
        subject = subject_of_held(part)
        name = f"{subject}.eml" if subject else None
        return Attached(shown_name(name, number, ".eml"), partial(held_bytes, part))
    from mimetypes import guess_extension

    suffix = guess_extension(part.get_content_type()) or ""
    return Attached(shown_name(file_name(part), number, suffix), partial(own_bytes, part))


def _without_count(data: bytes) -> bytes:
    """Return the mail of a file by Apple Mail, which counts its bytes on a line above it."""
    found = _APPLE_COUNT.match(data)
    return data[found.end() : found.end() + int(found[1])] if found else data


def _parts(message: "EmailMessage") -> "Iterator[EmailMessage]":
    """Yield the parts of a mail but not those of mails that are attached to it."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list) and part.get_content_maintype() == "multipart":
            waiting = cast("list[EmailMessage]", inside) + waiting
        else:
            yield part


def _is_encrypted(part: "EmailMessage") -> bool:
    kind = part.get_content_type()
    is_sealed = kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}
    is_signed_only = "signed" in str(part.get_param("smime-type") or "")
    return kind == "multipart/encrypted" or (is_sealed and not is_signed_only)


def _is_attached(part: "EmailMessage") -> bool:
    """Tell attachments from what was written and from the pictures within it."""
    if part.get_content_maintype() == "message":
        return part.get_content_type() in HELD_MAILS  # others tell what became of a mail
    if part.get_content_type() in _SIGNATURES:
        return False
    if part.get_content_disposition() == "attachment":
        return True
    if part.get_content_maintype() == "text":
        return part.get_filename() is not None
    is_within = header(part, "content-id") is not None and part.get_content_maintype() == "image"
    return not is_within


def _body(message: "EmailMessage") -> Decoded | None:
    """Return what was written, from first to last; None for nothing."""
    written = _written(message)
    if not written:
        return None
    text = written[0].text
    for piece in written[1:]:
        text += ("\n" if text.endswith("\n") else "\n\n") + piece.text
    return Decoded(text, written[0].encoding, sum(piece.replaced for piece in written))


def _written(part: "EmailMessage") -> list[Decoded]:
    """Return the pieces of text in a part; of what is there in several forms the plain one.

    Some programs write on below an attachment, and lists put a foot under what was written.
    """
    kind = part.get_content_type()
    if kind.startswith("multipart/"):
        inside = cast("list[EmailMessage]", part.get_payload()) if part.is_multipart() else []
        if kind == "multipart/alternative":
            forms = sorted(inside, key=lambda form: form.get_content_type() != "text/plain")
            return next(filter(None, map(_written, forms)), [])
        return [piece for each in inside for piece in _written(each)]
    if kind not in {"text/plain", "text/html"} or _is_attached(part):
        return []
    piece = _shown(part) if kind == "text/html" else _plain(part)
    return [piece] if piece.text.strip() else []


def _plain(part: "EmailMessage") -> Decoded:
    return _unwrapped(decode_declared(own_bytes(part), part.get_content_charset()), part)


def _shown(part: "EmailMessage") -> Decoded:
    markup = decode_page(own_bytes(part), part.get_content_charset())
    try:
        return shown_body(markup)
    except NoText:
        return Decoded("", markup.encoding)


def _unwrapped(decoded: Decoded, part: "EmailMessage") -> Decoded:
    """Join the lines that were broken for the way, where the mail says that they were.

    That is RFC 3676: a blank at the end of a line says that it goes on.
    """
    if str(part.get_param("format") or "").casefold() != "flowed":
        return decoded
    drops_blank = str(part.get_param("delsp") or "").casefold() == "yes"
    lines = decoded.text.replace("\r\n", "\n").split("\n")
    return Decoded(
        "\n".join(_flowed(lines, drops_blank=drops_blank)), decoded.encoding, decoded.replaced
    )


def _flowed(lines: list[str], *, drops_blank: bool) -> Iterator[str]:
    """Yield whole lines; only lines of one depth of quoting go on in each other."""
    held, depth = "", None
    for line in lines:
        marks = _QUOTING.match(line)[0]  # type: ignore[index]  # it matches nothing, too
        words = line[len(marks) :].removeprefix(" ")
        if depth is not None and (depth != marks or words in {"", _SIGNATURE}):
            yield held
            held, depth = "", None
        start = held if depth is not None else f"{marks} {words}"[: len(marks) + bool(marks)]
        goes_on = words.endswith(" ") and words != _SIGNATURE
        held = start + (words[:-1] if goes_on and drops_blank else words)
        depth = marks
        if not goes_on:
            yield held
            held, depth = "", None
    if depth is not None:
        yield held


def _sent(message: "EmailMessage") -> datetime | None:
    sent = getattr(structured_header(message, "date"), "datetime", None)
    return sent if isinstance(sent, datetime) else None

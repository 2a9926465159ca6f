"""Messages and saved pages as the standard library parses them, without its stumbling.

Owns what is done where a file is not as the standards want it: bytes above ASCII in headers,
payloads cut short, headers that make the parser stumble, mails within mails. Must not know what the
parts say.
"""

from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from kdcurator.domain.errors import DamagedFile
from kdcurator.importing.encoding import decode

if TYPE_CHECKING:
    from email.headerregistry import BaseHeader
    from email.message import EmailMessage

HELD_MAILS = frozenset({"message/rfc822", "message/global"})
"""Kinds of parts that are mails of their own."""

_LONGEST_HEADER = 20_000


def parse_mime(data: bytes) -> "EmailMessage":
    """Return the parts of a message; raises `DamagedFile`."""
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(data, policy=policy.default)
    except Exception as error:  # hostile files make the parser raise anything
        raise DamagedFile from error
    return message


def header(message: "EmailMessage", name: str) -> str | None:
    """Return a header as text on one line; None where there is none or it cannot be read."""
    found = structured_header(message, name)
    return None if found is None else " ".join(str(found).split()) or None


def structured_header(message: "EmailMessage", name: str) -> "BaseHeader | None":
    """Return the first header of a name, taken apart; None where that fails.

    Old programs write æ, ø and å into headers as they are: the rule for texts decodes them.
    """
    from email import policy

    raw = next((value for key, value in message.raw_items() if key.casefold() == name), None)
    if raw is None:
        return None
    line = " ".join(str(raw)[:_LONGEST_HEADER].splitlines())
    if not line.isascii():
        line = decode(line.encode("utf-8", "surrogateescape")).text
    try:
        return cast("BaseHeader", policy.default.header_factory(name, line))
    except Exception:  # noqa: BLE001 - hostile headers make it raise anything; others say enough
        return None


def own_bytes(part: "EmailMessage") -> bytes:
    """Return what a part holds itself, its transfer encoding undone as far as it goes."""
    try:
        payload = part.get_payload(decode=True)
    except Exception as error:  # hostile files make the decoder raise anything
        raise DamagedFile from error
    return payload if isinstance(payload, bytes) else b""


def file_name(part: "EmailMessage") -> str | None:
    """Return the name that a part has as a file, one with an ending if there is any."""
    places = (("content-disposition", "filename"), ("content-type", "name"))
    found = [_parameter(part, *place) for place in places]
    names = [name for name in found if name]
    return next((name for name in names if PurePath(name).suffix), names[0] if names else None)


def subject_of_held(part: "EmailMessage") -> str | None:
    """Return the subject of the mail that a part is."""
    held = _held(part)
    return header(held, "subject") if held is not None else None


def held_bytes(part: "EmailMessage") -> bytes:
    """Return the mail that a part is; raises `DamagedFile`.

    No mail may be packed as base64 within another, and some are.
    """
    from base64 import b64decode
    from email import policy

    held = _held(part)
    if held is None:
        return own_bytes(part)
    encoding = str(part.get("content-transfer-encoding") or "").strip().casefold()
    try:
        if encoding == "base64" and not held.keys():
            return b64decode(str(held.get_payload()))
        as_it_came = policy.default.clone(refold_source="none", cte_type="8bit")
        return held.as_bytes(policy=as_it_came)
    except Exception as error:  # hostile files make the generator raise anything
        raise DamagedFile from error


def _held(part: "EmailMessage") -> "EmailMessage | None":
    inside = part.get_payload() if part.is_multipart() else None
    return cast("EmailMessage", inside[0]) if isinstance(inside, list) and inside else None


def _parameter(part: "EmailMessage", name: str, parameter: str) -> str | None:
    """Return one parameter of a header; None where there is none or it cannot be read."""
    found = getattr(structured_header(part, name), "params", {}).get(parameter)
    return None if found is None else str(found)

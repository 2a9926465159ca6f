"""Messages and saved pages as the standard library parses them, without its stumbling.

Owns what is done where a file is not as the standards want it: bytes above ASCII in headers,
payloads cut short, headers that make the parser stumble. Must not know what the parts say.
"""

from typing import TYPE_CHECKING, cast

from kdcurator.domain.errors import DamagedFile
from kdcurator.importing.encoding import decode

if TYPE_CHECKING:
    from email.headerregistry import BaseHeader
    from email.message import EmailMessage

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

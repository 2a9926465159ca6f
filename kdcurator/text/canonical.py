"""The one form in which every text is kept, and to which every offset refers.

Owns the rule of CONTRACT.md, section 2: what is taken off, what becomes a newline, what cannot be
kept, and when two texts are the same article. Must not know files, encodings or storage.
"""

import hashlib
import re
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"
REPLACEMENT = "\ufffd"

_UNKEEPABLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters (Cc) but tab and LF, NEL among them
    "\ud800-\udfff"  # in a Python string every surrogate is a lone one
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "]"
)
_HIGH = re.compile("[\U00010000-\U0010ffff]")
_HIGH_NONCHARACTER = re.compile(
    "["
    + "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A text in canonical form, and how many of its characters could not be kept."""

    text: str
    replaced: int


def canonical(decoded: str) -> CanonicalText:
    """Return the canonical form of a decoded text; a canonical text comes back as it is.

    Byte order marks at the start go, CRLF and lone CR become LF, and what neither a database nor
    a document can carry becomes one U+FFFD each. Everything else stays exactly as it came:
    quotation marks, no-break spaces, soft hyphens, U+2028, trailing blanks.
    """
    text = decoded.lstrip(BYTE_ORDER_MARK)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, replaced = _UNKEEPABLE.subn(REPLACEMENT, text)
    if _HIGH.search(text):  # apart, because one class for both takes four times as long
        text, more = _HIGH_NONCHARACTER.subn(REPLACEMENT, text)
        replaced += more
    return CanonicalText(text, replaced)


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a canonical text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def duplicate_key(text: str) -> str:
    """Return a key that two texts share when they are one article twice, in hexadecimal.

    Line endings, a byte order mark, and white space at the ends of the text and of its lines
    make no difference. (Lines are stripped one by one: a pattern for blanks before a newline
    takes quadratic time on a long run of blanks.)
    """
    lines = canonical(text).text.split("\n")
    return text_sha256("\n".join(line.strip() for line in lines).strip())


def one_line(words: str) -> str:
    """Return a name as it is kept: canonical, blanks of any kind to one, none at the ends."""
    return " ".join(canonical(words).text.split())

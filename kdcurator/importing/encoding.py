"""In which encoding a Danish text came.

Owns a rule of our own: byte order mark, else UTF-16 by its zero bytes, else UTF-8 when it holds
throughout, else whichever of four encodings makes the most plausible Danish of the bytes above
ASCII. What a page or a mail declares is believed where the bytes do not speak against it.
Detectors go by statistics that a short text cannot fill: charset-normalizer 3.5.2 got 21 % of
single Danish cp1252 sentences right. Must not know formats or canonical text.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

REPLACEMENT = "\ufffd"

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CANDIDATES = ("utf-8", "cp1252", "mac_roman", "cp850")
"""Of equal plausibility the first wins; cp1252 has every printable character of Latin-1."""

_MEANT: Mapping[str, str] = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "mac-roman": "mac_roman",
    "utf-8-sig": "utf-8",
}
"""What is meant by a name, as browsers have it."""

_WESTERN = frozenset({*_CANDIDATES, "iso8859-15", "cp1254", "cp1250", "cp437", "cp858", "cp865"})
"""Encodings that differ from the candidates in where æ, ø and å stand, or in little."""

_NO_TEXT_ENCODINGS = frozenset(
    {"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode"}
)

_SAMPLE = 5_000
"""So many runs of high bytes decide; a longer text says nothing new."""

_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_HIGH_CHARACTER = re.compile(r"[^\x00-\x7f]")

_DANISH = frozenset("æøåÆØÅéÉ")
_FOREIGN = frozenset("áàâäãèêëíìîïóòôöõúùûüýÿçñßðþšžœÁÀÂÄÈÊËÍÎÓÔÖÚÜÝÇÑÐÞŠŽ")
_QUOTATION = frozenset("»«“”„‘’")
_PUNCTUATION = frozenset("–—…")
_OTHER = frozenset("\xa0§°€£½¼²³©®·•´\xad‚‹›¿")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text with the name of its encoding, as Python knows it.

    `replaced` counts places that are wrong in that encoding and became U+FFFD.
    """

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes) -> Decoded:
    """Return the text of a text file in whichever encoding it came; never raises."""
    encoding = _by_mark(data) or _by_zero_bytes(data)
    if encoding:
        return _decoded(data, encoding)
    if _is_utf8(data):
        # Lone surrogates are let through here: canonical text makes one U+FFFD of each.
        return Decoded(data.decode("utf-8", "surrogatepass"), "utf-8")
    sample = _sample(data)
    return _decoded(data, max(_CANDIDATES, key=lambda name: _plausibility(sample, name)))


def decode_declared(data: bytes, declared: str | None) -> Decoded:
    """Return the text of data that says in which encoding it is; never raises.

    Of every ten pages that declare Latin-1, nine are cp1252 and some are UTF-8; so UTF-8 that holds
    throughout is UTF-8, and of the encodings for Western letters the most plausible one counts.
    """
    name = _known(declared)
    if name is None or _by_mark(data) or _by_zero_bytes(data) or _is_utf8(data):
        return decode(data)
    if name not in _WESTERN:
        return _strictly(data, name) or decode(data)
    sample = _sample(data)
    return _decoded(data, max((name, *_CANDIDATES), key=lambda each: _plausibility(sample, each)))


def _known(declared: str | None) -> str | None:
    """Return Python's name of a declared encoding of single bytes or words; None if unknown."""
    try:
        name = codecs.lookup((declared or "").strip(" '\"")).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return _MEANT.get(name, name) if name not in _NO_TEXT_ENCODINGS else None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    """Decode data that is in an encoding throughout."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, LookupError):  # LookupError: what is no encoding of text
        return None


def _by_mark(data: bytes) -> str | None:
    """Name the encoding whose byte order mark opens the data."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _by_zero_bytes(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: most second bytes of Danish are zero in it."""
    pairs = len(data) // 2
    zeros_first = data[: 2 * pairs : 2].count(0)
    zeros_second = data[1 : 2 * pairs : 2].count(0)
    if zeros_second > 0.5 * pairs and zeros_first < 0.1 * pairs:
        return "utf-16-le"
    if zeros_first > 0.5 * pairs and zeros_second < 0.1 * pairs:
        return "utf-16-be"
    return None


def _is_utf8(data: bytes) -> bool:
    """Tell whether all of it is UTF-8, lone surrogates allowed."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str) -> Decoded:
    """Decode, with U+FFFD wherever the data is no such encoding (a file cut short, say)."""
    wide = encoding.startswith("utf-16")
    try:
        text = data.decode(encoding, "surrogatepass" if wide else "strict")
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    else:
        return Decoded(text, encoding)
    there_before = data.count(REPLACEMENT.encode()) if encoding == "utf-8" else 0
    return Decoded(text, encoding, text.count(REPLACEMENT) - there_before)


def _sample(data: bytes) -> bytes:
    """Return runs of high bytes, each with a neighbour on either side, one a line."""
    runs = islice(_HIGH_BYTES.finditer(data), _SAMPLE)
    return b"\n".join(data[max(0, run.start() - 1) : run.end() + 2] for run in runs)


def _plausibility(sample: bytes, encoding: str) -> float:
    """Return how well a sample reads as Danish in an encoding."""
    text = f"\n{sample.decode(encoding, 'replace')}\n\n"
    return sum(_weights(text))


def _weights(text: str) -> Iterator[float]:
    """Weigh each character above ASCII by what it is and where it stands."""
    for match in _HIGH_CHARACTER.finditer(text):
        at = match.start()
        yield _weight(text[at], text[at - 1], text[at + 1], text[at + 2])


def _weight(character: str, left: str, right: str, after: str) -> float:
    """Return what speaks for one character between these neighbours; negative speaks against."""
    if character in _DANISH:
        alone = not (left.isalpha() or right.isalpha())  # å and ø are words
        return 1 if alone else 3 if _is_well_placed(character, left, right, after) else -2
    if character in _FOREIGN:
        return 1 if _is_well_placed(character, left, right, after) else -2
    if character in _QUOTATION:
        return _mark_weight(character, left, right)
    if character in _PUNCTUATION:
        return 2
    return 0.5 if character in _OTHER else -2


def _is_well_placed(letter: str, left: str, right: str, after: str) -> bool:
    """Tell whether a letter may stand here: capitals begin words or stand among capitals."""
    if letter.islower():
        return not right.isupper() and (left.isalpha() or right.isalpha())
    if left.isalpha():
        return left.isupper() and not right.islower()
    return right.islower() or (right.isupper() and not after.islower())


def _mark_weight(mark: str, left: str, right: str) -> float:
    """Weigh a quotation mark: blank or edge on its outer side, or an apostrophe in a word."""
    if left.isalpha() and right.isalpha():
        return 2 if mark == "’" else -1
    outside = left.isspace() or left in "([-–" or right.isspace() or right in ")].,;:?!-–"
    return 2 if outside else 0

"""Danish sentences of our own, and how each would have been written in an encoding.

Owns what a sentence is here, the typewriter's marks in place of those that an encoding has not, and
which quarter is measured alone: a hash sets it apart, and no rule is shaped on it. Must not know
how encodings are told.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from kdcurator.importing.encoding import decode
from tests.text.suggestion.gold import passages

ENCODINGS: Final = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "latin-1",
    "mac_roman",
    "cp850",
)

_IN_OTHER_LANGUAGES: Final = "languages:"
_ENDS = re.compile(r"(?<=[.!?»”])\s+|\n+")
_TYPEWRITTEN: Final = str.maketrans(
    {"–": "-", "—": "-", "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "…": "...", "•": "*"}
)


def sentences(*, measured: bool) -> list[str]:
    """Return each sentence that ASCII does not hold, once: the measured quarter, or the others."""
    cases = [case for folder in ("passages", "set_aside") for case in passages(folder)]
    texts = [case.text for case in cases if not case.name.startswith(_IN_OTHER_LANGUAGES)]
    found = dict.fromkeys(part.strip() for text in texts for part in _ENDS.split(text))
    return [one for one in found if not one.isascii() and _is_measured(one) == measured]


def _is_measured(sentence: str) -> bool:
    return hashlib.sha256(sentence.encode()).digest()[0] % 4 == 0


def as_written_in(encoding: str, sentence: str) -> str | None:
    """Return a sentence as its writer would have typed it.

    None where the encoding lacks a sign even so, and where nothing but ASCII is left, which is the
    same in all of them and proves nothing.
    """
    for words in (sentence, sentence.translate(_TYPEWRITTEN)):
        try:
            words.encode(encoding)
        except UnicodeEncodeError:
            continue
        return None if words.isascii() else words
    return None


def told_wrong(encoding: str, among: Iterable[str]) -> tuple[list[str], int]:
    """Return the sentences that come out otherwise than they went in, and how many were tried."""
    tried = [words for one in among if (words := as_written_in(encoding, one))]
    wrong = [
        words
        for words in tried
        if decode(words.encode(encoding)).text.removeprefix("\ufeff") != words
    ]
    return wrong, len(tried)

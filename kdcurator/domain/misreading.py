"""What of a query could not be read as it was written, and is read as plain words or passed over.

Owns the reasons and their sentences: English stands here, Danish in `resources/i18n`. None of them
is an error: every text is a query. Must not know how a query is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kdcurator.domain.errors import QT_TRANSLATE_NOOP


class Misreading(StrEnum):
    """Why a part of a query is not read as it was written."""

    OPEN_PHRASE = "open_phrase"
    STRAY_BRACKET = "stray_bracket"
    EMPTY_FIELD = "empty_field"
    UNKNOWN_FIELD = "unknown_field"
    NO_DATE = "no_date"
    STRAY_STAR = "stray_star"
    IDLE_OPERATOR = "idle_operator"
    ONLY_ABSENCE = "only_absence"
    LIKE_WHAT = "like_what"
    TOO_MANY_COSTLY = "too_many_costly"
    TOO_LONG = "too_long"


_SENTENCES: Final[Mapping[Misreading, str]] = MappingProxyType(
    {
        Misreading.OPEN_PHRASE: QT_TRANSLATE_NOOP(
            "misreading", "A quotation mark is never closed: read as plain words."
        ),
        Misreading.STRAY_BRACKET: QT_TRANSLATE_NOOP(
            "misreading", "A bracket “{part}” has no partner and was passed over."
        ),
        Misreading.EMPTY_FIELD: QT_TRANSLATE_NOOP(
            "misreading", "Nothing stands right behind “{part}”: read as a plain word."
        ),
        Misreading.UNKNOWN_FIELD: QT_TRANSLATE_NOOP(
            "misreading",
            "“{part}” is no field: read as a plain word. The fields are tag: speaker: source: "
            "title: municipality: date: status:",
        ),
        Misreading.NO_DATE: QT_TRANSLATE_NOOP(
            "misreading",
            "“{part}” is no date: read as plain words. Write 2021, 2021-03, 5.3.2021 or "
            "2017..2021.",
        ),
        Misreading.STRAY_STAR: QT_TRANSLATE_NOOP(
            "misreading", "“{part}”: a * works only at the end of a word."
        ),
        Misreading.IDLE_OPERATOR: QT_TRANSLATE_NOOP(
            "misreading", "AND, OR or NOT has no word to work on and was passed over."
        ),
        Misreading.ONLY_ABSENCE: QT_TRANSLATE_NOOP(
            "misreading", "It only says what to leave out: write a word to find as well."
        ),
        Misreading.LIKE_WHAT: QT_TRANSLATE_NOOP(
            "misreading", "“{part}” wants the number of a quote and nothing else: read as words."
        ),
        Misreading.TOO_MANY_COSTLY: QT_TRANSLATE_NOOP(
            "misreading", "Only the first {part} words with ~ or a short * were taken so."
        ),
        Misreading.TOO_LONG: QT_TRANSLATE_NOOP(
            "misreading", "The query is long: its first {part} words were looked for."
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Misread:
    """A part of a query that is not read as it was written."""

    why: Misreading
    part: str = ""
    """What it is about, as it was typed."""

    @property
    def sentence(self) -> str:
        """The sentence, English, with a blank for the part."""
        return _SENTENCES[self.why]

    @property
    def message(self) -> str:
        """What is said of it, in English."""
        return self.sentence.replace("{part}", self.part)

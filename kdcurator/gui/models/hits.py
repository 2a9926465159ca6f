"""What a search found, as rows.

Owns the words of a row and which of them were asked for. Must not know how a search works.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from kdcurator.domain.misreading import Misread
from kdcurator.domain.searching import Beside, Hit, HitKind
from kdcurator.gui.models.values import ValueModel
from kdcurator.gui.models.wording import DOT, counted, one_line, translate, used_in

_WORD: Final = re.compile(r"\w+")
_BEGINNING: Final = re.compile(r"\w+\*?")
_FIELD: Final = re.compile(r"\b\w+:(?:\"[^\"]*\"|\S*)")
_LIKE: Final = re.compile(r"(?:like|ligner):[0-9]{1,18}", re.IGNORECASE)
_OPERATORS: Final = frozenset({"AND", "OR", "NOT", "OG", "ELLER", "IKKE"})
_LONGEST_ENDING: Final = 4
"""Letters by which two forms of one Danish word differ at their ends, at most ("-erne")."""


class HitModel(ValueModel[Hit]):
    """Shows hits, best first."""

    def key(self, value: Hit) -> tuple[HitKind, int]:
        """Return what was hit."""
        return value.kind, value.id

    def words(self, value: Hit) -> str:
        """Return the passage."""
        return one_line(value.snippet)

    def aloud(self, value: Hit) -> str:
        """Return what it is, where it stands and what it says."""
        kind = (
            translate("wording", "quote")
            if value.kind is HitKind.QUOTE
            else translate("wording", "article")
        )
        told = told_beside(value.beside)
        parts = (kind, one_line(value.title), value.speaker, self.words(value), *told)
        return ", ".join(part for part in parts if part)

    def tooltip(self, value: Hit) -> str:
        """Return the whole headline and what is told beside the hit: the row may have cut them."""
        return DOT.join(filter(None, (one_line(value.title), *told_beside(value.beside))))


def told_beside(beside: Beside | None) -> list[str]:
    """Return what is told beside a quote: what else its speaker said, in which stories it is."""
    if beside is None:
        return []
    one = translate("wording", "has also said: 1 quote")
    many = translate("wording", "has also said: {n} quotes")
    said = counted(beside.also_said, one, many) if beside.also_said else ""
    return [part for part in (said, used_in(beside.used_in)) if part]


def asks_for_more_like(quote_id: int) -> str:
    """Return the query for quotes that are like one."""
    field = translate("wording", "like")
    return f"{field}:{quote_id}"


def is_about_a_quote(query: str) -> bool:
    """Tell whether a query asks for quotes that are like one."""
    return _LIKE.fullmatch(query.strip()) is not None


def misread_as(misread: Sequence[Misread]) -> str:
    """Return the sentence for what could not be read as it was written; empty where all was."""
    for one in misread:
        words = QCoreApplication.translate("misreading", one.sentence)
        return words.replace("{part}", one_line(one.part))
    return ""


def words_asked_for(query: str) -> list[str]:
    """Return the words that a query looks for in texts, case folded; fields left out.

    The beginning of a word keeps its star.
    """
    bare = _FIELD.sub(" ", query)
    found = (match for match in _BEGINNING.finditer(bare) if match[0] not in _OPERATORS)
    return [match[0].casefold() for match in found if bare[: match.start()][-1:] != "-"]


def places_of_words(text: str, asked: Iterable[str]) -> list[tuple[int, int]]:
    """Return where words stand that a query asked for, as (start, end) in code points.

    Two words count as one when they differ in no more than a Danish ending. That is for the eye
    alone: what matches is the search's decision.
    """
    wanted = list(asked)
    return [
        match.span()
        for match in _WORD.finditer(text)
        if any(_are_forms_of_one(match[0].casefold(), word) for word in wanted)
    ]


def _are_forms_of_one(one: str, other: str) -> bool:
    if other.endswith("*"):
        return one.startswith(other[:-1])
    shorter = min(len(one), len(other))
    same = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    longest_tail = max(len(one), len(other)) - same
    return one == other or (same >= max(3, shorter - 1) and longest_tail <= _LONGEST_ENDING)

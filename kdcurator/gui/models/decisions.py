"""The words that the window says of quotes in a newer version of their article.

Owns why a place is not sure, and how many are left. Must not know widgets.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from kdcurator.domain.comparison import Comparison, Doubt, Passage
from kdcurator.domain.quote import AnchorState, Quote
from kdcurator.gui.models.backups import moment
from kdcurator.gui.models.wording import DOT, counted, number

translate = QCoreApplication.translate
"""Under this name, so that Qt Linguist finds the words; the context is always "decisions"."""

_NO_BREAK: Final = "\u00a0"

_OTHER_WORDS: Final = frozenset({Doubt.ALTERED, Doubt.GUESSED})


def title(state: AnchorState) -> str:
    """Return what became of a quote, in two or three words."""
    return {
        AnchorState.EXACT: translate("decisions", "In its place"),
        AnchorState.MOVED: translate("decisions", "Moved in the new version"),
        AnchorState.UNSURE: translate("decisions", "Place unsure"),
        AnchorState.GONE: translate("decisions", "No longer in the article"),
    }[state]


def reason(comparison: Comparison) -> str:
    """Return why the place is not certain, and how sure it is."""
    said = [_why(comparison.doubt)]
    if comparison.doubt in _OTHER_WORDS:
        same = translate("decisions", "{share} of the letters are the same.")
        percent = number(min(99, round(100 * comparison.likeness)))
        said.append(same.replace("{share}", f"{percent}{_NO_BREAK}%"))
    if comparison.before is None:
        said.append(translate("decisions", "Where it stood before is not known any more."))
    return " ".join(said)


def _why(doubt: Doubt) -> str:
    return {
        Doubt.ELSEWHERE: translate(
            "decisions", "The same words, but in another place or between other words than before."
        ),
        Doubt.ALTERED: translate(
            "decisions", "The words were changed a little; the place is clear."
        ),
        Doubt.SEVERAL: translate(
            "decisions", "The same words, but it is not sure that this is the place."
        ),
        Doubt.GUESSED: translate(
            "decisions", "Other words. This is the likeliest place, but only a guess."
        ),
        Doubt.TAKEN: translate("decisions", "Another saved quote stands in this place already."),
        Doubt.BACK: translate(
            "decisions", "You said that the words were gone. In this version they are back."
        ),
        Doubt.NOWHERE: translate(
            "decisions", "The words were not found. The quote keeps them as they were."
        ),
    }[doubt]


def heading(passage: Passage, now: datetime, *, is_newest: bool) -> str:
    """Return "Version 1 · today at 14:05"."""
    words = translate("decisions", "Version {n}")
    if is_newest:
        words = translate("decisions", "Version {n}, the newest")
    return DOT.join((words.replace("{n}", number(passage.number)), moment(passage.made_at, now)))


def left(quotes: Iterable[Quote]) -> str:
    """Return "3 to decide · 1 no longer in the article"."""
    return DOT.join(_counts(list(quotes)))


def _counts(quotes: list[Quote]) -> Iterator[str]:
    undecided = sum(quote.is_to_decide for quote in quotes)
    gone = len(quotes) - undecided
    if undecided:
        one = translate("decisions", "1 quote to decide on")
        yield counted(undecided, one, translate("decisions", "{n} quotes to decide on"))
    if gone:
        one = translate("decisions", "1 quote no longer in the article")
        yield counted(gone, one, translate("decisions", "{n} quotes no longer in the article"))


def nothing_left() -> str:
    """Return what an empty page says."""
    return translate(
        "decisions", "Nothing is left to decide. Every quote stands where its words are."
    )

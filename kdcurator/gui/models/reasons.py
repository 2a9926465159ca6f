"""Why a quote is suggested, in the window's language.

Owns the words for each ground of a reason. The words of the article that it names stay as they
are. Must not know widgets, nor how the evidence was found.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from kdcurator.domain.reason import Because, Ground, parts_of
from kdcurator.gui.actions import QT_TRANSLATE_NOOP

_WORDS: Final[Mapping[Ground, str]] = {
    Ground.DASH: QT_TRANSLATE_NOOP("reasons", "dash"),
    Ground.GUILLEMETS: QT_TRANSLATE_NOOP("reasons", "quotation marks »…«"),
    Ground.QUOTATION_MARKS: QT_TRANSLATE_NOOP("reasons", "quotation marks"),
    Ground.ANSWER: QT_TRANSLATE_NOOP("reasons", "answer to a question"),
    Ground.HEADLINE: QT_TRANSLATE_NOOP("reasons", "headline"),
    Ground.NO_MARK: QT_TRANSLATE_NOOP("reasons", "no mark stands there"),
    Ground.TURN: QT_TRANSLATE_NOOP("reasons", "turn of {words}"),
    Ground.INTERVIEWEE: QT_TRANSLATE_NOOP("reasons", "{words} is interviewed"),
    Ground.NO_INTERVIEWEE: QT_TRANSLATE_NOOP("reasons", "it is not said who is interviewed"),
    Ground.ACCORDING_TO: QT_TRANSLATE_NOOP("reasons", "the text gives it to {words}"),
    Ground.SPEAKS_HERE: QT_TRANSLATE_NOOP("reasons", "{words} speaks here"),
    Ground.NO_SPEAKER: QT_TRANSLATE_NOOP("reasons", "no speaker is named"),
    Ground.UNNAMED: QT_TRANSLATE_NOOP("reasons", "the speaker has no name in the text"),
    Ground.NO_NAME: QT_TRANSLATE_NOOP("reasons", "no name stands at the quote"),
    Ground.ANOTHER: QT_TRANSLATE_NOOP("reasons", "another may be meant"),
    Ground.NO_CLAUSE: QT_TRANSLATE_NOOP("reasons", "the reporting clause is missing"),
    Ground.INSIDE: QT_TRANSLATE_NOOP("reasons", "it stands inside the writer's own sentence"),
    Ground.LONG_ANSWER: QT_TRANSLATE_NOOP("reasons", "the answer has several paragraphs"),
    Ground.TORN: QT_TRANSLATE_NOOP("reasons", "a mark is missing"),
    Ground.CONTINUED: QT_TRANSLATE_NOOP("reasons", "a paragraph without a mark is taken in"),
    Ground.SAID: QT_TRANSLATE_NOOP("reasons", "“{words}”"),
}


def reason(stored: str) -> str:
    """Return “Suggested because: dash + “siger Karen Holm”. But: a mark is missing.”."""
    parts = parts_of(stored)
    grounds = _listed((part for part in parts if not part.ground.is_doubt), " + ")
    doubts = _listed((part for part in parts if part.ground.is_doubt), ", ")
    because = _translated(QT_TRANSLATE_NOOP("reasons", "Suggested because: {grounds}."))
    but = _translated(QT_TRANSLATE_NOOP("reasons", "But: {doubts}."))
    said = [because.replace("{grounds}", grounds)] if grounds else []
    return " ".join([*said, *([but.replace("{doubts}", doubts)] if doubts else [])])


def _listed(parts: Iterable[Because], between: str) -> str:
    words = (_translated(_WORDS[part.ground]).replace("{words}", part.words) for part in parts)
    return between.join(words)


def _translated(text: str) -> str:
    return QCoreApplication.translate("reasons", text)

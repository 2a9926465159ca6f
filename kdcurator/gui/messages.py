"""The sentence for each change: what was done, or taken back, in the user's words.

Owns the wording. Must not know where a sentence is shown, nor how a change was made: kind and
details of the change are enough, so that undo after a restart says what it takes back.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.gui.actions import QT_TRANSLATE_NOOP
from kdcurator.gui.models.wording import number

# What happened, for one and for many; begins small, because it may stand after "Undone:".
_PHRASES: Final[Mapping[ChangeKind, tuple[str, str]]] = {
    ChangeKind.IMPORT_ARTICLES: (
        QT_TRANSLATE_NOOP("changes", "1 article imported"),
        QT_TRANSLATE_NOOP("changes", "{n} articles imported"),
    ),
    ChangeKind.TAKE_WHOLE_PAGE: (
        QT_TRANSLATE_NOOP("changes", "whole text of the page taken"),
        QT_TRANSLATE_NOOP("changes", "whole text of {n} pages taken"),
    ),
    ChangeKind.FIND_SUGGESTIONS: (
        QT_TRANSLATE_NOOP("changes", "suggestions found"),
        QT_TRANSLATE_NOOP("changes", "suggestions found"),
    ),
    ChangeKind.DISMISS_SUGGESTIONS: (
        QT_TRANSLATE_NOOP("changes", "suggestion dismissed"),
        QT_TRANSLATE_NOOP("changes", "{n} suggestions dismissed"),
    ),
    ChangeKind.SAVE_QUOTES: (
        QT_TRANSLATE_NOOP("changes", "quote saved"),
        QT_TRANSLATE_NOOP("changes", "{n} quotes saved"),
    ),
    ChangeKind.TAG_QUOTES: (
        QT_TRANSLATE_NOOP("changes", "tagged {tags}"),
        QT_TRANSLATE_NOOP("changes", "{n} quotes tagged {tags}"),
    ),
    ChangeKind.UNTAG_QUOTES: (
        QT_TRANSLATE_NOOP("changes", "{tags} taken off"),
        QT_TRANSLATE_NOOP("changes", "{tags} taken off {n} quotes"),
    ),
    ChangeKind.ADD_TAG: (
        QT_TRANSLATE_NOOP("changes", "tag “{name}” made"),
        QT_TRANSLATE_NOOP("changes", "tag “{name}” made"),
    ),
    ChangeKind.RENAME_TAG: (
        QT_TRANSLATE_NOOP("changes", "tag “{name}” renamed “{new_name}”"),
        QT_TRANSLATE_NOOP("changes", "tag “{name}” renamed “{new_name}”"),
    ),
    ChangeKind.MERGE_TAGS: (
        QT_TRANSLATE_NOOP("changes", "tag “{name}” merged into “{into}”"),
        QT_TRANSLATE_NOOP("changes", "tag “{name}” merged into “{into}”"),
    ),
    ChangeKind.DELETE_TAG: (
        QT_TRANSLATE_NOOP("changes", "tag “{name}” deleted"),
        QT_TRANSLATE_NOOP("changes", "tag “{name}” deleted"),
    ),
    ChangeKind.KEY_TAG: (
        QT_TRANSLATE_NOOP("changes", "tag “{name}” put on key {key}"),
        QT_TRANSLATE_NOOP("changes", "tag “{name}” put on key {key}"),
    ),
    ChangeKind.UNKEY_TAG: (
        QT_TRANSLATE_NOOP("changes", "key taken from tag “{name}”"),
        QT_TRANSLATE_NOOP("changes", "key taken from tag “{name}”"),
    ),
    ChangeKind.MERGE_PEOPLE: (
        QT_TRANSLATE_NOOP("changes", "{names} merged into {into}"),
        QT_TRANSLATE_NOOP("changes", "{names} merged into {into}"),
    ),
    ChangeKind.RENAME_PERSON: (
        QT_TRANSLATE_NOOP("changes", "speaker {name} renamed {new_name}"),
        QT_TRANSLATE_NOOP("changes", "speaker {name} renamed {new_name}"),
    ),
    ChangeKind.PART_PERSON: (
        QT_TRANSLATE_NOOP("changes", "{form} parted from {name}"),
        QT_TRANSLATE_NOOP("changes", "{form} parted from {name}"),
    ),
    ChangeKind.REPAIR: (
        QT_TRANSLATE_NOOP("changes", "library repaired"),
        QT_TRANSLATE_NOOP("changes", "library repaired"),
    ),
    ChangeKind.REMOVE_QUOTES: (
        QT_TRANSLATE_NOOP("changes", "quote removed"),
        QT_TRANSLATE_NOOP("changes", "{n} quotes removed"),
    ),
    ChangeKind.SET_SPEAKER: (
        QT_TRANSLATE_NOOP("changes", "speaker set: {speaker}"),
        QT_TRANSLATE_NOOP("changes", "speaker of {n} quotes set: {speaker}"),
    ),
    ChangeKind.SET_NOTE: (
        QT_TRANSLATE_NOOP("changes", "note saved"),
        QT_TRANSLATE_NOOP("changes", "note saved on {n} quotes"),
    ),
    ChangeKind.EDIT_QUOTES: (
        QT_TRANSLATE_NOOP("changes", "quote's details changed"),
        QT_TRANSLATE_NOOP("changes", "details of {n} quotes changed"),
    ),
    ChangeKind.MOVE_QUOTE: (
        QT_TRANSLATE_NOOP("changes", "boundary moved"),
        QT_TRANSLATE_NOOP("changes", "boundary moved"),
    ),
    ChangeKind.SPLIT_QUOTE: (
        QT_TRANSLATE_NOOP("changes", "quote split in two"),
        QT_TRANSLATE_NOOP("changes", "quote split in two"),
    ),
    ChangeKind.JOIN_QUOTES: (
        QT_TRANSLATE_NOOP("changes", "quotes joined"),
        QT_TRANSLATE_NOOP("changes", "quotes joined"),
    ),
    ChangeKind.ACCEPT_PLACE: (
        QT_TRANSLATE_NOOP("changes", "place in the new version accepted"),
        QT_TRANSLATE_NOOP("changes", "{n} places in the new version accepted"),
    ),
    ChangeKind.PLACE_ANEW: (
        QT_TRANSLATE_NOOP("changes", "quote placed anew"),
        QT_TRANSLATE_NOOP("changes", "{n} quotes placed anew"),
    ),
    ChangeKind.MARK_GONE: (
        QT_TRANSLATE_NOOP("changes", "marked as no longer in the article"),
        QT_TRANSLATE_NOOP("changes", "{n} quotes marked as no longer in the article"),
    ),
    ChangeKind.EDIT_ARTICLE: (
        QT_TRANSLATE_NOOP("changes", "article's details changed"),
        QT_TRANSLATE_NOOP("changes", "details of {n} articles changed"),
    ),
    ChangeKind.KEEP_BOTH: (
        QT_TRANSLATE_NOOP("changes", "both articles kept"),
        QT_TRANSLATE_NOOP("changes", "both articles kept"),
    ),
    ChangeKind.REMOVE_SIMILAR: (
        QT_TRANSLATE_NOOP("changes", "article deleted · its quote moved to the other one"),
        QT_TRANSLATE_NOOP("changes", "article deleted · its {n} quotes moved to the other one"),
    ),
    ChangeKind.ACCEPT_GUESSES: (
        QT_TRANSLATE_NOOP("changes", "guesses accepted"),
        QT_TRANSLATE_NOOP("changes", "guesses accepted in {n} articles"),
    ),
    ChangeKind.EDIT_TEXT: (
        QT_TRANSLATE_NOOP("changes", "text edited"),
        QT_TRANSLATE_NOOP("changes", "text edited"),
    ),
    ChangeKind.BRING_BACK_TEXT: (
        QT_TRANSLATE_NOOP("changes", "older version of the text brought back"),
        QT_TRANSLATE_NOOP("changes", "older version of the text brought back"),
    ),
    ChangeKind.REMOVE_ARTICLES: (
        QT_TRANSLATE_NOOP("changes", "article deleted"),
        QT_TRANSLATE_NOOP("changes", "{n} articles deleted"),
    ),
    ChangeKind.ADD_STORY: (
        QT_TRANSLATE_NOOP("changes", "story “{name}” made"),
        QT_TRANSLATE_NOOP("changes", "story “{name}” made"),
    ),
    ChangeKind.ARCHIVE_STORY: (
        QT_TRANSLATE_NOOP("changes", "story “{name}” laid away"),
        QT_TRANSLATE_NOOP("changes", "story “{name}” laid away"),
    ),
    ChangeKind.FILL_STORY: (
        QT_TRANSLATE_NOOP("changes", "quotes of story “{name}” changed"),
        QT_TRANSLATE_NOOP("changes", "quotes of story “{name}” changed"),
    ),
    ChangeKind.MARK_USED: (
        QT_TRANSLATE_NOOP("changes", "marked as used in “{name}”"),
        QT_TRANSLATE_NOOP("changes", "marked as used in “{name}”"),
    ),
}


_SAVING: Final = frozenset(
    {
        ChangeKind.TAG_QUOTES,
        ChangeKind.MOVE_QUOTE,
        ChangeKind.SPLIT_QUOTE,
        ChangeKind.JOIN_QUOTES,
    }
)
"""What saves a suggestion beside what it does, and says so."""


def done(change: Change, speaker: str | None = None) -> str:
    """Return the sentence for a change just made; `speaker` says the quote that was taken."""
    details = change.details
    said = phrase(change)
    if change.kind in _SAVING and details.get("is_new"):
        said = QCoreApplication.translate("changes", "saved · {what}").format(what=said)
    is_taken = change.kind in {ChangeKind.TAG_QUOTES, ChangeKind.SAVE_QUOTES}
    if is_taken and speaker and _count(change) == 1:
        said = f"{said} · {speaker}"
    sentence = _begun(said) + "."
    if change.kind is ChangeKind.UNTAG_QUOTES:
        still_saved = QCoreApplication.translate("changes", "The quote is still saved.")
        sentence = f"{sentence} {still_saved}"
    return sentence


def note(change: Change) -> str:
    """Return the two or three words that stand beside the text."""
    return _begun(phrase(change))


def undone(change: Change) -> str:
    """Return the sentence for a change just taken back."""
    return QCoreApplication.translate("changes", "Undone: {what}.").format(what=phrase(change))


def redone(change: Change) -> str:
    """Return the sentence for a change just done again."""
    return QCoreApplication.translate("changes", "Done again: {what}.").format(what=phrase(change))


def phrase(change: Change) -> str:
    """Return what happened, without the way back and without a full stop."""
    is_tags_alone = change.kind is ChangeKind.IMPORT_ARTICLES and not change.articles
    one, many = _TAGS_IMPORTED if is_tags_alone else _PHRASES[change.kind]
    n = len(change.tags) if is_tags_alone else _count(change)
    blanks = {
        "name": "",
        "new_name": "",
        "into": "",
        "form": "",
        "key": "",
        **change.details,
        "n": number(n),
        "tags": tag_names(change.details.get("tags")),
        "names": _listed(change.details.get("names")),
        "speaker": change.details.get("speaker")
        or QCoreApplication.translate("changes", "unknown speaker"),
    }
    return _translated(one if n == 1 else many).format(**blanks)


def tag_names(names: object) -> str:
    """Return names of tags as a sentence sets them off."""
    quoted = QCoreApplication.translate("changes", "“{name}”")
    return ", ".join(quoted.format(name=name) for name in names) if isinstance(names, list) else ""


def _listed(names: object) -> str:
    return ", ".join(map(str, names)) if isinstance(names, list) else ""


_TAGS_IMPORTED: Final = (
    QT_TRANSLATE_NOOP("changes", "1 tag imported"),
    QT_TRANSLATE_NOOP("changes", "{n} tags imported"),
)
"""An import of codebooks alone."""

_OF_ARTICLES: Final = frozenset(
    {
        ChangeKind.IMPORT_ARTICLES,
        ChangeKind.REMOVE_ARTICLES,
        ChangeKind.TAKE_WHOLE_PAGE,
        ChangeKind.EDIT_ARTICLE,
        ChangeKind.ACCEPT_GUESSES,
    }
)
"""Kinds of changes of which the articles are counted, not their quotes."""


def _count(change: Change) -> int:
    """Return how many things were changed; history written before details counts as one."""
    if change.kind in _OF_ARTICLES:
        return len(change.articles)
    if change.kind is ChangeKind.DISMISS_SUGGESTIONS:
        found = change.details.get("suggestions")
        return len(found) if isinstance(found, list) else 1
    found = change.details.get("quotes")
    return found if isinstance(found, int) else max(1, len(change.quotes))


def _begun(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _translated(text: str) -> str:
    return QCoreApplication.translate("changes", text)

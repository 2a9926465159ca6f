"""Which keys the foot line names at a moment.

Owns the choice and its order, most useful first. Must not know how a key looks, nor widgets.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui.actions import ACTIONS, QT_TRANSLATE_NOOP, TAGS
from kdcurator.gui.keymap import Keymap, key_label

Key = tuple[str, str]
"""A key as a cap shows it, and what it does."""

_DIGITS: Final = "digits"

_EMPTY: Final = ("import_files", "paste", "palette", "keys")
_READING: Final = ("next_suggestion", "next_article", "search", "copy", "palette")
_NOTHING: Final = ("next_suggestion", "sentence", "next_article", "search", "palette")
_SUGGESTED: Final = (_DIGITS, "save", "dismiss", "speaker", "why", "next_suggestion", "keys")
_SELECTED: Final = (_DIGITS, "save", "pick_tag", "extend", "keys")
_CHOSEN: Final = (_DIGITS, "details", "copy", "used", "save_strong", "remove", "step_out")
_KEPT: Final = (_DIGITS, "note", "speaker", "copy", "next_suggestion", "remove", "keys")


class Typing(Enum):
    """In which field letters are typed, which makes all single keys that field's."""

    NOWHERE = auto()
    SEARCH = auto()
    FIND = auto()
    QUOTE = auto()
    """A field of the quote in hand: its speaker, role, note."""


_IN_FIELDS: Final[dict[Typing, tuple[Key, ...]]] = {
    Typing.SEARCH: (
        ("Return", QT_TRANSLATE_NOOP("moment", "open")),
        ("Down", QT_TRANSLATE_NOOP("moment", "next")),
        ("Tab", QT_TRANSLATE_NOOP("moment", "take the word")),
        ("Esc", QT_TRANSLATE_NOOP("moment", "leave")),
    ),
    Typing.FIND: (
        ("Shift+Return", QT_TRANSLATE_NOOP("moment", "previous result")),  # the bar names the rest
    ),
    Typing.QUOTE: (
        ("Return", QT_TRANSLATE_NOOP("moment", "save")),
        ("Tab", QT_TRANSLATE_NOOP("moment", "next field")),
        ("Esc", QT_TRANSLATE_NOOP("moment", "leave as it was")),
    ),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """What decides which keys are of use."""

    target: Target | None = None
    """What is in hand."""
    is_empty: bool = False
    """Whether the library holds no article."""
    has_chosen: bool = False
    """Whether the keys act on articles chosen in the list."""
    is_read_only: bool = False
    """Whether another process writes to the library."""
    typing: Typing = Typing.NOWHERE
    is_at_found: bool = False
    """Whether a search has led here, so that the keys of suggestions go through what it found."""


def keys_of_the_moment(keymap: Keymap, moment: Moment) -> list[Key]:
    """Return the keys that are of use at a moment."""
    if moment.typing is not Typing.NOWHERE:
        in_field = _IN_FIELDS[moment.typing]
        return [
            (key_label(key), QCoreApplication.translate("moment", word)) for key, word in in_field
        ]
    found = _through_found(keymap) if moment.is_at_found else []
    others = [_named(keymap, name) for name in _choice(moment)]
    return [*found, *(key for key in others if key[0] not in dict(found))]


def _through_found(keymap: Keymap) -> list[Key]:
    """Return what N and Esc do where a search has led."""
    return [
        (keymap.label("next_suggestion"), QCoreApplication.translate("moment", "next word found")),
        (keymap.label("step_out"), QCoreApplication.translate("moment", "marks off")),
    ]


def _choice(moment: Moment) -> tuple[str, ...]:
    if moment.is_empty or moment.is_read_only:
        return _EMPTY if moment.is_empty else _READING
    if moment.has_chosen:
        return _CHOSEN
    match moment.target:
        case Suggested():
            return _SUGGESTED
        case Selected():
            return _SELECTED
        case Kept():
            return _KEPT
    return _NOTHING


def _named(keymap: Keymap, name: str) -> Key:
    if name == _DIGITS:
        first, last = keymap.label(TAGS[0].id), keymap.label(TAGS[-1].id)
        return f"{first}–{last}", TAGS[0].word
    action = next(action for action in ACTIONS if action.id == name)
    return keymap.label(name), action.word

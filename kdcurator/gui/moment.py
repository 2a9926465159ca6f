"""Which keys the foot line names at a moment.

Owns the choice and its order, most useful first. Must not know how a key looks.
"""

from typing import Final

from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui.actions import ACTIONS, TAGS
from kdcurator.gui.keymap import Keymap

_DIGITS: Final = "digits"

_EMPTY: Final = ("import_files", "paste", "palette", "keys")
_NOTHING: Final = ("next_suggestion", "sentence", "next_article", "search", "palette")
_SUGGESTED: Final = (_DIGITS, "save", "dismiss", "speaker", "next_suggestion", "keys")
_SELECTED: Final = (_DIGITS, "save", "pick_tag", "extend", "keys")
_CHOSEN: Final = (_DIGITS, "copy", "used", "save_strong", "remove", "step_out")
_KEPT: Final = (_DIGITS, "note", "speaker", "copy", "next_suggestion", "remove", "keys")


def keys_of_the_moment(
    keymap: Keymap, target: Target | None, *, is_empty: bool, has_chosen: bool = False
) -> list[tuple[str, str]]:
    """Return the keys as (key, what it does); `has_chosen`: they act on articles chosen."""
    names = _choice(target, is_empty=is_empty, has_chosen=has_chosen)
    return [_named(keymap, name) for name in names]


def _choice(target: Target | None, *, is_empty: bool, has_chosen: bool) -> tuple[str, ...]:
    if is_empty:
        return _EMPTY
    if has_chosen:
        return _CHOSEN
    match target:
        case Suggested():
            return _SUGGESTED
        case Selected():
            return _SELECTED
        case Kept():
            return _KEPT
    return _NOTHING


def _named(keymap: Keymap, name: str) -> tuple[str, str]:
    if name == _DIGITS:
        first, last = keymap.label(TAGS[0].id), keymap.label(TAGS[-1].id)
        return f"{first}–{last}", TAGS[0].word
    action = next(action for action in ACTIONS if action.id == name)
    return keymap.label(name), action.word

"""Which key does what: the defaults that travel with the program, and the user's own.

Owns the form of `keymap.toml` and the names of keys as people read them. Must not know what an
action does.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from kdcurator.domain.errors import CuratorError
from kdcurator.gui.actions import ACTIONS, QT_TRANSLATE_NOOP, Action, Scope
from kdcurator.settings import resources

NAME: Final = "keymap.toml"

_WORDS: Final = {
    "Return": "⏎",
    "Enter": "⏎",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Shift": QT_TRANSLATE_NOOP("keys", "Shift"),
    "Del": QT_TRANSLATE_NOOP("keys", "Del"),
}


class BadKeymap(CuratorError):
    """The user's keymap cannot be used as it is."""

    code = "bad_keymap"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} cannot be used: {reason}. The default keys are in place until it is mended.",
    )


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys and typed characters by action id; an action may have none, one or several."""

    keys: Mapping[str, tuple[str, ...]]
    """As QKeySequence's portable text writes them: `Ctrl+Shift+Z`."""
    characters: Mapping[str, tuple[str, ...]]
    """Matched by the character typed, wherever a keyboard has it."""

    def sequences(self, action_id: str) -> list[QKeySequence]:
        """Return an action's keys for Qt."""
        portable = QKeySequence.SequenceFormat.PortableText
        return [QKeySequence(key, portable) for key in self.keys.get(action_id, ())]

    def label(self, action_id: str) -> str:
        """Return the first key of an action as a key cap shows it; empty when it has none."""
        keys = self.keys.get(action_id) or self.characters.get(action_id) or ("",)
        return key_label(keys[0])

    def labels(self, action_id: str) -> list[str]:
        """Return all keys of an action as key caps show them, each once."""
        keys = (*self.keys.get(action_id, ()), *self.characters.get(action_id, ()))
        return list(dict.fromkeys(map(key_label, keys)))

    def action_for(self, character: str) -> str | None:
        """Return the action that a typed character calls."""
        found = (name for name, typed in self.characters.items() if character in typed)
        return next(found, None)


def key_label(key: str) -> str:
    """Return a key as people read it: `⏎`, `Skift+F6`, and `⌘K` on a Mac."""
    if not key or sys.platform == "darwin":
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    *modifiers, last = [part or "+" for part in re.split(r"\+(?=.)", key)]
    return "+".join(_word(part) for part in (*modifiers, last))


def _word(part: str) -> str:
    return QCoreApplication.translate("keys", _WORDS.get(part, part))


def load_keymap(folder: Path | None = None) -> Keymap:
    """Return the default keys, with those of `folder`/keymap.toml in their place.

    Raises:
        BadKeymap: the user's file is no keymap, names an unknown action or a key twice.
    """
    default = _read(resources() / NAME)
    if folder is None or not (folder / NAME).exists():
        return default
    own = _read(folder / NAME)
    merged = Keymap({**default.keys, **own.keys}, {**default.characters, **own.characters})
    for key in duplicates(merged):
        raise BadKeymap(path=folder / NAME, reason=f"{key} has two meanings")
    return merged


def _read(path: Path) -> Keymap:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadKeymap(path=path, reason=error) from error
    keys, characters = found.get("keys", {}), found.get("characters", {})
    known = {action.id for action in ACTIONS}
    for name, value in (*keys.items(), *characters.items()):
        if name not in known:
            raise BadKeymap(path=path, reason=f"there is no action “{name}”")
        if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
            raise BadKeymap(path=path, reason=f"“{name}” needs a list of keys")
    as_tuples = ({name: tuple(keys) for name, keys in part.items()} for part in (keys, characters))
    return Keymap(*as_tuples)


def duplicates(keymap: Keymap, actions: Iterable[Action] = ACTIONS) -> list[str]:
    """Return the keys with two meanings.

    The reader lies inside the panes and the panes in the window, so any two actions meet somewhere.
    """
    seen: set[str] = set()
    twice = []
    for action in actions:
        for key in {*keymap.keys.get(action.id, ()), *keymap.characters.get(action.id, ())}:
            if key.casefold() in seen:
                twice.append(key)
            seen.add(key.casefold())
    return twice


def is_single(key: str) -> bool:
    """Tell whether a key is one that a text field keeps for itself."""
    return len(key.removeprefix("Shift+")) == 1


def scope_of(action: Action, key: str) -> Scope:
    """Return where a key of an action works: a single key never in the whole window."""
    return Scope.PANES if is_single(key) and action.scope is Scope.WINDOW else action.scope

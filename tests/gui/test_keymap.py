"""The default keys, on the keyboards of Danes, Germans and Americans."""

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from kdcurator.gui.actions import ACTIONS, Scope
from kdcurator.gui.keymap import BadKeymap, duplicates, key_label, load_keymap


def board(plain: str, shifted: str) -> dict[str, tuple[str, bool]]:
    """Return by character the key that types it, and whether with Shift: `?+` is `?` on `+`."""
    with_shift = {pair[0]: (pair[1], True) for pair in shifted.split()}
    return {**{typed: (typed, False) for typed in plain}, **with_shift}


KEYBOARDS = {
    "Danish": board("+,.-'<½", "?+ ;, :. _- *' >< /7 =0"),
    "US": board("`-=[];'\\,./", "+= ?/ _- :; \"' <, >. *8"),
    "German": board("+#,.-<", "?ß ;, :. _- *+ '# >< /7"),
}
"""Dead keys and what stands behind AltGr are left out."""


def keys() -> list[tuple[str, str]]:
    keymap = load_keymap()
    return [(action.id, key) for action in ACTIONS for key in keymap.keys.get(action.id, ())]


def parts(key: str) -> tuple[frozenset[str], str]:
    """Return the modifiers of a key, and the key itself."""
    last = key[-1] if key.endswith("+") else key.rsplit("+", 1)[-1]
    return frozenset(key.removesuffix(last).split("+")) - {""}, last


def press(key: str, keyboard: str) -> tuple[frozenset[str], str]:
    """Return what the fingers do: modifiers and key, Shift where the character needs it."""
    modifiers, last = parts(key)
    if len(last) > 1 or last.isalnum():
        return modifiers, last
    place, with_shift = KEYBOARDS[keyboard][last]
    return modifiers | ({"Shift"} if with_shift else set()), place


def trouble(key: str, keyboard: str) -> str:
    """Return why a key is none for a default on a keyboard; empty for a good one."""
    modifiers, last = parts(key)
    if {"Ctrl", "Alt"} <= modifiers:
        return "AltGr is Ctrl+Alt on Windows"
    if last.isdigit() and "Shift" in modifiers:
        return "Shift with a digit types something else"
    if len(last) == 1 and last.isalnum():
        return "" if last.isascii() else "not on every keyboard"
    if len(last) == 1 and last not in KEYBOARDS[keyboard]:
        return "dead, or behind AltGr"
    if press(key, keyboard)[1].isdigit() and not last.isdigit():
        return "Shift with a digit on this keyboard"
    return ""


@pytest.mark.parametrize("keyboard", KEYBOARDS)
@pytest.mark.parametrize(("action", "key"), keys())
def test_default_can_be_pressed_on_every_keyboard(action: str, key: str, keyboard: str) -> None:
    assert trouble(key, keyboard) == "", action


@pytest.mark.parametrize(
    ("key", "keyboard"),
    [
        ("Ctrl+[", "Danish"),
        ("Ctrl+/", "Danish"),
        ("Ctrl+/", "German"),
        ("Ctrl+´", "Danish"),
        ("Ctrl+^", "German"),
        ("Ctrl+@", "Danish"),
        ("Ctrl+Æ", "US"),
        ("Shift+3", "US"),
        ("Ctrl+Alt+E", "US"),
    ],
)
def test_bad_default_would_be_seen(key: str, keyboard: str) -> None:
    assert trouble(key, keyboard)


@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_no_two_keys_are_the_same_press_of_the_fingers(keyboard: str) -> None:
    typed = [c for chars in load_keymap().characters.values() for c in chars]
    presses = [press(key, keyboard) for key in [*(key for _, key in keys()), *typed]]
    assert len(presses) == len(set(presses))


@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_characters_can_be_typed_on_each_keyboard(keyboard: str) -> None:
    characters = {c for chars in load_keymap().characters.values() for c in chars}
    assert characters == {"+", "/", "?"}
    assert characters <= set(KEYBOARDS[keyboard])


def test_no_key_has_two_meanings() -> None:
    assert duplicates(load_keymap()) == []


@pytest.mark.parametrize(("action", "key"), keys())
def test_key_is_one_that_qt_knows(action: str, key: str) -> None:
    sequence = QKeySequence(key)
    assert sequence.count() == 1
    assert sequence.toString() == key


def test_enter_and_x_are_the_readers_alone() -> None:
    assert {action.id for action in ACTIONS if action.scope is Scope.READER} == {"save", "dismiss"}


def test_toggles_do_not_repeat() -> None:
    repeating = {action.id for action in ACTIONS if action.repeats}
    assert not repeating & {f"tag_{digit}" for digit in range(1, 10)}
    assert not repeating & {"save", "dismiss", "same_tags", "suggested_tag"}


def test_users_keys_take_the_place_of_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "keymap.toml").write_text('[keys]\ndismiss = ["Q"]\n', encoding="utf-8")
    assert load_keymap(tmp_path).keys["dismiss"] == ("Q",)
    assert load_keymap(tmp_path).keys["save"] == ("Return", "Enter")


@pytest.mark.parametrize(
    "text", ["[keys", '[keys]\nno_such = ["Q"]', "[keys]\nsave = 1", '[keys]\ndismiss = ["J"]']
)
def test_keymap_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "keymap.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadKeymap):
        load_keymap(tmp_path)


@pytest.mark.parametrize(
    ("key", "label"), [("Return", "⏎"), ("Ctrl+Shift+Left", "Ctrl+Shift+←"), ("Ctrl++", "Ctrl++")]
)
def test_keys_are_labelled_as_people_read_them(key: str, label: str) -> None:
    assert key_label(key) == label

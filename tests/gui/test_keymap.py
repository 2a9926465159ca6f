"""The default keys, on the keyboards of Danes, Germans and Americans."""

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from kdcurator.gui.actions import ACTIONS, Scope
from kdcurator.gui.keymap import BadKeymap, duplicates, key_label, load_keymap

# Which characters each keyboard gives without AltGr, by a key of its own or with Shift on a key
# that is no digit; dead keys are left out.
PLAIN = {
    "Danish": set("+,.-'<½"),
    "US": set("`-=[];'\\,./"),
    "German": set("+#,.-<"),
}
SHIFTED = {"Danish": set("?`;:_*>"), "US": set('~_+{}|:"<>?'), "German": set("*';:_>?")}


def keys() -> list[tuple[str, str]]:
    keymap = load_keymap()
    return [(action.id, key) for action in ACTIONS for key in keymap.keys.get(action.id, ())]


@pytest.mark.parametrize("keyboard", PLAIN)
@pytest.mark.parametrize(("action", "key"), keys())
def test_default_needs_no_altgr_no_dead_key_and_no_shift_with_a_digit(
    action: str, key: str, keyboard: str
) -> None:
    last = key[-1] if key.endswith("+") else key.rsplit("+", 1)[-1]
    assert not ("Shift" in key and last.isdigit())
    assert not {"Ctrl", "Alt"} <= set(key.split("+")), "AltGr is Ctrl+Alt on Windows"
    if len(last) == 1 and not last.isalnum():
        assert last in PLAIN[keyboard] | (SHIFTED[keyboard] if "Shift" not in key else set())


def test_characters_can_be_typed_on_each_keyboard() -> None:
    typed = {"+": "+", "/": "7 with Shift on a Danish or German one", "?": "?"}
    characters = {c for chars in load_keymap().characters.values() for c in chars}
    assert characters == set(typed)


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

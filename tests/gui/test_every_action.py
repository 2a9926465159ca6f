"""No action without a test that presses its key, or calls it by its name."""

import ast
from pathlib import Path

import pytest

from kdcurator.gui.actions import ACTIONS, Action
from kdcurator.gui.keymap import load_keymap

FILES = (
    "test_keys.py",
    "test_recutting_by_keys.py",
    "test_texts_by_keys.py",
    "test_pages_by_keys.py",
    "test_tags_and_rows_by_keys.py",
    "test_people_by_keys.py",
    "test_backups_by_keys.py",
    "test_editing_by_keys.py",
    "test_watched_by_keys.py",
    "test_correcting_by_keys.py",
    "test_deciding_by_keys.py",
    "test_searching_by_keys.py",
    "test_index_by_keys.py",
)


def words_of_the_tests() -> set[str]:
    """Return every word that the tests of keys say: keys pressed, commands called."""
    trees = (ast.parse(Path(__file__).with_name(name).read_text("utf-8")) for name in FILES)
    tests = (node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef))
    nodes = (node for test in tests for node in ast.walk(test) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_tried_by_its_key_or_its_name(action: Action) -> None:
    keymap = load_keymap()
    ways = {*keymap.keys.get(action.id, ()), *keymap.characters.get(action.id, ())} or {action.id}
    assert ways & words_of_the_tests(), f"no test presses {ways}"

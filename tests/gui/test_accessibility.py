"""What a screen reader finds, hears and can reach, in every state of the window."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QImage,
)
from PySide6.QtWidgets import QApplication, QWidget

from kdcurator import bootstrap
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.settings import from_environment
from tests.gui.conftest import Hands

pytestmark = pytest.mark.gui

Opener = Callable[..., Hands]

STATES = {
    "a suggestion in hand": (),
    "a saved quote": ("1",),
    "a selection": ("S",),
    "writing a note": ("M",),
    "writing the speaker": ("A",),
    "finding in the article": ("Ctrl+F", "k"),
    "searching": ("F", "v", "e", "j"),
    "choosing articles": ("F6", "F6", "Home", "Space", "Down"),
    "the palette": ("Ctrl+K",),
    "the tag picker": ("T", "k"),
    "the keys": ("F1",),
    "the stories": ("H",),
    "the details": ("I",),
    "a new note": ("Ctrl+N",),
    "the export": ("Ctrl+E",),
}
"""What brings the window into each state; Esc leads out again."""

NO_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client}
PRESSED = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.ComboBox}
"""Controls even where Tab passes them by, because a key of their own does the same."""


def tree(told: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Return an element of the accessible tree and everything below it that is seen."""
    yield told
    for number in range(told.childCount()):
        child = told.child(number)
        if child is not None and not child.state().invisible:
            yield from tree(child)


def nameless(window: QWidget) -> list[str]:
    """Return the controls in the tree that lack a name or a role."""
    found = []
    for told in tree(QAccessible.queryAccessibleInterface(window)):
        name, role = told.text(QAccessible.Text.Name), told.role()
        is_control = told.state().focusable or role in PRESSED
        if is_control and (not name or role in NO_ROLES):
            found.append(f"{role} {told.object()} “{name}”")
    return found


def controls(window: QWidget) -> set[str]:
    told = tree(QAccessible.queryAccessibleInterface(window))
    return {t.text(QAccessible.Text.Name) for t in told if t.state().focusable}


def leave(hands: Hands) -> None:
    """Step out until the reader has the keys and nothing lies over it."""
    for _ in range(4):
        hands.press("Esc")
    assert hands.focus == "reader"


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_control_of_every_state_has_a_name_and_a_role(
    open_on: Opener, library: Path, language: str
) -> None:
    hands = open_on(library, language=language)
    for state, keys in STATES.items():
        hands.press(*keys)
        assert nameless(hands.window) == [], state
        assert len(controls(hands.window)) >= 5, state
        leave(hands)


@pytest.mark.parametrize("command", ["rename_tag", "merge_tags", "key_tag", "delete_tag"])
def test_every_question_about_a_tag_has_a_name(hands: Hands, command: str) -> None:
    hands.command(command)
    assert nameless(hands.window) == []
    hands.press("Return")
    assert nameless(hands.window) == []
    leave(hands)


def test_report_of_refused_files_has_names(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 9)
    hands.window.workings.import_dropped(files(tmp_path / "picture.txt"))
    hands.wait()
    assert hands.part("importReport").isVisible()
    assert nameless(hands.window) == []
    leave(hands)


def test_page_of_backups_has_names(hands: Hands) -> None:
    hands.press("1")
    hands.command("back_up")
    hands.press("Delete")
    hands.command("bring_back")
    assert nameless(hands.window) == []
    model = hands.part("backupList").model()  # type: ignore[attr-defined]  # a list view
    aloud = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.endswith("2 articles  ·  1 quote  ·  made on request")
    leave(hands)


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_narrow_window_keeps_names_and_a_way_round(hands: Hands) -> None:
    hands.window.resize(640, 700)
    for _ in range(3):
        hands.press("F6")
        assert nameless(hands.window) == []
        assert len(stops(hands)) >= 2


def test_every_control_of_an_empty_library_has_a_name(open_on: Opener, tmp_path: Path) -> None:
    hands = open_on(tmp_path / "empty")
    assert nameless(hands.window) == []
    for way in stops(hands):
        assert hands.part("welcome").isAncestorOf(way)


def test_rows_of_lists_say_what_they_show(hands: Hands) -> None:
    hands.press("1", "F", "v", "e", "j")
    for name in ("tagList", "hitList"):
        model = hands.part(name).model()  # type: ignore[attr-defined]  # all are list views
        assert model.rowCount()
        for row in range(model.rowCount()):
            aloud = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
            assert aloud or name == "tagList"


# Tab


def stops(hands: Hands) -> list[QWidget]:
    """Press Tab until the focus is where it was; return where it came by."""
    found: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in found:
        assert now is not None
        found.append(now)
        hands.press("Tab")
        assert len(found) < 60, "Tab does not come round"
    return found


def test_tab_goes_round_the_window_and_misses_no_control(hands: Hands) -> None:
    hands.press("1", "M")
    seen = stops(hands)
    tabbed = Qt.FocusPolicy.TabFocus
    for widget in hands.window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tabbed:
            assert widget in seen or widget.focusProxy(), widget


def test_backtab_goes_the_same_way_back(hands: Hands) -> None:
    way = stops(hands)
    hands.press("Shift+Tab")
    assert QApplication.focusWidget() is way[-1]


@pytest.mark.parametrize("state", ["the details", "a new note", "the export"])
def test_tab_goes_round_a_form_and_stays_in_it(hands: Hands, state: str) -> None:
    hands.press(*STATES[state])
    (form,) = (part for part in hands.window.findChildren(Overlay) if part.isVisible())
    seen = stops(hands)
    assert len(seen) >= 4
    assert all(form.isAncestorOf(widget) for widget in seen)
    hands.press("Esc")
    assert hands.focus == "reader"


def test_focus_is_seen_at_every_stop(hands: Hands) -> None:
    hands.press("1", "M")
    pictures = []
    for _ in stops(hands):
        pictures.append(hands.window.grab().toImage())
        hands.press("Tab")
    hands.window.setFocus()
    pictures.append(hands.window.grab().toImage())
    alike = [pair for pair in combinations(range(len(pictures)), 2) if same(pictures, *pair)]
    assert alike == [], "stops of Tab at which the focus is not seen"


def same(pictures: list[QImage], one: int, other: int) -> bool:
    return pictures[one] == pictures[other]


# Spoken


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is announced from now on; no screen reader listens in a test."""
    words: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return words


def test_quote_in_hand_is_announced_when_it_changes(hands: Hands, spoken: list[str]) -> None:
    hands.press("N")
    (said,) = spoken
    assert "2 of 3" in said
    assert "Per Dal" in said
    assert "Men det var det værd" in said
    hands.press("Home", "End")
    assert not any("2 of 3" in words for words in spoken[1:])


def test_every_sentence_of_the_status_line_is_announced(hands: Hands, spoken: list[str]) -> None:
    for keys in (("1",), ("1",), ("Ctrl+Z",), ("Ctrl+S",), ("U",)):
        hands.press(*keys)
        assert hands.message in spoken
        spoken.clear()


def test_read_only_library_is_announced(open_on: Opener, library: Path, spoken: list[str]) -> None:
    with bootstrap.build(from_environment(bootstrap.platform_folders())) as holder:
        holder.library.hold()
        open_on(library)
    assert any("Read only" in words for words in spoken)

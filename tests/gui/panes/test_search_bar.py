"""Search as one types: when it asks, what Enter, arrows and Esc do, what is shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from kdcurator.domain.misreading import Misread, Misreading
from kdcurator.domain.searching import Answer, Completion, Facet, FacetCount, Hit, HitKind
from kdcurator.gui.panes.library_pane import LibraryPane
from kdcurator.gui.panes.search import SearchBar
from kdcurator.gui.theme import Theme

pytestmark = pytest.mark.gui

PLAIN = Qt.KeyboardModifier.NoModifier

HITS = tuple(
    Hit(HitKind.QUOTE, number, 1, "Havnen", "molen bygges", "Ida Krog", (), 1.0)
    for number in (1, 2, 3)
)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> LibraryPane:
    pane = LibraryPane(theme)
    qtbot.addWidget(pane)
    pane.resize(300, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.search_bar.focus_field()
    return pane


@pytest.fixture
def bar(pane: LibraryPane) -> SearchBar:
    return pane.search_bar


def _answer(query: str, hits: tuple[Hit, ...], corrected: str | None = None) -> Answer:
    return Answer(query, len(hits), 1.0, corrected, hits)


def test_query_is_asked_once_after_the_last_letter(qtbot: QtBot, bar: SearchBar) -> None:
    asked: list[str] = []
    bar.query_changed.connect(asked.append)
    qtbot.keyClicks(bar.search_field, "mole ")
    assert (asked, bar.is_pending()) == ([], True)
    qtbot.waitUntil(lambda: bool(asked))
    assert (asked, bar.is_pending()) == (["mole"], False)


def test_hits_take_the_place_of_the_articles(pane: LibraryPane) -> None:
    pane.search_bar.search_field.setText("mole")
    pane.search_bar.show_answer(_answer("mole", HITS))
    assert pane.search_bar.hit_list.isVisible()
    assert not pane.article_list.isVisible()
    pane.search_bar.clear()
    assert pane.article_list.isVisible()
    assert not pane.search_bar.hit_list.isVisible()


def test_enter_opens_the_hit_in_hand(qtbot: QtBot, bar: SearchBar) -> None:
    bar.search_field.setText("mole")
    bar.show_answer(_answer("mole", HITS))
    qtbot.keyClick(bar.search_field, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.hit_opened) as told:
        qtbot.keyClick(bar.search_field, Qt.Key.Key_Return)
    assert told.args == [HITS[1]]
    assert bar.query() == "mole"


def test_enter_in_the_list_opens_the_row(qtbot: QtBot, bar: SearchBar) -> None:
    bar.search_field.setText("mole")
    bar.show_answer(_answer("mole", HITS))
    bar.hit_list.setFocus()
    qtbot.keyClick(bar.hit_list, Qt.Key.Key_End)
    with qtbot.waitSignal(bar.hit_opened) as told:
        qtbot.keyClick(bar.hit_list, Qt.Key.Key_Enter)
    assert told.args == [HITS[2]]


def test_escape_ends_the_search(qtbot: QtBot, bar: SearchBar) -> None:
    qtbot.keyClicks(bar.search_field, "mole")
    bar.show_answer(_answer("mole", HITS))
    with qtbot.waitSignals([bar.left, bar.query_changed]):
        qtbot.keyClick(bar.search_field, Qt.Key.Key_Escape)
    assert bar.query() == ""
    assert not bar.hit_list.isVisible()


def test_late_answer_to_another_query_is_passed_over(bar: SearchBar) -> None:
    bar.search_field.setText("molen")
    bar.show_answer(_answer("mole", HITS))
    assert not bar.hit_list.isVisible()


@pytest.mark.parametrize(
    ("hits", "corrected", "found", "advice"),
    [
        (HITS, None, "3 results", ""),
        (HITS[:1], "molen", "1 result", "Showing results for “molen”; nothing matches “mole”."),
        ((), None, "Nothing found", "Try fewer words, or the beginning of one with * behind it."),
    ],
)
def test_answer_is_put_into_words(
    bar: SearchBar, hits: tuple[Hit, ...], corrected: str | None, found: str, advice: str
) -> None:
    bar.search_field.setText("mole")
    bar.show_answer(_answer("mole", hits, corrected))
    assert (bar.found.text(), bar.advice.text()) == (found, advice)


def test_hint_comes_when_the_hands_rest_and_stays_while_it_holds(
    qtbot: QtBot, bar: SearchBar
) -> None:
    hint = "A bracket “{}” has no partner and was passed over."
    bar.search_field.setText("mole (")
    bar.show_answer(_misread("mole (", "("))
    assert (bar.advice.isVisible(), bar.is_pending()) == (False, True)
    qtbot.waitUntil(bar.advice.isVisible)
    assert (bar.advice.text(), bar.is_pending()) == (hint.format("("), False)
    bar.search_field.setText("mole )")
    bar.show_answer(_misread("mole )", ")"))
    assert (bar.advice.text(), bar.is_pending()) == (hint.format(")"), False)
    bar.search_field.setText("mole n")
    bar.show_answer(_answer("mole n", HITS))
    assert not bar.advice.isVisible()


def _misread(query: str, part: str) -> Answer:
    return replace(_answer(query, HITS), misread=(Misread(Misreading.STRAY_BRACKET, part),))


WORDS = (Completion("molen", 4), Completion("moler", 2))


@pytest.fixture
def offering(qtbot: QtBot, bar: SearchBar) -> SearchBar:
    """Return the bar as it offers two words for the one that is typed."""
    qtbot.keyClicks(bar.search_field, "ny mol")
    bar.show_answer(_answer("ny mol", HITS))
    bar.show_completions("ny mol", WORDS)
    return bar


def test_arrows_choose_a_word_and_enter_takes_it(qtbot: QtBot, offering: SearchBar) -> None:
    qtbot.keyClick(offering.search_field, Qt.Key.Key_Down)
    qtbot.keyClick(offering.search_field, Qt.Key.Key_Down)
    with (
        qtbot.waitSignal(offering.query_changed) as told,
        qtbot.assertNotEmitted(offering.hit_opened),
    ):
        qtbot.keyClick(offering.search_field, Qt.Key.Key_Return)
    assert told.args == ["ny moler"]
    assert offering.search_field.hasFocus()
    assert offering.completions.isHidden()


def test_tab_takes_the_commonest_word(qtbot: QtBot, offering: SearchBar) -> None:
    qtbot.keyClick(offering.search_field, Qt.Key.Key_Tab)
    assert offering.search_field.text() == "ny molen "
    assert offering.search_field.hasFocus()


def test_enter_opens_the_hit_while_no_word_is_in_hand(qtbot: QtBot, offering: SearchBar) -> None:
    with qtbot.waitSignal(offering.hit_opened) as told:
        qtbot.keyClick(offering.search_field, Qt.Key.Key_Return)
    assert told.args == [HITS[0]]
    assert offering.completions.isHidden()


def test_arrows_go_on_from_the_words_to_the_hits_and_back(
    qtbot: QtBot, offering: SearchBar
) -> None:
    for key in ("Down", "Down", "Down", "Up", "Up"):
        qtbot.keyClick(offering.search_field, Qt.Key[f"Key_{key}"])
        if key == "Down":
            last = offering.hit_list.currentIndex().row()
    assert last == 1
    assert offering.completions.in_hand() == "moler"


def test_escape_lets_go_of_a_word_and_stays(qtbot: QtBot, offering: SearchBar) -> None:
    qtbot.keyClick(offering.search_field, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(offering.left):
        qtbot.keyClick(offering.search_field, Qt.Key.Key_Escape)
    assert (offering.query(), offering.completions.isHidden()) == ("ny mol", True)
    with qtbot.waitSignal(offering.left):
        qtbot.keyClick(offering.search_field, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("typed", "query"), [("mol ", "mol"), ("mole", "mol"), ("molen", "molen")])
def test_words_are_offered_only_where_they_go_on(
    qtbot: QtBot, bar: SearchBar, typed: str, query: str
) -> None:
    qtbot.keyClicks(bar.search_field, typed)
    bar.show_answer(_answer(typed.strip(), HITS))
    bar.show_completions(query, WORDS[:1])
    assert bar.completions.isHidden()


def test_count_narrows_the_query_and_widens_it_again(qtbot: QtBot, bar: SearchBar) -> None:
    asked: list[str] = []
    qtbot.keyClicks(bar.search_field, "mole")
    bar.show_answer(_answer("mole", HITS))
    bar.query_changed.connect(asked.append)
    for query in ("mole", "mole tag:Havn"):
        bar.show_counts(query, [FacetCount(Facet.TAG, "Havn", 2, "tag:Havn", f"{query} tag:Havn")])
        bar.focus_facets()
        qtbot.keyClick(bar.narrowing.facet_list, Qt.Key.Key_Return)
        bar.show_answer(_answer(bar.query(), HITS))
    assert asked == ["mole tag:Havn", "mole"]
    assert bar.narrowing.facet_list.hasFocus()


@pytest.mark.parametrize(
    ("modifier", "key"),
    [
        (PLAIN, Qt.Key.Key_J),
        (PLAIN, Qt.Key.Key_3),
        (PLAIN, Qt.Key.Key_Slash),
        (PLAIN, Qt.Key.Key_Delete),
        (PLAIN, Qt.Key.Key_Return),
        (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z),
        (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_A),
        (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Left),
    ],
)
def test_keys_of_writing_stay_in_the_field(
    qtbot: QtBot, pane: LibraryPane, bar: SearchBar, modifier: Qt.KeyboardModifier, key: Qt.Key
) -> None:
    pressed: list[Qt.Key] = []
    shortcut = QShortcut(QKeySequence(QKeyCombination(modifier, key)), pane)
    shortcut.activated.connect(lambda: pressed.append(key))
    qtbot.keyClick(bar.search_field, key, modifier)
    assert pressed == []


@pytest.mark.parametrize(
    ("modifier", "key"),
    [
        (PLAIN, Qt.Key.Key_F6),
        (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K),
        (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_S),
    ],
)
def test_other_keys_reach_the_window(
    qtbot: QtBot, pane: LibraryPane, bar: SearchBar, modifier: Qt.KeyboardModifier, key: Qt.Key
) -> None:
    pressed: list[Qt.Key] = []
    shortcut = QShortcut(QKeySequence(QKeyCombination(modifier, key)), pane)
    shortcut.activated.connect(lambda: pressed.append(key))
    qtbot.keyClick(bar.search_field, key, modifier)
    assert pressed == [key]


def test_line_at_the_top_shows_the_focus(qtbot: QtBot, pane: LibraryPane) -> None:
    qtbot.waitUntil(pane.shows_focus)
    pane.search_bar.search_field.clearFocus()
    qtbot.waitUntil(lambda: not pane.shows_focus())

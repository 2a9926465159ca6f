"""The right pane: what it shows of a quote, a suggestion or nothing, and what its fields tell."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Agreement, Quote, Span, Style
from kdcurator.domain.suggestion import OpenSuggestion, SuggestedQuote, SuggestionId
from kdcurator.domain.tag import Tag
from kdcurator.gui.panes.tag_panel import TagPanel
from kdcurator.gui.theme import Theme

MakeQuote = Callable[..., Quote]

pytestmark = pytest.mark.gui


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, some_tags: list[Tag]) -> TagPanel:
    panel = TagPanel(theme)
    qtbot.addWidget(panel)
    panel.set_tags(some_tags)
    panel.resize(300, 860)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def _suggestion(confidence: float) -> OpenSuggestion:
    found = SuggestedQuote((Span(0, 5),), "Ida Krog", Style.DASH, None, confidence, "")
    return OpenSuggestion(SuggestionId(7), found)


def test_saved_quote_is_shown_whole(panel: TagPanel, a_quote: MakeQuote) -> None:
    quote = a_quote(tags=("Økonomi",), role="formand", note="Ring igen", used_in=("Vandet",))
    panel.show_quote(quote, "Kystposten")
    card = panel.card
    assert card.words.text() == quote.text
    assert card.fields.speaker.text() == "Ida Krog"
    assert card.fields.role.text() == "formand"
    assert card.fields.note.text() == "Ring igen"
    assert card.fields.said_to.placeholderText() == "Kystposten"
    assert card.fields.used.text() == "used in “Vandet”"
    assert card.standing.text() == "saved · verbatim as in the article ✓"


@pytest.mark.parametrize(
    ("confidence", "heading"), [(0.95, "Suggestion"), (0.5, "Weak suggestion")]
)
def test_suggestion_is_shown_with_its_number(
    panel: TagPanel, confidence: float, heading: str
) -> None:
    known = Presentation("Ida Krog", "havnechef", "Kystby Havn")
    panel.show_suggestion(_suggestion(confidence), 2, 4, known, text="Vi bygger")
    card = panel.card
    assert (card.heading.text(), card.standing.text()) == (heading, "2 of 4")
    assert card.words.text() == "Vi bygger"
    assert card.fields.organisation.text() == "Kystby Havn"
    assert card.fields.role.isReadOnly()


def test_nothing_in_hand_shows_a_way_on(panel: TagPanel) -> None:
    panel.show_quote(None)
    shown = [name for name, key in panel.card.keys.items() if key.isVisible()]
    assert shown == ["next_suggestion", "sentence"]
    assert not panel.card.fields.speaker.isVisible()


@pytest.mark.parametrize(
    ("field", "signal", "typed"),
    [
        ("speaker", "speaker_edited", "Bo Lund"),
        ("note", "note_edited", "Ring æøå"),
        ("said_to", "said_to_edited", "Radioen"),
    ],
)
def test_enter_tells_an_edit_once(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote, field: str, signal: str, typed: str
) -> None:
    panel.show_quote(a_quote())
    told: list[str] = []
    getattr(panel, signal).connect(told.append)
    panel.edit_speaker()
    widget = getattr(panel.card.fields, field)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, typed)
    with qtbot.waitSignal(panel.edit_finished):
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    panel.tag_list.setFocus()
    assert told == [typed]


def test_role_and_organisation_are_told_together(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote
) -> None:
    panel.show_quote(a_quote(role="formand"))
    panel.edit_speaker()
    panel.card.fields.organisation.setFocus()
    qtbot.keyClicks(panel.card.fields.organisation, "Kystby")
    with qtbot.waitSignal(panel.role_edited) as told:
        panel.tag_list.setFocus()
    assert told.args == ["formand", "Kystby"]


@pytest.mark.parametrize("field", ["speaker", "note"])
def test_escape_takes_the_old_text_back(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote, field: str
) -> None:
    panel.show_quote(a_quote(note="Ida Krog"))
    told: list[str] = []
    panel.speaker_edited.connect(told.append)
    panel.note_edited.connect(told.append)
    panel.edit_speaker()
    widget = getattr(panel.card.fields, field)
    widget.setFocus()
    qtbot.keyClicks(widget, "mere")
    qtbot.keyClick(widget, Qt.Key.Key_Escape)
    panel.tag_list.setFocus()
    assert (widget.text(), told) == ("Ida Krog", [])


def test_a_and_m_reach_their_fields_and_show_the_empty_ones(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote
) -> None:
    panel.show_quote(a_quote())
    assert not panel.card.fields.note.isVisible()
    panel.edit_note()
    qtbot.waitUntil(panel.card.fields.note.hasFocus)
    assert panel.card.fields.organisation.isVisible()
    assert panel.card.fields.agreement.isVisible()
    panel.tag_list.setFocus()
    qtbot.waitUntil(lambda: not panel.card.fields.note.isVisible())


def test_shift_enter_breaks_the_line_of_a_note(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote
) -> None:
    panel.show_quote(a_quote())
    panel.edit_note()
    qtbot.keyClicks(panel.card.fields.note, "en")
    qtbot.keyClick(panel.card.fields.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(panel.card.fields.note, "to")
    with qtbot.waitSignal(panel.note_edited) as told:
        qtbot.keyClick(panel.card.fields.note, Qt.Key.Key_Enter)
    assert told.args == ["en\nto"]


def test_agreement_is_chosen_by_keys(qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote) -> None:
    panel.show_quote(a_quote())
    panel.edit_speaker()
    panel.card.fields.agreement.setFocus()
    with qtbot.waitSignal(panel.agreement_chosen) as told:
        qtbot.keyClick(panel.card.fields.agreement, Qt.Key.Key_Down)
    assert told.args == [Agreement.UNNAMED]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_tag_in_the_list_is_pressed(qtbot: QtBot, panel: TagPanel, key: Qt.Key) -> None:
    panel.tag_list.setFocus()
    panel.tag_list.setCurrentIndex(panel.tag_list.model().index(1, 0))
    with qtbot.waitSignal(panel.tag_pressed) as told:
        qtbot.keyClick(panel.tag_list, key)
    assert told.args == [2]


def test_free_digit_presses_nothing(qtbot: QtBot, panel: TagPanel) -> None:
    told: list[object] = []
    panel.tag_pressed.connect(told.append)
    panel.tag_list.setFocus()
    panel.tag_list.setCurrentIndex(panel.tag_list.model().index(8, 0))
    qtbot.keyClick(panel.tag_list, Qt.Key.Key_Return)
    assert told == []


def test_earlier_quote_is_opened_and_chosen(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote
) -> None:
    panel.show_quote(a_quote())
    panel.set_also_said([a_quote(5), a_quote(6)], 9)
    assert panel.also_count.text() == "9 saved"
    panel.quote_list.setFocus()
    panel.quote_list.setCurrentIndex(panel.quote_list.model().index(1, 0))
    qtbot.keyClick(panel.quote_list, Qt.Key.Key_Space)
    assert panel.chosen_quotes() == [6]
    with qtbot.waitSignal(panel.quote_opened) as told:
        qtbot.keyClick(panel.quote_list, Qt.Key.Key_Return)
    assert told.args == [6]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform
def test_speaker_is_offered_from_the_people_of_the_article(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote
) -> None:
    panel.show_quote(a_quote(speaker=None))
    panel.suggest_speakers({"Bo Lund": ["Borgmester Lund"], "Ida Krog": []})
    panel.edit_speaker()
    qtbot.keyClicks(panel.card.fields.speaker, "mester lun")
    popup = panel.card.fields.speaker.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.speaker_edited) as told:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert told.args == ["Bo Lund"]


def test_tab_leaves_every_field(qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote) -> None:
    panel.show_quote(a_quote(note="en", role="to"))
    panel.edit_speaker()
    visited: list[QWidget | None] = []
    for _ in range(12):
        visited.append(panel.window().focusWidget())
        qtbot.keyClick(panel.window().focusWidget(), Qt.Key.Key_Tab)
    names = {widget.objectName() for widget in visited if widget}
    expected = {"speakerField", "roleField", "organisationField", "saidToField", "agreementBox"}
    assert names >= expected | {"noteField", "tagList", "quoteList"}


def test_letters_choose_no_agreement(qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote) -> None:
    panel.show_quote(a_quote())
    panel.edit_speaker()
    box = panel.card.fields.agreement
    box.setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_O):
        qtbot.keyClick(box, key)
    assert box.currentData() == Agreement.ON_RECORD


def test_fields_of_a_suggestion_that_cannot_be_edited_keep_no_keys(
    qtbot: QtBot, panel: TagPanel
) -> None:
    panel.show_suggestion(_suggestion(0.95), 1, 1, Presentation("Ida Krog", "havnechef"))
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence("3"), panel)
    shortcut.activated.connect(lambda: pressed.append("3"))
    panel.card.fields.role.setFocus()
    qtbot.keyClick(panel.card.fields.role, Qt.Key.Key_3)
    assert pressed == ["3"]


@pytest.mark.parametrize("field", ["speaker", "note"])
def test_quote_shown_again_leaves_alone_what_is_being_written(
    qtbot: QtBot, panel: TagPanel, a_quote: MakeQuote, field: str
) -> None:
    panel.show_quote(a_quote(1))
    panel.edit_speaker()
    widget = getattr(panel.card.fields, field)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, "Halvt skrevet")
    panel.show_quote(a_quote(1, tags=("Ledelse",)))
    assert widget.text() == "Halvt skrevet"
    panel.show_quote(a_quote(2, note="en anden"))
    assert widget.text() != "Halvt skrevet"


def test_row_with_the_keyboard_is_seen(qtbot: QtBot, panel: TagPanel, theme: Theme) -> None:
    first = panel.tag_list.visualRect(panel.tag_list.model().index(0, 0))
    inside = first.center() + QPoint(first.width() // 4, 0)
    panel.quote_list.setFocus()
    before = panel.tag_list.viewport().grab().toImage().pixelColor(inside)
    panel.tag_list.setFocus()
    qtbot.waitUntil(panel.tag_list.hasFocus)
    after = panel.tag_list.viewport().grab().toImage().pixelColor(inside)
    assert before != theme.selection
    assert after == theme.selection

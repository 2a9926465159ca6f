"""The reader: what the keys act on, and how caret, marks and hand go together."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdcurator.domain.article import ArticleId, Part, PartKind
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import QuoteId, Span
from kdcurator.domain.suggestion import SuggestionId
from kdcurator.domain.tag import Tag, TagId
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui.reader.view import Reader
from kdcurator.gui.theme import dark, light, text_font, ui_font

pytestmark = pytest.mark.gui
Opener = Callable[..., OpenArticle]

TEXT = "Rubrik 😀\n\nVi skal spare nu. Det er svært, siger Bo Lund.\n\n– Vi ses\u00a0igen. Hej."
SPARE = (TEXT.index("Vi skal"), TEXT.index("nu.") + 3)
HARD = (TEXT.index("Det er"), TEXT.index(", siger"))
AGAIN = (TEXT.index("Vi ses"), TEXT.index("igen.") + 5)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    view = Reader(light())
    qtbot.addWidget(view)
    view.set_tags([Tag(TagId(1), "Ledelse", 0, 1), Tag(TagId(2), "Jura", 7, 8)])
    view.resize(838, 600)
    view.show()
    return view


@pytest.fixture
def two_suggestions(open_text: Opener) -> OpenArticle:
    return open_text(TEXT, suggestions={5: [SPARE], 6: [AGAIN]})


def test_nothing_is_in_hand_before_an_article_is_shown(reader: Reader) -> None:
    assert (reader.current(), reader.target(), reader.in_hand()) == (None, None, None)
    assert not reader.next_suggestion()
    reader.select_sentence()
    assert reader.find("x") == 0


def test_opening_puts_the_first_suggestion_in_hand(
    reader: Reader, two_suggestions: OpenArticle
) -> None:
    reader.show_article(two_suggestions)
    assert reader.target() == Suggested(SuggestionId(5))
    assert reader.place() == SPARE[0]


def test_suggestions_are_walked_to_both_ends(reader: Reader, two_suggestions: OpenArticle) -> None:
    reader.show_article(two_suggestions)
    assert reader.next_suggestion()
    assert not reader.next_suggestion()
    assert reader.target() == Suggested(SuggestionId(6))
    assert reader.previous_suggestion()
    assert not reader.previous_suggestion()


def test_walking_drops_the_selection(reader: Reader, two_suggestions: OpenArticle) -> None:
    reader.show_article(two_suggestions)
    reader.select_sentence()
    assert isinstance(reader.target(), Selected)
    reader.next_suggestion()
    assert isinstance(reader.target(), Suggested)


def test_selection_comes_before_a_suggestion(reader: Reader, two_suggestions: OpenArticle) -> None:
    reader.show_article(two_suggestions)
    reader.select_sentence()
    assert reader.target() == Selected(ArticleId(1), (SPARE,))
    reader.clear_selection()
    assert reader.target() == Suggested(SuggestionId(5))


@pytest.mark.parametrize(
    ("caret", "target"),
    [
        (SPARE[0] + 1, Kept(QuoteId(2))),
        (SPARE[1] + 2, Kept(QuoteId(1))),
        (HARD[1], Kept(QuoteId(1))),
        (0, None),
    ],
)
def test_innermost_saved_quote_at_the_caret_is_in_hand(
    reader: Reader, open_text: Opener, caret: int, target: Target | None
) -> None:
    quotes = {1: ([(SPARE[0], HARD[1])], ["Jura"]), 2: ([SPARE], ["Ledelse"])}
    reader.show_article(open_text(TEXT, quotes=quotes))
    reader.set_place(caret)
    assert reader.target() == target


def test_caret_that_leaves_a_suggestion_lets_it_go(
    reader: Reader, two_suggestions: OpenArticle
) -> None:
    reader.show_article(two_suggestions)
    reader.set_place(0)
    assert reader.target() is None
    reader.set_place(AGAIN[0] + 2)
    assert reader.target() == Suggested(SuggestionId(6))


def test_saved_suggestion_stays_in_hand_as_a_quote(
    reader: Reader, open_text: Opener, two_suggestions: OpenArticle
) -> None:
    reader.show_article(two_suggestions)
    after = open_text(TEXT, quotes={9: ([SPARE], ["Jura"])}, suggestions={6: [AGAIN]})
    reader.show_article(after, keep_place=True)
    assert (reader.place(), reader.target()) == (SPARE[0], Kept(QuoteId(9)))
    quote = reader.quote_in_hand()
    assert quote is not None
    assert quote.tags == ("Jura",)
    assert reader.next_suggestion()


def test_saved_selection_is_no_selection_more(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT))
    reader.set_place(SPARE[0])
    reader.select_sentence()
    reader.show_article(open_text(TEXT, quotes={9: ([SPARE], [])}), keep_place=True)
    assert (reader.selected(), reader.target()) == (None, Kept(QuoteId(9)))


def test_undone_saving_puts_the_suggestion_back_in_hand(
    reader: Reader, open_text: Opener, two_suggestions: OpenArticle
) -> None:
    reader.show_article(two_suggestions)
    saved = open_text(TEXT, quotes={9: ([SPARE], [])}, suggestions={6: [AGAIN]})
    reader.show_article(saved, keep_place=True)
    reader.show_article(two_suggestions, keep_place=True)
    assert reader.target() == Suggested(SuggestionId(5))


def test_dismissed_suggestion_leaves_the_hand(
    reader: Reader, open_text: Opener, two_suggestions: OpenArticle
) -> None:
    reader.show_article(two_suggestions)
    reader.show_article(open_text(TEXT, suggestions={6: [AGAIN]}), keep_place=True)
    assert reader.target() is None
    assert reader.next_suggestion()
    assert reader.target() == Suggested(SuggestionId(6))


def test_quote_saved_elsewhere_stays_out_of_hand(
    reader: Reader, open_text: Opener, two_suggestions: OpenArticle
) -> None:
    reader.show_article(two_suggestions)
    quotes: dict[int, object] = {9: ([AGAIN], [])}
    reader.show_article(open_text(TEXT, quotes=quotes, suggestions={5: [SPARE]}), keep_place=True)
    assert reader.target() == Suggested(SuggestionId(5))


def test_sentence_by_sentence(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT))
    reader.set_place(SPARE[0] + 3)
    reader.select_sentence()
    assert reader.selected() == Span(*SPARE)
    extend(reader)
    assert reader.selected() == Span(SPARE[0], TEXT.index("Lund.") + 5)
    reader.clear_selection()
    reader.set_place(AGAIN[0])
    for wanted in ("Vi ses\u00a0igen.", "Hej.", "Hej."):
        reader.select_sentence()
        span = reader.selected()
        assert span is not None
        assert span.cut(TEXT) == wanted


def extend(reader: Reader) -> None:
    places = reader.moved(of_end=True, by=1, by_sentence=True)
    assert places is not None
    reader.select(places)


def test_boundaries_of_a_selection_move(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT))
    reader.set_place(SPARE[0])
    reader.select_sentence()
    for of_end in (True, False):
        places = reader.moved(of_end=of_end, by=1)
        assert places is not None
        reader.select(places)
    assert reader.selected() == Span(TEXT.index("skal"), TEXT.index("Det er") + 3)


@pytest.mark.parametrize(
    ("of_end", "by", "words"),
    [
        (True, 1, "Det er svært,"),
        (True, -1, "Det er"),
        (False, 1, "er svært"),
        (False, -1, ". Det er svært"),
    ],
)
def test_boundary_of_a_suggestion_is_told_and_not_moved(
    reader: Reader, open_text: Opener, *, of_end: bool, by: int, words: str
) -> None:
    reader.show_article(open_text(TEXT, suggestions={5: [HARD]}))
    moved = reader.moved(of_end=of_end, by=by)
    assert moved is not None
    ((start, end),) = moved
    assert TEXT[start:end] == words
    assert reader.target() == Suggested(SuggestionId(5))


def test_boundary_never_crosses_the_other(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT, suggestions={5: [HARD]}))
    assert reader.moved(of_end=True, by=-3) is None
    assert reader.moved(of_end=False, by=3) is None


def test_overlapping_marks_are_gone_round(reader: Reader, open_text: Opener) -> None:
    outer = (SPARE[0], HARD[1])
    quotes = {1: ([outer], ["Jura"]), 2: ([SPARE], [])}
    reader.show_article(open_text(TEXT, quotes=quotes, suggestions={5: [(SPARE[0], SPARE[0] + 7)]}))
    reader.set_place(SPARE[0] + 1)
    seen = []
    for _ in range(4):
        seen.append(reader.target())
        assert reader.next_overlapping()
    inner, middle = Suggested(SuggestionId(5)), Kept(QuoteId(2))
    assert seen == [inner, middle, Kept(QuoteId(1)), inner]


def test_overlap_behind_the_caret_is_reached(reader: Reader, open_text: Opener) -> None:
    inside = (SPARE[0] + 8, HARD[1])
    reader.show_article(open_text(TEXT, quotes={1: ([SPARE], [])}, suggestions={5: [inside]}))
    reader.put_quote_in_hand(QuoteId(1))
    assert reader.next_overlapping()
    assert (reader.target(), reader.place()) == (Suggested(SuggestionId(5)), inside[0])


def test_finding_goes_round_both_ways(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text("Bo så bo. Bog."))
    assert reader.find("bo") == 3
    places = [reader.place()]
    for backwards in (False, False, False, True):
        reader.find("bo", backwards=backwards)
        places.append(reader.place())
    assert places == [0, 6, 10, 0, 10]
    assert reader.found() == (3, 3)
    assert reader.find("findes ikke") == 0


def test_finding_takes_any_blank_for_a_blank(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT))
    assert reader.find("ses igen") == 1
    assert reader.place() == TEXT.index("ses")


def test_going_to_a_place_brings_it_into_sight(reader: Reader, open_text: Opener) -> None:
    text = "Afsnit om intet.\n\n" * 300 + "Her står det."
    reader.show_article(open_text(text))
    start = text.index("Her")
    reader.go_to(start, len(text), ["står"])
    assert reader.place() == start
    assert 0 < reader.cursorRect().top() < reader.viewport().height()
    assert reader.found() == (0, 1)


def test_place_is_kept_when_the_same_article_comes_anew(reader: Reader, open_text: Opener) -> None:
    text = "Afsnit om intet.\n\n" * 300
    reader.show_article(open_text(text))
    reader.set_place(2000)
    before = reader.verticalScrollBar().value()
    reader.show_article(open_text(text, quotes={1: ([(0, 6)], [])}), keep_place=True)
    assert (reader.place(), reader.verticalScrollBar().value()) == (2000, before)
    assert before > 0


def test_other_article_begins_at_the_top(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text("Afsnit om intet.\n\n" * 300))
    reader.set_place(2000)
    reader.show_article(open_text(TEXT, article=2), keep_place=True)
    assert (reader.place(), reader.verticalScrollBar().value()) == (0, 0)


def test_cleared_reader_shows_nothing(reader: Reader, two_suggestions: OpenArticle) -> None:
    reader.show_article(two_suggestions)
    reader.clear_article()
    assert (reader.current(), reader.target(), reader.toPlainText()) == (None, None, "")


def test_change_of_target_is_told_once(reader: Reader, two_suggestions: OpenArticle) -> None:
    told: list[Target | None] = []
    reader.target_changed.connect(lambda: told.append(reader.target()))
    reader.show_article(two_suggestions)
    reader.next_suggestion()
    reader.set_place(AGAIN[0] + 1)
    assert told == [Suggested(SuggestionId(5)), Suggested(SuggestionId(6))]


def test_typing_changes_nothing(reader: Reader, two_suggestions: OpenArticle, qtbot: QtBot) -> None:
    reader.show_article(two_suggestions)
    before = reader.toPlainText()
    QTest.keyClicks(reader, "xyz")
    QTest.keyClick(reader, Qt.Key.Key_Delete)
    QTest.keyClick(reader, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert reader.toPlainText() == before


def test_words_are_selected_by_keys(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT))
    reader.set_place(SPARE[0])
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(reader, Qt.Key.Key_Right, both)
    span = reader.selected()
    assert span is not None
    assert span.cut(TEXT) == "Vi"


def test_copied_text_keeps_its_no_break_spaces(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT))
    reader.set_place(AGAIN[0])
    reader.select_sentence()
    assert reader.createMimeDataFromSelection().text() == "Vi ses\u00a0igen."


def test_zoom_keeps_caret_and_selection(reader: Reader, two_suggestions: OpenArticle) -> None:
    reader.show_article(two_suggestions)
    reader.select_sentence()
    reader.zoom_by(3)
    assert reader.zoom() > 1.3
    assert reader.selected() == Span(*SPARE)
    assert reader.document().defaultFont().pixelSize() == round(18 * reader.zoom())
    reader.set_zoom(99)
    assert reader.zoom() == 3.0


def test_note_goes_after_a_while(reader: Reader, open_text: Opener, qtbot: QtBot) -> None:
    reader.show_article(open_text(TEXT, quotes={1: ([SPARE], ["Jura"])}))
    empty = reader.grab().toImage()
    reader.show_note(QuoteId(1), "Gemt", "Ctrl+Z")
    assert reader.grab().toImage() != empty
    reader._note_timer.setInterval(1)
    qtbot.waitUntil(lambda: reader.grab().toImage() == empty)


def test_parts_are_set_apart(reader: Reader, open_text: Opener) -> None:
    parts = [Part(PartKind.TITLE, 0, 8), Part(PartKind.CREDIT, *SPARE)]
    reader.show_article(open_text(TEXT, parts=parts))
    title, credit = QTextCursor(reader.document()), QTextCursor(reader.document())
    title.setPosition(1)
    credit.setPosition(SPARE[0] + 3)
    assert title.charFormat().font().pixelSize() == 31
    assert credit.charFormat().foreground().color() == light().faint


def test_saved_quote_is_tinted_and_lined(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT, quotes={1: ([SPARE], ["Ledelse", "Jura"])}))
    image = reader.grab().toImage()
    colours = {
        image.pixelColor(QPoint(x, y)).name()
        for y in range(image.height())
        for x in range(60, 200, 7)
    }
    assert light().tag_colours[0].name() in colours
    assert light().tag_colours[7].name() in colours


def _row_of(reader: Reader, colour: QColor) -> list[bool]:
    """Return where the first row in a colour is inked, from the column's left edge on."""
    image, left = reader.grab().toImage(), reader.column().left
    rows = (
        [image.pixelColor(left + x, y) == colour for x in range(60)] for y in range(image.height())
    )
    return next(row for row in rows if row[3])


def test_ninth_tag_has_a_dashed_line(reader: Reader, open_text: Opener) -> None:
    reader.set_tags([Tag(TagId(3), "Niende", 8)])
    reader.show_article(open_text(TEXT, quotes={1: ([SPARE], ["Niende"])}))
    reader.set_place(0)
    row = _row_of(reader, light().tag_colours[0])
    assert row == [x % 9 < 6 for x in range(60)]


def test_quote_without_tags_has_a_grey_line(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT, quotes={1: ([SPARE], [])}))
    reader.set_place(0)
    assert all(_row_of(reader, light().mark))


def test_crowded_page_can_be_drawn(reader: Reader, open_text: Opener) -> None:
    start, end = SPARE
    places = [(start + index, end) for index in range(8)]
    quotes = {number: ([place], ["Jura", "Ny"]) for number, place in enumerate(places, start=1)}
    reader.show_article(open_text(TEXT, quotes=quotes, suggestions={1: [SPARE]}, confidence=0.5))
    before = reader.grab().toImage()
    reader.put_quote_in_hand(QuoteId(8))
    assert reader.target() == Kept(QuoteId(8))
    reader.show_note(QuoteId(99), "Citatet er slettet", "Ctrl+Z")
    assert reader.grab().toImage() != before


def test_tags_that_come_later_give_their_colours(reader: Reader, open_text: Opener) -> None:
    reader.show_article(open_text(TEXT, quotes={1: ([SPARE], ["Ny"])}))
    reader.set_tags([Tag(TagId(9), "Ny", 4)])
    reader.set_place(0)
    assert all(_row_of(reader, light().tag_colours[4]))


def test_dark_page_is_dark_and_keeps_its_place(reader: Reader, open_text: Opener) -> None:
    text = "Afsnit om intet.\n\n" * 300
    reader.show_article(open_text(text))
    reader.set_place(2000)
    top = reader.cursorForPosition(QPoint(0, 0)).position()
    reader.set_theme(dark())
    assert reader.grab().toImage().pixelColor(2, 2) == dark().page
    assert reader.place() == 2000
    assert reader.cursorForPosition(QPoint(0, 0)).position() == top


@pytest.mark.parametrize(("turn", "grows"), [(120, True), (-120, False)])
def test_wheel_with_ctrl_zooms(reader: Reader, open_text: Opener, turn: int, grows: bool) -> None:
    reader.show_article(open_text(TEXT))
    middle = QPointF(100, 100)
    event = QWheelEvent(
        middle,
        reader.mapToGlobal(middle),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(reader.viewport(), event)
    assert (reader.zoom() > 1) is grows


@pytest.mark.parametrize(
    "text",
    [
        "\ufffc objekt \ufffc",
        "linje\u2028linje\u2029afsnit",
        "\u05e9\u05dc\u05d5\u05dd og dansk \u202e vendt",
        "e\u0301\u0302\u0303 og \u200b\u00ad usynligt",
        "\t\tindrykket\ttabel",
        "👩\u200d👩\u200d👧 familie 🏳️\u200d🌈",
        "\n\n\n",
        " ",
    ],
)
def test_odd_texts_are_drawn_with_a_quote_over_them(
    reader: Reader, open_text: Opener, text: str
) -> None:
    place = [(0, len(text))]
    reader.show_article(open_text(text, quotes={1: (place, ["Jura"])}, suggestions={2: place}))
    assert not reader.grab().isNull()
    reader.selectAll()
    span = reader.selected()
    assert (span.cut(text) if span else "") == text.strip()


def test_font_of_the_controls_never_reaches_the_article(
    reader: Reader, two_suggestions: OpenArticle
) -> None:
    reader.show_article(two_suggestions)
    reader.setFont(ui_font(30))
    assert reader.document().defaultFont().family() == text_font(18).family()
    assert reader.document().defaultFont().pixelSize() == 18


def test_dots_are_whole_squares(reader: Reader, two_suggestions: OpenArticle) -> None:
    reader.show_article(two_suggestions)
    reader.set_place(0)
    image = reader.grab().toImage()
    left, grey = reader.column().left, light().mark
    dotted = [
        y
        for y in range(image.height())
        if image.pixelColor(left, y) == image.pixelColor(left + 5, y) == grey
    ]
    assert dotted
    for y in dotted:
        row = [image.pixelColor(left + x, y) == grey for x in range(10)]
        assert row == [True, True, False, False, False] * 2
    assert dotted[1] == dotted[0] + 1


def test_places_are_code_points_through_folds_and_emoji(reader: Reader, open_text: Opener) -> None:
    text = "😀e\u0301\u00a0ord " * 4000 + "\n\n😀 Slut her."
    reader.show_article(open_text(text))
    start = text.index("Slut")
    reader.set_place(start + 2)
    reader.select_sentence()
    span = reader.selected()
    assert span is not None
    assert span.cut(text) == "😀 Slut her."


@pytest.mark.parametrize("width", [60, 300, 620, 838, 2400])
def test_any_width_can_be_drawn(reader: Reader, two_suggestions: OpenArticle, width: int) -> None:
    reader.show_article(two_suggestions)
    reader.resize(width, 300)
    assert not reader.grab().isNull()
    assert reader.column().width > 0
    assert reader.column().right <= max(width, 100)

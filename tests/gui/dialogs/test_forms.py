"""Forms by key presses: what Enter takes, what Esc leaves, what is said when something is amiss."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kdcurator.domain.article import Article, ArticleId, Language, Metadata, TextType, VersionId
from kdcurator.domain.errors import BinaryFile
from kdcurator.domain.exporting import CsvDialect, ExportWish, Grouping
from kdcurator.domain.quote import QuoteFilter
from kdcurator.gui.dialogs.article_details import ArticleDetails
from kdcurator.gui.dialogs.edit_text import EditText
from kdcurator.gui.dialogs.export import ExportForm, Offer
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.import_report import ImportReportPanel
from kdcurator.gui.dialogs.new_note import NewNote
from kdcurator.gui.dialogs.values import NoDay, read_day
from kdcurator.gui.theme import light
from kdcurator.services.arrivals import Turned
from kdcurator.services.articles import DuplicateFile, ImportReport
from kdcurator.services.likenesses import SimilarFile
from kdcurator.services.versions import UpdatedFile

pytestmark = pytest.mark.gui

KNOWN = Metadata(
    title="Havby siger nej",
    publication="Nu",
    published_on=date(2018, 10, 24),
    language=Language.DANISH,
    guessed=frozenset({"publication", "title"}),
)
ARTICLE = Article(
    ArticleId(7), VersionId(7), KNOWN, "text/plain", "a.txt", "0" * 64, datetime.now(UTC)
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 800)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


def field(form: Form, label: str) -> QWidget:
    """Return a field by the name that a screen reader says."""
    return next(each for each in form.fields if each.accessibleName() == label)


def write(form: Form, label: str, words: str) -> None:
    found = field(form, label)
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    found.setFocus()
    found.selectAll()
    QTest.keyClicks(found, words)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key, modifier)


# --- Days ---


@pytest.mark.parametrize(
    "words",
    [
        *("2018-10-24", "24.10.2018", "24/10-2018", "24/10/2018", " 24.10.18 "),
        *("24. okt. 2018", "24. oktober 2018", "24 October 2018", "24 Oct 2018"),
    ],
)
def test_a_day_is_understood_as_it_comes(words: str) -> None:
    assert read_day(words) == date(2018, 10, 24)


@pytest.mark.parametrize("words", ["i går", "2018", "31.02.2018", "24.10", "0"])
def test_what_is_no_day_is_none(words: str) -> None:
    with pytest.raises(NoDay):
        read_day(words)


def test_nothing_is_no_date() -> None:
    assert read_day("  ") is None


# --- The article's details ---


@pytest.fixture
def details(window: QWidget) -> tuple[ArticleDetails, list[Metadata]]:
    form = ArticleDetails(window, light())
    told: list[Metadata] = []
    form.chosen.connect(lambda _id, metadata: told.append(metadata))
    form.ask(ARTICLE, ["Nu", "Komponent"])
    return form, told


Details = tuple[ArticleDetails, list[Metadata]]


def test_nothing_changed_is_nothing_told(details: Details) -> None:
    form, told = details
    press(Qt.Key.Key_Return)
    assert (form.is_open, told) == (False, [])


def test_a_mended_field_is_no_guess_any_more(details: Details) -> None:
    form, told = details
    write(form, "Medium", "Komponent")
    press(Qt.Key.Key_Return)
    (known,) = told
    assert (known.publication, known.guessed) == ("Komponent", frozenset({"title"}))
    assert (known.title, known.published_on) == (KNOWN.title, KNOWN.published_on)


def test_a_right_guess_is_confirmed_by_its_tick(details: Details) -> None:
    form, told = details
    tick = field(form, "Medium is guessed")
    assert isinstance(tick, QCheckBox)
    tick.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert told[0].guessed == frozenset({"title"})
    assert not field(form, "Byline is guessed").isVisible()


def test_esc_leaves_everything_as_it_was(details: Details) -> None:
    form, told = details
    write(form, "Title", "Andet")
    press(Qt.Key.Key_Escape)
    assert (form.is_open, told) == (False, [])


def test_a_wrong_day_is_said_and_the_form_stays(details: Details) -> None:
    form, told = details
    write(form, "Printed on", "i går")
    press(Qt.Key.Key_Return)
    assert (form.is_open, told) == (True, [])
    assert form.trouble.isVisible()
    write(form, "Printed on", "1.2.2019")
    press(Qt.Key.Key_Return)
    assert told[0].published_on == date(2019, 2, 1)


def test_an_emptied_field_is_unknown(details: Details) -> None:
    form, told = details
    write(form, "Printed on", " ")
    write(form, "Title", " ")
    press(Qt.Key.Key_Return)
    assert (told[0].published_on, told[0].title) == (None, None)


def test_type_and_language_are_chosen(details: Details) -> None:
    form, told = details
    field(form, "Text type").setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert (told[0].text_type, told[0].language) == (TextType.INTERVIEW, Language.DANISH)
    assert isinstance(told[0].text_type, TextType)


def test_tab_goes_round_the_form_and_never_below_it(details: Details, window: QWidget) -> None:
    form, _ = details
    below = QLineEdit(window)
    below.show()
    met = set()
    for _step in range(30):
        press(Qt.Key.Key_Tab)
        met.add(QApplication.focusWidget())
    assert met == {each for each in form.fields if each.isVisible()}
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() in met


# --- A new note ---


@pytest.fixture
def note(window: QWidget) -> tuple[NewNote, list[tuple[str, Metadata]]]:
    form = NewNote(window, light())
    told: list[tuple[str, Metadata]] = []
    form.chosen.connect(lambda draft, metadata: told.append((draft.text, metadata)))
    form.ask(["Nu"])
    return form, told


Note = tuple[NewNote, list[tuple[str, Metadata]]]


def test_a_note_is_told_with_what_is_known_of_it(note: Note) -> None:
    form, told = note
    write(form, "Title", "Møde")
    write(form, "Date", "2026-11-22")
    write(form, "Text", "- Ja, siger Bo.")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(field(form, "Text"), "Slut.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((text, known),) = told
    assert text == "- Ja, siger Bo.\nSlut."
    assert (known.title, known.published_on) == ("Møde", date(2026, 11, 22))
    assert (known.text_type, known.publication) == (TextType.INTERVIEW, None)
    assert not form.is_open


def test_a_note_without_text_is_said(note: Note) -> None:
    form, told = note
    press(Qt.Key.Key_Return)
    assert (form.is_open, told) == (True, [])
    assert QApplication.focusWidget() is field(form, "Text")


def test_esc_keeps_the_draft_and_saving_ends_it(note: Note) -> None:
    form, told = note
    write(form, "Text", "Halvt skrevet")
    press(Qt.Key.Key_Escape)
    form.ask()
    press(Qt.Key.Key_Return)
    form.ask()
    press(Qt.Key.Key_Return)
    assert [text for text, _ in told] == ["Halvt skrevet"]


# --- Export ---

OFFERS = [
    Offer("Story", "Citater – a/b: c?", QuoteFilter(story="a"), 3),
    Offer("All", "Citater", QuoteFilter(), 9),
    Offer("Nothing", "Citater", QuoteFilter(tag="x"), 0),
]


@pytest.fixture
def export(window: QWidget, tmp_path: Path) -> tuple[ExportForm, list[ExportWish]]:
    form = ExportForm(window, light())
    told: list[ExportWish] = []
    form.chosen.connect(told.append)
    form.ask(OFFERS, tmp_path)
    return form, told


Export = tuple[ExportForm, list[ExportWish]]


def test_enter_alone_exports_the_first_offer_as_a_document(export: Export, tmp_path: Path) -> None:
    form, told = export
    press(Qt.Key.Key_Return)
    assert told == [
        ExportWish(
            tmp_path / "Citater – a-b- c-.docx",
            QuoteFilter(story="a"),
            Grouping.TAG,
            CsvDialect.EXCEL_DA,
        )
    ]
    assert not form.is_open


def test_a_table_asks_for_whom_it_is(export: Export, tmp_path: Path) -> None:
    form, told = export
    assert not field(form, "For").isVisible()
    field(form, "As").setFocus()
    press(Qt.Key.Key_Down)
    assert field(form, "For").isVisible()
    assert not field(form, "Headings").isVisible()
    field(form, "For").setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert told[0].path.suffix == ".csv"
    assert told[0].dialect is CsvDialect.PLAIN


@pytest.mark.parametrize(
    ("words", "name"), [("q", "q.docx"), ("q.doc", "q.doc.docx"), ("v1.2", "v1.2.docx")]
)
def test_a_name_gets_the_ending_of_the_format(
    export: Export, tmp_path: Path, words: str, name: str
) -> None:
    form, told = export
    write(form, "File", words)
    press(Qt.Key.Key_Return)
    assert told[0].path == tmp_path / name


def test_a_file_that_would_be_replaced_is_said_beforehand(export: Export, tmp_path: Path) -> None:
    form, _ = export
    (tmp_path / "q.docx").touch()
    write(form, "File", "q.docx")
    assert form.trouble.isVisible()
    write(form, "File", "r.docx")
    assert not form.trouble.isVisible()


@pytest.mark.parametrize("spoil", ["no quotes", "no name"])
def test_what_cannot_be_exported_is_said(export: Export, spoil: str) -> None:
    form, told = export
    if spoil == "no quotes":
        field(form, "Quotes").setFocus()
        press(Qt.Key.Key_End)
    else:
        write(form, "File", " ")
    press(Qt.Key.Key_Return)
    assert (form.is_open, form.trouble.isVisible(), told) == (True, True, [])


# --- What was not imported ---


def test_every_file_left_out_is_listed_with_its_reason(window: QWidget) -> None:
    panel = ImportReportPanel(window, light())
    panel.show_report(
        ImportReport(
            duplicates=[DuplicateFile(None, ArticleId(1))],
            rejected=[Turned(Path("br\udcf8d.png"), BinaryFile())],
            updated=[UpdatedFile(Path("nej.txt"), ArticleId(1), moved=2, gone=1)],
            similar=[SimilarFile(Path("b.txt"), ArticleId(2), ArticleId(1), "Nej", 0.918)],
        )
    )
    (refused, updated, similar, duplicate) = panel.rows()
    assert "quotes moved: 2; no longer in the article: 1" in updated[1]
    assert similar == ("b.txt", "imported; 92 % of its text is also in: Nej")
    assert refused[0] == "br?d.png"
    assert "not a text file" in refused[1]
    assert duplicate == ("the pasted text", "was there already")
    press(Qt.Key.Key_Return)
    assert not panel.is_open


@pytest.mark.parametrize("make", [ArticleDetails, NewNote, EditText, ExportForm, ImportReportPanel])
def test_every_field_has_a_name(window: QWidget, make: Callable[..., Form]) -> None:
    form = make(window, light())
    assert all(each.accessibleName() for each in form.fields)
    assert form.accessibleName()

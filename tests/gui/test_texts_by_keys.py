"""Texts in and out of the window by keys: import, notes, details, copies, exports."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands

FILES = Path(__file__).parents[1] / "importing" / "files"


def test_details_of_the_article_are_mended(hands: Hands) -> None:
    hands.press("I", "Ctrl+A")
    hands.write("Færre systemer i Lyngsø")
    hands.press("Return")
    assert hands.opened.article.metadata.title == "Færre systemer i Lyngsø"
    assert hands.message == "Article's details changed."
    hands.press("Ctrl+Z")
    assert hands.opened.article.metadata.title == "Lyngsø vælger færre systemer"


def test_new_note_is_written_and_read_for_quotes(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.write("Ring til Ib")
    hands.press("Tab", "Tab", "Tab", "Tab")
    hands.write("- Det er godt for os alle, siger Ib Juhl.")
    hands.press("Ctrl+Return")
    assert hands.opened.article.metadata.title == "Ring til Ib"
    hands.press("4")
    (quote,) = hands.opened.quotes
    assert (quote.speaker, quote.tags) == ("Ib Juhl", ("kompetencer",))


def test_files_are_chosen_and_imported(hands: Hands, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "new.txt").write_text("Ny rubrik\n\nDet er nyt.\n", encoding="utf-8")
    hands.press("Ctrl+O")
    dialog = hands.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(tmp_path / "new.txt"))
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    qtbot.waitUntil(field.hasFocus, timeout=5_000)
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.wait()
    assert hands.opened.article.metadata.title == "Ny rubrik"
    assert "1 article imported." in hands.message


def test_dropped_files_and_texts_are_imported(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Ny rubrik\n\nDet er nyt.\n", encoding="utf-8")
    file, text = QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "new.txt"))])
    text.setText("Trukket tekst\n\nDen kom fra en mail.")
    for data, title in ((file, "Ny rubrik"), (text, "Trukket tekst")):
        assert drop(hands.window, data)
        hands.wait()
        assert hands.opened.article.metadata.title == title


def drop(window: QWidget, data: QMimeData) -> bool:
    """Drop data on the window; tell whether it was taken."""
    point, action = QPoint(300, 300), Qt.DropAction.CopyAction
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(point, action, data, button, held)
    dropping = QDropEvent(QPointF(point), action, data, button, held)
    QApplication.sendEvent(window, entering)
    QApplication.sendEvent(window, dropping)
    return entering.isAccepted() and dropping.isAccepted()


def test_import_shows_how_far_it_is_and_is_cancelled(hands: Hands, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(200):
        (many / f"{number}.txt").write_text(f"Rubrik {number}\n\n" + "Brødtekst. " * 500)
    hands.command("cancel_import")
    assert hands.message == "No import goes on."
    hands.window.workings.import_dropped(urls(many))
    (bar,) = hands.part("statusLine").findChildren(QProgressBar)
    assert bar.isVisible()
    assert not hands.window.is_idle()
    hands.part("statusLine").findChildren(QPushButton)[0].setFocus()
    hands.press("Space")
    assert not bar.isVisible()
    assert len(hands.window.desk.curator.articles.list_articles()) < 202


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_attached_files_can_be_had_later_and_once(hands: Hands) -> None:
    hands.command("import_attachments")
    assert hands.message == "Nothing is attached to the mails imported last."
    drop(hands.window, urls(FILES / "kajen.eml"))
    hands.wait()
    hands.press("Esc")
    hands.command("import_attachments")
    assert hands.message == "2 articles imported."
    hands.command("import_attachments")
    assert hands.message == "Nothing is attached to the mails imported last."


def test_attached_files_of_a_mail_that_is_open_can_be_had_any_time(hands: Hands) -> None:
    curator = hands.window.desk.curator
    (mail,) = curator.articles.import_files([FILES / "kajen.eml"]).imported
    hands.window.desk.show_library()
    hands.window.desk.open(mail.article.id)
    hands.command("import_attachments")
    assert hands.message == "2 articles imported."


def test_samples_are_opened_by_name(hands: Hands) -> None:
    before = len(hands.window.desk.curator.articles.list_articles())
    hands.command("samples")
    assert len(hands.window.desk.curator.articles.list_articles()) > before
    hands.press("Ctrl+Z")
    assert len(hands.window.desk.curator.articles.list_articles()) == before


# Out again


def test_copy_with_source_adds_medium_date_and_link(hands: Hands) -> None:
    hands.press("1", "Ctrl+C")
    plain = QGuiApplication.clipboard().text()
    hands.press("Ctrl+Shift+C")
    with_source = QGuiApplication.clipboard().text()
    assert with_source.startswith(plain)
    assert "Lyngsø vælger færre systemer" in with_source
    assert "Copied as" in hands.message


def test_ctrl_s_says_that_all_is_saved(hands: Hands) -> None:
    hands.press("1", "Ctrl+S")
    assert hands.message.startswith("All is saved.")


def test_ctrl_e_asks_what_to_export_and_escape_leaves(hands: Hands) -> None:
    hands.press("1", "Ctrl+E")
    assert hands.part("exportForm").isVisible()
    hands.press("Esc")
    assert not hands.part("exportForm").isVisible()
    assert hands.focus == "reader"

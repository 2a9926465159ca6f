"""Pages of the web by keys: asked for by their address, fetched, cancelled; their whole text."""

import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests import web_worker
from tests.gui.conftest import Hands
from tests.gui.test_texts_by_keys import drop, urls

FILES = Path(__file__).parents[1] / "importing" / "files"
ADDRESS = "http://dagblad.example/kajen"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Have all of the web be a server here, of which `/slow` never answers; what it was asked."""
    is_over, paths = Event(), []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            if self.path == "/slow":
                is_over.wait(30)
            self.send_response(200 if self.path == "/kajen" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((FILES / "kajen.html").read_bytes())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        command = [sys.executable, "-m", web_worker.__name__, str(server.server_port)]
        monkeypatch.setattr("kdcurator.gui.worker_process.worker_command", lambda: command)
        yield paths
        is_over.set()
        server.shutdown()


def address(hands: Hands) -> str:
    field = hands.part("pageAddressField")
    assert isinstance(field, QLineEdit)
    return field.text()


def test_page_is_fetched_when_its_address_is_given(hands: Hands, asked: list[str]) -> None:
    hands.press("Ctrl+Shift+O", "Ctrl+A")
    hands.write("http://dagblad.example/kajen")
    assert asked == []
    hands.press("Return")
    assert asked == ["/kajen"]
    assert hands.message.startswith("1 article imported.")
    known = hands.opened.article.metadata
    assert (known.title, known.publication) == (
        "Kajen i Nørreborg bliver til park",
        "Nørreborg Dagblad",
    )
    hands.press("4")
    assert hands.message.startswith("Saved · tagged")
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.message == "Undone: 1 article imported."


def test_what_is_no_address_is_said_and_can_be_mended(hands: Hands, asked: list[str]) -> None:
    hands.command("import_address")
    for words in ("", "hej med dig", "file:///etc/passwd", "https://per:kode@a.example/"):
        hands.press("Ctrl+A", "Del")
        hands.write(words)
        hands.press("Return")
        assert hands.focus == "pageAddressField"
    hands.press("Esc")
    assert hands.focus == "reader"
    assert asked == []


def test_page_that_is_not_there_is_told_and_its_address_is_at_hand(
    hands: Hands, asked: list[str]
) -> None:
    hands.press("Ctrl+Shift+O", "Ctrl+A")
    hands.write("http://dagblad.example/kagen")
    hands.press("Return")
    assert hands.part("importReport").isVisible()
    hands.press("Return", "Ctrl+Shift+O")
    assert address(hands) == "http://dagblad.example/kagen"
    assert asked == ["/kagen"]


def test_this_computer_is_never_asked(hands: Hands) -> None:
    hands.press("Ctrl+Shift+O", "Ctrl+A")
    hands.write("http://127.0.0.1:9/")
    hands.press("Return")
    assert hands.message == "1 file could not be read."


@pytest.mark.parametrize("give", ["paste", "drop", "drag a link", "copy before"])
def test_address_in_the_place_of_a_text_is_offered_and_not_fetched(
    hands: Hands, asked: list[str], give: str
) -> None:
    data = QMimeData()
    if give == "drag a link":
        data.setUrls([QUrl(ADDRESS)])
    data.setText(ADDRESS)
    if give.startswith("d"):
        drop(hands.window, data)
    else:
        QGuiApplication.clipboard().setMimeData(data)
        hands.press("Ctrl+V" if give == "paste" else "Ctrl+Shift+O")
    assert (hands.focus, address(hands)) == ("pageAddressField", ADDRESS)
    assert asked == []
    hands.press("Esc")
    assert len(hands.window.desk.curator.articles.list_articles()) == 2


def test_fetching_can_be_cancelled(hands: Hands, asked: list[str], qtbot: QtBot) -> None:
    hands.press("Ctrl+Shift+O", "Ctrl+A")
    hands.write("http://dagblad.example/slow")
    QTest.keyClick(hands.part("pageAddressField"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked == ["/slow"], timeout=10_000)
    foot = hands.part("statusLine")
    (bar,) = foot.findChildren(QProgressBar)
    assert bar.isVisible()
    labels = foot.findChildren(QLabel)
    qtbot.waitUntil(lambda: any("dagblad.example/slow" in each.text() for each in labels))
    foot.findChildren(QPushButton)[0].setFocus()
    hands.press("Space")
    assert not bar.isVisible()
    assert len(hands.window.desk.curator.articles.list_articles()) == 2


def test_help_on_importing_is_read_and_left(hands: Hands) -> None:
    hands.command("help_importing")
    assert hands.part("helpPage").isVisible()
    hands.press("End", "Esc")
    assert hands.focus == "reader"


# The whole text of a page


def test_whole_text_of_a_page_is_taken_and_given_back(hands: Hands) -> None:
    drop(hands.window, urls(FILES / "kajen.html"))
    hands.wait()
    hands.press("4")
    before = hands.opened
    hands.command("whole_page")
    assert hands.message.startswith("The article has the whole text of its page now.")
    assert "Jeg husker kajen" in hands.opened.text
    (quote,) = hands.opened.quotes
    (span,) = (segment.span for segment in quote.segments)
    assert hands.opened.text[span.start : span.end] == quote.text == before.quotes[0].text
    hands.command("whole_page")
    assert hands.message == "The article has the whole text of its page already."
    hands.press("Ctrl+Z")
    assert hands.message == "Undone: whole text of the page taken."
    assert (hands.opened.text, hands.opened.quotes) == (before.text, before.quotes)
    hands.press("Ctrl+Y")
    assert "Jeg husker kajen" in hands.opened.text


def test_article_that_is_from_no_page_says_so(hands: Hands) -> None:
    text = hands.opened.text
    hands.command("whole_page")
    assert "the article does not come from a web page" in hands.message
    assert hands.opened.text == text

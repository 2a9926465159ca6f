"""What is written stands where it was written when it cannot be saved, and is saved later."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kdcurator.gui.panes.in_place import InPlace
from tests.gui.conftest import Hands

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows renames no folder in which a file is open"
)


@contextmanager
def folder_gone(hands: Hands) -> Iterator[None]:
    """Give the library's folder another name for a while."""
    folder = hands.window.desk.curator.library.folder
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    yield
    assert not folder.exists(), "a new library was begun in the old one's place"
    elsewhere.rename(folder)


def texts_of(hands: Hands) -> list[str | None]:
    articles = hands.window.desk.curator.articles.list_articles()
    return [article.metadata.title for article in articles]


def field_of(hands: Hands) -> InPlace:
    field = hands.part("speakerField")
    assert isinstance(field, InPlace)
    return field


def test_note_stands_in_its_field_until_it_can_be_saved(hands: Hands) -> None:
    hands.press("M")
    hands.write("Ring til Ib")
    with folder_gone(hands):
        hands.press("Return")
        assert hands.focus == "noteField"
        assert "is no longer there" in hands.message
    hands.press("Return")
    assert hands.focus != "noteField"
    assert [quote.note for quote in hands.opened.quotes] == ["Ring til Ib"]


def test_unsaved_speaker_comes_back_with_what_it_was_written_about(hands: Hands) -> None:
    hands.press("A", "Ctrl+A")
    hands.write("Ib Juhl")
    with folder_gone(hands):
        hands.press("Return")
        hands.window.frame.bring_reader()
        hands.press("N")
        assert field_of(hands).text() != "Ib Juhl"
        hands.press("P")
        assert field_of(hands).text() == "Ib Juhl"
    hands.press("A", "Return")
    assert [quote.speaker for quote in hands.opened.quotes] == ["Ib Juhl"]


def test_escape_gives_an_unsaved_note_up(hands: Hands) -> None:
    hands.press("M")
    hands.write("Ring til Ib")
    with folder_gone(hands):
        hands.press("Return", "Esc")
        assert hands.focus != "noteField"
    assert hands.opened.quotes == ()


def test_new_note_is_asked_for_again_with_its_words(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.write("Ring til Ib")
    hands.press("Tab", "Tab", "Tab", "Tab")
    hands.write("- Det er godt for os alle, siger Ib Juhl.")
    with folder_gone(hands):
        hands.press("Ctrl+Return")
        assert "is no longer there" in hands.message
    assert "Ring til Ib" not in texts_of(hands)
    hands.press("Ctrl+Return")
    assert "Ring til Ib" in texts_of(hands)

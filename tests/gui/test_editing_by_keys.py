"""Texts written in the window, written on by keys: versions, drafts, and what is not edited."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import AnchorState
from kdcurator.services.arrivals import TextToRead
from tests.gui.conftest import Hands
from tests.gui.test_unsaved import folder_gone

Opener = Callable[..., Hands]

NOTE = """Ring til Ib

Vi\u00a0talte om bro\u00adbygning 😀.

- Broen bliver god for os alle sammen i kommunen, siger Ib Juhl.

Det har taget fem år at blive enige om, hvor den skal ligge, og hvem der betaler.

- Vi begynder til maj, siger Ib Juhl.
"""


def field_of(hands: Hands) -> QPlainTextEdit:
    field = hands.part("editTextField")
    assert isinstance(field, QPlainTextEdit)
    return field


@pytest.fixture
def note(hands: Hands) -> Hands:
    """Open a text that was written here, with two quotes saved."""
    articles = hands.window.desk.curator.articles
    (item,) = articles.import_text(TextToRead(NOTE)).imported
    hands.window.desk.show_library()
    hands.window.desk.open(item.article.id)
    hands.press("1", "N", "2")
    assert len(hands.opened.quotes) == 2
    return hands


def versions(hands: Hands) -> list[str]:
    found = hands.window.desk.curator.editing.list_versions(hands.opened.article.id)
    return [version.text for version in found]


def test_text_is_written_on_and_its_quotes_come_along(note: Hands) -> None:
    note.press("F2", "Ctrl+Home")
    note.write("NB ")
    note.press("Ctrl+Return")
    assert versions(note) == ["NB " + NOTE, NOTE]
    assert note.message == "The text is saved. 2 quotes came along."
    assert [quote.anchor_state for quote in note.opened.quotes] == [AnchorState.EXACT] * 2
    note.press("Ctrl+Z")
    assert note.opened.text == NOTE
    assert note.message == "Undone: text edited."


def test_altered_quote_is_told(note: Hands) -> None:
    note.press("F2", "Ctrl+End", "Up")
    for _ in range(len("- Vi begynder til maj, siger Ib Juhl.")):
        note.press("Del")
    note.press("Ctrl+Return")
    assert note.message == "The text is saved. 1 quote came along, 1 is to be checked."


def test_text_that_is_the_same_again_makes_no_version(note: Hands) -> None:
    note.press("F2")
    note.write("x")
    note.press("Backspace", "Ctrl+Return")
    assert versions(note) == [NOTE]
    assert not list((note.window.desk.curator.library.folder / "drafts").glob("*.json"))


def test_text_from_a_file_says_why_it_is_not_edited(hands: Hands) -> None:
    hands.press("F2")
    assert not hands.part("editText").isVisible()
    assert hands.message.startswith("This text came from 0.txt and stays as it was printed;")


def test_text_without_words_is_not_saved(note: Hands) -> None:
    note.press("F2", "Ctrl+A", "Del", "Ctrl+Return")
    assert note.part("editText").isVisible()
    assert versions(note) == [NOTE]


def test_escape_keeps_what_was_written_until_it_is_saved(note: Hands) -> None:
    note.press("F2", "Ctrl+Home")
    note.write("NB ")
    note.press("Esc")
    assert note.message == "What you wrote is kept, not saved. F2 goes on with it."
    assert versions(note) == [NOTE]
    note.press("F2")
    assert field_of(note).toPlainText().startswith("NB Ring")
    note.press("Ctrl+Return")
    assert versions(note)[0] == "NB " + NOTE


def test_text_has_the_whole_width_each_time_that_it_is_opened(note: Hands) -> None:
    note.press("F2")
    width = field_of(note).width()
    note.write("x")
    note.press("Esc", "F2")
    assert field_of(note).width() == width > 400


def test_shift_escape_shows_the_saved_text_and_undo_what_was_written(note: Hands) -> None:
    note.press("F2", "Ctrl+Home")
    note.write("NB ")
    note.press("Shift+Esc")
    assert field_of(note).toPlainText().startswith("Ring til Ib")
    note.press("Ctrl+Z")
    assert field_of(note).toPlainText().startswith("NB Ring")
    note.press("Shift+Esc", "Ctrl+Return")
    assert versions(note) == [NOTE]


def test_what_was_written_outlives_the_window(note: Hands, open_on: Opener, library: Path) -> None:
    note.press("F2", "Ctrl+Home")
    note.write("NB ")
    note.window.close()
    again = open_on(library)
    assert again.message == "Changes in “Ring til Ib” were not saved. Open it; F2 shows them."
    again.press("F2")
    assert field_of(again).toPlainText().startswith("NB Ring")
    again.press("Ctrl+Return")
    assert again.opened.text == "NB " + NOTE
    assert again.window.workings.editing._drafting.kept() == []


def test_what_is_written_is_on_the_disk_before_it_is_saved(note: Hands) -> None:
    drafts = note.window.desk.curator.drafts
    note.press("F2", "Ctrl+Home")
    note.write("NB ")
    assert [draft.text for draft in drafts.list_drafts()] == ["NB " + NOTE]


def test_new_note_outlives_the_window(hands: Hands, open_on: Opener, library: Path) -> None:
    hands.press("Ctrl+N")
    hands.write("Ring til Ib")
    hands.press("Tab", "Tab")
    hands.write("Nu")
    hands.window.close()
    again = open_on(library)
    assert again.message == "“Ring til Ib” was written and not saved. Ctrl+N goes on with it."
    again.press("Ctrl+N", "Tab", "Tab", "Tab", "Tab")
    again.write("- Ja, siger Ib Juhl.")
    again.press("Ctrl+Return")
    known = again.opened.article.metadata
    assert (known.title, known.publication) == ("Ring til Ib", "Nu")
    assert again.window.workings.editing._drafting.kept() == []


def test_draft_that_cannot_be_kept_is_told_once(note: Hands) -> None:
    note.press("F2")
    with folder_gone(note):
        note.write("x")
        assert "is no longer there" in note.message
        note.window.desk.bus.tell("another")
        note.write("y")
        assert note.message == "another"
    note.write("z")
    (draft,) = note.window.desk.curator.drafts.list_drafts()
    assert "xyz" in draft.text


def test_text_that_cannot_be_saved_is_asked_for_again(note: Hands) -> None:
    note.press("F2", "Ctrl+Home")
    note.write("NB ")
    with folder_gone(note):
        note.press("Ctrl+Return")
        assert note.part("editText").isVisible()
        assert "is no longer there" in note.message
    note.press("Ctrl+Return")
    assert versions(note) == ["NB " + NOTE, NOTE]


def test_library_that_may_only_be_read_is_not_edited(note: Hands) -> None:
    note.window.desk.is_read_only = True
    note.press("F2")
    assert note.message == "Read only – the library is open in another window"


def test_the_draft_goes_with_its_article(note: Hands) -> None:
    note.press("F2")
    note.write("x")
    note.press("Esc")
    note.window.desk.open(ArticleId(1))
    note.press("F2")
    assert not note.part("editText").isVisible()


# Versions


def rows_of(hands: Hands) -> list[str]:
    model = hands.window.workings.editing._page.rows
    return [model.below(version) for version in model.values()]


def test_older_version_is_seen_and_comes_back_as_the_newest(note: Hands) -> None:
    note.press("F2", "Ctrl+Home", "Ctrl+Del", "Ctrl+Return")
    note.press("Shift+F2")
    assert [row.partition("·")[2].strip() for row in rows_of(note)] == [
        "as it is now",
        "1 paragraph is another now",
    ]
    page_text = note.part("versionText")
    assert isinstance(page_text, QPlainTextEdit)
    assert page_text.toPlainText().startswith("Ring til Ib")
    note.press("Return")
    assert note.message.startswith("The text is as it was today at ")
    assert note.message.endswith("2 quotes came along.")
    assert [text == NOTE for text in versions(note)] == [True, False, True]
    note.press("Ctrl+Z")
    assert versions(note)[0] != NOTE


def test_the_version_of_now_does_not_come_back(note: Hands) -> None:
    note.press("F2", "Ctrl+Home", "Ctrl+Del", "Ctrl+Return")
    note.press("Shift+F2", "Up", "Return")
    assert note.part("textVersions").isVisible()
    note.press("Esc")
    assert len(versions(note)) == 2


def test_text_with_one_version_says_so(note: Hands) -> None:
    note.press("Shift+F2")
    assert note.message == "This is the text's first and only version."

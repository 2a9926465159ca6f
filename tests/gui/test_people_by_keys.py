"""Speakers kept by commands, by keys alone, and offered by any name form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdcurator.gui.dialogs.people_keeping import PeopleKeeping
from tests.gui.conftest import Hands


@pytest.fixture
def two(hands: Hands) -> Hands:
    """Save a quote by each of the two speakers; the second one's is open."""
    hands.press("1", "J", "2")
    assert names(hands) == {"Anna Krog": ["Anna Krog"], "Per Dal": ["Per Dal"]}
    return hands


def names(hands: Hands) -> dict[str, list[str]]:
    return hands.window.desk.curator.people.known_names()


def speakers(hands: Hands) -> list[str | None]:
    return [quote.speaker for quote in hands.opened.quotes]


def test_two_speakers_are_made_one(two: Hands) -> None:
    two.command("merge_people")
    two.write("anna")
    two.press("Return")
    two.write("per")
    two.press("Return")
    assert names(two) == {"Per Dal": ["Per Dal", "Anna Krog"]}
    assert speakers(two) == ["Per Dal"]
    assert two.message == "Anna Krog merged into Per Dal."
    assert two.focus == "reader"
    assert two.window.frame.tags.card.fields.speaker.text() == "Per Dal"
    two.press("Ctrl+Z")
    assert speakers(two) == ["Anna Krog"]
    assert two.window.frame.tags.card.fields.speaker.text() == "Anna Krog"
    two.press("Ctrl+Shift+Z")
    assert speakers(two) == ["Per Dal"]


def test_speaker_in_hand_comes_first(two: Hands) -> None:
    two.command("rename_person")
    two.press("Return")
    two.write("Anna Krog Lund")
    two.press("Return")
    assert names(two)["Anna Krog Lund"] == ["Anna Krog", "Anna Krog Lund"]
    assert speakers(two) == ["Anna Krog Lund"]
    two.press("Ctrl+Z")
    assert speakers(two) == ["Anna Krog"]


def test_name_of_another_speaker_leads_to_a_merge(two: Hands) -> None:
    two.command("rename_person")
    two.write("krog")
    two.press("Return")
    two.write("per dal")
    two.press("Return")
    assert names(two) == {"Per Dal": ["Per Dal", "Anna Krog"]}


def test_name_form_is_parted_again(two: Hands) -> None:
    two.command("part_name")
    assert two.message == "No speaker has more than one name form."
    two.window.desk.run(lambda: two.window.desk.curator.people.merge(["Anna Krog"], "Per Dal"))
    two.command("part_name")
    two.write("krog")
    two.press("Return", "Return")
    assert two.message == "Anna Krog parted from Per Dal."
    assert speakers(two) == ["Anna Krog"]
    two.press("Ctrl+Z")
    assert speakers(two) == ["Per Dal"]


def test_nothing_is_asked_where_there_are_no_speakers(hands: Hands) -> None:
    for command in ("merge_people", "rename_person", "part_name"):
        hands.command(command)
        assert "speaker" in hands.message
        assert hands.focus == "reader"


def test_refusal_is_a_sentence(two: Hands) -> None:
    desk = two.window.desk
    desk.curator.people.rename("Anna Krog", "Anna Lund")
    chooser = two.part("peopleKeeping")
    assert isinstance(chooser, PeopleKeeping)
    chooser.parted.emit("Anna Lund", "Per Dal")
    assert two.message.startswith("“Anna Lund” has no name form “Per Dal”.")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform
def test_known_speaker_is_offered_by_any_form(two: Hands) -> None:
    desk = two.window.desk
    desk.run(lambda: desk.curator.people.rename("Per Dal", "Direktør Per Dal Holm"))
    two.press("A")
    assert two.focus == "speakerField"
    two.press("Ctrl+A")
    two.write("per dal")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    two.wait()
    assert speakers(two) == ["Direktør Per Dal Holm"]
    two.press("Ctrl+Z")
    assert speakers(two) == ["Anna Krog"]


def test_name_form_written_out_is_the_known_speaker(two: Hands) -> None:
    desk = two.window.desk
    desk.run(lambda: desk.curator.people.rename("Per Dal", "Direktør Holm"))
    two.press("A", "Ctrl+A")
    two.write("PER DAL")
    two.press("Return")
    assert speakers(two) == ["Direktør Holm"]

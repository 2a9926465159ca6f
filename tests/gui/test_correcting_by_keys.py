"""Several articles chosen and corrected by keys: which are meant, how far it is, how it is left."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kdcurator.domain.article import Metadata
from kdcurator.services.arrivals import TextToRead
from kdcurator.services.correcting import TOGETHER
from tests.gui.conftest import Hands


def go_to_the_list(hands: Hands) -> None:
    while hands.focus != "articleList":
        hands.press("F6")


def known(hands: Hands) -> list[Metadata]:
    return [article.metadata for article in hands.window.desk.curator.articles.list_articles()]


def bring_in(hands: Hands, count: int) -> None:
    """Have so many more articles, of each of which the medium is guessed."""
    curator = hands.window.desk.curator
    for number in range(count):
        text = f"Rubrik {number}\n\nTekst {number}.\n"
        said = Metadata(publication="Nu")
        curator.articles.import_text(TextToRead(text, said))
    for article in curator.articles.list_articles():
        guessed = replace(article.metadata, guessed=frozenset({"publication"}))
        curator.articles.edit_details(article.id, guessed)
    hands.window.desk.show_anew()
    hands.wait()


def words(hands: Hands, name: str) -> str:
    label = hands.part(name)
    assert isinstance(label, QLabel)
    return label.text()


def test_shift_and_arrows_choose_without_opening(hands: Hands) -> None:
    bring_in(hands, 3)
    opened = hands.opened.article.id
    go_to_the_list(hands)
    chosen = hands.window.frame.articles.chosen
    hands.press("Home", "Shift+Down", "Shift+Down")
    assert len(chosen()) == 3
    hands.press("Shift+Up", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down", "Shift+Up")
    assert len(chosen()) == 4
    assert hands.opened.article.id == opened
    hands.press("Ctrl+A")
    assert len(chosen()) == 5
    hands.press("Esc")
    assert chosen() == []
    assert hands.window.frame.articles.current() == opened


def test_space_chooses_one_by_one_where_ctrl_and_arrows_led(hands: Hands) -> None:
    bring_in(hands, 2)
    go_to_the_list(hands)
    hands.press("Home", "Space", "Ctrl+Down", "Ctrl+Down", "Space")
    articles = [article.id for article in hands.window.desk.curator.articles.list_articles()]
    assert hands.window.frame.articles.chosen() == [articles[0], articles[2]]


def test_what_differs_is_said_and_stays(hands: Hands) -> None:
    before = known(hands)
    go_to_the_list(hands)
    hands.press("Ctrl+A", "I")
    assert words(hands, "commonDetailsWhich").startswith("“Lyngsø vælger færre systemer”, “Ny vej")
    assert "stay as they are" in words(hands, "commonDetailsTold")
    hands.write("Nu")
    assert words(hands, "commonDetailsTold") == "Changes: Medium. 2 of 2 articles change."
    hands.press("Return")
    after = known(hands)
    assert [each.publication for each in after] == ["Nu", "Nu"]
    assert [each.title for each in after] == [each.title for each in before]
    assert [each.municipality for each in after] == [each.municipality for each in before]


def test_one_chosen_article_is_asked_about_alone(hands: Hands) -> None:
    go_to_the_list(hands)
    hands.press("End", "Space", "I")
    assert hands.part("articleDetails").isVisible()
    hands.press("Esc")


def test_many_are_corrected_under_a_form_that_takes_no_other_key(hands: Hands) -> None:
    bring_in(hands, 2 * TOGETHER)
    go_to_the_list(hands)
    hands.press("Ctrl+A", "I")
    hands.write("Komponent")
    press_alone(hands, Qt.Key.Key_Return)
    form = hands.part("commonDetails")
    assert form.isVisible()
    assert "of 22 articles corrected" in words(hands, "commonDetailsTold")
    press_alone(hands, Qt.Key.Key_3)
    hands.wait()
    assert not form.isVisible()
    assert hands.message == "Details of 22 articles changed."
    assert {each.publication for each in known(hands)} == {"Komponent"}
    hands.press("Ctrl+Z")
    assert hands.message == "Undone: details of 22 articles changed."
    assert "Komponent" not in {each.publication for each in known(hands)}


def test_esc_stops_and_one_undo_takes_back_what_was_done(hands: Hands) -> None:
    bring_in(hands, 2 * TOGETHER)
    before = known(hands)
    go_to_the_list(hands)
    hands.press("Ctrl+A")
    press_alone(hands, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    press_alone(hands, Qt.Key.Key_Escape)
    hands.wait()
    assert hands.message.startswith("Guesses accepted in 10 articles. 12 articles are as they were")
    assert sum(not each.guessed for each in known(hands)) == TOGETHER
    hands.press("Ctrl+Z")
    assert known(hands) == before


def press_alone(
    hands: Hands,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key and do not wait until all is done."""
    focus: QWidget | None = hands.window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def test_guesses_of_the_open_article_are_accepted(hands: Hands) -> None:
    bring_in(hands, 0)
    hands.press("Shift+I")
    assert hands.message == "Guesses accepted."
    assert not hands.opened.article.metadata.guessed
    hands.press("Shift+I")
    assert hands.message == "Nothing is guessed of this article."


def test_articles_with_guesses_are_chosen_by_a_command(hands: Hands) -> None:
    bring_in(hands, 1)
    hands.press("Shift+I")
    hands.command("choose_guessed")
    assert hands.focus == "articleList"
    assert len(hands.window.frame.articles.chosen()) == 2
    hands.press("Shift+I")
    hands.command("choose_guessed")
    assert hands.message == "Nothing is guessed of any article in the list."


def test_without_similar_articles_that_is_said(hands: Hands) -> None:
    hands.press("Ctrl+D")
    assert hands.message == "No articles are much like each other."

"""The tag list kept by commands, and what keys do to rows chosen with Space."""

import pytest

from kdcurator.domain.quote import Quote, QuoteFilter
from tests.gui.conftest import Hands
from tests.gui.test_keys import tags_of_quotes

# Tags themselves


def keyed(hands: Hands) -> dict[str, int | None]:
    return {tag.name: tag.key for tag in hands.window.desk.curator.tags.list_tags()}


def test_tag_is_renamed_in_the_window(hands: Hands) -> None:
    hands.press("4")
    hands.command("rename_tag")
    hands.write("komp")
    hands.press("Return")
    hands.write("evner")
    hands.press("Return")
    assert tags_of_quotes(hands) == [("evner",)]
    assert "renamed" in hands.message
    assert hands.focus == "reader"
    hands.press("Ctrl+Z")
    assert tags_of_quotes(hands) == [("kompetencer",)]


@pytest.mark.parametrize(
    ("command", "second"), [("merge_tags", "digital"), ("rename_tag", "digital ledelse")]
)
def test_two_tags_are_made_one(hands: Hands, command: str, second: str) -> None:
    hands.press("4")
    hands.command(command)
    hands.write("komp")
    hands.press("Return")
    hands.write(second)
    hands.press("Return")
    assert tags_of_quotes(hands) == [("digital ledelse",)]
    assert "kompetencer" not in keyed(hands)
    hands.press("Ctrl+Z")
    assert tags_of_quotes(hands) == [("kompetencer",)]
    assert keyed(hands)["kompetencer"] == 4


def test_tag_takes_another_key(hands: Hands) -> None:
    hands.command("key_tag")
    hands.write("komp")
    hands.press("Return")
    hands.write("1")
    hands.press("Return", "1")
    assert tags_of_quotes(hands) == [("kompetencer",)]
    assert keyed(hands)["gevinstrealisering"] == 4
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert keyed(hands)["kompetencer"] == 4


def test_tag_is_deleted_and_its_quotes_stay(hands: Hands) -> None:
    hands.press("4")
    hands.command("delete_tag")
    hands.write("komp")
    hands.press("Return")
    assert tags_of_quotes(hands) == [()]
    hands.press("4")
    assert "No tag is on key 4" in hands.message
    hands.press("Ctrl+Z")
    assert tags_of_quotes(hands) == [("kompetencer",)]


# Rows chosen with Space


@pytest.fixture
def both_chosen(hands: Hands) -> Hands:
    """Save one quote in each of the two articles, and choose both in their list."""
    hands.press("1", "J", "2", "K", "F6", "F6")
    hands.press("Home", "Space", "Down", "Space")
    assert hands.focus == "articleList"
    return hands


def all_quotes(hands: Hands) -> list[Quote]:
    return hands.window.desk.curator.quotes.list_quotes(QuoteFilter())


def test_digit_tags_the_quotes_of_all_chosen_articles_in_one_undo(both_chosen: Hands) -> None:
    both_chosen.press("3")
    assert all("borgerperspektiv" in quote.tags for quote in all_quotes(both_chosen))
    assert "2 quotes" in both_chosen.message
    both_chosen.press("Ctrl+Z")
    assert not any("borgerperspektiv" in quote.tags for quote in all_quotes(both_chosen))


def test_quotes_of_chosen_articles_are_copied_used_and_put_in_a_story(both_chosen: Hands) -> None:
    both_chosen.press("Ctrl+C")
    assert both_chosen.message == "2 quotes copied."
    both_chosen.window.desk.curator.stories.add_story("Veje")
    both_chosen.command("put_in_story")
    story = both_chosen.window.desk.curator.stories.current()
    assert story is not None
    assert story.quotes == 2
    both_chosen.press("U")
    assert [quote.used_in for quote in all_quotes(both_chosen)] == [("Veje",), ("Veje",)]


def test_strong_suggestions_of_all_chosen_articles_are_saved(hands: Hands) -> None:
    hands.press("F6", "F6", "Home", "Space", "Down", "Space", "3")
    assert "no saved quotes" in hands.message
    hands.press("Shift+Return")
    assert {quote.article_id for quote in all_quotes(hands)} == {1, 2}
    hands.press("Ctrl+Z")
    assert all_quotes(hands) == []


def test_chosen_articles_are_deleted_and_come_back(both_chosen: Hands) -> None:
    both_chosen.press("Del")
    assert both_chosen.part("welcome").isVisible()
    assert both_chosen.message == "2 articles deleted."
    both_chosen.press("Ctrl+Z")
    assert len(all_quotes(both_chosen)) == 2
    assert not both_chosen.part("welcome").isVisible()


def test_open_article_is_deleted_by_name(hands: Hands) -> None:
    hands.press("J")
    hands.command("remove_articles")
    assert hands.message == "Article deleted."
    assert [a.id for a in hands.window.desk.curator.articles.list_articles()] == [1]
    hands.press("Ctrl+Z")
    assert hands.opened.article.id == 2


def test_note_is_kept_on_all_chosen_quotes(hands: Hands) -> None:
    hands.press("1", "N", "2", "N", "F6", "Tab")
    assert hands.focus == "quoteList"
    hands.press("Space", "Down", "Space", "M")
    hands.write("skal tjekkes")
    hands.press("Return")
    assert [quote.note for quote in all_quotes(hands)] == ["skal tjekkes"] * 2
    assert len(hands.opened.suggestions) == 1, "what was in hand is none of the chosen"
    hands.press("Ctrl+Z")
    assert [quote.note for quote in all_quotes(hands)] == [None, None]


def test_speaker_is_not_set_on_whole_articles(both_chosen: Hands) -> None:
    both_chosen.press("A")
    assert both_chosen.focus == "articleList"
    assert "Open an article first" in both_chosen.message


def test_what_is_in_hand_is_left_alone_once_the_keys_leave_the_list(both_chosen: Hands) -> None:
    foot = both_chosen.window.frame.foot
    keys_of_articles = foot.keys_shown()
    both_chosen.press("F6", "Del")
    assert foot.keys_shown() != keys_of_articles
    assert len(both_chosen.window.desk.curator.articles.list_articles()) == 2
    both_chosen.press("F6", "F6", "Esc", "Del")
    assert len(both_chosen.window.desk.curator.articles.list_articles()) == 2

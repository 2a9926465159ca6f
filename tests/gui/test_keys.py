"""Every key of the contract, pressed in the window, and every command by its name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kdcurator.domain.target import Kept, Selected, Suggested
from kdcurator.gui.dialogs.tag_picker import TagPicker
from kdcurator.gui.fonts import font_scale
from tests.gui.conftest import Hands

Opener = Callable[..., Hands]


def tags_of_quotes(hands: Hands) -> list[tuple[str, ...]]:
    return [quote.tags for quote in hands.opened.quotes]


def test_first_open_suggestion_is_in_hand(hands: Hands) -> None:
    first = hands.opened.suggestions[0]
    assert hands.window.desk.target() == Suggested(first.id)
    assert hands.focus == "reader"


def test_digit_saves_tags_and_takes_the_tag_off_again(hands: Hands) -> None:
    hands.press("3")
    assert tags_of_quotes(hands) == [("borgerperspektiv",)]
    assert "Saved" in hands.message
    hands.press("3")
    assert tags_of_quotes(hands) == [()]
    assert "still saved" in hands.message


def test_each_digit_has_a_tag_of_its_own(hands: Hands) -> None:
    hands.press("1", "2", "3", "4", "5", "6", "7", "8", "9")
    on_digits = tuple(tag.name for tag in hands.window.desk.tags if tag.key)
    assert len(on_digits) == 9
    assert tags_of_quotes(hands) == [on_digits]


def test_digit_without_anything_in_hand_says_so(hands: Hands) -> None:
    hands.press("X", "Home", "2")
    assert tags_of_quotes(hands) == []
    assert "Nothing is in hand" in hands.message


def test_sentence_is_tagged_in_two_keys(hands: Hands) -> None:
    hands.press("X", "Home", "S", "3")
    (quote,) = hands.opened.quotes
    assert quote.tags == ("borgerperspektiv",)
    hands.press("3")
    assert tags_of_quotes(hands) == [()]


def test_return_and_keypad_enter_save_without_a_tag(hands: Hands) -> None:
    hands.press("Return", "N", "Enter")
    assert tags_of_quotes(hands) == [(), ()]


def test_x_dismisses_and_undo_takes_it_in_hand_again(hands: Hands) -> None:
    first = hands.window.desk.target()
    hands.press("X")
    assert hands.window.desk.target() != first
    hands.press("Ctrl+Z")
    assert hands.window.desk.target() == first
    assert hands.message.startswith("Undone")


def test_next_and_previous_suggestion_wrap_over_articles(hands: Hands) -> None:
    desk = hands.window.desk
    first = desk.target()
    hands.press("P")
    assert hands.opened.article.id == 2
    hands.press("N")
    assert desk.target() == first
    hands.press("N", "N", "N")
    assert hands.opened.article.id == 2


def test_next_suggestion_drops_the_selection(hands: Hands) -> None:
    hands.press("S")
    assert isinstance(hands.window.desk.target(), Selected)
    hands.press("N")
    assert isinstance(hands.window.desk.target(), Suggested)


def test_j_and_k_open_the_next_and_previous_article(hands: Hands) -> None:
    hands.press("J")
    assert hands.opened.article.id == 2
    assert isinstance(hands.window.desk.target(), Suggested)
    hands.press("K")
    assert hands.opened.article.id == 1


def test_shift_enter_saves_all_strong_ones_in_one_undo(hands: Hands) -> None:
    before = len(hands.opened.suggestions)
    hands.press("Shift+Return")
    assert len(tags_of_quotes(hands)) == before
    hands.press("Ctrl+Z")
    assert tags_of_quotes(hands) == []


def test_delete_removes_the_saved_quote(hands: Hands) -> None:
    hands.press("1", "Del")
    assert tags_of_quotes(hands) == []
    hands.press("Ctrl+Z")
    assert tags_of_quotes(hands) == [("gevinstrealisering",)]


def test_plus_and_a_digit_add_a_tag_to_the_quote_just_saved(hands: Hands) -> None:
    hands.press("1", "N")
    hands.press("+", "2")
    assert tags_of_quotes(hands) == [("gevinstrealisering", "digital ledelse")]
    assert isinstance(hands.window.desk.target(), Suggested)


def test_dot_puts_the_same_tags_on(hands: Hands) -> None:
    hands.press("1", "2", "N", ".")
    assert tags_of_quotes(hands) == [("gevinstrealisering", "digital ledelse")] * 2


def test_zero_puts_the_suggested_tag_on(hands: Hands) -> None:
    hands.press("0")
    assert "No tag is suggested" in hands.message
    hands.press("4", "N", "0")
    assert tags_of_quotes(hands) == [("kompetencer",)] * 2


def test_zero_learns_from_the_tag_put_on_before_and_forgets_what_was_undone(hands: Hands) -> None:
    hands.press("4", "N", "2", "N", "2")
    hands.press("J", "0")
    assert tags_of_quotes(hands) == []  # somebody else, elsewhere, with other words
    hands.press("K", "Ctrl+Z", "Ctrl+Z", "0")
    assert tags_of_quotes(hands)[-1] == ("kompetencer",)


def test_zero_asked_twice_at_once_is_answered_twice(hands: Hands) -> None:
    hands.press("4", "N")
    hands.window.workings.call_by_id("suggested_tag")
    hands.press("N")
    hands.press("0")
    assert ("kompetencer",) in tags_of_quotes(hands)


def test_tags_that_fit_stand_first_in_the_picker_and_say_why(hands: Hands) -> None:
    hands.press("4", "N", "T")
    picker = hands.window.findChild(TagPicker)
    assert picker is not None
    first = picker.rows.value_at(0)
    assert first is not None
    assert (first.text, first.key) == ("kompetencer", "0")
    assert first.aside in {"as in this article", "as this speaker before"}


def test_quotes_of_other_articles_are_found_that_are_like_the_one_in_hand(hands: Hands) -> None:
    hands.press("L")
    assert "No saved quote is in hand" in hands.message
    hands.press("1", "J", "X", "Home", "S", "2", "L")
    search = hands.window.frame.search
    assert (search.query(), search.found.text()) == (
        "like:2",
        "No quotes like it in other articles",
    )
    hands.press("Esc")
    assert hands.focus == "reader"


def test_t_finds_a_tag_and_makes_an_unknown_one(hands: Hands) -> None:
    hands.press("T")
    assert hands.focus == "tagPickerField"
    hands.write("komp")
    hands.press("Return", "T")
    hands.write("klima")
    hands.press("Return")
    assert tags_of_quotes(hands) == [("kompetencer", "klima")]
    assert hands.focus == "reader"


def test_digits_are_text_in_the_tag_picker(hands: Hands) -> None:
    hands.press("T", "2", "0")
    assert tags_of_quotes(hands) == []
    hands.press("Return")
    assert tags_of_quotes(hands) == [("20",)]


def test_speaker_and_note_save_the_suggestion_first_in_one_undo(hands: Hands) -> None:
    hands.press("A")
    assert hands.focus == "speakerField"
    hands.press("Ctrl+A")
    hands.write("Karen Holm")
    hands.press("Return", "M")
    hands.write("bring 1 and 2, N and X")
    hands.press("Return")
    (quote,) = hands.opened.quotes
    assert (quote.speaker, quote.note) == ("Karen Holm", "bring 1 and 2, N and X")
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert tags_of_quotes(hands) == []


@pytest.mark.parametrize(
    ("key", "moved"),
    [
        ("Ctrl+Shift+Left", (0, -1)),
        ("Ctrl+Shift+Right", (0, 1)),
        ("Alt+Shift+Left", (-1, 0)),
        ("Alt+Shift+Right", (1, 0)),
    ],
)
def test_boundaries_move_by_a_word(hands: Hands, key: str, moved: tuple[int, int]) -> None:
    hands.press("1")
    (before,) = hands.opened.quotes
    hands.press(key)
    (after,) = hands.opened.quotes
    old, new = before.segments[0].span, after.segments[-1].span
    assert (new.start > old.start) - (new.start < old.start) == moved[0]
    assert (new.end > old.end) - (new.end < old.end) == moved[1]
    hands.press("Ctrl+Z")
    assert hands.opened.quotes[0].segments == before.segments


def test_story_is_made_and_the_quote_marked_as_used(hands: Hands) -> None:
    hands.press("1", "U")
    assert "No story is current" in hands.message
    hands.press("H")
    hands.write("Digital ledelse")
    hands.press("Return", "U")
    assert hands.opened.quotes[0].used_in == ("Digital ledelse",)


def test_copy_is_in_house_style(hands: Hands) -> None:
    hands.press("1", "Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("– Vi køber ikke noget, som borgerne ikke kan bruge, says Per Dal")


@pytest.mark.parametrize("key", ["F", "/", "Shift+/"])
def test_search_finds_an_inflected_word_and_leads_back(hands: Hands, key: str) -> None:
    hands.press("N")
    hands.press(key)
    assert hands.focus == "searchField"
    hands.write("borgmesteren")
    hands.press("Return")
    assert hands.opened.article.id == 2
    assert hands.focus == "reader"
    hands.press("Alt+Left")
    assert hands.opened.article.id == 1
    hands.press("Alt+Right")
    assert hands.opened.article.id == 2


def test_find_in_the_article_and_step_out(hands: Hands) -> None:
    hands.press("Ctrl+F")
    hands.write("kræfter")
    hands.press("Return", "Esc")
    assert hands.focus == "reader"
    text = hands.opened.text
    here = hands.window.desk.here()
    assert here is not None
    assert here.caret == text.index("kræfter")


@pytest.mark.parametrize(("key", "name"), [("Ctrl+K", "paletteField"), ("H", "storySwitchField")])
def test_escape_leads_back_into_the_reader(hands: Hands, key: str, name: str) -> None:
    hands.press(key)
    assert hands.focus == name
    hands.press("Esc")
    assert hands.focus == "reader"


@pytest.mark.parametrize("key", ["F1", "?"])
def test_keys_of_the_moment_are_shown(hands: Hands, key: str) -> None:
    overlay = hands.part("keysOverlay")
    hands.press(key)
    assert overlay.isVisible()
    hands.press("Esc")
    assert not overlay.isVisible()


def test_palette_does_a_command_by_name(hands: Hands) -> None:
    hands.press("Ctrl+K")
    hands.write("next art")
    hands.press("Return")
    assert hands.opened.article.id == 2


def test_go_on_takes_the_next_suggestion_by_itself(hands: Hands) -> None:
    hands.command("go_on")
    hands.press("1", "2", "3")
    hands.press("Ctrl+Z")
    names = ("gevinstrealisering",), ("digital ledelse",)
    assert tuple(tags_of_quotes(hands)) == names


def test_panes_follow_each_other(hands: Hands) -> None:
    seen = [hands.focus]
    for _ in range(3):
        hands.press("F6")
        seen.append(hands.focus)
    assert seen == ["reader", "tagList", "articleList", "reader"]
    hands.press("Shift+F6")
    assert hands.focus == "articleList"


def test_single_keys_work_in_every_pane(hands: Hands) -> None:
    for digit in ("F6", "1", "F6", "2"):
        hands.press(digit)
    assert tags_of_quotes(hands) == [("gevinstrealisering", "digital ledelse")]


def test_field_keeps_single_keys_and_editing_keys(hands: Hands) -> None:
    hands.press("1", "M")
    hands.write("abc1nx0.?/+")
    hands.press("Ctrl+Z", "Del", "Alt+Left", "Ctrl+Y")
    assert tags_of_quotes(hands) == [("gevinstrealisering",)]
    assert hands.focus == "noteField"


def test_undo_and_redo_of_everything(hands: Hands) -> None:
    hands.press("1", "N", "2", "N", "X", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert tags_of_quotes(hands) == []
    hands.press("Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Y")
    assert tags_of_quotes(hands) == [("gevinstrealisering",), ("digital ledelse",)]


def test_paste_makes_an_article(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("En ny tekst\n\n- Det er godt, siger Ib Juhl.\n")
    hands.press("Ctrl+V")
    assert hands.opened.article.metadata.title == "En ny tekst"
    hands.press("Ctrl+Z")
    assert hands.opened.article.id in {1, 2}


@pytest.mark.parametrize("keys", [("T", "Return"), (".",), ("0",), ("5",)])
def test_suggestion_is_saved_and_tagged_in_one_undo(hands: Hands, keys: tuple[str, ...]) -> None:
    hands.press("4", "N", *keys)
    assert len(hands.opened.quotes) == 2
    assert hands.opened.quotes[1].tags
    hands.press("Ctrl+Z")
    assert tags_of_quotes(hands) == [("kompetencer",)]


# Moving and looking


def test_overlapping_quotes_come_in_hand_one_after_the_other(hands: Hands) -> None:
    hands.press("1", "S", "Shift+S", "2")
    short, long = sorted(hands.opened.quotes, key=lambda quote: quote.segments[-1].span.end)
    hands.window.desk.panes.reader.set_place(short.segments[0].span.start + 1)
    first = hands.window.desk.target()
    hands.press("O")
    assert {first, hands.window.desk.target()} == {Kept(short.id), Kept(long.id)}
    hands.press("O")
    assert hands.window.desk.target() == first


def test_selection_is_extended_by_a_sentence(hands: Hands) -> None:
    hands.press("X", "Home", "S")
    one = selected(hands)
    hands.press("Shift+S")
    assert selected(hands).startswith(one)
    assert len(selected(hands)) > len(one)


def selected(hands: Hands) -> str:
    target = hands.window.desk.target()
    assert isinstance(target, Selected)
    ((start, end),) = target.places
    return hands.opened.text[start:end]


@pytest.mark.parametrize(
    ("keys", "by"), [(["Ctrl++"], 1), (["Ctrl+-"], -1), (["Ctrl++", "Ctrl++", "Ctrl+-"], 1)]
)
def test_letters_grow_and_shrink_and_stay_so(
    open_on: Opener, library: Path, keys: list[str], by: int
) -> None:
    hands = open_on(library)
    hands.press(*keys)
    zoom = hands.window.frame.reader.zoom()
    assert zoom == pytest.approx(1.1**by)
    assert f"{round(zoom * 100)} %" in hands.message
    hands.press("Ctrl+Q")
    assert open_on(library).window.frame.reader.zoom() == pytest.approx(zoom)


def test_everything_grows_and_shrinks_and_stays_so(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    before = font_scale()
    hands.command("larger_all")
    hands.command("larger_all")
    hands.command("smaller_all")
    larger = font_scale()
    assert larger > before
    assert f"{round(larger * 100)} %" in hands.message
    hands.press("Ctrl+Q")
    hands = open_on(library)
    assert font_scale() == larger
    hands.command("smaller_all")
    assert font_scale() == before


def test_ctrl_q_closes_and_lets_go_of_the_library(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.press("1", "Ctrl+Q")
    assert not hands.window.isVisible()
    again = open_on(library)
    assert not again.window.desk.is_read_only
    assert tags_of_quotes(again) == [("gevinstrealisering",)]


def test_colours_are_switched_and_stay_so(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.command("switch_theme")
    assert hands.window.theme_name() == "dark"
    assert hands.window.desk.preferences.theme == "dark"
    hands.command("switch_theme")
    assert hands.window.theme_name() == "light"


def test_language_is_switched_for_the_next_start(hands: Hands) -> None:
    before = hands.window.desk.curator.settings.language
    hands.command("switch_language")
    assert hands.window.desk.preferences.language == {"da": "en", "en": "da"}[before]
    assert "næste gang" in hands.message
    hands.command("switch_language")
    assert hands.window.desk.preferences.language == before


def test_list_is_filtered_and_shown_whole_again(hands: Hands) -> None:
    articles = hands.window.frame.articles
    hands.command("filter")
    assert hands.focus == "filterField"
    hands.write("vej")
    assert articles.model().rowCount() == 1
    hands.press("Esc")
    assert hands.focus == "articleList"

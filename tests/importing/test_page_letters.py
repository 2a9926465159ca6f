from kdcurator.importing.page_letters import Letter, words_of


def letters(words: str, x: float = 0, y: float = 0, apart: float = 0) -> list[Letter]:
    """Return letters of 5 by 10 points, so far apart."""
    return [
        Letter(sign, x + at * (5 + apart), y, x + at * (5 + apart) + 5, y + 10, 10)
        for at, sign in enumerate(words)
    ]


def found(*drawn: list[Letter]) -> list[str]:
    return [words.text for words in words_of(one for some in drawn for one in some)]


def test_letters_that_follow_each_other_are_words() -> None:
    (words,) = words_of(letters("havn", x=7, y=3))
    assert (words.text, words.x0, words.y0, words.x1, words.y1, words.size) == (
        "havn", 7, 3, 27, 13, 10
    )  # fmt: skip


def test_room_between_letters_is_a_blank_where_the_file_has_none() -> None:
    assert found(letters("ab", apart=2)) == ["a b"]
    assert found(letters("a b", apart=2)) == ["a b"]


def test_other_lines_and_far_columns_are_other_words() -> None:
    assert found(letters("ab", y=20), letters("cd", y=5), letters("ef", x=60, y=5)) == [
        "ab",
        "cd",
        "ef",
    ]


def test_what_shows_nothing_is_no_word() -> None:
    assert found(letters("  ")) == []
    assert found() == []

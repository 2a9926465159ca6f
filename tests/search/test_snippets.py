import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.search.snippets import (
    ELLIPSIS,
    LENGTH,
    Wanted,
    best_passage,
    find_words,
    snippet,
    wanted_by,
)

FILL = "Ordene her handler om noget ganske andet. " * 12


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("borger", ["Borgerne", "borgers"]),
        ("borgern*", ["Borgerne", "borgers"]),
        ("maal", ["mål"]),
        ("mal", ["mål"]),
        ("maalgru*", ["målgruppe"]),
        ("moede~", ["møde"]),
        ("mdøe~", ["møde"]),
        ('"mål møde"', ["mål", "møde"]),
        ("tag:borger -møde", []),
        ("NOT (NOT møde)", ["møde"]),
        ("", []),
    ],
)
def test_words_asked_for_are_marked(query: str, marked: list[str]) -> None:
    text = "Borgerne har et mål og en målgruppe, et møde og en borgers ord."
    found = [text[start:end] for start, end in find_words(text, wanted_by(query))]
    assert found == marked


@pytest.mark.parametrize("divided", ["kommunal-\ndirektøren", "kommunal\u00ad\ndirektøren"])
def test_a_word_divided_over_a_line_end_is_marked_whole(divided: str) -> None:
    text = f"Her siger {divided} noget."
    found = [text[start:end] for start, end in find_words(text, wanted_by("kommunaldirektør"))]
    assert found == [divided]


def test_the_passage_with_most_different_words_is_chosen() -> None:
    text = f"Ledelse ledelse ledelse. {FILL} Her mødes ledelse og digitalisering. {FILL}"
    assert "ledelse og digitalisering" in snippet(text, wanted_by("ledelse digitalisering"))


def test_the_earliest_of_equal_passages_is_chosen() -> None:
    text = f"{FILL}Første ledelse. {FILL}Anden ledelse. {FILL}"
    assert "Første ledelse" in snippet(text, wanted_by("ledelse"))


def test_an_ellipsis_stands_where_the_text_goes_on() -> None:
    shown = snippet(f"{FILL}Ledelse. {FILL}", wanted_by("ledelse"))
    assert (shown[0], shown[-1]) == (ELLIPSIS, ELLIPSIS)
    assert snippet("  Kort ledelse.\n", wanted_by("ledelse")) == "Kort ledelse."


def test_a_text_without_the_words_is_shown_from_its_beginning() -> None:
    assert snippet(f"\n {FILL}", wanted_by("ledelse")).startswith("Ordene her")


def test_passages_are_cut_at_blanks() -> None:
    text = f"{FILL}Ledelse. {FILL}"
    passage = best_passage(text, wanted_by("ledelse"))
    assert text[passage.start - 1].isspace()
    assert text[passage.end].isspace()


_PIECES = ["ledelse", "led\u00adelsen", " ", "\u00a0", "\n", "\r\n", "🙂", "e\u0301", "»", ",", "å"]
_texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=80).map("".join)


@given(_texts, st.sampled_from(["ledelse", "led*", "å", "x"]), st.integers(20, LENGTH))
def test_a_passage_is_verbatim(text: str, query: str, length: int) -> None:
    wanted = wanted_by(query)
    passage = best_passage(text, wanted, length)
    shown = snippet(text, wanted, length)
    assert 0 <= passage.start <= passage.end <= len(text)
    assert passage.end - passage.start <= length
    assert text[passage.start : passage.end] in shown
    assert shown.replace(ELLIPSIS, "") == text[passage.start : passage.end].replace(ELLIPSIS, "")
    assert all(wanted.is_in(text[start:end]) for start, end in passage.words)


@given(_texts)
def test_a_word_asked_for_is_shown(text: str) -> None:
    wanted = Wanted(frozenset({"led"}), frozenset({"led"}))
    spans = find_words(text, wanted)
    shown = best_passage(text, wanted).words
    assert bool(shown) == bool(spans) or all(end - start > LENGTH // 3 for start, end in spans)

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kdcurator.text.canonical import canonical, duplicate_key, text_sha256

ANY_TEXT = st.text(st.characters(exclude_categories=()))
AWKWARD = st.text(st.sampled_from("aø\r\n\t \x00\x85\x9f\ufeff\ufffe\ud800\u2028\xa0\xad😀"))


@pytest.mark.parametrize(
    ("decoded", "text"),
    [
        ("\ufeffRubrik", "Rubrik"),
        ("a\r\nb\rc\nd\r\n\r\ne\r\r\n", "a\nb\nc\nd\n\ne\n\n"),
        ("a\u2028b\u2029c", "a\u2028b\u2029c"),
        ("år\xa0to\xad–”»« \t\n ", "år\xa0to\xad–”»« \t\n "),
        ("midt\ufeffi", "midt\ufeffi"),
        ("a\u030ager", "a\u030ager"),
    ],
)
def test_line_endings_and_byte_order_mark_go_and_all_else_stays(decoded: str, text: str) -> None:
    assert canonical(decoded).text == text
    assert canonical(decoded).replaced == 0


@pytest.mark.parametrize(
    "character",
    list(
        "\x00\x07\x0b\x0c\x1b\x7f\x80\x85\x9f\ud800\udfff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
    ),
)
def test_what_cannot_be_kept_becomes_one_replacement_each(character: str) -> None:
    result = canonical(f"a{character}{character}b")
    assert (result.text, result.replaced) == ("a\ufffd\ufffdb", 2)


def test_replacement_characters_that_were_there_are_not_counted() -> None:
    assert canonical("a\ufffdb").replaced == 0


def test_the_rule_covers_exactly_the_code_points_of_the_contract() -> None:
    def kept(point: int) -> bool:
        control = unicodedata.category(chr(point)) in {"Cc", "Cs"} and point not in (9, 10, 13)
        nothing = 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
        return not control and not nothing

    wrong = [p for p in range(0x110000) if (canonical(f"x{chr(p)}").replaced == 0) != kept(p)]
    assert wrong == []


@given(ANY_TEXT | AWKWARD)
@example("\ufeff\ufeffx")
@example("\r\ufeff\r\n")
def test_a_canonical_text_is_its_own_canonical_form(decoded: str) -> None:
    once = canonical(decoded).text
    assert canonical(once).text == once
    assert canonical(once).replaced == 0
    assert once.encode().decode() == once


@given(ANY_TEXT | AWKWARD)
def test_only_marks_and_carriage_returns_change_the_length(decoded: str) -> None:
    text = decoded.lstrip("\ufeff")
    assert len(canonical(decoded).text) == len(text) - text.count("\r\n")


@given(AWKWARD)
def test_line_endings_blanks_and_mark_make_no_other_article(text: str) -> None:
    lines = canonical(text).text.split("\n")
    again = "\ufeff \n" + " \t\r\n".join(lines) + "\xa0\r"
    assert duplicate_key(again) == duplicate_key(text)


@pytest.mark.parametrize("other", ["en to", "En  to", "En\nto", "En\n\nto", "Ento", "En to."])
def test_other_words_are_another_article(other: str) -> None:
    assert duplicate_key(other) != duplicate_key("En to")


def test_sum_is_of_the_utf8_bytes() -> None:
    expected = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447"
    assert text_sha256("hello world\n") == expected


@pytest.mark.parametrize("piece", ["\r\n", "ø\x00", " ", "Så sagde hun det 😀\r\n"])
def test_twenty_megabytes_take_seconds(piece: str) -> None:
    text = piece * (20_000_000 // len(piece))
    start = time.process_time()
    canonical(text)
    duplicate_key(text)
    assert time.process_time() - start < 10

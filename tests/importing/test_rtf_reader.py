"""RTF, as its specification (1.9.1), Word, Windows' WordPad and Apple's TextEdit have it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import DamagedFile, NoText, Refused
from kdcurator.importing.rtf_reader import RtfReader

WINDOWS = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fcharset77 Geneva;}}"


def read(body: str | bytes, head: str = WINDOWS) -> ReadFile:
    data = body if isinstance(body, bytes) else body.encode("ascii")
    return RtfReader().read(rb"{\rtf1" + head.encode() + b"\n" + data + b"}", "a.rtf")


def text(body: str | bytes, head: str = WINDOWS) -> str:
    return read(body, head).text


def source_of(words: str) -> str:
    """Write words as Word does: UTF-16 units as signed numbers, with a character for others."""
    units = words.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(f"\\u{number}?" for number in numbers)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"S\'e5 er der sm\'f8rrebr\'f8d, \'c6ble og \'d8l", "Så er der smørrebrød, Æble og Øl"),
        (r"\u8211\'96 Hej\u8212 --", "– Hej—-"),
        (r"\uc0\u8217 s \uc1\u229\'e5", "’s å"),
        (r"{\uc0 \u55357\u56842}\u-10179?\u-8694?", "😊😊"),
        (r"\ldblquote a\rdblquote\lquote b\rquote\endash\emdash\bullet", "“a”‘b’–—•"),
        (r"12\~kr. bl\'f8d\-e\_r\tab x\line y", "12\xa0kr. blød\xade\u2011r\tx\ny"),
        (r"\{a\}\\b {\b fed} {\i\f1 \'8c}", "{a}\\b fed å"),
        ("a\r\nb\\\nc\\\r\nd", "ab\nc\nd"),
        (r"a\zwj b\zwnj c\zwbo d", "a\u200db\u200cc\u200bd"),
        (r"\u99999999 a\uc\u b", "ab"),
        (r"{\*\ukendt x{\y z}}a{\pict\bin5 {{{}}b}c", "ac"),
        (r"{\upr{a?}{\*\ud{a\u229 ?}}}b", "aåb"),
    ],
)  # fmt: skip
def test_characters_are_read_as_they_are_written(source: str, words: str) -> None:
    assert text(source) == words


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (r"\mac\ansicpg10000", rb"\'8c \'be \'bf"),
        (r"\mac", rb"\'8c \'be \'bf"),
        (r"\pca", rb"\'86 \'91 \'9b"),
        (r"\ansi", rb"\'e5 \'e6 \'f8"),
        (r"\ansi\ansicpg0", rb"\'e5 \'e6 \'f8"),
        (r"\ansi\ansicpg99999", rb"\'e5 \'e6 \'f8"),
        (r"\ansi\ansicpg65001", rb"\'c3\'a5 \'c3\'a6 \'c3\'b8"),
        (r"\ansi\ansicpg1252", "å æ ø".encode("cp1252")),
        (r"\ansi\ansicpg1252", "å æ ø".encode()),
    ],
)
def test_every_head_has_its_encoding(head: str, source: bytes) -> None:
    assert text(source, head) == "å æ ø"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1))
@settings(max_examples=100)
def test_no_character_is_altered(words: str) -> None:
    assert text(source_of(f"a{words}b")) == f"a{words}b"


def test_a_link_is_its_words_and_no_address_comes_in() -> None:
    link = r'{\field{\*\fldinst{ HYPERLINK "https://eksempel.dk" }}{\fldrslt{\ul her}}}'
    assert text(f"Se {link}, ikke HYPERLINK.") == "Se her, ikke HYPERLINK."


def test_paragraphs_lists_and_tables_stand_apart() -> None:
    items = r"{\listtext\'b7\tab}et\par{\pntext 2.\tab}to\par{\listtext\tab}Rubrik\par"
    rows = r"\trowd\cellx1\pard\intbl \'c5r\cell Skibe\cell\row 2024\cell 31\cell\row\pard"
    assert text(rf"f\'f8r\par{items}{rows} efter\par\par slut") == (
        "før\n\n- et\n- to\n\nRubrik\n\nÅr\tSkibe\n2024\t31\n\nefter\n\nslut"
    )


def test_paragraphs_in_a_cell_stay_apart() -> None:
    assert text(r"x\par\trowd\pard\intbl a\par b\cell c\cell\row\pard y") == "x\n\na\n\nb\n\nc\n\ny"


def test_notes_stand_at_the_end_and_boxes_behind_their_paragraph() -> None:
    note = r"{\super\chftn{\footnote\pard\plain note\par}}"
    shape = r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt boks\par}}{\shprslt{\*\do x}}}"
    assert text(rf"a{note}b{shape}c\par d") == "abc\n\nboks\n\nd\n\nnote"


def test_deletions_are_left_out_and_told() -> None:
    changed = r"a{\deleted\revauthdel1 x\'e5\u229?\par y{\footnote n}}{\revised b}"
    assert text(rf"{changed}\deleted z\deleted0 c\deleted q\plain d") == "abcd"
    assert read(changed).notes == {ReadingNote.TRACKED_CHANGES}
    assert read("a").notes == frozenset()


def test_comments_are_told_and_not_read() -> None:
    file = read(r"a{\*\atnid X}{\*\atnauthor Y}\chatn{\*\annotation{\*\atnref 1}pas p\'e5}b")
    assert (file.text, set(file.notes)) == ("ab", {ReadingNote.COMMENTS})


def test_headers_pictures_and_styles_are_no_text() -> None:
    parts = r"{\stylesheet{\s1 Overskrift;}}{\colortbl;\red0;}{\header x\par}{\pict 00ff}{\xe y}"
    assert text(parts + "a") == "a"


def test_properties_are_guesses() -> None:
    file = read(r"{\info{\title Bj\'f8rnen \u8211\'96 1}{\author Karen Holm}{\company x}}a")
    assert (file.text, file.metadata.title, file.metadata.byline) == (
        "a",
        "Bjørnen – 1",
        "Karen Holm",
    )
    assert file.metadata.guessed == {"title", "byline"}


def test_bytes_that_mean_nothing_are_counted() -> None:
    file = read(rb"a\'81b")
    assert (file.text, file.replaced) == ("a\ufffdb", 1)


@pytest.mark.parametrize("data", [rb"{\rtf1 a", rb"{\rtf1{\pict 00", rb"{\rtf1 a\\", rb"x}"])
def test_what_is_cut_short_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        RtfReader().read(data, "a.rtf")


def test_what_stands_behind_the_end_is_not_read() -> None:
    assert RtfReader().read(rb"{\rtf1 a}b{c", "a.rtf").text == "a"


@pytest.mark.parametrize("body", ["", r"\par\par \~", r"{\listtext\tab}\par"])
def test_a_file_that_says_nothing_is_told(body: str) -> None:
    with pytest.raises(NoText):
        read(body)


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 3_000_000,
        b"a" * 13_000_000,
        rb"\par" * 2_000_000,
        rb"{\listtext" * 100_000 + b"}" * 100_000,
        rb"\u64980 \u64976 " * 100_000,
        rb"{\fonttbl" + rb"\f1" * 1_000_000 + b"}",
        rb"{\x" + b" " * 1_000_000 + b"}",
        b'{\\field{\\*\\fldinst{ HYPERLINK "a"' * 100_000,
    ],
)
def test_what_is_made_to_take_long_does_not(body: bytes) -> None:
    begun = time.perf_counter()
    with pytest.raises(Refused):
        read(body)
    assert time.perf_counter() - begun < 10


@given(st.lists(st.sampled_from(
    [r"\'e5", r"\u229 ", "{", "}", r"\par ", r"\cell ", r"\row ", r"\intbl ", r"\deleted ", "a",
     r"{\footnote ", r"{\shptxt ", r"{\*\x ", r"{\listtext ", r"\bin3 ", r"\uc0 ", r"\f7 ", "\\"]
)))  # fmt: skip
@settings(max_examples=300)
def test_any_source_is_refused_or_read(pieces: list[str]) -> None:
    try:
        assert text("".join(pieces))
    except Refused:
        return

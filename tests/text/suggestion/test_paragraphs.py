"""Paragraphs in the three shapes of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.suggestion.paragraphs import split_paragraphs

WRAPPED = (
    "Byrådet mødtes tirsdag aften på rådhuset for at drøfte den\n"
    "nye skole, som mange borgere har ventet på i flere år.\n"
    "\n"
    "- Vi er enige om det vigtigste, siger borgmesteren efter det\n"
    "lange møde.\n"
)


def _cut(text: str) -> list[str]:
    return [paragraph.span.cut(text) for paragraph in split_paragraphs(text)]


def test_blank_line_ends_a_paragraph_of_wrapped_lines() -> None:
    first, second = _cut(WRAPPED)
    assert first.startswith("Byrådet")
    assert first.endswith("flere år.")
    assert second.endswith("lange møde.")


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    assert _cut("En linje.\nEn linje til.\n\nDen sidste.") == [
        "En linje.",
        "En linje til.",
        "Den sidste.",
    ]


def test_dash_opens_a_paragraph_between_wrapped_lines() -> None:
    text = WRAPPED.replace("\n\n- ", "\n- ")
    assert len(_cut(text)) == 2


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u2028"])
def test_line_of_blanks_is_a_blank_line(blank: str) -> None:
    paragraphs = split_paragraphs(f"Et.\n{blank}\nTo.")
    assert [paragraph.follows_blank for paragraph in paragraphs] == [True, True]


def test_address_on_the_next_line_is_no_wrapped_line() -> None:
    assert _cut("Læs mere om den nye skole og tilmeld dig her >\nhttps://example.org/x") == [
        "Læs mere om den nye skole og tilmeld dig her >",
        "https://example.org/x",
    ]


@given(st.text(alphabet="aB. -»\n\u00a0\u2028é", max_size=80))
def test_paragraphs_hold_every_letter_in_order(text: str) -> None:
    kept = "".join("".join(part.split()) for part in _cut(text))
    assert kept == "".join(text.split())


def test_the_lines_of_a_newspaper_column_are_one_paragraph() -> None:
    text = (
        "Kommunaldirektøren siger, at\nbyrådet har besluttet at lukke\nfor det gamle system. Det\n"
        "glæder hende, siger hun.\nBorgmesteren er af en anden\nmening."
    )
    assert len(split_paragraphs(text)) == 1
    dashes = "- 6 sild\n- 2 dl eddike, sukker, lage\n- 1 tsk. hele peberkorn ca.\n- rødløg i ringe"
    assert len(split_paragraphs(dashes)) == 4

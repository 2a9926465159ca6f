from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import Language, PartKind
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.margins import Line, margins

PARAGRAPH = "Broen over sundet har kostet det dobbelte, og den er stadig ikke malet. " * 3


def test_the_head_ends_where_the_first_paragraph_begins(
    make_reading: Callable[..., Reading],
) -> None:
    text = f"Rubrik\n \n  Af Bo Lund \n{PARAGRAPH}\nSlut\n"
    parts = (
        (PartKind.TITLE, "Rubrik"),
        (PartKind.BYLINE, "Af Bo Lund"),
        (PartKind.BODY, PARAGRAPH),
    )
    ends = margins(text, make_reading(text, *parts))
    assert ends.head == (Line("Rubrik", PartKind.TITLE), Line("Af Bo Lund", PartKind.BYLINE))
    assert ends.foot == (Line(PARAGRAPH.strip(), PartKind.BODY), Line("Slut", None))
    assert ends.lines == ends.head + ends.foot


@given(st.text(st.sampled_from("aø \n\xa0\t😀"), max_size=400))
def test_every_line_of_a_text_without_paragraphs_is_met_once(text: str) -> None:
    ends = margins(text, Reading((), (), (), Language.DANISH))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [line.text for line in ends.head] == lines[:20]
    assert [line.text for line in ends.foot] == lines[20:][-20:]


@pytest.mark.parametrize("length", range(80, 100))
def test_a_line_that_reaches_out_of_the_margin_is_in_none(length: int) -> None:
    line = "Mødet er 2. november 2026".rjust(length, "x")
    text = f"{line}\n" * 200
    ends = margins(text, Reading((), (), (), Language.DANISH))
    assert {each.text for each in ends.lines} == {line}
    text = f"{line} " * 200
    assert margins(text, Reading((), (), (), Language.DANISH)).lines == ()


def test_a_paragraph_that_begins_inside_a_line_takes_the_line_with_it(
    make_reading: Callable[..., Reading],
) -> None:
    text = f"Rubrik\nBRO: {PARAGRAPH}\nSlut"
    ends = margins(text, make_reading(text, (PartKind.BODY, PARAGRAPH)))
    assert [line.text for line in ends.head] == ["Rubrik"]
    assert ends.foot[-1].text == "Slut"

"""What is an interview, however long it is and in whatever order its lines come."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import PartKind
from kdcurator.text.suggestion.reader import TextReader

_LINES = [
    "Hvad synes du?",
    "- Hvad synes du?",
    "- Jeg synes, det er godt, siger Bo Lund.",
    "»Jeg tier«, siger hun.",
    "Jeg ved det ikke.",
    "Det var din bestyrelse.",
    "- Det var din bestyrelse.",
    "Bo Lund rejser sig.",
    "Bo Lund: Ja.",
    "Journalist: Hvorfor?",
    "Bo Lund",
    "Bo Lund, 34 år, smed",
    "- Er De vred? - Nej.",
]


@given(st.lists(st.sampled_from(_LINES), max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_any_order_of_lines_is_read(reader: TextReader, lines: list[str], between: str) -> None:
    text = between.join(lines)
    spans = sorted((s.start, s.end) for q in reader.read(text).quotes for s in q.segments)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("questions", [1, 5, 60])
def test_every_question_gets_its_answer(reader: TextReader, questions: int) -> None:
    opening = "Fiskeren\n\nBo Lund har fisket i 40 år. Vi har mødt ham på havnen i Nordby.\n\n"
    turn = "Hvad siger du til det?\n\nJeg siger ikke noget.\n\n"
    reading = reader.read(opening + turn * questions)
    assert len(reading.spans(PartKind.QUESTION)) == questions
    assert [quote.speaker for quote in reading.quotes] == ["Bo Lund"] * questions

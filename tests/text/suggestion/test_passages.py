"""The engine on constructed passages with gold: each case exactly, and floors over all."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from _pytest.mark import ParameterSet

from kdcurator.domain.article import PartKind
from kdcurator.text.suggestion.reader import TextReader
from tests.text.suggestion.gold import Passage, compare, passages, score

PASSAGES = passages("passages")
SET_ASIDE = passages("set_aside")


def _case(passage: Passage) -> ParameterSet:
    unsolved = [pytest.mark.xfail(reason=passage.unsolved)] if passage.unsolved else []
    return pytest.param(passage, id=passage.name, marks=unsolved)


@pytest.mark.parametrize("passage", [_case(passage) for passage in PASSAGES])
def test_passage_gives_its_quotes_and_speakers(passage: Passage, reader: TextReader) -> None:
    reading = reader.read(passage.text)
    assert compare(passage, reading).is_right
    if passage.questions is not None:
        asked = [span.cut(passage.text) for span in reading.spans(PartKind.QUESTION)]
        assert asked == list(passage.questions)


def _other_marks(text: str) -> str:
    return text.translate(str.maketrans("»«", "””"))


def _other_dashes(text: str) -> str:
    return re.sub(r"(?m)(^|[.:!?] )- ", r"\1– ", text)


def _wrapped(text: str, width: int = 66) -> str:
    """Break lines at a column by turning blanks into newlines: offsets stay as they are."""
    lines, column = list(text), 0
    last_blank = None
    for place, character in enumerate(text):
        column = 0 if character == "\n" else column + 1
        last_blank = None if character == "\n" else place if character == " " else last_blank
        if column > width and last_blank is not None:
            lines[last_blank], column, last_blank = "\n", place - last_blank, None
    return "".join(lines)


@pytest.mark.parametrize("change", [str, _other_marks, _other_dashes, _wrapped])
def test_floors_hold_over_all_passages_and_their_variants(
    change: Callable[[str], str], reader: TextReader
) -> None:
    cases = PASSAGES
    if change is _wrapped:  # a line for each paragraph: wrapped lines would make another text
        cases = [case for case in PASSAGES if "\n" not in case.text.replace("\n\n", "")]
    figures = score(cases, lambda text: reader.read(change(text)))
    assert figures.segments >= 0.98
    assert figures.quotes >= 0.98
    assert figures.speakers >= 0.95
    assert figures.false_alarms == 0


def test_floors_hold_over_the_passages_set_aside(reader: TextReader) -> None:
    figures = score(SET_ASIDE, reader.read)
    assert figures.segments >= 0.95
    assert figures.quotes >= 0.95
    assert figures.speakers >= 0.85
    assert figures.false_alarms <= 5
    assert figures.strong >= 150
    assert figures.strong_right >= 0.97 * figures.strong


def test_passages_are_many_and_named_once() -> None:
    assert len(PASSAGES) + len(SET_ASIDE) >= 400
    assert len(SET_ASIDE) * 4 >= len(PASSAGES) + len(SET_ASIDE)
    for some in (PASSAGES, SET_ASIDE):
        assert Counter(passage.name for passage in some).most_common(1)[0][1] == 1

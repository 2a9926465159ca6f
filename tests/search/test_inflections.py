import pytest

from kdcurator.search.danish import stem
from kdcurator.search.inflections import Inflections
from kdcurator.settings import resources

LINES = ["by byen byer", "-mand mænd", "+iker ikere !risikere", "-bymand bymænder"]


@pytest.fixture(scope="module")
def known() -> Inflections:
    return Inflections.of(LINES)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("byer", "by"),
        ("byens", "by"),
        ("landsbyer", None),
        ("mænds", "mand"),
        ("formænd", "formand"),
        ("fmænd", None),
        ("politikere", "politiker"),
        ("ikere", None),
        ("risikere", None),
        ("storbymænder", "storbymand"),
        ("", None),
        ("s", None),
    ],
)
def test_a_word_has_the_stem_of_its_line(known: Inflections, word: str, stem: str | None) -> None:
    assert known.stem(word) == stem


def test_words_are_told_by_how_they_begin(known: Inflections) -> None:
    assert list(known.begun("bye")) == ["byen", "byer"]


def test_a_form_in_two_lines_is_told() -> None:
    with pytest.raises(ValueError, match="køer"):
        Inflections.of(["ko køer", "kø køer"])


def test_no_line_takes_a_word_from_another() -> None:
    known = Inflections.read(resources() / "danish" / "inflections.txt")
    assert len(known.words) > 500
    assert {form: stem(form) for form in known.words} == dict(known.words)

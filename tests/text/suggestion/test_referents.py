"""The record of those told of."""

import pytest

from kdcurator.text.suggestion.referents import Referent, Told, Who

ONE, OTHER, BODY = Who(person=1), Who(person=2), Who(body="Morsø Kommune")


def _told(*whos: Who, is_oblique: bool = False) -> Told:
    """Tell of some, ten characters from each other."""
    told = Told()
    for place, who in enumerate(whos):
        told.tell(Referent(10 * place, 10 * place + 5, 0, who, place == 0, is_oblique=is_oblique))
    return told


def test_the_last_one_told_of_is_the_last_one() -> None:
    told = _told(ONE, OTHER, BODY, ONE)
    assert list(told.persons) == [2, 1]
    assert list(told.bodies) == ["Morsø Kommune"]
    assert told.last is not None
    assert told.last.who == ONE


def test_nobody_is_told_of_at_first() -> None:
    assert Told().last is None


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 30, [ONE, OTHER, BODY]), (1, 20, [OTHER]), (21, 99, [])]
)
def test_between(start: int, end: int, expected: list[Who]) -> None:
    told = _told(ONE, OTHER, BODY)
    assert [one.who for one in told.between(start, end)] == expected


@pytest.mark.parametrize(
    ("whos", "first", "last"),
    [((ONE, OTHER), ONE, OTHER), ((OTHER, ONE, BODY), OTHER, ONE), ((ONE, BODY), None, None)],
)
def test_mentioned(whos: tuple[Who, ...], first: Who | None, last: Who | None) -> None:
    told = _told(*whos)
    assert (told.mentioned(is_last=False), told.mentioned(is_last=True)) == (first, last)


def test_a_sentence_has_one_subject() -> None:
    told = _told(ONE)
    assert told.has_lead
    told.open_sentence(1)
    assert not told.has_lead


def test_only_whom_a_preposition_brings_in_is_told_of_in_passing() -> None:
    assert _told(ONE, is_oblique=True).passing == {ONE}
    told = _told(ONE)
    told.tell(Referent(20, 25, 0, ONE, is_oblique=True))
    assert not told.passing

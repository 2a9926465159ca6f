"""The table of points names functions that are there."""

import pytest

from tests.faults.chores import found
from tests.faults.points import Work, points


@pytest.mark.parametrize("name", sorted({point.function for point in points()}))
def test_a_point_names_a_function(name: str) -> None:
    owner, attribute = found(name)
    assert callable(getattr(owner, attribute))


def test_the_first_points_are_of_all_works() -> None:
    first = [point.work for point in points()][: len(Work)]
    assert set(first) == set(Work)

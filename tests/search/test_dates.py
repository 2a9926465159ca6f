from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.search.dates import DateRange, as_number, read_dates


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021", 20210101, 20211231),
        ("2021-03", 20210301, 20210331),
        ("2020-2", 20200201, 20200229),
        ("2021-03-05", 20210305, 20210305),
        ("5.3.2021", 20210305, 20210305),
        ("2017..2021", 20170101, 20211231),
        ("2021..2017", 20170101, 20211231),
        ("2017-05..2017-05-09", 20170501, 20170509),
        ("2017..", 20170101, None),
        ("..2021", None, 20211231),
    ],
)
def test_dates_are_read(typed: str, first: int | None, last: int | None) -> None:
    assert read_dates(typed) == DateRange(first, last)


@pytest.mark.parametrize(
    "typed",
    ["", "..", "i går", "2021-13", "2021-02-30", "21", "2021..x", "x..2021", "0000", "²021"],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_dates(typed) is None


@given(st.text(alphabet="0123456789.-/ ²", max_size=24))
def test_nothing_typed_is_an_error(typed: str) -> None:
    found = read_dates(typed)
    assert found is None or found.first is not None or found.last is not None


@given(st.dates(), st.dates())
def test_days_compare_as_numbers(one: date, other: date) -> None:
    assert (one < other) == (as_number(one) < as_number(other))

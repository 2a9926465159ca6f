"""Each fault in its short version, and that the table can tell a loss from none."""

from pathlib import Path

import pytest

from tests.faults.outcome import Outcome, Row
from tests.faults.rows import rows


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.name)
def test_nothing_is_lost(row: Row, tmp_path: Path) -> None:
    outcome = row.run(row.short, tmp_path)
    if outcome.impossible:
        pytest.skip(outcome.impossible)
    assert outcome.losses == []
    assert outcome.tried >= row.short


def test_a_try_that_loses_something_is_counted_once() -> None:
    outcome = Outcome()
    outcome.note_try()
    outcome.note_try("quote 3 is gone", "check fails")
    assert (outcome.tried, outcome.survived) == (2, 1)
    assert outcome.losses == ["quote 3 is gone; check fails"]

"""The faults that are tried, in the order of the table.

Owns how often each is tried, in the tests and in full.
"""

from tests.faults.outcome import Row


def rows() -> tuple[Row, ...]:
    """Return every fault there is."""
    return ()

"""The faults that are tried, in the order of the table.

Owns how often each is tried, in the tests and in full.
"""

from tests.faults import power_cut
from tests.faults.outcome import Row


def rows() -> tuple[Row, ...]:
    """Return every fault there is."""
    return (
        Row(
            "power cut",
            "what was said is kept, what was not is whole or absent",
            power_cut.run,
            short=12,
            whole=200,
        ),
    )

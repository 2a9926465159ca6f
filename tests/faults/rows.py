"""The faults that are tried, in the order of the table.

Owns how often each is tried, in the tests and in full.
"""

from tests.faults import (
    anchors,
    clocks,
    clouds,
    corruption,
    full_disk,
    indexing,
    kills,
    mutations,
    odd_queries,
    power_cut,
    races,
    stops,
    undoing,
    upgrades,
)
from tests.faults.outcome import Row


def rows() -> tuple[Row, ...]:
    """Return every fault there is."""
    return (
        Row(
            "kill -9 during mixed work",
            "no acknowledged quote lost, no half transaction, integrity ok, search in step",
            kills.run,
            short=10,
            whole=1000,
        ),
        Row(
            "power cut",
            "what was said is kept, what was not is whole or absent",
            power_cut.run,
            short=12,
            whole=200,
        ),
        Row(
            "kill -9 at named points",
            "old or new state, never between",
            stops.run,
            short=10,
            whole=999,
        ),
        Row(
            "kill -9 while an index is written",
            "no hit lost; nothing whole is taken for damaged",
            indexing.run,
            short=6,
            whole=300,
        ),
        Row(
            "disk full, read-only, folder gone",
            "a sentence; what was kept stays; the open library goes on when the trouble is over",
            full_disk.run,
            short=2,
            whole=80,
        ),
        Row(
            "files damaged",
            "no fault; told, or right by its sum; repaired from the newest whole backup",
            corruption.run,
            short=3,
            whole=300,
        ),
        Row(
            "clock set back or wrong, any time zone",
            "order kept, backups not confused",
            clocks.run,
            short=12,
            whole=300,
        ),
        Row(
            "races for one library",
            "never two writers; readers disturb nobody; of several starts one is the first",
            races.run,
            short=7,
            whole=50,
        ),
        Row(
            "libraries of other layouts",
            "every row is there with its sum; newer files stay untouched; failed steps too",
            upgrades.run,
            short=20,
            whole=67,
        ),
        Row(
            "random actions, undo and redo",
            "every state comes back by undo and redo; the search is in step",
            undoing.run,
            short=120,
            whole=10_000,
        ),
        Row(
            "library in a cloud folder or on the network",
            "a warning that says why, one file after closing, second copies found",
            clouds.run,
            short=6,
            whole=120,
        ),
        Row(
            "mutated files",
            "no fault; each imported or refused with a sentence, in time and in memory",
            mutations.run,
            short=24,
            whole=2_000,
        ),
        Row(
            "texts of all kinds asked as searches",
            "no fault, none slow, as many hits as are told",
            odd_queries.run,
            short=300,
            whole=100_000,
        ),
        Row(
            "articles that come again with other words",
            "98 of 100 quotes in the right place, none in a wrong one without a mark",
            anchors.run,
            short=60,
            whole=1000,
        ),
    )

"""The power cut itself: a disk keeps what was synced, and a replay finds what was not."""

import random
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.faults.outcome import Outcome
from tests.faults.power.disk import EVERYTHING, LUCKS, SECTOR, Disk, Luck
from tests.faults.power.events import Event, What
from tests.faults.power.recording import NoRecording, record, watch
from tests.faults.power_cut import replay, run, what_was_missed

UNSYNCED_IS_LOST, NAMES_ALONE = LUCKS[0], LUCKS[1]
NEW = (Event(What.CREATE, "a", file=7), Event(What.WRITE, "a", file=7, data=b"words"))
SYNC, SYNC_FOLDER = Event(What.SYNC, "a", file=7), Event(What.SYNC_FOLDER, "")


def kept(folder: Path, luck: Luck, *events: Event, seed: str = "1") -> dict[str, bytes]:
    """Return the files of a disk that lost its power after some events."""
    disk = Disk()
    for event in events:
        disk.take(event)
    disk.lose_power(luck, random.Random(seed), folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_synced_with_its_folder_is_kept(tmp_path: Path) -> None:
    assert kept(tmp_path, UNSYNCED_IS_LOST, *NEW, SYNC, SYNC_FOLDER) == {"a": b"words"}


def test_a_file_whose_folder_was_not_synced_may_have_no_name(tmp_path: Path) -> None:
    assert kept(tmp_path, UNSYNCED_IS_LOST, *NEW, SYNC) == {}


def test_a_name_may_be_kept_without_the_words(tmp_path: Path) -> None:
    assert kept(tmp_path, NAMES_ALONE, *NEW) == {"a": b""}


def test_a_rename_that_is_not_synced_leaves_the_old_file(tmp_path: Path) -> None:
    newer = (Event(What.CREATE, "b", file=8), Event(What.SYNC_FOLDER, ""))
    moved = (*NEW, SYNC, *newer, Event(What.RENAME, "b", "a"))

    assert kept(tmp_path, UNSYNCED_IS_LOST, *moved) == {"a": b"words", "b": b""}


def test_a_torn_write_is_kept_by_sectors(tmp_path: Path) -> None:
    torn = next(luck for luck in LUCKS if luck.is_torn and luck.names == 1)
    write = Event(What.WRITE, "a", file=7, data=b"x" * SECTOR * 8)

    found = kept(tmp_path, torn, NEW[0], write)["a"]
    sectors = {found[start : start + SECTOR] for start in range(0, len(found), SECTOR)}
    assert sectors == {b"x" * SECTOR, bytes(SECTOR)}


def test_a_replay_finds_what_is_lost_without_syncs(tmp_path: Path) -> None:
    try:
        events = record(tmp_path, 4, careless=True)
    except NoRecording as error:
        pytest.skip(str(error))
    outcome = Outcome()

    assert what_was_missed(events, tmp_path) == []
    replay(events, 8, tmp_path, outcome)
    assert any("the library is" in loss for loss in outcome.losses)


_REPLACING = """
import sys
from pathlib import Path
from kdcurator import durable
from kdcurator.store import copies
disk = Path(sys.argv[1])
for name in ("library.sqlite3", "library.sqlite3-wal", "copy"):
    (disk / name).write_text("new" if name == "copy" else "damaged")
    durable.sync_file(disk / name)
durable.sync_folder(disk)
print("ready", flush=True)
copies.put_in_place(disk / "copy", disk / "library.sqlite3")
"""


def test_a_wal_never_comes_back_beside_a_library_put_in_place(tmp_path: Path) -> None:
    try:
        events = watch(tmp_path, ["-c", _REPLACING, str(tmp_path / "disk")])
    except NoRecording as error:
        pytest.skip(str(error))
    words = [event.what for event in events].index(What.SAY)
    cuts = range(words, len(events) + 1)
    for number, (cut, luck, _) in enumerate(product(cuts, LUCKS, range(5))):
        place = tmp_path / str(number)
        place.mkdir()
        found = kept(place, luck, *events[:cut], seed=place.name)
        assert found["library.sqlite3"] in {b"damaged", b"new"}
        assert found["library.sqlite3"] == b"damaged" or "library.sqlite3-wal" not in found


def test_where_nothing_can_be_recorded_the_row_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    outcome = run(3, tmp_path)

    assert (outcome.tried, outcome.losses) == (0, [])
    assert "only Linux has" in outcome.impossible


def test_a_disk_that_loses_nothing_holds_everything(tmp_path: Path) -> None:
    assert kept(tmp_path, EVERYTHING, *NEW) == {"a": b"words"}

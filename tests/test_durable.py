"""Names and bytes are put on the disk, as far as a file system has a way to."""

import errno
import os
import sys
from pathlib import Path

import pytest

from kdcurator import durable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")


class Synced:
    """Stands in for the system's fsync, and remembers what it was asked to put on the disk."""

    def __init__(self, failure: int | None = None) -> None:
        self.numbers: list[int] = []
        self._failure = failure

    def __call__(self, descriptor: int) -> None:
        self.numbers.append(os.fstat(descriptor).st_ino)
        if self._failure:
            raise OSError(self._failure, os.strerror(self._failure))


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> Synced:
    watched = Synced()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "fsync", watched)
    return watched


def test_a_new_folder_is_named_on_the_disk_and_so_are_those_above_it(
    tmp_path: Path, synced: Synced
) -> None:
    durable.make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()
    assert synced.numbers == [path.stat().st_ino for path in (tmp_path, tmp_path / "a")]


def test_a_folder_that_is_there_costs_nothing(tmp_path: Path, synced: Synced) -> None:
    durable.make_folder(tmp_path)

    assert synced.numbers == []


def test_a_file_is_put_on_the_disk_as_it_is(tmp_path: Path, synced: Synced) -> None:
    (tmp_path / "a").write_bytes(b"words")
    durable.sync_file(tmp_path / "a")

    assert synced.numbers == [(tmp_path / "a").stat().st_ino]
    assert (tmp_path / "a").read_bytes() == b"words"


@pytest.mark.parametrize("answer", [errno.EINVAL, errno.ENOTSUP])
def test_a_network_drive_that_syncs_no_folders_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: int
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "fsync", Synced(answer))

    durable.sync_folder(tmp_path)


def test_a_disk_that_fails_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "fsync", Synced(errno.EIO))

    with pytest.raises(OSError, match="Input/output"):
        durable.sync_folder(tmp_path)

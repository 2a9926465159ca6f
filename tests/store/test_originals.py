"""Originals of a transaction reach the disk together, and a missing one is told."""

import os
from pathlib import Path

import pytest

from kdcurator.domain.errors import CannotWrite
from kdcurator.store.originals import put_original, sync_originals


def test_each_original_and_their_folder_are_synced_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    names = [put_original(tmp_path, words) for words in (b"en", b"to", b"en")]
    monkeypatch.setattr(os, "fsync", lambda found: synced.append(os.fstat(found).st_ino))
    sync_originals(tmp_path, names)
    places = [tmp_path / name for name in {*names}]
    if os.name != "nt":
        places.append(tmp_path)
        assert synced[-1] == tmp_path.stat().st_ino
    assert sorted(synced) == sorted(place.stat().st_ino for place in places)


def test_an_original_that_is_not_there_is_told_before_a_row_names_it(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        sync_originals(tmp_path, ["0" * 64])

"""Where a library lies is recognised by names, by markers and by what the system mounts."""

import sys
from pathlib import Path

import pytest

from kdcurator.store import places


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Lyngsø Avis", "OneDrive"),
        ("OneDrive-LyngsøAvis", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-anna@lyngsoe.dk", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_cloud_folders_are_known_by_their_names(tmp_path: Path, name: str, service: str) -> None:
    folder = tmp_path / name / "Artikler" / "library"
    folder.mkdir(parents=True)
    assert places.cloud_service(folder, {}) == service


@pytest.mark.parametrize("name", ["Onedriveren", "Min Dropboxmappe", "library", "Drev", "icloud.d"])
def test_other_folders_are_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert places.cloud_service(tmp_path / name, {}) is None


def test_a_folder_is_known_by_what_the_service_leaves_in_it(tmp_path: Path) -> None:
    (tmp_path / ".dropbox.cache").mkdir()
    (tmp_path / "library").mkdir()
    assert places.cloud_service(tmp_path / "library", {}) == "Dropbox"


def test_windows_says_where_onedrive_copies_from(tmp_path: Path) -> None:
    (tmp_path / "Sky" / "library").mkdir(parents=True)
    where = {"OneDriveCommercial": str(tmp_path / "Sky")}
    assert places.cloud_service(tmp_path / "Sky" / "library", where) == "OneDrive"


def test_a_link_into_a_cloud_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "library").mkdir(parents=True)
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox" / "library")
    assert places.cloud_service(tmp_path / "mine", {}) == "Dropbox"


@pytest.mark.skipif(sys.platform != "linux", reason="each system tells mounts in its own way")
@pytest.mark.parametrize(
    ("kind", "is_remote"), [("cifs", True), ("nfs4", True), ("fuse.sshfs", True), ("ext4", False)]
)
def test_network_drives_are_known_by_their_kind(
    tmp_path: Path, kind: str, is_remote: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Fælles drev"
    (place / "library").mkdir(parents=True)
    table = tmp_path / "mounts"
    escaped = str(place).replace(" ", "\\040")
    table.write_text(f"/dev/a / ext4 rw 0 0\n//s/x {escaped} {kind} rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(places, "MOUNTS", table)
    assert places.is_on_the_network(place / "library") is is_remote
    assert not places.is_on_the_network(tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "library (1).sqlite3",
        "library-ANNAS-PC.sqlite3",
        "library (Annas konflikterede kopi 2026-11-22).sqlite3",
        "library 2.sqlite3",
        "library.sync-conflict-20261122-101010-ABC.sqlite3",
        "library.sqlite3 (conflicted copy)",
    ],
)
def test_second_copies_are_found_by_whatever_name(tmp_path: Path, name: str) -> None:
    for other in ("library.sqlite3", "library.sqlite3-wal", "library.sqlite3.new", "other.sqlite3"):
        (tmp_path / other).write_bytes(b"")
    (tmp_path / "damaged-20261122T101010Z-library.sqlite3").write_bytes(b"")
    (tmp_path / name).write_bytes(b"")
    assert [path.name for path in places.conflicted_copies(tmp_path)] == [name]

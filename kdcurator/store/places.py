"""Where a library lies: on this computer's own disk, in a cloud service's folder, on the network.

Owns how such places are recognised, and the second copies that a cloud service makes when two
computers wrote. SQLite needs a disk of its own: a service copies the file while it is written, and
locks on network drives do not hold (https://sqlite.org/howtocorrupt.html). Must not know what is
said about it.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kdcurator.store.header import DATABASE

_SERVICES = (
    (re.compile(r"onedrive(?: - .+)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"onedrive-.+", re.IGNORECASE), "OneDrive"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs", re.IGNORECASE), "iCloud"),
    (re.compile(r"dropbox(?: \(.+\))?|dropbox-.+", re.IGNORECASE), "Dropbox"),
    (re.compile(r"google ?drive|googledrive-.+|google drev", re.IGNORECASE), "Google Drive"),
    (re.compile(r"nextcloud|owncloud|pcloud ?drive|box sync|syncthing", re.IGNORECASE), "{name}"),
)
"""The names that cloud services give their folders, as their own documentation has them."""

_MARKERS = {".dropbox.cache": "Dropbox", ".stfolder": "Syncthing", ".sync_": "Nextcloud"}
"""What a service leaves in the folder that it copies, whatever that is called."""

_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Where Windows says that OneDrive copies from."""

_NETWORK = re.compile(
    r"(?:nfs4?|cifs|smb3?|smbfs|afpfs|afs|webdav|davfs|ncpfs|ceph|glusterfs|9p|fuse\.(?:sshfs|"
    r"gvfsd-fuse|rclone|davfs2?|smbnetfs))"
)
"""Kinds of file systems that lie on another computer."""

MOUNTS = Path("/proc/self/mounts")
"""Where Linux tells what is mounted where, with blanks as octal escapes."""

_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_UNESCAPED = re.compile(r"\\([0-7]{3})")


def cloud_service(folder: Path, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the service that copies a folder to other computers; None when none is known to."""
    real = folder.resolve()
    for variable in _VARIABLES:
        root = environment.get(variable)
        if root and Path(root).resolve() in (real, *real.parents):
            return "OneDrive"
    for place in (real, *real.parents):
        if (service := _by_name(place.name)) or (service := _by_marker(place)):
            return service
    return None


def _by_name(name: str) -> str | None:
    found = (service for pattern, service in _SERVICES if pattern.fullmatch(name))
    service = next(found, None)
    return service.format(name=name) if service else None


def _by_marker(place: Path) -> str | None:
    found = (service for name, service in _MARKERS.items() if (place / name).exists())
    return next(found, None)


def is_on_the_network(folder: Path) -> bool:
    """Tell whether a folder lies on another computer's disk, as far as the system says so."""
    real = folder.resolve()
    if sys.platform == "win32":
        return _is_remote_drive(real)
    mounts = _mounts_of_linux(MOUNTS) if sys.platform == "linux" else _mounts_of_macos()
    around = [(place, kind) for place, kind in mounts if place in (real, *real.parents)]
    _, kind = max(around, key=lambda mount: len(mount[0].parts), default=(real, ""))
    return _NETWORK.fullmatch(kind) is not None


def _is_remote_drive(real: Path) -> bool:
    import ctypes

    if real.drive.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    return bool(kernel.GetDriveTypeW(f"{real.drive}\\") == _REMOTE_DRIVE)


def _mounts_of_linux(table: Path) -> Iterator[tuple[Path, str]]:
    """Yield where something is mounted and of which kind it is; later lines lie over earlier."""
    try:
        lines = table.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in reversed(lines):
        _, place, kind, *_ = line.split(" ")
        yield Path(_UNESCAPED.sub(lambda found: chr(int(found[1], 8)), place)), kind


def _mounts_of_macos() -> Iterator[tuple[Path, str]]:
    """Yield the same from what `mount` says: "//x@y/z on /Volumes/z (smbfs, nodev)"."""
    try:
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return
    for found in re.finditer(r"(?m) on (/.*) \((\w+)", said):
        yield Path(found[1]), found[2]


def conflicted_copies(folder: Path) -> list[Path]:
    """Return other databases that a service put beside the library's, by whatever name."""
    try:
        names = sorted(folder.glob("library*.sqlite3*"))
    except OSError:
        return []
    return [path for path in names if _is_copy(path.name) and path.is_file()]


def _is_copy(name: str) -> bool:
    """Tell whether a name is that of a copy: library (1).sqlite3, library-PC.sqlite3."""
    ours = name.startswith(DATABASE) and not _CONFLICT.search(name)
    return not ours and (name.endswith(".sqlite3") or bool(_CONFLICT.search(name)))


_CONFLICT = re.compile(r"conflict|konflikt", re.IGNORECASE)

"""The shelf: the numbered backups of one library, listed and thinned.

Owns what their names say and which of them are removed. Must not know how a backup is made.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from kdcurator.domain.backup import BackupKind, KeptBackup, worth_keeping
from kdcurator.store import archives

_NAME = re.compile(r"(\d{6})-(\d{8}T\d{6})Z(?:-(automatic|before))?\.(zip|sqlite3)")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Before there were such clocks."""


def list_backups(folder: Path) -> list[KeptBackup]:
    """Return the backups in a folder, the newest first; other files are passed over."""
    return sorted(_found_in(folder), key=lambda backup: backup.number, reverse=True)


def newest(folder: Path) -> KeptBackup | None:
    """Return the backup made last, without looking into the others."""
    names = max(_names_in(folder), key=lambda named: int(named[1][1]), default=None)
    return None if names is None else _backup(*names)


def thin(folder: Path) -> list[Path]:
    """Remove the automatic backups that are not worth keeping; return them."""
    listed = list_backups(folder)
    kept = worth_keeping(listed)
    removed = [backup.path for backup in listed if backup.number not in kept]
    for path in removed:
        with suppress(OSError):  # the next time will do
            path.unlink()
    return removed


def _found_in(folder: Path) -> Iterator[KeptBackup]:
    return (_backup(path, name) for path, name in _names_in(folder))


def _names_in(folder: Path) -> Iterator[tuple[Path, re.Match[str]]]:
    try:
        names = sorted(folder.iterdir())
    except OSError:
        return
    for path in names:
        found = _NAME.fullmatch(path.name)
        if found and _moment(found[2]) and path.is_file():
            yield path, found


def _moment(words: str) -> datetime | None:
    """Return when a backup was made; None for what no clock of a computer can have said."""
    try:
        moment = datetime.strptime(words, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if _NEVER <= moment < _NEVER.replace(year=9999) else None


def _backup(path: Path, name: re.Match[str]) -> KeptBackup:
    manifest = archives.manifest_of(path) if name[4] == "zip" else {}
    kind = BackupKind(name[3] or BackupKind.BY_HAND) if name[4] == "zip" else BackupKind.BEFORE
    return KeptBackup(
        path,
        int(name[1]),
        kind,
        _moment(name[2]) or _NEVER,
        manifest.get("articles"),
        manifest.get("quotes"),
        manifest.get("mark"),
    )

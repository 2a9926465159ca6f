"""What is in a backup's archive: the database, what it says of itself, perhaps the originals.

Owns the names of the members, and the originals that the archives of one folder share, so that an
hourly backup of a large library costs its database alone. Members are read by name into names of
our own: no path of an archive is ever used. Must not know when or where archives are made.
"""

import json
import os
import re
import shutil
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from kdcurator.domain.disk import error_of_disk, writing
from kdcurator.domain.errors import QT_TRANSLATE_NOOP, BackupDamaged, CuratorError, DiskFull
from kdcurator.store import copies
from kdcurator.store.leftovers import SCRATCH, remove_leftovers
from kdcurator.store.originals import put_original, sync_originals

Manifest = dict[str, Any]
"""`articles`, `quotes`, `mark` (see `copies.mark`) and `originals`, the sums of the files."""

DATABASE = "library.sqlite3"
"""The database's name in an archive."""

_MANIFEST = "manifest.json"
_SHARED = "originals"
"""The folder beside the archives that holds the originals which they share."""
_QUICK = 1
"""The packing of an archive that is made every hour."""
_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, struct.error,
    # Members that claim a password, a packing, a size or a name that there cannot be.
    RuntimeError, ValueError, OverflowError, MemoryError,
)  # fmt: skip
"""What Python's `zipfile` raises on damaged archives, by flipping bits (tests)."""
_ORIGINAL = re.compile(r"originals/[0-9a-f]{64}")
_MISSING = QT_TRANSLATE_NOOP("errors", "there is no such file")
_NO_LIBRARY = QT_TRANSLATE_NOOP("errors", "there is no library in it")


def write(target: Path, database: Path, held: Manifest, originals: Path) -> None:
    """Write an archive that is whole by itself and can be carried away."""
    with _new(target) as archive:
        _write_database(archive, database, held)
        for original in sorted(originals.iterdir()) if originals.is_dir() else ():
            name = f"originals/{original.name}"
            if _ORIGINAL.fullmatch(name):
                archive.write(original, name)


def write_sharing(
    target: Path, database: Path, held: Manifest, originals: Path, folder: Path
) -> None:
    """Write an archive that finds its originals in the `folder` where it will lie."""
    _share(originals, folder / _SHARED, held["originals"])
    with _new(target, compresslevel=_QUICK) as archive:
        _write_database(archive, database, held)


def shared_originals(folder: Path) -> Path:
    """Return where the archives of a folder keep the originals that they share."""
    return folder / _SHARED


def _write_database(archive: zipfile.ZipFile, database: Path, held: Manifest) -> None:
    manifest = zipfile.ZipInfo(_MANIFEST)  # with a date of its own: the clock may stand in 1970
    manifest.external_attr = 0o600 << 16
    archive.writestr(manifest, json.dumps(held), zipfile.ZIP_DEFLATED)
    archive.write(database, DATABASE)


def _new(target: Path, compresslevel: int | None = None) -> zipfile.ZipFile:
    """Begin an archive that takes files of any date: some came in while a clock was wrong."""
    return zipfile.ZipFile(
        target,
        "w",
        zipfile.ZIP_DEFLATED,
        compresslevel=compresslevel,
        strict_timestamps=False,
    )


def _share(originals: Path, shared: Path, names: Sequence[str]) -> None:
    """Put the originals that an archive needs beside it, once for all archives."""
    put = []
    for name in names:
        kept, original = shared / name, originals / name
        if _ORIGINAL.fullmatch(f"originals/{name}") and original.is_file() and not kept.exists():
            put.append(put_original(shared, original.read_bytes()))
    sync_originals(shared, put)


def manifest(copy: Path, counts: tuple[int, int]) -> Manifest:
    """Say what a database holds, so that a list of backups need not unpack them."""
    with closing(copies.read_only(copy)) as connection:
        query = "SELECT DISTINCT original_sha256 FROM article_version WHERE original_sha256 > ''"
        names = sorted(str(name) for (name,) in connection.execute(query))
        mark = copies.mark(connection)
    return {"articles": counts[0], "quotes": counts[1], "mark": mark, "originals": names}


def manifest_of(backup: Path) -> Manifest:
    """Return what a backup says it holds; nothing where it does not say so."""
    try:
        with zipfile.ZipFile(backup) as archive:
            found = json.loads(archive.read(_MANIFEST))
    except (OSError, KeyError, *_DAMAGE):
        return {}
    return found if isinstance(found, dict) else {}


def holds_a_library(archive: Path) -> bool:
    """Tell whether a file is an archive of ours."""
    try:
        with zipfile.ZipFile(archive) as members:
            return DATABASE in members.namelist()
    except (OSError, *_DAMAGE):
        return False


@contextmanager
def scratch(beside: Path) -> Iterator[Path]:
    """Give a folder that is gone afterwards; texts must not lie about in a shared one.

    What processes that were killed left of theirs goes now.
    """
    remove_leftovers(beside, beside / _SHARED)
    with tempfile.TemporaryDirectory(dir=beside, prefix=_scratch_of(os.getpid())) as folder:
        yield Path(folder)


def sweep(beside: Path, process: int) -> None:
    """Remove what a process that was killed has left in the folder `beside`, half done."""
    for folder in beside.glob(f"{_scratch_of(process)}*"):
        shutil.rmtree(folder, ignore_errors=True)
    for unfinished in beside.glob(f".*.{process}.new"):
        with suppress(OSError):  # nobody takes it for a backup
            unfinished.unlink()


def _scratch_of(process: int) -> str:
    return f"{SCRATCH}{process}-"


@contextmanager
def opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive, perhaps to unpack it.

    Raises:
        BackupDamaged: it is not whole.
        DiskFull: there is no room for what is in it.
    """
    try:
        with zipfile.ZipFile(archive) as members:
            yield members
    except _DAMAGE as error:
        raise BackupDamaged(path=archive, reason=error) from error
    except OSError as error:
        told = error_of_disk(error, archive)
        if not isinstance(told, DiskFull):
            told = BackupDamaged(path=archive, reason=error.strerror or error)
        raise told from error


@contextmanager
def unpacked(
    backup: Path, beside: Path, *, with_originals: bool = True
) -> Iterator[tuple[Path, Path]]:
    """Give the checked database of a backup and a folder with its originals, for a while.

    They lie in the folder `beside`, which is on the right disk and the user's own. The folder stays
    empty without originals, which can be many times as large as all the rest.
    """
    with writing(beside), scratch(beside) as folder:
        database, originals = folder / DATABASE, folder / "originals"
        originals.mkdir()
        if not backup.is_file():
            raise BackupDamaged(path=backup, reason=_MISSING)
        if zipfile.is_zipfile(backup):
            _unpack(backup, database, originals if with_originals else None)
        else:
            _take_bare(backup, database)
        try:
            copies.check_database(database)
        except CuratorError as error:
            raise BackupDamaged(path=backup, reason=error) from error
        if with_originals:
            _fetch(backup, originals)
        yield database, originals


def _fetch(backup: Path, originals: Path) -> None:
    """Bring the originals that a backup shares with the others of its folder."""
    for name in manifest_of(backup).get("originals", ()):
        shared, there = backup.parent / _SHARED / name, originals / name
        if _ORIGINAL.fullmatch(f"originals/{name}") and shared.is_file() and not there.exists():
            shutil.copyfile(shared, there)


def _unpack(backup: Path, database: Path, originals: Path | None) -> None:
    with opened(backup) as archive:
        names = archive.namelist()
        if DATABASE not in names:
            raise BackupDamaged(path=backup, reason=_NO_LIBRARY)
        wanted = {DATABASE: database}
        if originals is not None:
            wanted |= {n: originals / n[10:] for n in names if _ORIGINAL.fullmatch(n)}
        for name, target in wanted.items():
            with archive.open(name) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)


def _take_bare(backup: Path, database: Path) -> None:
    try:
        copies.copy_database(backup, database)
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
            raise DiskFull from error
        raise BackupDamaged(path=backup, reason=error) from error


def prove(archive: Path) -> None:
    """Read everything that an archive holds; raises `BackupDamaged` when a part is not whole."""
    with opened(archive) as members:
        bad = members.testzip()
    if bad is not None:
        raise BackupDamaged(path=archive, reason=f"{bad} is damaged")

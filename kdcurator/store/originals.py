"""The imported files as they came, named by their SHA-256.

Owns the folder `originals/`. A file is there, whole and on disk, before the article that names it
is committed: whoever reads many puts them there, and whoever commits syncs those of a transaction
together, which takes a fifth of the time. Must not know what is in a file.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from kdcurator import durable
from kdcurator.domain.disk import error_of_disk, writing
from kdcurator.domain.errors import LibraryGone


def name_of(data: bytes) -> str:
    """Return the sum of a file's bytes, by which it is kept."""
    return hashlib.sha256(data).hexdigest()


def keep_original(folder: Path, data: bytes) -> str:
    """Keep a file's bytes on the disk and return their sum, which is its name; once is enough."""
    name = put_original(folder, data)
    sync_originals(folder, [name])
    return name


def sync_originals(folder: Path, names: Iterable[str]) -> None:
    """Put originals on the disk that somebody put in their place, each one and then their names.

    Raises `CannotWrite` and `DiskFull`.
    """
    there = [folder / name for name in sorted(set(names))]
    if there:
        with writing(folder):
            durable.sync_files(there)
            durable.sync_folder(folder)


def put_original(folder: Path, data: bytes) -> str:
    """Put a file's bytes in their place and return their sum; a power cut may still lose them."""
    name = name_of(data)
    target = folder / name
    if _is_whole(target, name):
        return name
    unfinished = folder / f".{name}.{os.getpid()}.new"
    is_placed = False
    try:
        _write_into(folder, unfinished, data)
        unfinished.replace(target)
        is_placed = True
    except OSError as error:
        raise error_of_disk(error, target) from error
    finally:
        if not is_placed:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
    return name


def _write_into(folder: Path, unfinished: Path, data: bytes) -> None:
    """Write a file into the folder, which is made if it is not there; raises `LibraryGone`."""
    try:
        _write(unfinished, data)
    except FileNotFoundError:
        if not folder.parent.is_dir():
            raise LibraryGone(path=folder.parent) from None
        durable.make_folder(folder)
        _write(unfinished, data)


def forget_unfinished(folder: Path, process: int) -> None:
    """Remove what a process that was killed had not finished writing."""
    for unfinished in folder.glob(f".*.{process}.new"):
        unfinished.unlink(missing_ok=True)


def adopt_originals(source: Path, folder: Path) -> None:
    """Take over the originals of a backup that are not here, or not whole."""
    for original in source.iterdir():
        adopt_original(original, folder)


def adopt_original(original: Path, folder: Path) -> None:
    """Keep an original in `folder` if it is whole; an altered one there gets another name."""
    if not _is_whole(original, original.name):
        return
    there = folder / original.name
    if there.exists() and not _is_whole(there, original.name):
        with writing(there):
            there.replace(folder / f"damaged-{original.name}")
    keep_original(folder, original.read_bytes())


def _is_whole(original: Path, name: str) -> bool:
    """Tell whether an original is there and is what its name says."""
    try:
        return hashlib.sha256(original.read_bytes()).hexdigest() == name
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        durable.begin_sync(file.fileno())

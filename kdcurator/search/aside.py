"""An index that was found damaged, kept aside for whoever wants to know why.

Owns the folder beside that of the index: the last such index only, and not too much of it. Nobody
reads it again. Must not know Whoosh, nor what is wrong.
"""

import shutil
from pathlib import Path

from kdcurator.search.stamp import NAME, Stamp

_MOST = 64 << 20
"""Bytes that are kept, of the smallest files first: the lists of what there is are small."""


def aside(folder: Path) -> Path:
    """Return where the damaged index of a folder is kept."""
    return folder.with_name(f"{folder.name}.damaged")


def set_aside(folder: Path, stamp: Stamp) -> Path | None:
    """Move an index away from where it is looked for; return where it is, None if it is nowhere.

    Its stamp goes first, so that it is no index any more whatever comes of the rest. Raises OSError
    when not even the stamp can be moved or deleted.
    """
    kept = aside(folder)
    shutil.rmtree(kept, ignore_errors=True)
    try:
        kept.mkdir(mode=0o700)
        (folder / NAME).replace(kept / NAME)
        (folder / stamp.generation).replace(kept / stamp.generation)
        _shorten(kept)
    except OSError:  # a full disk; or Windows, where somebody has a file open
        (folder / NAME).unlink(missing_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
        return None
    return kept


def _shorten(kept: Path) -> None:
    """Delete the largest files until few bytes are left."""
    sizes = {path: path.stat().st_size for path in kept.rglob("*") if path.is_file()}
    left = sum(sizes.values())
    for path in sorted(sizes, key=sizes.__getitem__, reverse=True):
        if left > _MOST:
            path.unlink()
            left -= sizes[path]

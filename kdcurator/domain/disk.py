"""What a disk's refusal means to the user.

Owns which of the system's error numbers are which sentence, so that a full disk is told the same
way wherever something is written. Must not know who writes what.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kdcurator.domain.errors import CannotWrite, CuratorError, DiskFull

_NO_ROOM: Final = frozenset(
    getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name)
)
"""No space at all, none for this user, or none for a file as large as that."""


def error_of_disk(error: OSError, path: Path) -> CuratorError:
    """Return the sentence for what a disk said when `path` was to be written."""
    if error.errno in _NO_ROOM:
        return DiskFull()
    return CannotWrite(path=path, reason=error.strerror or error)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what a disk says while `path` is being written into its sentence."""
    try:
        yield
    except OSError as error:
        raise error_of_disk(error, path) from error

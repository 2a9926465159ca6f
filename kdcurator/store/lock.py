"""The lock of a library: one process writes at a time, and says who it is.

Owns the lock file and the name of its holder. Must not know what is written.
"""

import contextlib
import json
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kdcurator.domain.disk import error_of_disk
from kdcurator.domain.errors import CuratorError, LibraryInUse

if TYPE_CHECKING:
    from filelock import FileLock

_UNKNOWN = {"program": "kdcurator", "host": "this computer", "process": "?"}


class LibraryLock:
    """The right to write to one library; freed by the system when the process ends."""

    def __init__(self, folder: Path, *, program: str, wait: float) -> None:
        """Prepare the lock of the library in `folder`; `wait` is in seconds."""
        self._file = folder / ".writer.lock"
        self._wait = wait
        self._lock: FileLock | None = None
        self._holder = folder / ".writer.json"  # apart: Windows lets nobody read a locked file
        self._program = program

    @property
    def is_held(self) -> bool:
        """Tell whether this process may write."""
        return self._lock is not None

    def acquire(self) -> None:
        """Take the lock; raises `LibraryInUse` with the holder's name when another keeps it."""
        if self.is_held:
            return
        from filelock import FileLock, Timeout  # 45 ms that reading need not pay

        lock = FileLock(self._file, timeout=self._wait)
        try:
            lock.acquire(poll_interval=0.05)
        except Timeout as error:
            raise LibraryInUse(**self._read_holder()) from error
        except OSError as error:
            raise self._cannot(error) from error
        self._lock = lock
        try:
            self._write_holder()
        except OSError as error:
            self.release()
            raise self._cannot(error) from error

    def release(self) -> None:
        """Let others write."""
        if self._lock is not None:
            with contextlib.suppress(OSError):
                self._holder.unlink(missing_ok=True)
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def _cannot(self, error: OSError) -> CuratorError:
        return error_of_disk(error, self._file)

    def _write_holder(self) -> None:
        holder = {
            "program": self._program,
            "host": socket.gethostname(),
            "process": os.getpid(),
        }
        self._holder.write_text(json.dumps(holder), encoding="utf-8")

    def _read_holder(self) -> dict[str, object]:
        """Return who holds the lock; it may be between taking it and saying so."""
        try:
            return {**_UNKNOWN, **json.loads(self._holder.read_text(encoding="utf-8"))}
        except (OSError, ValueError):
            return dict(_UNKNOWN)

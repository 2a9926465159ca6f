"""The log of a fault of our own.

Owns what such a log holds: where in the program it happened and on what system. Never the words of
an article, a name or a message, which may quote them; nothing is sent anywhere.
"""

import contextlib
import os
import platform
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from kdcurator import __version__


def write_log(error: BaseException, folder: Path) -> Path | None:
    """Write down where a fault happened and return the log's path; None where nobody lets us."""
    name = f"crash-{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}.log"
    for place in (folder, Path(tempfile.gettempdir())):
        with contextlib.suppress(OSError):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            (place / name).write_text("\n".join(_lines(error)) + "\n", encoding="utf-8")
            return place / name
    return None


def _lines(error: BaseException) -> Iterator[str]:
    yield f"kdcurator {__version__}, Python {platform.python_version()}, {platform.platform()}"
    current: BaseException | None = error
    while current is not None:
        yield f"{type(current).__module__}.{type(current).__qualname__}"
        for frame in traceback.extract_tb(current.__traceback__):
            yield f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        current = current.__cause__ or current.__context__

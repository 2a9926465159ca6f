"""How much one file may hold, and how much reading it may take.

Owns the figures, and holding the process that reads to those of the system.
"""

import contextlib
from pathlib import PurePath

from kdcurator.domain.errors import TooBig

MEGABYTE = 1024 * 1024

LARGEST_TEXT = 20 * MEGABYTE
"""Bytes of UTF-8 that one article may have (CONTRACT.md, section 3)."""

LARGEST_FILE = 2 * LARGEST_TEXT + 2
"""Bytes on disk that can hold so much text: UTF-16 with its mark needs twice as many."""

LARGEST_PACKED = 100 * MEGABYTE
"""Bytes on disk of a file that is packed: most of a large one are pictures, which nobody unpacks.
Its text is held to the other limits. More would not fit into the memory beside what is unpacked."""

LARGEST_UNPACKED = 200 * MEGABYTE
"""Bytes that all members of an archive may come to."""

MOST_MEMBERS = 2_000
"""Members that an archive may name."""

MOST_MARKS = 3_000_000
"""Elements (counted twice: begun and ended) and attributes in XML: parsed they take 0.6 GB at most.
The longest text that is taken, in paragraphs of some formatting, has half as many."""

MOST_PAGES = 2_000
"""Pages that a PDF may have."""

HIGHEST_RATIO = 100
"""How many times larger than packed a member of over a megabyte may be: XML reaches 20."""

DEEPEST = 2
"""How many archives deep a file may lie."""

DEEPEST_MAILS = 4
"""How many mails deep a file may be attached."""

MOST_MEMORY = 1024 * MEGABYTE
"""Bytes that the process which reads may take."""

LONGEST_FETCHING = 60
"""Seconds that a page of the web may take to come and be read."""

_LONGEST = 10
_LONGEST_OF_PAGES = 60
_PAGES = (".pdf",)


def longest_reading(name: str) -> int:
    """Return how many seconds reading a file may take, told by its name: pages take longer."""
    return _LONGEST_OF_PAGES if PurePath(name).suffix.casefold() in _PAGES else _LONGEST


def confine() -> None:
    """Hold this process to `MOST_MEMORY` from now on, where the system can.

    Windows has no such limit for a process (a job object would be needed), and macOS takes this one
    without keeping to it: there the limits on what is unpacked, and on time, have to do.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):  # a lower limit is set already
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))


def too_big() -> TooBig:
    """Return the refusal of a file that holds more text than that."""
    return TooBig(limit=LARGEST_TEXT // MEGABYTE)

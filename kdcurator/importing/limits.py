"""How much one file may hold."""

from kdcurator.domain.errors import TooBig

MEGABYTE = 1024 * 1024

LARGEST_TEXT = 20 * MEGABYTE
"""Bytes of UTF-8 that one article may have (CONTRACT.md, section 3)."""

LARGEST_FILE = 2 * LARGEST_TEXT + 2
"""Bytes on disk that can hold so much text: UTF-16 with its mark needs twice as many."""

LARGEST_UNPACKED = 200 * MEGABYTE
"""Bytes that all members of an archive may come to."""

MOST_MEMBERS = 2_000
"""Members that an archive may name."""

MOST_MARKS = 3_000_000
"""Elements (counted twice: begun and ended) and attributes in XML: parsed they take 0.6 GB at most.
The longest text that is taken, in paragraphs of some formatting, has half as many."""

HIGHEST_RATIO = 100
"""How many times larger than packed a member of over a megabyte may be: XML reaches 20."""


def too_big() -> TooBig:
    """Return the refusal of a file that holds more text than that."""
    return TooBig(limit=LARGEST_TEXT // MEGABYTE)

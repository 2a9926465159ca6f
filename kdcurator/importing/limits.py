"""How much one file may hold."""

from kdcurator.domain.errors import TooBig

MEGABYTE = 1024 * 1024

LARGEST_TEXT = 20 * MEGABYTE
"""Bytes of UTF-8 that one article may have (CONTRACT.md, section 3)."""

LARGEST_FILE = 2 * LARGEST_TEXT + 2
"""Bytes on disk that can hold so much text: UTF-16 with its mark needs twice as many."""


def too_big() -> TooBig:
    """Return the refusal of a file that holds more text than that."""
    return TooBig(limit=LARGEST_TEXT // MEGABYTE)

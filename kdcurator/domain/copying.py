"""The shapes in which a house prints a quote, and what a copied one is.

Owns the choices and the value that goes to the clipboard. Must not know clipboards.
"""

from dataclasses import dataclass
from enum import StrEnum


class QuoteForm(StrEnum):
    """How a copied quote is set off from the text around it (husets citatform)."""

    DASH = "dash"  # – Vi kører, siger X til Y.
    GUILLEMETS = "guillemets"  # »Vi kører«, siger X til Y.
    CURLY = "curly"  # ”Vi kører”, siger X til Y.


@dataclass(frozen=True, slots=True)
class Copied:
    """A quote or several, ready for the clipboard, in two forms that say the same."""

    plain: str
    rich: str
    """A piece of HTML; every text in it is escaped."""
    quotes: int = 1
    attribution: str = ""
    """Of a single quote: who says it ("siger X til Y"), for the message."""

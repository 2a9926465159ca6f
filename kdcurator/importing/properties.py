"""What the properties of an office document say of it.

Owns what of them is worth a guess: the title and the author, whom programs fill in unasked from
templates and accounts. Must not know where a format keeps its properties.
"""

from typing import TYPE_CHECKING

from kdcurator.domain.article import Metadata
from kdcurator.importing.bylines import authors
from kdcurator.text.canonical import one_line

if TYPE_CHECKING:
    from lxml import etree

_LONGEST = 400


def guesses(properties: "etree._Element | None") -> Metadata:
    """Return title and author as guesses, out of the XML of Word, OpenDocument or EPUB."""
    if properties is None:
        return Metadata()
    creator = _first(properties, "initial-creator") or _first(properties, "creator")
    return guessed(_first(properties, "title"), creator)


def guessed(title: str | None, creator: str | None) -> Metadata:
    """Return title and author as guesses; an author needs to be a name, not an account."""
    title = one_line(title or "")[:_LONGEST] or None
    byline = authors([one_line(creator or "")[:_LONGEST]])
    found = {"title": title, "byline": byline}
    names = frozenset(name for name, value in found.items() if value is not None)
    return Metadata(title=title, byline=byline, guessed=names)


def _first(properties: "etree._Element", name: str) -> str | None:
    """Return the text of the first element of that name."""
    found = properties.find(f".//{{*}}{name}")
    return None if found is None else "".join(found.itertext())

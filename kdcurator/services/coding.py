"""Keeping what another program's project says: codes as tags, passages as quotes.

Owns what becomes of a code that there is a tag for, and of colours. Must not know any program.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from kdcurator.domain.article import ArticleId
from kdcurator.domain.coding import Code, Coding
from kdcurator.domain.quote import AnchorState, QuoteRequest, Span
from kdcurator.services.quotes import save_quote
from kdcurator.store import articles, tags
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.anchoring import Reanchoring

_COLOURS = ("064B7A", "1D9B8A", "69300A", "9072F4", "D82F47", "968A08", "D95AC3", "352D29")
"""The tag colours of the light theme, by their index (DESIGN.md, section 7)."""

_RGB = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


def keep_coding(work: UnitOfWork, article_id: ArticleId, coding: Coding) -> None:
    """Keep an article's codes and passages; those that are there already get what they lack."""
    keep_codes(work, coding.codes)
    article = articles.read_text(work.connection, article_id) if coding.passages else None
    for passage in coding.passages:
        place = [(passage.start, passage.end)]
        request = QuoteRequest(article_id, place, tags=passage.codes, note=passage.note)
        save_quote(work, request, article)


def brought_over(coding: Coding, old: str, new: str) -> Coding:
    """Return what is said of a text with the places of another version of it.

    Only passages whose words surely stand there are kept; blanks and soft hyphens may differ.
    """
    anchors = Reanchoring(old, new)
    found = [(each, anchors.find(Span(each.start, each.end))) for each in coding.passages]
    passages = tuple(
        replace(each, start=place.span.start, end=place.span.end)
        for each, place in found
        if place.span is not None and place.state is AnchorState.EXACT
    )
    return replace(coding, passages=passages)


def keep_codes(work: UnitOfWork, codes: Iterable[Code]) -> int:
    """Make a tag of each code that no tag has the name of; return how many were made.

    A tag that is there stays as it is: its colour, place and description are the user's.
    """
    made = 0
    for code in codes:
        if tags.find_tag(work.connection, code.name) is not None:
            continue
        parent = None if code.parent is None else tags.find_tag(work.connection, code.parent)
        tag_id = tags.add_tag(work, code.name)
        colour = nearest_colour(code.colour)
        tags.describe(work, tag_id, parent, code.description, colour)
        made += 1
    return made


def nearest_colour(colour: str | None) -> int | None:
    """Return the index of the tag colour nearest to `#rrggbb` or `#rgb`; None for no colour."""
    if colour is None or not _RGB.fullmatch(colour.strip()):
        return None
    digits = colour.strip()[1:]
    wanted = _parts(digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    return min(range(len(_COLOURS)), key=lambda index: _distance(wanted, _parts(_COLOURS[index])))


def _parts(digits: str) -> tuple[int, int, int]:
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """Return how far apart colours look: the eye tells greens best."""
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    return 2 * red * red + 4 * green * green + 3 * blue * blue

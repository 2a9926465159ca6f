"""Lines that give themselves away by their words: links, adverts, bylines and picture credits.

Owns how such lines open and end. Must not know what stands around them.
"""

import re

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.language import LanguageData

_TERMINAL = re.compile(r"[.!?…:;,][»«”“\"’')\]]*+$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++|[\w.+-]++@[\w-]++\.[\w.]++")
_CREDIT_COLON = re.compile(r"[:/]")
_TELLING = (":", "/", "@", "www.")
"""One of these stands in every long line that is not of the article."""
_LONGEST_BYLINE = 140
_LONGEST_TITLE, _LONGEST_NAME = 4, 4  # words
_LONGEST_LINK = 220
_LONGEST_CREDIT = 400


def kind_by_words(text: str, span: Span, language: LanguageData) -> PartKind | None:
    """Recognise what its own words give away, wherever it stands."""
    line, length = text[span.start : min(span.end, span.start + _LONGEST_CREDIT)], len(span)
    if length > _LONGEST_LINK and not any(map(line.__contains__, _TELLING)):
        return None  # as nearly all that are so long
    low = line.lower()
    if _may_hold_address(low) or language.boilerplate.may_head(low):
        if _is_link(low, length, language):
            return PartKind.LINK
        if length <= _LONGEST_BYLINE and _is_byline(line, low, language):
            return PartKind.BYLINE
    if length <= _LONGEST_BYLINE and (genre := _genre(low, language)):
        signed = line[genre:].lstrip(" .:,")
        if signed and _is_byline(signed, signed.lower(), language):
            return PartKind.BYLINE
    if low.strip(".:- ") in language.boilerplate.adverts:
        return PartKind.ADVERT
    return _picture_line(low, language) if length < _LONGEST_CREDIT else None


def _is_link(low: str, length: int, language: LanguageData) -> bool:
    """Tell whether a line only leads elsewhere: Læs også: …, an address, a share line."""
    address = _ADDRESS.match(low) if _may_hold_address(low) else None
    if address and address.end() >= len(low.rstrip()) - 1:
        return True
    if length > _LONGEST_LINK or not low.startswith(language.boilerplate.links):
        return False
    return low.endswith((">", "»", ":")) or ":" in low[:60] or not _TERMINAL.search(low[-8:])


def _genre(low: str, language: LanguageData) -> int:
    """Return how long the kind of text is that opens a line, 0 for none: Kronik. Af Bo Lund."""
    first = low.split(" ", 1)[0].rstrip(".:,")
    return len(first) if first in language.boilerplate.genres else 0


def _may_hold_address(low: str) -> bool:
    """Tell whether an address may stand in a line: far quicker than looking for one."""
    return "@" in low or "://" in low or "www." in low


def _is_byline(line: str, low: str, language: LanguageData) -> bool:
    """Tell whether a line names who wrote: an opening, then a name, and no sentence."""
    bylines = language.boilerplate.bylines
    openings = bylines if low.startswith(bylines) else ()
    opening = next((o for o in openings if low.startswith((o + " ", o + ":"))), "")
    if not opening:
        holds = _may_hold_address(low) and bool(_ADDRESS.search(line))
        return holds and not _TERMINAL.search(line) and line[0].isupper()
    words = _behind_title(line[len(opening) :].lstrip(" :\u00a0").split())
    named = words[:2] and all(word[0].isupper() for word in words[:2])
    return bool(named) and (len(words) <= 4 or not line.endswith((".", "?", "!")))


def _behind_title(words: list[str]) -> list[str]:
    """Return the words of a byline from the name on, where it ends the line: Af præst Bo Lund."""
    place = next((at for at, word in enumerate(words) if word[0].isupper()), 0)
    name = words[place:]
    is_name = all(word[0].isupper() for word in name) and len(name) <= _LONGEST_NAME
    return name if place <= _LONGEST_TITLE and is_name and name[-1][-1].isalpha() else words


def _picture_line(low: str, language: LanguageData) -> PartKind | None:
    """Recognise a picture's credit, and a caption by the credit behind it."""
    may_credit = ":" in low or "/" in low
    for match in _CREDIT_COLON.finditer(low) if may_credit else ():
        word = low[: match.start()].rstrip().rsplit(" ", 1)[-1].strip("(/.")
        if word in language.boilerplate.credits and word != "kilde":
            before = low[: match.start()].rstrip().removesuffix(word).strip(" -–—(/|.")
            is_sentence = len(before.split()) > 5
            return PartKind.CAPTION if is_sentence else PartKind.CREDIT
    bare = low.strip("()/. ")
    is_credit = bare in language.boilerplate.credits or bare in language.boilerplate.agencies
    return PartKind.CREDIT if is_credit else None

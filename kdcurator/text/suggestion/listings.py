"""Lines of listings: programmes by the clock or the day, moves by number, titles by name.

Owns what such lines look like. In them dashes and marks part things from each other, and nobody
speaks unless a clause says so. Must not know how drafts are found.
"""

import re
from collections.abc import Collection, Sequence

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.source import Source

_NEWLINE = re.compile(r"\n")
_BY_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?: ?[ap]m|[-–]\d{1,2}[.:]\d{2})?[ \u00a0\t]")
_WEEKDAY = r"(?:man|tirs|ons|tors|fre|lør|søn)dag(?: d(?:en|\.) \d{1,2}\.)?"
_BY_DAY = re.compile(rf"(?i:{_WEEKDAY}|\d{{1,2}}\. [a-zæøå]{{3,9}})(?: kl\. ?[\d.]{{1,5}})?: ")
_MAY_LIST = re.compile(r"(?mi)^(?:\d|[a-zø]{2,4}dag\b)")
_OPENING_TIMES = frozenset("0123456789mtoflsMTOFLS")
"""How figures and weekdays begin."""
_CLOCK = re.compile(r"(?i:kl|klokken)\.? ?\d{1,2}(?:[.:]\d{2})?$")
_LONGEST_CLOCK = 14  # characters
_BY_MOVES = re.compile(r"\d{1,3}\. ?[^\s.]{2,8}[ \u00a0][^\s.]{1,8}[ \u00a0]\d{1,3}\. ")
_KEYWORD = re.compile(r"[A-ZÆØÅ][a-zæøå]{1,14}: ")
_NAMED = r"[^\s:»«“”„\"\-–—][^\n:»«“”„\"]{1,60}: "
_PUBLISHED = r"(?:[ \u00a0]\([^)\n]{1,60}\)(?=\n|$)|\.? [A-ZÆØÅ][^»«“”„\"\n]{0,80}\d)"
_TITLE = r"[»«“”„\"][^»«“”„\"\n]{1,80}[»«“”\"]"
_BEFORE_TITLE = re.compile(r": [»«“”„\"]")
_BARE = re.compile(_TITLE)
_TITLED = re.compile(_TITLE + _PUBLISHED)
_TITLED_LINE = re.compile(_NAMED + _TITLE + _PUBLISHED)
_MARKED_LINE = re.compile(_NAMED + _TITLE + r"\.?(?=\n|$)")
_SPOKEN_ENDS = ("!", ".", "…")
_BY_AUTHOR = re.compile(
    r"[»«“”\"](?: af [A-ZÆØÅ]|[.,]? \d{1,4}(?:,-| (?:s\.|sider|kr\.|kroner|min\.|minutter)))"
)
_BOUND = re.compile(r"[»«“”\"][^»«“”„\"\n]{0,80}?[ (]\d{1,4} (?:s\.|sider)")
_LINES = 3  # that make a programme
_MANY = 6  # lines of which some may end as speech does
_RARE = 3  # in so many titles one ends as speech does: »Sig det højt!«
_TITLES = 2  # lines with publishers that make a list
_MOVES = 2  # lines that make a game


class Listings:
    """What a text lists."""

    def __init__(self, source: Source) -> None:
        """Look for the lines of programmes, of lists of titles and of a game."""
        self._source = source
        text = source.text
        if not (_MAY_LIST.search(text) or _BEFORE_TITLE.search(text)):
            self._lines, self._is_game = frozenset[int](), False  # as in nearly all articles
            return
        opens = _openings(text)
        timed = [start for start in opens if text[start : start + 1] in _OPENING_TIMES]
        named = opens if _BEFORE_TITLE.search(text) else []
        self._lines = (
            _alike(_BY_CLOCK, text, timed, _LINES)
            | _alike(_BY_DAY, text, timed, _LINES)
            | _alike(_TITLED_LINE, text, named, _TITLES)
            | _titles_by_name(text, named)
        )
        self._is_game = len(_alike(_BY_MOVES, text, timed, _MOVES)) > 0

    def holds(self, offset: int) -> bool:
        """Tell whether something stands in such a line, or in a text about a game."""
        line = self._source.text.rfind("\n", 0, offset) + 1
        return self._is_game or line in self._lines


def _openings(text: str) -> list[int]:
    """Return where the lines of a text begin."""
    return [0, *(found.end() for found in _NEWLINE.finditer(text))]


def _alike(
    pattern: re.Pattern[str], text: str, opens: Sequence[int], fewest: int
) -> frozenset[int]:
    """Return where the lines begin that look the same, if they are enough for a list."""
    found = [start for start in opens if pattern.match(text, start)]
    return frozenset(found if len(found) >= fewest else ())


def _titles_by_name(text: str, opens: Sequence[int]) -> frozenset[int]:
    """Return where the lines begin that name somebody and a title, of which few end as speech."""
    found = [line for start in opens if (line := _MARKED_LINE.match(text, start))]
    speaking = sum(
        text[line.end() - 1] == "." or text[line.end() - 2] in _SPOKEN_ENDS for line in found
    )
    is_rare = not speaking or (len(found) >= _MANY and speaking * _RARE <= len(found))
    enough = len(found) >= _LINES and is_rare
    return frozenset(line.start() for line in found if enough)


def ends_with_clock(text: str, end: int) -> bool:
    """Tell whether the hour ends at an offset, as before the items of a programme: kl. 23.00."""
    is_figure = text[end - 1 : end].isdigit()
    return is_figure and bool(_CLOCK.search(text, max(0, end - _LONGEST_CLOCK), end))


def opens_with_keyword(source: Source, span: Span) -> bool:
    """Tell whether words open as the items of a list do: "Mål: …", "Udvist: …"."""
    return _KEYWORD.match(source.text, span.start, span.end) is not None


def is_title(source: Source, span: Span) -> bool:
    """Tell whether words are the title of a record or a book: "Kom nu hjem" (Havnelyd)."""
    return _TITLED.match(source.text, span.start, span.end) is not None


def are_titles(source: Source, spans: Collection[Span]) -> bool:
    """Tell whether the words of turns are titles: all in marks, and none ends as speech does."""
    return len(spans) >= _LINES and all(_is_bare_title(source, span) for span in spans)


def _is_bare_title(source: Source, span: Span) -> bool:
    is_marked = _BARE.fullmatch(source.text, span.start, span.end) is not None
    return is_marked and source.text[span.end - 2] not in _SPOKEN_ENDS


def is_bound(source: Source, end: int) -> bool:
    """Tell whether a book's length follows its title: »Og hva' så?« Med Tove Lind. 280 sider."""
    return _BOUND.match(source.text, end) is not None


def is_by_somebody(source: Source, end: int) -> bool:
    """Tell whether a work's author or length follows its title: »Måne« af Bo Lund, 312 sider."""
    return _BY_AUTHOR.match(source.text, end) is not None

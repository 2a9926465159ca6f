"""On which day a text was published, where a line of it says so.

Owns how dates are written in Danish and its neighbours, and which lines are there to give one: a
date in running text is somebody's birthday or an event to come. Must not know the rest of a text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from kdcurator.domain.article import Language, PartKind
from kdcurator.importing.margins import Line
from kdcurator.importing.wordlists import words

_MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar january januari jan",
            "februar february februari feb",
            "marts march mars mar",
            "april apr",
            "maj may mai",
            "juni june jun",
            "juli july jul",
            "august augusti aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december desember dec des",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_BLANK = "[ \u00a0]{0,2}"

_WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\.?{_BLANK}(?P<month>{_MONTH})\b\.?,?{_BLANK}(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?{_BLANK}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{_BLANK}(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?P<day>\d{1,2})(?P<sign>[./-])[ ]?(?P<month>\d{1,2})[./ -][ ]?"
    r"(?P<year>\d{4}|\d{2})(?![\d]|[.,/-]\d)"
)
_PATTERNS = (_ISO, _WRITTEN, _MONTH_FIRST, _NUMERIC)

_HINT = re.compile(r"\d{4}|\d[./-]")
"""Every way to write a day in full has it, and few lines have: it spares them the patterns."""

_RANGE = re.compile(
    rf"\d{{1,2}}\.?{_BLANK}[–-]{_BLANK}\d{{1,2}}\.?{_BLANK}(?:{_MONTH})\b", re.IGNORECASE
)
_TIME = re.compile(r"\b\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\b")

_PUBLISHED = re.compile(
    r"\W{0,3}(?:publiceret|offentliggjort|udgivet|bragt|dato|date|published|posted|skrevet|"
    r"oprettet|sendt|sent|publicerad|publisert)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\W{0,3}(?:sidst |senest |last )?(?:opdateret|updated|ændret|uppdaterad|oppdatert)\b",
    re.IGNORECASE,
)
_FILLING = words(
    "mandag tirsdag onsdag torsdag fredag lørdag søndag man tir ons tor fre lør søn "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "den d kl at the of t z utc cet gmt side s sektion"
)

_EARLIEST_YEAR = 1800
_MOST_OTHER_WORDS = 3
"""Beside a date, so many words may name place, paper or section; more make a sentence."""

_NEVER = frozenset(
    {PartKind.CAPTION, PartKind.CREDIT, PartKind.ADVERT, PartKind.LINK, PartKind.QUESTION}
)
_SELDOM = frozenset({PartKind.TITLE, PartKind.SUBTITLE, PartKind.LEDE, PartKind.HEADING})
"""Parts that a date line may be taken for, and that often name a day which is another."""
_ALWAYS = frozenset({PartKind.BYLINE, PartKind.DATELINE})


def published_on(lines: Iterable[Line], language: Language, today: date) -> date | None:
    """Return the first day that a line gives as that of publication, or else of a change."""
    updated = None
    for line in lines:
        found = _day_of(line, language, today)
        if found and not _UPDATED.match(line.text):
            return found
        updated = updated or found
    return updated


def day_in(line: str, language: Language, today: date) -> date | None:
    """Return the first day that a line names in full, whatever it says of it."""
    return next((day for day in _days_in(line, language) if _is_likely(day, today)), None)


def is_date_line(line: str) -> bool:
    """Tell whether a line says a day and nothing else, or says first what day it is."""
    if not _HINT.search(line):
        return False
    has_day = any(pattern.search(line) for pattern in _PATTERNS)
    return has_day and (_is_keyed(line) or "|" in line or not _other_words(line))


def _day_of(line: Line, language: Language, today: date) -> date | None:
    """Return the day that a line is there to give."""
    if line.kind in _NEVER or not _HINT.search(line.text) or _RANGE.search(line.text):
        return None
    days = (day for day in _days_in(line.text, language) if _is_likely(day, today))
    day = next(days, None)
    return day if day and _is_there_for_it(line) else None


def _is_there_for_it(line: Line) -> bool:
    """Tell whether a line that names a day stands there to give it, as far as its kind tells."""
    if line.kind in _ALWAYS:
        return True
    others = _other_words(line.text)
    if _is_keyed(line.text):
        return len(others) <= 3 * _MOST_OTHER_WORDS
    if line.kind in _SELDOM:
        return is_date_line(line.text)
    return len(others) <= _MOST_OTHER_WORDS and all(word[0].isupper() for word in others)


def _is_keyed(line: str) -> bool:
    """Tell whether a line opens with “Publiceret”, “Dato” or the like."""
    return bool(_PUBLISHED.match(line) or _UPDATED.match(line))


def _is_likely(day: date, today: date) -> bool:
    """Tell whether something can have been published then; tomorrow has begun somewhere."""
    return day.year >= _EARLIEST_YEAR and day <= today + timedelta(days=1)


def _other_words(line: str) -> list[str]:
    """Return the words of a line that belong to no date or time."""
    rest = _TIME.sub(" ", line)
    for pattern in _PATTERNS:
        rest = pattern.sub(" ", rest)
    return [word for word in re.findall(r"[^\W\d_]+", rest) if word.casefold() not in _FILLING]


def _days_in(line: str, language: Language) -> Iterator[date]:
    """Yield the days that a line names in full."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            day = _day(match.groupdict(), language)
            if day:
                yield day


def _day(found: Mapping[str, str], language: Language) -> date | None:
    """Return the day of a match; None where there is no such day or it can be read two ways."""
    day = int(found["day"])
    month = _MONTHS.get(found["month"].casefold()) or int(found["month"])
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    if found.get("sign") == "/" and language is Language.ENGLISH and max(day, month) <= 12:
        return None
    if month > 12 and language is Language.ENGLISH:
        day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None

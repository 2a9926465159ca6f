"""Which medium a text comes from, as far as the text betrays it.

Owns the signs of a publication and how much each weighs: a sign alone that many texts bear by
chance names nothing. Must not know files.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kdcurator.domain.article import PartKind
from kdcurator.domain.person import name_key
from kdcurator.domain.quote import Style
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.addresses import host, label
from kdcurator.importing.dates import is_date_line
from kdcurator.importing.margins import FOOT_REACH, HEAD_REACH, Line, Margins
from kdcurator.importing.media import MEDIA_BY_DOMAIN, PICTURE_SOURCES, PRIVATE_MAIL, WIRES
from kdcurator.importing.wordlists import words

ENOUGH = 2
"""Signs that weigh less than this together name nothing."""

_NAME = r"[A-ZÆØÅ][\w&.-]{1,30}(?: (?:[A-ZÆØÅ][\w&-]{0,30}|\d)){0,3}"
_BRAND = rf"(?P<name>{_NAME})"
_DOMAIN = r"(?P<domain>(?:[\w-]{1,40}\.){1,3}[a-z]{2,12})\b"

_VALUE = r"\s?(?P<value>(?:(?-i:[A-ZÆØÅ])|https?:|www\.).{1,80})"
_STATED = re.compile(
    r"\W{0,3}(?:(?:medie|medium|avis|publikation|publication)\s?:|"
    rf"(?:bragt|publiceret|udgivet|trykt) i\b:?){_VALUE}",
    re.IGNORECASE,
)
_SOURCE = re.compile(rf"\W{{0,3}}(?:kilde|source)\s?:{_VALUE}", re.IGNORECASE)
_SLUG = re.compile(r"(?P<name>[A-ZÆØÅ][^|\d]{1,60}?)\s?\|")
"""The first field of the lines with which archives head their articles: paper, day, page."""
_PRINTED_IN = re.compile(
    r"\b(?i:artiklen|interviewet|indlægget|kronikken)\b.{0,40}\b(?i:bragt|udgivet|publiceret)"
    rf" (?:i|på|af|hos) {_BRAND}"
)
_WIRE = re.compile(r"(?:^|[\s.])/?(?P<wire>[A-Za-z]{2,7})(?:/[A-Za-z]{2,10})?/$")
_WIRE_AUTHOR = re.compile(r"\W{0,3}(?:af|by)\W{1,3}(?P<wire>[a-z]{2,7})\W{0,3}", re.IGNORECASE)
_NEWSLETTER = re.compile(rf"\b(?:nyhederne|nyheder|nyhedsbrev|nyhedsbrevet|nyt) fra {_BRAND}")
_LETTER_WORDS = re.compile(r"mailboks|indbakke|nyhedsbrev|newsletter|e-?mail", re.IGNORECASE)
_MORE_AT = re.compile(
    r"\b(?:på|hos|at|on) (?:www\.)?"
    r"(?P<domain>(?:[\w-]{1,40}\.){1,3}(?:dk|com|nu|net|org|eu|no|se|info))\b",  # not “på f.eks.”
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\b(?i:foto)\s?:\s?(?P<name>[A-ZÆØÅ][\w.&-]{1,30})$")
_MAIL = re.compile(rf"@{_DOMAIN}", re.IGNORECASE)
_NEWSROOM_MAIL = re.compile(
    rf"\b(?:redaktion|redaktionen|nyheder|newsroom)@{_DOMAIN}", re.IGNORECASE
)
_HOUSE = re.compile(
    r",\s(?P<name>(?:[A-ZÆØÅ][\w-]{0,30}\s){0,3}[A-ZÆØÅ][\w-]{0,30}(?i:avis|avisen|tidende|folkeblad|"
    r"dagblad|bladet|posten|nyt|magasin|magasinet|radio|tv)|(?:[A-ZÆØÅ][\w-]{1,30}\s){1,3}"
    r"(?:Avis|Avisen|Tidende|Folkeblad|Dagblad|Nyt|Magasin|Radio|TV))(?:$|[,;|(])"
)
"""What stands behind an author's name and calls itself a paper."""

_ASKING = ("spurgt", "talt med", "interviewet", "mødt", "besøgt")
_ASKS = rf"(?:{'|'.join(_ASKING)})"
_SINCE = r"(?: (?:derfor|også|nu|her))?"
_ASKED = (
    re.compile(rf"\bhar {_BRAND}{_SINCE} {_ASKS}\b"),
    re.compile(rf"(?<![\w-]){_BRAND} har{_SINCE} {_ASKS}\b"),
)
_ASKED_REACH = 150
"""Code points after “har spurgt” in which the person asked must be named."""

_COMMON_NOUN = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:en|et|erne|ene)$")
_INNER_CAPITAL = re.compile(r"[a-zæøå][A-ZÆØÅ]|\.")
_PRONOUNS = words("vi jeg han hun de man det den der du i ingen nogen alle mange")
_AUTHORITY = re.compile(r"\b(?:kommune|region|ministeriet|styrelsen)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for a publication."""

    name: str
    weight: int


def publication(text: str, reading: Reading, margins: Margins, url: str | None) -> str | None:
    """Return the medium for which most speaks, if enough does; a sign repeated counts once."""
    stretch = text[:HEAD_REACH] + "\n" + text[max(HEAD_REACH, len(text) - FOOT_REACH) :]
    weights: defaultdict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    for sign in dict.fromkeys(_signs(stretch, reading, margins, url)):
        name = _named(sign.name, stretch)
        key = name_key(name)
        names.setdefault(key, name)
        weights[key] += sign.weight
    best = max(weights, key=lambda key: weights[key], default=None)
    return names[best] if best is not None and weights[best] >= ENOUGH else None


def _signs(stretch: str, reading: Reading, margins: Margins, url: str | None) -> Iterator[Sign]:
    """Yield every sign, those of the head first."""
    if url:
        yield Sign(host(url), 4)
    yield from _stated(margins)
    yield from _of_wire(_WIRE.search(stretch[-80:].rstrip()))
    yield from _in_margins(margins.lines)
    yield from _asked(stretch, reading)


def _stated(margins: Margins) -> Iterator[Sign]:
    """Yield what lines state outright; at the foot a source is more often that of a figure."""
    for line in margins.lines:
        if match := _STATED.match(line.text) or _SOURCE.match(line.text):
            value = re.split(r"[,|(]| \d", match["value"])[0].strip(" .")
            is_stated = match.re is _STATED or line in margins.head or name_key(value) in _known()
            yield Sign(host(value) if "/" in value else value, 5 if is_stated else 0)
        if (match := _SLUG.match(line.text)) and is_date_line(line.text):
            yield Sign(match["name"], 4)
        if match := _PRINTED_IN.search(line.text):
            yield Sign(match["name"].rstrip("."), 5)


@cache
def _known() -> frozenset[str]:
    """Return the media and agencies that are known by name, as names are compared."""
    return frozenset(map(name_key, (*MEDIA_BY_DOMAIN.values(), *WIRES.values())))


def _in_margins(lines: Iterable[Line]) -> Iterator[Sign]:
    """Yield the signs that single lines of head and foot bear."""
    for line in lines:
        yield from _of_wire(_WIRE.fullmatch(line.text))
        if _LETTER_WORDS.search(line.text) and (match := _NEWSLETTER.search(line.text)):
            yield Sign(match["name"].rstrip("."), 3)
        if "." in line.text and (match := _MORE_AT.search(line.text)):
            yield Sign(match["domain"], 2 if match["domain"].casefold() in MEDIA_BY_DOMAIN else 1)
        if "@" in line.text and (match := _NEWSROOM_MAIL.search(line.text)):
            yield Sign(match["domain"], 3)
        if line.kind is PartKind.BYLINE:
            yield from _of_author(line.text)
        elif ":" in line.text and (match := _CREDIT.search(line.text)):
            yield from _of_credit(match["name"])


def _of_wire(match: re.Match[str] | None) -> Iterator[Sign]:
    """Yield the news agency that signs, if there is one of that name."""
    if match and match["wire"].casefold() in WIRES:
        yield Sign(WIRES[match["wire"].casefold()], 4)


def _of_author(byline: str) -> Iterator[Sign]:
    """Yield the medium in whose name an author can be written to."""
    yield from _of_wire(_WIRE_AUTHOR.fullmatch(byline))
    if house := _HOUSE.search(byline):
        yield Sign(house["name"], 4)
    match = _MAIL.search(byline)
    if match and match["domain"].casefold() not in PRIVATE_MAIL:
        yield Sign(match["domain"], 3)


def _of_credit(name: str) -> Iterator[Sign]:
    """Yield the house that a picture is credited to; people have two names."""
    if name.casefold() not in PICTURE_SOURCES | WIRES.keys():
        yield Sign(name.rstrip("."), 1)


def _asked(stretch: str, reading: Reading) -> Iterator[Sign]:
    """Yield who put the questions, where it is one of the people in the text who was asked."""
    if not any(asking in stretch for asking in _ASKING):
        return
    surnames = {person.name.split()[-1] for person in reading.people if person.name.strip()}
    is_interview = any(quote.style is Style.QA_ANSWER for quote in reading.quotes)
    for pattern in _ASKED:
        for match in pattern.finditer(stretch):
            name = match["name"].rstrip(".")
            after = stretch[match.end() : match.end() + _ASKED_REACH]
            was_asked = is_interview or any(surname in after for surname in surnames)
            if was_asked and not any(surname in name for surname in surnames):
                yield Sign(name, _asking_weight(name))


def _asking_weight(name: str) -> int:
    """Weigh a name that asks: by how unlike a person, a body or a plain word it is."""
    if name_key(name) in map(name_key, MEDIA_BY_DOMAIN.values()) or _INNER_CAPITAL.search(name):
        return 3
    is_word = name.casefold() in _PRONOUNS or _COMMON_NOUN.fullmatch(name)
    return 0 if is_word or _AUTHORITY.search(name) else 1


def _spellings(stretch: str) -> dict[str, str]:
    """Return the capitalised words of a text by their letters, for names that hide in domains."""
    words = re.findall(r"(?<![\w@./-])[A-ZÆØÅ][\w-]{2,30}", stretch)
    return {word.replace("-", "").casefold(): word for word in reversed(words)}


def _named(name: str, stretch: str) -> str:
    """Return the name of a medium whose domain may be all that is known."""
    domain = name.casefold()
    if "." not in domain or " " in domain:
        return name
    if domain in MEDIA_BY_DOMAIN:
        return MEDIA_BY_DOMAIN[domain]
    return _spellings(stretch).get(label(domain).replace("-", ""), domain)

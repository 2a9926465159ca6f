"""Who wrote a text, out of its byline.

Owns how Danish and English bylines are built: the word before the name, roles, addresses, several
names. Must not know where in a text a byline stands.
"""

import re
from collections.abc import Iterable, Iterator

from kdcurator.importing.wordlists import words

_ADDRESS = re.compile(r"[^\s@,;|<>()]{1,64}@[^\s@,;|<>()]{1,255}|https?://\S{1,300}")

_TEXT_BY = re.compile(
    r"\b(?:tekst|text|skrevet|interview|reportage)\b[^:.,;|]{0,20}:", re.IGNORECASE
)
_PICTURE_BY = re.compile(
    r"[(|/,;–-]?\s?\b(?:foto|fotos|photo|photos|fotograf|illustration|grafik)\b[^|]{0,3}:?.*",
    re.IGNORECASE,
)
_WORD_BY = re.compile(
    r"\W{0,3}(?:(?:(?:skrevet|written|tekst|interview)\s)?(?:af|by|av|ved|forfatter|author)\b\s?:?"
    r"|(?:fra|from|från)\s?:)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;|·•(\[\n/]|\s[–—-]\s|\s\d|[\"”»]")
_AND = re.compile(r"\s(?:og|and|och|&|\+)\s", re.IGNORECASE)

_PERSON = r"[A-ZÆØÅ][\w.’'-]{0,40}(?:\s[A-ZÆØÅ][\w.’'-]{0,40}){1,4}"
_BYLINE = re.compile(
    r"[*_>\s]{0,3}(?i:af|by|skrevet af|written by|tekst(?: og foto)?|text)\s?:?\s"
    rf"(?:[a-zæøå.]{{3,30}}\s)?{_PERSON}(?:$|\s?[,;|/*_(<–-]|\s(?i:og|and|foto)\b|\s\S+@)"
)
_NAME_AND_ROLE = re.compile(rf"{_PERSON},\s(?P<role>[^\W\d_]{{3,40}})\b")
_LONGEST_BYLINE = 150

_PARTICLES = words(
    "von van de der den del della da di dos du la le el al bin ibn af zu zur ter ten und"
)
_ROLES = words(
    "journalist reporter redaktør chefredaktør debatredaktør redaktionschef redaktionssekretær "
    "korrespondent freelancejournalist praktikant journalistpraktikant udlandsredaktør "
    "kommunikationskonsulent kommunikationschef kommunikationsmedarbejder konsulent pressechef "
    "presserådgiver kommentator anmelder skribent forfatter editor correspondent writer"
)
_REPORTERS = words("journalist journalistpraktikant freelancejournalist reporter korrespondent")
"""Roles that nobody has whom an article is merely about."""
_NOBODY = words(
    "redaktionen nyhedsredaktionen redaktion newsroom staff ritzau reuters afp ap dpa ntb tt"
)


def authors(lines: Iterable[str]) -> str | None:
    """Return the names of those who wrote, joined by commas, from the lines of a byline."""
    names = [name for line in lines for name in _names_in(line)]
    return ", ".join(dict.fromkeys(names)) or None


def is_byline(line: str) -> bool:
    """Tell whether a line is built as a byline, where nobody has said so."""
    if len(line) > _LONGEST_BYLINE or line.endswith((".", "?", "!", ":")):
        return False
    with_role = _NAME_AND_ROLE.match(line)
    return bool(_BYLINE.match(line) or (with_role and with_role["role"].casefold() in _REPORTERS))


def _names_in(line: str) -> Iterator[str]:
    """Yield the names of one line in their order."""
    introduced, rest = _after_the_word(_ADDRESS.sub(" ", line[:400]))
    rest = _STOP.split(_PICTURE_BY.sub("", rest), maxsplit=1)[0]
    for piece in _pieces(rest):
        name = _name(piece.split())
        if name and (introduced or " " in name):
            yield name


def _after_the_word(line: str) -> tuple[bool, str]:
    """Return what follows “Af”, “Tekst:” or “By”, and whether anything of the kind was there."""
    if written := _TEXT_BY.search(line):
        return True, line[written.end() :]
    if word := _WORD_BY.match(line):
        return True, line[word.end() :]
    return False, line


def _pieces(names: str) -> list[str]:
    """Cut a list of names; what follows a comma is a role unless an “og” ends the list."""
    *listed, last = _AND.split(names)
    if not listed:
        return last.split(",")[:1]
    before = [piece for each in listed for piece in each.split(",")]
    return [*before, last.split(",")[0]]


def _name(row: list[str]) -> str | None:
    """Return the name that a row of words begins with, roles before it left out."""
    while row and (row[0].casefold().strip(".:") in _ROLES or row[0][:1].islower()):
        row = row[1:]
    end = next((i for i, word in enumerate(row) if not _may_stand_in_name(word)), len(row))
    kept = row[:end]
    while kept and kept[-1] in _PARTICLES:
        kept.pop()
    name = " ".join(kept).rstrip(".:*_")
    return name if name and name.casefold() not in _NOBODY else None


def _may_stand_in_name(word: str) -> bool:
    """Tell whether a word is a name, an initial or one of the small words between names."""
    return word in _PARTICLES or (word[0].isupper() and not any(c.isdigit() for c in word))

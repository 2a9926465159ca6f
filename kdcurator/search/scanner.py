"""The words and marks of a query, read from left to right.

Owns the marks and the names of fields of CONTRACT.md, section 3, and their limits. Must not know
which operator binds closer, or any index.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto

from kdcurator.search.danish import plain_words
from kdcurator.search.dates import read_dates
from kdcurator.search.tree import Field, How, Leaf

MAX_CHARACTERS = 2_000
MAX_CLAUSES = 20
MAX_COSTLY = 5
"""Words with a slip, and beginnings of one or two letters; further ones are read as whole words.

Each costs some 30 or 150 ms at 1,000 articles and 5,000 quotes, a word 1 to 20.
"""
MAX_DEPTH = 12


FIELDS = {
    "tag": Field.TAG,
    "speaker": Field.SPEAKER,
    "kilde": Field.SPEAKER,
    "source": Field.SOURCE,
    "medie": Field.SOURCE,
    "title": Field.TITLE,
    "rubrik": Field.TITLE,
    "municipality": Field.MUNICIPALITY,
    "kommune": Field.MUNICIPALITY,
    "date": Field.DATE,
    "dato": Field.DATE,
    "status": Field.STATUS,
}


class Mark(Enum):
    """What stands between the words."""

    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


OPERATORS = {
    "AND": Mark.AND,
    "OG": Mark.AND,
    "OR": Mark.OR,
    "ELLER": Mark.OR,
    "NOT": Mark.NOT,
    "IKKE": Mark.NOT,
}


Token = Leaf | Mark

_CLOSERS = {'"': '"', "»": "«»", "«": "»«", "„": '“”"', "“": '”“"', "”": '”“"'}
_FIELD = re.compile(r"(\w+):(?=[^\s)])")
_CHUNK = re.compile("[^\\s()" + "".join(_CLOSERS) + "]+")
_PIECE = re.compile(r"([^:*~]+)(\*|~[0-9]*)?")
_TRAILING_MARK = re.compile(r"(\*|~[0-9]*)?$")
_STRAY_MARK = re.compile(r"(\*|~[0-9]*)")


def scan(query: str) -> Iterator[Token]:
    """Yield the words and marks of a query, the first `MAX_CLAUSES` words at most."""
    leaves = costly = 0
    for token in _Scanner(query[:MAX_CHARACTERS]).tokens():
        if not isinstance(token, Leaf):
            yield token
            continue
        leaves += 1
        costly += _is_costly(token)
        if leaves > MAX_CLAUSES:
            return
        yield replace(token, how=How.WORD) if costly > MAX_COSTLY else token


def _is_costly(leaf: Leaf) -> bool:
    """Tell whether very many terms have to be tried for a leaf."""
    return leaf.how is How.NEAR or (leaf.how is How.PREFIX and len(leaf.literal) < 3)


class _Scanner:
    """Reads a query from left to right; knows which brackets and which field it is in."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._at = 0
        self._fields: list[Field | None] = [None]
        self._too_deep = 0

    def tokens(self) -> Iterator[Token]:
        while self._at < len(self._query):
            if self._is_minus():
                self._at += 1
                yield Mark.NOT
            name, field = self._field()
            yield from self._value(name, field or self._fields[-1])

    def _is_minus(self) -> bool:
        """Tell whether a minus stands here that belongs to the word after it."""
        before, after = self._query[: self._at][-1:], self._query[self._at + 1 :][:1]
        here = self._query[self._at] == "-"
        return (
            here and (before in "(" or before.isspace()) and not (after in ")" or after.isspace())
        )

    def _field(self) -> tuple[str, Field | None]:
        """Step over the name of a known field; return it as typed, and the field."""
        found = _FIELD.match(self._query, self._at)
        if not found or found[1].casefold() not in FIELDS:
            return "", None
        self._at = found.end()
        return found[1], FIELDS[found[1].casefold()]

    def _value(self, name: str, field: Field | None) -> Iterator[Token]:
        """Read whatever stands here: a blank, a bracket, a phrase or a word."""
        here = self._query[self._at]
        if here == "(":
            yield from self._open(field)
        elif here == ")":
            yield from self._close()
        elif here in _CLOSERS:
            yield from self._phrase(name, field)
        elif chunk := _CHUNK.match(self._query, self._at):
            self._at = chunk.end()
            yield from _chunk(chunk[0], name, field)
        else:
            self._at += 1

    def _open(self, field: Field | None) -> Iterator[Token]:
        self._at += 1
        if len(self._fields) > MAX_DEPTH:
            self._too_deep += 1
        else:
            self._fields.append(field)
            yield Mark.OPEN

    def _close(self) -> Iterator[Token]:
        self._at += 1
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._fields) > 1:
            self._fields.pop()
            yield Mark.CLOSE

    def _phrase(self, name: str, field: Field | None) -> Iterator[Token]:
        """Read a phrase; a quotation mark that nothing closes is passed over."""
        start = self._at + 1
        ends = [self._query.find(mark, start) for mark in _CLOSERS[self._query[self._at]]]
        end = min((end for end in ends if end >= 0), default=None)
        if end is None:
            self._at = start
            return
        self._at = end + 1
        if stray := _STRAY_MARK.match(self._query, self._at):
            self._at = stray.end()
        yield from _fielded(self._query[start:end], How.WORD, name, field)


def _chunk(chunk: str, name: str, field: Field | None) -> Iterator[Token]:
    """Yield what a run of characters without blanks means."""
    if not name and chunk in OPERATORS:
        yield OPERATORS[chunk]
    elif field in (None, Field.TITLE):
        for piece, mark in _PIECE.findall(chunk):
            yield from _fielded(piece, _how(mark), name, field)
    else:
        mark = _TRAILING_MARK.search(chunk)
        literal = chunk[: mark.start()] if mark else chunk
        yield from _fielded(literal, _how(mark[0] if mark else ""), name, field)


def _how(mark: str) -> How:
    if mark == "*":
        return How.PREFIX
    return How.NEAR if mark else How.WORD


def _fielded(literal: str, how: How, name: str, field: Field | None) -> Iterator[Leaf]:
    """Yield the leaf of a value; of a date that is none, the words as they stand."""
    if field is Field.DATE:
        dates = read_dates(literal)
        if dates:
            yield Leaf(literal, field, dates=dates)
        else:
            yield from (Leaf(words) for words in (name, literal) if plain_words(words))
    elif field in (None, Field.TITLE):
        if plain_words(literal):
            yield Leaf(literal, field, how)
    elif literal.strip() or how is How.PREFIX:
        yield Leaf(literal, field, how)

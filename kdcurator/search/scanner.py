"""The words and marks of a query, read from left to right.

Owns the marks and the names of fields of CONTRACT.md, section 3, and their limits. Must not know
which operator binds closer, or any index.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto

from kdcurator.domain.misreading import Misread, Misreading
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
_SHOWN = 40
"""Characters of what was misread that are shown."""

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


_IN_WORDS = (None, Field.TITLE)
"""Where words are looked for, not values that are compared as they stand."""


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
_EMPTY = re.compile(r"(\w+):(?=[\s)]|\Z)")
_NO_FIELD = re.compile(r"([^\W\d_]{2,}):(?=[^\s):/])")
_STRAY_STAR = re.compile(r"(?:\A|~)\*|\*(?=[^\W_])")
_LIKE = frozenset({"like", "ligner"})
_CHUNK = re.compile("[^\\s()" + "".join(_CLOSERS) + "]+")
_PIECE = re.compile(r"([^:*~]+)(\*|~[0-9]*)?")
_TRAILING_MARK = re.compile(r"(\*|~[0-9]*)?$")
_STRAY_MARK = re.compile(r"(\*|~[0-9]*)")


def scan(query: str) -> Iterator[Token]:
    """Yield the words and marks of a query, the first `MAX_CLAUSES` words at most."""
    yield from Scanned(query).tokens


class Scanned:
    """The words and marks of a query, and what of it could not be read as it was written."""

    def __init__(self, query: str) -> None:
        """Read a query from left to right."""
        self._scanner = _Scanner(query[:MAX_CHARACTERS])
        self.tokens: list[Token] = []
        self._is_cut = len(query) > MAX_CHARACTERS
        self._costly = self._leaves = 0
        for token in self._scanner.tokens():
            if not self._take(token):
                break

    def _take(self, token: Token) -> bool:
        """Take a token; False where there are enough."""
        if isinstance(token, Leaf):
            self._leaves += 1
            self._costly += _is_costly(token)
            if self._leaves > MAX_CLAUSES:
                self._is_cut = True
                return False
            if self._costly > MAX_COSTLY:
                token = replace(token, how=How.WORD)
        self.tokens.append(token)
        return True

    def misread(self) -> list[Misread]:
        """Return what is read otherwise than it was written, in order."""
        found = [*self._scanner.misread, *self._scanner.left_open()]
        if self._costly > MAX_COSTLY:
            found.append(Misread(Misreading.TOO_MANY_COSTLY, f"{MAX_COSTLY}"))
        if self._is_cut:
            found.append(Misread(Misreading.TOO_LONG, f"{MAX_CLAUSES}"))
        return found

    def whole(self) -> str:
        """Return the query as it is read: stray marks left out, brackets closed."""
        return self._scanner.whole()


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
        self._strays: list[tuple[int, int, str]] = []
        self._minus_at: int | None = None
        self.misread: list[Misread] = []

    def left_open(self) -> list[Misread]:
        """Return the brackets that nothing closes."""
        return [Misread(Misreading.STRAY_BRACKET, "(")] if len(self._fields) > 1 else []

    def whole(self) -> str:
        """Return what was read, without stray marks and with its brackets closed."""
        kept, at = [], 0
        for start, end, instead in self._strays:
            kept.append(self._query[at:start] + instead)
            at = end
        kept.append(self._query[at:])
        return "".join(kept) + ")" * (len(self._fields) - 1)

    def _note(self, why: Misreading, part: str) -> None:
        self.misread.append(Misread(why, part[:_SHOWN]))

    def _pass_over(self, why: Misreading, start: int, part: str) -> None:
        """Step over one mark, and the field before it from `start` on."""
        self._at += 1
        if start - 1 == self._minus_at:  # which stands for what comes next
            self._strays.append((start - 1, self._at, "NOT "))
        else:
            before = self._query[:start][-1:]
            self._strays.append((start, self._at, "" if before in "(" or before.isspace() else " "))
        self._note(why, part)

    def tokens(self) -> Iterator[Token]:
        while self._at < len(self._query):
            if self._is_minus():
                self._minus_at = self._at
                self._at += 1
                yield Mark.NOT
            name, field = self._field()
            yield from self._value(name, field or self._fields[-1])

    def _is_minus(self) -> bool:
        """Tell whether a minus stands here that belongs to the word after it."""
        before, after = self._query[: self._at][-1:], self._query[self._at + 1 :][:1]
        is_stray = bool(self._strays) and self._strays[-1][1] == self._at  # as good as a blank
        begins = before in "(" or before.isspace() or is_stray
        return self._query[self._at] == "-" and begins and not (after in ")" or after.isspace())

    def _field(self) -> tuple[str, Field | None]:
        """Step over the name of a known field; return it as typed, and the field."""
        found = _FIELD.match(self._query, self._at)
        if not found or found[1].casefold() not in FIELDS:
            self._note_no_field()
            return "", None
        self._at = found.end()
        return found[1], FIELDS[found[1].casefold()]

    def _note_no_field(self) -> None:
        """Say of what looks like a field here that it is none."""
        if self._query[: self._at][-1:].isalnum():
            return
        empty = _EMPTY.match(self._query, self._at)
        unknown = _NO_FIELD.match(self._query, self._at)
        if empty and empty[1].casefold() in FIELDS:
            self._note(Misreading.EMPTY_FIELD, empty[0])
        elif unknown:
            is_like = unknown[1].casefold() in _LIKE
            why = Misreading.LIKE_WHAT if is_like else Misreading.UNKNOWN_FIELD
            self._note(why, unknown[0])

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
            if field in _IN_WORDS and _STRAY_STAR.search(chunk[0]):
                self._note(Misreading.STRAY_STAR, chunk[0])
            yield from self._read(_chunk(chunk[0], name, field), chunk[0], name, field)
        else:
            self._at += 1

    def _open(self, field: Field | None) -> Iterator[Token]:
        if len(self._fields) > MAX_DEPTH:
            self._too_deep += 1
            self._pass_over(Misreading.STRAY_BRACKET, self._at, "(")
            return
        self._at += 1
        self._fields.append(field)
        yield Mark.OPEN

    def _close(self) -> Iterator[Token]:
        if self._too_deep or len(self._fields) == 1:
            self._too_deep = max(0, self._too_deep - 1)
            self._pass_over(Misreading.STRAY_BRACKET, self._at, ")")
            return
        self._at += 1
        self._fields.pop()
        yield Mark.CLOSE

    def _phrase(self, name: str, field: Field | None) -> Iterator[Token]:
        """Read a phrase; a quotation mark that nothing closes is passed over."""
        start = self._at + 1
        ends = [self._query.find(mark, start) for mark in _CLOSERS[self._query[self._at]]]
        end = min((end for end in ends if end >= 0), default=None)
        if end is None:
            behind = self._at - len(name) - 1 if name else self._at
            self._pass_over(Misreading.OPEN_PHRASE, behind, self._query[self._at :])
            return
        self._at = end + 1
        if stray := _STRAY_MARK.match(self._query, self._at):
            self._at = stray.end()
        literal = self._query[start:end]
        leaves = _fielded(literal, How.WORD, name, field)
        quoted = (replace(leaf, is_quoted=len(leaf.words) == 1) for leaf in leaves)
        yield from self._read(quoted, literal, name, field)

    def _read(
        self, tokens: Iterator[Token], literal: str, name: str, field: Field | None
    ) -> Iterator[Token]:
        """Pass on what a value means; say so where it is no value of its field."""
        read = list(tokens)
        words = [token for token in read if isinstance(token, Leaf)]
        if name and not words:
            self._note(Misreading.EMPTY_FIELD, f"{name}:")
        elif field is Field.DATE and words and not any(leaf.dates for leaf in words):
            self._note(Misreading.NO_DATE, literal)
        yield from read


def _chunk(chunk: str, name: str, field: Field | None) -> Iterator[Token]:
    """Yield what a run of characters without blanks means."""
    if not name and chunk in OPERATORS:
        yield OPERATORS[chunk]
    elif field in _IN_WORDS:
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
    elif field in _IN_WORDS:
        if plain_words(literal):
            yield Leaf(literal, field, how)
    elif literal.strip() or how is How.PREFIX:
        yield Leaf(literal, field, how)

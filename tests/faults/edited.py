"""Texts edited with a record of where every word went, so that a place can be proved right.

Owns the edits (words, sentences, paragraphs, blanks, soft hyphens) and the true new places of a
quote. Must not know how the program finds it.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from random import Random

from kdcurator.domain.quote import Span
from tests.faults import invented

_TOKEN = re.compile(r"\s+|\S+")
_SENTENCE = re.compile(r"\S[^\n]*?[.!?]+[”«]?(?=\s|$)|\S[^\n]*")
_MOST = 0.05
"""The share of words that is altered at most."""

_HOLE = 8
"""So many strange tokens may stand within a quote that is still one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or blanks; `number` is its place in the old text, None for what is new."""

    words: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Edited:
    """A text before and after, with the tokens of both."""

    old: str
    new: str
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    def true_places(self, span: Span) -> list[Span]:
        """Return where a place of the old text is now, copies of it too; none when most is gone."""
        sizes = self._sizes(span)
        runs = [*self._runs(sizes, in_order=True), *self._runs(sizes, in_order=False)]
        found = {Span(run[0][0], run[-1][1]): _length(run) for run in runs}
        return [place for place, length in found.items() if 2 * length >= sum(sizes.values())]

    def is_deleted(self, span: Span) -> bool:
        """Tell whether less than half of a place stands in the new text, be it in pieces."""
        sizes = self._sizes(span)
        left = {token.number for token in self.after if token.number in sizes}
        return 2 * sum(sizes[number] for number in left if number is not None) < sum(sizes.values())

    def _sizes(self, span: Span) -> dict[int | None, int]:
        """Return how long the words of a place of the old text are, by their numbers."""
        inside = (
            (t, end - start) for t, start, end in placed(self.before) if _meet(span, start, end)
        )
        return {token.number: length for token, length in inside}

    def _runs(
        self, inside: Container[int | None], *, in_order: bool
    ) -> Iterator[list[tuple[int, int]]]:
        """Yield the words that stand together now, by their places, each word once in a run."""
        run: dict[int, tuple[int, int]] = {}
        hole = last = 0
        for token, start, end in placed(self.after):
            number = token.number if token.number in inside else None
            hole = 0 if number is not None else hole + 1
            begins = number is not None and (number in run or (in_order and number < last))
            if run and (hole > _HOLE or begins):
                yield list(run.values())
                run = {}
            if number is not None:
                run[number] = start, end
                last = number
        if run:
            yield list(run.values())


def placed(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, int, int]]:
    """Yield each word with its offsets, blanks left out."""
    at = 0
    for token in tokens:
        if not token.words.isspace():
            yield token, at, at + len(token.words)
        at += len(token.words)


def _length(run: list[tuple[int, int]]) -> int:
    return sum(end - start for start, end in run)


def _meet(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def edited(text: str, luck: Random) -> Edited:
    """Edit at most one word in twenty, and move, copy, insert and delete whole sentences."""
    before = tuple(Token(found[0], at) for at, found in enumerate(_TOKEN.finditer(text)))
    after = _edit_words(list(before), luck)
    for _ in range(luck.randrange(3)):
        after = luck.choice((_move, _move, _insert, _insert, _copy, _delete))(after, luck)
    after = _respace(after, luck)
    words = "".join(token.words for token in after)
    return Edited(text, words, before, tuple(after))


def places(text: str, luck: Random, count: int) -> list[Span]:
    """Return places that somebody may have quoted: sentences, several of them, single words."""
    sentences = [Span(*found.span()) for found in _SENTENCE.finditer(text)]
    words = [Span(*found.span()) for found in re.finditer(r"\w\S*", text)]
    found = []
    for _ in range(count):
        first = luck.randrange(len(sentences))
        last = min(len(sentences) - 1, first + luck.choice((0, 0, 0, 1, 2)))
        several = Span(sentences[first].start, sentences[last].end)
        found.append(luck.choice(words) if luck.random() < 0.1 else several)
    return found


def _edit_words(tokens: list[Token], luck: Random) -> list[Token]:
    share = luck.random() * _MOST
    found: list[Token] = []
    for token in tokens:
        if token.words.isspace() or luck.random() >= share:
            found.append(token)
            continue
        match luck.randrange(4):
            case 0:
                found.append(Token(invented.word(luck), token.number))
            case 1:
                found += [token, Token(" ", None), Token(invented.word(luck), None)]
            case 2:
                found.append(Token(_misspelt(token.words, luck), token.number))
    return found


def _misspelt(word: str, luck: Random) -> str:
    at = luck.randrange(len(word))
    return word[:at] + luck.choice("eéå😀n\u0301") + word[at + luck.randrange(2) :]


def _sentence(tokens: list[Token], luck: Random) -> tuple[int, int]:
    """Return where a sentence or two of the tokens begin and end."""
    ends = [at + 1 for at, token in enumerate(tokens) if token.words[-1] in ".!?”«"]
    if len(ends) < 4:
        return 0, 0
    at = luck.randrange(len(ends) - 1)
    return ends[at], ends[min(len(ends) - 1, at + luck.choice((1, 1, 2)))]


def _move(tokens: list[Token], luck: Random) -> list[Token]:
    start, end = _sentence(tokens, luck)
    moved, rest = tokens[start:end], tokens[:start] + tokens[end:]
    at = _sentence(rest, luck)[0]
    return rest[:at] + moved + rest[at:]


def _copy(tokens: list[Token], luck: Random) -> list[Token]:
    start, end = _sentence(tokens, luck)
    at = _sentence(tokens, luck)[0]
    return tokens[:at] + tokens[start:end] + tokens[at:]


def _delete(tokens: list[Token], luck: Random) -> list[Token]:
    start, end = _sentence(tokens, luck)
    return tokens[:start] + tokens[end:]


def _insert(tokens: list[Token], luck: Random) -> list[Token]:
    paragraph = f"\n\n{invented.article(luck)}"
    new = [Token(found[0], None) for found in _TOKEN.finditer(paragraph)]
    at = _sentence(tokens, luck)[0]
    return tokens[:at] + new + tokens[at:]


def _respace(tokens: list[Token], luck: Random) -> list[Token]:
    """Break lines otherwise, and put in or take out no-break spaces and soft hyphens."""
    if luck.random() < 0.5:
        return tokens
    blank, soft = luck.choice((" ", "\u00a0", "\n", "  ")), luck.choice(("", "\u00ad"))
    found = []
    for token in tokens:
        words, at = token.words, len(token.words) // 2
        if words == " " and luck.random() < 0.3:
            words = blank
        elif len(words) > 6 and luck.random() < 0.3:
            words = words[:at] + soft + words[at:]
        found.append(Token(words, token.number))
    return found

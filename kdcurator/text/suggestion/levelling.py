"""A text as the rules read it: what only its setting or its way here put there is levelled out.

Owns what says nothing by itself (soft hyphens, zero-width characters, combining marks apart from
their letters, words divided at a line's end, doubled blanks, marks and dashes written with two
characters) and the way back from the levelled text's offsets to those of the text. Must not know
words of any language beyond those handed in, nor marks' and dashes' meaning.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.language import Words
from kdcurator.text.suggestion.paragraphs import Paragraph

_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_BLANK = " \u00a0\u2007\u2009\u202f"
_LETTER = r"[^\W\d_]"
_DIVIDED = rf"(?<={_LETTER})-[{_BLANK}]{{0,3}}\n[{_BLANK}]{{0,9}}(?={_LETTER})"
_SIGN = re.compile(
    rf"(?P<composed>{_LETTER}[\u0300-\u036f]++)"
    rf"|(?P<invisible>[{_INVISIBLE}]++)"
    rf"|(?P<divided>(?<={_LETTER})\u00ad\n[{_BLANK}]*+|{_DIVIDED})"
    rf"|(?P<blanks>[{_BLANK}]{{2,}}+)"
    r"|(?P<straight>(?<!')''(?!')|``)"
    r"|(?P<low>(?<![\w,]),,(?=\w))"
    r"|(?P<dash>(?<![-\w])--(?![-\w])|(?<=\w)--(?=\w))"
    r"|(?P<angles>>>|<<)"
    rf"|(?P<inner>(?:(?<=\s[»«“„”])|(?<=^[»«“„”]))[\u00a0\u202f](?=\w)"
    rf"|(?<=[\w.,!?…])[\u00a0\u202f](?=[»«“”](?:[\s.,;:!?]|\Z)))",
    re.MULTILINE,
)
_ODD = re.compile(
    rf"[\u0300-\u036f{_INVISIBLE}\u00a0\u202f]|[{_BLANK}][{_BLANK}]|-[{_BLANK}]{{0,3}}\n|''|``|,,|--|>>|<<"
)
"""Where a sign may stand: found ten times as fast as the signs themselves."""
_RARE = re.compile(rf"[\u0300-\u036f{_INVISIBLE}\u00a0\u2007\u2009\u202f]")
_PAIRS = ("  ", "--", "''", "``", ",,", ">>", "-\n", "- \n")
"""One of these stands in every text that has anything to level; most texts have none."""
_FIXED = {"straight": '"', "low": "„", "dash": "—", "blanks": " ", "invisible": "", "inner": ""}
_WORD = re.compile(rf"{_LETTER}++")


class _Piece(NamedTuple):
    """A stretch of the levelled text and the stretch of the text that it stands for."""

    at: int
    start: int
    end: int
    is_copied: bool


@dataclass(frozen=True, slots=True)
class Levelled:
    """A levelled text with the way back; `pieces` is empty where nothing was changed."""

    text: str
    pieces: tuple[_Piece, ...] = ()

    def back(self, span: Span) -> Span:
        """Return where in the text a stretch of the levelled text stands."""
        return Span(self._start(span.start), self._end(span.end)) if self.pieces else span

    def paragraphs(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """Return paragraphs of the text as they stand in the levelled text."""
        if not self.pieces:
            return paragraphs
        starts = [piece.start for piece in self.pieces]
        moved = []
        for paragraph in paragraphs:
            start, end = (
                self._levelled(starts, offset)
                for offset in (paragraph.span.start, paragraph.span.end)
            )
            if self.text[start:end].strip():
                moved.append(paragraph._replace(span=_without_blanks(self.text, start, end)))
        return moved

    def _start(self, offset: int) -> int:
        piece = self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.at) - 1]
        return piece.start + (offset - piece.at) * piece.is_copied

    def _end(self, offset: int) -> int:
        piece = self.pieces[bisect_right(self.pieces, offset - 1, key=lambda piece: piece.at) - 1]
        return piece.start + offset - piece.at if piece.is_copied else piece.end

    def _levelled(self, starts: list[int], offset: int) -> int:
        """Return the levelled offset of one of the text; inside a change that of its end."""
        place = bisect_right(starts, offset) - 1
        if place < 0:
            return 0
        piece = self.pieces[place]
        following = self.pieces[place + 1].at if place + 1 < len(self.pieces) else len(self.text)
        if offset == piece.start or not piece.is_copied:
            return piece.at if offset == piece.start else following
        return min(piece.at + offset - piece.start, following)


def levelled(text: str, joining: Words) -> Levelled:
    """Return a text without what its setting put there, in time linear in its length.

    `joining` are the words before which a hyphen at a line's end is the word's own (teknik- og).
    """
    if not _RARE.search(text) and not any(map(text.__contains__, _PAIRS)):
        return Levelled(text)
    cuts = [cut for cut in _cuts(text, joining) if cut[2] != ""]
    if not cuts or cuts == [(0, len(text), None)]:
        return Levelled(text)  # nothing to change, or nothing but what says nothing
    pieces: list[_Piece] = []
    parts: list[str] = []
    at = 0
    for start, end, instead in cuts:
        part = text[start:end] if instead is None else instead
        pieces.append(_Piece(at, start, end, instead is None))
        parts.append(part)
        at += len(part)
    return Levelled("".join(parts), tuple(pieces))


def _cuts(text: str, joining: Words) -> Iterator[tuple[int, int, str | None]]:
    """Yield the stretches of a text in order, each with what stands instead of it, if anything."""
    past = 0
    has_pair = "<<" in text and ">>" in text
    for match in _signs(text):
        instead = _instead(text, match, joining, has_pair=has_pair)
        if instead == match[0]:
            continue
        kept = match.start() + instead.startswith("-")  # the word's own hyphen
        if past < kept:
            yield past, kept, None
        yield kept, match.end(), instead.removeprefix("-")
        past = match.end()
    if past < len(text):
        yield past, len(text), None


def _signs(text: str) -> Iterator[re.Match[str]]:
    """Yield the signs of a text in order; a combining mark is one with the letter before it."""
    past = 0
    for candidate in _ODD.finditer(text):
        at = candidate.start()
        if at and "\u0300" <= text[at] <= "\u036f":
            at -= 1
        match = _SIGN.match(text, at) if at >= past else None
        if match:
            past = match.end()
            yield match


def _instead(text: str, match: re.Match[str], joining: Words, *, has_pair: bool) -> str:
    """Return what the rules read in place of a sign."""
    kind = match.lastgroup or ""
    if kind in _FIXED:
        return _FIXED[kind]
    if kind == "composed":
        return unicodedata.normalize("NFC", match[0])
    if kind == "angles":
        return {">>": "»", "<<": "«"}[match[0]] if has_pair else match[0]
    following = _WORD.match(text, match.end())
    word = following[0] if following else ""
    if word.lower() in joining:
        return "- "
    return "" if word[:1].islower() or text[match.start()] == "\u00ad" else "-"


def _without_blanks(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Span(start, end)

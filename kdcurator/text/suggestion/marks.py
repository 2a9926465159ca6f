"""Quotation marks: which opens what, over nested, doubled and lost ones.

Owns the pairs of marks and how an opening differs from a closing one. Must not know whether what
stands in marks was said by anybody.
"""

import re
from dataclasses import dataclass
from itertools import islice

from kdcurator.domain.quote import Span, Style

_MARK = re.compile(r"[»«„“”\"‘’‚']")
_SINGLE_MARK = re.compile(r"[‘’‚']")
_ELIDED = re.compile(
    r"(?:^|[\s(»«„“”\"‘’'-])"
    r"(?:ku|ka|ha|si|gi|ta|hva|sku|vil|bli|la|go|ve|me|li|sa|va|ska|de|ik|mo|fa)$",
    re.IGNORECASE,
)
"""Words whose last letters are left out in speech: ku’, si’, hva’."""
_LONGEST_ELIDED = 5
_CLOSERS = {
    "»": "«»",
    "«": "»",
    "„": '“”"',
    "“": '”“"',
    "”": '”“"',
    '"': '"”“',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "’": "’",
}
_SINGLE = frozenset("‘’‚'")
_GUILLEMETS = frozenset("»«")
_OPEN_AFTER = frozenset("([-–—/:")
_CLOSE_BEFORE = frozenset(".,;:!?)]-–—…/")
_DEEPEST = 4
_NEARBY = 6  # marks that are looked at to tell a nested one from a lost one
_NESTING = frozenset("»«„“")
"""Marks that open and close by different signs, and so can stand in each other."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in marks: `open` and `close` are outside the marks, `inner` is inside."""

    open: int
    inner: Span
    close: int
    mark: str
    is_closed: bool = True
    is_opened: bool = True

    @property
    def style(self) -> Style:
        """Return the style by the mark that opens it."""
        return Style.GUILLEMETS if self.mark in _GUILLEMETS else Style.DOUBLE_QUOTES


def marked_in(text: str, content: Span, carried: str | None = None) -> list[Marked]:
    """Return the outermost marked stretches of a paragraph.

    `carried` is the mark of a quote that the paragraph before left open: it counts as opened
    here, whether or not the paragraph repeats it.
    """
    if carried is None and not _MARK.search(text, content.start, content.end):
        return []
    return _Pairing(text, content, carried).run()


class _Pairing:
    """One walk over the marks of a paragraph with those that are open."""

    def __init__(self, text: str, content: Span, carried: str | None) -> None:
        self.text, self.content = text, content
        self.open: list[tuple[int, str]] = []
        self.found: list[Marked] = []
        self.start = content.start
        if carried:
            repeats = text[content.start] in (carried, "»", "“", "”", '"', "„")
            self.open.append((content.start - (0 if repeats else 1), carried))
            self.start += repeats

    def run(self) -> list[Marked]:
        for match in _MARK.finditer(self.text, self.start, self.content.end):
            self._take(match.start(), match.group())
        if self.open and self.open[0][1] not in _SINGLE:
            self._close(self.content.end, is_closed=False)
        return self.found

    def _take(self, at: int, mark: str) -> None:
        opens, closes = self._can_open(at), self._can_close(at)
        if self.open and closes and mark in _CLOSERS[self.open[-1][1]]:
            self._pop(at)
        elif self.open and closes and not opens and mark in _CLOSERS[self.open[0][1]]:
            del self.open[1:]
            self._pop(at)
        elif opens:
            self._push(at, mark)
        elif closes and not self.open and mark not in _SINGLE:
            self._stray(at, mark)

    def _push(self, at: int, mark: str) -> None:
        repeats = bool(self.open) and mark == self.open[0][1] and mark not in _SINGLE
        if repeats and not self._is_nested(at, mark):
            self._close(at, is_closed=False)  # the closing mark was lost
        if mark in _SINGLE and self.open and self.open[0][1] in _SINGLE:
            self.open.clear()  # the first was an apostrophe
        if len(self.open) < _DEEPEST:
            self.open.append((at, mark))

    def _pop(self, at: int) -> None:
        if len(self.open) > 1:
            self.open.pop()
        else:
            self._close(at, is_closed=True)

    def _close(self, at: int, *, is_closed: bool) -> None:
        start, mark = self.open[0]
        self.open.clear()
        if start + 1 < at:
            self.found.append(
                Marked(start, Span(start + 1, at), at + 1 if is_closed else at, mark, is_closed)
            )

    def _stray(self, at: int, mark: str) -> None:
        """Take a closing mark without an opening one: the opening one was lost."""
        if not self.found and at > self.content.start and mark in "«”“":
            inner = Span(self.content.start, at)
            self.found.append(Marked(self.content.start, inner, at + 1, mark, is_opened=False))

    def _can_open(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.content.start else " "
        after = self.text[at + 1] if at + 1 < self.content.end else " "
        if before.isspace() and after.isspace():  # French spacing, or a tokenised text
            return not self.open and at + 2 < self.content.end and self.text[at + 2].isalnum()
        free = before.isspace() or before in _OPEN_AFTER or bool(_MARK.match(before))
        return free and not after.isspace() and after not in ",;:!?)"

    def _can_close(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.content.start else " "
        after = self.text[at + 1] if at + 1 < self.content.end else " "
        if self.text[at] in _SINGLE and before.isalnum() and self._is_elision(at):
            return False
        ends = after.isspace() or after in _CLOSE_BEFORE or bool(_MARK.match(after))
        return ends and (not before.isspace() or after.isspace() or after in ",.")

    def _is_nested(self, at: int, mark: str) -> bool:
        """Tell whether as many marks close as are open, before the same mark opens again."""
        closers = 0
        for later in islice(_MARK.finditer(self.text, at + 1, self.content.end), _NEARBY):
            opens = later.group() == mark and self._can_open(later.start())
            closers += later.group() in _CLOSERS[mark] and not opens
            if opens or closers > len(self.open):
                break
        return mark in _NESTING and closers > len(self.open)

    def _is_elision(self, at: int) -> bool:
        """Tell whether an apostrophe stands for a letter: hva’ jeg, if the real end comes later."""
        later = _SINGLE_MARK.search(self.text, at + 1, self.content.end)
        if later and _ELIDED.search(self.text, max(self.content.start, at - _LONGEST_ELIDED), at):
            return True
        if later is None or self.text[at + 1 : at + 2] != " ":
            return False
        around = self.text[later.start() - 1], self.text[later.start() + 1 : later.start() + 2]
        return around[0].isalnum() or around[0] in ".!?," or around[1] in set(".,!?")

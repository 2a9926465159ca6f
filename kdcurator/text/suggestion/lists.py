"""Dashed lines that list things and say nothing.

Owns how a list looks, how one is headed, and where a dash below it speaks again. Must not know who
speaks, nor what other parts an article has than those that are known already.
"""

import re
from collections.abc import Iterator, Sequence

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.language import ReportingVerb
from kdcurator.text.suggestion.paragraphs import Paragraph
from kdcurator.text.suggestion.source import Source

_DASHED = re.compile(r"[-–—‒―•*·]")
_TERMINAL = re.compile(r"[.!?…:;,][»«”“\"’')\]]*+$")
_BULLETS = frozenset("•*·")
_DASHES = "-–—•*· \u00a0"
_CLOSING = frozenset([",", "?", "!", ".", "«,", ",«", "«", "”,", ',"', "?«", "!«"])
"""What stands between speech and the verb that reports it; before others stands a subject."""
_MANY = 3  # lines that list though nothing but their silence tells so


def listed_lines(
    source: Source, paragraphs: Sequence[Paragraph], kinds: Sequence[PartKind | None]
) -> set[int]:
    """Return the paragraphs that are points of a list; `kinds` is None where it is not known."""
    return _Lists(source, paragraphs, kinds).listed()


class _Lists:
    """One walk over the dashed lines of a text."""

    def __init__(
        self, source: Source, paragraphs: Sequence[Paragraph], kinds: Sequence[PartKind | None]
    ) -> None:
        self._source, self._paragraphs, self._kinds = source, paragraphs, kinds

    def listed(self) -> set[int]:
        found: set[int] = set()
        for run in self._runs():
            for lines in self._cut(run):
                found.update(self._points(lines))
        return found

    def _span(self, number: int) -> Span:
        return self._paragraphs[number].span

    def _runs(self) -> Iterator[list[int]]:
        """Yield the dashed lines that stand below each other."""
        run: list[int] = []
        for number, kind in enumerate(self._kinds):
            is_body = kind is None or kind is PartKind.BODY
            if is_body and _DASHED.match(self._source.text, self._span(number).start):
                run.append(number)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _cut(self, run: Sequence[int]) -> Iterator[Sequence[int]]:
        """Yield a run as one list, or as those of its lines that stand close."""
        if self._is_mute(run):
            yield run
            return
        if self._is_headed(run):
            end = self._end_of_headed(run)
            yield run[:end]
            run = run[end:]
        close: list[int] = []
        for number in run:
            if close and self._paragraphs[number].follows_blank:
                yield close
                close = []
            close.append(number)
        if close:
            yield close

    def _end_of_headed(self, run: Sequence[int]) -> int:
        """Return how many lines of a headed run are its points: a dash below them may speak."""
        lines = enumerate(run)
        return next((place for place, _ in lines if self._leaves(run, place)), len(run))

    def _leaves(self, run: Sequence[int], place: int) -> bool:
        """Tell whether a line below the points of a list reports what somebody says."""
        if place < 2 or not self._is_reported(run[place]):
            return False
        is_apart = self._paragraphs[run[place]].follows_blank
        was_close = not any(self._paragraphs[n].follows_blank for n in run[1:place])
        were_open = all(self._is_open(self._item(n)) for n in run[:place])
        return (is_apart and was_close) or (were_open and not self._is_open(self._item(run[place])))

    def _points(self, run: Sequence[int]) -> Sequence[int]:
        """Return which lines list things, by their look or by the line before them."""
        if not run:
            return ()
        items = [self._item(number) for number in run]
        open_ends = sum(map(self._is_open, items))
        low_starts = sum(item[:1].islower() for item in items)
        is_list = 2 * max(open_ends, low_starts) > len(run)
        if len(run) > 1 and (is_list or self._is_headed(run) or self._is_mute(run)):
            return run
        is_point = items[0][:1].islower() or self._source.text[self._span(run[0]).start] in _BULLETS
        return run[:1] if is_point else ()

    def _item(self, number: int) -> str:
        return self._span(number).cut(self._source.text).lstrip(_DASHES)

    def _is_headed(self, run: Sequence[int]) -> bool:
        return run[0] > 0 and self._heads_list(run[0] - 1)

    def _heads_list(self, number: int) -> bool:
        """Tell whether a line opens a list of facts."""
        span, language = self._span(number), self._source.language
        line = span.cut(self._source.text).lower()
        is_head = self._kinds[number] is PartKind.HEADING or line.endswith(":")
        if not is_head or not line.startswith(language.boilerplate.lists):
            return False
        return language.verbs.keys().isdisjoint(self._source.lows(span.start, span.end))

    def _is_open(self, item: str) -> bool:
        """Tell whether a line ends as no sentence does: without a stop, or in "kr."."""
        last = item.rsplit(None, 1)[-1].lower().rstrip(".") if item.strip() else ""
        return not _TERMINAL.search(item[-4:]) or last in self._source.language.abbreviations

    def _is_mute(self, run: Sequence[int]) -> bool:
        """Tell whether lines are many, and none of them speaks."""
        return len(run) >= _MANY and not any(map(self._has_voice, run))

    def _has_voice(self, number: int) -> bool:
        """Tell whether a line speaks: as jeg, or by a verb that reports; shops say vi."""
        span = self._span(number)
        if self._source.text[span.end - 1] == "?":
            return True
        alone = self._source.language.questions.alone
        speaks = not alone.isdisjoint(self._source.lows(span.start, span.end))
        return speaks or self._is_reported(number)

    def _is_reported(self, number: int) -> bool:
        """Tell whether a verb in a line reports what stands before it: …, siger Bo Lund."""
        source, span = self._source, self._span(number)
        first = source.index_at(span.start)
        return any(
            _reports(source.language.verbs.get(low)) and source.gap(index).strip() in _CLOSING
            for index, low in enumerate(source.lows(span.start, span.end), first)
        )


def _reports(verb: ReportingVerb | None) -> bool:
    """Tell whether a verb reports what a person says, and by itself."""
    return verb is not None and not (verb.is_body or verb.is_bound)

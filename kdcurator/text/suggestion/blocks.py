"""Paragraphs become parts of an article.

Owns the look of a title, a lede, a byline, a label, a heading, a caption, a credit, a link and an
advert. Must not know who speaks: questions and answers are the business of `interviews`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.boilerplate import kind_by_words
from kdcurator.text.suggestion.lists import listed_lines
from kdcurator.text.suggestion.paragraphs import Paragraph
from kdcurator.text.suggestion.source import Source

_TERMINAL = re.compile(r"[.!?…:;,][»«”“\"’')\]]*+$")
_DASHED = re.compile(r"[-–—‒―•*·]")
_MARKED = re.compile(r"[»«„“”\"]")
_LABEL = re.compile(r"[^\W\d_][^:.?!»«”“\"\n]{1,44}:[ \u00a0\n]")
_NAME_LINE = re.compile(r"(?:[^\W\d_]\S*+[ \u00a0]){1,4}[^\W\d_]\S*+$")

LONGEST_TITLE = 170
LONGEST_HEADING = 80
LONGEST_SECTION = 3  # words


class Block(NamedTuple):
    """A paragraph with its kind; `body` is where its own text begins, behind a label."""

    span: Span
    kind: PartKind
    body: int
    label_end: int | None = None
    is_list: bool = False
    """One of several dashed lines that list things."""

    @property
    def label(self) -> Span | None:
        """Return the label that opens the paragraph, without its colon."""
        return None if self.label_end is None else Span(self.span.start, self.label_end)

    @property
    def content(self) -> Span:
        """Return where the paragraph's own text stands."""
        if not self.span.start < self.body < self.span.end:
            return self.span
        return Span(self.body, self.span.end)


def classify(source: Source, paragraphs: Sequence[Paragraph]) -> list[Block]:
    """Return the parts of an article, one for each paragraph, in order."""
    language = source.language
    kinds: list[PartKind | None] = [
        kind_by_words(source.text, paragraph.span, language) for paragraph in paragraphs
    ]
    spans = [paragraph.span for paragraph in paragraphs]
    _find_bare_names(source, spans, kinds)
    _find_head(source.text, spans, kinds)
    _find_headings(source, spans, kinds)
    listed = listed_lines(source, paragraphs, kinds)
    blocks = [
        Block(span, kind or PartKind.BODY, span.start, is_list=number in listed)
        for number, (span, kind) in enumerate(zip(spans, kinds, strict=True))
    ]
    _mark_labels(source, blocks)
    _mark_adverts(source, blocks)
    return blocks


def _find_bare_names(source: Source, spans: Sequence[Span], kinds: list[PartKind | None]) -> None:
    """Take a line that is only a name found elsewhere too for a caption that is only a name."""
    for index, span in enumerate(spans):
        if kinds[index] or not index or len(span) > 60:
            continue
        line = span.cut(source.text)
        if line.endswith(":"):
            continue  # what it says stands below
        if _NAME_LINE.match(line) and all(w[0].isupper() for w in line.split()):
            elsewhere = source.text.find(line) < span.start or source.text.find(line, span.end) >= 0
            if elsewhere:
                kinds[index] = PartKind.CREDIT


def _find_head(text: str, spans: Sequence[Span], kinds: list[PartKind | None]) -> None:
    """Find kicker, title, subtitle, lede and the label behind it."""
    free = [index for index, kind in enumerate(kinds) if kind is None]
    if len(free) < 2 or free[0] > 3 or not _is_title(text, spans[free[0]]):
        return
    title = 0
    if _is_kicker(text, spans, free):
        kinds[free[0]], title = PartKind.KICKER, 1
    kinds[free[title]] = PartKind.TITLE
    rest = free[title + 1 :]
    if len(rest) > 2 and _is_subtitle(text, spans[rest[0]], spans[rest[1]]):
        kinds[rest.pop(0)] = PartKind.SUBTITLE
    if rest and _is_lede(text, spans[rest[0]]) and len(rest) > 1:
        kinds[rest.pop(0)] = PartKind.LEDE
        _find_section(text, spans, kinds, rest)


def _is_title(text: str, span: Span) -> bool:
    line = span.cut(text[: span.start + LONGEST_TITLE + 2])
    ends = line.rstrip("»«”“\"'’")[-1:]
    return len(span) <= LONGEST_TITLE and ends not in ".,;:" and not _DASHED.match(line)


def _is_kicker(text: str, spans: Sequence[Span], free: Sequence[int]) -> bool:
    """Tell whether a short label stands over the title proper."""
    if len(free) < 3 or len(spans[free[0]]) > 25 or spans[free[0]].cut(text).endswith("?"):
        return False
    second, third = spans[free[1]], spans[free[2]]
    return len(spans[free[0]].cut(text).split()) <= 2 and (
        _is_title(text, second) and 25 < len(second) < len(third)
    )


def _is_subtitle(text: str, span: Span, following: Span) -> bool:
    line = span.cut(text)
    return (
        40 < len(span) <= LONGEST_TITLE
        and not (_TERMINAL.search(line[-6:]) or _starts_speech(line))
        and 2 * len(span) < len(following)
    )


def _is_lede(text: str, span: Span) -> bool:
    line = text[span.start : min(span.end, span.start + 2000)]
    return len(span) > 60 and not _DASHED.match(line) and not line.endswith(("?", ":"))


def _find_section(
    text: str, spans: Sequence[Span], kinds: list[PartKind | None], rest: Sequence[int]
) -> None:
    """Find the label on its own line behind the lede, and a picture's sentence behind that."""
    for index in rest[:2]:
        line = spans[index].cut(text)
        if len(line.split()) <= LONGEST_SECTION and not _TERMINAL.search(line):
            kinds[index] = PartKind.SECTION
            continue
        if _is_caption(line):
            kinds[index] = PartKind.CAPTION
        return


def _is_caption(line: str) -> bool:
    """Tell whether it is a sentence that nobody closed, as under a picture."""
    return LONGEST_HEADING < len(line) <= 250 and not (
        _TERMINAL.search(line[-6:]) or _starts_speech(line) or "\n" in line
    )


def _starts_speech(line: str) -> bool:
    return bool(_DASHED.match(line) or _MARKED.match(line))


def _find_headings(source: Source, spans: Sequence[Span], kinds: list[PartKind | None]) -> None:
    """Find short lines without a stop that have a paragraph under them."""
    text = source.text
    for index, span in enumerate(spans[:-1]):
        if kinds[index] or not index or len(span) > LONGEST_HEADING:
            continue
        line = span.cut(text)
        following = spans[index + 1]
        if (
            not (_TERMINAL.search(line) or _starts_speech(line))
            and _opens_section(text, following, kinds[index + 1])
            and line[0].isupper()
        ):
            kinds[index] = PartKind.HEADING


def _opens_section(text: str, span: Span, kind: PartKind | None) -> bool:
    """Tell whether a paragraph can stand under a heading: it is none itself."""
    if kind in {PartKind.LINK, PartKind.CREDIT, PartKind.CAPTION, PartKind.BYLINE}:
        return True
    line = text[span.start : min(span.end, span.start + 300)]
    return len(span) > LONGEST_HEADING or bool(_TERMINAL.search(line[-6:])) or _starts_speech(line)


def _mark_labels(source: Source, blocks: list[Block]) -> None:
    """Find the label with a colon that opens one of the first paragraphs."""
    bodies = [i for i, block in enumerate(blocks) if block.kind is PartKind.BODY]
    if not blocks or blocks[0].kind not in {PartKind.TITLE, PartKind.KICKER}:
        return
    for index in bodies[:2]:
        block = blocks[index]
        match = _LABEL.match(source.text, block.span.start, block.span.end)
        if match and _is_label(source, match.start(), match.end()):
            blocks[index] = block._replace(
                body=source.skip_blanks(match.end()),
                label_end=source.text.rindex(":", match.start(), match.end()),
            )
            return


def _is_label(source: Source, start: int, end: int) -> bool:
    """Tell whether words before a colon are a label: no verb, and a sentence or dash follows."""
    lows = source.lows(start, end)
    following = source.text[source.skip_blanks(end) : source.skip_blanks(end) + 1]
    has_verb = any(w in source.language.verbs or w in source.language.finite_verbs for w in lows)
    return len(lows) <= 5 and not has_verb and (following.isupper() or following in "-–—»")


def _mark_adverts(source: Source, blocks: list[Block]) -> None:
    """Find an event for sale at the end: its heading, its sentences and the link to it."""
    last = len(blocks)
    while last and blocks[last - 1].kind in {PartKind.LINK, PartKind.CREDIT, PartKind.ADVERT}:
        last -= 1
    first = last
    while (
        first and blocks[first - 1].kind is PartKind.BODY and not _speaks(source, blocks[first - 1])
    ):
        first -= 1
    if not 0 < first < last < len(blocks) or blocks[first - 1].kind is not PartKind.HEADING:
        return
    events = source.language.boilerplate.events
    if any(
        low in events for low in source.lows(blocks[first].span.start, blocks[last - 1].span.end)
    ):
        for index in range(first - 1, last):
            blocks[index] = blocks[index]._replace(kind=PartKind.ADVERT)


def _speaks(source: Source, block: Block) -> bool:
    return bool(
        _DASHED.match(source.text, block.span.start)
        or _MARKED.search(source.text, block.span.start, block.span.end)
    )

"""What stands on the pages of a PDF: letters where they are drawn, and pictures.

Owns what of pdfminer's interpreter is needed for that, lines and areas left out, and how each page
is made of its letters quickly. Must not know what the letters say together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import hypot
from typing import Any, cast

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTImage, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFPageInterpreter,
    PDFResourceManager,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import PSKeyword, keyword_name
from pdfminer.utils import Matrix

from kdcurator.importing.page_letters import Letter
from kdcurator.importing.page_turning import turned, way_of
from kdcurator.importing.pdf_operations import operations
from kdcurator.text.canonical import REPLACEMENT


def drawn(pages: Iterable[PDFPage]) -> Iterator[LTPage]:
    """Yield what stands on each page: `Letter`s, pictures and figures that hold such."""
    resources = PDFResourceManager()
    device = _Device(resources, laparams=None)
    interpreter = _Interpreter(resources, device)
    for page in pages:
        interpreter.process_page(page)
        yield device.get_result()


def letters_of(container: LTContainer[LTComponent]) -> Iterator[Letter]:
    """Yield the letters in the order in which they are drawn, those in figures too."""
    item: object
    for item in container:
        if isinstance(item, Letter):
            yield item
        elif isinstance(item, LTContainer):
            yield from letters_of(item)


def shows_picture(container: LTContainer[LTComponent]) -> bool:
    """Tell whether a page shows a picture."""
    return any(
        isinstance(item, LTImage) or (isinstance(item, LTContainer) and shows_picture(item))
        for item in container
    )


class _Device(PDFPageAggregator):
    """Keeps a `Letter` of each letter, and nothing of lines and areas.

    Where the library would write a code of its own into the text there is U+FFFD.
    """

    def paint_path(self, *_path: object) -> None:
        """Draw nothing: what is asked of a page is its words."""

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Keep a letter and return how far behind it the next one stands."""
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = REPLACEMENT
        width = font.char_width(cid)
        a, b, c, d, e, f = matrix
        if b or c or a < 0 or font.is_vertical():
            moved = font.char_disp(cid)
            args = (matrix, font, fontsize, scaling, rise, text, width, moved, ncs, graphicstate)
            item = LTChar(*args)
            self._keep(_letter(item, fontsize))
            return item.adv
        # What the library finds, in a third of its time, where the letters stand upright.
        advance = width * fontsize * scaling
        below = font.get_descent() * fontsize + rise
        e, f = e + 0.0, f + 0.0  # a file can give whole numbers
        x0, x1 = sorted((e, a * advance + e))
        y0, y1 = sorted((d * below + f, d * (below + fontsize) + f))
        self._keep(Letter(text, x0, y0, x1, y1, y1 - y0))
        return advance

    def _keep(self, letter: Letter) -> None:
        self.cur_item.add(cast(Any, letter))


def _letter(item: LTChar, size: float) -> Letter:
    """Return a letter of the library's, in the box that it has on a page turned for it."""
    a, b, c, d, *_ = item.matrix
    angle = way_of(a, b, c, d)
    if not angle:
        return Letter(item.get_text(), item.x0, item.y0, item.x1, item.y1, item.size)
    x, y = turned((item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2, angle)
    wide, high = abs(item.adv) * hypot(a, b), abs(size) * hypot(c, d)
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    return Letter(item.get_text(), *box, high, angle)


class _Interpreter(PDFPageInterpreter):
    """Does what a page says, read the quick way."""

    _known: dict[str, tuple[Callable[..., None], int]]

    def execute(self, streams: Sequence[object]) -> None:
        """Do what streams say in order, those left out in the midst of which this one stands."""
        self._known = {}
        for thing in operations(self._not_begun(streams)):
            if isinstance(thing, PSKeyword):
                self._do(keyword_name(thing))
            else:
                self.push(thing)

    def _not_begun(self, streams: Sequence[object]) -> list[PDFStream]:
        """Return the streams of the file that may be done: none may draw itself."""
        self.stream_ids.clear()
        found = [stream_value(each) for each in streams]
        chosen = [
            stream
            for stream in found
            if stream.objid is not None and stream.objid not in self.parent_stream_ids
        ]
        self.stream_ids.update(stream.objid for stream in chosen if stream.objid is not None)
        return chosen

    def _do(self, operator: str) -> None:
        """Do one thing with the operands that were told; too few of them are dropped."""
        if operator not in self._known:
            self._known[operator] = self._learnt(operator)
        does, count = self._known[operator]
        operands = self.pop(count)
        if len(operands) == count:
            does(*operands)

    def _learnt(self, operator: str) -> tuple[Callable[..., None], int]:
        """Return what an operator does and how many operands it has."""
        name = operator.replace("*", "_a").replace('"', "_w").replace("'", "_q")
        does = getattr(self, f"do_{name}", None)
        return (_nothing, 0) if does is None else (does, does.__code__.co_argcount - 1)


def _nothing() -> None:
    """Pass over what is no operator."""

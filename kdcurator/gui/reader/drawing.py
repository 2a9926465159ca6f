"""One screen of the reader: highlights, found words, bars and labels in their order.

Owns the order. Must not know how the state came about: it is handed over whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from kdcurator.domain.quote import Span
from kdcurator.gui.reader.column import Column
from kdcurator.gui.reader.display import Display
from kdcurator.gui.reader.finding import Finder
from kdcurator.gui.reader.labels import Note, labels_for
from kdcurator.gui.reader.margin import MarginPainter
from kdcurator.gui.reader.marks import Marks, Owner
from kdcurator.gui.reader.painting import (
    Extent,
    HighlightPainter,
    VisibleLine,
    extent_of,
    visible_lines,
)
from kdcurator.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn behind and beside the text."""

    theme: Theme
    display: Display
    column: Column
    marks: Marks
    held: Owner | None
    selection: Span | None
    finder: Finder
    note: Note | None


def draw(view: QTextEdit, painter: QPainter, scene: Scene) -> None:
    """Draw a scene on the lines of the view that are in sight."""
    lines = visible_lines(view)
    highlights = HighlightPainter(painter, scene.theme, scene.display)
    extents = highlights.draw(lines, scene.marks, scene.held)
    if lines:
        highlights.draw_found(lines, _found(scene, lines), scene.finder.hit())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    margin = MarginPainter(painter, scene.theme, scene.column.right)
    if (extent := _held_extent(scene, lines, extents)) is not None:
        margin.draw_held(extent, scene.column.held_bar)
    if scene.column.has_margin:
        _draw_margin(margin, scene, extents, view.cursorRect().center().y())


def _draw_margin(
    margin: MarginPainter, scene: Scene, extents: Mapping[Owner, Extent], caret: int
) -> None:
    marks = {owner: mark for owner in extents if (mark := scene.marks.of(owner)) is not None}
    for owner, mark in marks.items():
        if mark.is_saved:
            margin.draw_bars(mark, extents[owner])
    margin.draw(labels_for(marks, extents, scene.held, scene.note, caret))


def _found(scene: Scene, lines: Sequence[VisibleLine]) -> list[Span]:
    to_text = scene.display.to_text
    return scene.finder.between(to_text(lines[0].start), to_text(lines[-1].end))


def _held_extent(
    scene: Scene, lines: Sequence[VisibleLine], extents: Mapping[Owner, Extent]
) -> Extent | None:
    """Return where the bar stands: beside the selection, else beside the mark in hand."""
    if scene.selection is not None:
        to_qt = scene.display.to_qt
        return extent_of(lines, to_qt(scene.selection.start), to_qt(scene.selection.end))
    return None if scene.held is None else extents.get(scene.held)

"""The four places where somebody who doubts the window looks: picture, words, disk, search.

Owns how each is read without asking the window what it believes. Disk means the library's file, by
a connection of its own that can only read.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage

from kdcurator.domain.searching import HitKind
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.theme import tag_colour
from tests.gui.conftest import Hands

_QUOTES = """
    SELECT quote.id, person.name, quote.note, quote.article_id, article_version.text
    FROM quote
    JOIN article_version ON article_version.id = quote.version_id
    LEFT JOIN person ON person.id = quote.speaker_id
    ORDER BY quote.id"""
_SEGMENTS = "SELECT start, end, exact FROM segment WHERE quote_id = ? ORDER BY position"
_TAGS = """
    SELECT tag.name FROM quote_tag JOIN tag ON tag.id = quote_tag.tag_id
    WHERE quote_tag.quote_id = ? ORDER BY quote_tag.id"""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A saved quote as the file has it."""

    id: int
    speaker: str | None
    note: str | None
    article_id: int
    text: str
    tags: tuple[str, ...]
    is_verbatim: bool
    """Whether every segment is what its article says at that place, character by character."""


@dataclass(frozen=True, slots=True)
class Places:
    """Looks at what `hands` did."""

    hands: Hands

    # The picture

    def coloured(self, digit: int) -> int:
        """Return how many points of the text's picture are in the colour of a digit's tag."""
        reader, desk = self.hands.window.frame.reader, self.hands.window.desk
        tag = desk.tag_on(digit)
        assert tag is not None
        wanted = tag_colour(self.hands.window.theme, tag.colour)
        return _count(reader.viewport().grab().toImage(), wanted)

    def text_picture(self) -> QImage:
        """Return the picture of the text and of the panel beside it."""
        return self.hands.window.frame.row.grab().toImage()

    # The disk

    def kept(self) -> list[OnDisk]:
        """Return the saved quotes in the order in which they were saved."""
        with self.file() as file:
            return [_on_disk(file, *row) for row in file.execute(_QUOTES)]

    @contextmanager
    def file(self) -> Iterator[sqlite3.Connection]:
        """Give the library's file, by a connection of its own that can only read."""
        path: Path = self.hands.window.desk.curator.library.folder / "library.sqlite3"
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
            yield file

    # The search

    def found(self, query: str) -> list[int]:
        """Search by keys; return the quotes that the list of hits shows, and step out again."""
        return self._hits(query, HitKind.QUOTE)

    def articles_found(self, query: str) -> list[int]:
        """Search by keys; return the articles that the list of hits shows, and step out again."""
        return self._hits(query, HitKind.ARTICLE)

    def _hits(self, query: str, kind: HitKind) -> list[int]:
        self.hands.press("F", "Ctrl+A")
        self.hands.write(query)
        model = self.hands.window.frame.search.hit_list.model()
        hits = [model.index(row, 0).data(VALUE) for row in range(model.rowCount())]
        self.hands.press("Esc", "Esc")
        return sorted(hit.id for hit in hits if hit.kind is kind)


def _on_disk(
    file: sqlite3.Connection, row_id: int, speaker: str | None, note: str | None, *rest: object
) -> OnDisk:
    article_id, text = rest
    segments = file.execute(_SEGMENTS, (row_id,)).fetchall()
    tags = tuple(name for (name,) in file.execute(_TAGS, (row_id,)))
    is_verbatim = bool(segments) and all(
        str(text)[start:end] == exact for start, end, exact in segments
    )
    words = " ".join(exact for _start, _end, exact in segments)
    return OnDisk(row_id, speaker, note, int(str(article_id)), words, tags, is_verbatim)


def _count(image: QImage, colour: QColor) -> int:
    points = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), "<u4")
    return int(np.count_nonzero(points & 0xFFFFFF == colour.rgb() & 0xFFFFFF))

"""The labels in the margin: their words, their heights, and that no two of them collide.

Owns the arithmetic of the margin. Must not know how a label is drawn. Lengths are pixels of the
viewport.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.reader.marks import Mark, Owner
from kdcurator.gui.reader.painting import Extent

NAME, ROW, CAP = 22, 23, 18
"""Heights of a name's row, of a tag's row from cap to cap, and of a key cap."""
CHIP: Final = 57
NOTE: Final = 6 + 2 + ROW + ROW
LINE: Final = 17
"""From one line of a label's text to the next."""

LABELS: Final = 31  # from the column to the labels of saved quotes
CHIPS: Final = 16  # from the column to chips and the labels of suggestions
WIDTH: Final = 148  # from the column to where labels end

_GAP: Final = 8  # between two labels
_FIRST_LINE: Final = 12  # from the top of a tint to the middle of its line
_CHIP_NAME: Final = 16  # from the top of a chip to the middle of its name


@dataclass(frozen=True, slots=True)
class Note:
    """What was just done to a quote, and the key that takes it back."""

    owner: Owner | None
    text: str
    key: str

    def lines(self) -> list[str]:
        """Return the text in one line, or in two that fit beside the column."""
        metrics = QFontMetricsF(note_font())
        room = scaled(WIDTH - LABELS)
        first, rest = "", self.text.split()
        while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= room:
            first = f"{first} {rest.pop(0)}".strip()
        second = metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, room)
        return [line for line in (first, second) if line]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside one mark; `top` is where it would stand alone."""

    mark: Mark | None
    """None where a note stands alone: what it speaks of is no longer marked."""
    top: int
    is_held: bool = False
    note: Note | None = None
    is_beside_bars: bool = False
    """Whether bars of saved quotes run where a suggestion's label would begin."""

    @property
    def height(self) -> int:
        """Return the room it takes with a row for each tag."""
        if self.mark is None:
            return scaled(self.note_height)
        if not self.mark.is_saved:
            rows = 1 if self.mark.is_strong else 2
            return scaled(CHIP if self.is_held else NAME + LINE * (rows - 1))
        rows = max(1, len(self.mark.names)) + (self.mark.doubt is not None)
        return scaled(NAME + ROW * rows + self.note_height)

    @property
    def compact(self) -> int:
        """Return the room it takes with all keys in the name's row."""
        is_saved = self.mark is not None and self.mark.is_saved
        return scaled(NAME + self.note_height) if is_saved else self.height

    @property
    def note_height(self) -> int:
        """Return the room that its note takes, in pixels at 100 %."""
        return 0 if self.note is None else NOTE + LINE * (len(self.note.lines()) - 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with its final place."""

    label: Label
    top: int
    is_compact: bool

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + (self.label.compact if self.is_compact else self.label.height)

    @property
    def note_top(self) -> int:
        """Where its note begins."""
        return self.bottom - scaled(self.label.note_height)


def stack(labels: Sequence[Label]) -> list[Placed]:
    """Place labels from above so that none covers another.

    One that would push the next from its line shrinks first to a single row.
    """
    placed: list[Placed] = []
    free = 0
    gap = scaled(_GAP)
    ordered = sorted(labels, key=lambda label: label.top)
    for number, label in enumerate(ordered):
        top = max(label.top, free)
        wanted = ordered[number + 1].top if number + 1 < len(ordered) else None
        is_compact = wanted is not None and top + label.height + gap > wanted
        placed.append(Placed(label, top, is_compact))
        free = placed[-1].bottom + gap
    return placed


def labels_for(
    marks: Mapping[Owner, Mark],
    extents: Mapping[Owner, Extent],
    in_hand: Owner | None,
    note: Note | None,
    caret: int,
) -> list[Label]:
    """Return the labels of the marks in sight, each beside its first visible line.

    A note whose quote is no longer marked stands beside the caret.
    """
    labels = []
    for owner, extent in extents.items():
        is_held = owner == in_hand
        mark = marks[owner]
        half = _CHIP_NAME if is_held and not mark.is_saved else NAME // 2
        top = max(scaled(4), extent.top + scaled(_FIRST_LINE - half))
        own = note if note is not None and note.owner == owner else None
        beside = not mark.is_saved and any(
            marks[other].is_saved and seen.top < top + CHIP and seen.bottom > top
            for other, seen in extents.items()
        )
        labels.append(Label(mark, top, is_held, own, beside))
    if note is not None and note.owner is None:
        labels.append(Label(None, max(scaled(4), caret - scaled(NAME // 2)), note=note))
    return labels


def surname(speaker: str | None) -> str:
    """Return a person's last name; the whole name of a body, told by a last word without capital.

    "Københavns Kommune" is no person either: bodies' own words stay together.
    """
    if speaker is None:
        return unknown()
    words = speaker.split()
    is_body = not words or not words[-1][0].isupper() or words[-1].casefold() in _BODIES
    return speaker if is_body else words[-1]


_BODIES: Final = frozenset(
    [
        "kommune",
        "region",
        "styrelsen",
        "ministeriet",
        "forbundet",
        "universitet",
        "danmark",
        "a/s",
        "aps",
    ]
)


def note_font() -> QFont:
    """Return the font of names and notes."""
    return ui_font(12, SEMIBOLD)


def unknown() -> str:
    """Return the words for a speaker that nobody knows."""
    return QCoreApplication.translate("Reader", "unknown speaker")


def untagged() -> str:
    """Return the words for a saved quote without tags."""
    return QCoreApplication.translate("Reader", "no tag")


def suggestion() -> str:
    """Return the word for a suggestion."""
    return QCoreApplication.translate("Reader", "suggestion")


def weak() -> str:
    """Return the words for a suggestion that may be none."""
    return QCoreApplication.translate("Reader", "weak suggestion")


def weak_in_chip() -> str:
    """Return the same for a chip, where room is short."""
    return QCoreApplication.translate("Reader", "weak")


def undoes() -> str:
    """Return the word behind the key that takes something back."""
    return QCoreApplication.translate("Reader", "undoes")

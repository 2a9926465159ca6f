"""A tag by name: fuzzy, the suggested and the recent first, an unknown name makes it.

Owns the order of the tags. Must not know what the tag is put on.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.person import name_key
from kdcurator.domain.tag import Tag
from kdcurator.gui.dialogs.choosing import Chooser, Row
from kdcurator.gui.dialogs.matching import Match, best
from kdcurator.gui.fonts import scaled
from kdcurator.gui.models.wording import quotes_in_all
from kdcurator.gui.theme import Theme

_NEW = "new tag"

_WHOLE = 430
"""Pixels of the panel with nine tags, at 100 %."""


class TagPicker(Chooser):
    """Asks for a tag."""

    picked = Signal(str)
    """The name of a tag, which may be new."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without tags."""
        super().__init__(parent, theme, "tagPicker", width=396, is_shaded=False)
        self._tags: list[Tag] = []
        self._suggested: str | None = None
        self.hint("⏎", self.tr("put tag on"))
        self.hint("Esc", self.tr("close"))

    def top(self) -> int:
        """Lie lower than other panels: the text above stays in sight."""
        return max(super().top(), min(self.height() * 2 // 5, self.height() - scaled(_WHOLE)))

    def ask(
        self, tags: Sequence[Tag], recent: Sequence[str], suggested: str | None, what: str = ""
    ) -> None:
        """Open; `what` says for what a tag is asked."""
        order = {name_key(name): place for place, name in enumerate(reversed(recent), start=1)}
        if suggested is not None:
            order[name_key(suggested)] = 0
        self._suggested = suggested
        self._tags = sorted(tags, key=lambda tag: order.get(name_key(tag.name), len(order) + 1))
        self.label.setText(what)
        self.begin(self.tr("Find a tag"), self.tr("Name of a tag"))

    def find_rows(self, query: str) -> Sequence[Row]:
        """Return the tags that match, and at last the one that would be new."""
        rows = [self._row(tag, how) for tag, how in best(query, self._tags, lambda tag: tag.name)]
        name = " ".join(query.split())
        if name and name_key(name) not in {name_key(tag.name) for tag in self._tags}:
            text = self.tr("New tag “{name}”").format(name=name)
            rows.append(Row((_NEW, name), text, sign="+", is_apart=bool(rows)))
        return rows

    def choose(self, row: Row) -> None:
        """Tell the name."""
        if isinstance(row.id, tuple):
            self.picked.emit(row.id[1])
        else:
            self.picked.emit(row.text)

    def _row(self, tag: Tag, how: Match) -> Row:
        is_suggested = self._suggested is not None and name_key(self._suggested) == name_key(
            tag.name
        )
        return Row(
            tag.id,
            tag.name,
            how.letters,
            aside=self.tr("suggested") if is_suggested else "",
            right=quotes_in_all(tag.quotes),
            key="0" if is_suggested else str(tag.key or ""),
            colour=tag.colour,
        )

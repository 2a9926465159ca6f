"""The nine keyed tags as rows, then those other tags that the quote in hand has.

Owns counts, ticks and free digits. Must not know services.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Qt

from kdcurator.domain.person import name_key
from kdcurator.domain.tag import Tag, TagId
from kdcurator.gui.models.values import ValueModel
from kdcurator.gui.models.wording import quotes_in_all, translate

DIGITS: Final = range(1, 10)


@dataclass(frozen=True, slots=True)
class TagRow:
    """A digit with its tag, a free digit, or a tag without a digit."""

    key: int | None
    tag: Tag | None


class TagModel(ValueModel[TagRow]):
    """Shows tags under their digits; ticked are those that the quote in hand has."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nine free digits."""
        super().__init__(parent)
        self._tags: dict[TagId, Tag] = {}
        self._ticked: frozenset[str] = frozenset()
        self._lay_out()

    def key(self, value: TagRow) -> object:
        """Return digit and tag."""
        return value.key, value.tag.id if value.tag else None

    def words(self, value: TagRow) -> str:
        """Return the tag's name, or that the digit is free."""
        return value.tag.name if value.tag else translate("wording", "free")

    def aloud(self, value: TagRow) -> str:
        """Return digit, name, count and tick."""
        parts = [str(value.key) if value.key else "", self.words(value)]
        if value.tag:
            parts.append(quotes_in_all(value.tag.quotes))
        if self.is_ticked(value):
            parts.append(translate("wording", "on this quote"))
        return ", ".join(part for part in parts if part)

    def tooltip(self, value: TagRow) -> str:
        """Return the tag's name and what it means."""
        if value.tag is None:
            return ""
        return ": ".join(part for part in (value.tag.name, value.tag.description) if part)

    def check_state(self, value: TagRow) -> Qt.CheckState | None:
        """Return whether the quote in hand has the tag; None for a free digit."""
        if value.tag is None:
            return None
        return Qt.CheckState.Checked if self.is_ticked(value) else Qt.CheckState.Unchecked

    def is_ticked(self, value: TagRow) -> bool:
        """Tell whether the quote in hand has the tag."""
        return value.tag is not None and name_key(value.tag.name) in self._ticked

    def set_tags(self, tags: Iterable[Tag]) -> None:
        """Show other tags; all of the library, those without a digit too."""
        self._tags = {tag.id: tag for tag in tags}
        self._lay_out()

    def tick(self, names: Sequence[str]) -> None:
        """Tick these tags and no others."""
        ticked = frozenset(map(name_key, names))
        if ticked != self._ticked:
            self._ticked = ticked
            self._lay_out()

    def adjust_count(self, tag_id: TagId, by: int) -> None:
        """Count more or fewer quotes under a tag."""
        tag = self._tags.get(tag_id)
        if tag is not None:
            self._tags[tag_id] = replace(tag, quotes=max(0, tag.quotes + by))
            self._lay_out()

    def named(self, name: str) -> Tag | None:
        """Return the tag of this name."""
        wanted = name_key(name)
        return next((tag for tag in self._tags.values() if name_key(tag.name) == wanted), None)

    def _lay_out(self) -> None:
        """Show the rows as they are now; rows are replaced in place while their number is right."""
        keyed = {tag.key: tag for tag in self._tags.values() if tag.key}
        rows = [TagRow(digit, keyed.get(digit)) for digit in DIGITS]
        rows += [
            TagRow(None, tag)
            for tag in self._tags.values()
            if not tag.key and name_key(tag.name) in self._ticked
        ]
        if len(rows) != len(self._values):
            self.set_values(rows)
            return
        self._values = rows
        self.dataChanged.emit(self.index(0), self.index(len(rows) - 1), [])

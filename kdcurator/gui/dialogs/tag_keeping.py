"""Which tag, and what becomes of it: another name, another key, part of another tag, gone.

Owns the two questions and the rows that answer them. Must not know how a tag list is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.person import name_key
from kdcurator.domain.tag import Tag
from kdcurator.gui.dialogs.choosing import Chooser, Row
from kdcurator.gui.dialogs.matching import Match, best
from kdcurator.gui.models.wording import quotes_in_all
from kdcurator.gui.theme import Theme

_NO_KEY: Final = 0


class TagVerb(StrEnum):
    """What is done to a tag."""

    RENAME = "rename"
    MERGE = "merge"
    SET_KEY = "set_key"
    DELETE = "delete"


class TagKeeping(Chooser):
    """Asks for a tag first, then, unless it is deleted, for what becomes of it."""

    renamed = Signal(str, str)
    """(name, new name)"""
    merged = Signal(str, str)
    """(the tag that goes, the tag that stays)"""
    keyed = Signal(str, object)
    """(name, a digit or None)"""
    deleted = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without tags."""
        super().__init__(parent, theme, "tagKeeping", width=460, is_shaded=True)
        self._tags: list[Tag] = []
        self._verb = TagVerb.RENAME
        self._tag: Tag | None = None
        self.hint("⏎", self.tr("choose"))
        self.hint("Esc", self.tr("close"))

    def ask(self, verb: TagVerb, tags: Sequence[Tag]) -> None:
        """Open with the first question: which tag."""
        self._verb, self._tags, self._tag = verb, list(tags), None
        names = {
            TagVerb.RENAME: self.tr("Rename a tag"),
            TagVerb.MERGE: self.tr("Merge tags"),
            TagVerb.SET_KEY: self.tr("Change a tag's key"),
            TagVerb.DELETE: self.tr("Delete a tag"),
        }
        self.label.setText(names[verb])
        self.begin(names[verb], self.tr("Which tag?"))

    def find_rows(self, query: str) -> Sequence[Row]:
        """Return the answers to the question of now."""
        if self._tag is None:
            return [self._tag_row(tag, how.letters) for tag, how in self._matching(query)]
        second: dict[TagVerb, Callable[[str, Tag], list[Row]]] = {
            TagVerb.RENAME: self._names,
            TagVerb.MERGE: self._others,
            TagVerb.SET_KEY: self._digits,
        }
        return second[self._verb](query, self._tag)

    def choose(self, row: Row) -> None:
        """Take a tag and ask on, or tell what is wanted."""
        if self._tag is not None:
            self._tell(self._tag, row)
            return
        self._tag = next(tag for tag in self._tags if tag.id == row.id)
        if self._verb is TagVerb.DELETE:
            self.deleted.emit(self._tag.name)
        else:
            self._ask_on(self._tag)

    def _ask_on(self, tag: Tag) -> None:
        questions = {
            TagVerb.RENAME: self.tr("New name for “{name}”"),
            TagVerb.MERGE: self.tr("Which tag takes the quotes of “{name}”?"),
            TagVerb.SET_KEY: self.tr("Which key for “{name}”?"),
        }
        question = questions[self._verb].format(name=tag.name)
        self.begin(question, question)
        if self._verb is TagVerb.RENAME:
            self.field.setText(tag.name)
            self.field.selectAll()

    def _tell(self, tag: Tag, row: Row) -> None:
        match row.id:
            case ("into", str(name)):
                self.merged.emit(tag.name, name)
            case ("name", str(name)):
                self.renamed.emit(tag.name, name)
            case ("key", int(digit)):
                self.keyed.emit(tag.name, digit or None)

    # Rows

    def _matching(self, query: str) -> list[tuple[Tag, Match]]:
        return best(query, self._tags, lambda tag: tag.name)

    def _tag_row(self, tag: Tag, letters: frozenset[int]) -> Row:
        return Row(
            tag.id,
            tag.name,
            letters,
            right=quotes_in_all(tag.quotes),
            key=str(tag.key or ""),
            colour=tag.colour,
        )

    def _names(self, query: str, tag: Tag) -> list[Row]:
        """Offer the name that is written; a name that another tag has leads to a merge."""
        name = " ".join(query.split())
        if not any(letter.isalnum() for letter in name) or name == tag.name:
            return []
        for other in self._tags:
            if other.id != tag.id and name_key(other.name) == name_key(name):
                words = self.tr("“{name}” is there already: merge the two")
                return [Row(("into", other.name), words.format(name=other.name), sign="+")]
        words = self.tr("Rename “{name}” to “{new_name}”")
        return [Row(("name", name), words.format(name=tag.name, new_name=name))]

    def _others(self, query: str, tag: Tag) -> list[Row]:
        found = [(other, how) for other, how in self._matching(query) if other.id != tag.id]
        rows = [(other, self._tag_row(other, how.letters)) for other, how in found]
        return [replace(row, id=("into", other.name)) for other, row in rows]

    def _digits(self, query: str, tag: Tag) -> list[Row]:
        """Offer the nine digits, with the tag that each has now, and none."""
        holders = {other.key: other.name for other in self._tags if other.key is not None}
        rows = [
            Row(("key", digit), str(digit), aside=holders.get(digit, self.tr("free")))
            for digit in range(1, 10)
            if digit != tag.key
        ]
        if tag.key is not None:
            rows.append(Row(("key", _NO_KEY), self.tr("No key"), sign="–", is_apart=True))
        asked = query.strip().casefold()
        return [row for row in rows if asked in f"{row.text} {row.aside}".casefold()]

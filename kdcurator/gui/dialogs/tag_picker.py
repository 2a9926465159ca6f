"""A tag by name: fuzzy, the suggested and the recent first, an unknown name makes it.

Owns the order of the tags. Must not know what the tag is put on.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.person import name_key
from kdcurator.domain.searching import Ground, TagAdvice
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
        self._advice: dict[str, TagAdvice] = {}
        self._order: dict[str, int] = {}
        self.hint("⏎", self.tr("put tag on"))
        self.hint("Esc", self.tr("close"))

    def top(self) -> int:
        """Lie lower than other panels: the text above stays in sight."""
        return max(super().top(), min(self.height() * 2 // 5, self.height() - scaled(_WHOLE)))

    def ask(self, tags: Sequence[Tag], recent: Sequence[str], what: str = "") -> None:
        """Open, the recent tags first; `what` says for what a tag is asked."""
        self._order = {name_key(name): at for at, name in enumerate(reversed(recent))}
        self._tags, self._advice = list(tags), {}
        self._sort()
        self.label.setText(what)
        self.begin(self.tr("Find a tag"), self.tr("Name of a tag"))

    def put_first(self, advice: Sequence[TagAdvice]) -> None:
        """Show the tags that fit before the others, unless somebody types or moves already."""
        is_untouched = not self.field.text() and self.list.currentIndex().row() <= 0
        if advice and self.isVisible() and is_untouched:
            self._advice = {name_key(one.name): one for one in advice}
            self._sort()
            self.renew()

    def _sort(self) -> None:
        order = {key: at - len(self._advice) for at, key in enumerate(self._advice)}
        order = self._order | order
        self._tags.sort(key=lambda tag: order.get(name_key(tag.name), len(order)))

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
        key = name_key(tag.name)
        is_first = key == next(iter(self._advice), None)
        return Row(
            tag.id,
            tag.name,
            how.letters,
            aside=self._why(self._advice[key]) if key in self._advice else "",
            right=quotes_in_all(tag.quotes),
            key="0" if is_first else str(tag.key or ""),
            colour=tag.colour,
        )

    def _why(self, advice: TagAdvice) -> str:
        """Return what speaks for a tag, in a few words."""
        match advice.ground:
            case Ground.ARTICLE:
                return self.tr("as in this article")
            case Ground.SPEAKER:
                return self.tr("as this speaker before")
            case Ground.WORDS | Ground.NAME:
                return self.tr("for “{word}”").format(word=advice.word)

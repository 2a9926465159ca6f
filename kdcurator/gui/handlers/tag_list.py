"""The tag list itself: names, keys, two made one, one deleted.

Owns the way from these commands to the library. Must not know how a tag is asked for.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kdcurator.gui import messages
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.tag_keeping import TagKeeping, TagVerb

if TYPE_CHECKING:
    from kdcurator.domain.changes import Change


class TagList(QObject):
    """Keeps the tags in order; every change is one undo."""

    def __init__(self, desk: Desk, chooser: TagKeeping) -> None:
        """Act on the desk's library; `chooser` asks which tag and what for."""
        super().__init__(desk)
        self._desk = desk
        self._chooser = chooser
        tags = desk.curator.tags
        chooser.renamed.connect(lambda name, new: self._do(lambda: tags.rename_tag(name, new)))
        chooser.merged.connect(lambda name, into: self._do(lambda: tags.merge_tags(name, into)))
        chooser.keyed.connect(lambda name, key: self._do(lambda: tags.set_key(name, key)))
        chooser.deleted.connect(lambda name: self._do(lambda: tags.delete_tag(name)))

    def rename(self) -> None:
        """Give a tag another name."""
        self._ask(TagVerb.RENAME)

    def merge(self) -> None:
        """Make one tag of two."""
        self._ask(TagVerb.MERGE)

    def set_key(self) -> None:
        """Put a tag on another digit, or on none."""
        self._ask(TagVerb.SET_KEY)

    def delete(self) -> None:
        """Take a tag off all quotes and delete it; the quotes stay."""
        self._ask(TagVerb.DELETE)

    def _ask(self, verb: TagVerb) -> None:
        if self._desk.tags:
            self._chooser.ask(verb, self._desk.tags)
        else:
            self._desk.hint(self.tr("There are no tags yet. T makes one."))

    def _do(self, act: "Callable[[], Change]") -> None:
        change = self._desk.run(act)
        if change is not None and change.id is not None:
            self._desk.bus.tell(messages.done(change), undo_key=True)

"""Every command by name.

Owns which commands are offered and their order: those of the moment first. Must not know what a
command does.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.gui.actions import ACTIONS, TAGS, Action
from kdcurator.gui.dialogs.choosing import Chooser, Row
from kdcurator.gui.dialogs.matching import best
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.theme import Theme

_OF_NO_USE: Final = frozenset({"palette", "step_out", "one_more_tag"})
"""They make sense as keys alone."""


class Palette(Chooser):
    """Offers the commands."""

    called = Signal(object)
    """`Action`: what was chosen."""

    def __init__(
        self, parent: QWidget, theme: Theme, keymap: Keymap, can_do: Callable[[Action], bool]
    ) -> None:
        """Offer what `can_do` allows at the moment first."""
        super().__init__(parent, theme, "palette", width=600, is_shaded=True)
        self._keymap = keymap
        self._can_do = can_do
        self._actions: list[Action] = []
        self.label.setText(self.tr("Commands"))
        self.hint("↑ ↓", self.tr("choose"))
        self.hint("⏎", self.tr("do"))
        self.hint("Esc", self.tr("close"))

    def ask(self) -> None:
        """Open."""
        offered = [action for action in ACTIONS if action.id not in _OF_NO_USE]
        self._actions = sorted(offered, key=lambda a: (a in TAGS, not self._can_do(a)))
        self.begin(self.tr("Commands"), self.tr("What do you want to do?"))

    def find_rows(self, query: str) -> Sequence[Row]:
        """Return the commands whose names hold what was typed."""
        return [
            Row(
                action,
                action.name,
                how.letters,
                key=self._keymap.label(action.id),
                is_faint=not self._can_do(action),
            )
            for action, how in best(query, self._actions, lambda action: action.name)
        ]

    def count_words(self, shown: int) -> str:
        """Return how many of the commands are listed."""
        words = self.tr("{shown} of {n} commands")
        return words.format(shown=shown, n=len(self._actions))

    def choose(self, row: Row) -> None:
        """Call the command."""
        self.called.emit(row.id)

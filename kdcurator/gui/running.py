"""What runs beside the window, told in the foot line and cancelled from there.

Owns which of several is shown: the one begun last. Must not know what any of them does.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kdcurator.gui.panes.status_line import StatusLine


@dataclass(frozen=True, slots=True)
class _Step:
    """How far something is; of 0 while nobody knows."""

    done: int
    total: int
    words: str
    cancel: Callable[[], object]


class Running(QObject):
    """Everything that takes a while, by name."""

    def __init__(self, foot: StatusLine, parent: QObject) -> None:
        """Tell in `foot`, which is also where it is asked to cancel."""
        super().__init__(parent)
        self._foot = foot
        self._steps: dict[str, _Step] = {}
        foot.cancel_requested.connect(self._cancel)

    @property
    def is_anything(self) -> bool:
        """Tell whether anything runs."""
        return bool(self._steps)

    def tell(
        self, name: str, words: str, cancel: Callable[[], object], done: int = 0, total: int = 0
    ) -> None:
        """Say that `name` runs and how far it is; `cancel` ends it, and must call `end`."""
        self._steps[name] = _Step(done, total, words, cancel)
        self._show()

    def end(self, name: str) -> None:
        """Say that `name` is over, failed or cancelled."""
        self._steps.pop(name, None)
        self._show()

    def _show(self) -> None:
        if not self._steps:
            self._foot.end_progress()
            return
        step = list(self._steps.values())[-1]
        self._foot.show_progress(step.done, step.total, step.words)

    def _cancel(self) -> None:
        if self._steps:
            list(self._steps.values())[-1].cancel()

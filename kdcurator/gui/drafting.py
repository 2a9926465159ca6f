"""What is being written, put on the disk while it is written.

Owns how soon, and the thread that waits for the disk. Must not know which form it stands in.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kdcurator.domain.draft import Draft, DraftKey
from kdcurator.domain.errors import CuratorError
from kdcurator.services.drafting import DraftService

SOON: Final = 400
"""Milliseconds that what was just written may wait for: a kill costs no more than that."""


class Drafting(QObject):
    """Keeps drafts, in the order in which they are told."""

    failed = Signal(object)
    """The `CuratorError` that prevents it; told once until it works again."""

    _ended = Signal()

    def __init__(self, drafts: DraftService, parent: QObject) -> None:
        """Keep with `drafts`."""
        super().__init__(parent)
        self._drafts = drafts
        self._disk = ThreadPoolExecutor(1, "drafts")
        self._latest: dict[DraftKey, Draft | None] = {}
        """What was told, also what is not on the disk yet; None of what is forgotten."""
        self._waiting: dict[DraftKey, Draft] = {}
        self._work: list[Future[None]] = []
        self._is_failing = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.keep_now)
        self._ended.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Tell whether something is not on the disk yet."""
        return bool(self._waiting or self._work)

    def kept(self) -> list[Draft]:
        """Return all drafts, the one that was written last at the end."""
        found = [draft for draft in self._drafts.list_drafts() if draft.key not in self._latest]
        return found + [draft for draft in self._latest.values() if draft is not None]

    def find(self, key: DraftKey) -> Draft | None:
        """Return the draft of this key, if there is one."""
        return next((draft for draft in self.kept() if draft.key == key), None)

    def keep_soon(self, draft: Draft) -> None:
        """Keep a draft, or forget it when it is empty."""
        self._latest.pop(draft.key, None)  # so that it comes last
        self._latest[draft.key] = None if draft.is_empty else draft
        self._waiting[draft.key] = draft
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Begin to keep what waits."""
        waiting, self._waiting = self._waiting, {}
        for draft in waiting.values():
            self._begin(self._keeping(draft))

    def forget(self, key: DraftKey) -> None:
        """Forget a draft whose text is saved."""
        self._waiting.pop(key, None)
        self._latest[key] = None
        self._begin(lambda: self._drafts.forget(key))

    def close(self) -> None:
        """Keep what waits, and wait for the disk; what it says now nobody hears."""
        self._timer.stop()
        self.keep_now()
        self._disk.shutdown()

    def _keeping(self, draft: Draft) -> Callable[[], None]:
        if draft.is_empty:
            return lambda: self._drafts.forget(draft.key)
        return lambda: self._drafts.keep(draft)

    def _begin(self, work: Callable[[], None]) -> None:
        future = self._disk.submit(work)
        self._work.append(future)
        future.add_done_callback(lambda _: self._ended.emit())

    def _hear(self) -> None:
        """Take what the disk said; what fails is tried again with the next letter."""
        ended = [future for future in self._work if future.done()]
        self._work = [future for future in self._work if not future.done()]
        for future in ended:
            error = future.exception()
            if isinstance(error, CuratorError):
                if not self._is_failing:
                    self.failed.emit(error)
                self._is_failing = True
            elif error is not None:
                raise error
            else:
                self._is_failing = False

"""One piece of work in a thread beside the window's, so that no paint waits for it.

Owns the thread and that the end is told in the window's own. Must not know the work.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from kdcurator.domain.errors import CuratorError


class Beside(QObject):
    """Does one thing at a time; a refusal is told, a fault is raised in the window's thread."""

    _ended = Signal()

    def __init__(self, parent: QObject) -> None:
        """Wait for work."""
        super().__init__(parent)
        self._thread: ThreadPoolExecutor | None = None
        self._work: Future[object] | None = None
        self._done: Callable[..., object] = _nothing
        self._failed: Callable[[CuratorError], object] = _nothing
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Tell whether something is being done."""
        return self._work is not None

    def start(
        self,
        work: Callable[[], object],
        done: Callable[..., object],
        failed: Callable[[CuratorError], object],
    ) -> None:
        """Do `work`; `done` hears what it returns, or `failed` what prevented it."""
        if self._work is not None:
            raise AssertionError("something else is being done")
        self._done, self._failed = done, failed
        self._thread = self._thread or ThreadPoolExecutor(1, "beside")
        self._work = self._thread.submit(work)
        self._work.add_done_callback(lambda _: self._ended.emit())

    def close(self) -> None:
        """Wait for what is being done; nobody hears of it any more."""
        self._work = None
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None

    def _end(self) -> None:
        work = self._work
        if work is None or not work.done():
            return  # what was told ended is nobody's concern any more
        self._work = None
        try:
            result = work.result()
        except CuratorError as error:
            self._failed(error)
        else:
            self._done(result)


def _nothing(*_: object) -> None:
    """Do nothing."""

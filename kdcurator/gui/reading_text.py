"""One text that was written here, read for quotes in a process of its own.

Owns the process from its start to its end, and that quotes of an article are found in its newer
text by another one. Must not know what becomes of what was read.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import CuratorError, ReaderStopped
from kdcurator.gui.foreseeing import Foreseeing
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import (
    Arrival,
    TextToRead,
    Turned,
    arrival_from_json,
    error_from_json,
    patience_for,
    to_read_as_json,
    turned_from_json,
)
from kdcurator.settings import Settings


class ReadingText(QObject):
    """Has one text read."""

    read = Signal(object)
    """The `Arrival`; the process is gone by then."""

    failed = Signal(object)
    """The `CuratorError` that prevented it."""

    def __init__(
        self,
        text: str,
        originals: Path | None,
        parent: QObject,
        of_article: tuple[ArticleId, Settings] | None = None,
    ) -> None:
        """Read `text`; its bytes are kept in `originals`, with None nowhere.

        Quotes of an article, in the library of these settings, are found in it.
        """
        super().__init__(parent)
        self._foreseeing, self._article_id = None, None
        if of_article is not None:
            self._article_id, settings = of_article
            self._foreseeing = Foreseeing(settings, self)
            self._foreseeing.foreseen.connect(self._tell_foreseen)
            self._foreseeing.begin()
        folder = None if originals is None else str(originals)
        self._process = WorkerProcess({"verb": "open", "originals": folder}, self)
        self.number = self._process.number
        """How the system knows the process."""
        self._is_over = False
        self._process.answered.connect(self._take)
        self._process.ended.connect(self._take)
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(lambda: self._end(ReaderStopped()))
        self._watch.start(int(1000 * patience_for(None)))
        self._process.send({"verb": "read", "items": [to_read_as_json(TextToRead(text))]})

    def stop(self) -> None:
        """End it without an answer."""
        self._is_over = True
        self._watch.stop()
        self._process.kill()
        if self._foreseeing is not None:
            self._foreseeing.close()
        self.deleteLater()

    def _take(self) -> None:
        while not self._is_over:
            answer = self._process.take()
            match answer:
                case None:
                    if not self._process.is_running():
                        self._end(ReaderStopped())
                    return
                case {"arrival": found}:
                    self._foresee(arrival_from_json(found))
                    return
                case {"turned": found}:
                    self._end(turned_from_json(found))
                case {"error": found}:
                    self._end(error_from_json(found))

    def _foresee(self, arrival: Arrival) -> None:
        """Have quotes found in what was read, if there are any."""
        if self._foreseeing is None:
            self._end(arrival)
            return
        self._watch.stop()
        self._process.kill()
        self._foreseeing.start([replace(arrival, renews=self._article_id)])

    def _tell_foreseen(self, arrivals: Sequence[Arrival]) -> None:
        self._end(arrivals[0])

    def _end(self, found: Arrival | Turned | CuratorError) -> None:
        self.stop()
        if isinstance(found, Arrival):
            self.read.emit(found)
        else:
            self.failed.emit(found.error if isinstance(found, Turned) else found)

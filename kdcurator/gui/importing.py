"""Texts on their way in while the window stays at hand: files, what is pasted, what is written.

Owns the flow of an import: files are read in another process, what was read is kept here a little
at a time between two paints. Must not know formats, nor how progress or a report looks.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import Article, Metadata
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import CuratorError, NoReader, ReaderStopped
from kdcurator.gui.bus import Bus, Level
from kdcurator.gui.file_readers import FileReaders
from kdcurator.gui.foreseeing import Foreseeing
from kdcurator.gui.keeping import TURN, Keeping
from kdcurator.gui.runner import Runner
from kdcurator.gui.translation import sentence_for
from kdcurator.services.arrivals import (
    Arrival,
    AttachmentsOf,
    BundleToRead,
    KeptMail,
    KeptPage,
    Origin,
    TextToRead,
    ToRead,
    Turned,
    WebPage,
    arrival_from_json,
    bundle_from_json,
    codebook_from_json,
    error_from_json,
    origin_of,
    patience_for,
    rest_behind,
    turned_from_json,
)
from kdcurator.settings import Settings

if TYPE_CHECKING:
    from kdcurator.services.articles import ImportReport, Incoming

TOLD_EVERY: Final = 0.1
"""Seconds between two words about how far it is: each lays the foot line out anew."""

REST: Final = 60
"""Milliseconds from one turn to the next while the child reads: some fifteen articles' worth."""

PATIENCE: Final = 2
"""So often a child may end while it reads nothing, before reading is given up."""

Settled = TypeVar("Settled", Turned, ToRead)


class Importer(QObject):
    """Imports files and texts, one import at a time."""

    progressed = Signal(int, int, str)
    """(done, of how many, what is being read or was last); of 0 while nobody knows."""

    kept = Signal(object)
    """A list of `Article`, new in the library, in their order."""

    finished = Signal(object)
    """The `ImportReport`, also of a cancelled or failed import."""

    def __init__(self, curator: Curator, bus: Bus, parent: QObject | None = None) -> None:
        """Import into the library of `curator`; changes and refusals are told on `bus`."""
        super().__init__(parent)
        self._curator = curator
        self._bus = bus
        self._runner = Runner(bus)
        self._flow: _Flow | None = None
        self.failure: CuratorError | None = None
        """What ended the last import before its end, or let it not begin."""

    def start(self, paths: Sequence[Path], *, shows_bundles: bool = True) -> None:
        """Import files and folders; while an import goes on they join it.

        Files of many articles wait to be seen if the import `shows_bundles`; else they are divided.
        """
        if paths and (flow := self._open(shows_bundles=shows_bundles)) is not None:
            flow.find(paths)

    def import_text(self, text: str, metadata: Metadata | None = None) -> bool:
        """Import a text that comes from no file, with what its writer says of it.

        Tells whether that could be begun.
        """
        if (flow := self._open()) is None:
            return False
        flow.read([TextToRead(text, metadata)])
        return True

    def import_page(self, page: WebPage) -> None:
        """Fetch a page that the user asked for, and import it."""
        if (flow := self._open()) is not None:
            flow.read([page])

    def import_more(
        self, items: Sequence[AttachmentsOf] | Sequence[BundleToRead] | Sequence[KeptMail]
    ) -> None:
        """Import what an import left to be asked for."""
        if items and (flow := self._open()) is not None:
            flow.read(items)

    def take_whole_page(self, page: KeptPage) -> bool:
        """Read all text of a page that was kept, for its article; tell whether that was begun.

        It is an undo of its own, so it joins no other import.
        """
        if self.is_running() or (flow := self._open(ChangeKind.TAKE_WHOLE_PAGE)) is None:
            return False
        flow.read([page])
        return True

    @property
    def process_number(self) -> int | None:
        """How the system knows the process that reads; None while none does."""
        return None if self._flow is None else self._flow.process_number

    def is_running(self) -> bool:
        """Tell whether an import goes on."""
        return self._flow is not None

    def cancel(self) -> None:
        """Stop; what is kept already stays, and one undo takes it back."""
        if self._flow is not None:
            self._flow.stop()

    def close(self) -> None:
        """Stop without a word, because the window closes; what is kept already stays."""
        flow, self._flow = self._flow, None
        if flow is not None:
            flow.blockSignals(True)  # noqa: FBT003 - Qt's name for it
            flow.stop()
            flow.deleteLater()

    def _open(
        self, kind: ChangeKind = ChangeKind.IMPORT_ARTICLES, *, shows_bundles: bool = True
    ) -> "_Flow | None":
        """Return the import that goes on, begun now if there is none; None when it is refused."""
        if self._flow is None:
            begin = self._curator.articles.begin_import
            incoming = self._runner.run(lambda: begin(kind))
            self.failure = self._runner.refusal
            if incoming is None:
                return None
            settings = self._curator.settings
            self._flow = _Flow(incoming, settings, self, shows_bundles=shows_bundles)
            self._flow.kept.connect(self.kept)
            self._flow.progressed.connect(self.progressed)
            self._flow.finished.connect(self._finish)
        return self._flow

    def _finish(self, report: "ImportReport", error: CuratorError | None) -> None:
        flow, self._flow = self._flow, None
        self.failure = error
        if flow is not None:
            flow.deleteLater()
        if report.change is not None:
            self._bus.changed.emit(report.change, self)
        if error is not None:
            self._bus.tell(sentence_for(error), Level.WARNING)
        self.finished.emit(report)


class _Flow(QObject):
    """One import from its first file to its last."""

    progressed = Signal(int, int, str)
    kept = Signal(object)
    finished = Signal(object, object)
    """(`ImportReport`, `CuratorError` or None)"""

    def __init__(
        self, incoming: "Incoming", settings: Settings, parent: QObject, *, shows_bundles: bool
    ) -> None:
        super().__init__(parent)
        self._incoming = incoming
        self._is_reading = self._is_over = False
        self._place: Origin = None
        self._rest: ToRead | None = None
        self._unexplained = 0
        self._done = self._total = 0
        self._last = ""
        self._told_at = self._began_at = 0.0
        self._turn = _once(self, self._take_turn)
        self._watch = _once(self, self._lose_patience)
        self._keeping = Keeping(incoming, self, Foreseeing(settings, self))
        # Queued: a disk that answers at once does so before `take` has noted that it was asked.
        self._keeping.answered.connect(self._take_from_disk, Qt.ConnectionType.QueuedConnection)
        self._readers = self._start_reading(shows_bundles=shows_bundles)

    def find(self, paths: Sequence[Path]) -> None:
        """Look for files, then read them."""
        self._readers.find([str(path) for path in paths])
        self._tell_progress()

    def read(self, items: Iterable[ToRead]) -> None:
        """Read these after what is being read."""
        self._total += self._readers.read(items)
        self._tell_progress()

    def stop(self, error: CuratorError | None = None) -> None:
        """End now, with what is kept; a listener may ask for it in the midst of a turn."""
        if self._is_over:
            return
        self._is_over = True
        self._turn.stop()
        self._watch.stop()
        self._readers.close()
        try:
            self._tell_kept(self._keeping.close())
        except CuratorError as failed:
            error = error or failed
        self.progressed.emit(self._done, self._total, self._last)
        self.finished.emit(self._incoming.report, error)

    # The processes that read

    @property
    def process_number(self) -> int:
        """How the system knows the one whose answers come next."""
        return self._readers.number

    def _start_reading(self, *, shows_bundles: bool) -> FileReaders:
        originals = str(self._incoming.originals)
        opening = {"verb": "open", "originals": originals, "shows_bundles": shows_bundles}
        readers = FileReaders(opening, self._incoming.reader_ended, self)
        readers.answered.connect(self._take_turn_soon)
        return readers

    def _watch_over(self, place: Origin) -> None:
        """Begin to count the time that what is read now may take."""
        self._place = place
        self._watch.start(int(1000 * patience_for(place)))

    def _lose_patience(self) -> None:
        """End what takes too long, unless its answer is there and only waits to be taken."""
        if self._readers.has_answers() or self._keeping.is_waiting:
            self._watch_over(self._place)
        else:
            self._begin_behind()

    def _begin_behind(self) -> None:
        """Leave the file out at which the reading ended, and go on behind it in a new process."""
        rest: ToRead | None = None
        if self._is_reading and self._readers.left() is not None:
            self._incoming.turn_away(Turned(self._place, ReaderStopped()))
            rest = self._rest
            if rest is None:
                self._settle(self._readers.settle())
        else:
            self._unexplained += 1
        if self._unexplained > PATIENCE:
            self.stop(NoReader())
            return
        self._readers.begin_anew(rest)
        self._take_turn_soon()

    # What they answer

    def _take_turn_soon(self) -> None:
        """Let some answers gather, so that they are kept in one transaction."""
        if not self._turn.isActive():
            self._turn.start(REST)

    def _take_turn(self) -> None:
        """Take answers and write what was read for about a paint's time; then let Qt go on."""
        if self._keeping.is_waiting:
            return  # the disk will tell
        self._began_at, started = time.monotonic(), time.thread_time()
        arrivals: list[Arrival] = []
        try:
            while self._keeping.has_room(arrivals) and time.thread_time() - started < TURN:
                answer = self._readers.take()
                if answer is None:
                    break
                self._hear(answer, arrivals)
            self._keeping.take(arrivals)
        except CuratorError as error:
            self.stop(error)
            return
        self._tell_progress()
        if not (self._is_over or self._keeping.is_waiting):
            self._go_on()

    def _go_on(self) -> None:
        """See to the next turn, to the end, or to a process that ended too soon."""
        if self._readers.has_answers():
            self._turn.start(self._rest_of_turn())
        elif self._readers.is_done:
            self.stop()
        elif not self._readers.is_running():
            self._begin_behind()

    def _rest_of_turn(self) -> int:
        """Return in how many milliseconds enough will have gathered for another turn.

        That is now, when nothing more will come unless it is asked for.
        """
        if self._readers.has_paused():
            return 0
        return max(0, REST - int(1000 * (time.monotonic() - self._began_at)))

    def _hear(self, answer: dict[str, Any], arrivals: list[Arrival]) -> None:
        """Act on one answer; raises what the child met and the user can act on."""
        match answer:
            case {"found": paths}:
                self.read(map(Path, paths))
            case {"unreadable": found}:
                self._total += 1
                self._incoming.turn_away(self._settle(turned_from_json(found)))
            case {"reading": _}:
                self._is_reading = True
                self._rest = None
                self._watch_over(origin_of(self._readers.item))
                self._last = _shown(origin_of(self._readers.item))
            case {"member": number, "path": place}:
                self._rest = rest_behind(self._readers.item, number)
                self._watch_over(Path(place))
            case {"arrival": _} | {"codes": _} | {"bundle": _} | {"turned": _}:
                self._hear_read(answer, arrivals)
                self._watch_over(self._place)
            case {"read": _}:
                self._settle(self._readers.settle())
            case {"error": found}:
                raise error_from_json(found)

    def _hear_read(self, answer: dict[str, Any], arrivals: list[Arrival]) -> None:
        match answer:
            case {"arrival": found}:
                arrivals.append(arrival_from_json(found))
            case {"codes": found}:
                self._incoming.keep_codes(codebook_from_json(found))
            case {"bundle": found}:
                self._incoming.report.bundles.append(bundle_from_json(found))
            case {"turned": found}:
                self._incoming.turn_away(turned_from_json(found))

    def _settle(self, item: Settled) -> Settled:
        """Count what was read or turned away, and remember its name."""
        self._is_reading = False
        self._watch.stop()
        self._done += 1
        self._last = _shown(item.path if isinstance(item, Turned) else origin_of(item))
        return item

    def _take_from_disk(self) -> None:
        """Go on with what was read meanwhile."""
        try:
            self._tell_kept(self._keeping.note())
        except CuratorError as error:
            self.stop(error)
            return
        if not (self._is_over or self._keeping.is_waiting):
            self._go_on()

    def _tell_kept(self, articles: list[Article]) -> None:
        if articles:
            self.kept.emit(articles)

    def _tell_progress(self) -> None:
        now = time.monotonic()
        if now - self._told_at > TOLD_EVERY:
            self._told_at = now
            self.progressed.emit(self._done, self._total, self._last)


def _shown(origin: Origin) -> str:
    return origin.name if isinstance(origin, Path) else str(origin or "")


def _once(parent: QObject, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer

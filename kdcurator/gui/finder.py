"""Searching in the window: in another process, which does nothing else.

Owns in which order that process searches, and what happens when it ends by itself. Whoosh is never
loaded in the window's own process unless there is no other. Must not know how a search works, who
shows what it finds nor who keeps the index.
"""

from collections import deque
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.searching import Answer, Question, Saying
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import error_from_json
from kdcurator.services.errands import (
    advice_from_json,
    answer_from_json,
    completions_from_json,
    facets_from_json,
    question_as_json,
    saying_as_json,
    settings_as_json,
)

WARM_UP: Final = 1_500
"""Milliseconds after the start until the process is begun, so that it disturbs no first key."""

WORDS: Final = 5
"""So many words are offered to go on with."""

NAMES: Final = 4
"""So many tags, speakers and the like are counted, each."""

PATIENCE: Final = 2
"""So often the process may end by itself before the window searches without one."""


class Finder(QObject):
    """Searches, the newest question first."""

    answered = Signal(object)
    """The `Answer` to the newest question."""

    advised = Signal(object, object)
    """A `Saying` and the `TagAdvice`s for it: none where they could not be had."""

    completed = Signal(str, object)
    """The query that was answered last, and the `Completion`s of its last word."""

    counted = Signal(str, object)
    """The query whose hits are shown, and the `FacetCount`s of them."""

    failed = Signal(object)
    """The `CuratorError` that prevented an answer."""

    stopped = Signal()
    """Nothing is asked any more: what was asked was given up, or has failed."""

    lacking = Signal(object)
    """How many changes the index lacks, None where there is none: at the start and with answers."""

    def __init__(self, curator: Curator, parent: QObject | None = None) -> None:
        """Search the library of `curator`; nothing is started before it is needed."""
        super().__init__(parent)
        self._curator = curator
        self._process: WorkerProcess | None = None
        self._wanted: Question | None = None
        self._asked: Question | None = None
        self._said: deque[Saying] = deque()
        self._weighed: Saying | None = None
        self._beside: list[dict[str, Any]] = []
        self._is_beside = self._is_warming = False
        self._is_warm = True
        self._has_looked = False
        self._unexplained = 0
        self._warm_up = QTimer(self, singleShot=True, interval=WARM_UP)
        self._warm_up.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Tell whether a question waits for its answer."""
        is_asked = self._wanted is not None or self._asked is not None
        is_asked = is_asked or bool(self._said) or self._weighed is not None
        return is_asked or self._is_beside or bool(self._beside)

    @property
    def is_warm(self) -> bool:
        """Tell whether all that searches read was read ahead, or need not be."""
        return self._is_warm

    @property
    def process_number(self) -> int | None:
        """How the system knows the process; None while there is none."""
        return None if self._process is None else self._process.number

    def ask(self, question: Question) -> None:
        """Search; a question that still waits is dropped for this one, and what follows on one."""
        self._wanted = question
        self._beside.clear()
        self._go_on()

    def advise(self, saying: Saying) -> None:
        """Ask for the tags that fit what was said; each question is answered, in order."""
        self._said.append(saying)
        self._go_on()

    def warm_up(self) -> None:
        """Begin soon, so that the first question need not wait, and see what the index lacks."""
        self._warm_up.start()

    def warm_again(self) -> None:
        """Read ahead what is new in the index, if anybody has searched."""
        if self._process is not None:
            self._begin()

    def stop(self) -> None:
        """Give up what was asked."""
        self.close()
        self.stopped.emit()

    def close(self) -> None:
        """End the process."""
        self._warm_up.stop()
        self._wanted = self._asked = None
        self._forget_beside()
        self._leave_unadvised()
        self._end_process()

    def _leave_unadvised(self) -> None:
        """Say of what waits for tags that there are none to be had."""
        waiting = [*filter(None, [self._weighed]), *self._said]
        self._weighed = None
        self._said.clear()
        for said in waiting:
            self.advised.emit(said, [])

    def _forget_beside(self) -> None:
        self._beside.clear()
        self._is_beside = self._is_warming = False
        self._is_warm = True

    def _begin(self) -> None:
        self._is_warm = False
        self._go_on()

    # The process

    def _go_on(self) -> None:
        """Ask for the next thing when nothing is under way: hits first, reading ahead last."""
        is_asked = self._asked is not None or self._weighed is not None
        if is_asked or self._is_beside or self._is_warming:
            return
        if self._wanted is not None:
            self._asked, self._wanted = self._wanted, None
            self._send({"verb": "search", "question": question_as_json(self._asked)})
        elif self._said:
            self._weighed = self._said.popleft()
            self._send({"verb": "advise", "saying": saying_as_json(self._weighed)})
        elif self._beside:
            self._is_beside = True
            self._send(self._beside.pop(0))
        elif not self._is_warm:
            self._is_warming = True
            self._send({"verb": "warm"})

    def _send(self, request: dict[str, Any]) -> None:
        if self._unexplained > PATIENCE:
            QTimer.singleShot(0, self, self._do_here)
            return
        if self._process is None:
            settings = settings_as_json(self._curator.settings)
            opening = {"verb": "library", "settings": settings, "leaves_index": True}
            self._process = WorkerProcess(opening, self)
            self._process.answered.connect(self._take)
            self._process.ended.connect(self._take)
        self._process.send(request)

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.deleteLater()

    def _take(self) -> None:
        """Take what there is; a listener may close us in the midst of it."""
        while self._process is not None and (answer := self._process.take()) is not None:
            self._hear(answer)
        if self._process is not None and not self._process.is_running():
            self._begin_again()

    def _hear(self, answer: dict[str, Any]) -> None:
        match answer:
            case {"answer": found, "lacking": lacking}:
                self._take_answer(answer_from_json(found))
                self.lacking.emit(lacking)
            case {"advice": found} if self._weighed is not None:
                said, self._weighed = self._weighed, None
                self._unexplained = 0
                self.advised.emit(said, advice_from_json(found))
            case {"completed": found, "query": query}:
                self._is_beside = False
                self.completed.emit(query, completions_from_json(found))
            case {"counted": found, "query": query}:
                self._is_beside = False
                self.counted.emit(query, facets_from_json(found))
            case {"warmed": is_warm, "lacking": lacking}:
                self._is_warming, self._is_warm = False, is_warm
                if not self._has_looked:
                    self._has_looked = True
                    self.lacking.emit(lacking)
            case {"done": _}:
                self._go_on()
            case {"error": found}:
                self._fail(error_from_json(found))

    def _take_answer(self, answer: Answer) -> None:
        """Show hits at once; words to go on with and counts come after them."""
        asked, self._asked = self._asked, None
        self._unexplained = 0
        if asked is not None and self._wanted is None:
            counting = {"query": answer.asked, "kinds": list(asked.kinds), "limit": NAMES}
            self._beside = [
                {"verb": "complete", "query": answer.query, "limit": WORDS},
                {"verb": "facets", **counting},
            ]
        self.answered.emit(answer)

    def _fail(self, error: CuratorError) -> None:
        """Tell what prevents an answer; what prevents reading ahead will show at a search."""
        was_asked = self._asked is not None
        self.stop()
        if was_asked:
            self.failed.emit(error)

    def _begin_again(self) -> None:
        """Ask once more what the process owed when it ended."""
        self._unexplained += 1
        owed = self._wanted or self._asked
        self._end_process()
        self._asked = self._wanted = None
        self._forget_beside()
        self._leave_unadvised()
        if owed is not None:
            self.ask(owed)

    def _do_here(self) -> None:
        """Search in this process, because no other starts: slower for the window, but right."""
        asked, self._asked = self._asked, None
        self._forget_beside()
        self._leave_unadvised()
        if asked is not None:
            self._search_here(asked)
        self._go_on()

    def _search_here(self, asked: Question) -> None:
        try:
            searching = self._curator.searching
            searching.leave_index()
            answer = searching.search(
                asked.query, asked.kinds, asked.limit, is_begun=asked.is_begun
            )
            self.answered.emit(answer)
            self.completed.emit(answer.query, searching.complete(answer.query, WORDS))
            self.counted.emit(answer.asked, searching.facets(answer.asked, asked.kinds, NAMES))
        except CuratorError as error:
            self.failed.emit(error)

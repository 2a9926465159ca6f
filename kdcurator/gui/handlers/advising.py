"""Which tags the program would put on what is in hand, asked of the process that searches.

Owns what is said of what is in hand, and what counts when no answer comes. Must not know what
becomes of the tags.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

from kdcurator.domain.quote import Span
from kdcurator.domain.searching import Ground, Saying, TagAdvice
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui.desk import Desk, quote_in

PATIENCE: Final = 4_000
"""Milliseconds that an answer is waited for, while an index is made, say."""

Then = Callable[[Sequence[TagAdvice]], None]
"""What is done with the tags, best first."""


class Advising(QObject):
    """Asks for tags; each question is answered, after a while with the speaker's favourite."""

    def __init__(self, desk: Desk) -> None:
        """Ask about what lies on the desk."""
        super().__init__(desk)
        self._desk = desk
        self._waiting: list[tuple[Saying, Then]] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._wait_no_more)
        desk.finder.advised.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Tell whether tags are waited for."""
        return bool(self._waiting)

    def ask(self, target: Target, then: Then) -> None:
        """Have the tags that fit a target; where nothing is like it, that of the speaker."""
        said = self._saying(target)
        if said is None:
            then([])
            return
        self._waiting.append((said, then))
        self._patience.start()
        self._desk.finder.advise(said)

    def _take(self, said: Saying, advice: list[TagAdvice]) -> None:
        for waiting in self._waiting:
            if waiting[0] == said:
                self._waiting.remove(waiting)
                waiting[1](advice or self._favourite(said))
                break
        if not self._waiting:
            self._patience.stop()

    def _wait_no_more(self) -> None:
        for said, _then in list(self._waiting):
            self._take(said, [])

    def _favourite(self, said: Saying) -> list[TagAdvice]:
        """Return the tag that the speaker's quotes have most often."""
        if not said.speaker:
            return []
        find = self._desk.curator.quotes.favourite_tag
        name = self._desk.runner.run(lambda: find(said.speaker))
        return [TagAdvice(name, Ground.SPEAKER, "", 0.0)] if name else []

    def _saying(self, target: Target) -> Saying | None:
        opened = self._desk.current()
        match target:
            case Kept():
                return self._saying_of(target)
            case Selected() if opened is not None:
                words = (Span(*place).cut(opened.text) for place in target.places)
                return Saying(" ".join(words), target.article_id)
            case Suggested() if opened is not None:
                for found in opened.suggestions:
                    if found.id == target.id:
                        text, speaker = found.quote.text(opened.text), found.quote.speaker
                        return Saying(text, opened.article.id, speaker or "")
        return None

    def _saying_of(self, target: Kept) -> Saying | None:
        opened = self._desk.current()
        quote = quote_in(opened, target.id) if opened else None
        for found in [quote] if quote else self._desk.curator.quotes.with_ids([target.id]):
            return Saying(found.text, found.article_id, found.speaker or "", found.id)
        return None

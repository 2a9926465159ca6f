"""Similar articles: looked for at any time, compared, and decided on.

Owns the way from the page to the library, and where texts are compared: short ones here, long ones
in another process. Must not know how the page looks.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject

from kdcurator.domain.article import Article, ArticleId
from kdcurator.domain.changes import Change
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.likeness import Pair
from kdcurator.gui import messages
from kdcurator.gui.bus import Level, Message
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.similar_page import SimilarPage
from kdcurator.gui.errand import Errand
from kdcurator.gui.translation import sentence_for
from kdcurator.services.errands import marks_from_json, pairs_from_json

_LOOKING: Final = "similar"
"""What runs, as the foot line tells it apart."""

_SHORT: Final = 40_000
"""Code points of a text that is compared with another in 20 ms."""


class Similar(QObject):
    """Shows similar articles and does what is decided."""

    def __init__(self, desk: Desk, page: SimilarPage, retrace: Mapping[str, Callable[[], object]]):
        """Act on the desk; `retrace` has what undo and redo do."""
        super().__init__(desk)
        self._desk, self._page = desk, page
        self._pairs: list[Pair] = []
        self._looking: Errand | None = None
        self._comparing: Errand | None = None
        page.in_hand.connect(self._compare)
        page.both_kept.connect(self._keep_both)
        page.removed.connect(self._remove)
        page.retraced.connect(lambda name: retrace[name]())
        page.closed.connect(self._stop_comparing)
        desk.bus.changed.connect(self._show_again)
        desk.bus.message.connect(self._pass_on)

    @property
    def is_busy(self) -> bool:
        """Tell whether texts are being compared."""
        return self._comparing is not None

    def close(self) -> None:
        """End every process, because the window closes."""
        self._stop_comparing()
        self._stop_looking()

    # Looked for

    def show(self) -> None:
        """Look for similar articles in the whole library, beside the window, and show them."""
        if self._looking is not None:
            return
        self._looking = Errand(self._desk.curator.settings, {"verb": "pairs"}, self)
        self._looking.answered.connect(lambda answer: self._found(pairs_from_json(answer["pairs"])))
        self._looking.failed.connect(self._not_found)
        words = self.tr("Similar articles are being looked for")
        self._desk.running.tell(_LOOKING, words, self._stop_looking)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show pairs that are known."""
        self._pairs = list(pairs)
        left = self._left()
        if left:
            self._page.ask(left, self._articles())
        else:
            self._desk.hint(self.tr("No articles are much like each other."))

    def _found(self, pairs: list[Pair]) -> None:
        self._looking = None
        self._desk.running.end(_LOOKING)
        self.show_pairs(pairs)

    def _not_found(self, error: CuratorError) -> None:
        self._stop_looking()
        self._desk.bus.tell(sentence_for(error), Level.WARNING)

    def _stop_looking(self) -> None:
        errand, self._looking = self._looking, None
        if errand is not None:
            errand.stop()
        self._desk.running.end(_LOOKING)

    # Compared

    def _compare(self, pair: Pair) -> None:
        """Show both texts with what differs; long ones when another process has compared them."""
        self._stop_comparing()
        ids = (pair.other_id, pair.article_id)
        found = self._desk.runner.run(lambda: self._desk.curator.articles.texts(ids))
        if found is None:
            return
        texts = (found[ids[0]].text, found[ids[1]].text)
        if max(map(len, texts)) <= _SHORT:
            self._page.show_texts(texts, self._desk.curator.pairs.differences(*ids))
            return
        request = {"verb": "differences", "articles": list(ids)}
        errand = self._comparing = Errand(self._desk.curator.settings, request, self)
        errand.answered.connect(lambda answer: self._show_marks(texts, answer))
        errand.failed.connect(self._not_compared)

    def _show_marks(self, texts: tuple[str, str], answer: dict[str, Any]) -> None:
        self._comparing = None
        self._page.show_texts(texts, marks_from_json(answer["marks"]))

    def _not_compared(self, error: CuratorError) -> None:
        self._comparing = None
        self._page.tell(sentence_for(error))

    def _stop_comparing(self) -> None:
        errand, self._comparing = self._comparing, None
        if errand is not None:
            errand.stop()

    # Decided

    def _keep_both(self, pair: Pair) -> None:
        pairs = self._desk.curator.pairs
        self._do(lambda: pairs.keep_both(pair.article_id, pair.other_id))

    def _remove(self, article_id: ArticleId, stays: ArticleId) -> None:
        self._do(lambda: self._desk.curator.pairs.remove(article_id, stays))

    def _do(self, act: Callable[[], Change]) -> None:
        change = self._desk.run(act)
        if change is not None and change.id is not None:
            self._desk.bus.tell(messages.done(change), undo_key=True)

    def _show_again(self, _change: object, _initiator: object) -> None:
        """Show what is left to decide on; what was undone is there again."""
        if self._page.is_open:
            self._desk.later.run("similar", self._show_left, after=0)

    def _show_left(self) -> None:
        if self._page.is_open:
            self._page.set_pairs(self._left(), self._articles())

    def _pass_on(self, message: Message) -> None:
        """Say on the page what the foot line below it says."""
        if self._page.is_open:
            self._page.tell(message.text)

    def _left(self) -> list[Pair]:
        return (
            self._desk.runner.run(lambda: self._desk.curator.pairs.still_asked(self._pairs)) or []
        )

    def _articles(self) -> dict[ArticleId, Article]:
        found = self._desk.curator.articles.list_articles()
        wanted = {i for pair in self._pairs for i in (pair.article_id, pair.other_id)}
        return {article.id: article for article in found if article.id in wanted}

"""The library as a whole: quotes out, undo and redo.

Owns what these actions ask and say. Must not know formats or how a form looks.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Kept
from kdcurator.gui import messages
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.export import ExportForm, ExportWish, Offer
from kdcurator.gui.models.wording import article_title


class LibraryActions(QObject):
    """Exports and takes back."""

    def __init__(self, desk: Desk, form: ExportForm) -> None:
        """Act on the desk; `form` asks what to export."""
        super().__init__(desk)
        self._desk = desk
        self._form = form
        self.folder = Path(_documents())
        """Where the last export went, and the next one goes unless another place is named."""
        form.chosen.connect(self._write)

    def export(self) -> None:
        """Ask which quotes to export, and where to."""
        self._form.ask(list(self._offers()), self.folder)

    def _offers(self) -> Iterator[Offer]:
        """Offer the rows chosen in a list, the current story, the open article, everything."""
        chosen = [target.id for target in self._desk.chosen() if isinstance(target, Kept)]
        if chosen:
            wanted = QuoteFilter(ids=frozenset(chosen))
            yield Offer(self.tr("Chosen quotes"), self.tr("quotes"), wanted, len(chosen))
        story = self._desk.curator.stories.current()
        if story is not None and story.quotes:
            words = self.tr("Story “{name}”").format(name=story.name)
            yield Offer(words, story.name, QuoteFilter(story=story.name), story.quotes)
        opened = self._desk.current()
        if opened is not None and opened.quotes:
            wanted = QuoteFilter(article_id=opened.article.id)
            title = article_title(opened.article)
            yield Offer(self.tr("This article"), title, wanted, len(opened.quotes))
        total = sum(article.quotes for article in self._desk.curator.articles.list_articles())
        yield Offer(self.tr("The whole library"), self.tr("quotes"), QuoteFilter(), total)

    def _write(self, wish: ExportWish) -> None:
        self.folder = wish.path.parent
        exported = self._desk.run(
            lambda: self._desk.curator.exporting.export(
                wish.path, wish.wanted, grouping=wish.grouping, dialect=wish.dialect
            )
        )
        if exported is not None:
            one = self.tr("1 quote exported to {path}")
            many = self.tr("{n} quotes exported to {path}")
            words = one if exported.quotes == 1 else many
            self._desk.bus.tell(words.format(n=exported.quotes, path=exported.path))

    def undo(self) -> None:
        """Take back the newest change, and show where it was."""
        change = self._desk.run(self._desk.curator.history.undo)
        if change is None:
            if not self._desk.is_read_only:
                self._desk.hint(self.tr("There is nothing to undo."))
            return
        self._show_where(change)
        self._desk.bus.tell(messages.undone(change))

    def redo(self) -> None:
        """Do again what was taken back last, and show where it was."""
        change = self._desk.run(self._desk.curator.history.redo)
        if change is None:
            if not self._desk.is_read_only:
                self._desk.hint(self.tr("There is nothing to do again."))
            return
        self._show_where(change)
        self._desk.bus.tell(messages.redone(change), undo_key=True)

    def all_saved(self) -> None:
        """Say that everything is on disk already."""
        now = self._desk.curator.library.now().astimezone()
        self._desk.panes.foot.show_saved(now.time())
        self._desk.bus.tell(self.tr("All is saved. Every change is on disk as it is made."))

    def _show_where(self, change: Change) -> None:
        """Open the article of a change, and take its suggestion in hand when it is open again."""
        article_id = change.details.get("article_id")
        opened = self._desk.current()
        if isinstance(article_id, int) and (opened is None or opened.article.id != article_id):
            if not any(a.id == article_id for a in self._desk.curator.articles.list_articles()):
                return
            self._desk.open(ArticleId(article_id))
        again = change.details.get("suggestions")
        opened = self._desk.current()
        if opened is None or not isinstance(again, list):
            return
        for found in opened.suggestions:
            if found.id in again:
                self._desk.panes.reader.put_in_hand(found.id)
                return


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

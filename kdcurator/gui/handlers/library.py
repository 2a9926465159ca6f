"""The library as a whole: quotes out, undo and redo.

Owns what these actions ask and say. Must not know formats, how a form looks, nor in which process
a file is written.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.exporting import Exported, ExportWish
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Kept
from kdcurator.gui import messages
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.export import ExportForm, Offer
from kdcurator.gui.exporter import Exporter
from kdcurator.gui.models.wording import article_title, counted
from kdcurator.gui.retracing import Retracing, Step
from kdcurator.gui.translation import sentence_for

_EXPORT, _HISTORY = "export", "history"
"""What runs, as the foot line tells it apart."""


class LibraryActions(QObject):
    """Exports and takes back."""

    def __init__(self, desk: Desk, form: ExportForm) -> None:
        """Act on the desk; `form` asks what to export."""
        super().__init__(desk)
        self._desk = desk
        self._form = form
        self.folder = Path(_documents())
        """Where the last export went, and the next one goes unless another place is named."""
        self.exporter = Exporter(desk.curator, self)
        self.exporter.exported.connect(self._tell_exported)
        self.exporter.failed.connect(self._tell_failed)
        self.exporter.ended.connect(lambda: desk.running.end(_EXPORT))
        self.retracing = Retracing(desk.runner, self)
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
        if self.exporter.start(wish):
            words = self.tr("Exporting to {name}").replace("{name}", wish.path.name)
            self._desk.running.tell(_EXPORT, words, self._cancel_export)
        else:
            self._desk.hint(self.tr("Another export is under way; wait for it or cancel it."))

    def _cancel_export(self) -> None:
        self.exporter.cancel()
        self._desk.bus.tell(self.tr("Export cancelled; nothing was written."))

    def _tell_exported(self, exported: Exported) -> None:
        one = self.tr("1 quote exported to {path}")
        many = self.tr("{n} quotes exported to {path}")
        words = counted(exported.quotes, one, many)
        if not exported.quotes:
            words = self.tr("No quotes exported to {path}")
        said = words.replace("{path}", str(exported.path))
        self._desk.bus.tell(said + self._left_out(exported.left_out))

    def _left_out(self, count: int) -> str:
        """Return why not all quotes that were wanted are in the file; nothing when they are."""
        if not count:
            return ""
        one = self.tr("1 was left out because it is off the record.")
        many = self.tr("{n} were left out because they are off the record.")
        return " · " + counted(count, one, many)

    def _tell_failed(self, error: CuratorError) -> None:
        self._desk.bus.tell(sentence_for(error), Level.WARNING)

    def undo(self) -> None:
        """Take back the newest change, and show where it was."""
        words = self.tr("A large change is being undone")
        self._retrace(self._desk.curator.history.undo_part, self._tell_undone, words)

    def redo(self) -> None:
        """Do again what was taken back last, and show where it was."""
        words = self.tr("A large change is being done again")
        self._retrace(self._desk.curator.history.redo_part, self._tell_redone, words)

    def _retrace(self, step: Step, tell: Callable[[Change | None], None], words: str) -> None:
        """Go one way through the history; when it is long, the foot line says so."""

        def end(change: Change | None) -> None:
            self._desk.running.end(_HISTORY)
            if change is not None:
                self._desk.bus.changed.emit(change, self._desk)
            tell(change)

        self.retracing.start(step, end)
        if self.retracing.is_running:
            self._desk.running.tell(_HISTORY, words, self.retracing.stop)

    def _tell_undone(self, change: Change | None) -> None:
        if change is None:
            self._desk.hint(self.tr("There is nothing to undo."))
            return
        self._show_where(change)
        self._desk.bus.tell(messages.undone(change))

    def _tell_redone(self, change: Change | None) -> None:
        if change is None:
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
        """Open the article of a change, and bring what was changed in it into sight."""
        article_id = change.details.get("article_id")
        opened = self._desk.current()
        if isinstance(article_id, int) and (opened is None or opened.article.id != article_id):
            if not any(a.id == article_id for a in self._desk.curator.articles.list_articles()):
                return
            self._desk.open(ArticleId(article_id))
        opened = self._desk.current()
        if opened is not None:
            self._bring(change, opened)

    def _bring(self, change: Change, opened: OpenArticle) -> None:
        """Take in hand a suggestion that is open again, else a quote that was changed."""
        reader, again = self._desk.panes.reader, change.details.get("suggestions")
        for found in opened.suggestions:
            if isinstance(again, list) and found.id in again:
                reader.put_in_hand(found.id)
                return
        for quote in opened.quotes:
            if quote.id in change.quotes:
                if reader.target() != Kept(quote.id):
                    reader.put_quote_in_hand(quote.id)
                return


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

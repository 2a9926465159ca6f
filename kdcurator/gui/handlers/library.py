"""The library as a whole: texts in, quotes out, undo and redo.

Owns what these actions ask and say. Must not know formats or how a dialog looks.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change
from kdcurator.gui import messages
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.importing import Importer
from kdcurator.gui.translation import sentence_for
from kdcurator.services.articles import ImportReport
from kdcurator.settings import seeds


class LibraryActions(QObject):
    """Imports, exports, takes back."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Act on the desk; dialogs lie over `window`."""
        super().__init__(desk)
        self._desk = desk
        self._window = window
        self.importer = Importer(desk.curator, desk.bus, self)
        self.importer.progressed.connect(self._show_progress)
        self.importer.finished.connect(self._report)
        desk.panes.foot.cancel_requested.connect(self.importer.cancel)

    # Texts in

    def import_files(self) -> None:
        """Ask for files and import them."""
        dialog = QFileDialog(self._window, self.tr("Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.import_paths(map(Path, names)))
        dialog.open()

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Import files and folders, with progress and a way to cancel in the foot line."""
        self.importer.start(list(paths))

    def import_dropped(self, data: QMimeData) -> bool:
        """Import dropped or pasted files, or a text; tell whether there was any."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.import_paths(paths)
        elif data.text().strip():
            self.importer.import_text(data.text())
        return bool(paths or data.text().strip())

    def paste(self) -> None:
        """Make an article of what is on the clipboard."""
        if not self.import_dropped(QGuiApplication.clipboard().mimeData()):
            self._desk.hint(self.tr("There is no text on the clipboard."))

    def samples(self) -> None:
        """Import the sample articles that travel with the program."""
        self.import_paths(sorted(seeds().glob("*.txt")))

    def _show_progress(self, done: int, total: int, name: str) -> None:
        self._desk.panes.foot.show_progress(done, total, name)

    def _report(self, report: ImportReport) -> None:
        self._desk.panes.foot.end_progress()
        self._desk.show_list()
        if report.imported:
            self._desk.open(report.imported[0].article.id)
        said = [part for part in (_imported(report), _duplicates(report), _refused(report)) if part]
        level = Level.WARNING if report.rejected else Level.DONE
        self._desk.bus.tell(" ".join(said), level, undo_key=bool(report.imported))

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


def _imported(report: ImportReport) -> str:
    count = len(report.imported)
    if count == 1:
        return _translated("1 article imported.")
    return _translated("{n} articles imported.").format(n=count) if count else ""


def _duplicates(report: ImportReport) -> str:
    count = len(report.duplicates)
    if count == 1:
        return _translated("1 was there already.")
    return _translated("{n} were there already.").format(n=count) if count else ""


def _refused(report: ImportReport) -> str:
    """Name the first file that could not be read, and why."""
    if not report.rejected:
        return ""
    first = report.rejected[0]
    said = _translated("{name} could not be read: {reason}").format(
        name=first.path.name, reason=sentence_for(first.error)
    )
    more = len(report.rejected) - 1
    return f"{said} {_translated('And {n} more.').format(n=more)}" if more else said


def _translated(text: str) -> str:
    return QCoreApplication.translate("LibraryActions", text)

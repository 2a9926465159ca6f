"""Texts in: files, what is pasted, notes written here, the samples; and what is known of each.

Owns what these actions ask and say. Must not know formats, nor in which process files are read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kdcurator.domain.article import ArticleId, Metadata
from kdcurator.gui import messages
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.article_details import ArticleDetails
from kdcurator.gui.dialogs.import_report import ImportReportPanel
from kdcurator.gui.dialogs.new_note import NewNote
from kdcurator.gui.importing import Importer
from kdcurator.services.articles import ImportReport
from kdcurator.settings import seeds


@dataclass(frozen=True, slots=True)
class TextForms:
    """What asks and tells about texts."""

    details: ArticleDetails
    note: NewNote
    report: ImportReportPanel


class Texts(QObject):
    """Brings texts in."""

    def __init__(self, desk: Desk, forms: TextForms, window: QWidget) -> None:
        """Act on the desk; dialogs of the system belong to `window`."""
        super().__init__(desk)
        self._desk = desk
        self._forms = forms
        self._window = window
        self.importer = Importer(desk.curator, desk.bus, self)
        self.importer.progressed.connect(self._show_progress)
        self.importer.finished.connect(self._report)
        desk.panes.foot.cancel_requested.connect(self.importer.cancel)
        forms.note.chosen.connect(self.importer.import_text)
        forms.details.chosen.connect(self._keep_details)

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
        has_text = not paths and bool(data.text().strip())
        if paths:
            self.import_paths(paths)
        elif has_text:
            self.importer.import_text(data.text())
        return bool(paths) or has_text

    def paste(self) -> None:
        """Make an article of what is on the clipboard."""
        if not self.import_dropped(QGuiApplication.clipboard().mimeData()):
            self._desk.hint(self.tr("There is no text on the clipboard."))

    def samples(self) -> None:
        """Import the sample articles that travel with the program."""
        self.import_paths(sorted(seeds().glob("*.txt")))

    def new_note(self) -> None:
        """Ask for a text written here."""
        self._forms.note.ask(self._publications())

    def details(self) -> None:
        """Show what is known of the open article, to be mended."""
        opened = self._desk.current()
        if opened is None:
            self._desk.hint(self.tr("No article is open."))
        else:
            self._forms.details.ask(opened.article, self._publications())

    def _keep_details(self, article_id: ArticleId, metadata: Metadata) -> None:
        articles = self._desk.curator.articles
        change = self._desk.run(lambda: articles.edit_details(article_id, metadata))
        if change is not None and change.id is not None:
            self._desk.bus.tell(messages.done(change), undo_key=True)

    def _publications(self) -> list[str]:
        found = (a.metadata.publication for a in self._desk.curator.articles.list_articles())
        return sorted({name for name in found if name})

    def _show_progress(self, done: int, total: int, name: str) -> None:
        self._desk.panes.foot.show_progress(done, total, name)

    def _report(self, report: ImportReport) -> None:
        """Open the first new article, and say file by file what was left out."""
        self._desk.panes.foot.end_progress()
        self._desk.show_list()
        if report.imported:
            self._desk.open(report.imported[0].article.id)
        said = [*self._imported(report), *self._duplicates(report), *self._refused(report)]
        if said:
            level = Level.WARNING if report.rejected else Level.DONE
            self._desk.bus.tell(" ".join(said), level, undo_key=bool(report.imported))
        if report.rejected:
            self._forms.report.show_report(report)

    def _imported(self, report: ImportReport) -> list[str]:
        one, many = self.tr("1 article imported."), self.tr("{n} articles imported.")
        return _counted(len(report.imported), one, many)

    def _duplicates(self, report: ImportReport) -> list[str]:
        one, many = self.tr("1 was there already."), self.tr("{n} were there already.")
        return _counted(len(report.duplicates), one, many)

    def _refused(self, report: ImportReport) -> list[str]:
        one, many = self.tr("1 file could not be read."), self.tr("{n} files could not be read.")
        return _counted(len(report.rejected), one, many)


def _counted(count: int, one: str, many: str) -> list[str]:
    if not count:
        return []
    return [one if count == 1 else many.format(n=count)]

"""Texts in: files, what is pasted, notes written here, the samples.

Owns what these actions ask and say. Must not know formats, nor in which process files are read.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kdcurator.domain.article import Article, ArticleId, Metadata
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.draft import Draft
from kdcurator.domain.errors import NoAttachments
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.import_report import ImportReportPanel
from kdcurator.gui.dialogs.new_note import NewNote
from kdcurator.gui.drafting import Drafting
from kdcurator.gui.importing import Importer
from kdcurator.gui.translation import sentence_for
from kdcurator.services.arrivals import AttachmentsOf, Bundle, KeptMail
from kdcurator.services.pages import only_address
from kdcurator.settings import seeds

if TYPE_CHECKING:
    from kdcurator.services.articles import ImportReport


_IMPORT = "import"
"""What runs, as the foot line tells it apart."""

_GATHERED: Final = 500
"""Milliseconds for which new articles are gathered before the list shows them."""


@dataclass(frozen=True, slots=True)
class TextForms:
    """What asks and tells about texts."""

    note: NewNote
    report: ImportReportPanel


class Texts(QObject):
    """Brings texts in."""

    page_offered = Signal(str)
    """The address of a page was pasted or dropped where files and texts are imported."""

    bundles_found = Signal(object)
    """A list of `Bundle`: files of many articles, to be seen before they are imported."""

    marked = Signal(object)
    """The ids of articles that came again, with quotes whose place is not sure."""

    watched_read = Signal(object)
    """The `ImportReport` of what `import_watched` began."""

    def __init__(self, desk: Desk, forms: TextForms, drafting: Drafting, window: QWidget) -> None:
        """Act on the desk; dialogs of the system belong to `window`."""
        super().__init__(desk)
        self._desk = desk
        self._drafting = drafting
        self._forms = forms
        self._window = window
        self.importer = Importer(desk.curator, desk.bus, self)
        self.importer.progressed.connect(self._show_progress)
        self.importer.kept.connect(self._take_in)
        self.importer.finished.connect(self._report_soon)
        self._new: list[Article] = []
        self._attachments: list[AttachmentsOf] = []
        self._bundles: list[Bundle] = []
        forms.report.attachments_wanted.connect(self.import_attachments)
        self._marked: set[ArticleId] = set()
        forms.report.closed.connect(self._tell_marked)
        forms.note.chosen.connect(self._keep_note)
        forms.note.drafted.connect(drafting.keep_soon)
        forms.note.closed.connect(self._tell_kept)
        self._note: Draft | None = None
        self._watched: Path | None = None
        """The folder whose files are being read, unasked."""

    def import_files(self) -> None:
        """Ask for files and import them."""
        dialog = QFileDialog(self._window, self.tr("Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.import_paths(map(Path, names)))
        dialog.open()

    def cancel_import(self) -> None:
        """Stop the import that goes on; what came in stays, and one undo takes it back."""
        if self.importer.is_running():
            self.importer.cancel()
        else:
            self._desk.hint(self.tr("No import goes on."))

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Import files and folders, with progress and a way to cancel in the foot line."""
        self.importer.start(list(paths))

    def import_watched(self, files: Sequence[Path]) -> bool:
        """Import files of one folder that nobody asked for; tell whether that could be begun."""
        if self.importer.is_running():
            return False
        self.importer.start(files, shows_bundles=False)  # nobody is there to be asked
        self._watched = files[0].parent if self.importer.is_running() else None
        return self.is_reading_watched

    @property
    def is_reading_watched(self) -> bool:
        """Tell whether an import that nobody asked for goes on, or is not told yet."""
        return self._watched is not None

    def import_attachments(self) -> None:
        """Import what is attached to the mails of the last import that had any.

        Else what is attached to the open mail, which may be in the library for long.
        """
        mails, self._attachments = self._attachments, []
        kept = [] if mails else self._kept_mail()
        if not (mails or kept):
            self._desk.hint(self.tr("Nothing is attached to the mails imported last."))
        self.importer.import_more(mails or kept)

    def _kept_mail(self) -> list[KeptMail]:
        """Return the open article as the mail that it came from; nothing of any other."""
        opened = self._desk.current()
        if opened is not None:
            with suppress(NoAttachments):
                return [self._desk.curator.articles.kept_mail(opened.article.id)]
        return []

    def import_dropped(self, data: QMimeData) -> bool:
        """Import dropped or pasted files, or a text; tell whether there was any.

        The address of a page is offered to be fetched, not taken for a text.
        """
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        has_text = not paths and bool(data.text().strip())
        if paths:
            self.import_paths(paths)
        elif has_text and (address := only_address(data.text())):
            self.page_offered.emit(address)
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
        """Ask for a text written here, or go on with one that was not saved."""
        form = self._forms.note
        if form.draft().is_empty and (kept := self._kept_drafts()):
            form.show_draft(kept[-1])
        form.ask(self._publications())

    def _kept_drafts(self) -> list[Draft]:
        """Return the new texts that were not saved, but for the one that is being imported."""
        now = None if self._note is None else self._note.key
        kept = self._drafting.kept()
        return [draft for draft in kept if draft.article_id is None and draft.key != now]

    def _tell_kept(self) -> None:
        """Say that what is left unsaved is not lost."""
        if not self._forms.note.draft().is_empty:
            key = self._desk.keymap.label("new_note")
            words = self.tr("The draft is kept. {key} goes on with it.")
            self._desk.hint(words.replace("{key}", key))

    def _keep_note(self, draft: Draft, said: Metadata) -> None:
        """Import what was written here; the form has it again when that fails."""
        self._note = draft
        self._drafting.keep_soon(draft)
        if not self.importer.import_text(draft.text, said):
            self._give_note_back()

    def _give_note_back(self) -> None:
        if self._note is not None:
            draft, self._note = self._note, None
            self._forms.note.show_draft(draft)
            self._forms.note.ask(self._publications())

    def _publications(self) -> list[str]:
        return self._desk.panes.articles.publications()

    def _show_progress(self, done: int, total: int, name: str) -> None:
        self._desk.running.tell(_IMPORT, name, self.importer.cancel, done, total)

    def _take_in(self, articles: list[Article]) -> None:
        """List new articles as they come, some at a time: laying the list out takes a moment."""
        if not self._new:
            self._desk.later.run("new articles", self._list_new, after=_GATHERED)
        self._new += articles

    def _list_new(self) -> None:
        new, self._new = self._new, []
        self._desk.panes.articles.add_articles(new)

    def _report_soon(self, report: "ImportReport") -> None:
        """Let what the import changed be painted before more is shown."""
        self._desk.later.run("import report", lambda: self._report(report))

    def _report(self, report: "ImportReport") -> None:
        """Open the first new article, and then say file by file what was left out."""
        self._desk.running.end(_IMPORT)
        self._list_new()
        came_in = [item.path for item in report.imported]
        known = [item.path for item in report.duplicates]
        known += [item.path for item in report.updated]
        if None in [*came_in, *known] and self._note is not None:
            self._drafting.forget(self._note.key)
            self._note = None
        self._give_note_back()
        if report.updated:
            self._desk.show_list()
        if (folder := self._watched) is not None:
            self._watched = None
            self.watched_read.emit(report)
            if all(_is_in(path, folder) for path in _places(report)):
                self._tell_watched(report)
                return
        if report.imported:
            self._desk.open(report.imported[0].article.id)
        elif report.updated:
            self._desk.open_if_other(report.updated[0].article_id)  # an open one was shown anew
        self._desk.later.run("import told", lambda: self._tell(report))

    def _tell_watched(self, report: "ImportReport") -> None:
        """Say what came in unasked, in one quiet line; what was there already is not worth one."""
        said = []
        if report.imported:
            one = self.tr("1 article came in from the watched folder.")
            many = self.tr("{n} articles came in from the watched folder.")
            said += _counted(len(report.imported), one, many)
        if report.change is not None:
            said += self._brought(report)
        said += [*self._updated(report), *self._to_check(report)]
        if refused := report.rejected:
            where = refused[0].path
            name = where.name if isinstance(where, Path) else str(where)
            said.append(f"{name}: {sentence_for(refused[0].error)}")
            one, many = (
                self.tr("1 file more could not be read."),
                self.tr("{n} files more could not be read."),
            )
            said += _counted(len(refused) - 1, one, many)
        if said:
            level = Level.WARNING if refused else Level.DONE
            is_changed = report.change is not None
            self._desk.bus.tell(" ".join(said), level, undo_key=is_changed)

    def _to_check(self, report: "ImportReport") -> list[str]:
        """Say how many quotes' places are not sure, and which key shows them."""
        count = sum(item.moved + item.unsure + item.gone for item in report.updated)
        one, many = (
            self.tr("1 quote is to be checked: {key}."),
            self.tr("{n} quotes are to be checked: {key}."),
        )
        key = self._desk.keymap.label("decide_all")
        return _counted(count, one.replace("{key}", key), many.replace("{key}", key))

    def _tell(self, report: "ImportReport") -> None:
        is_page = report.kind is ChangeKind.TAKE_WHOLE_PAGE
        said = self._whole_page(report) if is_page else self._said(report)
        if said:
            level = Level.WARNING if report.rejected else Level.DONE
            is_changed = report.change is not None
            self._desk.bus.tell(" ".join(said), level, undo_key=is_changed)
        self._marked = {i.article_id for i in report.updated if i.moved or i.unsure or i.gone}
        is_told = is_page and bool(report.rejected)
        self._bundles = report.bundles
        has_documents = any(mail.documents for mail in report.attached)
        if has_documents:
            self._attachments = report.attachments
        is_more = has_documents or report.rejected or report.similar
        if not is_told and is_more:
            self._forms.report.show_report(report)
        else:
            self._tell_marked()

    def _tell_marked(self) -> None:
        """Tell what is left to decide on, once the report is closed: quotes, bundles."""
        marked, self._marked = self._marked, set()
        bundles, self._bundles = self._bundles, []
        if marked:
            self.marked.emit(marked)
        if bundles:
            self.bundles_found.emit(bundles)

    def _said(self, report: "ImportReport") -> list[str]:
        said = [*self._imported(report), *self._updated(report), *self._duplicates(report)]
        said += [*self._brought(report), *self._refused(report)]
        return [*said, *self._attached(report), *self._bundled(report)]

    def _whole_page(self, report: "ImportReport") -> list[str]:
        """Say what became of the wish for all text of one page."""
        if report.rejected:
            return [sentence_for(report.rejected[0].error)]
        if report.duplicates:
            return [self.tr("The article has the whole text of its page already.")]
        is_taken = bool(report.updated)
        return [self.tr("The article has the whole text of its page now.")] if is_taken else []

    def _imported(self, report: "ImportReport") -> list[str]:
        one, many = self.tr("1 article imported."), self.tr("{n} articles imported.")
        return _counted(len(report.imported), one, many)

    def _updated(self, report: "ImportReport") -> list[str]:
        one = self.tr("1 article has a new version.")
        many = self.tr("{n} articles have a new version.")
        return _counted(len(report.updated), one, many)

    def _duplicates(self, report: "ImportReport") -> list[str]:
        one, many = self.tr("1 was there already."), self.tr("{n} were there already.")
        return _counted(len(report.duplicates), one, many)

    def _brought(self, report: "ImportReport") -> list[str]:
        """Say what came along with projects and codebooks of other programs."""
        quotes = _counted(report.quotes, self.tr("1 quote saved."), self.tr("{n} quotes saved."))
        tags = _counted(report.tags, self.tr("1 tag made."), self.tr("{n} tags made."))
        if report.codebooks and not tags:
            tags = [self.tr("All its tags were there already.")]
        return quotes + tags

    def _attached(self, report: "ImportReport") -> list[str]:
        count = sum(len(mail.documents) for mail in report.attached)
        return _counted(count, self.tr("1 attached file."), self.tr("{n} attached files."))

    def _bundled(self, report: "ImportReport") -> list[str]:
        one = self.tr("1 file holds several articles.")
        many = self.tr("{n} files hold several articles.")
        return _counted(len(report.bundles), one, many)

    def _refused(self, report: "ImportReport") -> list[str]:
        one, many = self.tr("1 file could not be read."), self.tr("{n} files could not be read.")
        return _counted(len(report.rejected), one, many)


def _places(report: "ImportReport") -> Iterator[object]:
    """Yield where everything in a report came from."""
    for items in (report.imported, report.duplicates, report.rejected, report.updated):
        yield from (item.path for item in items)
    yield from report.codebooks
    yield from (bundle.path for bundle in report.bundles)


def _is_in(place: object, folder: Path) -> bool:
    return isinstance(place, Path) and place.is_relative_to(folder)


def _counted(count: int, one: str, many: str) -> list[str]:
    if not count:
        return []
    return [one if count == 1 else many.format(n=count)]

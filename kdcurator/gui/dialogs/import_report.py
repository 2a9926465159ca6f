"""What an import could not take, found to be known or left to be asked for, file by file.

Owns the list, and that Enter asks for what is attached to mails. Must not know how files are read.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from kdcurator.domain.likeness import Pair
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.lines import Lines
from kdcurator.gui.keymap import key_label
from kdcurator.gui.models.wording import as_tooltip, counted
from kdcurator.gui.theme import Theme
from kdcurator.gui.translation import sentence_for
from kdcurator.services.arrivals import Origin
from kdcurator.services.articles import ImportReport, MailWithFiles
from kdcurator.services.versions import UpdatedFile

_COMPARE: Final = "Ctrl+D"


class ImportReportPanel(Form):
    """Shows files that were left out."""

    attachments_wanted = Signal()
    """The files attached to mails are to be imported too."""

    compare_asked = Signal(object)
    """List of `Pair`: articles that came in and are much like another."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin empty."""
        super().__init__(parent, theme, "importReport", self.tr("What the import met"), width=720)
        columns = ((self.tr("File"), 220), (self.tr("Result"), 0))
        self._list = Lines("importReportList", columns, theme)
        self.add(self.tr("Files"), self._list).hide()
        self._take = self.offer("⏎", self.tr("go on"))
        self._has_attachments = False
        self._pairs: list[Pair] = []
        self.offer_also(key_label(_COMPARE), self.tr("compare what is similar"), self._compare)

    def show_report(self, report: ImportReport) -> None:
        """Open with what is attached and was refused, then what was there or is much like it."""
        self._list.clear()
        for mail in report.attached:
            if mail.documents:
                self._add(mail.path, self._attached(mail))
        self._has_attachments = bool(self._list.topLevelItemCount())
        is_more = self._has_attachments
        self._take.set_hint("⏎", self.tr("import attached files") if is_more else self.tr("go on"))
        self._pairs = [Pair(s.article_id, s.other_id, s.likeness) for s in report.similar]
        self.offers[-1].setVisible(bool(self._pairs))
        for turned in report.rejected:
            self._add(turned.path, sentence_for(turned.error))
        for updated in report.updated:
            self._add(updated.path, self._newer(updated))
        for similar in report.similar:
            likeness = round(100 * similar.likeness)
            words = self.tr("imported; {percent} % of its text is also in: {title}")
            other = similar.other_title or str(similar.other_id)
            self._add(similar.path, words.format(percent=likeness, title=other))
        for duplicate in report.duplicates:
            self._add(duplicate.path, self.tr("was there already"))
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
            self.begin(self._list)
            self.panel.column.activate()
            self._list.fit()

    def _attached(self, mail: MailWithFiles) -> str:
        names = ", ".join(map(_shown, mail.documents))
        one, many = self.tr("1 attached file: {names}"), self.tr("{n} attached files: {names}")
        return counted(len(mail.documents), one, many).replace("{names}", names)

    def _newer(self, updated: UpdatedFile) -> str:
        """Say what became of an article's quotes in its newer version."""
        said = [self.tr("a new version of an article in the library")]
        for count, words in (
            (updated.moved, self.tr("quotes moved: {n}")),
            (updated.unsure, self.tr("place unsure: {n}")),
            (updated.gone, self.tr("no longer in the article: {n}")),
        ):
            said += [words.format(n=count)] if count else []
        return "; ".join(said)

    def submit(self) -> None:
        """Close, and ask for what is attached if there is anything."""
        self.leave()
        if self._has_attachments:
            self.attachments_wanted.emit()

    def key(self, event: QKeyEvent) -> bool:
        """Compare what is similar with Ctrl+D."""
        if QKeySequence(event.keyCombination()) == QKeySequence(_COMPARE) and self._pairs:
            self._compare()
            return True
        return super().key(event)

    def _compare(self) -> None:
        self.leave()
        self.compare_asked.emit(self._pairs)

    def rows(self) -> list[tuple[str, ...]]:
        """Return what is listed."""
        return self._list.lines()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._list.style_for(theme)

    def _add(self, path: Origin, reason: str) -> None:
        last = path.name if isinstance(path, Path) else str(path)
        name = self.tr("the pasted text") if path is None else _shown(last)
        item = QTreeWidgetItem([name, reason])
        item.setToolTip(0, as_tooltip(name if path is None else _shown(str(path))))
        self._list.addTopLevelItem(item)


def _shown(name: str) -> str:
    """Return a name without halves of characters, which Qt cannot show."""
    return name.encode("utf-8", "replace").decode()

"""What an import could not take, found to be known or left to be asked for, file by file.

Owns the list, and that Enter asks for what is attached to mails. Must not know how files are read.
"""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.fonts import scaled, ui_font
from kdcurator.gui.models.wording import as_tooltip, counted
from kdcurator.gui.theme import Theme
from kdcurator.gui.translation import sentence_for
from kdcurator.services.arrivals import Origin
from kdcurator.services.articles import ImportReport, MailWithFiles
from kdcurator.services.versions import UpdatedFile


class ImportReportPanel(Form):
    """Shows files that were left out."""

    attachments_wanted = Signal()
    """The files attached to mails are to be imported too."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin empty."""
        super().__init__(parent, theme, "importReport", self.tr("What the import met"), width=720)
        self._list = QTreeWidget()
        self._list.setObjectName("importReportList")
        self._list.setRootIsDecorated(False)
        self._list.setHeaderLabels([self.tr("File"), self.tr("Result")])
        self._list.setWordWrap(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setFont(ui_font())
        self._list.setMinimumHeight(scaled(220))
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._list.header().resizeSection(0, scaled(220))
        self.add(self.tr("Files"), self._list).hide()
        self._take = self.offer("⏎", self.tr("go on"))
        self._has_attachments = False
        self._style()

    def show_report(self, report: ImportReport) -> None:
        """Open with what is attached and was refused, then what was there or is much like it."""
        self._list.clear()
        for mail in report.attached:
            if mail.documents:
                self._add(mail.path, self._attached(mail))
        self._has_attachments = bool(self._list.topLevelItemCount())
        is_more = self._has_attachments
        self._take.set_hint("⏎", self.tr("import attached files") if is_more else self.tr("go on"))
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
            self._fit()

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

    def rows(self) -> list[tuple[str, str]]:
        """Return what is listed."""
        items = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return [(item.text(0), item.text(1)) for item in items if item is not None]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._list.setMinimumHeight(scaled(220))
        self._list.header().resizeSection(0, scaled(220))
        self._style()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have every reason whole in the width of now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make rows as high as their words need: Qt measures wrapped words in one line."""
        self.panel.column.activate()
        metrics, air = self._list.fontMetrics(), scaled(14)
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is None:
                continue
            high = 0
            for column in range(2):
                box = QRect(0, 0, self._list.columnWidth(column) - scaled(16), 10_000)
                words = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, item.text(column))
                high = max(high, words.height())
            item.setSizeHint(1, QSize(0, high + air))

    def _style(self) -> None:
        theme, room, beside = self.theme, scaled(6), scaled(6)
        self._list.setStyleSheet(
            f"QTreeWidget {{ border: none; outline: none; background: {theme.overlay.name()}; }}"
            f"QTreeWidget::item {{ padding: {room}px {beside}px; color: {theme.text.name()};"
            f" border-bottom: 1px solid {theme.line.name()}; }}"
            f"QTreeWidget::item:selected {{ background: {theme.selection.name()}; }}"
            f"QHeaderView::section {{ border: none; background: {theme.overlay.name()};"
            f" color: {theme.muted.name()}; padding: 2px {beside}px {room}px {beside}px;"
            f" border-bottom: 1px solid {theme.border.name()}; }}"
        )

    def _add(self, path: Origin, reason: str) -> None:
        last = path.name if isinstance(path, Path) else str(path)
        name = self.tr("the pasted text") if path is None else _shown(last)
        item = QTreeWidgetItem([name, reason])
        item.setToolTip(0, as_tooltip(name if path is None else _shown(str(path))))
        self._list.addTopLevelItem(item)


def _shown(name: str) -> str:
    """Return a name without halves of characters, which Qt cannot show."""
    return name.encode("utf-8", "replace").decode()

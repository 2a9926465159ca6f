"""Which folder is watched, and whether.

Owns the form. Must not know how a folder is watched.
"""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kdcurator.gui.dialogs.choose_button import ChooseButton
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.values import Tick, line
from kdcurator.gui.fonts import ui_font
from kdcurator.gui.panes.labels import PlainLabel
from kdcurator.gui.theme import Theme


class WatchedFolderForm(Form):
    """Asks for a folder, and whether it is watched."""

    chosen = Signal(object, bool)
    """(`Path` or None, whether it is watched)"""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without a folder."""
        super().__init__(parent, theme, "watchedFolder", self.tr("Watched folder"))
        self._library = Path()
        words = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self.panel)
        words.setText(
            self.tr(
                "What is saved in this folder is imported by itself, and a file that is changed "
                "gives its article a new version. The files stay where they are; folders in the "
                "folder are left alone."
            )
        )
        self.panel.column.insertWidget(1, words)
        self._path = line(placeholder=self.tr("no folder"))
        name = self.tr("Choose a folder")
        self._browse = ChooseButton(self.tr("Choose…"), name, theme)
        self._browse.clicked.connect(self._choose_folder)
        self._is_on = Tick(self.tr("watch it"))
        self._is_on.setFont(ui_font())
        self.add(self.tr("Folder"), self._path, self._browse)
        self.add(self.tr("Import"), self._is_on)
        self.offer("⏎", self.tr("save"))

    def ask(self, folder: str | None, library: Path, *, is_on: bool) -> None:
        """Open with what was chosen; the folder of `library` itself cannot be."""
        self._library = library
        self._path.setText(folder or "")
        self._is_on.setChecked(is_on)
        self.begin(self._path)
        self._path.selectAll()

    def submit(self) -> None:
        """Tell what is chosen, unless it cannot be watched."""
        words, is_on = self._path.text().strip(), self._is_on.isChecked()
        folder = Path(os.path.abspath(Path(words).expanduser())) if words else None  # noqa: PTH100 - asks no disk
        if is_on and folder is None:
            self.complain(self.tr("Choose a folder, or take the tick off."), self._path)
        elif is_on and folder is not None and folder.is_relative_to(self._library):
            sentence = self.tr("The library itself lies there. Choose another folder.")
            self.complain(sentence, self._path)
        else:
            self.leave()
            self.chosen.emit(folder, is_on)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Watched folder"), self._path.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    def _take_folder(self, name: str) -> None:
        self._path.setText(name)
        self._is_on.setChecked(True)

"""Which quotes go where, and in which shape.

Owns the form. Must not know how a file is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kdcurator.domain.exporting import CsvDialect, ExportWish, Grouping
from kdcurator.domain.quote import QuoteFilter
from kdcurator.gui.dialogs.choose_button import ChooseButton
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.values import choice, choose, fill, line
from kdcurator.gui.models.wording import quotes_in_all
from kdcurator.gui.theme import Theme

_WORD, _CSV, _JSON = ".docx", ".csv", ".json"
_FORBIDDEN: Final = str.maketrans(dict.fromkeys('<>:"/\\|?*\0\n\r\t', "-"))
"""What Windows allows in no name of a file; other systems forbid less."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Some quotes that could be exported."""

    name: str
    """As the form lists it."""
    file_name: str
    """What a file of them is called at first, without an ending."""
    wanted: QuoteFilter
    quotes: int


class ExportForm(Form):
    """Asks which quotes to export, and how."""

    chosen = Signal(object)
    """`ExportWish`"""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without offers."""
        super().__init__(parent, theme, "exportForm", self.tr("Export quotes"), width=640)
        self._folder = Path()
        self._offers = choice()
        self._format = choice(
            [
                (self.tr("Word document (.docx)"), _WORD),
                (self.tr("Table (.csv)"), _CSV),
                (self.tr("Data for programs (.json)"), _JSON),
            ]
        )
        self._grouping = choice(self._groupings())
        self._dialect = choice(self._dialects())
        self._path = line()
        self._browse = ChooseButton(self.tr("Choose…"), self.tr("Choose a file"), theme)
        self._wire()

    def ask(self, offers: Sequence[Offer], folder: Path) -> None:
        """Open with these offers, the first chosen; files go to `folder` if no other is named."""
        self._folder = folder
        named = [(f"{offer.name} ({quotes_in_all(offer.quotes)})", offer) for offer in offers]
        fill(self._offers, [(words, offer) for words, offer in named])
        self._name_file()
        self.begin(self._offers)

    def submit(self) -> None:
        """Tell the wish, unless there is nothing to export or nowhere to put it."""
        offer = self._offers.currentData()
        words = self._path.text().strip()
        if not isinstance(offer, Offer) or not offer.quotes:
            self.complain(self.tr("There are no quotes to export here."), self._offers)
        elif not words:
            self.complain(self.tr("Name the file."), self._path)
        else:
            self.leave()
            self.chosen.emit(self._wish(offer, Path(words).expanduser()))

    def _wish(self, offer: Offer, path: Path) -> ExportWish:
        ending = self._format.currentData()
        if path.suffix.casefold() != ending:
            path = path.with_name(path.name + ending)
        return ExportWish(
            self._folder / path,
            offer.wanted,
            Grouping(self._grouping.currentData()),
            CsvDialect(self._dialect.currentData()),
        )

    def _groupings(self) -> list[tuple[str, Grouping]]:
        return [
            (self.tr("by tag"), Grouping.TAG),
            (self.tr("by speaker"), Grouping.SPEAKER),
            (self.tr("by article"), Grouping.ARTICLE),
        ]

    def _dialects(self) -> list[tuple[str, CsvDialect]]:
        return [
            (self.tr("Excel in Danish"), CsvDialect.EXCEL_DA),
            (self.tr("Excel in English"), CsvDialect.EXCEL_EN),
            (self.tr("other programs (every text untouched)"), CsvDialect.PLAIN),
        ]

    def _wire(self) -> None:
        self.add(self.tr("Quotes"), self._offers)
        self.add(self.tr("As"), self._format)
        self._grouping_label = self.add(self.tr("Headings"), self._grouping)
        self._dialect_label = self.add(self.tr("For"), self._dialect)
        self.add(self.tr("File"), self._path, self._browse)
        self.offer("⏎", self.tr("export"))
        self._offers.activated.connect(self._name_file)
        self._format.currentIndexChanged.connect(self._take_format)
        self._path.textChanged.connect(self._warn)
        self._browse.clicked.connect(self._choose_file)
        self._take_format()

    def _name_file(self) -> None:
        """Propose a file of the chosen quotes in the folder of last time."""
        offer = self._offers.currentData()
        if isinstance(offer, Offer):
            name = offer.file_name.translate(_FORBIDDEN).strip(" .")[:80] or "quotes"
            self._path.setText(str(self._folder / (name + self._format.currentData())))

    def _take_format(self) -> None:
        """Show what the chosen format can be asked, and end the name as it does."""
        ending = self._format.currentData()
        for field, label, is_asked in (
            (self._grouping, self._grouping_label, ending == _WORD),
            (self._dialect, self._dialect_label, ending == _CSV),
        ):
            field.setVisible(is_asked)
            label.setVisible(is_asked)
        path = self._path.text().strip()
        if path:
            self._path.setText(str(Path(path).with_suffix(ending)))

    def _warn(self) -> None:
        """Say beforehand that a file would be replaced."""
        words = self._path.text().strip()
        is_there = bool(words) and _exists(self._folder / Path(words).expanduser())
        self.trouble.setText(self.tr("The file is there already and will be replaced."))
        self.trouble.setVisible(is_there)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Export quotes"), self._path.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the form says it
        dialog.selectFile(Path(self._path.text()).name)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, name: str) -> None:
        choose(self._format, Path(name).suffix.casefold())
        self._path.setText(name)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False

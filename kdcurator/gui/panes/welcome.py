"""What a new user sees: an empty library and three ways to fill it.

Owns these words and rows. Must not know how anything is brought in.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kdcurator.gui.fonts import SEMIBOLD, scaled, text_font
from kdcurator.gui.panes.labels import PlainLabel
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import KeyCap


class Welcome(Pane):
    """Shown instead of the panes while the library holds no article."""

    asked = Signal(str)
    """The id of the action that was clicked."""

    def __init__(self, theme: Theme, keys: dict[str, str], parent: QWidget | None = None) -> None:
        """Show the keys of the three actions."""
        super().__init__(theme, ground="page", parent=parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Empty library"))
        self._title = PlainLabel(theme, parent=self)
        self._title.setText(self.tr("No articles yet."))
        self._lede = PlainLabel(theme, wraps=True, parent=self)
        self._lede.setText(
            self.tr(
                "Bring the first texts in. kdcurator finds the quotes and who says them; "
                "what is kept is for the journalist to choose."
            )
        )
        self._promise = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self)
        self._promise.setText(self.tr("Everything stays on this computer. Nothing is sent."))
        self.rows = [
            Way("import_files", self.tr("Drop files here"),
                self.tr("or choose them: whole folders too"), keys, theme, self),
            Way("paste", self.tr("Paste an article"),
                self.tr("the text copied from the web or a mail"), keys, theme, self),
            Way("samples", self.tr("Open the sample articles"),
                self.tr("ten invented ones, to try things out first"), keys, theme, self),
        ]  # fmt: skip
        self.rows[0].is_framed = True
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, name=row.action: self.asked.emit(name))
        self._lay_out()
        self.setFocusProxy(self.rows[2])
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._title.setFont(text_font(31, SEMIBOLD))
        self._lede.setFont(text_font(19))
        self._column.setSpacing(scaled(12))

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setMaximumWidth(scaled(640))
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._title)
        self._column.addWidget(self._lede)
        self._column.addSpacing(scaled(28))
        for row in self.rows:
            self._column.addWidget(row)
        self._column.addSpacing(scaled(8))
        self._column.addWidget(self._promise)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(inside, 10)
        line.addStretch(1)
        self.column.addStretch(2)
        self.column.addLayout(line)
        self.column.addStretch(3)


class Way(QAbstractButton):
    """One way to bring texts in: a heading, a line below it, the key at the right."""

    def __init__(
        self,
        action: str,
        heading: str,
        about: str,
        keys: dict[str, str],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Stand for the action of this id."""
        super().__init__(parent)
        self.action = action
        self.is_framed = False
        self._theme = theme
        self.setText(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heading = PlainLabel(theme, pixels=15, weight=SEMIBOLD, parent=self)
        self._heading.setText(heading)
        self._about = PlainLabel(theme, role="muted", wraps=True, parent=self)
        self._about.setText(about)
        self._cap = KeyCap(keys.get(action, ""), theme, self)
        words = QVBoxLayout()
        words.setSpacing(scaled(4))
        words.addWidget(self._heading)
        words.addWidget(self._about)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(14))
        self._row.addLayout(words, 1)
        self._row.addWidget(self._cap)
        for label in (self._heading, self._about, self._cap):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme) -> None:
        """Take colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of words and key."""
        return self._row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press with Enter as with Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a frame while it has the focus, and dashes where files may be dropped."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRoundedRect(box, 6, 6)
        elif self.is_framed:
            painter.setPen(QPen(self._theme.mark, 1.2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, 6, 6)

"""What a new user sees: an empty library and three ways to fill it.

Owns these words and rows. Must not know how anything is brought in.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.panes.labels import PlainLabel
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import KeyCap

SIDE: Final = 20
"""Pixels left and right of all words, at 100 %: a frame stands round a way in."""
_WIDEST: Final = 640


class Welcome(Pane):
    """Shown instead of the panes while the library holds no article."""

    asked = Signal(str)
    """The id of the action that was clicked."""

    def __init__(self, theme: Theme, keys: dict[str, str], parent: QWidget | None = None) -> None:
        """Show the keys of the three actions."""
        super().__init__(theme, ground="page", parent=parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Empty library"))
        self._title = PlainLabel(
            theme, pixels=31, weight=SEMIBOLD, wraps=True, is_serif=True, parent=self
        )
        self._title.setText(self.tr("No articles yet."))
        self._lede = PlainLabel(theme, pixels=19, wraps=True, is_serif=True, parent=self)
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
        self._inside.setMaximumWidth(scaled(_WIDEST))
        self._column.setSpacing(scaled(12))
        self._words.setContentsMargins(scaled(SIDE), 0, scaled(SIDE), scaled(28))
        self._words.setSpacing(scaled(10))
        self._foot.setContentsMargins(scaled(SIDE), scaled(8), scaled(SIDE), 0)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._words, self._foot = QVBoxLayout(), QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._lede)
        self._foot.addWidget(self._promise)
        self._column.addStretch(2)
        self._column.addLayout(self._words)
        for row in self.rows:
            self._column.addWidget(row)
        self._column.addLayout(self._foot)
        self._column.addStretch(3)
        page = QWidget()
        line = QHBoxLayout(page)
        line.addStretch(1)
        line.addWidget(self._inside, 10)
        line.addStretch(1)
        self.column.addWidget(self._scrolling(page))

    def _scrolling(self, page: QWidget) -> QScrollArea:
        """Return what shows the page whole where there is room, else scrolls it."""
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        for widget in (page, scroll.viewport()):
            widget.setAutoFillBackground(False)
        for row in self.rows:
            row.in_focus.connect(partial(scroll.ensureWidgetVisible, row))
        return scroll


class Way(QAbstractButton):
    """One way to bring texts in: a heading, a line below it, the key at the right."""

    in_focus = Signal()

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
        self._heading = PlainLabel(theme, pixels=15, weight=SEMIBOLD, parent=self)
        self._heading.setText(heading)
        self._about = PlainLabel(theme, role="muted", wraps=True, parent=self)
        self._about.setText(about)
        self._cap = KeyCap(keys.get(action, ""), theme, self)
        words = QVBoxLayout()
        self._words = words
        words.addWidget(self._heading)
        words.addWidget(self._about)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._cap)
        for label in (self._heading, self._about, self._cap):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and lengths at the scale of now."""
        self._theme = theme
        self._row.setContentsMargins(scaled(SIDE), scaled(14), scaled(SIDE), scaled(14))
        self._row.setSpacing(scaled(16))
        self._words.setSpacing(scaled(4))
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that its words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of its words in so many pixels."""
        return self._row.heightForWidth(width)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Come into sight."""
        super().focusInEvent(event)
        self.in_focus.emit()

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
            pen = QPen(self._theme.mark, 1.2)
            pen.setDashPattern([5, 4])
            painter.setPen(pen)
            painter.drawRoundedRect(box, 6, 6)

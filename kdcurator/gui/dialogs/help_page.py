"""A page of help over the window.

Owns that it is read by keys alone, in the window's language, with the keys that the user has. Must
not know what the page says, nor how it is set.
"""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QTextCursor, QTextLine
from PySide6.QtWidgets import QAbstractSlider, QFrame, QHBoxLayout, QTextBrowser, QWidget

from kdcurator.gui.actions import ACTIONS
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.dialogs.page_setting import PageSetter
from kdcurator.gui.fonts import scaled
from kdcurator.gui.keymap import Keymap, load_keymap
from kdcurator.gui.panes.labels import KeyButton
from kdcurator.gui.theme import Theme
from kdcurator.settings import resources

_WIDEST: Final = 700
_DOT, _STEP, _BELOW = 2, 5, 4
"""Pixels of a dot, from dot to dot, and below the letters' feet, as in the article."""

Span = tuple[int, int]

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>()#+.!|~-]")
"""What Markdown may take for its own."""

_SCROLLS: Final = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class HelpPage(Overlay):
    """Shows one page; arrows scroll, Esc closes."""

    def __init__(self, parent: QWidget, theme: Theme, keymap: Keymap) -> None:
        """Name keys as `keymap` has them."""
        super().__init__(parent, theme, width=_WIDEST, is_shaded=True)
        self.setObjectName("helpPage")
        self.setAccessibleName(self.tr("Help"))
        self._keys = keymap
        self.text = PageText(theme, self.panel)
        self.text.installEventFilter(self)
        self._leave = KeyButton("Esc", self.tr("close"), theme, role="muted", parent=self.panel)
        self._leave.clicked.connect(self.leave)
        self.panel.column.setContentsMargins(scaled(28), scaled(22), scaled(8), scaled(12))
        self.panel.column.addWidget(self.text)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, scaled(10), 0, 0)
        foot.addWidget(self._leave)
        foot.addStretch(1)
        self.panel.column.addLayout(foot)

    def ask(self, page: str, **blanks: str) -> None:
        """Open with a page of `resources/help`, its blanks filled with what only we know."""
        self.text.setAccessibleName(self.tr("Help"))
        self.text.show_page(filled(read_page(page), blanks), users_keys(self._keys))
        self.open(self.text)
        self.text.verticalScrollBar().setValue(0)

    def top(self) -> int:
        """Lie near the top: the page is long."""
        return max(scaled(12), self.height() // 20)

    def key(self, event: QKeyEvent) -> bool:
        """Scroll with the arrows; close with the key that opened it as well."""
        if event.key() == Qt.Key.Key_F1:
            self.leave()
            return True
        if event.key() in _SCROLLS:
            self.text.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
            return True
        return super().key(event)

    def _place(self) -> None:
        """Be as high as the page is, as far as there is room."""
        self.text.setFixedHeight(self._room())
        super()._place()
        margins = self.panel.column.contentsMargins()
        page = self.text.document().clone()
        page.setTextWidth(self.panel.width() - margins.left() - margins.right())
        self.text.setFixedHeight(min(math.ceil(page.size().height()), self._room()))
        super()._place()

    def _room(self) -> int:
        """Return how high the text may be between the window's edges."""
        below = self.parent()
        height = below.height() if isinstance(below, QWidget) else self.height()
        margins = self.panel.column.contentsMargins()
        around = margins.top() + margins.bottom() + self._leave.sizeHint().height() + scaled(10)
        return max(scaled(80), height - 2 * max(scaled(12), height // 20) - around)


class PageText(QTextBrowser):
    """The page itself, to be read and scrolled: caps behind its keys, dots below its examples."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("helpText")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)  # a page has none, and nothing goes over the network
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = ""
        self._keys: dict[str, str] = {}
        self._caps: list[Span] = []
        self._dotted: list[Span] = []
        self.set_theme(theme)

    def show_page(self, markdown: str, keys: dict[str, str]) -> None:
        """Show a page; `keys` are the user's for the default ones that it names."""
        self._page, self._keys = markdown, keys
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and letters at the scale of now."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.overlay)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # under a style sheet it keeps its first colours
        setter = PageSetter(theme, lambda key: self._keys.get(key, key))
        setter.set(self._page, self.document())
        self._caps, self._dotted = setter.caps, setter.dotted

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw key caps and dots, then the text over them."""
        painter = QPainter(self.viewport())
        for row in self._rows():
            for left in range(row.left(), row.left() + row.width() - _dot() + 1, scaled(_STEP)):
                painter.fillRect(left, row.top(), _dot(), _dot(), self._theme.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.border, 1))
        painter.setBrush(self._theme.key_cap)
        for start, end in self._caps:
            painter.drawRoundedRect(self._cap(start, end), scaled(4), scaled(4))
        painter.end()
        super().paintEvent(event)

    def _rows(self) -> Iterator[QRect]:
        """Yield where dots run: below each line of what an example suggests."""
        scrolled = self.verticalScrollBar().value()
        for start, end in self._dotted:
            block = self.document().findBlock(start)
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = (round(origin.x() + _across(line, at)) for at in (first, last))
                    below = origin.y() + line.y() + line.ascent() + scaled(_BELOW)
                    yield QRect(left, round(below) - scrolled, right - left, _dot())

    def _cap(self, start: int, end: int) -> QRectF:
        """Return the room of a key, which stands in one line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        first = self.cursorRect(cursor)
        cursor.setPosition(end)
        last = self.cursorRect(cursor)
        height = scaled(20)
        top = first.center().y() - height / 2
        room = scaled(5)
        return QRectF(first.left() - room, top, last.left() - first.left() + 2 * room, height)


def _dot() -> int:
    return scaled(_DOT)


def _across(line: QTextLine, at: int) -> float:
    """Return where a position of a line stands; PySide gives the position back beside it."""
    place = line.cursorToX(at)
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]  # stubs


def read_page(name: str) -> str:
    """Return a page of `resources/help` in the window's language, else in English."""
    folder, language = resources() / "help", QLocale().name()[:2]
    pages = [folder / f"{name}.{code}.md" for code in (language, "en")]
    return next(page for page in pages if page.exists()).read_text(encoding="utf-8")


def filled(page: str, blanks: Mapping[str, str]) -> str:
    """Return a page with its blanks filled, word for word: a path's signs set nothing."""
    for name, words in blanks.items():
        page = page.replace(f"{{{name}}}", _MARKUP.sub(r"\\\g<0>", words))
    return page


def users_keys(keymap: Keymap) -> dict[str, str]:
    """Return the user's keys for the default ones, as key caps show both."""
    default = load_keymap()
    return {default.label(action.id): keymap.label(action.id) or "–" for action in ACTIONS}

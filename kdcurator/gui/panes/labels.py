"""The words that panes are made of: plain, never markup, never cut without an ellipsis.

Owns labels, cut labels, and a key with what it does. Must not know what they say.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kdcurator.gui.fonts import REGULAR, UI_SIZE, scaled, text_font, ui_font
from kdcurator.gui.models.wording import as_tooltip
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import KeyCap


def set_text_colour(widget: QWidget, colour: QColor) -> None:
    """Write in a colour of the theme."""
    palette = widget.palette()
    roles = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in roles:
        palette.setColor(role, colour)
    widget.setPalette(palette)


class PlainLabel(QLabel):
    """Words in one font and one of the theme's colours; they wrap, and are never markup."""

    def __init__(
        self,
        theme: Theme,
        *,
        role: str = "text",
        pixels: float = UI_SIZE,
        weight: int = REGULAR,
        wraps: bool = False,
        is_serif: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Write in the colour that `theme` has under the name `role`; `is_serif` as articles do."""
        super().__init__(parent)
        self._role, self._pixels, self._weight = role, pixels, weight
        self._face = text_font if is_serif else ui_font
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        self.setFont(self._face(self._pixels, self._weight))
        set_text_colour(self, getattr(theme, self._role))

    def set_role(self, role: str, theme: Theme) -> None:
        """Write in another of the theme's colours."""
        self._role = role
        self.set_theme(theme)


class ElidedLabel(PlainLabel):
    """Words in one line, cut with an ellipsis; tooltip and screen reader have them whole."""

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show text, as much of it as fits."""
        super().setText(text)
        self.setAccessibleName(text)
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters: the rest can be cut."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), scaled(14)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have the tooltip tell what is cut."""
        super().resizeEvent(event)
        self._tell_whole()

    def is_cut(self) -> bool:
        """Tell whether an ellipsis stands for part of the text."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), words)

    def _tell_whole(self) -> None:
        self.setToolTip(as_tooltip(self.text()) if self.is_cut() else "")


class QuoteText(QWidget):
    """A quote in the article's typeface, some lines of it; a screen reader has it whole."""

    def __init__(self, theme: Theme, *, most_lines: int = 8, parent: QWidget | None = None) -> None:
        """Show no more than `most_lines`."""
        super().__init__(parent)
        self._most = most_lines
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and the font at the scale of now."""
        self._colour = theme.text
        self._wrapping = Wrapping(text_font(15))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the text, whole."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = " ".join(text.split())
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def lines(self, width: int | None = None) -> tuple[str, ...]:
        """Return the lines as shown."""
        room = self.width() if width is None else width
        return self._wrapping.lines(self._text, max(room, 1), self._most)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the lines at this width."""
        return round(len(self.lines(width)) * self._step)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room at the width of now."""
        return QSize(scaled(240), self.heightForWidth(self.width()))

    @property
    def _step(self) -> float:
        return float(scaled(22))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the lines."""
        painter = QPainter(self)
        painter.setFont(self._wrapping.font)
        painter.setPen(self._colour)
        ascent = (self._step + self._wrapping.metrics.capHeight()) / 2
        for number, line in enumerate(self.lines()):
            painter.drawText(0, round(number * self._step + ascent), line)


class KeyHint(QWidget):
    """A key and what it does, to be read."""

    def __init__(
        self,
        key: str,
        words: str,
        theme: Theme,
        *,
        role: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        """Show `key` as a cap with `words` beside it."""
        super().__init__(parent)
        self.cap = KeyCap(key, theme, self)
        self.label = PlainLabel(theme, role=role, pixels=12, parent=self)
        self.label.setText(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self.cap)
        row.addWidget(self.label)
        self.setAccessibleName(f"{key}: {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.cap.set_theme(theme)
        self.label.set_theme(theme)


class KeyButton(QAbstractButton):
    """A key and what it does, to be clicked as well."""

    def __init__(
        self,
        key: str,
        words: str,
        theme: Theme,
        *,
        role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        """Show `key` as a cap with `words` beside it; out of the Tab order, it has a key."""
        super().__init__(parent)
        self._hint = KeyHint(key, words, theme, role=role, parent=self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._hint)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_hint(key, words)

    def take_focus(self) -> None:
        """Stand in the Tab order after all, with room for the frame that shows the focus."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row.setContentsMargins(scaled(7), scaled(5), scaled(7), scaled(5))

    def set_hint(self, key: str, words: str) -> None:
        """Show another key or other words."""
        self._hint.cap.set_text(key)
        self._hint.label.setText(words)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._hint.set_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a frame while it has the focus; the rest are widgets."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.accent, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of key and words."""
        return self._row.sizeHint()


class Flow(QWidget):
    """Widgets side by side, in as many rows as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        widget.setParent(self)
        self._widgets.append(widget)

    def arrange(self) -> None:
        """Place the widgets that are shown; to be called when others are."""
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the rows at this width."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room at the width of now."""
        return QSize(scaled(200), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the widgets anew."""
        super().resizeEvent(event)
        self.arrange()

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        places: list[tuple[QWidget, QRect]] = []
        left = top = height = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + height + scaled(6)
            places.append((widget, QRect(QPoint(left, top), size)))
            left, height = left + size.width() + scaled(20), size.height()
        return places

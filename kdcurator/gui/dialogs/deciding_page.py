"""The page of quotes in a newer version: one at a time, both versions side by side, a decision.

Owns which quote is in hand, the keys of the page, and that nothing is accepted before it is shown.
Must not know how two versions are compared, nor what a decision does.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QGridLayout, QHBoxLayout, QWidget

from kdcurator.domain.article import ArticleId
from kdcurator.domain.comparison import Comparison
from kdcurator.domain.quote import AnchorState, Quote, QuoteId
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.dialogs.passage_view import PassageView
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.models.decisions import heading, left, nothing_left, reason, title
from kdcurator.gui.models.wording import DOT, number, one_line
from kdcurator.gui.panes.labels import ElidedLabel, Flow, KeyButton, PlainLabel
from kdcurator.gui.theme import Theme

_WIDTH: Final = 1180
_LOW: Final = 120
"""Pixels that the panel is high at least, at 100 %."""
_SIDE: Final = 20

_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_N: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_P: -1,
}
_SCROLLS: Final = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class DecidingPage(Overlay):
    """Shows quotes one by one and asks what becomes of each."""

    in_hand = Signal(object)
    """`Quote`: its two versions are to be shown."""

    accepted = Signal(object)
    """`Comparison`: its place in the newest version is right."""

    gone = Signal(object)
    """`Quote`: its words are no longer in the article."""

    placing = Signal(object, object)
    """(`Quote`, `Comparison` or None): the user chooses the words."""

    retraced = Signal(str)
    """`undo` or `redo`."""

    def __init__(self, parent: QWidget, theme: Theme, keymap: Keymap) -> None:
        """Begin without quotes; undo and redo have the keys of `keymap`."""
        super().__init__(parent, theme, width=_WIDTH, is_shaded=True)
        self.setObjectName("decidingPage")
        self._keymap = keymap
        self._quotes: list[Quote] = []
        self._titles: Mapping[ArticleId, str] = {}
        self._row = 0
        self._now: datetime | None = None
        self._comparison: Comparison | None = None
        self._make_words(theme)
        self.setAccessibleName(self._title.text())
        self._make_keys(theme)
        self._lay_out()
        self.set_theme(theme)

    # Asked

    def ask(
        self, quotes: Sequence[Quote], titles: Mapping[ArticleId, str], now: datetime, row: int = 0
    ) -> None:
        """Open with one of the quotes in hand; `titles` are those of their articles."""
        self._titles, self._now = titles, now
        self._told.setText("")
        self.open(self.after)
        self.set_quotes(quotes, row)

    def set_quotes(self, quotes: Sequence[Quote], row: int | None = None) -> None:
        """Show other quotes; without a row the one in hand or its successor stays in hand."""
        self._quotes = list(quotes)
        self._row = min(self._row if row is None else row, max(0, len(quotes) - 1))
        self._count.setText(left(quotes))
        self._show()

    def take(self, quote_id: QuoteId) -> bool:
        """Take a quote in hand; tell whether it is one of these."""
        rows = [row for row, quote in enumerate(self._quotes) if quote.id == quote_id]
        if rows:
            self._row = rows[0]
            self._show()
        return bool(rows)

    def quote_in_hand(self) -> Quote | None:
        """Return the quote that the keys act on."""
        return self._quotes[self._row] if self._row < len(self._quotes) else None

    def quotes(self) -> list[Quote]:
        """Return the quotes that are shown one by one."""
        return self._quotes

    @property
    def row(self) -> int:
        """Which of the quotes is in hand, from 0 on."""
        return self._row

    def show_comparison(self, found: Comparison) -> None:
        """Show the quote in hand in both versions."""
        self._comparison = found
        self._reason.setText(reason(found))
        now = self._now or found.after.made_at
        self._before_head.setText(
            heading(found.before, now, is_newest=False) if found.before else ""
        )
        self._after_head.setText(heading(found.after, now, is_newest=True))
        self.before.show_passage(found.before)
        self.after.show_passage(found.after)
        self._show_keys()
        self._say()

    def wait(self) -> None:
        """Decide nothing until other quotes are shown: something has changed."""
        self._comparison = None

    def show_trouble(self, sentence: str) -> None:
        """Say why the quote in hand cannot be compared."""
        self._reason.setText(sentence)

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self._told.setText(sentence)

    def told(self) -> dict[str, str]:
        """Return what is said, by what it speaks of."""
        labels = {"count": self._count, "place": self._place_of, "state": self._state}
        labels |= {"reason": self._reason, "told": self._told, "empty": self._empty}
        return {name: label.text() for name, label in labels.items() if not label.isHidden()}

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Decide with a key, go on with arrows, scroll with the page keys."""
        name, pressed = Qt.Key(event.key()), QKeySequence(event.keyCombination())
        for action in ("undo", "redo"):
            if pressed in self._keymap.sequences(action):
                self.retraced.emit(action)
                return True
        if name in _SCROLLS:
            for view in (self.before, self.after):
                view.verticalScrollBar().triggerAction(_SCROLLS[name])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().key(event)
        elif name in _STEPS:
            self._step(_STEPS[name])
        elif not self._decide(name):
            return super().key(event)
        return True

    def _decide(self, key: Qt.Key) -> bool:
        """Do what a key decides; tell whether it is one of those."""
        quote, found = self.quote_in_hand(), self._comparison
        if key in _ENTER:
            if found is not None and found.places:
                self.accepted.emit(found)
        elif key == Qt.Key.Key_X:
            if quote is not None and found is not None:
                self.gone.emit(quote)
        elif key == Qt.Key.Key_S:
            if quote is not None:
                self.placing.emit(quote, found)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        row = self._row + by
        if 0 <= row < len(self._quotes):
            self._row = row
            self._show()

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's name
        """Go to the other version: the window below is out of reach."""
        other = self.before if self.after.hasFocus() else self.after
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # Shown

    def _show(self) -> None:
        quote = self.quote_in_hand()
        self._comparison = None
        is_empty = quote is None
        for part in (self._place_of, self._state, self._reason, self._texts):
            part.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        if quote is not None:
            self._show_quote(quote)
            self.in_hand.emit(quote)
        else:
            self._show_keys()

    def _show_quote(self, quote: Quote) -> None:
        """Show what is known of a quote at once; the rest is being found out."""
        place = self.tr("{n} of {total}").replace("{n}", number(self._row + 1))
        parts = [place.replace("{total}", number(len(self._quotes)))]
        parts += [one_line(self._titles.get(quote.article_id, "")), quote.speaker or ""]
        self._place_of.setText(DOT.join(part for part in parts if part))
        self._state.setText(title(quote.anchor_state))
        is_sure = quote.anchor_state is AnchorState.MOVED
        self._state.set_role("text" if is_sure else "warning", self.theme)
        self._reason.setText(self.tr("Both versions are being compared …"))
        for label in (self._before_head, self._after_head):
            label.setText("")
        for view in (self.before, self.after):
            view.show_passage(None)
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys that do something now."""
        quote, found = self.quote_in_hand(), self._comparison
        can = {
            "accept": found is not None and bool(found.places),
            "choose": quote is not None,
            "gone": quote is not None and quote.anchor_state is not AnchorState.GONE,
            "next": self._row + 1 < len(self._quotes),
            "previous": self._row > 0 and quote is not None,
        }
        for name, key in self._keys.items():
            key.setVisible(can.get(name, True))
        self._key_row.arrange()
        self._place()

    def _say(self) -> None:
        """Have a screen reader say it: no colour and no line is heard."""
        parts = [self._state.text(), self._reason.text(), self.before.words(), self.after.words()]
        words = "\n".join(part for part in parts if part)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.after, words))
        self.before.setAccessibleDescription(", ".join(self.before.marked()))
        self.after.setAccessibleDescription(", ".join(self.after.marked()))

    # Made of

    def _make_words(self, theme: Theme) -> None:
        self._title = PlainLabel(theme, pixels=15, weight=SEMIBOLD, parent=self.panel)
        self._title.setText(self.tr("Quotes in a new version"))
        self._count = ElidedLabel(theme, role="muted", pixels=12, parent=self.panel)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._place_of = ElidedLabel(theme, role="muted", pixels=12, parent=self.panel)
        self._state = PlainLabel(theme, weight=SEMIBOLD, parent=self.panel)
        self._reason = PlainLabel(theme, wraps=True, parent=self.panel)
        self._told = PlainLabel(theme, pixels=12, weight=SEMIBOLD, parent=self.panel)
        self._empty = PlainLabel(theme, wraps=True, parent=self.panel)
        self._empty.setText(nothing_left())
        self._before_head = ElidedLabel(theme, role="muted", pixels=12, weight=SEMIBOLD)
        self._after_head = ElidedLabel(theme, role="muted", pixels=12, weight=SEMIBOLD)
        self.before = PassageView(theme, is_old=True)
        self.after = PassageView(theme, is_old=False)
        self.before.setObjectName("passageBefore")
        self.after.setObjectName("passageAfter")
        self.before.setAccessibleName(self.tr("Older version"))
        self.after.setAccessibleName(self.tr("Newest version"))

    def _make_keys(self, theme: Theme) -> None:
        undo = self._keymap.label("undo")
        words = {
            "accept": ("⏎", self.tr("the place is right"), Qt.Key.Key_Return),
            "choose": ("S", self.tr("choose the words yourself …"), Qt.Key.Key_S),
            "gone": ("X", self.tr("no longer in the article"), Qt.Key.Key_X),
            "next": ("↓", self.tr("leave as it is, next"), Qt.Key.Key_Down),
            "previous": ("↑", self.tr("previous"), Qt.Key.Key_Up),
            "undo": (undo, self.tr("undo"), None),
            "leave": ("Esc", self.tr("close"), None),
        }
        self._key_row = Flow(self.panel)
        self._keys: dict[str, KeyButton] = {}
        for name, (cap, said, key) in words.items():
            role = "text" if name in {"accept", "choose", "gone"} else "muted"
            button = KeyButton(cap, said, theme, role=role, parent=self._key_row)
            self._keys[name] = button
            self._key_row.add(button)
            if key is not None:
                button.clicked.connect(partial(self._press, key))
        self._keys["undo"].clicked.connect(lambda: self.retraced.emit("undo"))
        self._keys["leave"].clicked.connect(self.leave)

    def _press(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self._step(_STEPS[key])
        else:
            self._decide(key)

    def _lay_out(self) -> None:
        self._head, self._about, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._count, 1)
        self._about.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self._about.addWidget(self._reason, 1)
        self._texts = QWidget(self.panel)
        self._grid = QGridLayout(self._texts)
        self._lay_out_texts()
        self._line_of = QHBoxLayout()
        self._line_of.addWidget(self._place_of, 1)
        self._line_of.addWidget(self._told)
        self._foot.addWidget(self._key_row, 1)
        column = self.panel.column
        for row in (self._head, self._line_of, self._about):
            column.addLayout(row)
        column.addWidget(self._empty)
        column.addWidget(self._texts, 1)
        column.addWidget(_hairline(self.panel))
        column.addLayout(self._foot)
        for view in (self.before, self.after):
            view.installEventFilter(self)

    def _lay_out_texts(self) -> None:
        """Put both versions side by side, each below its heading."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(_hairline(self._texts), 0, 0, 1, 3)
        self._grid.addWidget(self._before_head, 1, 0)
        self._grid.addWidget(self._after_head, 1, 2)
        self._grid.addWidget(_hairline(self._texts, is_upright=True), 1, 1, 2, 1)
        self._grid.addWidget(self.before, 2, 0)
        self._grid.addWidget(self.after, 2, 2)
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 1)
        self._grid.setRowStretch(2, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        for line in self.findChildren(QFrame, "hairline"):
            line.setStyleSheet(f"background: {theme.line.name()}; border: none;")
        side = scaled(_SIDE)
        self._head.setContentsMargins(side, scaled(14), side, 0)
        self._head.setSpacing(scaled(14))
        self._line_of.setContentsMargins(side, scaled(4), side, 0)
        self._about.setContentsMargins(side, scaled(12), side, scaled(12))
        self._about.setSpacing(scaled(14))
        self._empty.setContentsMargins(side, scaled(2), side, scaled(22))
        self._foot.setContentsMargins(side, scaled(10), side, scaled(10))
        for head in (self._before_head, self._after_head):
            head.setContentsMargins(side, scaled(10), side, 0)
        self._place()

    def top(self) -> int:
        """Lie near the top: two texts want room."""
        return max(scaled(12), self.height() // 20)

    def _place(self) -> None:
        """Have the texts take all the room that the window has."""
        super()._place()
        if not self._texts.isHidden():
            panel = self.panel.geometry()
            panel.setHeight(max(scaled(_LOW), self.height() - panel.top() - scaled(24)))
            self.panel.setGeometry(panel)
        self.panel.column.activate()
        for part in (self._reason, self._key_row):  # whole, however little is left for the texts
            part.setMinimumHeight(max(0, part.heightForWidth(part.width())))


def _hairline(parent: QWidget, *, is_upright: bool = False) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("hairline")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line

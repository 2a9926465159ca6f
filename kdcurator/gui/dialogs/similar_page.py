"""The page of similar articles: one pair at a time, both texts side by side, a decision.

Owns which pair is in hand, the keys of the page and how two articles are set beside each other.
Must not know how texts are compared, nor what a decision does.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider, QFrame, QGridLayout, QHBoxLayout, QWidget

from kdcurator.domain.article import Article, ArticleId
from kdcurator.domain.comparison import Passage
from kdcurator.domain.likeness import Pair
from kdcurator.domain.quote import Span
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.dialogs.passage_view import PassageView
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.models.wording import (
    DOT,
    article_title,
    medium_and_date,
    number,
    quotes_saved,
)
from kdcurator.gui.panes.labels import ElidedLabel, Flow, KeyButton, PlainLabel
from kdcurator.gui.theme import Theme

LONGEST: Final = 100_000
"""Code points of a text that are shown; of more there is a word."""

_WIDTH: Final = 1180
_LOW: Final = 120
_SIDE: Final = 20
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_N: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_P: -1,
}
_SCROLLS: Final = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class _Side(QWidget):
    """One of the two articles: its headline, what is known of it, its text, and its key."""

    def __init__(self, key: str, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(theme, weight=SEMIBOLD, parent=self)
        self.about = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self.delete = KeyButton(key, self.tr("delete this one"), theme, parent=self)
        self.text = PassageView(theme, is_old=False, parent=self)
        self.text.setAccessibleName(name)
        self.grid = QGridLayout(self)
        self.grid.addWidget(self.title, 0, 0)
        self.grid.addWidget(self.about, 1, 0)
        self.grid.addWidget(self.delete, 0, 1, 2, 1)
        self.grid.addWidget(self.text, 2, 0, 1, 3)
        self.grid.setColumnStretch(0, 1)
        self.grid.setRowStretch(2, 1)

    def show_article(self, article: Article | None) -> None:
        """Show what is known of an article; its text comes when it is compared."""
        self.text.show_passage(None)
        if article is not None:
            self.title.setText(article_title(article))
            parts = [medium_and_date(article.metadata)]
            parts += [quotes_saved(article.quotes)] if article.quotes else []
            self.about.setText(DOT.join(parts))

    def show_text(self, article: Article, text: str, marks: Sequence[Span]) -> None:
        """Show a text with what stands here alone marked."""
        shown = text[:LONGEST]
        inside = tuple(mark for mark in marks if mark.end <= len(shown))
        self.text.show_passage(Passage(1, article.created_at, shown, marks=inside))

    def settle(self) -> None:
        side = scaled(_SIDE)
        self.title.setContentsMargins(side, scaled(10), 0, 0)
        self.about.setContentsMargins(side, 0, 0, 0)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(scaled(2))
        self.grid.setColumnMinimumWidth(2, side)


class SimilarPage(Overlay):
    """Shows similar articles pair by pair and asks what becomes of them."""

    in_hand = Signal(object)
    """`Pair`: its two texts are to be shown."""

    both_kept = Signal(object)
    """`Pair`: both articles stay."""

    removed = Signal(object, object)
    """(`ArticleId` that goes, `ArticleId` that stays)."""

    retraced = Signal(str)
    """`undo` or `redo`."""

    def __init__(self, parent: QWidget, theme: Theme, keymap: Keymap) -> None:
        """Begin without pairs; undo and redo have the keys of `keymap`."""
        super().__init__(parent, theme, width=_WIDTH, is_shaded=True)
        self.setObjectName("similarPage")
        self._keymap = keymap
        self._pairs: list[Pair] = []
        self._articles: Mapping[ArticleId, Article] = {}
        self._row = 0
        self._make_words(theme)
        self.setAccessibleName(self._title.text())
        self._make_keys(theme)
        self._lay_out()
        self.set_theme(theme)

    # Asked

    def ask(self, pairs: Sequence[Pair], articles: Mapping[ArticleId, Article]) -> None:
        """Open with the first pair in hand; `articles` are at least those of the pairs."""
        self._row, self._pairs = 0, []
        self.tell("")
        self.open(self.right.text)
        self.set_pairs(pairs, articles)

    def set_pairs(self, pairs: Sequence[Pair], articles: Mapping[ArticleId, Article]) -> None:
        """Show other pairs; one that came back is in hand, else the one that was, or the next."""
        before, now = self._pairs, self.pair_in_hand()
        self._pairs, self._articles = list(pairs), articles
        back = next((row for row, pair in enumerate(pairs) if before and pair not in before), None)
        if back is not None:
            self._row = back
        elif now in self._pairs:
            self._row = self._pairs.index(now)
        self._row = min(self._row, max(0, len(pairs) - 1))
        self._show()

    def pair_in_hand(self) -> Pair | None:
        """Return the pair that the keys act on."""
        return self._pairs[self._row] if self._row < len(self._pairs) else None

    def show_texts(
        self, texts: tuple[str, str], marks: tuple[Sequence[Span], Sequence[Span]]
    ) -> None:
        """Show the two texts of the pair in hand, the earlier article at the left."""
        pair = self.pair_in_hand()
        if pair is None:
            return
        self._left.show_text(self._articles[pair.other_id], texts[0], marks[0])
        self.right.show_text(self._articles[pair.article_id], texts[1], marks[1])
        said = [self.tr("{percent} % of the shorter text stands in the other one too.")]
        said = [said[0].replace("{percent}", number(round(100 * pair.likeness)))]
        if any(marks):
            said.append(self.tr("Underlined: only here."))
        if max(map(len, texts)) > LONGEST:
            said.append(self.tr("The first part of the long text is shown."))
        self._reason.setText(" ".join(said))
        self._place()
        self._say()

    def tell(self, sentence: str) -> None:
        """Say what was done, or why not."""
        self._told.setText(sentence)
        if self.is_open:
            self._place()

    def told(self) -> str:
        """Return what was said last."""
        return self._told.text()

    def marked(self) -> tuple[list[str], list[str]]:
        """Return what is marked as standing on one side alone."""
        return self._left.text.marked(), self.right.text.marked()

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Decide with a key, go on with arrows, scroll both texts with the page keys."""
        name, pressed = Qt.Key(event.key()), QKeySequence(event.keyCombination())
        for action in ("undo", "redo"):
            if pressed in self._keymap.sequences(action):
                self.retraced.emit(action)
                return True
        if name in _SCROLLS:
            for side in (self._left, self.right):
                side.text.verticalScrollBar().triggerAction(_SCROLLS[name])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().key(event)
        elif name in _STEPS:
            self._step(_STEPS[name])
        elif not self._decide(name):
            return super().key(event)
        return True

    def _decide(self, key: Qt.Key) -> bool:
        """Do what a key decides; tell whether it is one of those."""
        if key not in {Qt.Key.Key_B, Qt.Key.Key_1, Qt.Key.Key_2}:
            return False
        pair = self.pair_in_hand()
        if pair is None:
            return True
        if key == Qt.Key.Key_B:
            self.both_kept.emit(pair)
        elif key == Qt.Key.Key_1:
            self.removed.emit(pair.other_id, pair.article_id)
        else:
            self.removed.emit(pair.article_id, pair.other_id)
        return True

    def _step(self, by: int) -> None:
        row = self._row + by
        if 0 <= row < len(self._pairs):
            self._row = row
            self.tell("")
            self._show()

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's name
        """Go to the other text: the window below is out of reach."""
        other = self._left if self.right.text.hasFocus() else self.right
        other.text.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # Shown

    def _show(self) -> None:
        pair = self.pair_in_hand()
        self._empty.setVisible(pair is None)
        self._reason.setVisible(pair is not None)
        self._texts.setVisible(pair is not None)
        words = self.tr("{n} of {total}").replace("{n}", number(self._row + 1))
        self._count.setText(words.replace("{total}", number(len(self._pairs))) if pair else "")
        for name, can in (
            ("keep", pair is not None),
            ("next", self._row + 1 < len(self._pairs)),
            ("previous", self._row > 0),
        ):
            self._keys[name].setVisible(can)
        self._key_row.arrange()
        if pair is not None:
            self._reason.setText(self.tr("The two texts are being compared …"))
            self._left.show_article(self._articles.get(pair.other_id))
            self.right.show_article(self._articles.get(pair.article_id))
            self.in_hand.emit(pair)
        self._place()

    def _say(self) -> None:
        """Have a screen reader say it: no colour and no line is heard."""
        words = ". ".join((self._left.title.text(), self.right.title.text(), self._reason.text()))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.right.text, words))
        for side in (self._left, self.right):
            side.text.setAccessibleDescription(", ".join(side.text.marked()))

    # Made of

    def _make_words(self, theme: Theme) -> None:
        self._title = PlainLabel(theme, pixels=15, weight=SEMIBOLD, parent=self.panel)
        self._title.setText(self.tr("Similar articles"))
        self._count = ElidedLabel(theme, role="muted", pixels=12, parent=self.panel)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self.panel)
        self._told = PlainLabel(theme, pixels=13, weight=SEMIBOLD, wraps=True, parent=self.panel)
        self._told.setObjectName("similarTold")
        self._empty = PlainLabel(theme, wraps=True, parent=self.panel)
        self._empty.setText(self.tr("No similar articles are left to decide on."))
        self._left = _Side("1", self.tr("The earlier article"), theme, self.panel)
        self.right = _Side("2", self.tr("The later article"), theme, self.panel)

    def _make_keys(self, theme: Theme) -> None:
        words = {
            "keep": ("B", self.tr("keep both"), Qt.Key.Key_B),
            "next": ("↓", self.tr("next"), Qt.Key.Key_Down),
            "previous": ("↑", self.tr("previous"), Qt.Key.Key_Up),
            "undo": (self._keymap.label("undo"), self.tr("undo"), None),
            "leave": ("Esc", self.tr("close"), None),
        }
        self._key_row = Flow(self.panel)
        self._keys: dict[str, KeyButton] = {}
        for name, (cap, said, key) in words.items():
            role = "text" if name == "keep" else "muted"
            button = KeyButton(cap, said, theme, role=role, parent=self._key_row)
            self._keys[name] = button
            self._key_row.add(button)
            if key in _STEPS:
                button.clicked.connect(partial(self._step, _STEPS[key]))
        self._keys["keep"].clicked.connect(partial(self._decide, Qt.Key.Key_B))
        self._keys["undo"].clicked.connect(lambda: self.retraced.emit("undo"))
        self._keys["leave"].clicked.connect(self.leave)
        self._left.delete.clicked.connect(partial(self._decide, Qt.Key.Key_1))
        self.right.delete.clicked.connect(partial(self._decide, Qt.Key.Key_2))

    def _lay_out(self) -> None:
        self._head, self._about, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._count, 1)
        self._about.addWidget(self._reason, 1)
        self._foot.addWidget(self._key_row, 1)
        self._texts = QWidget(self.panel)
        grid = QGridLayout(self._texts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(_hairline(self._texts), 0, 0, 1, 3)
        grid.addWidget(self._left, 1, 0)
        grid.addWidget(_hairline(self._texts, is_upright=True), 1, 1)
        grid.addWidget(self.right, 1, 2)
        grid.setRowStretch(1, 1)
        for column in (0, 2):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        column_of = self.panel.column
        column_of.addLayout(self._head)
        column_of.addWidget(self._told)
        column_of.addLayout(self._about)
        column_of.addWidget(self._empty)
        column_of.addWidget(self._texts, 1)
        column_of.addWidget(_hairline(self.panel))
        column_of.addLayout(self._foot)
        for side in (self._left, self.right):
            side.text.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        for line in self.findChildren(QFrame, "hairline"):
            line.setStyleSheet(f"background: {theme.line.name()}; border: none;")
        side = scaled(_SIDE)
        self._head.setContentsMargins(side, scaled(14), side, 0)
        self._told.setContentsMargins(side, scaled(6), side, 0)
        self._about.setContentsMargins(side, scaled(6), side, scaled(10))
        self._empty.setContentsMargins(side, scaled(2), side, scaled(22))
        self._foot.setContentsMargins(side, scaled(10), side, scaled(10))
        for each in (self._left, self.right):
            each.settle()
        self._place()

    def top(self) -> int:
        """Lie near the top: two texts want room."""
        return max(scaled(12), self.height() // 20)

    def _place(self) -> None:
        """Have the texts take all the room that the window has."""
        self._told.setVisible(bool(self._told.text()))
        super()._place()
        if not self._texts.isHidden():
            panel = self.panel.geometry()
            panel.setHeight(max(scaled(_LOW), self.height() - panel.top() - scaled(24)))
            self.panel.setGeometry(panel)
        self.panel.column.activate()
        for part in (self._told, self._reason, self._key_row):  # whole, however little is left
            part.setMinimumHeight(max(0, part.heightForWidth(part.width())))


def _hairline(parent: QWidget, *, is_upright: bool = False) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("hairline")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line

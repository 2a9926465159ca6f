"""The articles of the library, with work left, unread marks and a filter.

Owns order of movement and what a click, J/K and Enter mean in the list. Must not know what is done
with an article.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdcurator.domain.article import Article, ArticleId
from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.articles import ArticleModel
from kdcurator.gui.models.wording import (
    articles_chosen,
    articles_in_all,
    articles_shown,
    suggestions_left,
)
from kdcurator.gui.panes.article_row import ArticleRow
from kdcurator.gui.panes.fields import SingleLine
from kdcurator.gui.panes.labels import ElidedLabel
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.panes.rows import Index
from kdcurator.gui.theme import Theme

MOST_MEASURED: Final = 500
"""Rows up to which each has the height of its headline; beyond, all rows are alike: measuring
20,000 headlines takes 300 ms at each change of width."""


class ArticleList(PlainList):
    """The list of articles; one is in hand, any number can be chosen."""

    article_chosen = Signal(object)
    """`ArticleId`: another article came in hand by a key or the mouse, not by `select`."""

    opened = Signal(object)
    """`ArticleId`: Enter or a double click."""

    focus_changed = Signal()
    """The keys came to the list, or left it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without articles."""
        super().__init__(parent)
        self.setObjectName("articleList")
        self.setAccessibleName(self.tr("Articles"))
        self._articles = ArticleModel(self)
        self._row = ArticleRow(theme, self)
        self._is_silent = False
        self.heading = _Heading(theme, self)
        self.heading.filter_field.textChanged.connect(self.set_filter)
        self.heading.filter_field.done.connect(self.setFocus)
        self.setItemDelegate(self._row)
        self.setModel(self._articles)
        self.row_opened.connect(lambda row: self._tell(self.opened, row))
        self.chosen_changed.connect(self._say_counts)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.pane)
        self.setPalette(palette)
        self._row.set_theme(theme)
        self.heading.set_theme(theme)
        self.setMinimumWidth(scaled(180))
        self._place_heading()
        self.scheduleDelayedItemsLayout()

    def set_articles(self, articles: Iterable[Article]) -> None:
        """Show other articles; the one in hand stays so while it is there."""
        in_hand = self.current()
        self._silently(lambda: self._articles.set_articles(articles))
        self._rows_changed(in_hand)

    def add_articles(self, articles: Iterable[Article]) -> None:
        """Show new articles at the end; what is in hand and what is seen stays."""
        self._silently(lambda: self._articles.add_articles(articles))
        self._rows_changed(None)

    def update_article(self, article: Article) -> None:
        """Show an article's new state."""
        self._articles.update_article(article)
        self._say_counts()

    def set_filter(self, words: str) -> None:
        """Show the articles that hold all of `words`; empty shows all."""
        in_hand = self.current()
        if self.heading.filter_field.text() != words:
            self.heading.filter_field.setText(words)
        self._silently(lambda: self._articles.set_filter(words))
        self._rows_changed(in_hand)

    def edit_filter(self) -> None:
        """Put the caret into the filter's field."""
        self.heading.open_filter()
        self._place_heading()

    def current(self) -> ArticleId | None:
        """Return the article in hand."""
        article = self._articles.value_at(self.currentIndex().row())
        return article.id if article else None

    def select(self, article_id: ArticleId) -> None:
        """Take an article in hand without telling; nothing happens when it is not shown."""
        row = self._articles.row_of(article_id)
        if row >= 0:
            self._silently(lambda: self._go_to(row))

    def next(self) -> ArticleId | None:
        """Take the next article in hand and tell; None when it was the last."""
        return self._step(1)

    def previous(self) -> ArticleId | None:
        """Take the article before in hand and tell; None when it was the first."""
        return self._step(-1)

    def next_with_suggestions(self, *, wrap: bool = True) -> ArticleId | None:
        """Return the next article with open suggestions; what is in hand stays so.

        With `wrap` the first follows the last. None when there is no other.
        """
        count = self._articles.rowCount()
        row = self.currentIndex().row()
        rows = [*range(row + 1, count), *(range(max(row, 0)) if wrap else ())]
        return self._first_with_suggestions(rows)

    def previous_with_suggestions(self, *, wrap: bool = True) -> ArticleId | None:
        """Return the article before with open suggestions, as `next_with_suggestions` does."""
        count = self._articles.rowCount()
        row = self.currentIndex().row()
        after = range(count - 1, max(row, -1), -1) if wrap else ()
        return self._first_with_suggestions([*range(row - 1, -1, -1), *after])

    def chosen(self) -> list[ArticleId]:
        """Return the chosen articles; none when none was."""
        return [article.id for article in self._articles.chosen()]

    def articles_chosen(self) -> list[Article]:
        """Return the chosen articles with what is known of them."""
        return self._articles.chosen()

    def articles_shown(self) -> Sequence[Article]:
        """Return the articles that the filter lets through."""
        return self._articles.values()

    def publications(self) -> list[str]:
        """Return the media of all articles, each once."""
        return self._articles.publications()

    def choose(self, articles: Iterable[ArticleId]) -> None:
        """Choose those of these articles that are shown, and no other; stand on the first."""
        rows = sorted(row for row in map(self._articles.row_of, articles) if row >= 0)
        found = [self._articles.values()[row].id for row in rows]
        self._articles.choose(found)
        if rows:
            self.go_by(rows[0])
        self.chosen_changed.emit()

    def clear_chosen(self) -> bool:
        """Choose none; tell whether any was."""
        had_any = self._articles.clear_chosen()
        self._say_counts()
        return had_any

    def go_by(self, row: int) -> None:
        """Stand on a row without opening its article."""
        self._silently(lambda: self._go_to(row))

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: Index, previous: Index
    ) -> None:
        """Tell that another article came in hand."""
        super().currentChanged(current, previous)
        if not self._is_silent:
            self._tell(self.article_chosen, current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Get the focus; Qt then takes the first row in hand when none is, which opens nothing."""
        self._silently(lambda: super(ArticleList, self).focusInEvent(event))
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Lose the focus."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the heading over the rows."""
        super().resizeEvent(event)
        self._place_heading()

    def _first_with_suggestions(self, rows: Iterable[int]) -> ArticleId | None:
        articles = self._articles.values()
        return next((articles[row].id for row in rows if articles[row].suggestions), None)

    def _step(self, by: int) -> ArticleId | None:
        row = self.currentIndex().row() + by
        if by < 0 and not self.currentIndex().isValid():
            row = self._articles.rowCount() - 1
        if not 0 <= row < self._articles.rowCount():
            return None
        self._go_to(row)
        return self.current()

    def _go_to(self, row: int) -> None:
        self.setCurrentIndex(self._articles.index(row))
        self.scrollTo(self.currentIndex())

    def _silently(self, act: Callable[[], None]) -> None:
        self._is_silent = True
        try:
            act()
        finally:
            self._is_silent = False

    def _rows_changed(self, in_hand: ArticleId | None) -> None:
        self._row.uniform = self._articles.rowCount() > MOST_MEASURED
        self.setUniformItemSizes(self._row.uniform)
        if in_hand is not None:
            self.select(in_hand)
        self._say_counts()

    def _say_counts(self) -> None:
        articles = self._articles
        words = articles_in_all(articles.total)
        if articles.filter:
            words = articles_shown(articles.rowCount(), articles.total)
        if chosen := len(articles.chosen_keys()):
            words = articles_chosen(chosen)
        self.heading.say(words, suggestions_left(articles.suggestions) if articles.total else "")

    def _tell(self, signal: SignalInstance, row: int) -> None:
        article = self._articles.value_at(row)
        if article is not None:
            signal.emit(article.id)

    def _place_heading(self) -> None:
        height = self.heading.sizeHint().height()
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)
        self.heading.setGeometry(0, 0, self.width(), height)


class _Heading(QWidget):
    """How many articles there are, how much is left, and the filter when it is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.articles = ElidedLabel(theme, role="muted", pixels=12, weight=SEMIBOLD, parent=self)
        self.left = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.filter_field = SingleLine(self)
        self.filter_field.setObjectName("filterField")
        self.filter_field.setAccessibleName(self.tr("Filter the list"))
        self.filter_field.setPlaceholderText(self.tr("Filter the list"))
        self.filter_field.hide()
        self.filter_field.done.connect(self._close_when_empty)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.articles)
        line.addWidget(self.left, 1)
        self._column.addWidget(self.filter_field)
        self._column.addLayout(line)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.articles.set_theme(theme)
        self.left.set_theme(theme)
        self.filter_field.setFont(ui_font())
        self._column.setContentsMargins(scaled(26), scaled(6), scaled(18), scaled(6))
        for label in (self.articles, self.left):
            label.setFixedHeight(scaled(20))

    def say(self, articles: str, left: str) -> None:
        self.articles.setText(articles)
        self.left.setText(left)

    def open_filter(self) -> None:
        self.filter_field.show()
        self.filter_field.setFocus()
        self.filter_field.selectAll()

    def _close_when_empty(self) -> None:
        self.filter_field.setVisible(bool(self.filter_field.text()))

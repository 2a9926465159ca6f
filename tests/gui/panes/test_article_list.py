"""The list of articles: keys, movement, 20,000 rows, long headlines."""

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from kdcurator.domain.article import Article, ArticleId
from kdcurator.gui.panes.article_list import MOST_MEASURED, ArticleList
from kdcurator.gui.panes.article_row import ArticleRow
from kdcurator.gui.theme import Theme

MakeArticle = Callable[..., Article]

pytestmark = pytest.mark.gui


@pytest.fixture
def articles(qtbot: QtBot, theme: Theme, an_article: MakeArticle) -> ArticleList:
    articles = ArticleList(theme)
    qtbot.addWidget(articles)
    articles.set_articles([an_article(number, suggestions=number % 2) for number in range(1, 6)])
    articles.resize(300, 600)
    with qtbot.waitExposed(articles):
        articles.show()
    articles.setFocus()
    return articles


def test_movement_tells_and_selecting_does_not(articles: ArticleList) -> None:
    told: list[object] = []
    articles.article_chosen.connect(told.append)
    articles.select(ArticleId(2))
    assert (told, articles.current()) == ([], 2)
    assert articles.next() == 3
    assert articles.previous() == 2
    assert told == [3, 2]


def test_movement_ends_at_both_ends(articles: ArticleList) -> None:
    articles.select(ArticleId(5))
    assert articles.next() is None
    articles.select(ArticleId(1))
    assert articles.previous() is None
    assert articles.current() == 1


@pytest.mark.parametrize(
    ("start", "wrap", "following", "before"),
    [(1, True, 3, 5), (4, True, 5, 3), (5, True, 1, 3), (5, False, None, 3), (1, False, 3, None)],
)
def test_articles_with_work_left_are_found(
    articles: ArticleList, start: int, wrap: bool, following: int | None, before: int | None
) -> None:
    articles.select(ArticleId(start))
    assert articles.next_with_suggestions(wrap=wrap) == following
    assert articles.previous_with_suggestions(wrap=wrap) == before
    assert articles.current() == start


def test_arrows_and_clicks_take_an_article_in_hand(qtbot: QtBot, articles: ArticleList) -> None:
    articles.select(ArticleId(1))
    with qtbot.waitSignal(articles.article_chosen) as told:
        qtbot.keyClick(articles, Qt.Key.Key_Down)
    assert told.args == [2]
    place = articles.visualRect(articles.model().index(3, 0)).center()
    with qtbot.waitSignal(articles.article_chosen) as told:
        qtbot.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [4]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens(qtbot: QtBot, articles: ArticleList, key: Qt.Key) -> None:
    articles.select(ArticleId(3))
    with qtbot.waitSignal(articles.opened) as told:
        qtbot.keyClick(articles, key)
    assert told.args == [3]


def test_space_chooses_and_chooses_no_longer(qtbot: QtBot, articles: ArticleList) -> None:
    for number in (4, 2):
        articles.select(ArticleId(number))
        qtbot.keyClick(articles, Qt.Key.Key_Space)
    assert articles.chosen() == [2, 4]
    qtbot.keyClick(articles, Qt.Key.Key_Space)
    assert articles.chosen() == [4]
    assert articles.clear_chosen()
    assert not articles.clear_chosen()


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_J,
        Qt.Key.Key_3,
        Qt.Key.Key_Period,
        Qt.Key.Key_X,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Plus,
    ],
)
def test_letters_and_digits_reach_the_window(
    qtbot: QtBot, articles: ArticleList, key: Qt.Key
) -> None:
    pressed: list[Qt.Key] = []
    shortcut = QShortcut(QKeySequence(key), articles)
    shortcut.activated.connect(lambda: pressed.append(key))
    articles.select(ArticleId(1))
    qtbot.keyClick(articles, key)
    assert pressed == [key]
    assert articles.current() == 1


def test_typing_finds_nothing(qtbot: QtBot, articles: ArticleList, an_article: MakeArticle) -> None:
    articles.set_articles([an_article(1, "Alfa"), an_article(2, "Beta")])
    articles.select(ArticleId(1))
    qtbot.keyClick(articles, Qt.Key.Key_B)
    assert articles.current() == 1


def test_heading_counts_and_the_filter_narrows(
    articles: ArticleList, an_article: MakeArticle
) -> None:
    assert articles.heading.articles.text() == "5 articles"
    assert articles.heading.left.text() == "3 suggestions left"
    articles.update_article(an_article(1, "Fjorden", suggestions=0))
    articles.set_filter("fjord")
    assert articles.heading.articles.text() == "1 of 5 articles"
    assert articles.heading.left.text() == "2 suggestions left"


def test_filter_field_opens_narrows_and_closes(qtbot: QtBot, articles: ArticleList) -> None:
    articles.edit_filter()
    field = articles.heading.filter_field
    qtbot.keyClicks(field, "findes ikke")
    assert articles.heading.articles.text() == "0 of 5 articles"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert articles.heading.articles.text() == "5 articles"
    assert not field.isVisible()
    assert articles.hasFocus()


def test_twenty_thousand_articles_are_shown_at_once(
    qtbot: QtBot, articles: ArticleList, an_article: MakeArticle
) -> None:
    many = [an_article(number) for number in range(1, 20_001)]
    started = perf_counter()
    articles.set_articles(many)
    articles.grab()
    took = perf_counter() - started
    articles.select(ArticleId(20_000))
    assert articles.viewport().rect().intersects(articles.visualRect(articles.currentIndex()))
    assert took < 1.0  # 0.1 s when measured; a neighbour may be busy


def test_one_changed_row_lays_out_no_other(
    articles: ArticleList, an_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles.grab()
    measured: list[int] = []
    real = ArticleRow.sizeHint

    def size_hint(delegate: ArticleRow, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        measured.append(index.row())
        return real(delegate, option, index)

    monkeypatch.setattr(ArticleRow, "sizeHint", size_hint)
    articles.update_article(an_article(2, quotes=7))
    articles.grab()
    assert measured == []


@pytest.mark.parametrize("count", [3, MOST_MEASURED + 1])
def test_long_headlines_end_in_an_ellipsis(
    articles: ArticleList, an_article: MakeArticle, painted: list[tuple[str, QFont]], count: int
) -> None:
    title = "Kommunaldirektørforeningens formandskab mødes " * 5
    articles.set_articles([an_article(number, title) for number in range(1, count + 1)])
    articles.select(ArticleId(1))
    articles.grab()
    assert any(words.endswith("…") and words != "…" for words, _ in painted)
    assert articles.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole).count("mødes") == 5


def test_markup_in_a_headline_is_drawn_as_it_stands(
    articles: ArticleList, an_article: MakeArticle, painted: list[tuple[str, QFont]]
) -> None:
    articles.set_articles([an_article(1, "<b>fed</b> <img src=x>")])
    articles.grab()
    assert any("<b>fed</b>" in words for words, _ in painted)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QFont]]:
    """Note every text that a row draws."""
    from kdcurator.gui.panes import rows

    words: list[tuple[str, QFont]] = []
    real = rows.RowDelegate.write

    def write(self: rows.RowDelegate, painter: QPainter, wrapping: object, *rest: object) -> None:
        words.append((str(rest[1]), painter.font()))
        real(self, painter, wrapping, *rest)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(rows.RowDelegate, "write", write)
    return words


def test_rows_grow_with_the_font(articles: ArticleList, theme: Theme) -> None:
    from kdcurator.gui.fonts import set_font_scale

    option = QStyleOptionViewItem()
    option.widget = articles
    index = articles.model().index(0, 0)
    before = articles.itemDelegate().sizeHint(option, index).height()
    set_font_scale(2.0)
    articles.set_theme(theme)
    after = articles.itemDelegate().sizeHint(option, index).height()
    assert after >= 1.9 * before


def test_focus_alone_opens_nothing(
    qtbot: QtBot, theme: Theme, an_article: MakeArticle, articles: ArticleList
) -> None:
    articles.clearFocus()
    articles.set_articles([an_article(8), an_article(9)])
    told: list[object] = []
    articles.article_chosen.connect(told.append)
    articles.setFocus()
    qtbot.waitUntil(articles.hasFocus)
    assert told == []
    assert articles.current() == 8


def test_rows_take_less_room_when_the_list_grows_wide(
    articles: ArticleList, an_article: MakeArticle, qtbot: QtBot
) -> None:
    title = "En overskrift, der fylder tre linjer i en smal liste"
    articles.set_articles([an_article(1, title), an_article(2, title)])
    second = articles.model().index(1, 0)
    articles.resize(160, 600)
    qtbot.waitUntil(lambda: articles.visualRect(second).top() > 0)
    narrow = articles.visualRect(second).top()
    articles.resize(600, 600)
    qtbot.waitUntil(lambda: articles.visualRect(second).top() < narrow)

"""What holds for every pane: names for screen readers, plain text, nothing cut at 200 %."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kdcurator.domain.article import Article
from kdcurator.domain.quote import Agreement, Quote
from kdcurator.domain.searching import Answer, Hit, HitKind
from kdcurator.domain.story import Story, StoryId
from kdcurator.domain.tag import Tag
from kdcurator.gui.bus import Level, Message
from kdcurator.gui.panes.labels import ElidedLabel, PlainLabel
from kdcurator.gui.panes.library_pane import LibraryPane
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.panes.status_line import StatusLine
from kdcurator.gui.panes.story_line import StoryLine
from kdcurator.gui.panes.tag_panel import TagPanel
from kdcurator.gui.theme import Theme, apply_theme, dark, light

pytestmark = pytest.mark.gui

LONG = "Kommunaldirektørforeningens formandskab og dets sekretariat " * 4
HIT = Hit(HitKind.QUOTE, 1, 1, LONG, LONG, LONG, (LONG, "Ledelse"), 1.0)


class Panes(QWidget):
    """All panes with texts as long as they come."""

    def __init__(self, theme: Theme, article: Article, quote: Quote, tags: list[Tag]) -> None:
        super().__init__()
        self.library, self.tags = LibraryPane(theme), TagPanel(theme)
        self.story, self.foot = StoryLine(theme), StatusLine(theme)
        middle = Pane(theme, ground="page")
        middle.column.addWidget(self.story)
        middle.column.addStretch(1)
        row = QHBoxLayout()
        for pane in (self.library, middle, self.tags):
            row.addWidget(pane, 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(self.foot)
        self.library.article_list.set_articles([article])
        self.tags.set_tags(tags)
        self.tags.show_quote(quote, LONG)
        self.tags.set_also_said([quote], 1234)
        self.story.show_story(Story(StoryId(1), LONG, date(2026, 1, 2), quotes=3))
        self.foot.show_keys([("Ctrl+Shift+C", LONG), ("X", "forkast")])
        self.foot.show_saved(time(14, 32))

    def search(self) -> None:
        """Show hits in the place of the articles."""
        self.library.search_bar.search_field.setText("mole")
        self.library.search_bar.show_answer(Answer("mole", 12_345, 1.0, None, (HIT,)))


@pytest.fixture
def panes(
    qtbot: QtBot,
    theme: Theme,
    an_article: Callable[..., Article],
    a_quote: Callable[..., Quote],
    some_tags: list[Tag],
) -> Callable[[Theme, float], Panes]:
    def make(dress: Theme, scale: float) -> Panes:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, dress, scale=scale)
        article = an_article(1, LONG, publication=LONG, quotes=123, suggestions=456)
        quote = a_quote(
            text=LONG,
            speaker=LONG,
            role=LONG,
            note=LONG,
            tags=("Uden tast", "Ledelse"),
            used_in=(LONG,),
            agreement=Agreement.OFF_RECORD,
        )
        made = Panes(dress, article, quote, some_tags)
        qtbot.addWidget(made)
        made.resize(1440, 900)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


def _controls(panes: QWidget) -> list[QWidget]:
    children = panes.findChildren(QWidget)
    return [
        child
        for child in children
        if child.isVisible() and child.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def test_every_control_has_a_name_and_a_role(panes: Callable[[Theme, float], Panes]) -> None:
    shown = panes(light(), 1.0)
    shown.search()
    shown.tags.edit_note()
    shown.foot.show_progress(1, 2, "Importing")
    controls = _controls(shown)
    assert len(controls) >= 10
    for control in controls:
        told = QAccessible.queryAccessibleInterface(control)
        name = told.text(QAccessible.Text.Name)
        assert name, f"{control} has no name"
        assert told.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, name


@pytest.mark.parametrize(
    "name", ["articleList", "searchField", "tagPanel", "quoteList", "statusLine"]
)
def test_parts_are_found_by_their_names(panes: Callable[[Theme, float], Panes], name: str) -> None:
    shown = panes(light(), 1.0)
    part = shown.findChild(QWidget, name)
    assert part is not None
    assert part.accessibleName()


def test_no_label_reads_markup(panes: Callable[[Theme, float], Panes]) -> None:
    shown = panes(light(), 1.0)
    labels = shown.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("dress", [light, dark])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_without_an_ellipsis(
    panes: Callable[[Theme, float], Panes], dress: Callable[[], Theme], scale: float
) -> None:
    shown = panes(dress(), scale)
    shown.foot.show_message(Message(LONG, Level.WARNING))
    shown.search()
    QApplication.processEvents()
    for label in shown.findChildren(PlainLabel):
        if not label.isVisible() or isinstance(label, ElidedLabel):
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= needed, label.text()
        if not label.wordWrap():
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_panes_keep_within_the_window(panes: Callable[[Theme, float], Panes], scale: float) -> None:
    shown = panes(light(), scale)
    inside = shown.tags._inside
    assert inside.width() <= shown.tags._scroll.viewport().width()
    for child in shown.tags.card.findChildren(QWidget):
        if child.isVisible() and child.parent() is shown.tags.card:
            assert child.geometry().right() <= shown.tags.card.width()


def test_new_theme_reaches_every_pane(panes: Callable[[Theme, float], Panes]) -> None:
    shown = panes(light(), 1.0)
    other = dark()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, other)
    for pane in (shown.library, shown.tags, shown.story, shown.foot):
        pane.set_theme(other)
    picture = shown.grab().toImage()
    assert picture.pixelColor(12, picture.height() // 2) == other.pane
    assert picture.pixelColor(shown.tags.x() + 10, 400) == other.pane

"""The window: its panes, its handlers, and the one table of what is connected to what.

Owns how the parts are put together. Must not know services: the desk and the handlers call them.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import Article, ArticleId
from kdcurator.gui.actions import Action, Needs, Scope
from kdcurator.gui.desk import Desk, Hand, Panes
from kdcurator.gui.dialogs.article_details import ArticleDetails
from kdcurator.gui.dialogs.export import ExportForm
from kdcurator.gui.dialogs.find_bar import FindBar
from kdcurator.gui.dialogs.import_report import ImportReportPanel
from kdcurator.gui.dialogs.keys_overlay import KeysOverlay
from kdcurator.gui.dialogs.new_note import NewNote
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.dialogs.palette import Palette
from kdcurator.gui.dialogs.story_switch import StorySwitch
from kdcurator.gui.dialogs.tag_picker import TagPicker
from kdcurator.gui.handlers.copying import Copying
from kdcurator.gui.handlers.details import Details
from kdcurator.gui.handlers.library import LibraryActions
from kdcurator.gui.handlers.look import Look
from kdcurator.gui.handlers.moving import Moving
from kdcurator.gui.handlers.searching import Searching
from kdcurator.gui.handlers.stories import Stories
from kdcurator.gui.handlers.tagging import Tagging
from kdcurator.gui.handlers.taking import Taking
from kdcurator.gui.handlers.texts import TextForms, Texts
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.moment import keys_of_the_moment
from kdcurator.gui.pane_row import PaneRow
from kdcurator.gui.panes.library_pane import LibraryPane
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.panes.status_line import StatusLine
from kdcurator.gui.panes.story_line import StoryLine
from kdcurator.gui.panes.tag_panel import TagPanel
from kdcurator.gui.panes.welcome import Welcome
from kdcurator.gui.reader.view import Reader
from kdcurator.gui.shortcuts import FocusKeys, make_actions
from kdcurator.gui.theme import Theme, apply_theme, font_scale, theme_named
from kdcurator.preferences import Preferences
from kdcurator.settings import resources
from kdcurator.text.sentences import read_abbreviations

_FIRST_SIZE: Final = (1440, 900)


class MainWindow(QMainWindow):
    """Articles, text and tags, side by side."""

    closing = Signal()

    def __init__(
        self, curator: Curator, theme: Theme, keymap: Keymap, preferences: Preferences
    ) -> None:
        """Show the library of `curator`."""
        super().__init__()
        self._theme = theme
        self._keymap = keymap
        self.setObjectName("mainWindow")
        self.setWindowTitle("kdcurator")
        self.setAcceptDrops(True)
        self._make_panes()
        self.desk = Desk(curator, self._panes(), preferences, keymap, self)
        self._make_overlays()
        self._make_handlers()
        self.qactions = make_actions(self._scopes(), keymap, self.call)
        self._focus_keys = FocusKeys([self._central], keymap, self.call, self)
        self._wire()
        self._label_keys()
        self._restore_geometry()

    # Made of

    def _make_panes(self) -> None:
        theme = self._theme
        self._central = QWidget(self)
        self._left = LibraryPane(theme)
        self._middle = Pane(theme, ground="page")
        self._story_line = StoryLine(theme)
        abbreviations = read_abbreviations(resources() / "danish" / "abbreviations.txt")
        self._reader = Reader(theme, abbreviations)
        self._find_bar = FindBar(theme, self._find)
        self._right = TagPanel(theme)
        self._foot = StatusLine(theme)
        for part in (self._story_line, self._reader, self._find_bar):
            self._middle.column.addWidget(part, int(part is self._reader))
        self._row = PaneRow(
            [
                (self._left, self._list_in_sight),
                (self._middle, lambda: self._reader),
                (self._right, lambda: self._right.tag_list),
            ],
            self._central,
        )
        self._welcome = Welcome(theme, self._labels("import_files", "paste") | {"samples": "⏎"})
        self._pages = QStackedWidget(self._central)
        self._pages.addWidget(self._row)
        self._pages.addWidget(self._welcome)
        column = QVBoxLayout(self._central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
        self.setCentralWidget(self._central)

    def _list_in_sight(self) -> QWidget:
        hits = self._left.search_bar.hit_list
        return self._left.article_list if hits.isHidden() else hits

    def _panes(self) -> Panes:
        return Panes(
            self._reader,
            self._left.article_list,
            self._right,
            self._left.search_bar,
            self._story_line,
            self._foot,
        )

    def _make_overlays(self) -> None:
        self._palette = Palette(self, self._theme, self._keymap, self.can_do)
        self._picker = TagPicker(self, self._theme)
        self._keys = KeysOverlay(self, self._theme, self._keymap, self.can_do)
        self._story_switch = StorySwitch(self, self._theme)
        self._export_form = ExportForm(self, self._theme)
        self._text_forms = TextForms(
            ArticleDetails(self, self._theme),
            NewNote(self, self._theme),
            ImportReportPanel(self, self._theme),
        )

    def _make_handlers(self) -> None:
        desk = self.desk
        self._moving = Moving(desk, self._row, self._step_out)
        self._taking = Taking(desk, self._moving)
        self._tagging = Tagging(desk, self._taking, self._picker)
        self._details = Details(desk, self._taking)
        self._stories = Stories(desk, self._taking, self._story_switch)
        self._searching = Searching(desk, self._find_bar)
        self._copying = Copying(desk, self._taking)
        self._texts = Texts(desk, self._text_forms, self)
        self.library_actions = LibraryActions(desk, self._export_form)
        self._look = Look(desk, self, self._palette, self._keys)
        self._handlers: dict[str, object] = {
            "moving": self._moving,
            "taking": self._taking,
            "tagging": self._tagging,
            "details": self._details,
            "stories": self._stories,
            "searching": self._searching,
            "copying": self._copying,
            "texts": self._texts,
            "library": self.library_actions,
            "window": self._look,
        }

    def _scopes(self) -> dict[Scope, QWidget]:
        return {Scope.READER: self._reader, Scope.PANES: self._central, Scope.WINDOW: self}

    # Connected

    def _wire(self) -> None:
        """Connect everything that is connected: the one table."""
        desk, panes, tags = self.desk, self.desk.panes, self._right
        connections = (
            (desk.bus.changed, desk.mend),
            (desk.bus.message, panes.foot.show_message),
            (desk.state_changed, self._show_state_later),
            (panes.reader.target_changed, desk.target_changed),
            (panes.articles.article_chosen, desk.open_if_other),
            (panes.articles.opened, self._open_to_read),
            (panes.search.query_changed, self._searching.ask),
            (panes.search.hit_opened, self._searching.open_hit),
            (panes.search.left, self._to_reader),
            (panes.story.switch_asked, self._stories.switch),
            (tags.tag_pressed, self._tagging.press),
            (tags.speaker_edited, self._details.set_speaker),
            (tags.note_edited, self._details.set_note),
            (tags.role_edited, self._details.set_role),
            (tags.said_to_edited, self._details.set_said_to),
            (tags.agreement_chosen, self._details.set_agreement),
            (tags.quote_opened, self._searching.open_quote),
            (tags.edit_finished, self._to_reader),
            (tags.action_asked, self._call_for_panel),
            (self._find_bar.left, self._to_reader),
            (self._welcome.asked, self.call_by_id),
            (self._palette.called, self.call),
        )
        for signal, slot in connections:
            signal.connect(slot)

    def call(self, action: Action) -> None:
        """Do what an action of the table stands for."""
        family, _, method = action.handler.partition(".")
        act: Callable[..., object] = getattr(self._handlers[family], method)
        if action.argument is None:
            act()
        else:
            act(action.argument)

    def call_by_id(self, action_id: str) -> None:
        """Do an action by its id."""
        self.qactions[action_id].trigger()

    def can_do(self, action: Action) -> bool:
        """Tell whether an action makes sense now."""
        match action.needs:
            case Needs.ARTICLE:
                return self.desk.current() is not None
            case Needs.TARGET:
                return self.desk.target() is not None
            case Needs.SUGGESTION:
                return self._reader.in_hand() is not None
        return True

    # Shown

    def start(self) -> None:
        """Show the library, opened where it was left or where there is work to do."""
        self.desk.hold()
        self.desk.show_library()
        self._foot.show_saved(None)
        self._open_first()
        self._show_state()
        self._to_reader()
        self.desk.catch_up_soon()

    def is_idle(self) -> bool:
        """Tell whether nothing is queued or running."""
        waits = self.desk.panes.search.is_pending() or self._texts.importer.is_running()
        return self.desk.later.is_idle and not waits

    def theme_name(self) -> str:
        """Return which colours are shown."""
        return self._theme.name

    def set_theme(self, name: str) -> None:
        """Take `light` or `dark` colours."""
        self._theme = theme_named(name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self._theme, scale=font_scale())
        for pane in self.findChildren(Pane):
            pane.set_theme(self._theme)
        for overlay in self.findChildren(Overlay):
            overlay.set_theme(self._theme)

    def _open_first(self) -> None:
        articles = self.desk.curator.articles.list_articles()
        remembered = self._remembered(articles)
        if remembered is not None:
            self.desk.open(remembered, Hand.NONE, caret=self.desk.preferences.last_place)
            return
        with_work = (article for article in articles if article.suggestions)
        first = next(with_work, articles[0] if articles else None)
        if first is not None:
            self.desk.open(first.id)

    def _remembered(self, articles: list[Article]) -> ArticleId | None:
        preferences = self.desk.preferences
        if preferences.last_library != str(self.desk.curator.library.folder):
            return None
        return next((a.id for a in articles if a.id == preferences.last_article), None)

    def _show_state_later(self) -> None:
        self.desk.later.run("state", self._show_state)

    def _show_state(self) -> None:
        """Show the panes, or the welcome while there is no article; the keys of the moment."""
        is_empty = self.desk.current() is None
        page = self._welcome if is_empty else self._row
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            page.setFocus() if is_empty else self._to_reader()
        keys = keys_of_the_moment(self._keymap, self.desk.target(), is_empty=is_empty)
        self._foot.show_keys(keys)
        if is_empty:
            self._foot.show_note(self.tr("Empty library"))

    def _label_keys(self) -> None:
        label = self._keymap.label
        self._left.search_bar.set_key(self._keymap.labels("search")[-1])
        self._story_line.set_key(label("story"))
        names = {"find_tag": "pick_tag"}
        self._right.set_keys(
            {
                name: label(names.get(name, name))
                for name in ("note", "speaker", "dismiss", "remove", "find_tag")
            }
        )

    def _labels(self, *ids: str) -> dict[str, str]:
        return {name: self._keymap.label(name) for name in ids}

    # Steps

    def _open_to_read(self, article_id: ArticleId) -> None:
        self.desk.open_if_other(article_id)
        self._to_reader()

    def _to_reader(self) -> None:
        if self.desk.current() is None:
            self._welcome.setFocus()
        else:
            self._row.bring(1)

    def _step_out(self) -> None:
        """Go one step out: selection, search, then the reader where it was."""
        panes = self.desk.panes
        if panes.tags.clear_chosen() or panes.articles.clear_chosen():
            return
        if self._find_bar.isVisible():
            self._find_bar.close_bar()
        elif not self._reader.hasFocus():
            panes.search.clear()
            self._to_reader()
        else:
            self._reader.clear_selection()

    def _find(self, words: str, backwards: bool) -> int:  # noqa: FBT001 - the find bar's own way
        if not words:
            self._reader.clear_found()
            return 0
        return self._reader.find(words, backwards=backwards)

    def _call_for_panel(self, name: str) -> None:
        self.call_by_id({"find_tag": "pick_tag"}.get(name, name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and texts."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Import what was dropped."""
        if self._texts.import_dropped(event.mimeData()):
            event.acceptProposedAction()

    # Kept

    def _restore_geometry(self) -> None:
        kept = self.desk.preferences.geometry
        encoded = (
            QByteArray.fromBase64(QByteArray(kept.encode("ascii", "ignore"))) if kept else None
        )
        if encoded is None or not self.restoreGeometry(encoded):
            self.resize(*_FIRST_SIZE)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember place and size, and let others write to the library."""
        here = self.desk.here()
        self.desk.prefer(
            last_library=str(self.desk.curator.library.folder),
            last_article=int(here.article_id) if here else None,
            last_place=here.caret if here else 0,
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
        )
        self.desk.later.forget()
        self.desk.keep_preferences()
        self.desk.curator.close()
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Have other windows' changes seen when this one comes to the front again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.desk.look_again()

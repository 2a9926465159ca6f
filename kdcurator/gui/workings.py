"""What makes the window work: desk, overlays, handlers, and the one table of what is connected.

Owns how these are put together on an open library, once the window has been painted. Must not
know services: the desk and the handlers call them.
"""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import Article, ArticleId
from kdcurator.domain.errors import LibraryDamaged
from kdcurator.gui.actions import Action, Needs, Scope
from kdcurator.gui.aloud import Aloud
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk, Hand, Panes
from kdcurator.gui.dialogs.article_details import ArticleDetails
from kdcurator.gui.dialogs.bringing_back import BringingBackPage
from kdcurator.gui.dialogs.bundle_preview import BundlePreview
from kdcurator.gui.dialogs.common_details import CommonDetails
from kdcurator.gui.dialogs.deciding_page import DecidingPage
from kdcurator.gui.dialogs.edit_text import EditText
from kdcurator.gui.dialogs.export import ExportForm
from kdcurator.gui.dialogs.help_page import HelpPage
from kdcurator.gui.dialogs.import_report import ImportReportPanel
from kdcurator.gui.dialogs.keys_overlay import KeysOverlay
from kdcurator.gui.dialogs.new_note import NewNote
from kdcurator.gui.dialogs.page_address import PageAddress
from kdcurator.gui.dialogs.palette import Palette
from kdcurator.gui.dialogs.people_keeping import PeopleKeeping
from kdcurator.gui.dialogs.similar_page import SimilarPage
from kdcurator.gui.dialogs.story_switch import StorySwitch
from kdcurator.gui.dialogs.tag_keeping import TagKeeping
from kdcurator.gui.dialogs.tag_picker import TagPicker
from kdcurator.gui.dialogs.text_versions import VersionsPage
from kdcurator.gui.dialogs.watched_folder import WatchedFolderForm
from kdcurator.gui.drafting import Drafting
from kdcurator.gui.handlers.advising import Advising
from kdcurator.gui.handlers.backups import Backups
from kdcurator.gui.handlers.copying import Copying
from kdcurator.gui.handlers.correcting import Correcting
from kdcurator.gui.handlers.deciding import Deciding
from kdcurator.gui.handlers.details import Details
from kdcurator.gui.handlers.editing import Editing
from kdcurator.gui.handlers.found import FoundWords
from kdcurator.gui.handlers.library import LibraryActions
from kdcurator.gui.handlers.look import Look
from kdcurator.gui.handlers.moving import Moving
from kdcurator.gui.handlers.pages import Pages
from kdcurator.gui.handlers.recutting import Recutting
from kdcurator.gui.handlers.searching import Searching
from kdcurator.gui.handlers.similar import Similar
from kdcurator.gui.handlers.speakers import Speakers
from kdcurator.gui.handlers.stories import Stories
from kdcurator.gui.handlers.tag_list import TagList
from kdcurator.gui.handlers.tagging import Tagging
from kdcurator.gui.handlers.taking import Taking
from kdcurator.gui.handlers.texts import TextForms, Texts
from kdcurator.gui.handlers.watched import Watched
from kdcurator.gui.main_window import MainWindow
from kdcurator.gui.models.backups import rescued
from kdcurator.gui.moment import Moment, Typing, keys_of_the_moment
from kdcurator.gui.rescuing import rescuing_in
from kdcurator.gui.shortcuts import FocusKeys, is_text_field, make_actions
from kdcurator.gui.translation import sentence_for

if TYPE_CHECKING:
    from kdcurator.services.rescuing import Rescue


class Workings(QObject):
    """Everything that answers a key."""

    def __init__(self, window: MainWindow, curator: Curator) -> None:
        """Put the library of `curator` to work in `window`."""
        super().__init__(window)
        self._window = window
        self._frame = frame = window.frame
        frame.furnish(window.theme)
        frame.reader.zoom_by(window.preferences.zoom)
        self._keymap = window.keymap
        panes = Panes(
            frame.reader, frame.articles, frame.tags, frame.search, frame.story, frame.foot
        )
        self.desk = Desk(curator, panes, window.preferences, window.keymap, self)
        self._make_overlays()
        self._make_handlers()
        scopes = {Scope.READER: frame.reader, Scope.PANES: frame, Scope.WINDOW: window}
        self.qactions = make_actions(scopes, window.keymap, self.call)
        self._focus_keys = FocusKeys([frame], window.keymap, self.call, self)
        self._aloud = Aloud(frame.tags, self.desk.later, self)
        self._wire()

    # Made of

    def _make_overlays(self) -> None:
        window, theme = self._window, self._window.theme
        self._palette = Palette(window, theme, self._keymap, self.can_do)
        self._picker = TagPicker(window, theme)
        self._keys = KeysOverlay(window, theme, self._keymap, self.can_do)
        self._help = HelpPage(window, theme, self._keymap)
        self._story_switch = StorySwitch(window, theme)
        self._tag_keeping = TagKeeping(window, theme)
        self._people_keeping = PeopleKeeping(window, theme)
        self._export_form = ExportForm(window, theme)
        self._text_forms = TextForms(NewNote(window, theme), ImportReportPanel(window, theme))
        self._details_form = ArticleDetails(window, theme)
        self._common_form = CommonDetails(window, theme)

    def _make_handlers(self) -> None:
        desk = self.desk
        found = FoundWords(desk)
        self._moving = Moving(desk, self._frame.row, self._step_out, found)
        self._taking = Taking(desk, self._moving)
        self._recutting = Recutting(desk, self._taking)
        self._advising = Advising(desk)
        self._tagging = Tagging(desk, self._taking, self._picker, self._advising)
        self._tag_list = TagList(desk, self._tag_keeping)
        self._speakers = Speakers(desk, self._people_keeping)
        self._details = Details(desk, self._taking)
        self._stories = Stories(desk, self._taking, self._story_switch)
        self._searching = Searching(desk, self._frame.find_bar, found)
        self._copying = Copying(desk, self._taking)
        self._drafting = Drafting(desk.curator.drafts, desk)
        self.texts = Texts(desk, self._text_forms, self._drafting, self._window)
        preview = BundlePreview(self._window, self._window.theme)
        self.texts.bundles_found.connect(preview.ask)
        preview.chosen.connect(self.texts.importer.import_more)
        self._pages = Pages(desk, self.texts, PageAddress(self._window, self._window.theme))
        self.correcting = Correcting(desk, self._details_form, self._common_form)
        window, theme = self._window, self._window.theme
        form, versions = EditText(window, theme), VersionsPage(window, theme)
        self.editing = Editing(desk, form, versions, self._drafting)
        self.library_actions = LibraryActions(desk, self._export_form)
        page = DecidingPage(self._window, self._window.theme, self._keymap)
        self.deciding = Deciding(desk, page, self._frame.standing, self.call_by_id)
        self.texts.marked.connect(self.deciding.decide_on)
        retrace = {"undo": self.library_actions.undo, "redo": self.library_actions.redo}
        pairs = SimilarPage(self._window, self._window.theme, self._keymap)
        self.similar = Similar(desk, pairs, retrace)
        self._text_forms.report.compare_asked.connect(self.similar.show_pairs)
        self.backups = Backups(desk, BringingBackPage(self._window, self._window.theme))
        self.watched = Watched(
            desk, self.texts, WatchedFolderForm(window, theme), lambda: not self.backups.is_busy
        )
        self._look = Look(desk, self._window, self._palette, self._keys, self._help)
        self._handlers: dict[str, object] = {
            "moving": self._moving,
            "taking": self._taking,
            "recutting": self._recutting,
            "tagging": self._tagging,
            "tag_list": self._tag_list,
            "speakers": self._speakers,
            "details": self._details,
            "stories": self._stories,
            "searching": self._searching,
            "copying": self._copying,
            "texts": self.texts,
            "pages": self._pages,
            "editing": self.editing,
            "watched": self.watched,
            "correcting": self.correcting,
            "similar": self.similar,
            "library": self.library_actions,
            "deciding": self.deciding,
            "backups": self.backups,
            "window": self._look,
        }

    # Connected

    def _wire(self) -> None:
        """Connect everything that is connected: the one table."""
        desk, panes, tags = self.desk, self.desk.panes, self._frame.tags
        connections = (
            (desk.bus.changed, desk.mend),
            (desk.bus.message, panes.foot.show_message),
            (desk.bus.damaged, self._rescue_later),
            (desk.state_changed, self._show_state_later),
            (panes.reader.target_changed, desk.target_changed),
            (panes.reader.found_changed, self._show_state_later),
            (desk.text_wanted, self._frame.bring_reader),
            (panes.articles.article_chosen, desk.open_if_other),
            (panes.articles.opened, self._open_to_read),
            (panes.articles.chosen_changed, self._show_state_later),
            (panes.articles.focus_changed, self._show_state_later),
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
            (self._frame.find_bar.left, self._to_reader),
            (self._frame.welcome.asked, self.call_by_id),
            (self._palette.called, self.call),
        )
        for signal, slot in connections:
            signal.connect(slot)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_state_later)

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
                return self._frame.reader.in_hand() is not None
        return True

    def import_dropped(self, data: QMimeData) -> bool:
        """Import what was dropped on the window; tell whether there was anything."""
        return self.texts.import_dropped(data)

    def is_idle(self) -> bool:
        """Tell whether nothing is queued or running."""
        waits = self.desk.panes.search.is_pending() or self.texts.importer.is_running()
        works = self.desk.finder.is_busy or self.desk.indexer.is_busy
        works = works or self.desk.running.is_anything or self.backups.is_busy
        works = works or self.deciding.is_busy or self._advising.is_busy
        writes = self._drafting.is_busy or self.correcting.is_running or self.similar.is_busy
        return self.desk.later.is_idle and not (waits or works or writes)

    # Shown

    def start(self) -> None:
        """Show the library, opened where it was left or where there is work to do."""
        self.desk.hold()
        self.desk.show_library()
        self._frame.foot.show_saved(None)
        self._open_first()
        self._show_state()
        self._to_reader()
        self._warn()
        self.editing.tell_drafts()
        self.desk.finder.warm_up()
        self.backups.backing_up.start()
        self.watched.start()
        self.desk.later.run("rehearsal", self.desk.rehearse)
        gc.freeze()  # what stands now stays: looking it all through for garbage takes 100 ms

    def _warn(self) -> None:
        """Say what endangers the library where it lies."""
        for warning in self.desk.curator.dangers():
            self.desk.bus.tell(sentence_for(warning), Level.WARNING)

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

    def _show_state_later(self, *_focus: object) -> None:
        self.desk.later.run("state", self._show_state)

    def _show_state(self) -> None:
        """Show the panes, or the welcome while there is no article; the keys of the moment."""
        is_empty = self._is_empty()
        if self._frame.show_page(is_empty=is_empty):
            self._to_reader()
        moment = Moment(
            self.desk.target(),
            is_empty=is_empty,
            has_chosen=bool(self.desk.chosen_articles()),
            is_read_only=self.desk.is_read_only,
            typing=self._typing(),
            is_at_found=self._frame.reader.is_at_found(),
        )
        self._frame.foot.show_keys(keys_of_the_moment(self._keymap, moment))
        if is_empty:
            self._frame.foot.show_note(self.tr("Empty library"))

    def _is_empty(self) -> bool:
        """Tell whether there is no article; one that could not be opened is there all the same."""
        return self.desk.current() is None and not self._frame.articles.model().rowCount()

    def _typing(self) -> Typing:
        """Return the field that letters go to."""
        frame, focus = self._frame, QApplication.focusWidget()
        if not is_text_field(focus) or focus is None:
            return Typing.NOWHERE
        if focus is frame.search.search_field:
            return Typing.SEARCH
        if focus is frame.find_bar.field:
            return Typing.FIND
        return Typing.QUOTE if frame.tags.isAncestorOf(focus) else Typing.NOWHERE

    # Damaged

    def _rescue_later(self, error: LibraryDamaged) -> None:
        """Offer a backup, when whatever met the damage has come to its end."""
        self.desk.later.run("rescue", lambda: self._rescue(error))

    def _rescue(self, error: LibraryDamaged) -> None:
        """Let the library go, so that it can be replaced, and offer a backup of it."""
        window, desk = self._window, self.desk
        if window.rescuing is None:
            settings = desk.curator.settings
            window.rescuing = rescuing_in(window, settings, self._show_rescued)
            window.rescuing.given_up.connect(self._go_on_as_it_is)
        desk.settle()
        self.watched.close()
        self.backups.close()
        desk.curator.library.close()
        window.rescuing.begin(error)

    def _go_on_as_it_is(self) -> None:
        self._window.end_rescue()
        self.desk.hold()
        self.watched.start()

    def _show_rescued(self, rescue: "Rescue") -> None:
        self._go_on_as_it_is()
        self.desk.show_anew()
        self.backups.backing_up.start()
        self.desk.bus.tell(rescued(rescue, self.desk.curator.library.now()))

    # Steps

    def _open_to_read(self, article_id: ArticleId) -> None:
        self.desk.open_if_other(article_id)
        self._to_reader()

    def _to_reader(self) -> None:
        if self._is_empty():
            self._frame.welcome.setFocus()
        else:
            self._frame.bring_reader()

    def _step_out(self) -> None:
        """Go one step out: selection, search, then the reader where it was."""
        frame = self._frame
        if frame.tags.clear_chosen():
            self._show_state_later()
            return
        if frame.articles.clear_chosen():
            opened = self.desk.current()
            if opened is not None:  # choosing goes by articles without opening them
                frame.articles.select(opened.article.id)
            self._show_state_later()
            return
        if frame.find_bar.isVisible():
            frame.find_bar.close_bar()
        elif not frame.reader.hasFocus():
            frame.search.clear()
            self._to_reader()
        elif self.deciding.is_choosing and frame.reader.selected() is None:
            self.deciding.give_up()
        elif frame.reader.selected() is not None:
            frame.reader.clear_selection()
        else:
            frame.reader.clear_found()

    def _call_for_panel(self, name: str) -> None:
        self.call_by_id({"find_tag": "pick_tag"}.get(name, name))

    # Left

    def close(self) -> None:
        """Stop what runs, remember the place, and let others write to the library.

        What was kept of an import stays; what the index lacks is found without it, and the next
        start brings it up.
        """
        here = self.desk.here()
        self._stop()
        self.desk.prefer(
            last_library=str(self.desk.curator.library.folder),
            last_article=int(here.article_id) if here else None,
            last_place=here.caret if here else 0,
            geometry=self._window.geometry_as_text(),
            zoom=self._frame.reader.zoom_steps(),  # the wheel changes it too
        )
        self.desk.later.forget()
        self.desk.keep_preferences()
        self.desk.curator.library.close()
        gc.unfreeze()

    def back_up_at_last(self) -> None:
        """Back up what was changed: others may write already, and the window is gone."""
        self.backups.backing_up.back_up_at_last()

    def _stop(self) -> None:
        """End everything that runs, and every process."""
        self.watched.close()
        self.texts.importer.close()
        self.editing.close()
        self._drafting.close()
        self.correcting.close()
        self.similar.close()
        self.library_actions.retracing.close()
        self.library_actions.exporter.cancel()
        self.desk.finder.close()
        self.desk.indexer.close()
        self.deciding.close()
        self.backups.close()

"""What lies on the desk: the open library, the open article, and the panes that show them.

Owns how an article is opened and how every pane is mended after a change. Must not know keys: the
handlers call it.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.errors import LibraryInUse, UnknownArticle
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.person import Presentation, name_key
from kdcurator.domain.quote import Quote, QuoteFilter, QuoteId, Span
from kdcurator.domain.suggestion import OpenSuggestion, SuggestionId
from kdcurator.domain.tag import Tag
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui.bus import Bus, Level
from kdcurator.gui.finder import Finder
from kdcurator.gui.importing import Importer
from kdcurator.gui.indexer import Indexer
from kdcurator.gui.jumps import Jumps, Place
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.later import Later
from kdcurator.gui.panes.article_list import ArticleList
from kdcurator.gui.panes.search import SearchBar
from kdcurator.gui.panes.status_line import StatusLine
from kdcurator.gui.panes.story_line import StoryLine
from kdcurator.gui.panes.tag_panel import TagPanel
from kdcurator.gui.reader.view import Reader
from kdcurator.gui.runner import Runner
from kdcurator.gui.running import Running
from kdcurator.preferences import Preferences, save_preferences

Result = TypeVar("Result")

_QUIET: Final = 400
"""Milliseconds without a change before the search index is brought up to it."""

_AFTER_REPORT: Final = 100
"""Milliseconds after an import in which its report opens an article, unless nobody asked for it."""

_UNINDEXED: Final = 40
"""So many changes may wait for the index: a search finds them in the library itself meanwhile."""

_ALSO_SAID: Final = 50
"""So many earlier quotes of a speaker are listed; the heading tells how many there are."""

_OF_THE_LIST = frozenset(
    {
        ChangeKind.IMPORT_ARTICLES,
        ChangeKind.EDIT_ARTICLE,
        ChangeKind.EDIT_TEXT,
        ChangeKind.BRING_BACK_TEXT,
        ChangeKind.ACCEPT_GUESSES,
        ChangeKind.REMOVE_SIMILAR,
        ChangeKind.REMOVE_ARTICLES,
        ChangeKind.FIND_SUGGESTIONS,
    }
)
_OF_STORIES = frozenset(
    {
        ChangeKind.ADD_STORY,
        ChangeKind.ARCHIVE_STORY,
        ChangeKind.FILL_STORY,
        ChangeKind.SAVE_QUOTES,
        ChangeKind.TAG_QUOTES,
        ChangeKind.REMOVE_QUOTES,
        ChangeKind.MOVE_QUOTE,
        ChangeKind.SPLIT_QUOTE,
        ChangeKind.JOIN_QUOTES,
        ChangeKind.REMOVE_ARTICLES,
        ChangeKind.REMOVE_SIMILAR,
    }
)


class Hand(StrEnum):
    """Which suggestion is in hand when an article opens."""

    FIRST = "first"
    LAST = "last"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Panes:
    """The parts of the window that show the library."""

    reader: Reader
    articles: ArticleList
    tags: TagPanel
    search: SearchBar
    story: StoryLine
    foot: StatusLine


class Desk(QObject):
    """Everything a handler works on."""

    state_changed = Signal()
    """What is open or in hand is another: keys of the moment and states are to be shown anew."""
    text_wanted = Signal()
    """The text is to be in sight, alone where there is room for one pane, and to get the keys."""

    def __init__(
        self,
        curator: Curator,
        panes: Panes,
        preferences: Preferences,
        keymap: Keymap,
        parent: QObject,
    ) -> None:
        """Work on the library of `curator`."""
        super().__init__(parent)
        self.curator = curator
        self.panes = panes
        self.preferences = preferences
        self.bus = Bus(self)
        self.runner = Runner(self.bus)
        self.later = Later(self, self.runner.run)
        self.running = Running(panes.foot, self)
        self.finder = Finder(curator, self)
        self.indexer = Indexer(curator, self)
        self.finder.lacking.connect(self.indexer.heed)
        self.indexer.indexing.connect(self._tell_indexing)
        self.indexer.rested.connect(lambda: self.running.end("index"))
        self.indexer.rested.connect(self.finder.warm_again)
        self.jumps = Jumps()
        self.tags: list[Tag] = []
        self.keymap = keymap
        self.last_saved: QuoteId | None = None
        self.placing: Callable[[Target | None], None] | None = None
        """Who asked the user to mark a place: Enter in the text says that it is marked."""
        self.is_read_only = False
        self._shown: Target | None = None
        self._is_empty = True
        self._is_mending = False
        self._unindexed = 0

    def run(self, use_case: Callable[[], Result]) -> Result | None:
        """Run a use case; its change is announced, its refusal is told."""
        return self.runner.run(use_case, self)

    def hint(self, sentence: str) -> None:
        """Say why a key did nothing, and what would."""
        self.bus.tell(sentence, Level.HINT)

    # The library

    def hold(self) -> bool:
        """Take the right to write; without it the window reads only, and says so."""
        try:
            self.curator.library.hold()
        except LibraryInUse:
            self.is_read_only = True
            sentence = self.tr("Read only – the library is open in another window")
            self.bus.tell(sentence, Level.WARNING)
            return False
        self.is_read_only = False
        return True

    def look_again(self) -> None:
        """See what the holder of a library that may only be read did, and whether it let go."""
        if not self.is_read_only:
            return
        is_free = self.hold()
        self.show_library()
        opened = self.current()
        if opened is not None:
            self.open(opened.article.id, Hand.NONE, caret=self.panes.reader.place())
        if is_free:
            self.bus.tell(self.tr("The library is free again; changes are saved from now on."))

    def show_library(self) -> None:
        """Show lists, tags and story as the library has them now."""
        self.panes.articles.set_articles(self.curator.articles.list_articles())
        self.show_tags()
        self.show_story()

    def settle(self) -> None:
        """Finish what waits, and let nothing look into the library until `show_anew`."""
        self.panes.search.clear()
        for name in ("read", "preferences"):
            self.later.hurry(name)
        self.later.forget()
        self.finder.stop()
        self.indexer.stop()

    def show_anew(self) -> None:
        """Show everything as the library has it now: it is another one as a whole."""
        here = self.here()
        self.jumps, self.last_saved = Jumps(), None
        self.show_library()
        articles = {article.id for article in self.curator.articles.list_articles()}
        if here is None or here.article_id not in articles:
            self._article_went()
        else:
            self.open(here.article_id, Hand.NONE, caret=here.caret)
        self.catch_up_soon()
        self.state_changed.emit()

    def show_tags(self) -> None:
        """Show the tag list as the library has it now."""
        self.tags = self.curator.tags.list_tags()
        self.panes.tags.set_tags(self.tags)
        self.panes.reader.set_tags(self.tags)
        self.panes.search.narrowing.set_tags(self.tags)

    def show_story(self) -> None:
        """Show the current story."""
        self.panes.story.show_story(self.curator.stories.current())

    def prefer(self, **choices: object) -> None:
        """Remember what the user chose or where the user is; written after the paint."""
        self.preferences = replace(self.preferences, **choices)  # type: ignore[arg-type]  # by name
        self.later.run("preferences", self.keep_preferences)

    def keep_preferences(self) -> None:
        """Write down what is remembered."""
        folder = self.curator.settings.config
        self.runner.run(lambda: save_preferences(folder, self.preferences))

    # The open article

    def current(self) -> OpenArticle | None:
        """Return what is open; None in an empty library."""
        return None if self._is_empty else self.panes.reader.current()

    def here(self) -> Place | None:
        """Return where the caret is."""
        opened = self.current()
        return Place(opened.article.id, self.panes.reader.place()) if opened else None

    def open(
        self, article_id: ArticleId, hand: Hand = Hand.FIRST, *, caret: int | None = None
    ) -> bool:
        """Show an article; tell whether it could be opened."""
        is_renewed = self._renew(article_id)
        opened = self.runner.run(lambda: self.curator.reading.open_article(article_id))
        if opened is None:
            return False
        self._is_empty = False
        self._is_mending = True
        self.panes.reader.show_article(opened)
        if is_renewed:
            self.panes.articles.update_article(opened.article)
        self.panes.articles.select(article_id)
        self._take_in_hand(opened, hand)
        if caret is not None:
            self.panes.reader.set_place(caret)
        self._is_mending = False
        self.show_target()
        if not opened.article.is_read:
            self.later.run("read", lambda: self._mark_read(article_id))
        self.prefer(last_article=int(article_id))
        return True

    def _renew(self, article_id: ArticleId) -> bool:
        """Have an article's suggestions be those of today's rules; tell whether they were not.

        That is done before the article is shown, so that nothing changes under the user's hands.
        """
        renew = self.curator.suggestions.renew_when_old
        return not self.is_read_only and bool(self.runner.run(lambda: renew(article_id)))

    def open_if_other(self, article_id: ArticleId, hand: Hand = Hand.FIRST) -> None:
        """Show an article unless it is the one that is open."""
        opened = self.current()
        if opened is None or opened.article.id != article_id:
            self.open(article_id, hand)

    def jump(self, article_id: ArticleId, hand: Hand = Hand.NONE) -> bool:
        """Show an article, with a way back to where the caret is now."""
        here = self.here()
        if here is not None:
            self.jumps.leave(here)
        if here is not None and here.article_id == article_id:
            return True
        return self.open(article_id, hand)

    def go_back_to(self, place: Place) -> bool:
        """Stand again where one was."""
        opened = self.current()
        if opened is None or opened.article.id != place.article_id:
            return self.open(place.article_id, Hand.NONE, caret=place.caret)
        self.panes.reader.set_place(place.caret)
        return True

    def _take_in_hand(self, opened: OpenArticle, hand: Hand) -> None:
        found = opened.suggestions
        if hand is Hand.NONE or not found:
            self.panes.reader.put_in_hand(None)
        else:
            self.panes.reader.put_in_hand(found[0 if hand is Hand.FIRST else -1].id)

    def _mark_read(self, article_id: ArticleId) -> None:
        if self.is_read_only:
            return
        self.runner.run(lambda: self.curator.reading.mark_read(article_id))
        opened = self.current()
        if opened is not None and opened.article.id == article_id:
            self.panes.articles.update_article(replace(opened.article, is_read=True))

    def rehearse(self) -> None:
        """Have the first key press be as quick as those after it."""
        opened = self.current()
        if opened is not None and opened.suggestions and not self.is_read_only:
            first = Suggested(opened.suggestions[0].id)
            self.runner.run(lambda: self.curator.taking.rehearse(first))

    # What is in hand

    def targets(self) -> list[Target]:
        """Return what the keys act on; in lists the chosen rows, else what the reader has."""
        if self.chosen_articles():
            return self.chosen()  # none where they hold no quotes: what is in hand stays untouched
        target = self.target()
        return self.chosen() or ([] if target is None else [target])

    def chosen(self) -> list[Target]:
        """Return the quotes chosen with Space, or all those of the articles chosen."""
        return [Kept(quote_id) for quote_id in self._chosen_quotes()]

    def chosen_articles(self) -> list[ArticleId]:
        """Return the articles chosen in their list, while the keys go to their list."""
        articles = self.panes.articles
        return articles.chosen() if articles.hasFocus() else []

    def _chosen_quotes(self) -> list[QuoteId]:
        articles = self.chosen_articles()
        if not articles:
            return self.panes.tags.chosen_quotes()
        quotes = self.curator.quotes
        found = (quotes.list_quotes(QuoteFilter(article_id=chosen)) for chosen in articles)
        return [quote.id for some in found for quote in some]

    def target(self) -> Target | None:
        """Return what is in hand in the reader."""
        return None if self._is_empty else self.panes.reader.target()

    def shown(self) -> list[Target]:
        """Return what the fields of the tag panel speak of."""
        return [] if self._shown is None else [self._shown]

    def speaker(self) -> str | None:
        """Return who says what is in hand."""
        opened, target = self.current(), self.target()
        found = self.panes.reader.in_hand()
        if isinstance(target, Suggested) and found is not None:
            return found.quote.speaker
        if opened is not None and isinstance(target, Kept):
            quote = quote_in(opened, target.id)
            return quote.speaker if quote else None
        return None

    def tag_on(self, digit: int) -> Tag | None:
        """Return the tag that a digit stands for."""
        return next((tag for tag in self.tags if tag.key == digit), None)

    def target_changed(self) -> None:
        """Show what is in hand now, unless a change is being shown, which ends with that."""
        if not self._is_mending:
            self.show_target()

    def show_target(self) -> None:
        """Show in the tag panel what the keys act on, once the text has been painted."""
        self.later.run("target", self._show_in_panel, after=0)
        self.state_changed.emit()

    def _show_in_panel(self) -> None:
        opened, target = self.current(), self.target()
        self._shown = target
        speaker: str | None = None
        if opened is not None and isinstance(target, Suggested):
            speaker = self._show_suggestion(opened, target.id)
        elif opened is not None and isinstance(target, Selected):
            self._show_selection(opened, target)
        elif opened is not None and isinstance(target, Kept):
            quote = quote_in(opened, target.id)
            speaker = quote.speaker if quote else None
            self.panes.tags.show_quote(quote, opened.article.metadata.publication)
        else:
            found_none = opened is not None and not (opened.suggestions or opened.quotes)
            self.panes.tags.show_nothing(is_bare=found_none)
        self.later.run("also said", lambda: self._show_also_said(speaker))

    def _show_suggestion(self, opened: OpenArticle, wanted: SuggestionId) -> str | None:
        for number, found in enumerate(opened.suggestions, start=1):
            if found.id == wanted:
                total = len(opened.suggestions)
                presented = presentation_in(opened, found)
                text, medium = found.quote.text(opened.text), opened.article.metadata.publication
                self.panes.tags.show_suggestion(
                    found, number, total, presented, text=text, medium=medium
                )
                return found.quote.speaker
        self.panes.tags.show_quote(None)
        return None

    def _show_selection(self, opened: OpenArticle, selected: Selected) -> None:
        words = (Span(*place).cut(opened.text) for place in selected.places)
        self.panes.tags.show_selection(" ".join(words))

    def _show_also_said(self, speaker: str | None) -> None:
        found = self.curator.quotes.said_by(speaker) if speaker else []
        if isinstance(self._shown, Kept):
            shown = self._shown.id
            found = [quote for quote in found if quote.id != shown]
        self.panes.tags.set_also_said(found[:_ALSO_SAID], len(found))

    def articles_with_suggestions(self) -> int:
        """Return how many articles have open suggestions."""
        return sum(bool(a.suggestions) for a in self.curator.articles.list_articles())

    # After a change

    def mend(self, change: Change, initiator: QObject | None = None) -> None:
        """Show what a change made of everything on the desk; the caret stays."""
        is_import = isinstance(initiator, Importer)
        if is_import and self.current() is None:
            # Its report opens the first article, and lists them; both at once take 60 ms.
            self.later.run("open any", self._open_one, after=_AFTER_REPORT)
        else:
            self._read_again(change)
        if change.tags or change.kind in _OF_THE_LIST:
            self.show_tags()
        if change.kind in _OF_STORIES:
            self.later.run("story", self.show_story)
        if not is_import and not self._is_about_the_open_article(change):
            self.later.run("list", self.show_list)
        self.panes.foot.show_saved(self.curator.library.now().astimezone().time())
        self._unindexed += 1
        is_large = len(change.articles) >= _UNINDEXED
        if self._unindexed >= _UNINDEXED or is_large or change.kind is ChangeKind.IMPORT_ARTICLES:
            self.catch_up_soon()
        else:
            self.indexer.fold_at_rest()

    def catch_up_soon(self) -> None:
        """Bring the search index up to the last change when the hands rest."""
        self.later.run("index", self._catch_up, after=_QUIET)

    def _is_about_the_open_article(self, change: Change) -> bool:
        opened = self.current()
        where = change.details.get("article_id")
        return opened is not None and where == opened.article.id

    def _read_again(self, change: Change) -> None:
        before = self.current()
        if before is None:
            self._open_any()
            return
        try:
            after = self.curator.reading.read_again(before, change)
        except UnknownArticle:
            self._article_went()
            return
        self._is_mending = True
        self.panes.reader.show_article(after, keep_place=True)
        self._is_mending = False
        self.panes.articles.update_article(after.article)
        if not change.tags:
            self._adjust_counts(before, after)
        self.show_target()

    def _adjust_counts(self, before: OpenArticle, after: OpenArticle) -> None:
        """Count by the difference: a count over all quotes takes 21 ms at 200,000 of them."""
        change = _tags_in(after)
        change.subtract(_tags_in(before))
        for position, tag in enumerate(self.tags):
            by = change.get(tag.name, 0)
            if by:
                self.tags[position] = replace(tag, quotes=tag.quotes + by)
                self.panes.tags.adjust_count(tag.id, by)

    def _article_went(self) -> None:
        """Open another article: the open one was deleted, or its import undone."""
        if not self._open_any():
            self._is_empty = True
            self.show_target()

    def _open_any(self) -> bool:
        """Open the first article; tell whether there is one."""
        articles = self.curator.articles.list_articles()
        self.panes.articles.set_articles(articles)
        return bool(articles) and self.open(articles[0].id)

    def _open_one(self) -> None:
        """Open an article if none is open by now."""
        if self.current() is None:
            self._open_any()

    def show_list(self) -> None:
        """Show the list as the library has it now."""
        self.panes.articles.set_articles(self.curator.articles.list_articles())
        opened = self.current()
        if opened is not None and not self.panes.articles.chosen():
            self.panes.articles.select(opened.article.id)
        self.state_changed.emit()

    def _catch_up(self) -> None:
        self._unindexed = 0
        self.indexer.catch_up()

    def _tell_indexing(self, done: int, total: int) -> None:
        words = self.tr("Search is being made ready")
        self.running.tell("index", words, self.stop_indexing, done, total)

    def stop_indexing(self) -> None:
        """Make no index, and say what that means."""
        self.indexer.give_up()
        self.hint(
            self.tr(
                "Search is no longer made ready: the newest are found first, and perhaps not all. "
                "“Make search ready anew” (Ctrl+K) begins again."
            )
        )


def quote_in(opened: OpenArticle, quote_id: QuoteId) -> Quote | None:
    """Return a saved quote of an open article."""
    return next((quote for quote in opened.quotes if quote.id == quote_id), None)


def presentation_in(opened: OpenArticle, found: OpenSuggestion) -> Presentation | None:
    """Return how an article presents the speaker of a suggestion."""
    if found.quote.speaker is None:
        return None
    wanted = name_key(found.quote.speaker)
    return next((person for person in opened.people if name_key(person.name) == wanted), None)


def _tags_in(opened: OpenArticle) -> Counter[str]:
    return Counter(tag for quote in opened.quotes for tag in quote.tags)

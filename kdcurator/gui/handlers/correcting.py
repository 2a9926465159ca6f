"""What is known of articles: looked through, corrected, and guesses accepted, of one or of many.

Owns which articles are meant, and the way of many through the library a few between two paints. All
of it is one change: the form lies over the window until the last is corrected. Must not know how
a form looks.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from kdcurator.domain.article import Article, ArticleId, Metadata
from kdcurator.domain.correcting import ACCEPT_GUESSES, Corrections
from kdcurator.gui import messages
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.article_details import ArticleDetails
from kdcurator.gui.dialogs.common_details import CommonDetails
from kdcurator.gui.models.wording import counted, number
from kdcurator.services.correcting import Correcting as Work


class Correcting(QObject):
    """Corrects the details of the articles chosen in their list, else of the open one."""

    def __init__(self, desk: Desk, one: ArticleDetails, several: CommonDetails) -> None:
        """Act on the desk; `one` asks about an article, `several` about many."""
        super().__init__(desk)
        self._desk = desk
        self._one, self._several = one, several
        self._work: Work | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        one.chosen.connect(self._keep)
        several.chosen.connect(self._begin)
        several.stopped.connect(self._stop)

    @property
    def is_running(self) -> bool:
        """Tell whether articles are left to correct."""
        return self._work is not None

    def close(self) -> None:
        """Leave the rest without a word, because the window closes."""
        self._next.stop()
        self._work = None

    def details(self) -> None:
        """Show what is known of the articles, to be corrected."""
        articles, media = self._articles(), self._desk.panes.articles.publications()
        if not articles:
            self._desk.hint(self.tr("No article is open."))
        elif len(articles) == 1:
            self._one.ask(articles[0], media)
        else:
            self._several.ask(articles, media)

    def accept_guesses(self) -> None:
        """Say that everything guessed of the articles is right."""
        articles = self._articles()
        guessed = [article.id for article in articles if article.metadata.guessed]
        if guessed:
            self._begin(guessed, ACCEPT_GUESSES)
        elif articles:
            one = self.tr("Nothing is guessed of this article.")
            many = self.tr("Nothing is guessed of the chosen articles.")
            self._desk.hint(one if len(articles) == 1 else many)
        else:
            self._desk.hint(self.tr("No article is open."))

    def choose_guessed(self) -> None:
        """Choose those of the listed articles of which something is guessed."""
        shown = self._desk.panes.articles
        guessed = [article.id for article in shown.articles_shown() if article.metadata.guessed]
        if not guessed:
            self._desk.hint(self.tr("Nothing is guessed of any article in the list."))
            return
        shown.setFocus()
        shown.choose(guessed)
        one = self.tr("1 article chosen. {details} corrects it; {accept}: the guesses are right.")
        many = self.tr("{n} articles chosen. {details} corrects; {accept}: the guesses are right.")
        keymap = self._desk.keymap
        words = counted(len(guessed), one, many).replace("{details}", keymap.label("details"))
        self._desk.bus.tell(words.replace("{accept}", keymap.label("accept_guesses")))

    def _articles(self) -> list[Article]:
        """Return the articles chosen in their list, else the open one."""
        opened = self._desk.current()
        if self._desk.chosen_articles():
            return self._desk.panes.articles.articles_chosen()
        return [opened.article] if opened else []

    def _keep(self, article_id: ArticleId, metadata: Metadata) -> None:
        articles = self._desk.curator.articles
        change = self._desk.run(lambda: articles.edit_details(article_id, metadata))
        if change is not None and change.id is not None:
            self._desk.bus.tell(messages.done(change), undo_key=True)

    # Many

    def _begin(self, article_ids: Sequence[ArticleId], corrections: Corrections) -> None:
        if self._work is None:
            self._work = self._desk.curator.correcting.begin(article_ids, corrections)
            self._go_on()

    def _go_on(self) -> None:
        """Correct some; the form says how far it is when there are more."""
        work = self._work
        if work is None:
            return
        more = self._desk.run(work.go_on)
        if more:
            self._several.show_work(work.done, work.total)
            self._next.start()
        else:
            self._end(work, is_whole=more is not None)

    def _stop(self) -> None:
        """Leave the rest as it is; one undo takes back what was corrected."""
        self._next.stop()
        if self._work is not None:
            self._end(self._work, is_whole=False)

    def _end(self, work: Work, *, is_whole: bool) -> None:
        self._work = None
        self._several.end_work()
        change = work.change
        if change.id is None:
            if is_whole:
                self._desk.hint(self.tr("Everything was so already; nothing was changed."))
            return
        self._desk.bus.changed.emit(change, self._desk)
        said = messages.done(change)
        if is_whole:
            self._desk.bus.tell(said, undo_key=True)
            return
        rest = self.tr("{n} articles are as they were.")
        left = rest.replace("{n}", number(work.total - work.done))
        self._desk.bus.tell(f"{said} {left}", Level.WARNING, undo_key=True)

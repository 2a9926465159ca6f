"""Quotes on their way out to files.

Owns which quotes are offered, and what is said when a file is written. Must not know formats.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import Article
from kdcurator.domain.quote import QuoteFilter, QuoteId
from kdcurator.gui.bus import Bus
from kdcurator.gui.dialogs.export import ExportForm, ExportWish, Offer
from kdcurator.gui.models.wording import article_title, quotes_in_all
from kdcurator.gui.runner import Runner
from kdcurator.services.exporting import Exported


class Exporter(QObject):
    """Asks what to export and exports it."""

    def __init__(self, curator: Curator, bus: Bus, form: ExportForm, parent: QObject) -> None:
        """Export from the library of `curator`; `form` asks, `bus` tells."""
        super().__init__(parent)
        self._curator = curator
        self._bus = bus
        self._runner = Runner(bus)
        self._form = form
        self._folder = _documents()
        form.chosen.connect(self._export)

    def ask(self, article: Article | None = None, chosen: Sequence[QuoteId] = ()) -> None:
        """Ask which quotes: those chosen in a list come first, then the current story's."""
        self._form.ask(self._offers(article, chosen), self._folder)

    def _offers(self, article: Article | None, chosen: Sequence[QuoteId]) -> list[Offer]:
        quotes = self.tr("Quotes")
        offers = []
        if chosen:
            wanted = QuoteFilter(ids=frozenset(chosen))
            offers.append(Offer(self.tr("Chosen quotes"), quotes, wanted, len(chosen)))
        story = self._curator.stories.current()
        if story is not None and story.quotes:
            name = self.tr("Story “{name}”").format(name=story.name)
            file_name = f"{quotes} – {story.name}"
            offers.append(Offer(name, file_name, QuoteFilter(story=story.name), story.quotes))
        total = sum(each.quotes for each in self._curator.articles.list_articles())
        offers.append(Offer(self.tr("All quotes"), quotes, QuoteFilter(), total))
        if article is not None and article.quotes:
            wanted = QuoteFilter(article_id=article.id)
            name = f"{quotes} – {article_title(article)}"
            offers.append(Offer(self.tr("This article"), name, wanted, article.quotes))
        return offers + self._by_tag(quotes)

    def _by_tag(self, quotes: str) -> list[Offer]:
        return [
            Offer(
                self.tr("Tag “{name}”").format(name=tag.name),
                f"{quotes} – {tag.name}",
                QuoteFilter(tag=tag.name),
                tag.quotes,
            )
            for tag in self._curator.tags.list_tags()
            if tag.quotes
        ]

    def _export(self, wish: ExportWish) -> None:
        done = self._runner.run(
            lambda: self._curator.exporting.export(
                wish.path, wish.wanted, grouping=wish.grouping, dialect=wish.dialect
            )
        )
        if done is not None:
            self._folder = done.path.parent
            self._bus.tell(self._said(done))

    def _said(self, done: Exported) -> str:
        said = self.tr("Exported: {count} to {path}.").format(
            count=quotes_in_all(done.quotes), path=done.path
        )
        if not done.left_out:
            return said
        left = self.tr("{count} off the record and left out.")
        return f"{said} {left.format(count=quotes_in_all(done.left_out))}"


def _documents() -> Path:
    """Return the user's folder of documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()

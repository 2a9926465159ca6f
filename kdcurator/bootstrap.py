"""The one place where objects are built: the same call for window, command line, worker and tests.

Owns which class gets which others. Must not know who asks.
"""

import csv
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from kdcurator.domain.article import Language
from kdcurator.domain.ports import Clock
from kdcurator.domain.tag import NewTag
from kdcurator.importing.registry import Registry
from kdcurator.search.folders import index_folder
from kdcurator.search.index import WhooshIndex
from kdcurator.services.articles import ArticleService
from kdcurator.services.exporting import ExportService
from kdcurator.services.history import HistoryService
from kdcurator.services.people import PeopleService
from kdcurator.services.quotes import QuoteService
from kdcurator.services.searching import SearchService
from kdcurator.services.suggesting import SuggestionService
from kdcurator.services.tags import TagService
from kdcurator.services.upkeep import UpkeepService
from kdcurator.settings import PlatformFolders, Settings, resources
from kdcurator.store.library import Library, Opening, open_library
from kdcurator.text.suggestion.language import load_language
from kdcurator.text.suggestion.reader import TextReader


@dataclass(frozen=True, slots=True)
class Curator:
    """An open library with everything that can be done with it."""

    settings: Settings
    library: Library
    articles: ArticleService
    suggestions: SuggestionService
    quotes: QuoteService
    tags: TagService
    people: PeopleService
    searching: SearchService
    exporting: ExportService
    history: HistoryService
    upkeep: UpkeepService

    def close(self) -> None:
        """Bring the index up to what was changed here, and let others write."""
        if self.library.lock.is_held:
            self.searching.catch_up()
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def platform_folders() -> PlatformFolders:
    """Return the user's folders as this platform names them."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs("kdcurator", appauthor=False)
    return PlatformFolders(folders.user_data_path, folders.user_cache_path, folders.user_log_path)


def text_reader() -> TextReader:
    """Return the reader that finds quotes, with its language data loaded."""
    return TextReader(load_language(resources() / "danish"))


def first_tags() -> list[NewTag]:
    """Return the nine tags that a new library starts with."""
    with (resources() / "tags.csv").open(encoding="utf-8", newline="") as file:
        return [
            NewTag(row["name"], int(row["colour"]), int(row["key"]), row["description"] or None)
            for row in csv.DictReader(file)
        ]


def build(settings: Settings, clock: Clock = now) -> Curator:
    """Open the library that the settings name and build everything that works on it.

    Raises what `store.library.open_library` raises.
    """
    library = open_library(_opening(settings, clock))
    reader = text_reader()
    index = WhooshIndex(index_folder(settings.cache, library.folder, library.uuid))
    searching = SearchService(library, index)
    return Curator(
        settings=settings,
        library=library,
        articles=ArticleService(library, Registry(), reader),
        suggestions=SuggestionService(library, reader),
        quotes=QuoteService(library),
        tags=TagService(library),
        people=PeopleService(library),
        searching=searching,
        exporting=ExportService(library, Language(settings.language)),
        history=HistoryService(library),
        upkeep=UpkeepService(library, searching),
    )


def _opening(settings: Settings, clock: Clock) -> Opening:
    return Opening(
        folder=settings.library,
        backups=settings.backups,
        clock=clock,
        program=settings.program,
        wait=settings.wait,
        first_tags=first_tags(),
    )

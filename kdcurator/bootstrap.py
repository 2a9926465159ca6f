"""The one place where objects are built: the same call for window, command line, worker and tests.

Owns which class gets which others, and that each is imported and built when first used: listing
articles loads neither Whoosh nor the rules for quotes, and the window is painted before SQLAlchemy
is loaded. Must not know who asks.
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kdcurator.domain.article import Article, Language
from kdcurator.domain.ports import Clock
from kdcurator.settings import PlatformFolders, Settings, resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kdcurator.domain.backup import KeptBackup
    from kdcurator.domain.errors import CuratorError
    from kdcurator.domain.suggestion import Reading
    from kdcurator.domain.tag import NewTag
    from kdcurator.services.articles import ArticleService
    from kdcurator.services.backups import BackupService
    from kdcurator.services.confined import ConfinedIntake
    from kdcurator.services.copying import CopyService
    from kdcurator.services.correcting import CorrectingService
    from kdcurator.services.deciding import DecidingService
    from kdcurator.services.drafting import DraftService
    from kdcurator.services.editing import EditingService
    from kdcurator.services.exporting import ExportService
    from kdcurator.services.history import HistoryService
    from kdcurator.services.intake import Intake
    from kdcurator.services.pairs import PairService
    from kdcurator.services.people import PeopleService
    from kdcurator.services.quotes import QuoteService
    from kdcurator.services.reading import ReadingService
    from kdcurator.services.rescuing import Rescue, RescueService
    from kdcurator.services.searching import SearchService
    from kdcurator.services.stories import StoryService
    from kdcurator.services.suggesting import SuggestionService
    from kdcurator.services.tags import TagService
    from kdcurator.services.taking import TakingService
    from kdcurator.services.upkeep import Health, UpkeepService
    from kdcurator.store.backups import Backup
    from kdcurator.store.library import Library, Opening
    from kdcurator.text.suggestion.reader import TextReader


class Curator:
    """An open library with everything that can be done with it."""

    def __init__(self, settings: Settings, library: "Library") -> None:
        """Work on `library`; `build` is how to get one."""
        self.settings = settings
        self.library = library

    @cached_property
    def articles(self) -> "ArticleService":
        """Articles in."""
        from kdcurator.importing.registry import Registry
        from kdcurator.services.articles import ArticleService

        return ArticleService(self.library, Registry(), self._find_quotes)

    @cached_property
    def correcting(self) -> "CorrectingService":
        """What is known of articles beside their texts."""
        from kdcurator.services.correcting import CorrectingService

        return CorrectingService(self.library)

    @cached_property
    def pairs(self) -> "PairService":
        """Similar articles."""
        from kdcurator.services.pairs import PairService

        return PairService(self.library)

    @cached_property
    def suggestions(self) -> "SuggestionService":
        """What the program finds by itself."""
        from kdcurator.services.suggesting import SuggestionService

        return SuggestionService(self.library, self._find_quotes)

    @cached_property
    def quotes(self) -> "QuoteService":
        """Saved quotes."""
        from kdcurator.services.quotes import QuoteService

        return QuoteService(self.library)

    @cached_property
    def taking(self) -> "TakingService":
        """What the keys do to what is in hand."""
        from kdcurator.services.taking import TakingService

        return TakingService(self.library)

    @cached_property
    def deciding(self) -> "DecidingService":
        """Quotes whose place in a newer version is not sure."""
        from kdcurator.services.deciding import DecidingService

        return DecidingService(self.library)

    @cached_property
    def reading(self) -> "ReadingService":
        """Articles as they lie open."""
        from kdcurator.services.reading import ReadingService

        return ReadingService(self.library)

    @cached_property
    def editing(self) -> "EditingService":
        """Texts that are written here."""
        from kdcurator.services.editing import EditingService

        return EditingService(self.library)

    @cached_property
    def drafts(self) -> "DraftService":
        """What is written and not saved yet."""
        from kdcurator.services.drafting import DraftService

        return DraftService(self.library)

    @cached_property
    def stories(self) -> "StoryService":
        """Stories."""
        from kdcurator.services.stories import StoryService

        return StoryService(self.library)

    @cached_property
    def tags(self) -> "TagService":
        """The tag list."""
        from kdcurator.services.tags import TagService

        return TagService(self.library)

    @cached_property
    def people(self) -> "PeopleService":
        """Who is quoted."""
        from kdcurator.services.people import PeopleService

        return PeopleService(self.library)

    @cached_property
    def searching(self) -> "SearchService":
        """Finding again."""
        from kdcurator.search.folders import index_folder
        from kdcurator.search.index import WhooshIndex
        from kdcurator.services.searching import SearchService

        library = self.library
        folder = index_folder(self.settings.cache, library.folder, library.uuid)
        return SearchService(library, WhooshIndex(folder))

    @cached_property
    def exporting(self) -> "ExportService":
        """Handing over."""
        from kdcurator.services.exporting import ExportService

        return ExportService(self.library, Language(self.settings.language))

    @cached_property
    def copying(self) -> "CopyService":
        """Handing over through the clipboard."""
        from kdcurator.services.copying import CopyService

        return CopyService(self.library, Language(self.settings.language))

    @cached_property
    def history(self) -> "HistoryService":
        """Undo and redo."""
        from kdcurator.services.history import HistoryService

        return HistoryService(self.library)

    @cached_property
    def backups(self) -> "BackupService":
        """Backups over time."""
        from kdcurator.services.backups import BackupService

        return BackupService(self.library)

    @cached_property
    def upkeep(self) -> "UpkeepService":
        """Check and repair."""
        from kdcurator.services.intake import texts_of
        from kdcurator.services.upkeep import UpkeepService

        return UpkeepService(self.library, self.searching, texts_of)

    def dangers(self) -> "Iterator[CuratorError]":
        """Yield what endangers the library where it lies; to be told, not raised."""
        from kdcurator.services.dangers import dangers

        return dangers(self.library.folder)

    @cached_property
    def _reader(self) -> "TextReader":
        return text_reader()

    def _find_quotes(self, text: str) -> "Reading":
        return self._reader.read(text)

    def close(self) -> None:
        """Bring the index up to what was changed here, and let others write."""
        try:
            if self.library.lock.is_held:
                self.searching.catch_up()
        finally:
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
    return PlatformFolders(
        data=folders.user_data_path,
        cache=folders.user_cache_path,
        logs=folders.user_log_path,
        config=folders.user_config_path,
    )


def text_reader() -> "TextReader":
    """Return the reader that finds quotes, with its language data loaded."""
    from kdcurator.text.suggestion.language import load_language
    from kdcurator.text.suggestion.reader import TextReader

    return TextReader(load_language(resources() / "danish"))


def build_intake(originals: Path | None, *, shows_bundles: bool = False) -> "Intake":
    """Return what reads files without a library; the bytes of each are put in `originals`.

    Whoever commits articles syncs them. With None they are kept nowhere, and quotes are looked for
    in long texts too. Whether files of many articles are to be seen before they are read is for
    `shows_bundles` to say.
    """
    from kdcurator.importing.registry import Registry
    from kdcurator.services.intake import Intake
    from kdcurator.store.originals import name_of, put_original

    keep = name_of if originals is None else partial(put_original, originals)
    is_asked = originals is None
    find = text_reader().read
    return Intake(Registry(), find, keep, is_asked=is_asked, shows_bundles=shows_bundles)


def build_confined_intake() -> "ConfinedIntake":
    """Return what reads files without a library and keeps nothing; hostile ones beside."""
    from kdcurator.services.confined import ConfinedIntake

    return ConfinedIntake(build_intake(None), None)


def first_tags() -> "list[NewTag]":
    """Return the nine tags that a new library starts with."""
    import csv

    from kdcurator.domain.tag import NewTag

    with (resources() / "tags.csv").open(encoding="utf-8", newline="") as file:
        return [
            NewTag(row["name"], int(row["colour"]), int(row["key"]), row["description"] or None)
            for row in csv.DictReader(file)
        ]


def restore(settings: Settings, backup: Path, clock: Clock = now) -> "Backup":
    """Put a backup in the library's place without opening what is there: it may be damaged.

    Raises what `store.restoring.restore` raises.
    """
    from kdcurator.store import restoring

    return restoring.restore(_opening(settings, clock), backup)


def rescue(settings: Settings, clock: Clock = now) -> "Rescue":
    """Bring the newest whole backup back in a damaged library's place; it need not open.

    Raises what `services.rescuing.RescueService.rescue` raises.
    """
    return _rescuing(settings, clock).rescue()


def check(settings: Settings, clock: Clock = now, *, repair: bool = False) -> "Health":
    """Prove a library that need not open; mend it, or bring a backup back, when asked to.

    Raises what `build` raises of a library that is not damaged, `NothingToBringBack`.
    """

    def prove() -> "Health":
        with build(settings, clock) as curator:
            return curator.upkeep.check(repair=repair)

    return _rescuing(settings, clock).check(prove, repair=repair)


def find_good_backup(settings: Settings, clock: Clock = now) -> "KeptBackup | None":
    """Return the newest whole backup of a library that need not open; None if there is none."""
    return _rescuing(settings, clock).find_good_backup()


def list_backups(settings: Settings, clock: Clock = now) -> "list[KeptBackup]":
    """Return the backups of a library that need not open, newest first; they are not opened."""
    return _rescuing(settings, clock).list_backups()


def _rescuing(settings: Settings, clock: Clock) -> "RescueService":
    from kdcurator.services.rescuing import RescueService

    return RescueService(_opening(settings, clock), settings.cache)


def glance(settings: Settings) -> list[Article] | None:
    """Return the library's articles without opening it; None where that is not simple."""
    from kdcurator.store import glance as library

    return library.glance(settings.library)


def build(settings: Settings, clock: Clock = now, *, is_there: bool = False) -> Curator:
    """Open the library that the settings name, with everything that works on it.

    One that `is_there`, since another process has it open, is never made. Raises what
    `store.library.open_library` raises.
    """
    from kdcurator.store.library import open_library

    return Curator(settings, open_library(replace(_opening(settings, clock), is_there=is_there)))


def _opening(settings: Settings, clock: Clock) -> "Opening":
    from kdcurator.store.library import Opening

    return Opening(
        folder=settings.library,
        backups=settings.backups,
        clock=clock,
        program=settings.program,
        wait=settings.wait,
        first_tags=first_tags,
    )

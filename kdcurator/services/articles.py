"""Articles in: what was read becomes articles, each with its parts and its suggestions.

Owns the keeping of an import in batches and its report. Must not know formats, nor in which
process the reading was done.
"""

import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING

from kdcurator.domain.article import Article, ArticleId, Metadata, ReadingNote
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.errors import (
    BETWEEN_NAMES,
    QT_TRANSLATE_NOOP,
    DamagedFile,
    NoAttachments,
    NotTaken,
    NotTheWholePage,
    OnlyAttachments,
)
from kdcurator.domain.ports import Progress, QuoteFinder
from kdcurator.importing.files import file_around
from kdcurator.importing.passages import IN_OLDER_TEXT
from kdcurator.importing.registry import Registry
from kdcurator.services.arrivals import (
    Arrival,
    AttachmentsOf,
    Bundle,
    Codebook,
    KeptMail,
    KeptPage,
    Origin,
    Read,
    TextToRead,
    Turned,
    WebPage,
    can_be_held,
)
from kdcurator.services.coding import brought_over, keep_codes, keep_coding
from kdcurator.services.likenesses import SimilarArticles, SimilarFile
from kdcurator.services.versions import (
    EarlierArticles,
    UpdatedFile,
    add_version,
    foresee,
    need_foresight,
)
from kdcurator.store import articles
from kdcurator.store.articles import ArticleText, FoundIn, Original
from kdcurator.store.leftovers import remove_leftovers
from kdcurator.store.library import Library
from kdcurator.store.originals import forget_unfinished, put_original, sync_originals
from kdcurator.store.times import as_moment
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.suggestion import RULES_VERSION

if TYPE_CHECKING:
    from kdcurator.services.confined import ConfinedIntake
    from kdcurator.services.intake import Intake

_PICTURES = re.compile("image/|audio/|video/")
_NO_MAIL = QT_TRANSLATE_NOOP("errors", "the text does not come from a mail")
_NO_PAGE = QT_TRANSLATE_NOOP("errors", "the article does not come from a web page")

BATCH = 50
"""Articles in one transaction, so that nobody who saves a quote meanwhile waits for long."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file or text that became an article."""

    path: Origin
    article: Article
    notes: frozenset[ReadingNote] = frozenset()
    """What the user should know of how it was read."""


@dataclass(frozen=True, slots=True)
class DuplicateFile:
    """A file or text that the library has already."""

    path: Origin
    article_id: ArticleId


@dataclass(frozen=True, slots=True)
class MailWithFiles:
    """A mail to which files are attached, of which none was read."""

    path: Path
    """The mail; of one in an archive, its place there: as good for `AttachmentsOf`."""
    names: tuple[str, ...]
    article_id: ArticleId | None
    """None when nothing is written in it."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of those that may hold a text: the pictures of a signature hold none."""
        return tuple(name for name in self.names if not _PICTURES.match(guess_type(name)[0] or ""))


@dataclass(slots=True)
class ImportReport:
    """What became of each file, in the order in which they were met."""

    kind: ChangeKind = ChangeKind.IMPORT_ARTICLES
    imported: list[ImportedFile] = field(default_factory=list)
    duplicates: list[DuplicateFile] = field(default_factory=list)
    rejected: list[Turned] = field(default_factory=list)
    updated: list[UpdatedFile] = field(default_factory=list)
    similar: list[SimilarFile] = field(default_factory=list)
    """Of those imported, the ones that have much of an article that was there before."""
    attached: list[MailWithFiles] = field(default_factory=list)
    """Mails whose attachments can be imported too, whether they themselves are new or not."""
    bundles: list[Bundle] = field(default_factory=list)
    """Files of many articles that wait to be seen; nothing of them is in."""
    codebooks: list[Origin] = field(default_factory=list)
    """Files that brought tags alone."""
    change: Change | None = None

    @property
    def attachments(self) -> list[AttachmentsOf]:
        """All that is attached, to be read: each file of a folder, and what is in it, once."""
        files = dict.fromkeys(file_around(mail.path) for mail in self.attached)
        return [AttachmentsOf(path) for path in files]

    @property
    def quotes(self) -> int:
        """How many quotes came along with projects of other programs."""
        brought = {quote for item in self.updated for quote in item.quotes}
        return 0 if self.change is None else len(self.change.quotes - brought)

    @property
    def tags(self) -> int:
        """How many tags came along with projects of other programs."""
        return 0 if self.change is None else len(self.change.tags)


class Batch:
    """Arrivals whose rows are written and that wait to be on disk.

    Only then are they kept. The transaction is open until then: nobody else can write.
    """

    def __init__(
        self,
        library: Library,
        change: tuple[ChangeKind, str],
        arrivals: Sequence[Arrival],
        similar: SimilarArticles,
        fresh: Collection[ArticleId] = (),
    ) -> None:
        """Write the rows; raises `LibraryInUse` and `DiskFull`.

        Those of the `fresh` articles, which came in by the same import, get no newer version: of
        two files that come together neither is the newer one.
        """
        self.kept: list[ImportedFile] = []
        self.duplicates: list[DuplicateFile] = []
        self.rejected: list[Turned] = []
        self.updated: list[UpdatedFile] = []
        self.similar: list[SimilarFile] = []
        self.attached: list[MailWithFiles] = []
        self._similar = similar
        self._fresh = set(fresh)
        self._found: list[FoundIn] = []
        with ExitStack() as stack:
            self._work = stack.enter_context(library.change(*change))
            self._write(arrivals)
            self._transaction = stack.pop_all()

    def commit(self) -> None:
        """Bring the rows to the disk; raises `DiskFull`, and nothing is kept then.

        It is the disk that takes its time here, so another thread may wait for it.
        """
        self._transaction.close()

    @property
    def change(self) -> Change:
        """What it came to, once it is on disk."""
        return self._work.change

    def _write(self, arrivals: Sequence[Arrival]) -> None:
        keys = [item.content_key for item in arrivals]
        known = articles.find_duplicates(self._work.connection, keys)
        earlier = EarlierArticles(self._work.connection, arrivals)
        self._similar.look_up(self._work, arrivals)
        for item in arrivals:
            if item.renews is not None:
                self._renew(item, item.renews)
            elif item.content_key in known:
                self.duplicates.append(DuplicateFile(item.path, known[item.content_key]))
                self._keep_coding(known[item.content_key], item)
            elif (found := earlier.find(item, self._fresh)) is None:
                known[item.content_key] = self._add(item)
            elif found.is_this_very_text:
                self.duplicates.append(DuplicateFile(item.path, found.article_id))
                self._keep_coding(found.article_id, item)
            else:
                self.updated.append(add_version(self._work, item, found.article_id))
                self._fresh.add(found.article_id)
                known[item.content_key] = found.article_id
                self._keep_coding(found.article_id, item)
            self._note_attached(known.get(item.content_key), item)
        self._keep_found()

    def _keep_found(self) -> None:
        """Keep what was found in the new articles: together that takes a third of the time."""
        articles.add_readings(self._work, self._found, RULES_VERSION)
        self._found.clear()

    def _note_attached(self, article_id: ArticleId | None, item: Arrival) -> None:
        if item.file.attachments and isinstance(item.path, Path):
            mail = MailWithFiles(item.path, item.file.attachments, article_id)
            self.attached.append(mail)

    def _renew(self, item: Arrival, article_id: ArticleId) -> None:
        """Give an article the version that was asked for, unless that is its text already."""
        text = articles.read_text(self._work.connection, article_id)
        self._work.details["article_id"] = article_id
        if text.text_sha256 == item.text_sha256:
            self.duplicates.append(DuplicateFile(item.path, article_id))
        else:
            self.updated.append(add_version(self._work, item, article_id))

    def _add(self, item: Arrival) -> ArticleId:
        """Keep an article of its own, and note which other one has much of the same text."""
        like = self._similar.find(self._work, item)
        article = _keep(self._work, item)
        self._found.append((article.id, article.version_id, item.reading))
        self.kept.append(ImportedFile(item.path, article, item.file.notes))
        self._keep_coding(article.id, item)
        self._fresh.add(article.id)
        self._similar.note(item, article)
        if like is not None:
            other, share = like
            found = SimilarFile(item.path, article.id, other.id, other.title, share)
            self.similar.append(found)
        return article.id

    def _keep_coding(self, article_id: ArticleId, item: Arrival) -> None:
        """Keep what a project says of a text, which may be in the library already.

        The library may have it in a newer version: what is not surely there is turned away.
        """
        if item.coding is None:
            return
        self._keep_found()
        article = articles.read_text(self._work.connection, article_id)
        coding = item.coding
        if article.text_sha256 != item.text_sha256:
            coding = brought_over(item.coding, item.file.text, article.text)
        keep_coding(self._work, article_id, coding)
        lost = len(item.coding.passages) - len(coding.passages)
        if lost:
            error = NotTaken(reason=IN_OLDER_TEXT, count=lost)
            self.rejected.append(Turned(item.path, error))


class Incoming:
    """One import while it goes on: what was read is kept a batch at a time, all one undo."""

    def __init__(self, library: Library, kind: ChangeKind = ChangeKind.IMPORT_ARTICLES) -> None:
        """Keep in `library`."""
        self.report = ImportReport(kind)
        self._library = library
        self._batch = uuid.uuid4().hex
        self._similar = SimilarArticles()
        self._fresh: set[ArticleId] = set()

    @property
    def originals(self) -> Path:
        """The folder in which whoever reads keeps the bytes of what is read."""
        return self._library.originals

    def reader_ended(self, process: int) -> None:
        """Tidy up after a process that read for this import, and after any that was killed."""
        forget_unfinished(self._library.originals, process)
        remove_leftovers(self._library.originals)

    def turn_away(self, turned: Turned) -> None:
        """Note what cannot become an article."""
        self.report.rejected.append(turned)
        if isinstance(turned.error, OnlyAttachments) and isinstance(turned.path, Path):
            names = tuple(str(turned.error.details["names"]).split(BETWEEN_NAMES))
            self.report.attached.append(MailWithFiles(turned.path, names, None))

    def keep_codes(self, codebook: Codebook) -> None:
        """Make tags of codes that no tag has the name of; raises `LibraryInUse` and `DiskFull`."""
        with self._library.change(self.report.kind, self._batch) as work:
            keep_codes(work, codebook.codes)
        self._note_change(work.change)
        if codebook.path not in self.report.codebooks[-1:]:
            self.report.codebooks.append(codebook.path)

    def keep(self, arrivals: Sequence[Arrival]) -> list[Article]:
        """Keep at most `BATCH` arrivals in one transaction; return the articles they became.

        Raises `LibraryInUse` and `DiskFull`; nothing of these arrivals is kept then.
        """
        if not arrivals:
            return []
        self.secure(arrivals)
        batch = self.write(arrivals)
        batch.commit()
        return self.note(batch)

    def needs_foresight(self, arrivals: Sequence[Arrival]) -> bool:
        """Tell whether writing these takes long unless they are foreseen in another process."""
        with self._library.read() as connection:
            return need_foresight(connection, arrivals)

    def secure(self, arrivals: Sequence[Arrival]) -> None:
        """Bring the originals of arrivals to the disk, before any row names them.

        It is the disk that takes its time here, so another thread may wait for it, and no
        transaction is open meanwhile. Raises `CannotWrite` and `DiskFull`.
        """
        sync_originals(self._library.originals, [item.original_sha256 for item in arrivals])

    def write(self, arrivals: Sequence[Arrival]) -> Batch:
        """Write the rows of at most `BATCH` secured arrivals; `commit` and `note` are to follow.

        One that no library can hold is turned away, and the others of its batch are written. Raises
        `LibraryInUse` and `DiskFull`.
        """
        try:
            return self._begin_batch(arrivals)
        except UnicodeEncodeError:
            bad = [item for item in arrivals if not can_be_held(item)]
            if not bad:
                raise
        self._similar = SimilarArticles()  # what it learned of that batch was never so
        for item in bad:
            self.turn_away(Turned(item.path, DamagedFile()))
        return self._begin_batch([item for item in arrivals if can_be_held(item)])

    def _begin_batch(self, arrivals: Sequence[Arrival]) -> Batch:
        change = self.report.kind, self._batch
        return Batch(self._library, change, arrivals, self._similar, self._fresh)

    def note(self, batch: Batch) -> list[Article]:
        """Report a batch that is on disk; return the articles that it became."""
        report = self.report
        report.imported += batch.kept
        report.duplicates += batch.duplicates
        report.rejected += batch.rejected
        report.updated += batch.updated
        report.similar += batch.similar
        report.attached += batch.attached
        self._fresh |= {item.article.id for item in batch.kept}
        self._fresh |= {item.article_id for item in batch.updated}
        self._note_change(batch.change)
        return [item.article for item in batch.kept]

    def _note_change(self, done: Change) -> None:
        if done.id is not None:
            change = replace(done, inverse=())  # the history has it; here it would pile up
            before = self.report.change
            self.report.change = change if before is None else before.followed_by(change)


class ArticleService:
    """Brings articles into the library and lists them."""

    def __init__(self, library: Library, readers: Registry, find_quotes: QuoteFinder) -> None:
        """Work on `library`; `readers` read formats, `find_quotes` reads texts."""
        self._library = library
        self._readers = readers
        self._find_quotes = find_quotes

    @cached_property
    def _intake(self) -> "Intake":
        from kdcurator.services.intake import Intake  # nobody who lists articles waits for it

        keep = partial(put_original, self._library.originals)
        return Intake(self._readers, self._find_quotes, keep)

    def _confined(self) -> "ConfinedIntake":
        """Return what reads files where they hurt nothing."""
        from kdcurator.services.confined import ConfinedIntake

        originals = self._library.originals
        return ConfinedIntake(self._intake, originals, partial(forget_unfinished, originals))

    def begin_import(self, kind: ChangeKind = ChangeKind.IMPORT_ARTICLES) -> Incoming:
        """Return an import that others fill; the library is this process's from now on.

        Raises `LibraryInUse`.
        """
        self._library.hold()
        return Incoming(self._library, kind)

    def import_files(
        self,
        paths: Iterable[Path | WebPage],
        progress: Progress | None = None,
        *,
        with_attachments: bool = False,
    ) -> ImportReport:
        """Import files, folders and pages of the web; one bad one never stops the rest.

        One undo takes it back. Only pages that are named are fetched. What is attached to mails is
        imported after them, `with_attachments`.
        """
        remove_leftovers(self._library.originals)
        incoming = Incoming(self._library)
        found = list(self._intake.find(paths))
        with self._confined() as reader:
            for start in range(0, len(found), BATCH):
                some = found[start : start + BATCH]
                take_in(incoming, _read_each(reader, some))
                if progress is not None:
                    progress(start + len(some), len(found), _name_of(some[-1]))
            for mail in incoming.report.attachments if with_attachments else ():
                take_in(incoming, reader.read_all(mail))
        return incoming.report

    def import_text(self, item: TextToRead) -> ImportReport:
        """Import a text that comes from no file."""
        incoming = Incoming(self._library)
        take_in(incoming, self._intake.read_all(item))
        return incoming.report

    def kept_page(self, article_id: ArticleId) -> KeptPage:
        """Return the page that an article was told from, as it came.

        Raises `NotTheWholePage` and `UnknownArticle`.
        """
        from kdcurator.services.intake import ORIGINAL_GONE

        with self._library.read() as connection:
            version = articles.version_of(connection, article_id)
            source = articles.source_of(connection, version.id)
            name = articles.original_of(connection, version.id).name
        if source.original_sha256 is None or not self._readers.is_page(source.media_type):
            raise NotTheWholePage(reason=_NO_PAGE)
        original = self._library.originals / source.original_sha256
        if not original.is_file():
            raise NotTheWholePage(reason=ORIGINAL_GONE)
        return KeptPage(article_id, original, name or "")

    def take_whole_pages(self, article_ids: Iterable[ArticleId]) -> ImportReport:
        """Give articles the whole text of their pages, as newer versions; one undo.

        Raises `UnknownArticle`; an article that comes from no page is reported as refused.
        """
        incoming = Incoming(self._library, ChangeKind.TAKE_WHOLE_PAGE)
        with self._confined() as reader:
            for article_id in article_ids:
                try:
                    page = self.kept_page(article_id)
                except NotTheWholePage as error:
                    incoming.turn_away(Turned(Path(str(article_id)), error))
                    continue
                take_in(incoming, reader.read_all(page))
        return incoming.report

    def kept_mail(self, article_id: ArticleId) -> KeptMail:
        """Return the mail that a text came from, for what is attached to it.

        Raises `NoAttachments` and `UnknownArticle`.
        """
        with self._library.read() as connection:
            version = articles.version_of(connection, article_id)
            source = articles.source_of(connection, version.id)
            name = articles.original_of(connection, version.id).name
        if source.original_sha256 is None or not self._readers.is_mail(source.media_type):
            raise NoAttachments(reason=_NO_MAIL)
        return KeptMail(self._library.originals / source.original_sha256, name or "")

    def import_attached(self, article_ids: Iterable[ArticleId]) -> ImportReport:
        """Import what is attached to mails of the library; one undo.

        Raises `UnknownArticle`; a text that comes from no mail is reported as refused.
        """
        incoming = Incoming(self._library)
        with self._confined() as reader:
            for article_id in article_ids:
                try:
                    mail = self.kept_mail(article_id)
                except NoAttachments as error:
                    incoming.turn_away(Turned(Path(str(article_id)), error))
                    continue
                take_in(incoming, reader.read_all(mail))
        return incoming.report

    def foresee(self, item: Arrival) -> Arrival:
        """Return an arrival that knows where the quotes of its article stand in it.

        It is for a process beside the window: 200 quotes in 60,000 characters take a second.
        """
        with self._library.read() as connection:
            return replace(item, foreseen=foresee(connection, item))

    def list_articles(self) -> list[Article]:
        """Return all articles in order of import."""
        with self._library.read() as connection:
            return articles.list_articles(connection)

    def edit_details(self, article_id: ArticleId, metadata: Metadata) -> Change:
        """Set what is known of an article beside its text; raises `UnknownArticle`."""
        with self._library.change(ChangeKind.EDIT_ARTICLE) as work:
            articles.edit_details(work, article_id, metadata)
        return work.change

    def remove(self, article_ids: Sequence[ArticleId]) -> Change:
        """Remove articles with their quotes, in one undo; raises `UnknownArticle`."""
        with self._library.change(ChangeKind.REMOVE_ARTICLES) as work:
            for article_id in article_ids:
                work.details.setdefault("article_id", article_id)
                articles.remove(work, article_id)
        return work.change

    def texts(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, ArticleText]:
        """Return the canonical texts of articles; raises `UnknownArticle`."""
        with self._library.read() as connection:
            return {row_id: articles.read_text(connection, row_id) for row_id in article_ids}


def _read_each(
    reader: "ConfinedIntake", found: Iterable[Path | WebPage | Turned]
) -> Iterator[Read]:
    """Yield what becomes of each file, which may be several texts."""
    for item in found:
        if isinstance(item, Turned):
            yield item
        else:
            yield from reader.read_all(item)


def take_in(incoming: Incoming, read: Iterable[Read]) -> None:
    """Keep what is read as soon as there is enough for one transaction, and what is left then."""
    waiting: list[Arrival] = []
    for item in read:
        if isinstance(item, Turned):
            incoming.turn_away(item)
            continue
        if isinstance(item, Codebook):
            incoming.keep_codes(item)
            continue
        if isinstance(item, Bundle):
            incoming.report.bundles.append(item)
            continue
        waiting.append(item)
        if len(waiting) == BATCH:
            incoming.keep(waiting)
            waiting.clear()
    incoming.keep(waiting)


def _name_of(item: Path | WebPage | Turned) -> str:
    path = item.path if isinstance(item, Turned) else item
    return "" if path is None else str(path)


def _keep(work: UnitOfWork, item: Arrival) -> Article:
    """Keep an arrival; return it as the list shows it when what was found in it is kept too."""
    name = articles.name_of(item.original_name)
    article_id, version_id = articles.add_article(
        work,
        item.file,
        Original(name, item.original_sha256),
        text_sha256=item.text_sha256,
        content_key=item.content_key,
        accessed_at=work.now if isinstance(item.path, WebPage) else None,
    )
    return Article(
        article_id,
        version_id,
        item.file.metadata,
        item.file.media_type,
        name,
        item.text_sha256,
        as_moment(work.now),
        suggestions=len(item.reading.quotes),
    )

"""Reading what is to become articles: found, taken apart, read, described, its original kept.

Owns everything of an import that touches no database, so that it can run in another process. Must
not know formats, rules for quotes or the library's rows.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import (
    QT_TRANSLATE_NOOP,
    NoAttachments,
    NotTheWholePage,
    Refused,
    TooBig,
)
from kdcurator.domain.ports import QuoteFinder
from kdcurator.domain.suggestion import Reading
from kdcurator.importing import formats
from kdcurator.importing.addresses import clean_address
from kdcurator.importing.attachments import attached_files
from kdcurator.importing.bundles import articles_in
from kdcurator.importing.files import RefusedFile, file_around, find_files, load
from kdcurator.importing.holding import HeldFile, files_in, holds_files
from kdcurator.importing.limits import LARGEST_TEXT
from kdcurator.importing.metadata import describe
from kdcurator.importing.registry import Registry
from kdcurator.importing.text_reader import read_words
from kdcurator.services.arrivals import (
    Arrival,
    AttachmentsOf,
    Bundle,
    BundleToRead,
    Codebook,
    FileRest,
    KeptMail,
    KeptPage,
    Origin,
    Read,
    TextToRead,
    ToRead,
    Turned,
    WebPage,
    overlaid,
    told_by_file,
)
from kdcurator.services.peers import codes_of, is_codebook, media_type_of, texts_of_project
from kdcurator.store.originals import name_of
from kdcurator.text.canonical import duplicate_key, text_sha256

if TYPE_CHECKING:
    from kdcurator.importing.fetching import Fetched

SUGGESTED_UNASKED = 2_000_000
"""Texts over so many bytes get suggestions only when asked (CONTRACT.md, section 3)."""

_SEVERAL = QT_TRANSLATE_NOOP("errors", "it holds several articles")
_NOTHING = QT_TRANSLATE_NOOP("errors", "nothing is attached to the mail")
ORIGINAL_GONE = QT_TRANSLATE_NOOP("errors", "its file in the library is missing or altered")

_HEAD = 50_000
"""Code points of such a text that are read for its title, byline and the like."""

Fetch = Callable[[str], "Fetched"]
"""Returns the page at an address; raises `Refused`."""

AtMember = Callable[[int, Path], None]
"""Is told (number from 0, place) of each file in a file before it is read."""

_PLAIN = frozenset({"text/plain", "text/markdown"})

PutOriginal = Callable[[bytes], str]
"""Puts a file's bytes where they are kept and returns their SHA-256; others see to the disk."""


class Intake:
    """Reads files and texts."""

    def __init__(
        self,
        readers: Registry,
        find_quotes: QuoteFinder,
        put_original: PutOriginal,
        fetch: Fetch | None = None,
        *,
        is_asked: bool = False,
        shows_bundles: bool = False,
    ) -> None:
        """Read formats with `readers` and texts with `find_quotes`; `fetch` gets pages.

        Without `fetch` pages are fetched from the web. Quotes of long texts are found when
        `is_asked`. Of a file that holds many articles the list alone is read if `shows_bundles`,
        until it is asked for as a `BundleToRead`.
        """
        self._shows_bundles = shows_bundles
        self._most_searched = LARGEST_TEXT if is_asked else SUGGESTED_UNASKED
        self._readers = readers
        self._fetch = fetch or _from_the_web
        self._find = find_quotes
        self._put_original = put_original

    def find(self, paths: Iterable[Path | WebPage]) -> Iterator[Path | WebPage | Turned]:
        """Yield every page and file that is named or lies in a named folder, each once."""
        for kind, some in groupby(paths, type):
            named = list(some)
            yield from named if kind is WebPage else self._find_files(cast("list[Path]", named))

    def _find_files(self, paths: Iterable[Path]) -> Iterator[Path | Turned]:
        for found in find_files(paths):
            if isinstance(found, RefusedFile):
                yield Turned(found.path, found.error)
            else:
                yield found.path

    def read_all(self, item: ToRead, at_member: AtMember | None = None) -> Iterator[Read]:
        """Read one file or text and yield what was in it; what cannot become an article is turned.

        A file may hold several, of which one bad one never stops the rest.
        """
        match item:
            case TextToRead():
                yield from self._read_text(item)
            case WebPage():
                yield self._read_page(item)
            case KeptPage():
                yield self._read_whole(item)
            case AttachmentsOf():
                yield from self._read_attachments(item, at_member)
            case KeptMail():
                yield from self._read_kept(item, at_member)
            case BundleToRead():
                yield from self._read_bundle(item)
            case _:
                yield from self._read_path(item, at_member)

    def _read_path(self, item: Path | FileRest, at_member: AtMember | None) -> Iterator[Read]:
        """Read a file, or what is left of one."""
        path, after = (item.path, item.after) if isinstance(item, FileRest) else (item, 0)
        try:
            data = _loaded(path)
            if not holds_files(data):
                yield from self._read_file(path, data, shows_bundle=self._shows_bundles)
                return
            yield from self._read_held(path, files_in(data), after, at_member)
        except Refused as error:
            yield Turned(path, error)

    def _read_bundle(self, item: BundleToRead) -> Iterator[Read]:
        """Read a file of many articles, each by itself or all as one text."""
        try:
            data = _loaded(item.path)
            if item.is_one:
                file = _whole(self._readers, data, item.path.name)
                yield self._arrival(item.path, data, file, item.path.name)
            else:
                yield from self._read_file(item.path, data)
        except Refused as error:
            yield Turned(item.path, error)

    def _read_held(
        self, path: Path, files: Iterable[HeldFile], after: int, at_member: AtMember | None
    ) -> Iterator[Read]:
        """Read files in a file but the first `after`; raises `Refused` where the rest is lost."""
        for number, held in enumerate(files):
            if number >= after:
                place = path.joinpath(*held.place)
                if at_member is not None:
                    at_member(number, place)
                yield from self._read_file(place, held.content)

    def _read_attachments(self, item: AttachmentsOf, at_member: AtMember | None) -> Iterator[Read]:
        """Read what is attached to mails, of which none is offered again."""
        path = file_around(item.path)
        within = item.path.relative_to(path).parts
        try:
            files = attached_files(load(path), path.name, self._readers)
            chosen = (held for held in files if held.place[: len(within)] == within)
            for read in self._read_held(path, chosen, item.after, at_member):
                yield _without_offer(read)
        except Refused as error:
            yield Turned(item.path, error)

    def _read_kept(self, item: KeptMail, at_member: AtMember | None) -> Iterator[Read]:
        """Read what is attached to a mail of the library, and say so when that is nothing."""
        path, found = Path(item.name), False
        try:
            data = load(item.original)
            if name_of(data) != item.original.name:
                raise NoAttachments(reason=ORIGINAL_GONE)
            files = attached_files(data, item.name, self._readers)
            for read in self._read_held(path, files, item.after, at_member):
                found = True
                yield _without_offer(read)
            if not (found or item.after):
                raise NoAttachments(reason=_NOTHING)
        except Refused as error:
            yield Turned(path, error)

    def read_plain(self, path: Path) -> list[Read] | None:
        """Read a file that is small and nothing but text; None when it is anything else.

        Only what harms nobody is parsed here: everything else belongs into a process of its own.
        """
        try:
            data = _loaded(path)
        except Refused as error:
            return [Turned(path, error)]
        kind = self._readers.media_type(data, path.name)
        is_other = holds_files(data) or media_type_of(data) or is_codebook(data, path.name)
        is_refused = kind is None and not is_other
        is_plain = kind in _PLAIN and not is_other and len(data) <= self._most_searched
        return list(self._read_file(path, data)) if is_plain or is_refused else None

    def _read_file(
        self, path: Path, content: bytes | Refused, *, shows_bundle: bool = False
    ) -> Iterator[Read]:
        if isinstance(content, Refused):
            yield Turned(path, content)
            return
        try:
            if media_type_of(content) is not None:
                yield from self._read_project(path, content)
                return
            if is_codebook(content, path.name):
                yield from (Codebook(path, codes) for codes in codes_of(content))
                return
            found = _articles_of(self._readers, content, path.name)
        except Refused as error:
            yield Turned(path, error)
            return
        if shows_bundle and len(found) > 1:
            yield Bundle(path, tuple(article.metadata for article in found))
            return
        for article in found:
            yield self._arrival(path, content, article, path.name)

    def _read_project(self, path: Path, data: bytes) -> Iterator[Read]:
        """Read a project of another program; raises `Refused`."""
        for read in texts_of_project(data):
            if isinstance(read, Refused):
                yield Turned(path, read)
            else:
                file, coding = read
                yield replace(self._arrival(path, data, file, path.name), coding=coding)

    def _read_page(self, page: WebPage) -> Read:
        """Fetch a page and read it like a file; its address is the one where it was found."""
        try:
            got = self._fetch(page.url)
            file = self._readers.read_bytes(got.data, got.name)
        except Refused as error:
            return Turned(page, error)
        address = replace(file.metadata, url=clean_address(got.url) or got.url)
        return self._arrival(page, got.data, replace(file, metadata=address), got.name)

    def _read_whole(self, page: KeptPage) -> Read:
        """Read all text of a page as it came, for the article that was told from it."""
        path = Path(page.name)
        try:
            data = load(page.original)
            if name_of(data) != page.original.name:
                raise NotTheWholePage(reason=ORIGINAL_GONE)
            file = self._readers.read_whole(data, page.name)
            if len(articles_in(file)) > 1:
                raise NotTheWholePage(reason=_SEVERAL)
        except Refused as error:
            return Turned(path, error)
        return replace(self._arrival(path, data, file, page.name), renews=page.article_id)

    def _read_text(self, item: TextToRead) -> Iterator[Read]:
        data = item.text.encode("utf-8", "surrogatepass")
        try:
            arrival = self._arrival(None, data, read_words(item.text))
        except Refused as error:
            yield Turned(None, error)
            return
        known = overlaid(arrival.file.metadata, item.metadata)
        yield replace(arrival, file=replace(arrival.file, metadata=known))

    def _arrival(
        self, path: Origin, data: bytes, file: ReadFile, name: str | None = None
    ) -> Arrival:
        reading = self._find_quotes(file.text)
        known = told_by_file(describe(file.text, reading), file.metadata)
        return Arrival(
            path,
            self._put_original(data),
            replace(file, metadata=known),
            reading,
            duplicate_key(file.text),
            text_sha256(file.text),
            name,
        )

    def _find_quotes(self, text: str) -> Reading:
        if len(text.encode()) <= self._most_searched:
            return self._find(text)
        return replace(self._find(text[:_HEAD]), quotes=())


def _loaded(path: Path) -> bytes:
    """Return a file's bytes; raises `Refused`, for the mail of a whole program by what it is."""
    try:
        return load(path)
    except TooBig as error:
        if formats.by_name(path.name) is formats.STORE:
            raise formats.STORE.refusal() from error
        raise


def _without_offer(read: Read) -> Read:
    """Return what was read without a word of the files attached to it: those are read too."""
    if not isinstance(read, Arrival):
        return read
    notes = read.file.notes - {ReadingNote.ATTACHMENTS}
    return replace(read, file=replace(read.file, notes=notes, attachments=()))


def _from_the_web(url: str) -> "Fetched":
    from kdcurator.importing.fetching import Fetcher  # the net's modules are slow to load

    return Fetcher().fetch(url)


def texts_of(data: bytes, name: str) -> list[ReadFile]:
    """Return every text that an article may have from a file; raises `Refused`."""
    readers = Registry()
    found = _articles_of(readers, data, name)
    with suppress(Refused):
        found.append(readers.read_whole(data, name))
    return found


def _articles_of(readers: Registry, data: bytes, name: str) -> list[ReadFile]:
    """Return the articles of a file; raises `Refused`.

    Of a page that holds many, no one is told from the rest: headlines would be lost.
    """
    with suppress(Refused):  # what is no page, among others
        found = articles_in(readers.read_whole(data, name))
        if len(found) > 1:
            return found
    return articles_in(readers.read_bytes(data, name))


def _whole(readers: Registry, data: bytes, name: str) -> ReadFile:
    """Return all text of a file, of a page too; raises `Refused`."""
    with suppress(Refused):
        return readers.read_whole(data, name)
    return readers.read_bytes(data, name)

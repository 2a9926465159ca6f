"""Reading what is to become articles: found, read, described, its original kept.

Owns everything of an import that touches no database, so that it can run in another process. Must
not know formats, rules for quotes or the library's rows.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import Refused
from kdcurator.domain.ports import QuoteFinder
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.addresses import clean_address
from kdcurator.importing.files import RefusedFile, find_files, load
from kdcurator.importing.metadata import describe
from kdcurator.importing.registry import Registry
from kdcurator.importing.text_reader import read_words
from kdcurator.services.arrivals import (
    Arrival,
    Origin,
    TextToRead,
    ToRead,
    Turned,
    WebPage,
    overlaid,
    told_by_file,
)
from kdcurator.text.canonical import duplicate_key, text_sha256

if TYPE_CHECKING:
    from kdcurator.importing.fetching import Fetched

SUGGESTED_UNASKED = 2_000_000
"""Texts over so many bytes get suggestions only when asked (CONTRACT.md, section 3)."""

_HEAD = 50_000
"""Code points of such a text that are read for its title, byline and the like."""

Fetch = Callable[[str], "Fetched"]
"""Returns the page at an address; raises `Refused`."""

KeepOriginal = Callable[[bytes], str]
"""Keeps a file's bytes and returns their SHA-256."""


class Intake:
    """Reads files and texts."""

    def __init__(
        self,
        readers: Registry,
        find_quotes: QuoteFinder,
        keep_original: KeepOriginal,
        fetch: Fetch | None = None,
    ) -> None:
        """Read formats with `readers` and texts with `find_quotes`; `fetch` gets pages.

        Without `fetch` pages are fetched from the web.
        """
        self._readers = readers
        self._fetch = fetch or _from_the_web
        self._find = find_quotes
        self._keep_original = keep_original

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

    def read(self, item: ToRead) -> Arrival | Turned:
        """Read one file or text; what cannot become an article comes back turned."""
        try:
            if isinstance(item, WebPage):
                return self._read_page(item)
            return self._read_file(item) if isinstance(item, Path) else self._read_text(item)
        except Refused as error:
            return Turned(None if isinstance(item, TextToRead) else item, error)

    def _read_file(self, path: Path) -> Arrival:
        data = load(path)
        return self._arrival(path, data, self._readers.read_bytes(data, path.name), path.name)

    def _read_page(self, page: WebPage) -> Arrival:
        """Fetch a page and read it like a file; its address is the one where it was found."""
        got = self._fetch(page.url)
        file = self._readers.read_bytes(got.data, got.name)
        address = replace(file.metadata, url=clean_address(got.url) or got.url)
        return self._arrival(page, got.data, replace(file, metadata=address), got.name)

    def _read_text(self, item: TextToRead) -> Arrival:
        data = item.text.encode("utf-8", "surrogatepass")
        arrival = self._arrival(None, data, read_words(item.text))
        known = overlaid(arrival.file.metadata, item.metadata)
        return replace(arrival, file=replace(arrival.file, metadata=known))

    def _arrival(
        self, path: Origin, data: bytes, file: ReadFile, name: str | None = None
    ) -> Arrival:
        reading = self._find_quotes(file.text)
        known = told_by_file(describe(file.text, reading), file.metadata)
        return Arrival(
            path,
            self._keep_original(data),
            replace(file, metadata=known),
            reading,
            duplicate_key(file.text),
            text_sha256(file.text),
            name,
        )

    def _find_quotes(self, text: str) -> Reading:
        if len(text.encode()) <= SUGGESTED_UNASKED:
            return self._find(text)
        return replace(self._find(text[:_HEAD]), quotes=())


def _from_the_web(url: str) -> "Fetched":
    from kdcurator.importing.fetching import Fetcher  # the net's modules are slow to load

    return Fetcher().fetch(url)

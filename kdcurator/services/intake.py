"""Reading what is to become articles: found, read, described, its original kept.

Owns everything of an import that touches no database, so that it can run in another process. Must
not know formats, rules for quotes or the library's rows.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import Refused
from kdcurator.domain.ports import QuoteFinder
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.files import RefusedFile, find_files, load
from kdcurator.importing.metadata import describe
from kdcurator.importing.registry import Registry
from kdcurator.importing.text_reader import read_words
from kdcurator.services.arrivals import Arrival, TextToRead, ToRead, Turned, overlaid, told_by_file
from kdcurator.text.canonical import duplicate_key, text_sha256

SUGGESTED_UNASKED = 2_000_000
"""Texts over so many bytes get suggestions only when asked (CONTRACT.md, section 3)."""

_HEAD = 50_000
"""Code points of such a text that are read for its title, byline and the like."""

KeepOriginal = Callable[[bytes], str]
"""Keeps a file's bytes and returns their SHA-256."""


class Intake:
    """Reads files and texts."""

    def __init__(
        self, readers: Registry, find_quotes: QuoteFinder, keep_original: KeepOriginal
    ) -> None:
        """Read formats with `readers` and texts with `find_quotes`."""
        self._readers = readers
        self._find = find_quotes
        self._keep_original = keep_original

    def find(self, paths: Iterable[Path]) -> Iterator[Path | Turned]:
        """Yield every file that is named or lies in a named folder, each once."""
        for found in find_files(paths):
            if isinstance(found, RefusedFile):
                yield Turned(found.path, found.error)
            else:
                yield found.path

    def read(self, item: ToRead) -> Arrival | Turned:
        """Read one file or text; what cannot become an article comes back turned."""
        try:
            return self._read_file(item) if isinstance(item, Path) else self._read_text(item)
        except Refused as error:
            return Turned(item if isinstance(item, Path) else None, error)

    def _read_file(self, path: Path) -> Arrival:
        data = load(path)
        return self._arrival(path, data, self._readers.read_bytes(data, path.name))

    def _read_text(self, item: TextToRead) -> Arrival:
        data = item.text.encode("utf-8", "surrogatepass")
        arrival = self._arrival(None, data, read_words(item.text))
        known = overlaid(arrival.file.metadata, item.metadata)
        return replace(arrival, file=replace(arrival.file, metadata=known))

    def _arrival(self, path: Path | None, data: bytes, file: ReadFile) -> Arrival:
        reading = self._find_quotes(file.text)
        known = told_by_file(describe(file.text, reading), file.metadata)
        return Arrival(
            path,
            self._keep_original(data),
            replace(file, metadata=known),
            reading,
            duplicate_key(file.text),
            text_sha256(file.text),
        )

    def _find_quotes(self, text: str) -> Reading:
        if len(text.encode()) <= SUGGESTED_UNASKED:
            return self._find(text)
        return replace(self._find(text[:_HEAD]), quotes=())

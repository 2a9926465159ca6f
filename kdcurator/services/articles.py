"""Articles in: files become articles, each with its original, its parts and its suggestions.

Owns the order of an import (find, read, compare, keep) and its report. Must not know formats.
"""

import os
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kdcurator.domain.article import Article, ArticleId, Metadata, ReadFile
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.errors import Refused
from kdcurator.domain.ports import Progress, QuoteFinder
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.files import FoundFile, RefusedFile, find_files, load
from kdcurator.importing.metadata import describe
from kdcurator.importing.registry import Registry
from kdcurator.store import articles
from kdcurator.store.articles import ArticleText, Original
from kdcurator.store.library import Library
from kdcurator.store.originals import keep_original
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import duplicate_key, text_sha256
from kdcurator.text.suggestion import RULES_VERSION

BATCH = 50
"""Articles in one transaction, so that nobody who saves a quote meanwhile waits for long."""

SUGGESTED_UNASKED = 2_000_000
"""Texts over so many bytes get suggestions only when asked (CONTRACT.md, section 3)."""

_HEAD = 50_000
"""Code points of such a text that are read for its title, byline and the like."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that became an article."""

    path: Path
    article: Article


@dataclass(frozen=True, slots=True)
class DuplicateFile:
    """A file whose text the library has already."""

    path: Path
    article_id: ArticleId


@dataclass(slots=True)
class ImportReport:
    """What became of each file, in the order in which they were met."""

    imported: list[ImportedFile] = field(default_factory=list)
    duplicates: list[DuplicateFile] = field(default_factory=list)
    rejected: list[RefusedFile] = field(default_factory=list)
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A file that was read and waits to be kept."""

    path: Path
    data: bytes
    file: ReadFile
    reading: Reading
    content_key: str


class ArticleService:
    """Brings articles into the library and lists them."""

    def __init__(self, library: Library, readers: Registry, find_quotes: QuoteFinder) -> None:
        """Work on `library`; `readers` read formats, `find_quotes` reads texts."""
        self._library = library
        self._readers = readers
        self._find = find_quotes

    def import_files(self, paths: Iterable[Path], progress: Progress | None = None) -> ImportReport:
        """Import files and folders; one bad file never stops the rest. One undo takes it back."""
        report, batch = ImportReport(), uuid.uuid4().hex
        found = list(find_files(paths))
        for start in range(0, len(found), BATCH):
            arrivals = list(self._read_all(found[start : start + BATCH], report))
            self._keep_all(arrivals, report, batch)
            if progress is not None:
                done = min(start + BATCH, len(found))
                progress(done, len(found), os.fspath(found[done - 1].path))
        return report

    def read_file(self, path: Path) -> ReadFile:
        """Read one file without keeping it; raises `Refused`."""
        return self._readers.read_bytes(load(path), path.name)

    def list_articles(self) -> list[Article]:
        """Return all articles in order of import."""
        with self._library.read() as connection:
            return articles.list_articles(connection)

    def edit_details(self, article_id: ArticleId, metadata: Metadata) -> Change:
        """Set what is known of an article beside its text; raises `UnknownArticle`."""
        with self._library.change(ChangeKind.EDIT_ARTICLE) as work:
            articles.edit_details(work, article_id, metadata)
        return work.change

    def texts(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, ArticleText]:
        """Return the canonical texts of articles; raises `UnknownArticle`."""
        with self._library.read() as connection:
            return {row_id: articles.read_text(connection, row_id) for row_id in article_ids}

    def _read_all(
        self, found: Iterable[FoundFile | RefusedFile], report: ImportReport
    ) -> Iterator[_Arrival]:
        for item in found:
            if isinstance(item, RefusedFile):
                report.rejected.append(item)
                continue
            try:
                yield self._read(item.path)
            except Refused as error:
                report.rejected.append(RefusedFile(item.path, error))

    def _read(self, path: Path) -> _Arrival:
        data = load(path)
        file = self._readers.read_bytes(data, path.name)
        reading = self._find_quotes(file.text)
        described = replace(file, metadata=describe(file.text, reading))
        return _Arrival(path, data, described, reading, duplicate_key(file.text))

    def _find_quotes(self, text: str) -> Reading:
        if len(text.encode()) <= SUGGESTED_UNASKED:
            return self._find(text)
        return replace(self._find(text[:_HEAD]), quotes=())

    def _keep_all(self, arrivals: Sequence[_Arrival], report: ImportReport, batch: str) -> None:
        """Keep one batch in one transaction."""
        originals = [keep_original(self._library.originals, item.data) for item in arrivals]
        new: dict[ArticleId, Path] = {}
        with self._library.change(ChangeKind.IMPORT_ARTICLES, batch) as work:
            known = articles.find_duplicates(
                work.connection, [item.content_key for item in arrivals]
            )
            for item, original in zip(arrivals, originals, strict=True):
                if item.content_key in known:
                    duplicate = DuplicateFile(item.path, known[item.content_key])
                    report.duplicates.append(duplicate)
                    continue
                article_id = _keep(work, item, original)
                known[item.content_key] = article_id
                new[article_id] = item.path
        self._report(report, new, work.change)

    def _report(self, report: ImportReport, new: dict[ArticleId, Path], change: Change) -> None:
        with self._library.read() as connection:
            kept = articles.list_articles(connection, list(new))
        report.imported.extend(ImportedFile(new[article.id], article) for article in kept)
        if change.id is not None:
            report.change = change if report.change is None else report.change.followed_by(change)


def _keep(work: UnitOfWork, item: _Arrival, original_sha256: str) -> ArticleId:
    name = item.path.name.encode("utf-8", "replace").decode()  # a name need not be text
    article_id, version_id = articles.add_article(
        work,
        item.file,
        Original(name, original_sha256),
        text_sha256=text_sha256(item.file.text),
        content_key=item.content_key,
    )
    articles.add_reading(work, article_id, version_id, item.reading, RULES_VERSION)
    return article_id

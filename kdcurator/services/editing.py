"""Texts that were written or pasted here are written on: each time as the text's next version.

Owns which texts may be edited, which versions a text has, and that an older one comes back as the
newest, with the file that it came from. Must not know how a text is read, nor how a version's
quotes are found (`services.versions`).
"""

from dataclasses import dataclass, replace
from pathlib import Path

from kdcurator.domain.article import Article, ArticleId, VersionId
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.errors import NotWrittenHere
from kdcurator.services.arrivals import Arrival
from kdcurator.services.versions import UpdatedFile, add_version
from kdcurator.store import articles, versions
from kdcurator.store.library import Library
from kdcurator.store.originals import forget_unfinished
from kdcurator.store.versions import TextVersion

__all__ = ["EditableText", "Edited", "EditingService", "TextVersion"]


@dataclass(frozen=True, slots=True)
class EditableText:
    """A text as it stands, to be written on."""

    article: Article
    text: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What a new version made of an article's quotes."""

    change: Change
    updated: UpdatedFile | None = None
    """None when the text was the same, so that there is no new version."""

    @property
    def marked(self) -> int:
        """How many quotes somebody should look at: moved, unsure or gone."""
        found = self.updated
        return 0 if found is None else found.moved + found.unsure + found.gone

    @property
    def came_along(self) -> int:
        """How many quotes stand in the new version as they stood in the old one."""
        return 0 if self.updated is None else len(self.updated.quotes) - self.marked


class EditingService:
    """Keeps what is written on texts of the library."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    @property
    def originals(self) -> Path:
        """The folder in which whoever reads an edited text keeps its bytes."""
        return self._library.originals

    def editable(self, article_id: ArticleId) -> EditableText:
        """Return a text that was written or pasted here.

        Raises `UnknownArticle`, and `NotWrittenHere` of one that came from a file or a page.
        """
        with self._library.read() as connection:
            text = articles.read_text(connection, article_id)
            (article,) = articles.list_articles(connection, [article_id])
        if article.original_name is not None:
            raise NotWrittenHere(name=article.original_name)
        return EditableText(article, text.text, text.text_sha256)

    def has_places(self, article_id: ArticleId) -> bool:
        """Tell whether a text has quotes, or what was settled, to be found in its next version."""
        with self._library.read() as connection:
            return versions.have_places(connection, {article_id})

    def save(self, article_id: ArticleId, arrival: Arrival) -> Edited:
        """Make what was read of an edited text its newest version; the same text makes none.

        Raises `UnknownArticle`, `LibraryInUse` and `DiskFull`; nothing is kept then.
        """
        return self._add(ChangeKind.EDIT_TEXT, article_id, arrival)

    def bring_back(self, article_id: ArticleId, version_id: VersionId, arrival: Arrival) -> Edited:
        """Make what was read of an older version the newest one; raises as `save` does.

        It counts as coming from the file that the older version came from.
        """
        with self._library.read() as connection:
            source = versions.read_source(connection, version_id)
        file = replace(arrival.file, media_type=source.media_type, encoding=source.encoding)
        as_it_came = replace(
            arrival,
            file=file,
            original_sha256=source.original.sha256 or arrival.original_sha256,
            original_name=source.original.name,
        )
        return self._add(ChangeKind.BRING_BACK_TEXT, article_id, as_it_came)

    def list_versions(self, article_id: ArticleId) -> list[TextVersion]:
        """Return the versions of a text, the newest first; raises `UnknownArticle`."""
        with self._library.read() as connection:
            articles.version_of(connection, article_id)
            return versions.list_versions(connection, article_id)

    def reader_ended(self, process: int) -> None:
        """Tidy up after a process that read for an edit and was killed."""
        forget_unfinished(self._library.originals, process)

    def _add(self, kind: ChangeKind, article_id: ArticleId, arrival: Arrival) -> Edited:
        updated: UpdatedFile | None = None
        with self._library.change(kind) as work:
            before = articles.read_text(work.connection, article_id)
            work.details["article_id"] = article_id
            if before.text_sha256 != arrival.text_sha256:
                updated = add_version(work, arrival, article_id)
        return Edited(work.change, updated)

"""Tags: made, renamed, merged, put on a digit, deleted, each with its way back.

Owns the use cases of the tag list. Must not know where tags are shown.
"""

from pathlib import Path

from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.tag import Tag
from kdcurator.importing import refi
from kdcurator.importing.files import load
from kdcurator.services.coding import keep_codes
from kdcurator.store import tags
from kdcurator.store.library import Library
from kdcurator.text.canonical import one_line


class TagService:
    """Keeps the tag list."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def list_tags(self) -> list[Tag]:
        """Return all tags in their order with the number of quotes that have each."""
        with self._library.read() as connection:
            return tags.list_tags(connection)

    def add_tag(self, name: str) -> Change:
        """Make a tag; raises `TagExists` and `EmptyName`."""
        with self._library.change(ChangeKind.ADD_TAG) as work:
            work.details["name"] = one_line(name)
            tags.add_tag(work, name)
        return work.change

    def import_codebook(self, path: Path) -> Change:
        """Make tags of a REFI-QDA codebook or project; those that are there stay as they are.

        Raises `Refused`.
        """
        codes = refi.read_codebook(load(path))
        with self._library.change(ChangeKind.ADD_TAG) as work:
            work.details["name"] = one_line(path.stem)
            keep_codes(work, codes)
        return work.change

    def rename_tag(self, name: str, new_name: str) -> Change:
        """Give a tag another name; raises `UnknownTag`, `TagExists` and `EmptyName`."""
        with self._library.change(ChangeKind.RENAME_TAG) as work:
            work.details.update(name=one_line(name), new_name=one_line(new_name))
            tags.rename_tag(work, tags.require_tag(work.connection, name), new_name)
        return work.change

    def merge_tags(self, name: str, into: str) -> Change:
        """Make one tag of two: quotes tagged `name` are tagged `into`; raises `UnknownTag`."""
        with self._library.change(ChangeKind.MERGE_TAGS) as work:
            work.details.update(name=one_line(name), into=one_line(into))
            source = tags.require_tag(work.connection, name)
            target = tags.require_tag(work.connection, into)
            if source != target:
                tags.merge_tags(work, source, target)
        return work.change

    def set_key(self, name: str, key: int | None) -> Change:
        """Put a tag on a digit 1 to 9, or on none; raises `UnknownTag`.

        The tag that had the digit takes this one's old one, so that no digit is lost.
        """
        kind = ChangeKind.UNKEY_TAG if key is None else ChangeKind.KEY_TAG
        with self._library.change(kind) as work:
            work.details.update(name=one_line(name), key=key)
            tags.set_key(work, tags.require_tag(work.connection, name), key)
        return work.change

    def delete_tag(self, name: str) -> Change:
        """Take a tag off every quote and delete it; raises `UnknownTag`."""
        with self._library.change(ChangeKind.DELETE_TAG) as work:
            work.details["name"] = one_line(name)
            tags.delete_tag(work, tags.require_tag(work.connection, name))
        return work.change

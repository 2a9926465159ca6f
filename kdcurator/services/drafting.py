"""Drafts of this library: kept while somebody writes, forgotten once the text is in.

Owns the use cases. Must not know who writes.
"""

from kdcurator.domain.draft import Draft, DraftKey
from kdcurator.store import drafts
from kdcurator.store.library import Library


class DraftService:
    """Keeps drafts; no change of the library, so nothing to undo."""

    def __init__(self, library: Library) -> None:
        """Keep them beside `library`."""
        self._library = library

    def keep(self, draft: Draft) -> None:
        """Have a draft outlive this process; raises `LibraryGone`, `DiskFull`, `CannotWrite`."""
        drafts.keep_draft(self._library.folder, draft)

    def forget(self, key: DraftKey) -> None:
        """Remove a draft, if there is one; raises `CannotWrite`."""
        drafts.forget_draft(self._library.folder, key)

    def list_drafts(self) -> list[Draft]:
        """Return all drafts, the one that was written last at the end."""
        return drafts.list_drafts(self._library.folder)

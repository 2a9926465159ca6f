"""Stories: what the newsroom works on, the quotes in it, and what was used where.

Owns the use cases. Must not know where stories are shown.
"""

from collections.abc import Sequence
from datetime import date

from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.story import Story, StoryId
from kdcurator.store import quotes, stories
from kdcurator.store.library import Library
from kdcurator.text.canonical import one_line


class StoryService:
    """Keeps stories."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def list_stories(self) -> list[Story]:
        """Return all stories, oldest first."""
        with self._library.read() as connection:
            return stories.list_stories(connection)

    def current(self) -> Story | None:
        """Return the story that new quotes join."""
        return next((s for s in self.list_stories() if s.is_current and not s.is_archived), None)

    def add_story(self, name: str, deadline: date | None = None) -> Change:
        """Make a story and make it the current one; raises `StoryExists` and `EmptyName`."""
        with self._library.change(ChangeKind.ADD_STORY) as work:
            work.details["name"] = one_line(name)
            stories.make_current(work.connection, stories.add_story(work, name, deadline))
        return work.change

    def archive_story(self, name: str) -> Change:
        """Lay a story away; raises `UnknownStory`."""
        with self._library.change(ChangeKind.ARCHIVE_STORY) as work:
            work.details["name"] = one_line(name)
            stories.archive_story(work, stories.require_story(work.connection, name))
        return work.change

    def switch_to(self, story_id: StoryId | None) -> None:
        """Choose the story that new quotes join; no change, so nothing to undo."""
        with self._library.write() as connection:
            stories.make_current(connection, story_id)

    def put(self, name: str, quote_ids: Sequence[QuoteId]) -> Change:
        """Put quotes into a story; raises `UnknownStory` and `UnknownQuote`."""
        with self._library.change(ChangeKind.FILL_STORY) as work:
            work.details["name"] = one_line(name)
            story_id = stories.require_story(work.connection, name)
            for quote_id in quote_ids:
                quotes.article_of(work.connection, quote_id)
                stories.put_quote(work, story_id, quote_id)
        return work.change

    def take(self, name: str, quote_ids: Sequence[QuoteId]) -> Change:
        """Take quotes out of a story; raises `UnknownStory` and `UnknownQuote`."""
        with self._library.change(ChangeKind.FILL_STORY) as work:
            work.details["name"] = one_line(name)
            story_id = stories.require_story(work.connection, name)
            for quote_id in quote_ids:
                quotes.article_of(work.connection, quote_id)
                stories.take_quote(work, story_id, quote_id)
        return work.change

    def mark_used(self, name: str, quote_ids: Sequence[QuoteId]) -> Change:
        """Say that quotes were used in a story, made if new; raises `UnknownQuote`, `EmptyName`."""
        with self._library.change(ChangeKind.MARK_USED) as work:
            work.details["name"] = one_line(name)
            story_id = stories.find_story(work.connection, name) or stories.add_story(work, name)
            day = self._library.now().astimezone().date()
            for quote_id in quote_ids:
                quotes.article_of(work.connection, quote_id)
                stories.mark_used(work, story_id, quote_id, day)
        return work.change

"""What every change to a library returns, and how it is taken back.

Owns `Change` and the row operations that an inverse is made of. A row operation is the plain image
of a row, so that undo needs no code for each kind of change. Must not know SQL.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NewType, Self

from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.tag import TagId

ChangeId = NewType("ChangeId", int)

ColumnValue = str | int | float | None


class ChangeKind(StrEnum):
    """What a user did, in the user's verbs; messages and the undo line are made from it."""

    IMPORT_ARTICLES = "import_articles"
    TAKE_WHOLE_PAGE = "take_whole_page"
    FIND_SUGGESTIONS = "find_suggestions"
    DISMISS_SUGGESTIONS = "dismiss_suggestions"
    SAVE_QUOTES = "save_quotes"
    TAG_QUOTES = "tag_quotes"
    ADD_TAG = "add_tag"
    RENAME_TAG = "rename_tag"
    MERGE_TAGS = "merge_tags"
    DELETE_TAG = "delete_tag"
    KEY_TAG = "key_tag"
    UNKEY_TAG = "unkey_tag"
    MERGE_PEOPLE = "merge_people"
    RENAME_PERSON = "rename_person"
    PART_PERSON = "part_person"
    REPAIR = "repair"
    UNTAG_QUOTES = "untag_quotes"
    REMOVE_QUOTES = "remove_quotes"
    SET_SPEAKER = "set_speaker"
    SET_NOTE = "set_note"
    EDIT_QUOTES = "edit_quotes"
    MOVE_QUOTE = "move_quote"
    SPLIT_QUOTE = "split_quote"
    JOIN_QUOTES = "join_quotes"
    ACCEPT_PLACE = "accept_place"
    PLACE_ANEW = "place_anew"
    MARK_GONE = "mark_gone"
    EDIT_ARTICLE = "edit_article"
    EDIT_TEXT = "edit_text"
    BRING_BACK_TEXT = "bring_back_text"
    ACCEPT_GUESSES = "accept_guesses"
    KEEP_BOTH = "keep_both"
    REMOVE_SIMILAR = "remove_similar"
    REMOVE_ARTICLES = "remove_articles"
    ADD_STORY = "add_story"
    ARCHIVE_STORY = "archive_story"
    FILL_STORY = "fill_story"
    MARK_USED = "mark_used"


class RowVerb(StrEnum):
    """What a row operation does."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class RowOperation:
    """One step of an inverse: put a row (back), set columns of one, or remove it."""

    verb: RowVerb
    table: str
    id: int
    values: Mapping[str, ColumnValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What one user action changed, so that every view can mend itself and nothing more."""

    kind: ChangeKind
    details: Mapping[str, object] = field(default_factory=dict)
    """What the message says beside the kind: names and counts, JSON values alone."""
    id: ChangeId | None = None
    """Its place in the undo history; None when nothing changed."""
    articles: frozenset[ArticleId] = frozenset()
    quotes: frozenset[QuoteId] = frozenset()
    tags: frozenset[TagId] = frozenset()
    inverse: tuple[RowOperation, ...] = ()

    def followed_by(self, later: Self) -> Self:
        """Return the two as the one change that the user made."""
        return replace(
            self,
            id=later.id or self.id,
            articles=self.articles | later.articles,
            quotes=self.quotes | later.quotes,
            tags=self.tags | later.tags,
            inverse=later.inverse + self.inverse,
        )

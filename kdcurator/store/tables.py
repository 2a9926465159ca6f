"""The tables of a library (DESIGN.md, section 4), those of later work included.

Owns names, columns and keys. Every row has an integer id, which is never used twice, and a UUID,
so that libraries can be merged. Times are UTC in ISO 8601 with `Z`, dates `YYYY-MM-DD`; lists are
JSON text. No foreign key cascades: children are removed by name, so that undo brings them back.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

BEYOND_IDS = 2**63
"""SQLite cannot even be asked for an id from here on."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *items: SchemaItem) -> Table:
    """Declare a table with the two columns that every row has."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("uuid", String(32), nullable=False, unique=True),
        *items,
        sqlite_autoincrement=True,
    )


def _link(target: Table, name: str | None = None, *, optional: bool = False) -> Column[int]:
    """Declare an indexed foreign key to `target`."""
    return Column(
        name or f"{target.name}_id", ForeignKey(target.c.id), nullable=optional, index=True
    )


def _text(name: str, *, optional: bool = True, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=optional, server_default=default)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default="0")


setting = _table("setting", Column("key", Text, nullable=False, unique=True), _text("value"))

article = _table(
    "article",
    _text("title"),
    _text("subtitle"),
    _text("kicker"),
    _text("lede"),
    _text("byline"),
    _text("publication"),
    Column("published_on", Text, index=True),
    _text("url"),
    _text("accessed_at"),
    _text("language"),
    _text("municipality"),
    _text("text_type", optional=False),
    _text("media_type", optional=False),
    _text("guessed", optional=False, default="[]"),
    Column("content_key", Text, nullable=False, index=True),  # equal for duplicates
    _text("original_name"),
    _text("original_sha256"),
    _text("archive_id"),
    _text("embargo_until"),
    _text("read_at"),
    Column("version_number", Integer, nullable=False, server_default="1"),
    _text("created_at", optional=False),
)

article_version = _table(
    "article_version",
    _link(article),
    Column("number", Integer, nullable=False),
    _text("text", optional=False),
    _text("text_sha256", optional=False),
    Column("length", Integer, nullable=False),  # in code points
    _text("encoding"),
    Column("replaced", Integer, nullable=False, server_default="0"),
    _text("original_name"),
    _text("original_sha256"),
    _text("created_at", optional=False),
    UniqueConstraint("article_id", "number"),
)

part = _table(
    "part",
    _link(article_version, "version_id"),
    _text("kind", optional=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

suggestion = _table(
    "suggestion",
    Column("version_id", ForeignKey(article_version.c.id), nullable=False),
    _text("segments", optional=False),  # JSON: [[start, end], …]
    _text("speaker"),
    _text("style", optional=False),
    _text("cue"),
    Column("confidence", Float, nullable=False),
    _text("reason", optional=False),
    Column("rules_version", Integer, nullable=False),
    _text("state", optional=False),
    Index("ix_suggestion_version_id_state", "version_id", "state"),
)

person = _table(
    "person",
    _text("name", optional=False),
    Column("name_key", Text, nullable=False, unique=True),
    _flag("is_protected"),
    _text("cover_name"),
    _text("note"),
    _text("created_at", optional=False),
)

person_name = _table(
    "person_name",
    _link(person),
    _text("form", optional=False),
    Column("form_key", Text, nullable=False, index=True),
    UniqueConstraint("person_id", "form_key"),
)

appearance = _table(
    "appearance",
    Column("article_id", ForeignKey(article.c.id), nullable=False),
    _link(person, optional=True),  # known once one of the person's quotes is saved
    _text("name", optional=False),
    _text("name_key", optional=False),
    _text("role"),
    _text("organisation"),
    _text("municipality"),
    UniqueConstraint("article_id", "name_key"),
)

quote = _table(
    "quote",
    _link(article),
    Column("version_id", ForeignKey(article_version.c.id), nullable=False),
    _text("spans", optional=False),  # JSON: [[start, end], …], as the segments have them
    _text("text_sha256", optional=False),
    _link(person, "speaker_id", optional=True),
    _text("style", optional=False),
    _text("cue"),
    _text("origin", optional=False),
    _text("anchor_state", optional=False),
    Column("status", Text, nullable=False, index=True),
    _text("agreement", optional=False),
    _text("said_to"),
    _text("how"),
    _text("timecode"),
    _text("edited"),
    _text("translation"),
    _text("translator"),
    _text("note"),
    _flag("starred"),
    _text("created_at", optional=False),
    UniqueConstraint("version_id", "spans"),
)

segment = _table(
    "segment",
    _link(quote),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("exact", optional=False),
    _text("prefix", optional=False),
    _text("suffix", optional=False),
    CheckConstraint('"start" >= 0 AND "start" < "end"', name="is_a_span"),
    UniqueConstraint("quote_id", "position"),
)

tag = _table(
    "tag",
    _text("name", optional=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("colour", Integer, nullable=False),
    Column("key", Integer, unique=True),
    Column("parent_id", ForeignKey("tag.id"), index=True),
    _text("description"),
    Column("position", Integer, nullable=False),
)

quote_tag = _table(
    "quote_tag",
    Column("quote_id", ForeignKey(quote.c.id), nullable=False),
    _link(tag),
    UniqueConstraint("quote_id", "tag_id"),
)

story = _table(
    "story",
    _text("name", optional=False),
    Column("name_key", Text, nullable=False, unique=True),
    _text("deadline"),
    _flag("is_archived"),
    _text("created_at", optional=False),
)

story_quote = _table(
    "story_quote",
    Column("story_id", ForeignKey(story.c.id), nullable=False),
    _link(quote),
    Column("position", Integer, nullable=False),
    _text("note"),
    UniqueConstraint("story_id", "quote_id"),
)

story_tag = _table(
    "story_tag",
    Column("story_id", ForeignKey(story.c.id), nullable=False),
    Column("key", Integer, nullable=False),
    _link(tag),
    UniqueConstraint("story_id", "key"),
)

usage = _table(
    "usage",
    Column("quote_id", ForeignKey(quote.c.id), nullable=False),
    _link(story, optional=True),
    _text("used_on", optional=False),
    _text("place"),
    UniqueConstraint("quote_id", "story_id"),
)

sheet = _table(
    "sheet",
    _link(person),
    _link(story, optional=True),
    _text("sent_on"),
    _text("deadline"),
    _flag("silence_is_consent"),
    _text("note"),
    _text("created_at", optional=False),
)

sheet_quote = _table(
    "sheet_quote",
    Column("sheet_id", ForeignKey(sheet.c.id), nullable=False),
    _link(quote),
    Column("number", Integer, nullable=False),
    _text("proposal"),
    _text("proposal_kind"),  # factual error, misunderstanding, wording
    _text("decision"),
    _text("decided_at"),
    UniqueConstraint("sheet_id", "number"),
)

saved_search = _table(
    "saved_search",
    _text("name", optional=False),
    _text("query", optional=False),
    Column("position", Integer, nullable=False),
)

history = _table(
    "history",
    _text("kind", optional=False),
    _text("details", optional=False),  # JSON
    _text("inverse", optional=False),  # JSON: the row operations that take it back, or do it again
    Column("is_undone", Boolean, nullable=False, index=True),
    _text("batch"),  # changes of one user action share it and are undone together
    _text("program", optional=False),
    _text("created_at", optional=False),
)

outbox = _table(
    "outbox",  # its id is the sequence number, its UUID the token that an index remembers
    _text("kind", optional=False),
    Column("row_id", Integer, nullable=False),
)

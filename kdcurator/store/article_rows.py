"""Rows of the article table as values.

Owns which column is which field of an article. Must not know how the rows were read, nor load
SQLAlchemy: a glance at a library reads them without it.
"""

import json
import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kdcurator.domain.article import Article, ArticleId, Language, Metadata, TextType, VersionId
from kdcurator.store.times import as_date, as_moment

if TYPE_CHECKING:
    from sqlalchemy import RowMapping


def article_from(
    row: "RowMapping | sqlite3.Row", quotes: Mapping[int, int], suggestions: Mapping[int, int]
) -> Article:
    """Return a row of articles joined with their current version as an article.

    `quotes` are counted by article id, open `suggestions` by version id.
    """
    return Article(
        ArticleId(row["id"]),
        VersionId(row["version_id"]),
        metadata_from(row),
        row["media_type"],
        row["original_name"],
        row["text_sha256"],
        as_moment(row["created_at"]),
        quotes=quotes.get(row["id"], 0),
        suggestions=suggestions.get(row["version_id"], 0),
        is_read=row["read_at"] is not None,
    )


def metadata_from(row: "RowMapping | sqlite3.Row") -> Metadata:
    """Return what a row of the article table says of an article beside its text."""
    return Metadata(
        title=row["title"],
        subtitle=row["subtitle"],
        kicker=row["kicker"],
        lede=row["lede"],
        byline=row["byline"],
        publication=row["publication"],
        published_on=as_date(row["published_on"]),
        url=row["url"],
        language=Language(row["language"]) if row["language"] else None,
        municipality=row["municipality"],
        text_type=TextType(row["text_type"]),
        archive_id=row["archive_id"],
        guessed=frozenset(json.loads(row["guessed"])),
    )

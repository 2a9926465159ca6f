"""A glance at a library's articles before the library is opened.

Owns the one reading that goes past SQLAlchemy, which takes longer to load than the window to be
painted. It never writes, and where anything is out of the ordinary it says so with None: opening
the library then tells what. Must not know the window.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from kdcurator.domain.article import Article
from kdcurator.domain.errors import CuratorError
from kdcurator.store import header
from kdcurator.store.article_rows import article_from

_ARTICLES = """
    SELECT article.*, article_version.id AS version_id, article_version.text_sha256
    FROM article JOIN article_version
    ON article_version.article_id = article.id
    AND article_version.number = article.version_number
    ORDER BY article.id
"""
_QUOTES = "SELECT article_id, count(*) FROM quote GROUP BY article_id"
_OPEN = "SELECT version_id, count(*) FROM suggestion WHERE state = 'open' GROUP BY version_id"


def glance(folder: Path) -> list[Article] | None:
    """Return the articles of the library in a folder as the list shows them.

    None where there is no library, or one that cannot be read as simply as that.
    """
    database = folder / header.DATABASE
    try:
        found = header.read(database)
    except CuratorError:
        return None
    if found != header.Header(header.APPLICATION_ID, header.SCHEMA_VERSION):
        return None
    try:
        return _read(database)
    except (sqlite3.Error, ValueError, TypeError, LookupError):  # damaged rows may hold anything
        return None


def _read(database: Path) -> list[Article]:
    address = f"file:{quote(str(database.absolute()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=0)) as connection:
        connection.execute("BEGIN")
        quotes = dict(connection.execute(_QUOTES).fetchall())
        suggestions = dict(connection.execute(_OPEN).fetchall())
        connection.row_factory = sqlite3.Row
        rows = connection.execute(_ARTICLES)
        return [article_from(row, quotes, suggestions) for row in rows]

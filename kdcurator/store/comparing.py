"""Two states of a library side by side: what one of them has and the other lacks.

Owns what makes two articles or quotes the same (their UUID) and equal (all that a user sees of
them). Reads bare SQLite, since a backup may be of an older layout. Must not know why one compares.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kdcurator.domain.backup import SAMPLE, Count, Differences
from kdcurator.domain.errors import BackupDamaged, CuratorError, LibraryDamaged
from kdcurator.store.copies import read_only

_SAMPLES = 5

_ARTICLES = """
SELECT article.uuid, coalesce(title, article.original_name, ''),
       coalesce(title, '') || char(31) || coalesce(byline, '') || char(31) ||
       coalesce(publication, '') || char(31) || coalesce(published_on, '') || char(31) ||
       coalesce(group_concat(text_sha256), '')
FROM article LEFT JOIN article_version ON article_version.article_id = article.id
GROUP BY article.id
"""

_QUOTES = """
SELECT quote.uuid,
       (SELECT group_concat(exact, ' ') FROM
          (SELECT exact FROM segment WHERE quote_id = quote.id ORDER BY position)),
       spans || char(31) || quote.text_sha256 || char(31) || coalesce(person.name, '') ||
       char(31) || status || char(31) || agreement || char(31) || coalesce(quote.note, '') ||
       char(31) || coalesce(edited, '') || char(31) || coalesce(translation, '') ||
       char(31) || starred || char(31) ||
       coalesce((SELECT group_concat(name_key) FROM
          (SELECT name_key FROM quote_tag JOIN tag ON tag.id = tag_id
           WHERE quote_id = quote.id ORDER BY name_key)), '')
FROM quote LEFT JOIN person ON person.id = speaker_id ORDER BY quote.id
"""

_Rows = dict[str, tuple[str, str]]


def compare(now: Path, backup: Path) -> Differences:
    """Compare the database that is there now with an unpacked backup's.

    Raises:
        LibraryDamaged: the one that is there now cannot be read.
        BackupDamaged: the other one cannot.
    """
    with _told_as(LibraryDamaged, now), closing(read_only(now)) as connection:
        here = _rows(connection, _ARTICLES), _rows(connection, _QUOTES)
    with _told_as(BackupDamaged, backup), closing(read_only(backup)) as connection:
        there = _rows(connection, _ARTICLES), _rows(connection, _QUOTES)
    return Differences(
        _count(here[0], there[0]),
        _count(here[1], there[1]),
        gone=_samples(here[1], there[1]),
        back=_samples(there[1], here[1]),
    )


@contextmanager
def _told_as(kind: type[CuratorError], path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise kind(path=path, reason=error) from error


def _rows(connection: sqlite3.Connection, query: str) -> _Rows:
    return {uuid: (str(words), state) for uuid, words, state in connection.execute(query)}


def _count(now: _Rows, backup: _Rows) -> Count:
    both = now.keys() & backup.keys()
    return Count(
        gone=len(now.keys() - both),
        back=len(backup.keys() - both),
        other=sum(now[uuid] != backup[uuid] for uuid in both),
    )


def _samples(here: _Rows, there: _Rows) -> tuple[str, ...]:
    """Return the newest quotes that are here and not there, as far as a list can show."""
    missing = [words for uuid, (words, _) in reversed(here.items()) if uuid not in there]
    return tuple(words[:SAMPLE] for words in missing[:_SAMPLES])

"""When a quote was said: the moment of the recording that its words belong to.

Owns where a moment comes from: the subtitles that an article was read from, which are read again,
or the moments that stand in its text. Must not know how either is written.
"""

from functools import cache, lru_cache
from pathlib import Path

from kdcurator.domain.errors import CuratorError
from kdcurator.domain.ports import FileReader
from kdcurator.domain.quote import QuoteId
from kdcurator.store import quotes
from kdcurator.store.articles import ArticleText, Source, source_of
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.timecodes import Timecode, find_timecodes, timecode_at


@cache
def _readers() -> dict[str, FileReader]:
    from kdcurator.importing.subtitles import subtitle_readers  # no start waits for them

    return {reader.media_type: reader for reader in subtitle_readers()}


def note_moment(work: UnitOfWork, quote_id: QuoteId, article: ArticleText, start: int) -> None:
    """Let a quote that begins at `start` know when that was said, where its article tells."""
    source = source_of(work.connection, article.version_id)
    if source.media_type in _readers():
        known = _of_subtitles(work.originals, source, article)
    else:
        known = find_timecodes(article.text)
    moment = timecode_at(known, start)
    quotes.edit(work, quote_id, timecode=moment)


def _of_subtitles(originals: Path, source: Source, article: ArticleText) -> tuple[Timecode, ...]:
    """Return the moments of an article's original; none where its text has been changed since.

    An original that is missing or altered costs the moment, never the quote.
    """
    if source.original_sha256 is None:
        return ()
    try:
        text, timecodes = _read_again(originals / source.original_sha256, source.media_type)
    except CuratorError:
        return ()
    return timecodes if text == article.text else ()


@lru_cache(maxsize=2)
def _read_again(original: Path, media_type: str) -> tuple[str, tuple[Timecode, ...]]:
    """Read subtitles anew; an original never changes under its name."""
    from kdcurator.importing.files import load

    file = _readers()[media_type].read(load(original), original.name)
    return file.text, file.timecodes

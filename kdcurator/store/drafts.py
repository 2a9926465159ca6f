"""Drafts on the disk: one small file each, in the library's folder, so that they go where it goes.

Owns the folder `drafts/`, the form of its files, and that each is written whole or not at all. Must
not know who writes drafts.
"""

import contextlib
import json
import logging
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from kdcurator import durable
from kdcurator.domain.article import ArticleId, TextType
from kdcurator.domain.disk import writing
from kdcurator.domain.draft import Draft, DraftKey
from kdcurator.domain.errors import LibraryGone

logger = logging.getLogger(__name__)

DRAFTS: Final = "drafts"
_ENDING: Final = ".json"


def keep_draft(library: Path, draft: Draft) -> None:
    """Put a draft on the disk in the place of the one with its key.

    Raises `LibraryGone`, `DiskFull` and `CannotWrite`.
    """
    if not library.is_dir():
        raise LibraryGone(path=library)
    path = _path(library, draft.key)
    with writing(path):
        durable.write_whole(path, json.dumps(asdict(draft)).encode("ascii"))


def list_drafts(library: Path) -> list[Draft]:
    """Return all drafts, the one that was written last at the end."""
    with contextlib.suppress(OSError):
        found = [path for path in (library / DRAFTS).iterdir() if path.suffix == _ENDING]
        found.sort(key=_written_at)
        return list(_readable(found))
    return []


def forget_draft(library: Path, key: DraftKey) -> None:
    """Remove a draft, if there is one; raises `CannotWrite`."""
    path = _path(library, key)
    with writing(path):
        path.unlink(missing_ok=True)


def _readable(paths: list[Path]) -> Iterator[Draft]:
    """Read what can be read; the rest is left where it lies, for whoever wants to mend it."""
    for path in paths:
        try:
            yield _from_json(json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, KeyError) as error:
            logger.warning("the draft %s could not be read: %s", path.name, type(error).__name__)


def _from_json(found: dict[str, Any]) -> Draft:
    article_id = found["article_id"]
    known = {
        **found,
        "key": DraftKey(found["key"]),
        "text_type": TextType(found["text_type"]),
        "article_id": None if article_id is None else ArticleId(article_id),
    }
    return Draft(**known)


def _path(library: Path, key: DraftKey) -> Path:
    return library / DRAFTS / f"{key}{_ENDING}"


def _written_at(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_mtime_ns
    return 0

"""What the user chose and where the user was: one small file that outlives the window.

Owns the file's form, its reading and its writing whole or not at all. View state alone lies here:
nothing of a library, and nothing that an undo could want back. Must not know the window.
"""

import contextlib
import json
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

from kdcurator.domain.copying import QuoteForm
from kdcurator.domain.errors import CannotWrite

logger = logging.getLogger(__name__)

_NAME = "preferences.json"
_KEPT_ASIDE = "preferences.unreadable.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is remembered from one start of the window to the next; None was never chosen."""

    go_on_after_tagging: bool = False
    """Whether a tag on a suggestion puts the next one in hand."""
    quote_form: QuoteForm = QuoteForm.DASH
    watched_folder: str | None = None
    """What is saved there comes into the library by itself, while `is_watching`."""
    is_watching: bool = False
    watched_for: str | None = None
    """The folder of the library for which it is watched."""
    last_library: str | None = None
    """Its folder."""
    last_article: int | None = None
    last_place: int = 0
    """Where the caret stood in that article, in code points."""
    geometry: str | None = None
    """The window's size and place as Qt saves them, in base64."""
    theme: str | None = None
    """`light` or `dark`; None follows the system."""
    language: str | None = None
    """`da` or `en`; None follows the environment."""
    zoom: int = 0
    """Steps by which the article's letters are larger (or smaller) than the design's."""
    text_size: int | None = None
    """Percent of the design's at which everything is written; None follows the system."""


def load_preferences(folder: Path) -> Preferences:
    """Return what the folder remembers; the defaults where it remembers nothing readable.

    A file that cannot be understood is kept aside under another name, for whoever wants to mend
    it. A single value that is none of those known counts as never chosen.
    """
    path = folder / _NAME
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Preferences()
    except OSError as error:
        logger.warning("%s could not be read: %s", path, error)
        return Preferences()
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        _keep_aside(path)
        return Preferences()
    return _from_json(found)


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Write the file whole or not at all; raises `CannotWrite`."""
    data = json.dumps(asdict(preferences), ensure_ascii=True, indent=2).encode() + b"\n"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _replace(folder / _NAME, data)
    except OSError as error:
        raise CannotWrite(path=folder / _NAME, reason=error.strerror or str(error)) from error


def _from_json(found: Mapping[str, object]) -> Preferences:
    """Take over every value that is what its field asks for."""
    kinds = get_type_hints(Preferences)
    values: dict[str, Any] = {}
    for field in fields(Preferences):
        if field.name in found:
            with contextlib.suppress(ValueError):
                values[field.name] = _value(kinds[field.name], found[field.name])
    return Preferences(**values)


def _value(kind: Any, found: object) -> object:
    """Return a value as its field wants it; raises `ValueError`. A flag is no number here."""
    allowed = get_args(kind) or (kind,)
    if QuoteForm in allowed:
        return QuoteForm(str(found))
    if type(found) not in allowed:
        raise ValueError(f"{found!r} is not {kind}")
    return found


def _keep_aside(path: Path) -> None:
    logger.warning("%s cannot be understood; it is kept as %s", path, _KEPT_ASIDE)
    try:
        path.replace(path.with_name(_KEPT_ASIDE))
    except OSError as error:
        logger.warning("%s could not be kept aside: %s", path, error)


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

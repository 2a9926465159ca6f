"""Where things lie on this computer and in which language the program speaks.

Owns the paths of library, cache, backups and preferences as the environment and the platform give
them, and where the data that travels with the program is found. Standard library only.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of language data, tags and pictures that travels with the program."""
    return _beside_or_inside("resources")


def seeds() -> Path:
    """Return the folder of sample articles that travels with the program."""
    return _beside_or_inside("seeds")


def _beside_or_inside(name: str) -> Path:
    """Find a folder that a wheel carries inside the package and a checkout beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


@dataclass(frozen=True, slots=True)
class Settings:
    """Where one run of the program keeps its things."""

    library: Path
    cache: Path
    backups: Path
    logs: Path
    config: Path
    """Where the user's preferences lie."""
    language: str = "da"
    """`da` or `en`: of messages and of the words around exported quotes."""
    wait: float = 10.0
    """Seconds to wait for a library that another process writes to."""
    program: str = "kdcurator"
    """How this process names itself to others that find the library held."""


@dataclass(frozen=True, slots=True)
class PlatformFolders:
    """The user's own folders as the platform names them."""

    data: Path
    cache: Path
    logs: Path
    config: Path


def from_environment(
    folders: PlatformFolders, environment: Mapping[str, str] = os.environ
) -> Settings:
    """Return the settings of this run: `KDCURATOR_…` variables, else the platform's folders."""

    def place(variable: str, default: Path) -> Path:
        value = environment.get(variable)
        return Path(value).expanduser().absolute() if value else default

    return Settings(
        library=place("KDCURATOR_LIBRARY", folders.data / "library"),
        cache=place("KDCURATOR_CACHE", folders.cache),
        backups=place("KDCURATOR_BACKUPS", folders.data / "backups"),
        logs=folders.logs,
        config=place("KDCURATOR_CONFIG", folders.config),
        language=_language(environment),
    )


def _language(environment: Mapping[str, str]) -> str:
    """Choose Danish unless English is asked for: newsrooms' computers often speak English."""
    return "en" if environment.get("KDCURATOR_LANG", "").casefold().startswith("en") else "da"

"""One run of the command line: its settings, its language and the library it opens.

Owns when the library is opened (when a command first needs it), closed (whatever happens), and
backed up (after a command that changed it). Must not know commands.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click
import typer

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.cli.language import hint_for, load_catalogue, sentence_for
from kdcurator.cli.output import tell
from kdcurator.domain.errors import CuratorError, NotBackedUp, QuotesMisplaced
from kdcurator.domain.misreading import Misread
from kdcurator.settings import Settings, from_environment, resources


@dataclass(slots=True)
class Session:
    """What every command starts from."""

    settings: Settings

    @classmethod
    def from_environment(cls) -> "Session":
        """Start from what environment and platform say."""
        return cls(from_environment(bootstrap.platform_folders()))

    def configure(self, library: str | None, wait: float) -> None:
        """Take over the options that stand before the command."""
        if library is not None:
            self.settings = replace(self.settings, library=place(library))
        if not math.isfinite(wait):
            raise click.BadParameter("--wait takes a number of seconds")
        self.settings = replace(self.settings, wait=wait)

    @contextmanager
    def curator(self, program: str = "kdcurator") -> Iterator[Curator]:
        """Open the library; `program` is how others see who holds it."""
        with bootstrap.build(replace(self.settings, program=program)) as curator:
            misplaced = curator.quotes.find_misplaced()
            if misplaced:
                tell(self.sentence(QuotesMisplaced(ids=", ".join(map(str, misplaced)))))
            for warning in curator.dangers():
                tell(self.sentence(warning))
            yield curator
            has_written = curator.library.lock.is_held
        if has_written:
            self._back_up(curator)

    def _back_up(self, curator: Curator) -> None:
        """Back up what was changed, when the last backup is older than an hour; others may write.

        The command has done its work by then: what prevents a backup is told and changes nothing.
        """
        try:
            curator.backups.back_up_each_hour()
        except CuratorError as error:
            tell(self.sentence(NotBackedUp.because(error)))
        finally:
            curator.library.close()

    def sentence(self, error: CuratorError) -> str:
        """Return an error's sentence in the user's language."""
        return sentence_for(error, load_catalogue(self.settings.language, resources()))

    def hint(self, misread: Misread) -> str:
        """Return what is said of a part of a query, in the user's language."""
        return hint_for(misread, load_catalogue(self.settings.language, resources()))


def named(words: str) -> Path:
    """Return a path as it was named; an empty name is never the current folder."""
    if not words.strip():
        raise click.BadParameter("an empty name is no file or folder")
    return Path(words)


def place(words: str) -> Path:
    """Return the path that a user means; an empty one is never the current folder."""
    try:
        return named(words).expanduser().absolute()
    except (RuntimeError, OSError) as error:
        raise click.BadParameter(f"{words}: {error}") from error


def session_of(context: typer.Context) -> Session:
    """Return the session that the command runs in."""
    found = context.find_object(Session)
    if found is None:
        raise AssertionError("the command line was not started by run()")
    return found


@contextmanager
def opened(context: typer.Context) -> Iterator[Curator]:
    """Open the library for the command that runs."""
    with session_of(context).curator(f"kdcurator {context.info_name}") as curator:
        yield curator

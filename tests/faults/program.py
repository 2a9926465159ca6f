"""The program as users start it, on a library of its own below one folder.

Owns the environment that keeps library, cache, backups and settings of a try together, and the
questions whose answers tell whether a library is whole. Must not know any fault.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kdcurator.settings import Settings

_PATIENCE = 120
"""Seconds after which a command counts as hanging."""


@dataclass(frozen=True, slots=True)
class Program:
    """The command line, working below one folder."""

    folder: Path

    @property
    def library(self) -> Path:
        """The folder of the library."""
        return self.folder / "library"

    @property
    def database(self) -> Path:
        """The file that is the truth."""
        return self.library / "library.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to work here and nowhere else."""
        return {**os.environ, **self.places}

    @property
    def places(self) -> dict[str, str]:
        """What differs in that from the environment of this process."""
        places = {
            name: str(self.folder / name.partition("_")[2].lower())
            for name in (
                "KDCURATOR_LIBRARY",
                "KDCURATOR_CACHE",
                "KDCURATOR_BACKUPS",
                "KDCURATOR_CONFIG",
            )
        }
        state = {"XDG_STATE_HOME": str(self.folder / "state"), "KDCURATOR_LANG": "en"}
        return {**places, **state, "QT_QPA_PLATFORM": "offscreen"}

    @property
    def settings(self) -> Settings:
        """The same places for work inside this process."""
        return Settings(
            library=self.library,
            cache=self.folder / "cache",
            backups=self.folder / "backups",
            logs=self.folder / "state" / "logs",
            config=self.folder / "config",
            language="en",
        )

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        """Start a command and return its process."""
        command = [sys.executable, "-m", "kdcurator", *arguments]
        return subprocess.Popen(command, env=self.environment, **options)

    def run(self, *arguments: str, lines: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end, whatever that is."""
        command = [sys.executable, "-m", "kdcurator", *arguments]
        return subprocess.run(
            command,
            env=self.environment,
            input=lines,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )

    def ask(self, *arguments: str) -> dict[str, Any]:
        """Run a command and return the JSON document that it answers with."""
        answer: dict[str, Any] = json.loads(self.run(*arguments, "--json").stdout)
        return answer

    def is_whole(self) -> list[str]:
        """Return what is wrong with the library: nothing when `check` is content."""
        done = self.run("check", "--json")
        if done.returncode == 0:
            return []
        return [f"check says {done.stdout.decode()[:300]} {done.stderr.decode()[:300]}"]

"""The program as others run it: a process of its own, driven by the contract alone."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of the program left."""

    code: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out.decode("utf-8"))


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for compiled modules, so that 150 starts compile them once."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def run(tmp_path: Path, compiled: Path) -> Run:
    """Run the program in a folder of the test's own."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(*arguments: str | os.PathLike[str], stdin: bytes = b"", **variables: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "kdcurator", *(os.fspath(argument) for argument in arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**environment, **variables},
            check=False,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    return run

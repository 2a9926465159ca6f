"""The program as others run it: a process of its own, driven by the contract alone."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
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


@dataclass(frozen=True, slots=True)
class Starter:
    """A process of `tests.cli.starter`."""

    process: "subprocess.Popen[str]"

    def run(
        self, words: list[str], folder: Path, environment: Mapping[str, str], stdin: bytes
    ) -> Ran:
        """Run the program once, in a process of its own."""
        with tempfile.TemporaryDirectory() as name:
            streams = [Path(name, stream) for stream in ("in", "out", "error")]
            streams[0].write_bytes(stdin)
            request = {
                "arguments": words,
                "folder": str(folder),
                "environment": dict(environment),
                "streams": list(map(str, streams)),
            }
            asked, answered = self.process.stdin, self.process.stdout
            assert asked
            assert answered
            asked.write(f"{json.dumps(request)}\n")
            asked.flush()
            code = int(answered.readline())
            out, error = (stream.read_bytes() for stream in streams[1:])
            return Ran(code, out, error.decode("utf-8", "replace"))


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for compiled modules, so that 150 starts compile them once."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(scope="session")
def starter(compiled: Path) -> Iterator[Starter | None]:
    """Keep a process that has loaded the program; none where processes cannot be forked."""
    if not hasattr(os, "fork"):
        yield None
        return
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    command = [sys.executable, "-m", "tests.cli.starter"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env=environment,
    ) as process:
        yield Starter(process)
        process.communicate()


@pytest.fixture
def run(tmp_path: Path, compiled: Path, starter: Starter | None) -> Run:
    """Run the program in a folder of the test's own."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(*arguments: str | os.PathLike[str], stdin: bytes = b"", **variables: str) -> Ran:
        words = [os.fspath(argument) for argument in arguments]
        known = {**environment, **variables}
        if starter and not any(name.startswith("PYTHON") for name in variables):
            return starter.run(words, tmp_path, known, stdin)
        done = subprocess.run(
            [sys.executable, "-m", "kdcurator", *words],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=known,
            check=False,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    return run

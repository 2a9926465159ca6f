"""The command line inside this process: fast enough to be asked hundreds of times.

Owns where a command's output goes and that whatever escapes from it is noted, not raised. Must not
know any fault.
"""

import contextlib
import io
import json
import os
import traceback
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest import mock

from tests.faults.program import Program

_FAULT = 70


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command came to."""

    command: str
    code: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        """The document that it printed; an empty one where it printed none."""
        try:
            return json.loads(self.out)
        except ValueError:
            return {}

    @property
    def losses(self) -> list[str]:
        """A sentence when the command met a fault of its own."""
        if self.code not in {0, 1}:
            return [f"'{self.command}' ended with {self.code}: {self.err.strip()[-900:]}"]
        return []


def ask(program: Program, *arguments: str) -> Answer:
    """Run a command of the program to its end, whatever that is."""
    with _output() as (out, err), mock.patch.dict(os.environ, program.environment):
        try:
            code = _run(arguments)
        except BaseException:  # noqa: BLE001 - whatever escapes is what is looked for
            code = -1
            err.write(traceback.format_exc())
    words = f"{err.getvalue()}{_logged(program)}" if code == _FAULT else err.getvalue()
    return Answer(" ".join(arguments), code, out.getvalue(), words)


def _run(arguments: Sequence[str]) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # what Typer says of Click on import
        from kdcurator.cli.app import run
    return run(arguments)


@contextlib.contextmanager
def _output() -> Iterator[tuple[io.BytesIO, io.StringIO]]:
    out, err = io.BytesIO(), io.StringIO()
    stream = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(err):
        yield out, err
    stream.detach()


def _logged(program: Program) -> str:
    """Return the newest crash log: it says where in the program a fault happened."""
    logs = sorted(program.folder.rglob("crash-*.log"), key=lambda path: path.stat().st_mtime)
    return logs[-1].read_text(encoding="utf-8") if logs else ""

"""Starts the program again and again, each time as a process of its own, loaded only once.

Run as a program, it reads one request a line (arguments, folder, environment, files for the three
streams) and answers each with the exit code. A process that is forked from it is as new as one that
was started, but for the modules: they take two thirds of a second to load. Systems that cannot fork
start the program in full.
"""

import importlib
import json
import os
import pkgutil
import sys
import traceback
from typing import Any

import kdcurator
from kdcurator.__main__ import main

_LEFT_OUT = ("kdcurator.gui", "kdcurator.__main__")
"""No command loads the window, and it may start threads."""


def load() -> None:
    """Load what commands load."""
    for module in pkgutil.walk_packages(kdcurator.__path__, "kdcurator."):
        if not module.name.startswith(_LEFT_OUT):
            importlib.import_module(module.name)


def serve() -> None:
    """Answer requests until there are no more."""
    for line in sys.stdin:
        process = os.fork()
        if not process:
            os._exit(_run(json.loads(line)))
        _, status = os.waitpid(process, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _run(request: dict[str, Any]) -> int:
    """Be the program."""
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    for number, (name, flags) in enumerate(zip(request["streams"], _FLAGS, strict=True)):
        os.dup2(os.open(name, flags, 0o600), number)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115
        for number, mode, errors in _STREAMS
    )
    sys.argv = ["kdcurator", *request["arguments"]]
    try:
        code = main()
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - as the interpreter does it
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


_FLAGS = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)

_STREAMS = ((0, "r", "strict"), (1, "w", "strict"), (2, "w", "backslashreplace"))

if __name__ == "__main__":
    load()
    serve()

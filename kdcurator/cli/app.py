"""The command line's way in and its one catcher of errors.

Owns exit codes and what is printed when something goes wrong: a sentence for what the user can act
on, one line and the path of a crash log for what only we can. Must not know any command's work.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from itertools import takewhile
from typing import Annotated

import click
import typer
from typer.main import get_command

from kdcurator import __version__, crash
from kdcurator.cli import articles, demo, people, quotes, search, stories, tags, upkeep
from kdcurator.cli.output import print_json, say, tell
from kdcurator.cli.session import Session, session_of
from kdcurator.cli.window import has_screen, show_window
from kdcurator.domain.errors import CannotPrint, CuratorError

REFUSED = 1
USAGE = 2
FAULT = 70
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code (CONTRACT.md, section 3)."""
    session = Session.from_environment()
    as_json = "--json" in takewhile(lambda word: word != "--", arguments)
    try:
        code = _run(arguments, session)
        return _interrupted(as_json=as_json) if code == INTERRUPTED else code
    except CuratorError as error:
        _report(error.code, session.sentence(error), as_json=as_json)
        return REFUSED
    except click.UsageError as error:
        _report("usage", error.format_message(), as_json=as_json, context=error.ctx)
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        return _interrupted(as_json=as_json)
    except BrokenPipeError:
        _silence_output()  # whoever read our output has read enough
        return 0
    except Exception as error:  # noqa: BLE001 - the one catcher: a fault must end in one line
        log = crash.write_log(error, session.settings.logs)
        _report("fault", f"kdcurator met a fault of its own; see {log}", as_json=as_json)
        return FAULT


def _run(arguments: Sequence[str], session: Session) -> int:
    command = get_command(_build())
    code = command.main(list(arguments), prog_name="kdcurator", standalone_mode=False, obj=session)
    return code if isinstance(code, int) else 0


def _build() -> typer.Typer:
    app = typer.Typer(
        invoke_without_command=True, pretty_exceptions_enable=False, rich_markup_mode=None
    )
    app.callback()(_start)
    for family in (articles, quotes, search, tags, people, stories, upkeep, demo):
        family.register(app)
    return app


def _start(
    context: typer.Context,
    library: Annotated[str | None, typer.Option("--library", help="The library's folder.")] = None,
    wait: Annotated[
        float, typer.Option("--wait", min=0, help="Seconds to wait for a library in use.")
    ] = 10.0,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Find, keep, tag and hand over the quotes in articles; without a command: the window."""
    session = session_of(context)
    session.configure(library, wait)
    if version:
        say(f"kdcurator {__version__}")
    elif context.invoked_subcommand is None and has_screen():
        raise typer.Exit(show_window(session.settings))
    elif context.invoked_subcommand is None:
        tell("There is no screen to open the window on. These commands work without one:")
        say(context.get_help())


def _interrupted(*, as_json: bool) -> int:
    """Say that the user stopped the command; Typer may have turned that into an exit code."""
    _report("interrupted", "Interrupted; what was done until now is kept.", as_json=as_json)
    return INTERRUPTED


def _report(
    code: str, sentence: str, *, as_json: bool, context: click.Context | None = None
) -> None:
    try:
        tell(sentence)
        if context is not None:
            tell(context.get_usage())
        if as_json:
            print_json({"error": {"code": code, "message": sentence}})
    except (BrokenPipeError, CannotPrint):
        _silence_output()


def _silence_output() -> None:
    """Keep Python from complaining about a lost output once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())

"""The commands that care for a library: `undo`, `check`, `backup`, `backups`, `restore`.

Owns their options and what they print. Must not know how any of it is done.
"""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kdcurator import bootstrap
from kdcurator.cli import documents
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, print_table, say
from kdcurator.cli.session import opened, place, session_of


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (undo, check, backups, restore):
        app.command()(command)
    app.command("backup")(back_up)


def undo(
    context: typer.Context,
    redo: Annotated[bool, typer.Option("--redo", help="Do again what was undone last.")] = False,
    as_json: AsJson = False,
) -> None:
    """Undo the newest change, or do again what was undone."""
    with opened(context) as curator:
        done = curator.history.redo() if redo else curator.history.undo()
    name = "redone" if redo else "undone"
    if as_json:
        print_json({name: documents.change(done)})
    else:
        say(f"nothing to be {name}" if done is None else f"{name}: {done.kind}")


def check(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what can be mended.")] = False,
    as_json: AsJson = False,
) -> None:
    """Prove every text and quote against its sum and its article."""
    settings = replace(session_of(context).settings, program="kdcurator check")
    health = bootstrap.check(settings, repair=repair)
    if as_json:
        print_json(documents.health(health))
    else:
        for problem in health.problems:
            say(f"{problem.detail}{' (repaired)' if problem.is_repaired else ''}")
        verdict = "all is well" if health.is_ok else "this needs repair"
        say(f"{health.articles} articles, {health.quotes} quotes: {verdict}")
    if not health.is_ok:
        raise typer.Exit(1)


def back_up(
    context: typer.Context,
    out: Annotated[str | None, typer.Argument(help="Where to; else among the backups.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a backup of the library with all originals, and check it."""
    with opened(context) as curator:
        made = curator.backups.back_up(place(out) if out is not None else None)
    _show(documents.backup(made), as_json=as_json)


def backups(context: typer.Context, as_json: AsJson = False) -> None:
    """List the backups, the newest first; `restore` takes their number or their file."""
    kept = bootstrap.list_backups(session_of(context).settings)
    if as_json:
        print_json(documents.backups(kept))
        return
    rows = [
        (
            backup.number,
            f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}",
            backup.kind,
            backup.articles,
            backup.quotes,
            backup.path,
        )
        for backup in kept
    ]
    print_table(("number", "made", "kind", "articles", "quotes", "file"), rows)


def restore(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A backup: its file, or its number in `backups`.")],
    as_json: AsJson = False,
) -> None:
    """Bring a backup back; what is there now is backed up first."""
    session = session_of(context)
    backup = place(file)
    if file.isdecimal() and not backup.exists():
        backup = _numbered(context, int(file)) or backup
    settings = replace(session.settings, program="kdcurator restore")
    brought_back = bootstrap.restore(settings, backup)
    _show(documents.backup(brought_back), as_json=as_json)


def _numbered(context: typer.Context, number: int) -> Path | None:
    """Return where the backup of this number lies."""
    kept = bootstrap.list_backups(session_of(context).settings)
    return next((backup.path for backup in kept if backup.number == number), None)


def _show(document: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(document)
    else:
        say(f"{document['articles']} articles, {document['quotes']} quotes: {document['path']}")

"""The commands about people: `people …`.

Owns their options and what they print. Must not know how a list of speakers is kept.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from kdcurator.cli import documents
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, print_table
from kdcurator.cli.session import opened

if TYPE_CHECKING:
    from kdcurator.services.people import PeopleService

Name = Annotated[str, typer.Argument(help="The speaker's name, in any form and any case.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    people = typer.Typer(invoke_without_command=True, help="List, merge, rename, part speakers.")
    people.callback()(list_people)
    for name, command in (
        ("list", list_people_by_name),
        ("merge", merge_people),
        ("rename", rename_person),
        ("part", part_person),
    ):
        people.command(name)(command)
    app.add_typer(people, name="people")


def list_people(context: typer.Context, as_json: AsJson = False) -> None:
    """List the people who are quoted; merge, rename or part them."""
    if context.invoked_subcommand is None:
        _print_people(context, as_json=as_json)


def list_people_by_name(context: typer.Context, as_json: AsJson = False) -> None:
    """List the people who are quoted, with their roles as printed."""
    _print_people(context, as_json=as_json)


def merge_people(
    context: typer.Context,
    names: Annotated[
        list[str], typer.Argument(metavar="FROM…", help="The speakers who are somebody else.")
    ],
    into: Annotated[str, typer.Argument(help="The speaker who they are, and whose name stays.")],
    as_json: AsJson = False,
) -> None:
    """Make one speaker of several, who keeps all their name forms, roles and quotes."""
    _print_people(context, lambda people: people.merge(names, into), as_json=as_json)


def rename_person(
    context: typer.Context,
    name: Name,
    new_name: Annotated[str, typer.Argument(help="What the speaker is to be called.")],
    as_json: AsJson = False,
) -> None:
    """Give a speaker another name; the old one is still found."""
    _print_people(context, lambda people: people.rename(name, new_name), as_json=as_json)


def part_person(
    context: typer.Context,
    name: Name,
    form: Annotated[str, typer.Argument(help="The name form that is somebody else.")],
    as_json: AsJson = False,
) -> None:
    """Make a name form a speaker again, with the quotes whose article names the speaker so."""
    _print_people(context, lambda people: people.part(name, form), as_json=as_json)


def _print_people(
    context: typer.Context,
    change: "Callable[[PeopleService], object] | None" = None,
    *,
    as_json: bool,
) -> None:
    """Print who is quoted, after a change if there is one."""
    with opened(context) as curator:
        if change is not None:
            change(curator.people)
        found = curator.people.list_people()
    if as_json:
        print_json(documents.people(found))
        return
    rows = (
        (person.name, "; ".join(shown.role or "" for shown in person.presentations), person.quotes)
        for person in found
    )
    print_table(("name", "role", "quotes"), rows)

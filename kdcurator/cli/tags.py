"""The commands about tags: `tags …`.

Owns their options and what they print. Must not know how a tag list is kept.
"""

from typing import Annotated

import typer

from kdcurator.cli import documents
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, print_table
from kdcurator.cli.session import named, opened
from kdcurator.domain.tag import Tag

Name = Annotated[str, typer.Argument(help="The tag's name, in any case.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    tags = typer.Typer(
        invoke_without_command=True, help="List, add, rename, merge, delete, import tags."
    )
    tags.callback()(list_tags)
    for name, command in (
        ("list", list_tags_by_name),
        ("add", add_tag),
        ("rename", rename_tag),
        ("merge", merge_tags),
        ("delete", delete_tag),
        ("import", import_tags),
    ):
        tags.command(name)(command)
    app.add_typer(tags, name="tags")


def list_tags(context: typer.Context, as_json: AsJson = False) -> None:
    """List, add, rename, merge, delete or import tags."""
    if context.invoked_subcommand is None:
        _print_tags(context, as_json=as_json)


def list_tags_by_name(context: typer.Context, as_json: AsJson = False) -> None:
    """List the tags with the number of quotes that have each."""
    _print_tags(context, as_json=as_json)


def add_tag(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Add a tag."""
    with opened(context) as curator:
        curator.tags.add_tag(name)
        found = curator.tags.list_tags()
    _show(found, as_json=as_json)


def rename_tag(
    context: typer.Context,
    name: Name,
    new_name: Annotated[str, typer.Argument(help="What it is to be called.")],
    as_json: AsJson = False,
) -> None:
    """Give a tag another name."""
    with opened(context) as curator:
        curator.tags.rename_tag(name, new_name)
        found = curator.tags.list_tags()
    _show(found, as_json=as_json)


def merge_tags(
    context: typer.Context,
    name: Name,
    into: Annotated[str, typer.Argument(help="The tag that stays.")],
    as_json: AsJson = False,
) -> None:
    """Make one tag of two: every quote with the first gets the second."""
    with opened(context) as curator:
        curator.tags.merge_tags(name, into)
        found = curator.tags.list_tags()
    _show(found, as_json=as_json)


def delete_tag(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Take a tag off all quotes and delete it; the quotes stay."""
    with opened(context) as curator:
        curator.tags.delete_tag(name)
        found = curator.tags.list_tags()
    _show(found, as_json=as_json)


def import_tags(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A codebook (.qdc) or a project (.qdpx).")],
    as_json: AsJson = False,
) -> None:
    """Make tags of the codes of a REFI-QDA codebook; tags that are there stay as they are."""
    with opened(context) as curator:
        curator.tags.import_codebook(named(file))
        found = curator.tags.list_tags()
    _show(found, as_json=as_json)


def _print_tags(context: typer.Context, *, as_json: bool) -> None:
    with opened(context) as curator:
        found = curator.tags.list_tags()
    _show(found, as_json=as_json)


def _show(found: list[Tag], *, as_json: bool) -> None:
    if as_json:
        print_json(documents.tags(found))
    else:
        rows = ((tag.key, tag.name, tag.quotes) for tag in found)
        print_table(("key", "tag", "quotes"), rows)

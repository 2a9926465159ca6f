"""The commands about stories: `stories …`, `used`.

Owns their options and what they print. Must not know how a story collects quotes.
"""

from datetime import datetime
from typing import Annotated

import typer

from kdcurator.bootstrap import Curator
from kdcurator.cli import documents
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, print_table
from kdcurator.cli.session import opened
from kdcurator.domain.errors import QT_TRANSLATE_NOOP, NothingNamed
from kdcurator.domain.quote import QuoteFilter, QuoteId
from kdcurator.domain.story import Story

Name = Annotated[str, typer.Argument(help="The story's name, in any case.")]
Ids = Annotated[
    list[int], typer.Argument(help="Quotes by id.", metavar="ID…", min=1, max=2**63 - 1)
]
Into = Annotated[
    str | None, typer.Option("--story", help="The story; without it, the current one.")
]

_TO_BE_NAMED = QT_TRANSLATE_NOOP("errors", "a story with --story, for no story is the current one")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    stories = typer.Typer(
        invoke_without_command=True, help="List, add and archive stories, put quotes into them."
    )
    stories.callback()(list_stories)
    for name, command in (
        ("list", list_stories_by_name),
        ("add", add_story),
        ("archive", archive_story),
        ("put", put_quotes),
        ("take", take_quotes),
    ):
        stories.command(name)(command)
    app.add_typer(stories, name="stories")
    app.command("used")(mark_used)


def list_stories(context: typer.Context, as_json: AsJson = False) -> None:
    """List, add and archive stories, put quotes into them and take quotes out."""
    if context.invoked_subcommand is None:
        with opened(context) as curator:
            _show(curator, as_json=as_json)


def list_stories_by_name(context: typer.Context, as_json: AsJson = False) -> None:
    """List the stories with the number of quotes in each."""
    with opened(context) as curator:
        _show(curator, as_json=as_json)


def add_story(
    context: typer.Context,
    name: Name,
    deadline: Annotated[
        datetime | None,
        typer.Option("--deadline", formats=["%Y-%m-%d"], help="When it is due: YYYY-MM-DD."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a story and make it the current one, which new quotes join."""
    with opened(context) as curator:
        curator.stories.add_story(name, deadline.date() if deadline else None)
        _show(curator, as_json=as_json)


def archive_story(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Lay a story away; its quotes stay in it."""
    with opened(context) as curator:
        curator.stories.archive_story(name)
        _show(curator, as_json=as_json)


def put_quotes(
    context: typer.Context, ids: Ids, story: Into = None, as_json: AsJson = False
) -> None:
    """Put quotes into a story, at its end."""
    with opened(context) as curator:
        curator.stories.put(story or _current(curator), _quotes(ids))
        _show(curator, as_json=as_json)


def take_quotes(
    context: typer.Context, ids: Ids, story: Into = None, as_json: AsJson = False
) -> None:
    """Take quotes out of a story; the quotes stay."""
    with opened(context) as curator:
        curator.stories.take(story or _current(curator), _quotes(ids))
        _show(curator, as_json=as_json)


def mark_used(
    context: typer.Context,
    ids: Ids,
    story: Annotated[str, typer.Option("--in", help="The story that used them; made if new.")],
    as_json: AsJson = False,
) -> None:
    """Say that quotes were used in a story."""
    with opened(context) as curator:
        curator.stories.mark_used(story, _quotes(ids))
        found = curator.quotes.list_quotes(QuoteFilter(ids=frozenset(_quotes(ids))))
    if as_json:
        print_json(documents.quotes(found))
        return
    rows = ((q.id, q.speaker, ", ".join(q.used_in), q.text) for q in found)
    print_table(("id", "speaker", "used in", "quote"), rows)


def _quotes(ids: list[int]) -> list[QuoteId]:
    return [QuoteId(row_id) for row_id in ids]


def _current(curator: Curator) -> str:
    """Return the name of the current story; raises `NothingNamed`."""
    story = curator.stories.current()
    if story is None:
        raise NothingNamed(what=_TO_BE_NAMED)
    return story.name


def _show(curator: Curator, *, as_json: bool) -> None:
    found = curator.stories.list_stories()
    if as_json:
        print_json(documents.stories(found))
        return
    rows = ((s.id, s.name, s.deadline, _state(s), s.quotes) for s in found)
    print_table(("id", "story", "deadline", "", "quotes"), rows)


def _state(story: Story) -> str:
    if story.is_archived:
        return "archived"
    return "current" if story.is_current else ""

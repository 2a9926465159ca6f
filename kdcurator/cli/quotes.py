"""The commands about saved quotes: `quotes`, `quotes add`, `export`.

Owns their options, the lines of `quotes add` and what is printed. Must not know how a quote is
saved or a file written.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import typer

from kdcurator.bootstrap import Curator
from kdcurator.cli import documents
from kdcurator.cli.options import (
    AsJson,
    OfArticle,
    OfStatus,
    Query,
    Speaker,
    Story,
    TagName,
    quote_filter,
)
from kdcurator.cli.output import print_json, print_table, say, tell
from kdcurator.cli.requests import parse_request
from kdcurator.cli.session import Session, named, opened, session_of
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.exporting import CsvDialect, Grouping
from kdcurator.domain.quote import QuoteFilter, QuoteId
from kdcurator.domain.searching import HitKind


def register(app: typer.Typer) -> None:
    """Add the commands."""
    quotes = typer.Typer(invoke_without_command=True, help="List saved quotes, or add some.")
    quotes.callback()(list_quotes)
    quotes.command("add")(add_quotes)
    app.add_typer(quotes, name="quotes")
    app.command("export")(export)


def list_quotes(
    context: typer.Context,
    tag: TagName = None,
    speaker: Speaker = None,
    status: OfStatus = None,
    story: Story = None,
    article: OfArticle = None,
    query: Query = None,
    as_json: AsJson = False,
) -> None:
    """List saved quotes, or add some."""
    if context.invoked_subcommand is not None:
        return
    with opened(context) as curator:
        wanted = quote_filter(tag, speaker, status, story, article)
        found = curator.quotes.list_quotes(_matching(curator, wanted, query))
    if as_json:
        print_json(documents.quotes(found))
        return
    rows = ((q.id, q.speaker, ", ".join(q.tags), q.text) for q in found)
    print_table(("id", "speaker", "tags", "quote"), rows)


def _matching(curator: Curator, wanted: QuoteFilter, query: str | None) -> QuoteFilter:
    """Narrow a filter to what a search finds, when there is one."""
    if query is None:
        return wanted
    hits = curator.searching.search(query, [HitKind.QUOTE], limit=sys.maxsize).hits
    return replace(wanted, ids=frozenset(QuoteId(hit.id) for hit in hits))


def add_quotes(
    context: typer.Context,
    stdin: Annotated[
        bool, typer.Option("--stdin", help="Read one JSON object a line from standard input.")
    ] = False,
    as_json: AsJson = False,  # noqa: ARG001 - the lines are JSON with and without it
) -> None:
    """Save quotes: JSON lines in, one JSON line out for each as soon as it is on disk."""
    if not stdin:
        raise typer.BadParameter("quotes are read from standard input: add --stdin")
    session = session_of(context)
    with session.curator("kdcurator quotes add") as curator:
        curator.library.hold()
        failed = 0
        for line in _lines():
            document = _add_one(curator, session, line)
            failed += "error" in document
            print_json(document, indent=None)
    if failed:
        raise typer.Exit(1)


def _lines() -> Iterator[bytes]:
    yield from iter(sys.stdin.buffer.readline, b"")


def _add_one(curator: Curator, session: Session, line: bytes) -> dict[str, object]:
    try:
        return {"id": curator.quotes.save_quotes([parse_request(line)]).ids[0]}
    except CuratorError as error:
        return documents.error(error, session.sentence(error))


def export(
    context: typer.Context,
    out: Annotated[str, typer.Argument(help="The file to write; its ending says the format.")],
    tag: TagName = None,
    speaker: Speaker = None,
    status: OfStatus = None,
    story: Story = None,
    article: OfArticle = None,
    query: Query = None,
    group_by: Annotated[
        Grouping, typer.Option("--group-by", help="What the headings of a document are.")
    ] = Grouping.TAG,
    csv_dialect: Annotated[
        CsvDialect, typer.Option("--csv-dialect", help="For which program a table is.")
    ] = CsvDialect.EXCEL_DA,
    as_json: AsJson = False,
) -> None:
    """Export quotes as a Word document (.docx), a table (.csv) or data (.json)."""
    with opened(context) as curator:
        wanted = quote_filter(tag, speaker, status, story, article)
        done = curator.exporting.export(
            named(out).expanduser(),
            _matching(curator, wanted, query),
            grouping=group_by,
            dialect=csv_dialect,
        )
    if done.left_out:
        tell(f"{done.left_out} off the record and left out.")
    if as_json:
        print_json({"path": str(done.path), "format": done.format, "quotes": done.quotes})
    else:
        say(f"{done.quotes} quotes written to {done.path}")

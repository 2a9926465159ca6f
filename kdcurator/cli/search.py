"""The command `search`.

Owns its options and what it prints. Must not know how anything is found.
"""

from enum import StrEnum
from typing import Annotated

import typer

from kdcurator.cli import documents
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, say, tell
from kdcurator.cli.session import opened, session_of
from kdcurator.domain.searching import HitKind
from kdcurator.text.division import undivided


class Where(StrEnum):
    """In what to search."""

    ARTICLES = "articles"
    QUOTES = "quotes"
    ALL = "all"

    @property
    def kinds(self) -> tuple[HitKind, ...]:
        """Return the kinds of hits that are wanted."""
        kinds = {Where.ARTICLES: (HitKind.ARTICLE,), Where.QUOTES: (HitKind.QUOTE,)}
        return kinds.get(self, (HitKind.ARTICLE, HitKind.QUOTE))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search")(search)


def search(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(help="What to find.", metavar="QUERY")],
    where: Annotated[Where, typer.Option("--in", help="In what to search.")] = Where.ALL,
    limit: Annotated[int, typer.Option("--limit", min=0, help="How many hits to show.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Search articles and quotes: words, "phrases", tag: kilde: medie: …, OR, NOT, pre*.

    A word is found in all its forms, and behind those in longer words that end in it; in quotation
    marks in its forms alone.
    """
    with opened(context) as curator:
        found = curator.searching.search(" ".join(query), where.kinds, limit)
    for one in found.misread:
        tell(session_of(context).hint(one))
    if as_json:
        print_json(documents.answer(found, session_of(context).hint))
        return
    for hit in found.hits:
        say(f"{hit.kind} {hit.id}  {hit.title}" + (f"  ({hit.speaker})" if hit.speaker else ""))
        say(f"    {undivided(hit.snippet)}\n")
    say(f"{found.total} found in {found.took_ms} ms")

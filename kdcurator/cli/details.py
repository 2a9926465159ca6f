"""The commands about what is known of articles: `articles set`, `articles similar` and on.

Owns their options and what they print. Must not know how details are kept or texts compared.
"""

from datetime import datetime
from typing import Annotated

import click
import typer

from kdcurator.bootstrap import Curator
from kdcurator.cli import documents
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, print_table, say
from kdcurator.cli.session import opened
from kdcurator.domain.article import ArticleId, Language, TextType
from kdcurator.domain.correcting import ACCEPT_GUESSES, Corrections

Ids = Annotated[list[int], typer.Argument(help="Articles by id.", metavar="ID…")]
One = Annotated[int, typer.Argument(help="An article by id.", metavar="ID")]
Other = Annotated[int, typer.Argument(help="The other article by id.", metavar="OTHER")]
Words = Annotated[str | None, typer.Option(help="For all of them; empty: unknown.")]


def register(articles: typer.Typer) -> None:
    """Add the commands below `articles`."""
    articles.command("set")(set_details)
    articles.command("similar")(list_similar)
    articles.command("keep-both")(keep_both)
    articles.command("drop")(drop)


def set_details(
    context: typer.Context,
    ids: Ids,
    title: Words = None,
    byline: Words = None,
    publication: Words = None,
    url: Words = None,
    municipality: Words = None,
    date: Annotated[str | None, typer.Option(help="YYYY-MM-DD; empty: unknown.")] = None,
    language: Annotated[Language | None, typer.Option(help="The language of all.")] = None,
    text_type: Annotated[TextType | None, typer.Option("--type", help="What they are.")] = None,
    accept_guesses: Annotated[
        bool, typer.Option("--accept-guesses", help="What is guessed of them is right.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Correct what is known of articles, of many as one change; what is not named stays."""
    words = {
        "title": title,
        "byline": byline,
        "publication": publication,
        "url": url,
        "municipality": municipality,
    }
    values: dict[str, object] = {
        name: " ".join(said.split()) or None for name, said in words.items() if said is not None
    }
    values |= {} if date is None else {"published_on": _day(date)}
    values |= {} if language is None else {"language": language}
    values |= {} if text_type is None else {"text_type": text_type}
    confirmed = ACCEPT_GUESSES.confirmed if accept_guesses else frozenset()
    corrections = Corrections(values, confirmed)
    if corrections.is_nothing:
        raise click.UsageError("name what is to be set, or --accept-guesses")
    with opened(context) as curator:
        wanted = [ArticleId(row_id) for row_id in ids]
        curator.correcting.correct(wanted, corrections)
        _show(curator, set(wanted), as_json=as_json)


def list_similar(context: typer.Context, as_json: AsJson = False) -> None:
    """List pairs of articles that have much of the same text and that nobody has decided on."""
    with opened(context) as curator:
        found = curator.pairs.find_pairs()
    if as_json:
        print_json({"pairs": [documents.pair(each) for each in found]})
        return
    rows = ((each.article_id, each.other_id, f"{each.likeness:.0%}") for each in found)
    print_table(("id", "other", "same"), rows)


def keep_both(context: typer.Context, one: One, other: Other, as_json: AsJson = False) -> None:
    """Keep both of two similar articles; they are listed as similar no more."""
    with opened(context) as curator:
        curator.pairs.keep_both(ArticleId(one), ArticleId(other))
        _show(curator, {ArticleId(one), ArticleId(other)}, as_json=as_json)


def drop(context: typer.Context, one: One, other: Other, as_json: AsJson = False) -> None:
    """Delete an article for a similar one, to which its quotes go if their words stand there."""
    with opened(context) as curator:
        curator.pairs.remove(ArticleId(one), ArticleId(other))
        _show(curator, {ArticleId(other)}, as_json=as_json)


def _day(words: str) -> object:
    if not words.strip():
        return None
    try:
        return datetime.strptime(words.strip(), "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter(f"--date is YYYY-MM-DD, not {words}") from error


def _show(curator: Curator, ids: set[ArticleId], *, as_json: bool) -> None:
    found = [article for article in curator.articles.list_articles() if article.id in ids]
    if as_json:
        print_json({"articles": [documents.details(article) for article in found]})
        return
    for article in found:
        say(f"{article.id:>6}  {article.metadata.title or article.original_name or ''}")

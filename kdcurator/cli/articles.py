"""The commands about articles: `import`, `whole-page`, `attachments`, `articles`, `suggest`.

Owns their options and what they print. Must not know how a file is read or a quote found.
"""

import math
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import typer

from kdcurator.cli import details, documents
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, print_table, say, tell
from kdcurator.cli.session import Session, named, opened, session_of
from kdcurator.domain.article import Article, ArticleId
from kdcurator.domain.errors import NoText
from kdcurator.domain.ports import Progress
from kdcurator.services.arrivals import WebPage

if TYPE_CHECKING:
    from kdcurator.services.articles import ImportReport
    from kdcurator.services.suggesting import ReadArticle

Document = dict[str, object]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
"""Whatever looks like an address is none of a file: the reader of addresses says what is wrong."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_articles)
    app.command("whole-page")(take_whole_pages)
    app.command("attachments")(import_attached)
    articles = typer.Typer(
        invoke_without_command=True, help="List articles, correct what is known of them."
    )
    articles.callback()(list_articles)
    details.register(articles)
    app.add_typer(articles, name="articles")
    app.command("suggest")(suggest)


def import_articles(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders and addresses of pages (https://…).", metavar="PATH…"),
    ],
    attachments: Annotated[
        bool, typer.Option("--attachments", help="Also the files attached to mails.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Import articles: files, folders with all that is in them, and pages of the web.

    A page is fetched over the net, so its site sees this computer's address.
    """
    session = session_of(context)
    items = [_to_import(path) for path in paths]
    if any(isinstance(item, WebPage) for item in items):
        tell("Pages are fetched over the net: their sites see this computer's address.")
    with opened(context) as curator:
        report = curator.articles.import_files(items, _progress(), with_attachments=attachments)
    if not (attachments or as_json):
        _tell_attached(report)
    _print_report(session, report, as_json=as_json)


def take_whole_pages(
    context: typer.Context,
    ids: Annotated[list[int], typer.Argument(help="Articles of the library.", metavar="ID…")],
    as_json: AsJson = False,
) -> None:
    """Give articles from web pages the whole text of their pages, as newer versions.

    Quotes are found again there, as in any newer version.
    """
    with opened(context) as curator:
        report = curator.articles.take_whole_pages(map(ArticleId, ids))
    _print_report(session_of(context), report, as_json=as_json)


def import_attached(
    context: typer.Context,
    ids: Annotated[list[int], typer.Argument(help="Mails of the library.", metavar="ID…")],
    as_json: AsJson = False,
) -> None:
    """Import the files attached to mails that are in the library already."""
    with opened(context) as curator:
        report = curator.articles.import_attached(map(ArticleId, ids))
    _print_report(session_of(context), report, as_json=as_json)


def _print_report(session: Session, report: "ImportReport", *, as_json: bool) -> None:
    sentences = [session.sentence(item.error) for item in report.rejected]
    if as_json:
        print_json(documents.import_report(report, sentences))
    else:
        _show_import(report, sentences)
    if report.rejected:
        raise typer.Exit(1)


def _to_import(words: str) -> Path | WebPage:
    """Return the page that an address names, or else a path."""
    return WebPage(words.strip()) if _ADDRESS.match(words.strip()) else named(words)


def _progress() -> Progress | None:
    """Say how far the import is, where somebody watches."""
    if not sys.stderr.isatty():
        return None
    return lambda done, total, what: tell(f"{done} of {total}: {what}")


def _show_import(report: "ImportReport", sentences: list[str]) -> None:
    for item in report.imported:
        say(f"{item.article.id:>6}  {item.article.metadata.title or item.path}")
    if report.quotes or report.tags:
        say(f"with {report.quotes} quotes and {report.tags} new tags")
    for duplicate in report.duplicates:
        tell(f"{duplicate.path}: already there as article {duplicate.article_id}")
    for codebook in report.codebooks if not report.tags else ():
        tell(f"{codebook}: all its tags are there already")
    for newer in report.updated:
        counts = f"{newer.moved} quotes moved, {newer.unsure} unsure, {newer.gone} gone"
        tell(f"{newer.path}: a new version of article {newer.article_id}: {counts}")
    for like in report.similar:
        tell(f"{like.path}: {like.likeness:.0%} of its text is in article {like.other_id} too")
    for refused, sentence in zip(report.rejected, sentences, strict=True):
        tell(f"{refused.path}: {sentence}")


def _tell_attached(report: "ImportReport") -> None:
    for mail in report.attached:
        tell(f"{mail.path}: attached, and read with --attachments: {', '.join(mail.names)}")


def list_articles(
    context: typer.Context,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Add each article's canonical text.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the articles of the library, or correct what is known of them."""
    if context.invoked_subcommand is not None:
        return
    with opened(context) as curator:
        items = curator.articles.list_articles()
        texts = curator.articles.texts([item.id for item in items]) if with_text else {}
    if as_json:
        words = {row_id: found.text for row_id, found in texts.items()}
        print_json({"articles": [documents.article(i, words.get(i.id)) for i in items]})
        return
    columns = ("id", "title", "publication", "date", "quotes", "suggestions")
    print_table(columns, (_row(item) for item in items))


def _row(item: Article) -> tuple[object, ...]:
    known = item.metadata
    return (
        item.id,
        known.title or item.original_name,
        known.publication,
        known.published_on,
        item.quotes,
        item.suggestions,
    )


def suggest(
    context: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(help="Files to read without keeping them.")
    ] = None,
    article: Annotated[
        list[int] | None, typer.Option("--article", help="Articles of the library.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All articles of the library.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Save what is found, once.")] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="Dismiss what is open.")] = False,
    tag: Annotated[list[str] | None, typer.Option("--tag", help="Tags for what is saved.")] = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0, max=1, help="Save nothing less sure.")
    ] = 0.0,
    as_json: AsJson = False,
) -> None:
    """Suggest the quotes in articles, with who said each and why it is thought so."""
    chosen = _Chosen(files or [], article or [], tag or [], is_all=every)
    if not (chosen.files or chosen.articles or chosen.is_all):
        raise click.UsageError("name files, --article or --all")
    if not math.isfinite(min_confidence):
        raise click.BadParameter("--min-confidence is a number from 0 to 1")
    if accept and dismiss:
        raise typer.BadParameter("--accept and --dismiss exclude each other")
    if chosen.files and (accept or dismiss):
        raise typer.BadParameter("only articles of the library can be accepted or dismissed")
    if chosen.files:
        _suggest_in_files(context, chosen.files, as_json=as_json)
        return
    ids = None if chosen.is_all else [ArticleId(row_id) for row_id in chosen.articles]
    with opened(context) as curator:
        service = curator.suggestions
        if accept:
            found = service.accept(ids, tags=chosen.tags, min_confidence=min_confidence)
        else:
            found = service.dismiss(ids) if dismiss else service.suggest(ids)
    _print_suggestions([_read_article(item, accepted=accept) for item in found], as_json=as_json)


class _Chosen:
    """What `suggest` works on. `--article 1 2` and `--tag a b` leave words that are no files."""

    def __init__(
        self, words: list[str], articles: list[int], tags: list[str], *, is_all: bool
    ) -> None:
        in_library = is_all or bool(articles)
        numbers = [word for word in words if in_library and not is_all and word.isdecimal()]
        others = [word for word in words if word not in numbers]
        if in_library and others and not tags:
            raise typer.BadParameter("name either files or articles of the library")
        self.is_all = is_all
        self.articles = articles + [int(word) for word in numbers]
        self.tags = tags + (others if in_library else [])
        self.files = [] if in_library else words


def _suggest_in_files(context: typer.Context, files: list[str], *, as_json: bool) -> None:
    """Read files without a library; one bad file never stops the rest."""
    from kdcurator.bootstrap import build_confined_intake
    from kdcurator.services.arrivals import Arrival, Codebook, Turned

    session = session_of(context)
    found: list[Document] = []
    refused = 0
    with build_confined_intake() as intake:
        for name, item in ((word, it) for word in files for it in intake.read_all(named(word))):
            path = name if item.path == named(name) else str(item.path)
            if isinstance(item, Codebook):
                item = Turned(item.path, NoText())  # noqa: PLW2901 - it holds codes, no text
            if isinstance(item, Turned):
                refused += 1
                sentence = session.sentence(item.error)
                tell(f"{path}: {sentence}")
                found.append({"path": path, **documents.error(item.error, sentence)})
            elif isinstance(item, Arrival):
                found.append({"path": path, **documents.reading(item.reading, item.file.text)})
    _print_suggestions(found, as_json=as_json)
    if refused:
        raise typer.Exit(1)


def _read_article(item: "ReadArticle", *, accepted: bool) -> Document:
    shown = documents.reading(item.reading, item.article.text)
    saved: Document = {"saved": list(item.saved)} if accepted else {}
    return {"article_id": item.article.article_id, **shown, **saved}


def _print_suggestions(found: list[Document], *, as_json: bool) -> None:
    if as_json:
        print_json({"articles": found})
        return
    for document in found:
        say(f"== {document.get('path') or document.get('article_id')}")
        quotes = document.get("quotes", [])
        for quote in quotes if isinstance(quotes, list) else []:
            say(f"{quote['speaker'] or '?'}  ({quote['confidence']:.2f}; {quote['reason']})")
            say(f"    {quote['text']}\n")

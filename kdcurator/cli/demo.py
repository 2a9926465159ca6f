"""The command `demo`: the whole main job once, on the sample articles, in a library of its own.

Owns the folder it fills, which it replaces only when it made it. Must not know how any step works.
"""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from kdcurator.bootstrap import Curator
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, say
from kdcurator.cli.session import Session, place, session_of
from kdcurator.domain.errors import CannotWrite, DemoFolderTaken
from kdcurator.domain.exporting import Grouping
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.searching import HitKind
from kdcurator.settings import seeds

_MARK = ".kdcurator-demo"
_QUERY = "digitalisering"


@dataclass(frozen=True, slots=True)
class Result:
    """What the demo left behind."""

    articles: int
    quotes: int
    hits: int
    files: tuple[Path, ...]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    context: typer.Context,
    output: Annotated[str, typer.Option("--output", help="Where to work.")] = "demo-output",
    no_window: Annotated[  # noqa: ARG001 - taken now, heeded once there is a window
        bool, typer.Option("--no-window", help="Open no window at the end.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show the main job on the sample articles: import, suggest, save, tag, search, export."""
    folder = place(output).resolve()
    _clear(folder)
    result = _run(session_of(context), folder)
    if as_json:
        names = [str(path) for path in result.files]
        print_json({"articles": result.articles, "quotes": result.quotes, "files": names})
        return
    say(f"{result.articles} sample articles imported, {result.quotes} quotes saved and tagged.")
    say(f"Searching for “{_QUERY}” finds {result.hits} articles and quotes.")
    for path in result.files:
        say(f"Written: {path}")
    say("This version has no window yet, so there are no pictures of one either.")


def _clear(folder: Path) -> None:
    """Make the folder empty; one that the demo did not make is left alone."""
    try:
        if folder.exists() and any(folder.iterdir()):
            if not (folder / _MARK).exists():
                raise DemoFolderTaken(path=folder)
            shutil.rmtree(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MARK).touch()
    except OSError as error:
        raise CannotWrite(path=folder, reason=error.strerror) from error


def _run(session: Session, folder: Path) -> Result:
    settings = replace(
        session.settings,
        library=folder / "library",
        cache=folder / "cache",
        backups=folder / "backups",
        language="da",
    )
    with Session(settings).curator("kdcurator demo") as curator:
        curator.articles.import_files(sorted(seeds().glob("*.txt")))
        _tag_by_words(curator)
        hits = curator.searching.search(_QUERY, list(HitKind)).total
        files = (folder / "quotes.docx", folder / "quotes.csv")
        for file in files:
            curator.exporting.export(file, QuoteFilter(), grouping=Grouping.TAG)
        articles = curator.articles.list_articles()
    return Result(len(articles), sum(item.quotes for item in articles), hits, files)


def _tag_by_words(curator: Curator) -> None:
    """Save every suggestion; an article's quotes get the tag whose name its text has, if any."""
    names = [tag.name for tag in curator.tags.list_tags()]
    for found in curator.suggestions.suggest(None):
        text = found.article.text.casefold()
        fitting = [name for name in names if name.casefold() in text]
        curator.suggestions.accept([found.article.article_id], tags=fitting[:1] or names[1:2])

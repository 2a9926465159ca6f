"""The command `demo`: the whole main job once, on the sample articles, in a library of its own.

Owns the folder it fills, which it replaces only when it made it. Must not know how any step works.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

import kdcurator
from kdcurator.bootstrap import Curator
from kdcurator.cli.options import AsJson
from kdcurator.cli.output import print_json, say, tell
from kdcurator.cli.session import Session, place, session_of
from kdcurator.cli.window import has_screen, show_window
from kdcurator.domain.errors import CannotWrite, DemoFolderTaken
from kdcurator.domain.exporting import Grouping
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.searching import HitKind
from kdcurator.settings import Settings, seeds

_MARK = ".kdcurator-demo"
_QUERY = "digitalisering"
_STORY = "Digital ledelse"


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
    no_window: Annotated[
        bool, typer.Option("--no-window", help="Open no window at the end.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show the main job on the sample articles: import, suggest, save, tag, search, export."""
    folder = place(output).resolve()
    _clear(folder)
    settings = _settings(session_of(context), folder)
    result = _run(settings, folder)
    _picture(settings, folder)
    _show(result, as_json=as_json)
    if no_window:
        return
    if has_screen():
        raise typer.Exit(show_window(settings))
    tell("There is no screen, so no window is opened.")


def _show(result: Result, *, as_json: bool) -> None:
    if as_json:
        names = [str(path) for path in result.files]
        print_json({"articles": result.articles, "quotes": result.quotes, "files": names})
        return
    say(f"{result.articles} sample articles imported, {result.quotes} quotes saved and tagged.")
    say(f"Searching for “{_QUERY}” finds {result.hits} articles and quotes.")
    for path in result.files:
        say(f"Written: {path}")


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


def _settings(session: Session, folder: Path) -> Settings:
    """Return settings by which nothing of the user's is read or written."""
    return replace(
        session.settings,
        library=folder / "library",
        cache=folder / "cache",
        backups=folder / "backups",
        config=folder / "config",
        language="da",
    )


def _picture(settings: Settings, folder: Path) -> None:
    """Save pictures of the real window, drawn without a screen in a process of their own."""
    command = [sys.executable, "-m", "kdcurator.gui.pictures", os.fspath(folder)]
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false",  # it says that it cannot raise windows
        "KDCURATOR_LANG": settings.language,
    }
    subprocess.run(  # noqa: S603 - this program itself
        [*command, "--library", os.fspath(settings.library)],
        check=True,
        cwd=Path(kdcurator.__file__).parent.parent,
        env={**os.environ, **environment},
    )


def _run(settings: Settings, folder: Path) -> Result:
    with Session(settings).curator("kdcurator demo") as curator:
        curator.articles.import_files(sorted(seeds().glob("*.txt")))
        curator.stories.add_story(_STORY)
        _tag_by_words(curator)
        hits = curator.searching.search(_QUERY, list(HitKind)).total
        files = (folder / "quotes.docx", folder / "quotes.csv")
        for file in files:
            curator.exporting.export(file, QuoteFilter(), grouping=Grouping.TAG)
        articles = curator.articles.list_articles()
    pictures = tuple(folder / f"window-{theme}.png" for theme in ("light", "dark"))
    return Result(len(articles), sum(item.quotes for item in articles), hits, files + pictures)


def _tag_by_words(curator: Curator) -> None:
    """Save every suggestion; an article's quotes get the tag whose name its text has, if any."""
    names = [tag.name for tag in curator.tags.list_tags()]
    for found in curator.suggestions.suggest(None):
        text = found.article.text.casefold()
        fitting = [name for name in names if name.casefold() in text]
        curator.suggestions.accept([found.article.article_id], tags=fitting[:1] or names[1:2])

"""Pictures of the real window: each state, both themes, both languages, and letters of 200 %.

Owns the states and how the window is brought into each, by the actions that keys call. Run as
`python -m kdcurator.gui.pictures FOLDER` on the sample articles, or with `--library DIR` for the
two pictures of a library as it opens. Must not know how anything is drawn.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.target import Kept, Suggested
from kdcurator.gui.app import open_window
from kdcurator.gui.main_window import MainWindow
from kdcurator.gui.theme import apply_theme, theme_named
from kdcurator.settings import from_environment, seeds

SIZE: Final = (1440, 900)
THEMES: Final = ("light", "dark")
LANGUAGES: Final = ("da", "en")

_PATIENCE: Final = 20.0
"""Seconds that a window may take to come to rest."""

Show = Callable[[MainWindow], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of the window and what brings it there."""

    name: str
    show: Show
    is_empty: bool = False
    """Whether it is shown on a library without articles."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the window is shown."""

    language: str
    theme: str
    scale: float = 1.0
    """2.0 shows all text at 200 %."""

    @property
    def name(self) -> str:
        """The end of a picture's name."""
        size = "" if self.scale == 1 else f"-{round(self.scale * 100)}"
        return f"{self.theme}-{self.language}{size}"


def scenes() -> tuple[Scene, ...]:
    """Return every state that is pictured."""
    return (
        Scene("empty", _nothing, is_empty=True),
        Scene("window", _calls("next_suggestion", "next_suggestion")),
        Scene("window-top", _nothing),
        Scene("tagged", _tag_one),
        Scene("selection", _calls("sentence", "extend")),
        Scene("tag-picker", _calls("pick_tag")),
        Scene("palette", _types("palette", "tag")),
        Scene("keys", _calls("keys")),
        Scene("stories", _calls("story")),
        Scene("search", _types("search", "borger")),
        Scene("find", _types("find", "kommune")),
        Scene("note", _calls("note")),
        Scene("speaker", _calls("speaker")),
        Scene("details", _calls("details")),
        Scene("export", _calls("export")),
        Scene("new-note", _calls("new_note")),
        Scene("no-suggestions", _open_article_without_suggestions),
        Scene("all-done", _dismiss_all),
    )


def take_scenes(folder: Path, stage: Path, only: str = "") -> list[Path]:
    """Picture every state in both themes and languages, at 100 % and 200 %.

    Libraries are made in `stage`, which is the caller's to remove.
    """
    _prepare(stage / "full")
    wanted = [scene for scene in scenes() if scene.name.startswith(only)]
    return [
        _take(scene, Setting(language, theme, scale), stage, folder)
        for language in LANGUAGES
        for theme in THEMES
        for scale in (1.0, 2.0)
        for scene in wanted
    ]


def take_window(library: Path, folder: Path) -> list[Path]:
    """Picture a library's window in both themes as it opens, in the language of the environment."""
    language = from_environment(bootstrap.platform_folders()).language
    taken = []
    for theme in THEMES:
        window = _open(library, Setting(language, theme))
        _rest_on_a_quote(window)
        taken.append(_save(window, folder / f"window-{theme}.png"))
    return taken


def _take(scene: Scene, setting: Setting, stage: Path, folder: Path) -> Path:
    library = Path(tempfile.mkdtemp(dir=stage)) / "library"
    if not scene.is_empty:
        shutil.copytree(stage / "full", library)
    window = _open(library, setting)
    scene.show(window)
    return _save(window, folder / f"{scene.name}-{setting.name}.png")


def _open(library: Path, setting: Setting) -> MainWindow:
    window = open_window(library, language=setting.language, theme=setting.theme)
    window.resize(*SIZE)
    if setting.scale != 1:
        _enlarge(window, setting)
    settle(window)
    return window


def _enlarge(window: MainWindow, setting: Setting) -> None:
    """Show all text larger, as a system with large letters has it."""
    colours = theme_named(setting.theme)
    apply_theme(_application(), colours, scale=setting.scale)
    for part in window.findChildren(QWidget):
        take = getattr(part, "set_theme", None)
        if take is not None:
            take(colours)


def settle(window: MainWindow) -> None:
    """Let the window paint and come to rest."""
    until = time.monotonic() + _PATIENCE
    QTest.qWait(60)
    while not window.is_idle() and time.monotonic() < until:
        QTest.qWait(20)


def _save(window: MainWindow, path: Path) -> Path:
    """Save the picture and close the window."""
    settle(window)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(path)):
        raise OSError(f"the picture could not be written: {path}")
    window.close()
    window.deleteLater()
    QTest.qWait(1)
    return path


# Ways into a state


def _nothing(_window: MainWindow) -> None:
    """Show the window as it opens."""


def _calls(*actions: str) -> Show:
    def show(window: MainWindow) -> None:
        for action in actions:
            window.call_by_id(action)
            settle(window)

    return show


def _types(action: str, words: str) -> Show:
    def show(window: MainWindow) -> None:
        window.call_by_id(action)
        settle(window)
        field = QApplication.focusWidget()
        if field is not None:
            QTest.keyClicks(field, words)

    return show


def _tag_one(window: MainWindow) -> None:
    window.call_by_id("tag_3")


def _open_article_without_suggestions(window: MainWindow) -> None:
    for article in window.desk.curator.articles.list_articles():
        if not article.suggestions and not article.quotes:
            window.desk.open(article.id)


def _dismiss_all(window: MainWindow) -> None:
    article = window.desk.current()
    for left in reversed(range(len(article.suggestions) if article else 0)):
        _calls("dismiss", *(["next_suggestion"] if left else []))(window)


def _rest_on_a_quote(window: MainWindow) -> None:
    """Take a saved quote of the text in hand, past the one in the title."""
    article = window.desk.current()
    if article is not None and len(article.quotes) > 1:
        window.desk.panes.reader.set_place(article.quotes[1].segments[0].span.start + 1)


# What is pictured


def _prepare(folder: Path) -> None:
    """Fill a library as somebody has it who works on a story: one article done, one begun."""
    settings = replace(from_environment(bootstrap.platform_folders()), library=folder)
    with bootstrap.build(settings) as curator:
        curator.articles.import_files(sorted(seeds().glob("*.txt")))
        curator.stories.add_story("Digital ledelse", date(2026, 12, 4))
        done, begun, *_ = curator.articles.list_articles()
        _tag_some(curator, done.id, share=1.0)
        _tag_some(curator, begun.id, share=0.5)
        curator.reading.mark_read(done.id)


def _tag_some(curator: Curator, article_id: ArticleId, share: float) -> None:
    """Save the first part of an article's suggestions, every third with a second tag."""
    tags = curator.tags.list_tags()
    found = curator.reading.open_article(article_id).suggestions
    for number, suggestion in enumerate(found[: round(len(found) * share)]):
        tag = tags[number % len(tags)]
        (quote_id,) = curator.taking.toggle_tag([Suggested(suggestion.id)], tag.id).ids
        if number % 3 == 0:
            second = tags[(number + 4) % len(tags)]
            curator.taking.toggle_tag([Kept(quote_id)], second.id)


def _application() -> QApplication:
    """Return the application that stands, or make it."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


def _stay_away_from_the_users(stage: Path) -> None:
    """Have index, backups and preferences of what is pictured lie where they are thrown away."""
    for name in ("CACHE", "BACKUPS", "CONFIG"):
        os.environ[f"KDCURATOR_{name}"] = str(stage / name.casefold())


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(prog="pictures", description="Take pictures of the window.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--library", type=Path, help="picture the window of this library alone")
    parser.add_argument("--only", default="", help="only states whose name begins so")
    chosen = parser.parse_args(arguments)
    _application()
    with tempfile.TemporaryDirectory(prefix="kdcurator-pictures-") as name:
        _stay_away_from_the_users(Path(name))
        if chosen.library is not None:
            take_window(chosen.library, chosen.folder)
        else:
            take_scenes(chosen.folder, Path(name), chosen.only)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

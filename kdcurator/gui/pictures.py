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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdcurator import bootstrap
from kdcurator.domain.errors import LibraryDamaged
from kdcurator.gui.app import open_window
from kdcurator.gui.dialogs.common_details import CommonDetails
from kdcurator.gui.main_window import MainWindow
from kdcurator.gui.pictured import (
    forget_backups,
    prepare,
    prepare_awkward,
    prepare_newer,
    prepare_similar,
    work_for_days,
    write_a_bundle,
    write_a_mail,
    write_a_note,
)
from kdcurator.settings import from_environment

SIZE: Final = (1440, 900)
THEMES: Final = ("light", "dark")
LANGUAGES: Final = ("da", "en")

_PATIENCE: Final = 20.0
"""Seconds that a window may take to come to rest."""

_TURNS: Final = 4
"""Turns of the event loop after which what came last is laid out."""

_UNREADABLE: Final = {
    "tom.txt": b"",
    "billede-fra-byrådsmødet-den-24-oktober-2018.txt": bytes(range(256)) * 40,
    "referat.docx": b"no document at all",
    "regneark.xyz": b"a format that nobody reads",
}

_LIBRARIES: Final[Mapping[str, Callable[[Path], None]]] = {
    "full": prepare,
    "awkward": prepare_awkward,
    "came-again": prepare_newer,
    "similar": prepare_similar,
    "empty": Path.mkdir,
}

Show = Callable[[MainWindow], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of the window and what brings it there."""

    name: str
    show: Show
    library: str = "full"
    """Which of `_LIBRARIES` it is shown on."""
    size: tuple[int, int] = SIZE
    is_held: bool = False
    """Whether another process writes to the library."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the window is shown."""

    language: str
    theme: str
    scale: float = 1.0
    """2.0 shows all text at 200 %."""
    size: tuple[int, int] = SIZE

    @property
    def name(self) -> str:
        """The end of a picture's name."""
        size = "" if self.scale == 1 else f"-{round(self.scale * 100)}"
        return f"{self.theme}-{self.language}{size}"


def scenes() -> tuple[Scene, ...]:
    """Return every state that is pictured."""
    return (
        Scene("empty", _nothing, library="empty"),
        Scene("window", _calls("next_suggestion", "next_suggestion")),
        Scene("window-top", _show_the_top),
        Scene("tagged", _tag_one),
        Scene("selection", _calls("sentence", "extend")),
        Scene("tag-picker", _calls("pick_tag")),
        Scene("palette", _types("palette", "tag")),
        Scene("tag-key", _types("key_tag", "l")),
        Scene("people-merge", _types("merge_people", "")),
        Scene("people-part", _part_a_name_form),
        Scene("chosen", _choose_two_articles),
        Scene("keys", _calls("keys")),
        Scene("help", _calls("help_quotes")),
        Scene("help-searching", _calls("help_searching")),
        Scene("help-importing", _calls("help_importing")),
        Scene("help-keeping", _calls("help_keeping")),
        Scene("help-end", _calls_and_presses("help_quotes", Qt.Key.Key_End)),
        Scene("why", _calls("next_suggestion", "why")),
        Scene("weak", _show_a_weak_one, library="awkward"),
        Scene("split", _split_one),
        Scene("stories", _calls("story")),
        Scene("search", _types("search", "borger")),
        Scene("search-meant", _types("search", "borgrene")),
        Scene("search-misread", _types("search", 'borger "kommune')),
        Scene("search-used", _search_for_what_is_used),
        Scene("search-opened", _open_what_was_found),
        Scene("search-narrowed", _narrow_down),
        Scene("search-word", _choose_a_word),
        Scene("search-small", _types("search", "borger"), size=(800, 600)),
        Scene("find", _types("find", "kommune")),
        Scene("note", _calls("note")),
        Scene("speaker", _calls("speaker")),
        Scene("details", _calls("details")),
        Scene("common-details", _correct_several),
        Scene("common-details-small", _correct_several, size=(800, 600)),
        Scene("correcting", _show_a_correction),
        Scene("similar", _compare_similar_articles, library="similar"),
        Scene("similar-small", _compare_similar_articles, library="similar", size=(800, 600)),
        Scene("similar-stays", _refuse_to_delete, library="similar"),
        Scene("export", _calls("export")),
        Scene("new-version", _decide(), library="came-again"),
        Scene("new-version-unsure", _decide("Down"), library="came-again"),
        Scene("new-version-gone", _decide("Down", "Down"), library="came-again"),
        Scene("new-version-empty", _calls("decide_all")),
        Scene("new-version-small", _decide(), library="came-again", size=(800, 600)),
        Scene("new-version-text", _show_what_came_again, library="came-again"),
        Scene("new-version-choose", _decide("S"), library="came-again"),
        Scene("bring-back", _choose_a_backup),
        Scene("bring-back-small", _choose_a_backup, size=(800, 600)),
        Scene("rescue", _offer_a_backup),
        Scene("rescue-none", _offer_nothing, size=(800, 600)),
        Scene("new-note", _calls("new_note")),
        Scene("page-address", _calls("import_address")),
        Scene("edit-text", _edit_a_note),
        Scene("edit-text-small", _edit_a_note, size=(800, 600)),
        Scene("edit-text-draft", _go_on_with_a_draft),
        Scene("watched-folder", _ask_for_a_folder),
        Scene("versions", _show_versions),
        Scene("versions-small", _show_versions, size=(800, 600)),
        Scene("text-edited", _save_an_edit),
        Scene("no-suggestions", _open_article_without_suggestions),
        Scene("all-done", _dismiss_all),
        Scene("alike", _types("search", "like:2")),
        Scene("no-hits", _types("search", "zebra")),
        Scene("refused", _import_what_cannot_be_read),
        Scene("attachments", _imports(write_a_mail)),
        Scene("bundle", _imports(write_a_bundle)),
        Scene("importing", _show_an_import),
        Scene("read-only", _nothing, is_held=True),
        Scene("awkward", _nothing, library="awkward"),
        Scene("small", _nothing, size=(800, 600)),
        Scene("wide", _nothing, size=(2560, 1080)),
    )


def take_scenes(folder: Path, stage: Path, only: str = "") -> list[Path]:
    """Picture every state in both themes and languages, at 100 % and 200 %.

    Libraries are made in `stage`, which is the caller's to remove.
    """
    wanted = [scene for scene in scenes() if scene.name.startswith(only)]
    prepare_libraries(stage, wanted)
    return [
        _take(scene, Setting(language, theme, scale, scene.size), stage, folder)
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
        settle(window)
        taken.append(_save(window, folder / f"window-{theme}.png"))
        _close(window)
    return taken


def prepare_libraries(stage: Path, wanted: Iterable[Scene]) -> None:
    """Make the libraries that scenes are shown on."""
    for name in {scene.library for scene in wanted}:
        _LIBRARIES[name](stage / name)


@contextmanager
def shown(scene: Scene, setting: Setting, stage: Path) -> Iterator[MainWindow]:
    """Show a scene on a copy of its library, which `prepare_libraries` has made."""
    library = Path(tempfile.mkdtemp(dir=stage)) / "library"
    shutil.copytree(stage / scene.library, library)
    with _held(library) if scene.is_held else nullcontext():
        window = _open(library, setting)
        scene.show(window)
        settle(window)
        try:
            yield window
        finally:
            _close(window)


def _take(scene: Scene, setting: Setting, stage: Path, folder: Path) -> Path:
    with shown(scene, setting, stage) as window:
        return _save(window, folder / f"{scene.name}-{setting.name}.png")


@contextmanager
def _held(library: Path) -> Iterator[None]:
    """Write to a library meanwhile, as another window does."""
    settings = replace(from_environment(bootstrap.platform_folders()), library=library)
    with bootstrap.build(settings) as curator:
        curator.library.hold()
        yield


def _open(library: Path, setting: Setting) -> MainWindow:
    window = open_window(
        library, language=setting.language, theme=setting.theme, scale=setting.scale
    )
    window.resize(*setting.size)
    settle(window)
    return window


def settle(window: MainWindow) -> None:
    """Let the window paint and come to rest."""
    until = time.monotonic() + _PATIENCE
    QTest.qWait(60)
    while not window.is_idle() and time.monotonic() < until:
        QTest.qWait(20)
    for _ in range(_TURNS):  # however long one takes: a line that wraps asks for its height twice
        QApplication.processEvents()
    QTest.qWait(20)  # what came last is painted


def _save(window: MainWindow, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(path)):
        raise OSError(f"the picture could not be written: {path}")
    return path


def _close(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QTest.qWait(1)


# Ways into a state


def _nothing(_window: MainWindow) -> None:
    """Show the window as it opens."""


def _calls(*actions: str) -> Show:
    def show(window: MainWindow) -> None:
        for action in actions:
            window.call_by_id(action)
            settle(window)

    return show


def _calls_and_presses(action: str, key: Qt.Key) -> Show:
    def show(window: MainWindow) -> None:
        _calls(action)(window)
        QTest.keyClick(QApplication.focusWidget() or window, key)

    return show


def _types(action: str, words: str) -> Show:
    def show(window: MainWindow) -> None:
        window.call_by_id(action)
        settle(window)
        field = QApplication.focusWidget()
        if field is not None:
            QTest.keyClicks(field, words)

    return show


def _narrow_down(window: MainWindow) -> None:
    """Narrow what was found to the first tag by keys, and leave the keys there."""
    _types("search", "kommune")(window)
    settle(window)
    _calls_and_presses("narrow", Qt.Key.Key_Return)(window)


def _open_what_was_found(window: MainWindow) -> None:
    """Go to the best result: its words are marked, and keys lead through them."""
    _types("search", "borger")(window)
    settle(window)
    QTest.keyClick(window.desk.panes.search.search_field, Qt.Key.Key_Return)


def _search_for_what_is_used(window: MainWindow) -> None:
    """Mark a quote as used and search for what its speaker said."""
    _show_the_top(window)
    settle(window)
    window.call_by_id("used")
    settle(window)
    _types("search", f'tag:"digital ledelse" kilde:"{window.desk.speaker()}"')(window)


def _choose_a_word(window: MainWindow) -> None:
    """Choose the second of the words that are offered."""
    _types("search", "kom")(window)
    settle(window)
    field = window.desk.panes.search.search_field
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)


def _show_the_top(window: MainWindow) -> None:
    """Open the article that is done at its top, with the first saved quote in hand."""
    desk = window.desk
    desk.open(desk.curator.articles.list_articles()[0].id)
    settle(window)
    _rest_on_a_quote(window)


def _show_a_weak_one(window: MainWindow) -> None:
    """Take a weak suggestion in hand: its reason stands below it by itself."""
    article = window.desk.current()
    for found in article.suggestions if article else ():
        if not found.is_strong:
            window.desk.panes.reader.put_in_hand(found.id)


def _split_one(window: MainWindow) -> None:
    """Part the suggestion in hand behind its first sentence."""
    _calls("next_suggestion", "sentence", "split")(window)


def _tag_one(window: MainWindow) -> None:
    window.call_by_id("tag_3")


def _part_a_name_form(window: MainWindow) -> None:
    """Ask which form is to be parted from a speaker who was merged with another."""
    people = window.desk.curator.people
    stays, goes, *_ = (person.name for person in people.list_people())
    window.desk.run(lambda: people.merge([goes], stays))
    _types("part_name", stays)(window)


def _choose_two_articles(window: MainWindow) -> None:
    articles = window.frame.articles
    articles.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(articles, key)


def _correct_several(window: MainWindow) -> None:
    """Choose the first seven articles, write a medium for all, and accept the guesses."""
    articles = window.frame.articles
    articles.setFocus()
    QTest.keyClick(articles, Qt.Key.Key_Home)
    for _step in range(6):
        QTest.keyClick(articles, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    _types("details", "Det Digitale Rådhus")(window)


def _show_a_correction(window: MainWindow) -> None:
    """Stand in the middle of correcting a thousand articles."""
    _correct_several(window)
    form = window.findChild(CommonDetails)
    if form is not None:
        form.leave()
        form.show_work(312, 1000)


def _compare_similar_articles(window: MainWindow) -> None:
    _calls("similar")(window)
    settle(window)


def _refuse_to_delete(window: MainWindow) -> None:
    """Try to delete the article that has a quote of its own."""
    _compare_similar_articles(window)
    focus = QApplication.focusWidget()
    if focus is not None:
        QTest.keyClick(focus, Qt.Key.Key_1)


def _open_article_without_suggestions(window: MainWindow) -> None:
    for article in window.desk.curator.articles.list_articles():
        if not article.suggestions and not article.quotes:
            window.desk.open(article.id)


def _decide(*keys: str) -> Show:
    def show(window: MainWindow) -> None:
        """Look at the quotes of an article that came again."""
        window.call_by_id("decide_all")
        for name in keys:
            settle(window)
            key = QKeySequence(name)[0].key()  # type: ignore[index]  # the stubs lack it
            QTest.keyClick(QApplication.focusWidget() or window, key)

    return show


def _show_what_came_again(window: MainWindow) -> None:
    """Open the article that came again, with a quote in hand that moved."""
    desk = window.desk
    (first, *_) = desk.curator.deciding.list_unsettled()
    desk.open(first.article_id)
    settle(window)
    desk.panes.reader.put_quote_in_hand(first.id)


def _choose_a_backup(window: MainWindow) -> None:
    """Look at what would be another if yesterday's backup came back."""
    work_for_days(window.desk.curator)
    _calls("bring_back")(window)
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Down)


def _offer_a_backup(window: MainWindow) -> None:
    """Meet damage with a backup of an hour ago at hand."""
    work_for_days(window.desk.curator)
    _meet_damage(window)


def _offer_nothing(window: MainWindow) -> None:
    """Meet damage without a backup."""
    forget_backups(window.desk.curator)
    _meet_damage(window)


def _meet_damage(window: MainWindow) -> None:
    database = window.desk.curator.library.database
    reason = "database disk image is malformed"
    window.desk.bus.damaged.emit(LibraryDamaged(path=database, reason=reason))


def _dismiss_all(window: MainWindow) -> None:
    article = window.desk.current()
    for left in reversed(range(len(article.suggestions) if article else 0)):
        _calls("dismiss", *(["next_suggestion"] if left else []))(window)


def _import_what_cannot_be_read(window: MainWindow) -> None:
    folder = Path(tempfile.mkdtemp(dir=window.desk.curator.library.folder.parent))
    for name, content in _UNREADABLE.items():
        (folder / name).write_bytes(content)
    window.workings.texts.import_paths([folder])
    settle(window)


def _open_a_note(window: MainWindow) -> None:
    """Open a text that was written here, with a quote saved."""
    desk = window.desk
    article = write_a_note(desk.curator)
    desk.show_library()
    desk.open(article)
    _calls("tag_1", "next_suggestion", "tag_3")(window)


def _edit_a_note(window: MainWindow) -> None:
    _open_a_note(window)
    _calls("edit_text")(window)


def _go_on_with_a_draft(window: MainWindow) -> None:
    """Write on a text, leave it, and come back."""
    _edit_a_note(window)
    QTest.keyClicks(QApplication.focusWidget() or window, "Ring igen fredag. ")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    _calls("edit_text")(window)


def _save_an_edit(window: MainWindow) -> None:
    """Take a word out of a quote, so that it is to be checked."""
    _edit_a_note(window)
    for _ in range(len("Vi ")):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Delete)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return, control)


def _imports(write: Callable[[Path], Path]) -> Show:
    """Import a file that something is to be asked about."""

    def show(window: MainWindow) -> None:
        folder = Path(tempfile.mkdtemp(dir=window.desk.curator.library.folder.parent))
        window.workings.texts.import_paths([write(folder)])
        settle(window)

    return show


def _show_versions(window: MainWindow) -> None:
    """Look at what a text was before it was written on."""
    _save_an_edit(window)
    settle(window)
    _calls("text_versions")(window)


def _ask_for_a_folder(window: MainWindow) -> None:
    """Ask which folder is watched, with one chosen."""
    window.desk.prefer(watched_folder="/Volumes/Redaktionen/Broen i Lyngsø")
    _calls("watch_folder")(window)


def _show_an_import(window: MainWindow) -> None:
    window.frame.foot.show_progress(312, 1000, "interview-med-borgmesteren.docx")


def _rest_on_a_quote(window: MainWindow) -> None:
    """Take a saved quote of the text in hand, past the one in the title."""
    article = window.desk.current()
    if article is not None and len(article.quotes) > 1:
        window.desk.panes.reader.set_place(article.quotes[1].segments[0].span.start + 1)


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

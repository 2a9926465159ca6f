"""The window as a whole: how it opens, what it remembers, what it says when it may not write."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QLockFile
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.domain.target import Suggested
from kdcurator.gui import first_start
from kdcurator.gui.app import fault_hook, language_for
from kdcurator.gui.first_start import FirstStart
from kdcurator.preferences import Preferences, save_preferences
from kdcurator.settings import from_environment
from tests.gui.conftest import Hands

Opener = Callable[..., Hands]

NAMED = [
    *("articleList", "reader", "tagPanel", "quoteList", "searchField", "statusLine", "palette"),
    *("paletteField", "tagPicker", "tagPickerField", "findField", "noteField", "speakerField"),
    "keysOverlay",
]


@pytest.mark.parametrize("name", NAMED)
def test_parts_of_the_contract_have_accessible_names(hands: Hands, name: str) -> None:
    hands.press("Ctrl+K", "Esc", "T", "Esc")
    assert hands.part(name).accessibleName()


def test_opens_where_it_was_left(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.press("J", "End")
    caret = hands.window.desk.here()
    hands.window.close()
    assert open_on(library).window.desk.here() == caret


def test_another_library_opens_at_its_first_suggestion(
    open_on: Opener, library: Path, tmp_path: Path
) -> None:
    open_on(library).window.close()
    (tmp_path / "c.txt").write_text("Kort\n\n- Det er fint, siger Ib Juhl.\n", encoding="utf-8")
    settings = replace(from_environment(bootstrap.platform_folders()), library=tmp_path / "another")
    with bootstrap.build(settings) as curator:
        curator.articles.import_files([tmp_path / "c.txt"])
    assert isinstance(open_on(settings.library).window.desk.target(), Suggested)


def test_empty_library_welcomes_and_opens_the_samples(open_on: Opener, tmp_path: Path) -> None:
    hands = open_on(tmp_path / "empty")
    welcome = hands.part("welcome")
    assert welcome.isVisible()
    hands.press("Return")
    assert not welcome.isVisible()
    assert hands.opened
    hands.press("Ctrl+Z")
    assert welcome.isVisible()


def test_library_held_by_another_is_read_only_until_it_is_free(
    open_on: Opener, library: Path
) -> None:
    settings = replace(from_environment(bootstrap.platform_folders()), library=library)
    with bootstrap.build(settings) as holder:
        holder.library.hold()
        hands = open_on(library)
        assert "Read only" in hands.message
        hands.press("1")
        assert hands.opened.quotes == ()
    hands.window.desk.look_again()
    hands.press("N", "1")
    assert len(hands.opened.quotes) == 1


def test_second_start_raises_the_first(qtbot: QtBot) -> None:
    first = FirstStart("kdcurator-test")
    raised: list[bool] = []
    first.raised.connect(lambda: raised.append(True))
    assert first.is_first
    assert not FirstStart("kdcurator-test").is_first
    qtbot.waitUntil(lambda: bool(raised), timeout=2_000)


def test_starts_knock_one_after_the_other(tmp_path: Path) -> None:
    name = f"kdcurator-{tmp_path.name}"
    other = QLockFile(QDir(QDir.tempPath()).filePath(f"{name}.lock"))
    with first_start._one_at_a_time(name):
        assert not other.tryLock(0)
    assert FirstStart(name).is_first
    assert other.tryLock(0)
    other.unlock()


def test_theme_and_language_are_those_asked_for(open_on: Opener, library: Path) -> None:
    hands = open_on(library, language="da", theme="dark")
    assert hands.window.theme_name() == "dark"
    assert hands.window.palette().window().color().lightness() < 60


def test_tab_is_trapped_nowhere(hands: Hands) -> None:
    seen = set()
    for _ in range(40):
        hands.press("Tab")
        seen.add(hands.focus)
    assert {"reader", "articleList", "searchField", "tagList", "quoteList"} <= seen


def test_narrow_window_shows_one_pane_at_a_time(hands: Hands) -> None:
    hands.window.resize(640, 700)
    hands.wait()
    visible = [
        name for name in ("articleList", "reader", "tagPanel") if hands.part(name).isVisible()
    ]
    assert visible == ["reader"]
    hands.press("F6")
    assert hands.part("tagPanel").isVisible()
    assert not hands.part("reader").isVisible()


@pytest.mark.parametrize("zoom", [10**9, -(10**9), 3])
def test_remembered_size_of_letters_is_kept_within_what_can_be_read(
    open_on: Opener, library: Path, zoom: int
) -> None:
    settings = from_environment(bootstrap.platform_folders())
    save_preferences(settings.config, Preferences(zoom=zoom))
    assert 0.6 <= open_on(library).window.frame.reader.zoom() <= 3.0


@pytest.mark.parametrize(
    ("asked", "chosen", "spoken"),
    [("da", "en", "da"), ("en", "da", "en"), ("", "en", "en"), ("", None, "da")],
)
def test_environment_decides_the_language_before_the_window_does(
    monkeypatch: pytest.MonkeyPatch, asked: str, chosen: str | None, spoken: str
) -> None:
    monkeypatch.setenv("KDCURATOR_LANG", asked)
    settings = from_environment(bootstrap.platform_folders())
    assert language_for(settings, chosen) == spoken


def test_fault_is_logged_and_told_without_a_word_of_the_article(
    hands: Hands, tmp_path: Path
) -> None:
    fault = ValueError("Vi køber ikke noget, som borgerne ikke kan bruge")
    fault_hook(tmp_path / "logs")(ValueError, fault, None)
    (log,) = (tmp_path / "logs").iterdir()
    assert str(log) in hands.message
    assert "what is saved is safe" in hands.message
    assert "borgerne" not in log.read_text(encoding="utf-8") + hands.message
    hands.press("1")
    assert len(hands.opened.quotes) == 1

"""Pictures of the window: every state is reached, and each picture shows something."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kdcurator.gui.pictured import prepare
from kdcurator.gui.pictures import LANGUAGES, SIZE, THEMES, scenes, take_scenes, take_window

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have an application stand."""


def test_a_library_is_pictured_in_both_themes(tmp_path: Path) -> None:
    prepare(tmp_path / "library")
    taken = take_window(tmp_path / "library", tmp_path / "out")
    assert [path.name for path in taken] == ["window-light.png", "window-dark.png"]
    light, dark = (QImage(str(path)) for path in taken)
    assert (light.width(), light.height()) == SIZE
    assert light.pixelColor(5, 500).lightness() > 200
    assert dark.pixelColor(5, 500).lightness() < 60


def test_a_scene_is_pictured_in_every_setting(tmp_path: Path) -> None:
    taken = take_scenes(tmp_path / "out", tmp_path, "empty")
    assert {path.name for path in taken} == {
        f"empty-{theme}-{language}{size}.png"
        for theme in THEMES
        for language in LANGUAGES
        for size in ("", "-200")
    }
    assert all(path.stat().st_size > 5_000 for path in taken)


def test_every_scene_has_a_name_of_its_own() -> None:
    names = [scene.name for scene in scenes()]
    assert len(set(names)) == len(names) >= 15

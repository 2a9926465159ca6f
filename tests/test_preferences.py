"""What is remembered from one start to the next, and that no file can keep the window shut."""

import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.copying import QuoteForm
from kdcurator.domain.errors import CannotWrite
from kdcurator.preferences import Preferences, load_preferences, save_preferences

CHOSEN = Preferences(
    go_on_after_tagging=True,
    quote_form=QuoteForm.GUILLEMETS,
    last_library="/hjem/Ærø \udcf8",  # a path whose bytes are no text
    last_article=12,
    last_place=4711,
    geometry="AdnQyw==",
    theme="dark",
    language="en",
    zoom=-2,
)


def _file(folder: Path) -> Path:
    return folder / "preferences.json"


def test_nothing_remembered_is_the_defaults(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "nowhere") == Preferences()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_preferences(tmp_path / "new" / "folder", CHOSEN)
    assert load_preferences(tmp_path / "new" / "folder") == CHOSEN


def test_saving_leaves_one_file_for_the_user_alone(tmp_path: Path) -> None:
    for zoom in (1, 2):
        save_preferences(tmp_path, replace(CHOSEN, zoom=zoom))
    assert [path.name for path in tmp_path.iterdir()] == ["preferences.json"]
    if os.name != "nt":
        assert _file(tmp_path).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_makes_no_sense_is_kept_aside(damage: bytes, tmp_path: Path) -> None:
    _file(tmp_path).write_bytes(damage)
    assert load_preferences(tmp_path) == Preferences()
    assert (tmp_path / "preferences.unreadable.json").read_bytes() == damage
    assert not _file(tmp_path).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"go_on_after_tagging": "yes"},
        {"quote_form": "shouted"},
        {"quote_form": None},
        {"last_article": "12"},
        {"last_article": True},
        {"last_place": 1.5},
        {"theme": 3},
        {"of_a_later_version": {"a": 1}},
    ],
)
def test_one_wrong_value_costs_no_other(wrong: dict[str, object], tmp_path: Path) -> None:
    _file(tmp_path).write_text(json.dumps({"zoom": 3, "language": "da", **wrong}), "utf-8")
    assert load_preferences(tmp_path) == Preferences(zoom=3, language="da")


@given(st.dictionaries(st.sampled_from(sorted(Preferences.__slots__)), st.none() | st.integers()))
def test_no_values_keep_the_window_shut(values: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _file(Path(folder)).write_text(json.dumps(values), "utf-8")
        assert isinstance(load_preferences(Path(folder)), Preferences)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        save_preferences(tmp_path / "file" / "folder", CHOSEN)


def test_a_folder_in_the_files_place_is_the_defaults(tmp_path: Path) -> None:
    _file(tmp_path).mkdir()
    assert load_preferences(tmp_path) == Preferences()
    with pytest.raises(CannotWrite):
        save_preferences(tmp_path, CHOSEN)
    assert [path.name for path in tmp_path.iterdir()] == ["preferences.json"]

import os
from pathlib import Path

import pytest

from kdcurator.search.folders import index_folder, is_ours, make_private

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps users apart by other means")


def test_copies_of_a_library_have_indexes_of_their_own(tmp_path: Path) -> None:
    one, other = (index_folder(tmp_path, tmp_path / name, "uuid") for name in ("a", "b"))
    assert one != other
    assert one.parent == other.parent == tmp_path / "index"
    assert one.name.startswith("uuid-")
    assert one == index_folder(tmp_path, tmp_path / "x" / ".." / "a", "uuid")


def test_a_path_that_is_no_text_has_a_folder(tmp_path: Path) -> None:
    assert index_folder(tmp_path, tmp_path / os.fsdecode(b"\xff"), "uuid")


def test_a_private_folder_is_ours(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_private(folder)
    assert is_ours(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_others_may_write_to_is_not(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    (tmp_path / "file").touch()
    assert not any(is_ours(tmp_path / name) for name in ("link", "file", "missing"))
    (tmp_path / "folder").chmod(0o770)
    assert not is_ours(tmp_path / "folder")

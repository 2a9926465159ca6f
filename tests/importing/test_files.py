import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kdcurator.domain.errors import FileTooBig, UnreadableFile
from kdcurator.importing.files import FoundFile, RefusedFile, find_files, load

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes nor modes like these")


def found(*paths: Path) -> list[str]:
    return [met.path.name for met in find_files(paths) if isinstance(met, FoundFile)]


def refused(*paths: Path) -> dict[str, str]:
    return {
        met.path.name: str(met.error) for met in find_files(paths) if isinstance(met, RefusedFile)
    }


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8", errors="surrogateescape")


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be somebody whom modes stop, even where root runs the tests."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_named_files_come_as_named_and_folders_by_name_with_numbers_by_value(
    tmp_path: Path,
) -> None:
    write(tmp_path, "z.txt", "m/10.txt", "m/2.txt", "m/B.txt", "m/a.txt", "m/2a/x.txt", "c.txt")
    named = [tmp_path / "z.txt", tmp_path / "m", tmp_path / "c.txt"]
    assert found(*named) == ["z.txt", "2.txt", "x.txt", "10.txt", "a.txt", "B.txt", "c.txt"]


def test_hidden_files_are_passed_over_unless_named(tmp_path: Path) -> None:
    write(tmp_path, ".DS_Store", "Thumbs.db", "~$laas.docx", ".git/config", "._a.txt", "a.txt")
    assert found(tmp_path) == ["a.txt"]
    assert found(tmp_path / "._a.txt", tmp_path / ".git") == ["._a.txt", "config"]


def test_a_file_is_found_under_each_of_its_names(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt")
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "c.txt").symlink_to(tmp_path / "a" / "x.txt")
    (tmp_path / "d.txt").hardlink_to(tmp_path / "a" / "x.txt")
    names = found(tmp_path, tmp_path / "a", tmp_path / "a" / "x.txt")
    assert sorted(names) == ["c.txt", "d.txt", "x.txt", "x.txt"]
    assert refused(tmp_path) == {}


def test_links_in_circles_end_and_links_to_nowhere_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    assert found(tmp_path) == ["x.txt"]
    reasons = refused(tmp_path)
    assert set(reasons) == {"self", "nowhere.txt"}
    assert "circle" in reasons["self"]


@pytest.mark.parametrize("name", ["gone.txt", "gone/x.txt", "a\0b.txt", "\ud800.txt", "x" * 300])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    (met,) = find_files([path])
    assert isinstance(met, RefusedFile)
    assert (met.path, met.error.code) == (path, "unreadable")
    with pytest.raises(UnreadableFile):
        load(path)


@posix
def test_pipes_sockets_and_devices_are_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(tmp_path / "socket"))
        reasons = refused(tmp_path, Path("/dev/zero"))
    assert set(reasons) == {"pipe.txt", "socket", "zero"}
    for path in (tmp_path / "pipe.txt", Path("/dev/zero"), tmp_path):
        with pytest.raises(UnreadableFile):
            load(path)


@posix
def test_a_file_that_becomes_a_pipe_at_the_last_moment_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "file")
    os.mkfifo(tmp_path / "pipe")

    class Swapped(type(Path())):  # type: ignore[misc]  # the concrete class is the platform's
        def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
            return (tmp_path / "file").stat(follow_symlinks=follow_symlinks)

    with pytest.raises(UnreadableFile, match="pipe"):
        load(Swapped(tmp_path / "pipe"))


@posix
def test_unreadable_folders_and_files_are_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "locked/x.txt", "open/y.txt", "open/z.txt")
    (tmp_path / "locked").chmod(0)
    (tmp_path / "open" / "y.txt").chmod(0)
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)  # the folders above are closed to others
    with ordinary_user():
        assert "may not read" in refused(Path())["locked"]
        assert found(Path()) == ["y.txt", "z.txt"]
        with pytest.raises(UnreadableFile, match="may not read"):
            load(Path("open/y.txt"))


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses names that are no UTF-8")
def test_odd_names_are_found_and_read(tmp_path: Path) -> None:
    names = [b"to\nlinjer.txt", b"sm\xf8r.txt", "smør 😀.txt".encode(), b"-rf", b" ", b"a'\"$.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(name)
    met = [each.path for each in find_files([tmp_path])]
    assert sorted(os.fsencode(path.name) for path in met) == sorted(names)
    assert all(load(path) == os.fsencode(path.name) for path in met)


@posix
def test_a_tree_deeper_than_python_recurses_is_walked(tmp_path: Path) -> None:
    folders = [tmp_path]
    for _ in range(sys.getrecursionlimit() + 100):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    file = folders[-1] / "x.txt"
    file.touch()
    try:
        assert found(tmp_path) == ["x.txt"]
    finally:  # pytest would remove it, and cannot
        file.unlink()
        for folder in reversed(folders[1:]):
            folder.rmdir()


def test_a_file_at_the_limit_is_read_and_one_over_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1000)
    assert load(path, largest=lambda _: 1000) == b"x" * 1000
    with pytest.raises(FileTooBig):
        load(path, largest=lambda _: 999)


@pytest.mark.parametrize(
    ("opening", "most"), [(b"Rubrik", 40), (b"%PDF-1.7", 100), (b"PK\x03\x04", 100)]
)
def test_packed_files_may_be_larger_than_texts(tmp_path: Path, opening: bytes, most: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(opening)
    os.truncate(path, most * 1024 * 1024)
    assert len(load(path)) == most * 1024 * 1024
    os.truncate(path, most * 1024 * 1024 + 10)
    with pytest.raises(FileTooBig, match=f"larger than {most} MB"):
        load(path)


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="needs a file of no stated size")
def test_a_file_that_says_it_is_empty_and_goes_on_is_stopped_at_the_limit() -> None:
    assert load(Path("/proc/self/status"))
    with pytest.raises(FileTooBig):
        load(Path("/proc/self/smaps"), largest=lambda _: 10)

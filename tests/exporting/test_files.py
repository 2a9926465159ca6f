"""A file is there whole or not at all."""

import errno
import os
import stat
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from kdcurator.domain.errors import CannotWrite, DiskFull
from kdcurator.exporting.files import forget_unfinished, replace_file


def write_new(stream: BinaryIO) -> None:
    stream.write(b"new")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    replace_file(tmp_path / "out.csv", write_new)
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("failure", "raised"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
        (OSError(errno.EIO, "Input/output error"), CannotWrite),
        (ValueError("a fault"), ValueError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, failure: BaseException, raised: type[BaseException]
) -> None:
    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise failure

    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    with pytest.raises(raised):
        replace_file(target, fail)
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert target.read_bytes() == b"old"


def test_a_new_file_heeds_the_umask_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.touch()
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "new.csv", write_new)
        replace_file(old, write_new)
    finally:
        os.umask(before)
    assert (mode(tmp_path / "new.csv"), mode(old)) == (0o640, 0o640)


def test_a_file_that_everybody_may_read_stays_so(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.touch()
    target.chmod(0o666)
    replace_file(target, write_new)
    assert mode(target) == 0o666


def test_a_link_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = tmp_path / "out.csv"
    link.symlink_to(folder / "real.csv")
    replace_file(link, write_new)
    assert link.is_symlink()
    assert (folder / "real.csv").read_bytes() == b"new"


def folder_in_the_way(target: Path) -> None:
    target.mkdir()


def pipe_in_the_way(target: Path) -> None:
    os.mkfifo(target)


def protected_file_in_the_way(target: Path) -> None:
    target.touch(mode=0o444)


@pytest.mark.parametrize(
    "obstruct", [folder_in_the_way, pipe_in_the_way, protected_file_in_the_way]
)
def test_what_is_no_writable_file_is_left_alone(tmp_path: Path, obstruct: object) -> None:
    target = tmp_path / "out.csv"
    assert callable(obstruct)
    obstruct(target)
    before = target.stat()
    with pytest.raises(CannotWrite, match=r"out\.csv could not be written: .* name"):
        replace_file(target, write_new)
    assert (target.stat().st_ino, [*tmp_path.iterdir()]) == (before.st_ino, [target])


@pytest.mark.parametrize("name", ["missing/out.csv", "file/out.csv"])
def test_a_missing_folder_is_named_as_the_reason(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match="folder it should lie in does not exist"):
        replace_file(tmp_path / name, write_new)


def test_a_name_that_is_too_long_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="name too long"):
        replace_file(tmp_path / ("x" * 300 + ".csv"), write_new)


def test_what_a_killed_process_left_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"

    def be_killed(stream: BinaryIO) -> None:
        write_new(stream)
        (left,) = tmp_path.iterdir()
        for name in (left.name, ".kdcurator-1-of-another.tmp"):
            (tmp_path / f"{name}.copy").write_bytes(left.read_bytes())

    replace_file(target, be_killed)
    for copy in tmp_path.glob("*.copy"):
        copy.rename(copy.with_suffix(""))
    assert len(list(tmp_path.iterdir())) == 3
    forget_unfinished(target, os.getpid())
    kept = {path.name for path in tmp_path.iterdir()}
    assert kept == {"out.csv", ".kdcurator-1-of-another.tmp"}


def test_forgetting_in_a_folder_that_is_gone_is_no_error(tmp_path: Path) -> None:
    forget_unfinished(tmp_path / "gone" / "out.csv", os.getpid())


def test_what_was_left_hours_ago_goes_with_the_next_file(tmp_path: Path) -> None:
    old, new = tmp_path / ".kdcurator-4711-0a.tmp", tmp_path / ".kdcurator-4712-0b.tmp"
    for left in (old, new):
        left.write_bytes(b"half a document")
    then = time.time() - 2 * 60 * 60
    os.utime(old, (then, then))
    replace_file(tmp_path / "quotes.csv", write_new)
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, "quotes.csv"]

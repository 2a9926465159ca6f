"""Whatever happens to the files, an index answers rightly or says that there is none."""

import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search import aside, disk, stamp
from kdcurator.search.index import WhooshIndex
from kdcurator.search.trouble import IndexLost

Make = Callable[..., Searchable]
Row = Callable[[int], Pending]


@pytest.fixture
def written(folder: Path, article: Make, quote: Make, row: Row) -> Path:
    """Write an index of several segments."""
    index = WhooshIndex(folder)
    words = "byen skoven havet borgerne it og ledelse"
    articles = [article(n, f"{words} nummer{n}", "Byen") for n in range(1, 30)]
    index.rebuild([*articles, quote(1, words)], row(1))
    assert index.last_seq == 1
    index.update([quote(n, words, speaker="Ann Bo", tags=("a", "b")) for n in (1, 2)], [], row(2))
    return folder


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def remove(path: Path) -> None:
    path.unlink()


def garble(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [halve, shorten, empty, remove, garble, flip])
@pytest.mark.parametrize("number", range(6))
def test_a_damaged_file_is_noticed(
    written: Path, row: Row, article: Make, harm: Callable[[Path], None], number: int
) -> None:
    names = files(written)
    assert len(names) == 6, "two indexes, one more segment, the stamp"
    harm(names[number])
    index = WhooshIndex(written)
    assert index.last_seq is None
    assert index.search("byen", list(HitKind), [article(1, "byen")], [], 9)[0] == 1
    index.rebuild([article(1, "byen")], row(9))
    assert index.search("byen", list(HitKind), [], [], 9)[0] == 1


@pytest.mark.parametrize("content", [b"null", b"[]", b"{}", b"[" * 9_999, b"\xff", b'{"index": 1}'])
def test_any_stamp_is_read(written: Path, content: bytes) -> None:
    (written / stamp.NAME).write_bytes(content)
    assert WhooshIndex(written).last_seq is None


def test_a_stamp_names_nothing_outside_its_folder(written: Path) -> None:
    known = stamp.read_stamp(written)
    assert known is not None
    stamp.write_stamp(written, stamp.Stamp(known.version, "../elsewhere", 1, "t"))
    assert stamp.read_stamp(written) is None
    files = {"../../file": stamp.Sum(1, "x")}
    stamp.write_stamp(written, stamp.Stamp(known.version, known.generation, 1, "t", files))
    assert stamp.read_stamp(written) is None


def test_an_index_of_another_version_is_made_anew(written: Path) -> None:
    known = stamp.read_stamp(written)
    assert known is not None
    old = stamp.Stamp("0", known.generation, known.seq, known.token, known.files)
    stamp.write_stamp(written, old)
    assert WhooshIndex(written).last_seq is None


def test_litter_of_a_broken_off_write_is_not_read(written: Path, article: Make, row: Row) -> None:
    known = stamp.read_stamp(written)
    assert known is not None
    place = written / known.generation
    (place / "_articles_99.toc").write_bytes(b"half a table of contents")
    (written / "0123456789abcdef").mkdir()
    index = WhooshIndex(written)
    assert index.search("byen", [HitKind.ARTICLE], [], [], 1)[0] == 29
    index.update([article(1, "nyt")], [], row(3))
    assert index.search("nyt", [HitKind.ARTICLE], [], [], 1)[0] == 1
    assert {path.name for path in files(place)} == set(stamp.read_stamp(written).files)  # type: ignore[union-attr]


def test_what_is_damaged_is_kept_aside_the_last_alone(
    written: Path, row: Row, article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seq in (9, 10):
        known = stamp.read_stamp(written)
        assert known is not None
        flip(sorted((written / known.generation).iterdir())[0])
        index = WhooshIndex(written)
        assert index.last_seq is None
        kept = aside.aside(written)
        assert [path.name for path in kept.iterdir() if path.is_dir()] == [known.generation]
        assert stamp.read_stamp(kept) == known
        assert not list(written.iterdir())
        index.rebuild([article(1, "byen")], row(seq))
    monkeypatch.setattr(aside, "_MOST", 0)
    flip(next(path for path in files(written) if path.suffix == ".seg"))
    assert WhooshIndex(written).last_seq is None
    assert not files(kept), "nothing fits"


def test_index_of_another_version_is_not_kept(written: Path) -> None:
    known = stamp.read_stamp(written)
    assert known is not None
    stamp.write_stamp(written, replace(known, version="0"))
    assert WhooshIndex(written).last_seq is None
    assert not aside.aside(written).exists()


_QUERIES = [
    "byen",
    '"it og ledelse"',
    "nummer*",
    "kilde:bo tag:a",
    "dato:2017..",
    "ledlse~",
    "-it by",
]


@pytest.mark.parametrize("seed", range(60))
def test_an_index_too_large_to_sum_never_ends_in_a_traceback(
    written: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp, "SUMMED_WHEN_OPENED", -1)
    chance = random.Random(seed)
    path = chance.choice([path for path in files(written) if path.name != stamp.NAME])
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 3, 30])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    index = WhooshIndex(written)
    try:
        for query in _QUERIES:
            index.search(query, list(HitKind), [], [], 9)
    except IndexLost:
        assert index.last_seq is None
        assert not (written / stamp.NAME).exists()


def test_litter_of_a_broken_off_write_is_in_nobodys_way(
    written: Path, article: Make, row: Row
) -> None:
    found = stamp.read_stamp(written)
    assert found is not None
    place = written / found.generation
    for toc in [path for path in place.glob("_articles_*.toc") if path.name in found.files]:
        number = int(toc.stem.rpartition("_")[2]) + 1
        (place / f"_articles_{number}.toc").write_bytes(b"half a table of contents")
    index = WhooshIndex(written)
    index.update([article(40, "nyt", "Byen")], [], row(3))
    assert (index.last_seq, index.search("nyt", [HitKind.ARTICLE], [], [], 1)[0]) == (3, 1)


def test_whooshs_unnamed_exceptions_are_damage() -> None:
    with pytest.raises(disk.Damaged), disk.reading():
        raise Exception("Block tag error")


def test_faults_that_are_not_damage_are_not_hidden() -> None:
    class Fault(Exception):
        pass

    with pytest.raises(Fault), disk.reading():
        raise Fault


_KILLED = """
import sys
from pathlib import Path
from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search.index import WhooshIndex
index = WhooshIndex(Path(sys.argv[1]))
for seq in range(index.last_seq + 1, 10_000):
    row = Searchable(HitKind.ARTICLE, 1_000 + seq, 1, "", "byen")
    index.update([row], [], Pending(seq, f"token-{seq}", HitKind.ARTICLE, 1))
    print(seq, flush=True)
    index.last_seq
"""


def test_a_killed_writer_leaves_a_whole_index(written: Path) -> None:
    for _ in range(4):
        command = [sys.executable, "-c", _KILLED, str(written)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            said = int(process.stdout.readline())
            process.kill()
        index = WhooshIndex(written)
        assert index.last_seq is not None
        assert index.last_seq >= said
        total, _ = index.search("byen", [HitKind.ARTICLE], [], [], 1)
        assert total == 29 + index.last_seq - 2

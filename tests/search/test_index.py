import multiprocessing
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search.index import WhooshIndex
from kdcurator.search.postings import Segment
from kdcurator.search.trouble import IndexBusy, IndexLost

Make = Callable[..., Searchable]
Row = Callable[[int], Pending]
ARTICLE, QUOTE = HitKind.ARTICLE, HitKind.QUOTE


def ids(index: WhooshIndex, query: str, *pending: Searchable, hidden: object = ()) -> list[int]:
    """Search articles; return their ids in order, and check the count."""
    total, hits = index.search(query, [ARTICLE], pending, hidden, 1_000)  # type: ignore[arg-type]
    assert total == len(hits)
    return sorted(hit.id for hit in hits)


def test_a_folder_without_an_index_has_none(index: WhooshIndex) -> None:
    assert (index.last_seq, index.last_token) == (None, None)


def test_without_an_index_the_pending_rows_are_searched(index: WhooshIndex, article: Make) -> None:
    assert ids(index, "byen", article(1, "byen"), article(2, "landet")) == [1]


def test_a_rebuilt_index_names_its_last_row(folder: Path, article: Make, row: Row) -> None:
    WhooshIndex(folder).rebuild([article(1, "byen")], row(7))
    again = WhooshIndex(folder)
    assert (again.last_seq, again.last_token) == (7, "token-7")
    assert ids(again, "byen") == [1]


def test_an_index_of_an_empty_library_is_an_index(index: WhooshIndex) -> None:
    index.rebuild([], None)
    assert (index.last_seq, index.last_token) == (0, "")
    assert ids(index, "byen") == []


def test_a_rebuild_forgets_what_was(index: WhooshIndex, article: Make, row: Row) -> None:
    index.rebuild([article(1, "byen")], row(1))
    index.rebuild([article(2, "byen")], row(2))
    assert ids(index, "byen") == [2]


def test_a_rebuild_leaves_no_litter(
    folder: Path, index: WhooshIndex, article: Make, row: Row
) -> None:
    for seq in range(3):
        index.rebuild([article(1, "byen")], row(seq))
    index.update([article(1, "landet")], [], row(9))
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1
    assert not [path for path in folder.rglob("*") if path.name.endswith((".tmp", "LOCK"))]


def test_a_cancelled_rebuild_leaves_the_old_index(
    folder: Path, index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(1, "byen")], row(1))
    before = sorted(folder.rglob("*"))

    def rows() -> Iterator[Searchable]:
        yield article(2, "byen")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.rebuild(rows(), row(2))
    assert (index.last_seq, ids(index, "byen")) == (1, [1])
    assert sorted(folder.rglob("*")) == before


def test_an_update_changes_adds_and_drops(index: WhooshIndex, article: Make, row: Row) -> None:
    index.rebuild([article(number, "byen") for number in (1, 2, 3)], row(1))
    index.update([article(1, "landet"), article(4, "byen")], [(ARTICLE, 3)], row(2))
    assert index.last_seq == 2
    assert (ids(index, "byen"), ids(index, "landet")) == ([2, 4], [1])


def test_an_update_can_move_on_alone(index: WhooshIndex, article: Make, row: Row) -> None:
    index.rebuild([article(1, "byen")], row(1))
    index.update([], [], row(5))
    assert (index.last_seq, index.last_token, ids(index, "byen")) == (5, "token-5", [1])


def test_a_row_changed_twice_is_there_once(index: WhooshIndex, article: Make, row: Row) -> None:
    index.rebuild([], row(1))
    index.update([article(1, "byen"), article(1, "byen landet")], [(ARTICLE, 1)], row(2))
    assert (ids(index, "byen"), ids(index, "landet")) == ([1], [1])


def test_articles_and_quotes_with_one_id_are_two(
    index: WhooshIndex, article: Make, quote: Make, row: Row
) -> None:
    index.rebuild([article(1, "byen"), quote(1, "byen")], row(1))
    index.update([], [(QUOTE, 1)], row(2))
    _, hits = index.search("byen", [ARTICLE, QUOTE], [], [], 9)
    assert [(hit.kind, hit.id) for hit in hits] == [(ARTICLE, 1)]


def test_many_updates_are_merged_and_stay_right(
    folder: Path, index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(0, "byen")], row(0))
    for seq in range(1, 41):
        index.update([article(seq % 7, f"byen nummer{seq}")], [], row(seq))
    assert ids(index, "byen") == list(range(7))
    assert [len(ids(index, f"nummer{seq}")) for seq in (33, 34, 40)] == [0, 1, 1]
    assert len(list(folder.glob("*/*.seg"))) < 20


def test_what_was_read_is_not_read_again_after_an_update(
    index: WhooshIndex, article: Make, row: Row, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    def read(segment: Segment, *term: str) -> Any:
        sizes.append(segment.size)
        return real(segment, *term)

    real = Segment._read_posted
    monkeypatch.setattr(Segment, "_read_posted", read)
    index.rebuild([article(number, "byen") for number in range(3)], row(1))
    assert ids(index, "byen") == [0, 1, 2]
    assert set(sizes) == {3}
    sizes.clear()
    index.update([article(1, "landet"), article(3, "byen")], [(ARTICLE, 2)], row(2))
    assert ids(index, "byen") == [0, 3]
    assert ids(index, "landet") == [1]
    assert ids(index, "-landet kilde:ingen OR byen") == [0, 3]
    assert set(sizes) == {2}


def test_rows_of_many_segments_in_any_order_are_found(
    folder: Path,
    index: WhooshIndex,
    article: Make,
    quote: Make,
    row: Row,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kdcurator.search.layout._MOST", 5)
    rows = [make(number, "byen i dag") for number in range(9) for make in (article, quote)]
    index.rebuild([*rows, *(article(number, "byen") for number in range(9, 30))], row(1))
    assert ids(index, "byen") == list(range(30))
    assert index.counts() == {ARTICLE: 30, QUOTE: 9}
    assert len(list(folder.glob("*/*.seg"))) > 18


def test_small_parts_are_made_one_and_stay_right(
    folder: Path, index: WhooshIndex, article: Make, quote: Make, row: Row
) -> None:
    index.rebuild([article(0, "byen"), quote(0, "byen")], row(0))
    assert not index.tidy()
    for seq in range(1, 6):
        index.update([article(seq % 3, f"byen nummer{seq}")], [], row(seq))
    assert index.tidy()
    assert (len(list(folder.glob("*/articles_*.seg"))), index.last_seq) == (1, 5)
    assert [len(ids(index, word)) for word in ("byen", "nummer2", "nummer5", "nu*")] == [3, 0, 1, 3]
    assert not index.tidy()
    assert WhooshIndex(folder).counts() == {ARTICLE: 3, QUOTE: 1}


def test_pending_rows_stand_in_for_indexed_ones(
    index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(1, "byen"), article(2, "byen")], row(1))
    assert ids(index, "byen", article(1, "landet"), article(3, "byen")) == [2, 3]
    assert ids(index, "landet", article(1, "landet")) == [1]
    assert ids(index, "byen", hidden=[(ARTICLE, 2), (QUOTE, 1)]) == [1]
    assert ids(index, "byen", article(2, "byen"), hidden=[(ARTICLE, 2)]) == [1, 2]


def test_pending_rows_are_ranked_with_the_others(
    index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(number, f"byen {'ord ' * 20}") for number in range(1, 30)], row(1))
    _, hits = index.search("byen", [ARTICLE], [article(99, "byen", "Byen")], [], 1)
    assert [hit.id for hit in hits] == [99]


def test_words_of_pending_rows_are_found_without_danish_letters(
    index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(1, "byen")], row(1))
    assert ids(index, "kommunaldirektoer", article(2, "Kommunaldirektøren")) == [2]


@pytest.mark.parametrize("limit", [0, -1, 1, 2, 3])
def test_the_total_counts_what_the_limit_leaves_out(
    index: WhooshIndex, article: Make, quote: Make, limit: int
) -> None:
    rows = [article(1, "byen"), quote(1, "byen"), quote(2, "byen")]
    total, hits = index.search("byen", [ARTICLE, QUOTE, ARTICLE], rows, [], limit)
    assert (total, len(hits)) == (3, max(limit, 0))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_readers_see_what_another_process_wrote(folder: Path, article: Make, row: Row) -> None:
    one, other = WhooshIndex(folder), WhooshIndex(folder)
    one.rebuild([article(1, "byen")], row(1))
    assert (other.last_seq, ids(other, "byen")) == (1, [1])
    one.update([article(2, "byen")], [], row(2))
    assert ids(other, "byen") == [1], "what was opened stays until the last row is asked for"
    assert (other.last_seq, ids(other, "byen")) == (2, [1, 2])


def test_who_was_overtaken_does_not_write(folder: Path, article: Make, row: Row) -> None:
    one, other = WhooshIndex(folder), WhooshIndex(folder)
    one.rebuild([article(1, "byen")], row(1))
    assert other.last_seq == 1
    one.update([article(2, "byen")], [], row(2))
    with pytest.raises(IndexBusy):
        other.update([], [], row(3))
    assert other.last_seq == 2


def test_one_writes_at_a_time_and_reading_goes_on(
    folder: Path, index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(1, "byen")], row(1))
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        with pytest.raises(IndexBusy):
            index.update([article(2, "byen")], [], row(2))
        with pytest.raises(IndexBusy):
            index.rebuild([], row(2))
        assert (index.last_seq, ids(index, "byen")) == (1, [1])


def test_whooshs_own_lock_is_respected(
    folder: Path, index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(1, "byen")], row(1))
    (generation,) = (path for path in folder.iterdir() if path.is_dir())
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    other = context.Process(target=_hold, args=(generation / "articles_WRITELOCK", theirs))
    other.start()
    assert mine.recv() == "held"
    with pytest.raises(IndexBusy):
        index.update([article(2, "byen")], [], row(2))
    mine.send("done")
    other.join()
    assert ids(index, "byen") == [1]


def _hold(path: Path, pipe: object) -> None:
    """Hold Whoosh's lock in another process until told otherwise."""
    from whoosh.util.filelock import FileLock as WhooshLock

    lock = WhooshLock(str(path))
    assert lock.acquire()
    pipe.send("held")  # type: ignore[attr-defined]
    pipe.recv()  # type: ignore[attr-defined]
    lock.release()


def test_there_is_nothing_to_update_without_an_index(index: WhooshIndex, row: Row) -> None:
    with pytest.raises(IndexLost):
        index.update([], [], row(1))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_folder_is_the_users_alone(
    folder: Path, index: WhooshIndex, article: Make, row: Row
) -> None:
    index.rebuild([article(1, "byen")], row(1))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o777)
    assert WhooshIndex(folder).last_seq is None, "anybody may have put an index there"
    index.rebuild([article(1, "byen")], row(2))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert index.last_seq == 2


_steps = st.lists(
    st.tuples(st.sampled_from(["put", "drop", "rebuild"]), st.integers(1, 4), st.integers(0, 3)),
    max_size=8,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=_steps)
def test_an_index_holds_what_was_last_said(
    index: WhooshIndex, article: Make, row: Row, steps: list[tuple[str, int, int]]
) -> None:
    words = ["byen", "landet", "skoven", "havet"]
    rows: dict[int, Searchable] = {}
    index.rebuild([], row(0))
    for seq, (step, number, word) in enumerate(steps, 1):
        if step == "drop":
            rows.pop(number, None)
            index.update([], [(ARTICLE, number)], row(seq))
        elif step == "put":
            rows[number] = article(number, words[word])
            index.update([rows[number]], [], row(seq))
        else:
            index.rebuild(rows.values(), row(seq))
    found = {word: ids(index, word) for word in words}
    assert found == {w: sorted(n for n, r in rows.items() if r.text == w) for w in words}

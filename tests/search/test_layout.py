"""Whoosh's files as we write them: Whoosh reads them, however many segments they come in."""

from collections.abc import Iterator
from typing import Any

import pytest
from whoosh.index import FileIndex
from whoosh.writing import OPTIMIZE

from kdcurator.domain.searching import HitKind, Searchable
from kdcurator.search.layout import writer_of
from kdcurator.search.memory import _Memory
from kdcurator.search.schema import document, schema

TEXTS = ["Broen åbner i dag", "Ingen bro åbner", "", "Bro, bro, bro", "Færgen sejler"]


def _row(number: int) -> Searchable:
    text = TEXTS[number % len(TEXTS)]
    tags = ("Bro", "Færge")[: number % 3]
    return Searchable(HitKind.QUOTE, number, 1, "Nyt", text, tags=tags, note="x" * (number % 2))


def _index(numbers: range, *, at_once: int) -> FileIndex:
    index = FileIndex.create(_Memory(), schema())
    for start in range(numbers.start, numbers.stop, at_once):
        writer = writer_of(index)
        for number in range(start, min(start + at_once, numbers.stop)):
            writer.add_document(**document(_row(number)))
        writer.commit(merge=False)
    return index


def _all_postings(index: FileIndex) -> Iterator[tuple[Any, ...]]:
    """Yield all that Whoosh's own reader finds, rows by their ids."""
    reader = index.reader()
    for name, term in reader.all_terms():
        matcher = reader.postings(name, term)
        while matcher.is_active():
            row_id = reader.stored_fields(matcher.id())["id"]
            yield name, term, row_id, matcher.weight(), matcher.value()
            matcher.next()


def test_whoosh_reads_what_its_own_writer_would_have_written() -> None:
    ours, theirs = _index(range(12), at_once=12), FileIndex.create(_Memory(), schema())
    writer = theirs.writer()
    for number in range(12):
        writer.add_document(**document(_row(number)))
    writer.commit()
    assert list(_all_postings(ours)) == list(_all_postings(theirs))
    for term in [("text", "bro"), ("tags", "bro"), ("id", "3")]:
        mine, other = ours.reader().term_info(*term), theirs.reader().term_info(*term)
        for fact in ("weight", "doc_frequency", "max_weight", "min_id", "max_id"):
            assert getattr(mine, fact)() == getattr(other, fact)()
    assert ours.reader().field_length("text") == theirs.reader().field_length("text")


@pytest.mark.parametrize("block", [1, 2, 3, 2048])
def test_segments_are_merged_without_the_rows_that_are_deleted(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kdcurator.search.layout._BLOCK", block)
    index = _index(range(17), at_once=4)
    writer = writer_of(index)
    for row in (0, 5, 6, 16):
        writer.delete_document(row)
    writer.add_document(**document(_row(17)))
    writer.commit(mergetype=OPTIMIZE)
    whole = _index(range(18), at_once=18)
    kept = [one for one in _all_postings(whole) if one[2] not in {"0", "5", "6", "16"}]
    merged = list(_all_postings(index))
    assert sorted(merged, key=repr) == sorted(kept, key=repr)
    assert index.doc_count_all() == 14


def test_full_writer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kdcurator.search.layout._MOST", 5)
    writer = writer_of(FileIndex.create(_Memory(), schema()))
    told = []
    for number in range(3):
        told.append(writer.is_full)
        writer.add_document(**document(_row(number)))
    writer.cancel()
    assert told == [False, False, True]

"""The outbox names everything that an index must read again, and nothing else."""

from collections.abc import Callable

from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.searching import HitKind
from kdcurator.store import outbox, tags
from kdcurator.store.library import Library
from kdcurator.store.unit_of_work import UnitOfWork

Keys = set[tuple[HitKind, int]]


def written_by(library: Library, kind: ChangeKind, act: Callable[[UnitOfWork], object]) -> Keys:
    with library.read() as connection:
        last = outbox.last(connection)
    assert last is not None
    with library.change(kind) as work:
        act(work)
    with library.read() as connection:
        rows = outbox.since(connection, last.seq, last.token)
    assert rows is not None
    return {(row.kind, row.id) for row in rows}


def test_renamed_tag_touches_its_quotes_and_their_articles(filled: Library) -> None:
    def rename(work: UnitOfWork) -> None:
        tags.rename_tag(work, tags.require_tag(work.connection, "ledelse"), "ledelse og styring")

    expected = {(HitKind.ARTICLE, 1), (HitKind.ARTICLE, 2), (HitKind.QUOTE, 1), (HitKind.QUOTE, 3)}
    assert written_by(filled, ChangeKind.RENAME_TAG, rename) == expected


def test_deleted_tag_touches_the_quotes_that_had_it(filled: Library) -> None:
    def delete(work: UnitOfWork) -> None:
        tags.delete_tag(work, tags.require_tag(work.connection, "økonomi"))

    expected = {(HitKind.ARTICLE, 1), (HitKind.QUOTE, 2)}
    assert written_by(filled, ChangeKind.DELETE_TAG, delete) == expected


def test_new_tag_touches_nothing_that_is_searched(filled: Library) -> None:
    assert written_by(filled, ChangeKind.ADD_TAG, lambda work: tags.add_tag(work, "ny")) == set()


def test_undo_is_written_too(filled: Library) -> None:
    with filled.read() as connection:
        last = outbox.last(connection)
    filled.undo()
    with filled.read() as connection:
        assert last is not None
        rows = outbox.since(connection, last.seq, last.token)
    assert {(row.kind, row.id) for row in rows or ()} == {(HitKind.ARTICLE, 2), (HitKind.QUOTE, 3)}


def test_index_of_another_library_is_recognised(filled: Library) -> None:
    with filled.read() as connection:
        last = outbox.last(connection)
        assert last is not None
        assert outbox.since(connection, last.seq, "another library's token") is None
        assert outbox.since(connection, last.seq + 1, last.token) is None


def test_trimmed_outbox_still_knows_the_index_that_is_in_step(filled: Library) -> None:
    with filled.read() as connection:
        last = outbox.last(connection)
    assert last is not None
    with filled.write() as connection:
        outbox.trim(connection, last.seq)
    with filled.read() as connection:
        assert outbox.since(connection, last.seq, last.token) == []
        assert outbox.since(connection, 1, "of a row that is gone") is None

"""Undo and redo of everything, across restarts."""

import hashlib
import json
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.quote import QuoteId
from kdcurator.store import tables, tags
from kdcurator.store.library import Library, Opening, open_library
from kdcurator.store.tags import list_tags
from kdcurator.store.unit_of_work import UnitOfWork

_APART = {"history", "outbox", "setting"}


def state_of(library: Library) -> str:
    """Return a sum over every row of every table that can be undone."""
    rows = []
    with library.read() as connection:
        for table in tables.metadata.sorted_tables:
            if table.name not in _APART:
                found = connection.execute(select(table).order_by(table.c.id)).all()
                rows.append([table.name, [list(row) for row in found]])
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def undo_all(library: Library) -> int:
    steps = 0
    while library.undo() is not None:
        steps += 1
    return steps


def redo_all(library: Library) -> int:
    steps = 0
    while library.redo() is not None:
        steps += 1
    return steps


def test_everything_is_undone_and_redone_across_restarts(filled: Library, opening: Opening) -> None:
    full = state_of(filled)
    filled.close()
    reopened = open_library(opening)
    steps = undo_all(reopened)
    empty = state_of(reopened)
    with reopened.read() as connection:
        assert connection.execute(select(tables.quote.c.id)).all() == []
        assert connection.execute(select(tables.article.c.id)).all() == []
    reopened.close()
    again = open_library(opening)
    assert redo_all(again) == steps == 5
    assert state_of(again) == full != empty
    again.close()


def test_new_change_clears_redo(filled: Library) -> None:
    filled.undo()
    with filled.change(ChangeKind.ADD_TAG) as work:
        tags.add_tag(work, "ny")
    assert filled.redo() is None


def test_change_of_nothing_is_no_step_back(filled: Library) -> None:
    with filled.change(ChangeKind.RENAME_TAG) as work:
        found = tags.require_tag(work.connection, "ledelse")
        tags.rename_tag(work, found, "ledelse")
    assert work.change.id is None
    undone = filled.undo()
    assert undone is not None
    assert undone.kind is ChangeKind.SAVE_QUOTES


def test_batch_is_undone_at_once(library: Library) -> None:
    for name in ("en", "to", "tre"):
        with library.change(ChangeKind.ADD_TAG, "batch") as work:
            tags.add_tag(work, name)
    undone = library.undo()
    assert undone is not None
    assert len(undone.tags) == 3
    with library.read() as connection:
        assert [tag.name for tag in list_tags(connection)] == ["ledelse", "økonomi"]
    redone = library.redo()
    assert redone is not None
    assert len(redone.tags) == 3


def test_batch_that_something_came_between_is_undone_from_there(library: Library) -> None:
    for name, batch in (("en", "batch"), ("imens", None), ("to", "batch"), ("tre", "batch")):
        with library.change(ChangeKind.ADD_TAG, batch) as work:
            tags.add_tag(work, name)
    steps = []
    while (undone := library.undo()) is not None:
        steps.append(len(undone.tags))
    assert steps == [2, 1, 1]
    assert [len(redone.tags) for _ in steps if (redone := library.redo())] == [1, 1, 2]


def test_undone_id_is_never_given_again(
    library: Library, add_article: Callable[..., ArticleId], save: Callable[..., QuoteId]
) -> None:
    article = add_article()
    first = save(article, 0, 5)
    library.undo()
    assert save(article, 0, 6) != first


def test_undo_of_a_merged_tag_puts_both_back(filled: Library) -> None:
    before = state_of(filled)
    with filled.change(ChangeKind.MERGE_TAGS) as work:
        source = tags.require_tag(work.connection, "ledelse")
        tags.merge_tags(work, source, tags.require_tag(work.connection, "økonomi"))
    assert state_of(filled) != before
    filled.undo()
    assert state_of(filled) == before


Action = Callable[[UnitOfWork, str], object]

ACTIONS: dict[str, Action] = {
    "add": tags.ensure_tag,
    "rename": lambda work, name: tags.rename_tag(work, tags.ensure_tag(work, name), name + "x"),
    "merge": lambda work, name: tags.merge_tags(
        work, tags.ensure_tag(work, name), tags.ensure_tag(work, "mål")
    ),
    "delete": lambda work, name: tags.delete_tag(work, tags.ensure_tag(work, name)),
    "put": lambda work, name: tags.put_tag(work, QuoteId(1), tags.ensure_tag(work, name)),
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(ACTIONS)), st.sampled_from(["a", "b", "ø", "Å"])),
        max_size=6,
    )
)
def test_any_work_is_undone_and_redone_exactly(
    filled: Library, work_to_do: list[tuple[str, str]]
) -> None:
    before = state_of(filled)
    steps = 0
    for number, (action, name) in enumerate(work_to_do):
        with filled.change(ChangeKind.ADD_TAG) as work:
            ACTIONS[action](work, f"{name}{number}")
        steps += work.change.id is not None
    after = state_of(filled)
    for _ in range(steps):
        filled.undo()
    assert state_of(filled) == before
    for _ in range(steps):
        filled.redo()
    assert state_of(filled) == after
    for _ in range(steps):
        filled.undo()

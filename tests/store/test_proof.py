"""What `check` finds, each fault made by hand in the file."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.quote import Segment, Span
from kdcurator.store import proof
from kdcurator.store.library import Library
from kdcurator.store.proof import ProblemCode


def spoil(library: Library, statement: str) -> None:
    library.close()
    connection = sqlite3.connect(library.database)
    connection.execute(statement)
    connection.commit()
    connection.close()


def problems(library: Library) -> list[ProblemCode]:
    with library.read() as connection:
        return [found.code for found in proof.find_problems(connection, library.originals)]


def test_whole_library_has_no_problems(filled: Library) -> None:
    assert problems(filled) == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE article_version SET text = text || ' ' WHERE id = 1", ProblemCode.ARTICLE_SUM),
        ("UPDATE segment SET start = start + 1 WHERE id = 1", ProblemCode.QUOTE_PLACE),
        ('UPDATE segment SET "end" = 9999 WHERE id = 1', ProblemCode.QUOTE_PLACE),
        ("UPDATE segment SET exact = 'noget andet' WHERE id = 1", ProblemCode.QUOTE_SUM),
        ("DELETE FROM segment WHERE id = 1", ProblemCode.QUOTE_SUM),
        ("UPDATE quote_tag SET tag_id = 77 WHERE id = 1", ProblemCode.REFERENCES),
        ("UPDATE quote SET spans = '[[0,1]]' WHERE id = 1", ProblemCode.QUOTE_PLACE),
        ("UPDATE quote SET spans = 'junk' WHERE id = 1", ProblemCode.VALUE),
        ("UPDATE quote SET status = 'junk' WHERE id = 1", ProblemCode.VALUE),
        ("UPDATE quote SET created_at = 'junk' WHERE id = 1", ProblemCode.VALUE),
        ("UPDATE article SET published_on = 'i går' WHERE id = 1", ProblemCode.VALUE),
        ("UPDATE article SET language = 'xx' WHERE id = 1", ProblemCode.VALUE),
        ("UPDATE article SET version_number = 9 WHERE id = 1", ProblemCode.VERSION_MISSING),
        ("UPDATE article_version SET length = 1 WHERE id = 1", ProblemCode.ARTICLE_LENGTH),
        ("UPDATE article_version SET text = x'00ff' WHERE id = 1", ProblemCode.ARTICLE_SUM),
        ("UPDATE history SET inverse = 'junk' WHERE id = 1", ProblemCode.VALUE),
        ("DROP TABLE outbox", ProblemCode.LAYOUT),
        ("ALTER TABLE quote DROP COLUMN note", ProblemCode.LAYOUT),
    ],
)
def test_fault_in_the_file_is_found(filled: Library, statement: str, expected: ProblemCode) -> None:
    spoil(filled, statement)
    assert expected in problems(filled)


def test_lost_and_altered_originals_are_found(filled: Library) -> None:
    first, second = sorted(filled.originals.iterdir())
    first.unlink()
    second.write_bytes(b"another")
    assert sorted(problems(filled)) == [ProblemCode.ORIGINAL_SUM, ProblemCode.ORIGINAL_MISSING]


@given(st.text(min_size=1), st.data())
def test_sqlite_cuts_texts_where_python_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kept = text.encode("utf-8", "replace").decode().replace("\x00", "\ufffd")
    segment = Segment.from_text(kept, Span(start, end))
    connection = sqlite3.connect(":memory:")
    (cut,) = connection.execute("SELECT substr(?, ?, ?)", (kept, start + 1, end - start)).fetchone()
    connection.close()
    assert cut == segment.exact


def test_originals_are_named_by_their_sum(filled: Library, tmp_path: Path) -> None:
    from kdcurator.store.originals import keep_original

    name = keep_original(tmp_path, b"words")
    assert (tmp_path / name).read_bytes() == b"words"
    assert keep_original(tmp_path, b"words") == name
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]

"""What `check` finds, each fault made by hand in the file."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.quote import Segment, Span
from kdcurator.store import proof, quotes
from kdcurator.store.library import Library
from kdcurator.store.proof import ProblemCode
from kdcurator.store.quotes import QuoteFilter


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


def test_misplaced_quote_is_found_again_where_its_words_stand(filled: Library) -> None:
    with filled.read() as connection:
        quote = quotes.list_quotes(connection, QuoteFilter())[0]
    longer = "Foran. " * 3 + "Rubrik 😀\n\n– Vi skal tænke os om, siger Åse Østergård."
    found = proof.find_again(longer, quote)
    assert found is not None
    assert all(segment.holds_in(longer) for segment in found)
    assert proof.find_again(longer + longer, quote) is None


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

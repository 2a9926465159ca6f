"""That answers worked out without an index tell an index that is behind from one that is not."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from kdcurator import bootstrap
from kdcurator.services.arrivals import TextToRead
from tests.faults import invented, searched
from tests.faults.program import Program


def test_index_behind_the_rows_is_told(tmp_path: Path) -> None:
    program, luck = Program(tmp_path), Random(3)
    with bootstrap.build(program.settings) as curator:
        curator.articles.import_text(TextToRead(invented.article(luck)))
        curator.suggestions.accept(None, tags=["Emne 1"])
        curator.searching.catch_up()
        assert searched.differences(curator, luck, some=40) == []
        with closing(sqlite3.connect(program.database)) as connection:
            connection.execute("UPDATE tag SET name = 'Emne 2' WHERE name = 'Emne 1'")
            connection.commit()
        found = searched.differences(curator, luck, some=40)
        assert [loss.partition(" finds ")[0] for loss in found] == ['search for tag:"Emne 2"']

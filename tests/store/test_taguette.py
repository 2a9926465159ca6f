from pathlib import Path

import pytest

from kdcurator.domain.errors import DamagedFile, Refused, UnsupportedFile
from kdcurator.store.taguette import read_rows
from tests.projects_made import taguette


def test_known_columns_of_known_tables_are_read(tmp_path: Path) -> None:
    rows = read_rows(taguette(tmp_path))
    assert rows.tags == [(1, "indkøb", "Køb"), (2, "indkøb.it", "")]
    assert rows.highlight_tags == [(1, 1), (1, 2)]


@pytest.mark.parametrize(
    ("statements", "kind"),
    [
        (("DROP TABLE tags",), UnsupportedFile),
        (
            ("DROP TABLE tags", "CREATE VIEW tags AS SELECT 1 AS id, 2 AS path, 3 AS description"),
            UnsupportedFile,
        ),
        (("DROP TABLE tags", "CREATE TABLE tags(id, path, description AS (1))"), UnsupportedFile),
    ],
)
def test_views_and_computed_columns_are_refused(
    tmp_path: Path, statements: tuple[str, ...], kind: type[Refused]
) -> None:
    with pytest.raises(kind):
        read_rows(taguette(tmp_path, *statements))


@pytest.mark.parametrize("length", [16, 100, 5000])
def test_a_file_cut_short_is_damaged(tmp_path: Path, length: int) -> None:
    with pytest.raises(DamagedFile):
        read_rows(taguette(tmp_path)[:length])

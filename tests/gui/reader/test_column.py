"""The column of text: as wide as reads well, and its margin only where there is room."""

import pytest
from PySide6.QtWidgets import QApplication

from kdcurator.gui.reader.column import WIDEST, column_in
from kdcurator.gui.reader.labels import WIDTH

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]


@pytest.mark.parametrize("width", range(824, 2600, 97))
def test_column_is_never_wider_than_reads_well(width: int) -> None:
    column = column_in(width, 1.0)
    assert (column.width, column.has_margin) == (WIDEST, True)
    assert column.right + WIDTH <= width


@pytest.mark.parametrize("width", range(0, 824, 31))
def test_narrow_column_stays_inside(width: int) -> None:
    column = column_in(width, 1.0)
    assert column.width >= 1
    if width >= 80:
        assert column.right <= width
    if column.has_margin:
        assert column.right + WIDTH <= width


def test_larger_text_has_a_wider_column() -> None:
    assert column_in(3000, 2.0).width == 2 * WIDEST


def test_column_stands_in_the_middle_of_a_wide_window(qapp: QApplication) -> None:
    column = column_in(2000, 1.0)
    assert abs(column.left - (2000 - column.right - WIDTH) - 36) <= 1

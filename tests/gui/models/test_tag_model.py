"""Tags as rows: nine digits always, ticks, counts."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kdcurator.domain.tag import Tag, TagId
from kdcurator.gui.models.tags import TagModel

pytestmark = pytest.mark.gui


def _words(model: TagModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_model_keeps_qts_rules(qtmodeltester: ModelTester, some_tags: list[Tag]) -> None:
    model = TagModel()
    qtmodeltester.check(model)
    model.set_tags(some_tags)
    model.tick(["Uden tast"])
    model.tick([])
    qtmodeltester.check(model)


def test_there_is_a_row_for_every_digit(some_tags: list[Tag]) -> None:
    model = TagModel()
    model.set_tags(some_tags)
    assert _words(model) == ["Ledelse", "Økonomi", *["free"] * 7]


def test_tag_without_a_digit_is_shown_while_the_quote_has_it(some_tags: list[Tag]) -> None:
    model = TagModel()
    model.set_tags(some_tags)
    model.tick(["ØKONOMI", "uden tast"])
    states = [model.index(row).data(Qt.ItemDataRole.CheckStateRole) for row in (0, 1, 2, 9)]
    checked, unchecked = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert states == [unchecked, checked, None, checked]
    model.tick([])
    assert model.rowCount() == 9


def test_counts_are_adjusted_and_never_negative(some_tags: list[Tag]) -> None:
    model = TagModel()
    model.set_tags(some_tags)
    model.adjust_count(TagId(1), 2)
    model.adjust_count(TagId(2), -1)
    model.adjust_count(TagId(99), 1)
    counts = [row.tag.quotes for row in model.values() if row.tag]
    assert counts == [6, 0]


def test_screen_reader_hears_digit_count_and_tick(some_tags: list[Tag]) -> None:
    model = TagModel()
    model.set_tags(some_tags)
    model.tick(["Ledelse"])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "1, Ledelse, 4 quotes, on this quote"
    assert model.index(8).data(role) == "9, free"

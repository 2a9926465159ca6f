"""Labels in the margin: none covers another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from kdcurator.domain.quote import QuoteId
from kdcurator.domain.target import Kept
from kdcurator.gui.reader.labels import Label, Note, stack, surname
from kdcurator.gui.reader.marks import Mark


def _label(number: int, top: int, tags: int, *, has_note: bool) -> Label:
    names = tuple(f"tag {index}" for index in range(tags))
    mark = Mark(Kept(QuoteId(number)), ((0, 1),), "Bo", (None,) * tags, names)
    return Label(mark, top, note=Note(mark.owner, "Gemt", "Ctrl+Z") if has_note else None)


rows = st.tuples(st.integers(0, 800), st.integers(0, 5), st.booleans())
pytestmark = pytest.mark.usefixtures("qapp")
labels = st.lists(rows, max_size=15).map(
    lambda found: [_label(i, a, b, has_note=c) for i, (a, b, c) in enumerate(found)]
)


@given(labels)
def test_labels_never_collide(found: list[Label]) -> None:
    for above, below in pairwise(stack(found)):
        assert above.bottom < below.top


@given(labels)
def test_labels_stand_at_their_line_or_below_it(found: list[Label]) -> None:
    assert all(item.top >= item.label.top for item in stack(found))


def test_label_with_room_keeps_a_row_for_each_tag() -> None:
    (only,) = stack([_label(1, 100, 5, has_note=True)])
    assert (only.top, only.is_compact) == (100, False)


def test_label_without_room_shrinks_before_it_pushes() -> None:
    first, second = stack([_label(1, 0, 3, has_note=False), _label(2, 40, 1, has_note=False)])
    assert first.is_compact
    assert second.top == 40


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Gemt", 1), ("»Kommunal økonomi« er taget af, og citatet er stadig gemt", 2), ("", 0)],
)
def test_note_breaks_into_two_lines_at_most(qapp: QApplication, text: str, lines: int) -> None:
    assert len(Note(None, text, "Ctrl+Z").lines()) == lines


@pytest.mark.parametrize(
    ("speaker", "label"),
    [
        ("Bo Lund", "Lund"),
        ("Gladsaxe Kommune", "Gladsaxe Kommune"),
        ("Ritzau", "Ritzau"),
        ("en lærer", "en lærer"),
        (None, "unknown speaker"),
    ],
)
def test_people_are_called_by_surname_and_bodies_by_name(speaker: str | None, label: str) -> None:
    assert surname(speaker) == label

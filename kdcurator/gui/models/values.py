"""The one list model that all others are: values, some of them chosen.

Owns rows, choice and the roles. Must not know what a value means: subclasses put it into words.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kdcurator.gui.models.wording import as_tooltip

VALUE: Final = int(Qt.ItemDataRole.UserRole)
"""The role under which a row's value is found."""

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")


class ValueModel(QAbstractListModel, Generic[Value]):
    """Shows values one below the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._values: list[Value] = []
        self._chosen: set[Hashable] = set()

    def key(self, value: Value) -> Hashable:
        """Return what identifies a value when others come and go."""
        raise NotImplementedError

    def words(self, value: Value) -> str:
        """Return the row's text."""
        raise NotImplementedError

    def aloud(self, value: Value) -> str:
        """Return the row as a screen reader reads it."""
        return self.words(value)

    def tooltip(self, _value: Value) -> str:
        """Return plain text that the row could not hold."""
        return ""

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = VALUE) -> object:
        """Return what the list, its delegate or a screen reader asks for."""
        if not 0 <= index.row() < len(self._values):
            return None
        answer = _ANSWERS.get(role)
        return answer(self, self._values[index.row()]) if answer else None

    def check_state(self, value: Value) -> Qt.CheckState | None:
        """Return whether a row is chosen; None while none is."""
        if not self._chosen:
            return None
        chosen = self.key(value) in self._chosen
        return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked

    def values(self) -> Sequence[Value]:
        """Return the values in order."""
        return self._values

    def value_at(self, row: int) -> Value | None:
        """Return the value of a row; None when there is no such row."""
        return self._values[row] if 0 <= row < len(self._values) else None

    def row_of(self, key: Hashable) -> int:
        """Return the row of a value; -1 when it is not shown."""
        return next((row for row, value in enumerate(self._values) if self.key(value) == key), -1)

    def set_values(self, values: Iterable[Value]) -> None:
        """Show other values; what was chosen and is still there stays chosen."""
        self.beginResetModel()
        self._values = list(values)
        if self._chosen:
            self._chosen &= {self.key(value) for value in self._values}
        self.endResetModel()

    def append_values(self, values: Sequence[Value]) -> None:
        """Show more values below the others."""
        if values:
            count = len(self._values)
            self.beginInsertRows(QModelIndex(), count, count + len(values) - 1)
            self._values.extend(values)
            self.endInsertRows()

    def replace_at(self, row: int, value: Value) -> None:
        """Show a value in the place of another."""
        resized = self.words(value) != self.words(self._values[row])
        self._values[row] = value
        place = self.index(row)
        self.dataChanged.emit(place, place, [] if resized else [VALUE])

    def toggle_chosen(self, row: int) -> None:
        """Choose a row, or no longer."""
        value = self.value_at(row)
        if value is not None:
            self._chosen ^= {self.key(value)}
            self._tell_chosen()

    def choose_between(self, one: int, other: int, besides: Iterable[Hashable] = ()) -> None:
        """Choose the rows from one to another, and what has the keys `besides`; no other."""
        between = self._values[max(0, min(one, other)) : max(one, other) + 1]
        self.choose([*besides, *map(self.key, between)])

    def choose(self, keys: Iterable[Hashable]) -> None:
        """Choose what has these keys, and no other."""
        self._chosen = set(keys)
        self._tell_chosen()

    def chosen_keys(self) -> frozenset[Hashable]:
        """Return what identifies the chosen values."""
        return frozenset(self._chosen)

    def clear_chosen(self) -> bool:
        """Choose none; tell whether any was."""
        had_any = bool(self._chosen)
        self._chosen.clear()
        if had_any:
            self._tell_chosen()
        return had_any

    def chosen(self) -> list[Value]:
        """Return the chosen values in their order."""
        return [value for value in self._values if self.key(value) in self._chosen]

    def _tell_chosen(self) -> None:
        role = int(Qt.ItemDataRole.CheckStateRole)
        self.dataChanged.emit(self.index(0), self.index(len(self._values) - 1), [role])


_ANSWERS: Final[dict[int, Callable[[ValueModel[Any], Any], object]]] = {
    VALUE: lambda _model, value: value,
    Qt.ItemDataRole.DisplayRole: lambda model, value: model.words(value),
    Qt.ItemDataRole.AccessibleTextRole: lambda model, value: model.aloud(value),
    Qt.ItemDataRole.ToolTipRole: lambda model, value: as_tooltip(model.tooltip(value)) or None,
    Qt.ItemDataRole.CheckStateRole: lambda model, value: model.check_state(value),
}

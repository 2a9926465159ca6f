"""A disk that loses its power: what was synced stays, the rest stays in part or in disorder.

Owns the rules of POSIX and no kinder ones: an fsync keeps a file's bytes but not its name, which
only an fsync of its folder keeps; a rename is whole or not at all; whatever is not synced is kept
or lost by luck, a write also in sectors of 512 bytes. Must not know what the files are.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.power.events import Event, What

SECTOR = 512
"""Bytes that a disk writes whole."""


@dataclass(frozen=True, slots=True)
class Luck:
    """How much of what was not synced a disk has kept."""

    name: str
    names: float
    """How likely a new, moved or removed name is kept."""
    contents: float
    """How likely a write is kept."""
    are_names_in_order: bool = False
    """No name is kept after one that is lost: a file system with a journal of its names."""
    is_torn: bool = False
    """Writes are kept in part."""
    is_sized: bool = False
    """What is lost leaves zeros where it would have stood: the size is kept."""


LUCKS = (
    Luck("nothing that was not synced is kept", 0, 0),
    Luck("only names are kept", 1, 0),
    Luck("only names and sizes are kept", 1, 0, is_sized=True),
    Luck("only contents are kept", 0, 1),
    Luck("half of everything is kept", 0.5, 0.5),
    Luck("names are kept in order, contents by half", 0.5, 0.5, are_names_in_order=True),
    Luck("writes are torn", 0.5, 0.5, is_torn=True),
    Luck("names are kept, writes are torn", 1, 0.5, is_torn=True, is_sized=True),
)
EVERYTHING = Luck("everything is kept", 1, 1)


@dataclass(frozen=True, slots=True)
class _Write:
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class _Resize:
    size: int


@dataclass(slots=True)
class _File:
    """What is on disk of a file, and what is written and not yet synced."""

    kept: bytearray = field(default_factory=bytearray)
    pending: list[_Write | _Resize] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.pending:
            _apply(self.kept, change)
        self.pending.clear()

    def after(self, luck: Luck, chance: random.Random) -> bytes:
        """Return what a disk with this luck holds of it."""
        content = bytearray(self.kept)
        for change in self.pending:
            if isinstance(change, _Write) and luck.is_torn:
                _tear(content, change, luck, chance)
            elif chance.random() < luck.contents:
                _apply(content, change)
            elif isinstance(change, _Write) and luck.is_sized:
                _grow(content, change.at + len(change.data))
        return bytes(content)


def _apply(content: bytearray, change: _Write | _Resize) -> None:
    if isinstance(change, _Write):
        _grow(content, change.at)
        content[change.at : change.at + len(change.data)] = change.data
    else:
        del content[change.size :]
        _grow(content, change.size)


def _grow(content: bytearray, size: int) -> None:
    content.extend(bytes(max(0, size - len(content))))


def _tear(content: bytearray, write: _Write, luck: Luck, chance: random.Random) -> None:
    """Keep some sectors of a write."""
    end = write.at + len(write.data)
    start = write.at
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if chance.random() < luck.contents:
            _apply(content, _Write(start, write.data[start - write.at : stop - write.at]))
        start = stop


@dataclass(slots=True)
class _Folder:
    """The names in a folder: as a process sees them, and as they are on disk."""

    seen: "dict[str, _File | _Folder]" = field(default_factory=dict)
    kept: "dict[str, _File | _Folder]" = field(default_factory=dict)


_Node = _File | _Folder


@dataclass(frozen=True, slots=True)
class _Naming:
    """Names set and taken away in one step; the last one's folder is the one to be synced."""

    changes: tuple[tuple[_Folder, str, _Node | None], ...]

    @property
    def folder(self) -> _Folder:
        return self.changes[-1][0]

    def apply(self, names_of: Callable[[_Folder], dict[str, _Node]]) -> None:
        for folder, name, node in self.changes:
            if node is None:
                names_of(folder).pop(name, None)
            else:
                names_of(folder)[name] = node


class Disk:
    """What a disk holds after some events."""

    def __init__(self) -> None:
        """Begin with an empty folder that is on disk."""
        self._root = _Folder()
        self._files: dict[int, _File] = {}
        self._namings: list[_Naming] = []

    def take(self, event: Event) -> None:
        """Go on by one event."""
        match event.what:
            case What.WRITE:
                self._files[event.file].pending.append(_Write(event.at, event.data))
            case What.RESIZE:
                self._files[event.file].pending.append(_Resize(event.at))
            case What.SYNC:
                self._files[event.file].sync()
            case What.SYNC_FOLDER:
                self._sync_names(self._folder(event.name))
            case What.SYNC_ALL:
                self._sync_all()
            case What.SAY:
                pass
            case _:
                self._name(event)

    def _name(self, event: Event) -> None:
        folder, name = self._place(event.name)
        if event.what is What.CREATE:
            self._files[event.file] = _File()
            self._put((folder, name, self._files[event.file]))
        elif event.what is What.MAKE_FOLDER:
            self._put((folder, name, _Folder()))
        elif event.what is What.REMOVE:
            self._put((folder, name, None))
        elif event.what is What.LINK:
            self._put((*self._place(event.to), folder.seen[name]))
        else:
            node = folder.seen[name]
            self._put((folder, name, None), (*self._place(event.to), node))

    def _put(self, *changes: tuple[_Folder, str, _Node | None]) -> None:
        naming = _Naming(changes)
        naming.apply(lambda folder: folder.seen)
        self._namings.append(naming)

    def _folder(self, path: str) -> _Folder:
        folder = self._root
        for name in Path(path).parts:
            found = folder.seen[name]
            if not isinstance(found, _Folder):
                raise NotADirectoryError(path)
            folder = found
        return folder

    def _place(self, path: str) -> tuple[_Folder, str]:
        parts = Path(path)
        return self._folder(str(parts.parent)), parts.name

    def _sync_names(self, folder: _Folder) -> None:
        left = []
        for naming in self._namings:
            if naming.folder is folder:
                naming.apply(lambda found: found.kept)
            else:
                left.append(naming)
        self._namings = left

    def _sync_all(self) -> None:
        for file in self._files.values():
            file.sync()
        for naming in self._namings:
            naming.apply(lambda folder: folder.kept)
        self._namings.clear()

    def lose_power(self, luck: Luck, chance: random.Random, target: Path) -> None:
        """Write into the empty folder `target` what a disk with this luck would hold now."""
        names: dict[int, dict[str, _Node]] = {}

        def names_of(folder: _Folder) -> dict[str, _Node]:
            return names.setdefault(id(folder), dict(folder.kept))

        for naming in self._kept_namings(luck, chance):
            naming.apply(names_of)
        self._write(self._root, names_of, target, lambda file: file.after(luck, chance))

    def _kept_namings(self, luck: Luck, chance: random.Random) -> list[_Naming]:
        if luck.are_names_in_order:
            return self._namings[: chance.randint(0, len(self._namings))]
        return [naming for naming in self._namings if chance.random() < luck.names]

    def _write(
        self,
        folder: _Folder,
        names_of: Callable[[_Folder], dict[str, _Node]],
        target: Path,
        content_of: Callable[[_File], bytes],
    ) -> None:
        for name, node in sorted(names_of(folder).items()):
            if isinstance(node, _Folder):
                (target / name).mkdir(mode=0o700)
                self._write(node, names_of, target / name, content_of)
            else:
                (target / name).write_bytes(content_of(node))
                (target / name).chmod(0o600)

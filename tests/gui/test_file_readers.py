"""Two processes read one import, and everything comes as if one had."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kdcurator.gui import file_readers
from kdcurator.gui.file_readers import FileReaders
from kdcurator.services.arrivals import ToRead

pytestmark = pytest.mark.gui


@pytest.fixture
def ended() -> list[int]:
    return []


@pytest.fixture
def readers(
    qapp: QObject, tmp_path: Path, ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> Iterator[FileReaders]:
    """Start another process as soon as more than three files wait."""
    monkeypatch.setattr(file_readers, "CHUNK", 2)
    monkeypatch.setattr(file_readers, "MANY", 3)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    opening = {"verb": "open", "originals": str(tmp_path / "originals")}
    (tmp_path / "originals").mkdir()
    made = FileReaders(opening, ended.append, qapp)
    yield made
    made.close()


@pytest.fixture
def files(tmp_path: Path) -> list[ToRead]:
    paths = [tmp_path / f"{number}.txt" for number in range(20)]
    for path in paths:
        path.write_text(f"Rubrik {path.stem}\n\nEn tekst.")
    return list(paths)


def heard(readers: FileReaders, qtbot: QtBot, until: int = 1_000) -> list[str]:
    """Hear all answers, or so many texts; return the titles, in the order in which they came."""
    titles: list[str] = []
    while not readers.is_done and len(titles) < until:
        qtbot.waitUntil(lambda: readers.has_answers() or not readers.is_running(), timeout=60_000)
        answer = readers.take()
        if answer is None:
            readers.begin_anew()
        elif "read" in answer:
            readers.settle()
        elif "arrival" in answer:
            titles.append(answer["arrival"]["metadata"]["title"])
    return titles


def test_what_two_processes_read_comes_in_order(
    readers: FileReaders, files: list[ToRead], qtbot: QtBot, ended: list[int]
) -> None:
    assert readers.read(files) == 20
    numbers = {each.process.number for each in readers._readers}
    assert heard(readers, qtbot) == [f"Rubrik {number}" for number in range(20)]
    assert len(numbers) == 2
    readers.close()
    assert len(ended) == 1, "a process that is done leaves nothing to tidy up"


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_what_a_process_had_to_read_that_ends_is_read_all_the_same(
    readers: FileReaders, files: list[ToRead], qtbot: QtBot
) -> None:
    readers.read(files)
    os.kill(readers._readers[1].process.number, signal.SIGKILL)
    assert heard(readers, qtbot) == [f"Rubrik {number}" for number in range(20)]


def test_few_files_are_read_by_one_process(readers: FileReaders, files: list[ToRead]) -> None:
    readers.read(files[:3])
    assert len(readers._readers) == 1

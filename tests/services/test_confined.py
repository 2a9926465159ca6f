"""Reading beside: what a file does to its reader stops nothing here."""

import os
import sys
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.domain.errors import NoReader
from kdcurator.services import confined
from kdcurator.services.arrivals import Arrival, AttachmentsOf, Read, Turned
from kdcurator.services.confined import ConfinedIntake
from kdcurator.services.worker_command import worker_folder

TEXT = "Rubrik {}\n\n- Vi køber ikke mere, siger borgmester Karen Holm.\n"

EVIL = """
import os, sys, time
from kdcurator import worker
from kdcurator.importing import registry
from kdcurator.importing.limits import MEGABYTE

def read(self, data, name, real=registry.Registry.read_bytes):
    if b"DIE" in data:
        os._exit(9)
    if b"RAISE" in data:
        raise ZeroDivisionError
    if b"HANG" in data:
        time.sleep(600)
    if b"EAT" in data:
        bytearray(2000 * MEGABYTE)
    return real(self, data, name)

registry.Registry.read_bytes = read
sys.exit(worker.main())
"""
"""A worker whose readers do what hostile files might make them do."""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Read]]:
    """Return what reads an archive of texts with the evil worker."""
    script = tmp_path / "evil.py"
    script.write_text(EVIL)
    monkeypatch.setattr(confined, "worker_command", lambda: [sys.executable, str(script)])
    monkeypatch.setenv("PYTHONPATH", str(worker_folder()))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def read(*contents: str) -> list[Read]:
        path = tmp_path / "bundt.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for number, content in enumerate(contents):
                archive.writestr(f"mappe/{number}.txt", content)
        with ConfinedIntake(bootstrap.build_intake(None), None) as intake:
            return list(intake.read_all(path))

    return read


def codes(found: list[Read]) -> list[str]:
    return [item.error.code if isinstance(item, Turned) else "" for item in found]


@pytest.mark.parametrize(
    "evil",
    [
        "DIE",
        "RAISE",
        pytest.param(
            "EAT", marks=pytest.mark.skipif(sys.platform != "linux", reason="no such limit there")
        ),
    ],
)
def test_a_file_that_ends_its_reader_is_left_out_and_the_rest_follows(
    read: Callable[..., list[Read]], evil: str, tmp_path: Path
) -> None:
    found = read(TEXT.format(0), evil, TEXT.format(2))
    assert codes(found) == ["", "damaged", ""]
    assert [item.path for item in found] == [
        tmp_path / "bundt.zip" / "mappe" / f"{number}.txt" for number in range(3)
    ]


def test_a_file_that_takes_for_ever_is_left_out_and_the_rest_follows(
    read: Callable[..., list[Read]], monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = {"1.txt": 0.2}
    monkeypatch.setattr(confined, "patience_for", lambda path: limits.get(path.name, 60))
    assert codes(read(TEXT.format(0), "HANG", TEXT.format(2))) == ["", "damaged", ""]


def test_a_reader_that_never_starts_is_said(
    read: Callable[..., list[Read]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "worker_command", lambda: [sys.executable, "-c", ""])
    with pytest.raises(NoReader):
        read(TEXT)
    monkeypatch.setattr(confined, "worker_command", lambda: ["/nowhere/python"])
    with pytest.raises(NoReader):
        read(TEXT)


def test_plain_texts_and_refusals_need_no_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(confined, "worker_command", lambda: ["/nowhere/python"])
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with ConfinedIntake(bootstrap.build_intake(None), None) as intake:
        found = [
            item
            for name in ("a.txt", "b.png", "c.txt")
            for item in intake.read_all(tmp_path / name)
        ]
    assert codes(found) == ["", "binary", "unreadable"]


def test_paths_come_back_as_they_were_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("../a.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    with ConfinedIntake(bootstrap.build_intake(None), None) as intake:
        (found,) = intake.read_all(Path("b.zip"))
    assert (type(found), found.path) == (Arrival, Path("b.zip") / "a.txt")


def test_breaking_off_ends_the_process(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", TEXT.format(number))
    ended: list[int] = []
    with ConfinedIntake(bootstrap.build_intake(None), None, ended.append) as intake:
        reading = intake.read_all(tmp_path / "b.zip")
        next(reading)
        del reading
        assert len(ended) == 1
        if os.name != "nt":
            with pytest.raises(ProcessLookupError):
                os.kill(ended[0], 0)
        assert len(list(intake.read_all(tmp_path / "b.zip"))) == 3


def test_an_attachment_that_ends_its_reader_is_left_out_and_the_rest_follows(
    read: Callable[..., list[Read]], tmp_path: Path
) -> None:
    del read  # it has set the evil worker up
    mail = EmailMessage()
    mail["Subject"] = "Sagen"
    mail.set_content("Se vedhæftet.")
    for number, content in enumerate((TEXT.format(0), "DIE", TEXT.format(2))):
        mail.add_attachment(content, filename=f"{number}.txt")
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())
    with ConfinedIntake(bootstrap.build_intake(None), None) as intake:
        found = list(intake.read_all(AttachmentsOf(path)))
    assert codes(found) == ["", "damaged", ""]
    assert [item.path for item in found] == [path / f"{number}.txt" for number in range(3)]

"""Backups on the command line: made after work, listed, brought back by their number."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "havby.txt"
    path.write_text(
        "Havby siger nej\n\n- Vi vil ikke mere, siger borgmester Karen Holm.\n", "utf-8"
    )
    return path


def listed(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("backups", "--json").json["backups"]
    return found


def save_a_quote(run: Run) -> Ran:
    return run("suggest", "--all", "--accept", "--json")


def test_new_library_has_no_backups_until_something_changed(run: Run, article: Path) -> None:
    assert listed(run) == []
    run("articles")
    assert listed(run) == []
    run("import", article)
    (made,) = listed(run)
    assert (made["kind"], made["articles"], made["quotes"]) == ("automatic", 1, 0)
    assert Path(made["path"]).is_file()
    age = datetime.now(UTC) - datetime.fromisoformat(made["made_at"])
    assert age.total_seconds() < 120


def test_commands_within_an_hour_make_one_backup(run: Run, article: Path) -> None:
    run("import", article)
    save_a_quote(run)
    run("tags", "add", "ny")
    assert len(listed(run)) == 1


def test_command_after_an_hour_makes_another_and_the_newest_stands_first(
    run: Run, article: Path
) -> None:
    run("import", article)
    (first,) = listed(run)
    old = Path(first["path"])
    old.rename(old.with_name("000001-20200101T000000Z-automatic.zip"))
    save_a_quote(run)
    newest, older = listed(run)
    assert (newest["quotes"], older["quotes"]) == (1, 0)
    assert newest["number"] > older["number"]


def test_backup_that_fails_is_one_sentence_and_the_command_has_done_its_work(
    run: Run, article: Path
) -> None:
    Path(os.environ["KDCURATOR_BACKUPS"]).write_text("in the way")
    ran = run("import", article, "--json")
    assert (ran.code, len(ran.json["imported"])) == (0, 1)
    (said,) = [line for line in ran.err.splitlines() if "backup" in line]
    assert said.startswith("No backup could be made; everything is saved in the library.")
    assert "Traceback" not in ran.err


def test_backup_comes_back_by_its_number(run: Run, article: Path) -> None:
    run("import", article)
    save_a_quote(run)
    number = listed(run)[0]["number"]
    assert run("restore", str(number), "--json").json["quotes"] == 0
    assert run("quotes", "--json").json["quotes"] == []
    newest = listed(run)[0]
    assert (newest["kind"], newest["quotes"]) == ("before", 1)
    assert run("restore", "77", "--json").json["error"]["code"] == "backup_damaged"


def test_list_is_a_line_for_each_backup(run: Run, article: Path) -> None:
    run("import", article)
    (line,) = run("backups").out.decode().splitlines()
    assert line.split("\t")[0::2] == ["1", "automatic", "0"]

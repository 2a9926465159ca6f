"""The commands `stories` and `used` as CONTRACT.md, section 3, has them."""

from pathlib import Path
from typing import Any, Protocol

import pytest

ARTICLE = """Havby siger nej

- Vi køber ikke mere, siger borgmester Karen Holm.

- Det har vi ikke råd til, siger Karen Holm.
"""


class Run(Protocol):
    """Runs the program; see conftest."""

    def __call__(self, *arguments: object) -> Any: ...


@pytest.fixture
def quotes(run: Run, tmp_path: Path) -> list[str]:
    (tmp_path / "havby.txt").write_text(ARTICLE, encoding="utf-8")
    run("import", "havby.txt")
    run("suggest", "--all", "--accept")
    return [str(quote["id"]) for quote in run("quotes", "--json").json["quotes"]]


def _stories(run: Run, *arguments: str) -> list[dict[str, Any]]:
    ran = run("stories", *arguments, "--json")
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = ran.json["stories"]
    return found


def test_a_new_library_has_no_stories(run: Run) -> None:
    assert _stories(run) == []


def test_a_story_is_added_and_becomes_the_current_one(run: Run) -> None:
    _stories(run, "add", "Budget", "--deadline", "2026-12-01")
    first, second = _stories(run, "add", "Skoler")
    assert first == {
        "id": first["id"],
        "name": "Budget",
        "deadline": "2026-12-01",
        "archived": False,
        "current": False,
        "quotes": 0,
    }
    assert (second["name"], second["deadline"], second["current"]) == ("Skoler", None, True)
    assert _stories(run, "list") == [first, second]


def test_an_archived_story_is_current_no_more(run: Run) -> None:
    _stories(run, "add", "Budget")
    (story,) = _stories(run, "archive", "BUDGET")
    assert (story["archived"], story["current"]) == (True, False)


def test_quotes_are_put_into_the_current_story_and_taken_out(run: Run, quotes: list[str]) -> None:
    _stories(run, "add", "Budget")
    assert _stories(run, "put", *quotes)[0]["quotes"] == 2
    inside = run("quotes", "--story", "budget", "--json").json["quotes"]
    assert [str(quote["id"]) for quote in inside] == quotes
    assert _stories(run, "take", quotes[0])[0]["quotes"] == 1


def test_quotes_are_put_into_a_story_by_name(run: Run, quotes: list[str]) -> None:
    _stories(run, "add", "Budget")
    _stories(run, "add", "Skoler")
    named = {s["name"]: s["quotes"] for s in _stories(run, "put", quotes[0], "--story", "budget")}
    assert named == {"Budget": 1, "Skoler": 0}
    named = {s["name"]: s["quotes"] for s in _stories(run, "take", quotes[0], "--story", "budget")}
    assert named == {"Budget": 0, "Skoler": 0}


def test_used_gives_the_quotes_changed_and_makes_the_story(run: Run, quotes: list[str]) -> None:
    ran = run("used", *quotes, "--in", "Budget", "--json")
    assert ran.code == 0
    assert [(str(q["id"]), q["used_in"]) for q in ran.json["quotes"]] == [
        (quote_id, ["Budget"]) for quote_id in quotes
    ]
    assert [story["name"] for story in _stories(run)] == ["Budget"]
    again = run("used", quotes[0], "--in", "budget", "--json")
    assert again.json["quotes"][0]["used_in"] == ["Budget"]


def test_one_undo_takes_a_use_and_its_new_story_back(run: Run, quotes: list[str]) -> None:
    run("used", *quotes, "--in", "Budget")
    assert run("undo").code == 0
    assert _stories(run) == []
    assert all(q["used_in"] == [] for q in run("quotes", "--json").json["quotes"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("stories", "put", "1"), "nothing_named"),
        (("stories", "put", "1", "--story", "x"), "unknown_story"),
        (("stories", "take", "1", "--story", "x"), "unknown_story"),
        (("stories", "archive", "x"), "unknown_story"),
        (("stories", "add", "  "), "empty_name"),
        (("used", "1", "--in", "x"), "unknown_quote"),
        (("used", "1", "--in", "!"), "empty_name"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: tuple[str, ...], code: str) -> None:
    ran = run(*arguments, "--json")
    assert (ran.code, ran.json["error"]["code"]) == (1, code)
    assert _stories(run) == []


def test_two_stories_cannot_have_one_name(run: Run) -> None:
    _stories(run, "add", "Budget")
    assert run("stories", "add", "budget", "--json").json["error"]["code"] == "story_exists"


@pytest.mark.parametrize(
    "arguments",
    [
        ("used", "1"),
        ("stories", "put"),
        ("stories", "add"),
        ("stories", "add", "x", "--deadline", "i morgen"),
        ("used", str(2**70), "--in", "x"),
        ("used", "0", "--in", "x"),
    ],
)
def test_a_wrong_command_line_is_a_usage_error(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, "--json").code == 2


@pytest.mark.parametrize(
    "command", ["stories", "stories add", "stories archive", "stories put", "stories take", "used"]
)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    assert "Usage: kdcurator" in run(*command.split(), "--help").out.decode()


def test_people_read_tables(run: Run, quotes: list[str]) -> None:
    run("stories", "add", "Budget")
    run("used", quotes[0], "--in", "Budget")
    assert "Budget\t\tcurrent\t0" in run("stories").out.decode()
    assert "Karen Holm\tBudget\t" in run("used", quotes[0], "--in", "Budget").out.decode()

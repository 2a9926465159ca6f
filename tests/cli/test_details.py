"""The commands `articles set`, `similar`, `keep-both` and `drop`."""

from pathlib import Path
from typing import Any, Protocol

import pytest

ANSWERS = """– Vi har brugt tre år på at spørge borgerne, og nu ved vi, hvad de vil have. De vil \
have svar den samme dag, og de vil kunne ringe til et menneske, siger kommunaldirektør Per Dal.

– Det koster penge i begyndelsen, men det er billigere end at svare forkert, siger Per Dal.
"""


class Run(Protocol):
    """Runs the program; see conftest."""

    def __call__(self, *arguments: object) -> Any: ...


@pytest.fixture
def three(run: Run, tmp_path: Path) -> list[str]:
    """Return three articles, of which the first two are similar."""
    for name, text in (
        ("a.txt", f"Lyngsø lytter\n\n{ANSWERS}"),
        ("b.txt", f"Borgerne vil have svar\n\n{ANSWERS}\nRådhuset åbner kl. 9.\n"),
        ("c.txt", "Ny vej\n\nVejen åbner til maj.\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = run("import", "a.txt", "b.txt", "c.txt", "--json").json["imported"]
    return [str(item["article_id"]) for item in found]


def test_several_articles_are_set_as_one_change(run: Run, three: list[str]) -> None:
    said = ("--publication", "Komponent", "--date", "2018-10-24", "--accept-guesses")
    ran = run("articles", "set", *three[:2], *said, "--json")
    assert ran.code == 0, ran.err
    shown = [(a["publication"], a["published_on"], a["guessed"]) for a in ran.json["articles"]]
    assert shown == [("Komponent", "2018-10-24", [])] * 2
    assert run("search", "--json", "--", "medie:komponent").json["total"] == 2
    run("undo")
    listed = run("articles", "--json").json["articles"]
    assert {article["publication"] for article in listed} == {None}


def test_nothing_is_set_when_one_is_unknown_or_nothing_is_said(run: Run, three: list[str]) -> None:
    refused = run("articles", "set", *three, "999", "--publication", "Nu", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "unknown_article")
    assert run("articles", "set", three[0]).code == 2
    assert run("articles", "set", three[0], "--date", "i går").code == 2
    assert {a["publication"] for a in run("articles", "--json").json["articles"]} == {None}


def test_similar_articles_are_listed_kept_or_dropped(run: Run, three: list[str]) -> None:
    first, second, _ = three
    (pair,) = run("articles", "similar", "--json").json["pairs"]
    assert (str(pair["article_id"]), str(pair["other_id"])) == (second, first)
    assert run("articles", "keep-both", first, second, "--json").code == 0
    assert run("articles", "similar", "--json").json == {"pairs": []}
    run("undo")
    run("suggest", "--article", first, "--accept")
    assert run("articles", "drop", first, second, "--json").code == 0
    quotes = run("quotes", "--json").json["quotes"]
    assert {str(quote["article_id"]) for quote in quotes} == {second}
    assert len(quotes) == 2
    assert run("check", "--json").json["ok"]

"""Speakers are merged, renamed and parted from a terminal, each command a process of its own."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARTICLES = {
    "a.txt": "Ny bro\n\n- Broen skal bygges, siger borgmester Bodil Holm.\n\nDen koster penge.\n",
    "b.txt": "Broen åbner\n\n- Nu kan vi cykle, siger formand B. Holm.\n\nBroen er åben.\n",
    "c.txt": "Færgen sejler\n\n- Den sejler igen, siger direktør Åse Lund.\n\nDet er godt.\n",
}


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> Run:
    """Save one quote of each of three articles."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("import", *ARTICLES).code == 0
    lines = (
        {"article_id": 1, "segments": [[9, 27]], "speaker": "Bodil Holm"},
        {"article_id": 2, "segments": [[14, 30]], "speaker": "B. Holm"},
        {"article_id": 3, "segments": [[16, 32]], "speaker": "Åse Lund"},
    )
    added = run("quotes", "add", "--stdin", stdin="\n".join(map(json.dumps, lines)).encode())
    assert added.code == 0
    assert b"error" not in added.out
    return run


def people(run: Run) -> dict[str, tuple[list[str], int]]:
    found = run("people", "--json").json["people"]
    assert found[0].keys() == {"id", "name", "names", "quotes", "roles"}
    return {person["name"]: (person["names"], person["quotes"]) for person in found}


def test_people_are_merged_renamed_and_parted(saved: Run) -> None:
    start = saved("people", "list", "--json").json
    ran = saved("people", "merge", "b. holm", "åse lund", "BODIL HOLM", "--json")
    (merged,) = ran.json["people"]
    assert (merged["name"], merged["quotes"]) == ("Bodil Holm", 3)
    assert merged["names"] == ["Bodil Holm", "B. Holm", "Åse Lund"]
    assert [role["role"] for role in merged["roles"]] == ["borgmester", "formand", "direktør"]
    found = saved("quotes", "--speaker", "ÅSE LUND", "--json").json["quotes"]
    assert {quote["speaker"] for quote in found} == {"Bodil Holm"}
    assert len(found) == 3
    assert saved("people", "part", "Bodil Holm", "åse lund").code == 0
    assert saved("people", "rename", "Åse Lund", "Åse Lund Krog").code == 0
    assert people(saved)["Åse Lund Krog"] == (["Åse Lund", "Åse Lund Krog"], 1)
    assert saved("export", "out.json", "--speaker", "åse lund").code == 0
    kinds = [saved("undo", "--json").json["undone"]["kind"] for _ in range(3)]
    assert kinds == ["rename_person", "part_person", "merge_people"]
    assert saved("people", "--json").json == start
    assert saved("undo", "--redo").code == 0
    assert saved("people", "--json").json == ran.json


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("merge", "findes ikke", "B. Holm"), "unknown_person"),
        (("merge", "b. holm", "B. Holm"), "same_person"),
        (("rename", "B. Holm", "bodil holm"), "person_exists"),
        (("rename", "B. Holm", "..."), "empty_name"),
        (("part", "B. Holm", "Bodil Holm"), "unknown_name_form"),
        (("part", "B. Holm", "b. HOLM"), "only_name"),
    ],
)
def test_refusals_are_sentences(saved: Run, arguments: tuple[str, ...], code: str) -> None:
    before = saved("people", "--json").json
    ran = saved("people", *arguments, "--json")
    assert ran.code == 1
    assert ran.json["error"]["code"] == code
    assert ran.json["error"]["message"].endswith(".")
    assert saved("people", "--json").json == before


def test_merging_needs_two_names(run: Run) -> None:
    assert run("people", "merge", "B. Holm").code == 2

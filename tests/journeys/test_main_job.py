"""The main job on the five real articles, by the command line alone, and then the proof."""

import csv
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def kdcurator(*arguments: str) -> Any:
    command = [sys.executable, "-m", "kdcurator", arguments[0], "--json", *arguments[1:]]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return json.loads(done.stdout)


def gold_of(corpus: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the gold quotes that count, by the name of their article's file."""
    found = {}
    for path in sorted((corpus / "gold").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        found[document["file"]] = [q for q in document["quotes"] if not q.get("optional")]
    return found


def quotations_in(docx: Path) -> list[str]:
    """Return the paragraphs of style Citat, line breaks as they were."""
    root = ElementTree.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))  # noqa: S314
    return [
        "".join(
            piece.text or ""
            if piece.tag == f"{W}t"
            else {f"{W}br": "\n", f"{W}tab": "\t"}[piece.tag]
            for piece in paragraph.iter()
            if piece.tag in {f"{W}t", f"{W}br", f"{W}tab"}
        )
        for paragraph in root.iter(f"{W}p")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None
        and style.get(f"{W}val") == "Citat"
    ]


@pytest.mark.corpus
def test_main_job_on_the_real_articles(corpus: Path, tmp_path: Path) -> None:
    files = sorted(str(path) for path in corpus.glob("*.txt"))
    report = kdcurator("import", *files)
    assert len(report["imported"]) == 5
    kdcurator("suggest", "--all", "--accept", "--tag", "ledelse")
    quotes = kdcurator("quotes", "--tag", "ledelse")["quotes"]
    name_of = {i["article_id"]: Path(i["path"]).name for i in report["imported"]}
    texts = {a["id"]: a["text"] for a in kdcurator("articles", "--with-text")["articles"]}
    for quote in quotes:
        text = texts[quote["article_id"]]
        assert all(text[s["start"] : s["end"]] == s["exact"] for s in quote["segments"])

    gold = gold_of(corpus)
    for article_id, name in name_of.items():
        mine = [q for q in quotes if q["article_id"] == article_id]
        assert [(q["speaker"], [[s["start"], s["end"]] for s in q["segments"]]) for q in mine] == [
            (q["speaker"], q["segments"]) for q in gold[name]
        ]

    found = kdcurator("search", "--in", "quotes", "--limit", "100", "--", "gevinstrealiseringen")
    assert found["total"] >= 2
    words = [quote["text"] for quote in quotes]
    kdcurator("export", str(tmp_path / "q.docx"), "--group-by", "speaker")
    assert sorted(quotations_in(tmp_path / "q.docx")) == sorted(words)
    kdcurator("export", str(tmp_path / "q.csv"), "--csv-dialect", "plain")
    with (tmp_path / "q.csv").open(encoding="utf-8", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == words
    assert kdcurator("check")["ok"] is True

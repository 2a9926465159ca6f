"""`import` with an address; the pages themselves are tried in tests/importing/test_fetching.py."""

from pathlib import Path

from tests.cli.conftest import Run


def test_import_takes_addresses_beside_paths(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rubrik\n\n– Ja, siger Bo Ek.", encoding="utf-8")
    ran = run("import", "a.txt", "http://127.0.0.1:9/hemmeligt", "file:///etc/passwd", "--json")
    assert ran.code == 1
    assert [item["path"] for item in ran.json["imported"]] == ["a.txt"]
    assert [(item["path"], item["code"]) for item in ran.json["rejected"]] == [
        ("http://127.0.0.1:9/hemmeligt", "unreadable"),
        ("file:///etc/passwd", "unreadable"),
    ]
    assert "not public" in ran.json["rejected"][0]["reason"]
    assert "over the net" in ran.err


def test_import_says_in_danish_why_a_page_is_not_fetched(run: Run) -> None:
    ran = run("import", "http://127.0.0.1/", KDCURATOR_LANG="da")
    assert "Siden kunne ikke hentes: den fører til denne computer" in ran.err


def test_whole_page_gives_an_article_all_text_of_its_page(run: Run, tmp_path: Path) -> None:
    words = "<p>Kajen graves op til foråret, og arbejdet varer i to år.</p>" * 3
    (tmp_path / "a.html").write_text(
        f"<html><body><article><h1>Kajen</h1>{words}</article><footer>Torvet 1, Havby", "utf-8"
    )
    (tmp_path / "b.txt").write_text("Rubrik\n\nBrødtekst.", encoding="utf-8")
    run("import", "a.html", "b.txt")
    ran = run("whole-page", "1", "2", "--json")
    assert ran.code == 1
    assert [item["article_id"] for item in ran.json["updated"]] == [1]
    assert [item["code"] for item in ran.json["rejected"]] == ["unsupported"]
    articles = run("articles", "--with-text", "--json").json["articles"]
    assert "Torvet 1" in articles[0]["text"]
    assert run("whole-page", "9", "--json").json["error"]["code"] == "unknown_article"

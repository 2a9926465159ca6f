"""The documented commands and their JSON (CONTRACT.md, section 3), one after the other."""

import csv
import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

ARTICLE = """Karen Holm: Vi skal turde slukke for de gamle systemer

Havby Kommune rydder op. Det er nødvendigt, mener kommunaldirektør Karen Holm, Havby Kommune.

- Vi har brugt for mange penge på systemer, som ingen bruger, siger Karen Holm.

Hun ser især tre opgaver foran sig.

- Borgerne skal kunne se, hvor langt deres sag er, siger hun og tilføjer:

- Det er ikke raketvidenskab 🚀, men det kræver ledelse.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "havby.txt"
    path.write_text(ARTICLE, encoding="utf-8", newline="")
    return path


@pytest.fixture
def imported(run: Run, article: Path) -> int:
    return int(run("import", article, "--json").json["imported"][0]["article_id"])


@pytest.fixture
def accepted(run: Run, imported: int) -> list[dict[str, Any]]:
    assert run("suggest", "--all", "--accept", "--tag", "ledelse").code == 0
    found: list[dict[str, Any]] = run("quotes", "--json").json["quotes"]
    return found


def test_import_says_what_became_of_each_path(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "again.txt").write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    ran = run("import", article, "again.txt", "picture.png", "missing.txt", "--json")
    assert ran.code == 1
    (imported,) = ran.json["imported"]
    assert imported.keys() == {
        *("path", "article_id", "title", "byline", "publication"),
        *("published_on", "language", "media_type", "text_type"),
    }
    assert imported["language"] == "da"
    assert imported["media_type"] == "text/plain"
    assert ran.json["duplicates"] == [{"path": "again.txt", "article_id": imported["article_id"]}]
    assert [(r["path"], r["code"]) for r in ran.json["rejected"]] == [
        ("picture.png", "binary"),
        ("missing.txt", "unreadable"),
    ]


def test_import_of_the_same_again_is_no_failure(run: Run, article: Path, imported: int) -> None:
    ran = run("import", article, "--json")
    assert ran.code == 0
    assert ran.json["duplicates"] == [{"path": str(article), "article_id": imported}]


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes in folders nor such names")
def test_import_of_a_folder_full_of_oddities(run: Run, article: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    odd.mkdir()
    os.mkfifo(odd / "pipe")
    (odd / "loop").symlink_to(odd)
    (odd / "nowhere").symlink_to(odd / "not there")
    Path(os.fsdecode(os.fsencode(odd) + b"/br\xf8d\nog.txt")).write_text("Helt andre ord.")
    article.rename(odd / "havby.txt")
    ran = run("import", odd, "--json")
    assert ran.code == 1
    assert len(ran.json["imported"]) == 2
    assert any("\udcf8" in item["path"] for item in ran.json["imported"])
    assert {item["code"] for item in ran.json["rejected"]} == {"unreadable"}


def test_articles_have_the_canonical_text_and_its_sum(run: Run, imported: int) -> None:
    (found,) = run("articles", "--with-text", "--json").json["articles"]
    assert found["id"] == imported
    assert found["text"] == ARTICLE
    assert found["text_sha256"] == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert found["quotes"] == 0
    assert found["suggestions"] >= 3
    assert "text" not in run("articles", "--json").json["articles"][0]


def test_suggest_shows_quotes_with_speakers_and_keeps_nothing(run: Run, article: Path) -> None:
    (found,) = run("suggest", article, "--json").json["articles"]
    assert found["path"] == str(article)
    for quote in found["quotes"]:
        cut = " ".join(ARTICLE[start:end] for start, end in quote["segments"])
        assert quote["text"] == cut
        assert quote.keys() == {
            *("segments", "text", "speaker", "style", "cue", "confidence", "reason"),
        }
    assert {quote["speaker"] for quote in found["quotes"]} == {"Karen Holm"}
    assert found["people"][0]["name"] == "Karen Holm"
    assert run("articles", "--json").json["articles"] == []


def test_suggest_reads_what_it_can_and_says_what_it_cannot(run: Run, article: Path) -> None:
    ran = run("suggest", article, "missing.txt", "--json")
    assert ran.code == 1
    assert ran.json["articles"][1]["error"]["code"] == "unreadable"
    assert ran.json["articles"][0]["quotes"]


def test_accepted_suggestions_are_saved_once(run: Run, accepted: list[dict[str, Any]]) -> None:
    again = run("suggest", "--all", "--accept", "--tag", "kompetencer", "--json")
    assert again.code == 0
    found = run("quotes", "--json").json["quotes"]
    assert [quote["id"] for quote in found] == [quote["id"] for quote in accepted]
    assert {tuple(quote["tags"]) for quote in found} == {("ledelse", "kompetencer")}
    assert run("articles", "--json").json["articles"][0]["suggestions"] == 0


def test_article_without_a_title_is_listed_by_its_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "street.txt").write_text("- Vi går nu, siger Bo Lind.\n", encoding="utf-8")
    run("import", tmp_path / "street.txt")
    assert "street.txt" in run("articles").out.decode()


def test_suggestions_below_the_wished_confidence_are_not_saved(run: Run, imported: int) -> None:
    run("suggest", "--all", "--accept", "--min-confidence", "1")
    assert run("quotes", "--json").json["quotes"] == []


def test_dismissed_suggestions_are_not_saved_later(run: Run, imported: int) -> None:
    assert run("suggest", "--article", str(imported), "--dismiss").code == 0
    assert run("articles", "--json").json["articles"][0]["suggestions"] == 0
    run("suggest", "--all", "--accept")
    assert run("quotes", "--json").json["quotes"] == []


def test_suggest_takes_several_articles_after_one_option(
    run: Run, imported: int, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text("En anden tekst.\n\n- Det siger jeg, siger Per Dal.\n")
    second = run("import", "b.txt", "--json").json["imported"][0]["article_id"]
    found = run("suggest", "--article", str(imported), str(second), "--json").json["articles"]
    assert [item["article_id"] for item in found] == [imported, second]


def test_quotes_are_verbatim_and_complete(accepted: list[dict[str, Any]], imported: int) -> None:
    assert accepted
    for quote in accepted:
        assert quote.keys() >= {
            *("id", "article_id", "article_title", "segments", "text", "speaker", "role"),
            *("organisation", "tags", "status", "used_in", "note", "created_at"),
        }
        assert all(ARTICLE[s["start"] : s["end"]] == s["exact"] for s in quote["segments"])
        assert quote["article_id"] == imported
        assert quote["speaker"] == "Karen Holm"
        assert quote["role"] == "kommunaldirektør"
        assert quote["tags"] == ["ledelse"]
        assert quote["created_at"].endswith("Z")


@pytest.mark.parametrize(
    ("options", "some"),
    [
        (("--tag", "LEDELSE"), True),
        (("--tag", "kompetencer"), False),
        (("--speaker", "karen holm"), True),
        (("--speaker", "Per Dal"), False),
        (("--status", "new"), True),
        (("--status", "sent"), False),
        (("--query", "borgernes penge"), False),
        (("--query", "borger sag"), True),
        (("--story", "ingen"), False),
        (("--article", "999"), False),
    ],
)
def test_quotes_are_filtered(
    run: Run, accepted: list[dict[str, Any]], options: tuple[str, ...], *, some: bool
) -> None:
    assert bool(run("quotes", *options, "--json").json["quotes"]) is some


def lines(*documents: object) -> bytes:
    return b"".join(json.dumps(document).encode() + b"\n" for document in documents)


def test_quotes_add_answers_each_line(run: Run, imported: int) -> None:
    place = ARTICLE.index("Det er ikke")
    good = {"article_id": imported, "segments": [[place, place + 28]]}
    wishes = [
        {**good, "tags": ["Helt nyt"], "speaker": "Per Dal"},
        {**good, "tags": ["KOMPETENCER"], "speaker": "En anden", "note": "sagt i telefon"},
        {**good, "article_id": 999},
        {**good, "segments": [[0, 10_000]]},
        {**good, "segments": [[5, 5]]},
        {**good, "segments": [[10, 20], [15, 25]]},
        {**good, "segments": [[10, 20], [0, 5]]},
        {**good, "article_id": 2**70},
        "no wish",
        {**good, "tags": [" \u200b "]},
    ]
    ran = run("quotes", "add", "--stdin", stdin=lines(*wishes) + b"no json\n")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 1
    assert answers[0] == answers[1] == {"id": answers[0]["id"]}
    assert [answer["error"]["code"] for answer in answers[2:]] == [
        *("unknown_article", "bad_span", "bad_span"),
        *("overlapping_segments", "overlapping_segments", "unknown_article"),
        *("bad_request", "empty_name", "bad_request"),
    ]
    (quote,) = run("quotes", "--json").json["quotes"]
    assert quote["text"] == "Det er ikke raketvidenskab 🚀"
    assert quote["tags"] == ["Helt nyt", "kompetencer"]
    assert (quote["speaker"], quote["note"]) == ("Per Dal", "sagt i telefon")
    assert {tag["name"] for tag in run("tags", "--json").json["tags"]} >= {"Helt nyt"}
    assert [person["name"] for person in run("people", "--json").json["people"]] == ["Per Dal"]


def test_search_finds_inflections_in_articles_and_quotes(
    run: Run, accepted: list[dict[str, Any]]
) -> None:
    found = run("search", "--json", "--", "borger").json
    assert found.keys() == {"query", "total", "took_ms", "corrected", "misread", "hits"}
    assert {hit["kind"] for hit in found["hits"]} == {"article", "quote"}
    assert found["total"] == len(found["hits"])
    assert all("Borgerne" in hit["snippet"] for hit in found["hits"])
    only = run("search", "--in", "quotes", "--limit", "1", "--json", "--", "kilde:holm").json
    assert len(only["hits"]) == 1
    assert only["total"] == len(accepted)
    assert only["hits"][0].keys() == {
        *("kind", "id", "article_id", "title", "snippet", "speaker", "tags", "score"),
        *("also_said", "used_in"),
    }


@pytest.mark.parametrize("query", ["", "-borger", '"', "((", "tag:", "AND", "*", "[~", "😀"])
def test_odd_queries_find_nothing_and_fail_nothing(run: Run, imported: int, query: str) -> None:
    ran = run("search", "--json", "--", query)
    assert (ran.code, ran.json["total"], ran.json["hits"]) == (0, 0, [])


def test_search_sees_what_was_saved_a_moment_ago_with_and_without_an_index(
    run: Run, accepted: list[dict[str, Any]], tmp_path: Path
) -> None:
    first = run("search", "--json", "--", "tag:ledelse penge").json
    other = run(
        "search", "--json", "--", "tag:ledelse penge", KDCURATOR_CACHE=str(tmp_path / "new")
    ).json
    assert first["total"] == other["total"] == 2
    run("undo")
    assert run("search", "--json", "--", "tag:ledelse penge").json["total"] == 0


def test_tags_are_listed_added_renamed_merged_and_deleted(
    run: Run, accepted: list[dict[str, Any]]
) -> None:
    start = run("tags", "list", "--json").json["tags"]
    assert [tag["key"] for tag in start[:9]] == list(range(1, 10))
    assert start[0].keys() == {"id", "name", "colour", "key", "parent", "quotes"}
    assert run("tags", "add", "Mål").code == 0
    assert run("tags", "rename", "mål", "Mål og midler").code == 0
    ran = run("tags", "merge", "ledelse", "mål og midler", "--json")
    by_name = {tag["name"]: tag["quotes"] for tag in ran.json["tags"]}
    assert by_name["Mål og midler"] == len(accepted)
    assert "ledelse" not in by_name
    assert run("tags", "delete", "Mål og midler").code == 0
    assert {tuple(q["tags"]) for q in run("quotes", "--json").json["quotes"]} == {()}
    for _ in range(4):
        assert run("undo").code == 0
    assert run("tags", "--json").json["tags"] == start


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("tags", "add", "KOMPETENCER"), "tag_exists"),
        (("tags", "add", "  "), "empty_name"),
        (("tags", "rename", "findes ikke", "x"), "unknown_tag"),
        (("tags", "merge", "kompetencer", "findes ikke"), "unknown_tag"),
        (("tags", "delete", "findes ikke"), "unknown_tag"),
        (("export", "quotes.exe"), "unknown_format"),
        (("export", "not/there/quotes.csv"), "cannot_write"),
        (("restore", "missing.zip"), "backup_damaged"),
        (("suggest", "--article", "77"), "unknown_article"),
        (("demo", "--output", "."), "demo_folder_taken"),
    ],
)
def test_refusals_are_sentences_with_a_code(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    (tmp_path / "mine.txt").touch()
    ran = run(*arguments, "--json")
    assert (ran.code, ran.json["error"]["code"]) == (1, code)
    assert ran.json["error"]["message"].endswith(".")
    assert "Traceback" not in ran.err
    assert (tmp_path / "mine.txt").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("import",),
        ("suggest",),
        ("import", ""),
        ("search", "--in", "dreams", "--", "x"),
        ("suggest", "--wat"),
    ],
)
def test_wrong_usage_is_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("--wait", "1", *arguments[:1], "--json", *arguments[1:])
    assert ran.code == 2
    assert ran.json["error"]["code"] == "usage"
    assert "Traceback" not in ran.err


def test_damaged_library_is_told_as_one(run: Run, accepted: list[dict[str, Any]]) -> None:
    library = Path(os.environ["KDCURATOR_LIBRARY"]) / "library.sqlite3"
    connection = sqlite3.connect(library)
    connection.execute("DROP TABLE quote_tag")
    connection.commit()
    connection.close()
    ran = run("quotes", "--json")
    assert (ran.code, ran.json["error"]["code"]) == (1, "library_damaged")
    assert "Traceback" not in ran.err
    assert run("check", "--json").json["problems"][0]["code"] == "database_damaged"


_FAULTY = """
from kdcurator.store import quotes

def list_quotes(*_):
    raise ArithmeticError("Karen Holm")

quotes.list_quotes = list_quotes
"""


def test_fault_of_ours_is_70_with_a_log_that_quotes_nobody(
    run: Run, accepted: list[dict[str, Any]], tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_FAULTY, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    ran = run("quotes", "--json", PYTHONPATH=path)
    assert (ran.code, ran.json["error"]["code"]) == (70, "fault")
    assert "Traceback" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    log = Path(ran.err.strip().rpartition("see ")[2])
    assert "ArithmeticError" in log.read_text()
    assert "Holm" not in log.read_text()


def test_exports_hold_every_quote_verbatim(
    run: Run, accepted: list[dict[str, Any]], tmp_path: Path
) -> None:
    for name in ("q.docx", "q.csv", "q.json"):
        done = run("export", name, "--group-by", "speaker", "--json")
        assert done.code == 0
        assert done.json == {
            "path": name,
            "format": name.partition(".")[2],
            "quotes": len(accepted),
        }
    words = [quote["text"] for quote in accepted]
    document = zipfile.ZipFile(tmp_path / "q.docx").read("word/document.xml").decode()
    assert all(text in document for text in words)
    with (tmp_path / "q.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["quote"] for row in rows] == words
    data = json.loads((tmp_path / "q.json").read_bytes())
    assert [quote["text"] for quote in data["quotes"]] == words


def test_csv_dialect_and_filters_reach_the_export(
    run: Run, accepted: list[dict[str, Any]], tmp_path: Path
) -> None:
    run("export", "plain.csv", "--csv-dialect", "plain", "--tag", "kompetencer")
    content = (tmp_path / "plain.csv").read_bytes()
    assert content.startswith(b"id,quote,speaker,")
    assert content.count(b"\r\n") == 1


def test_undo_and_redo_say_what_they_did(run: Run, accepted: list[dict[str, Any]]) -> None:
    undone = run("undo", "--json").json["undone"]
    assert (undone["kind"], len(undone["quotes"])) == ("save_quotes", len(accepted))
    assert run("quotes", "--json").json["quotes"] == []
    assert run("articles", "--json").json["articles"][0]["suggestions"] == len(accepted)
    assert run("undo", "--redo", "--json").json["redone"]["kind"] == "save_quotes"
    assert run("quotes", "--json").json["quotes"] == accepted
    assert run("undo", "--redo", "--json").json == {"redone": None}


def test_check_finds_and_repairs_a_misplaced_quote(
    run: Run, accepted: list[dict[str, Any]]
) -> None:
    sound = run("check", "--json").json
    assert sound["ok"] is True
    assert sound["indexed"] == {"articles": 1, "quotes": len(accepted)}
    connection = sqlite3.connect(Path(os.environ["KDCURATOR_LIBRARY"]) / "library.sqlite3")
    connection.execute('UPDATE segment SET start = start + 1, "end" = "end" + 1 WHERE id = 1')
    connection.commit()
    connection.close()
    found = run("check", "--json")
    assert (found.code, found.json["ok"]) == (1, False)
    assert found.json["problems"][0].keys() == {"code", "detail", "repaired"}
    refused = run("export", "q.csv", "--json")
    assert refused.json["error"]["code"] == "quote_not_verbatim"
    assert "no longer match" in refused.err
    repaired = run("check", "--repair", "--json").json
    assert repaired["ok"] is True
    assert repaired["problems"][0]["repaired"] is True
    assert run("quotes", "--json").json["quotes"][0]["segments"] == accepted[0]["segments"]


def test_backup_is_restored_and_what_was_there_is_kept(
    run: Run, accepted: list[dict[str, Any]]
) -> None:
    made = run("backup", "copy.zip", "--json").json
    assert (made["articles"], made["quotes"]) == (1, len(accepted))
    run("undo")
    run("undo")
    assert run("articles", "--json").json["articles"] == []
    assert run("restore", "copy.zip", "--json").json["quotes"] == len(accepted)
    assert run("quotes", "--json").json["quotes"] == accepted
    assert run("search", "--json", "--", "borger").json["total"] >= 2
    assert list(Path(os.environ["KDCURATOR_BACKUPS"]).rglob("*.zip"))


def test_demo_does_the_main_job_in_a_folder_of_its_own(run: Run, tmp_path: Path) -> None:
    ran = run("demo", "--output", "demo", "--no-window", "--json")
    assert ran.code == 0
    assert ran.json["articles"] >= 8
    assert ran.json["quotes"] >= 20
    assert all(Path(name).stat().st_size > 1000 for name in ran.json["files"])
    assert not Path(os.environ["KDCURATOR_LIBRARY"]).exists()
    assert run("demo", "--output", "demo").code == 0


@pytest.mark.parametrize(
    "command",
    [
        *("import", "articles", "suggest", "quotes", "search", "tags", "people", "export"),
        *("undo", "check", "backup", "restore", "demo"),
        *("quotes add", "tags add", "tags rename", "tags merge", "tags delete"),
        *("people list", "people merge", "people rename", "people part"),
    ],
)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    ran = run(*command.split(), "--help")
    assert ran.code == 0
    assert "Usage: kdcurator" in ran.out.decode()


def test_messages_are_danish_for_danes(run: Run) -> None:
    ran = run("tags", "delete", "findes ikke", "--json", KDCURATOR_LANG="da")
    assert "Der er intet tag »findes ikke«" in ran.json["error"]["message"]


def test_json_is_utf8_where_the_platform_speaks_something_else(run: Run, imported: int) -> None:
    ran = run("articles", "--with-text", "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ran.json["articles"][0]["text"] == ARTICLE
    assert run("articles", PYTHONIOENCODING="ascii", LC_ALL="C").code == 0


def test_interrupted_command_is_130_and_says_so(run: Run, tmp_path: Path) -> None:
    listening = (  # whoever runs the tests in the background makes their children deaf to SIGINT
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from kdcurator.__main__ import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", listening, "quotes", "add", "--stdin", "--json"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"{}\n")
        process.stdin.flush()
        assert b"bad_request" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert json.loads(out)["error"]["code"] == "interrupted"
    assert b"Traceback" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_that_cannot_be_written_is_one_sentence(run: Run, imported: int) -> None:
    for arguments in (("articles", "--json"), ("articles",), ("tags", "add", "x", "--json")):
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "kdcurator", *arguments]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 1
        assert len(done.stderr.decode().strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("quotes", "--article", "99999999999999999999"),
        ("quotes", "--tag", "\udcff"),
        ("quotes", "--speaker", "\udcff"),
        ("search", "--", "\udcff"),
        ("tags", "add", "a\udcff"),
    ],
)
def test_odd_arguments_are_no_fault(run: Run, imported: int, arguments: tuple[str, ...]) -> None:
    ran = run(arguments[0], *arguments[1:-1], arguments[-1])
    assert ran.code == 0, ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", ""),
        ("suggest", " "),
        ("export", ""),
        ("--library", "", "articles"),
        ("--wait", "nan", "articles"),
        ("suggest", "--all", "--accept", "--min-confidence", "nan"),
        ("restore", "~nobodyofthisname/x.zip"),
    ],
)
def test_arguments_that_mean_nothing_are_usage(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert run(*arguments).code == 2
    assert list(tmp_path.iterdir()) == []


def test_second_name_of_a_file_is_a_duplicate(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(article)
    ran = run("import", article, article, "link.txt", "--json")
    assert len(ran.json["imported"]) == 1
    assert [item["path"] for item in ran.json["duplicates"]] == [str(article), "link.txt"]


def test_damaged_library_is_restored(run: Run, accepted: list[dict[str, Any]]) -> None:
    run("backup", "good.zip")
    library = Path(os.environ["KDCURATOR_LIBRARY"]) / "library.sqlite3"
    library.write_bytes(b"damaged" * 5000)
    assert run("articles", "--json").json["error"]["code"] == "not_a_library"
    assert run("restore", "good.zip", "--json").json["quotes"] == len(accepted)
    assert run("quotes", "--json").json["quotes"] == accepted


def test_library_in_use_is_read_and_its_holder_named(
    run: Run, accepted: list[dict[str, Any]]
) -> None:
    command = [sys.executable, "-m", "kdcurator", "quotes", "add", "--stdin"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"{}\n")
        process.stdin.flush()
        process.stdout.readline()
        refused = run("--wait", "0.2", "tags", "add", "ny", "--json")
        assert refused.json["error"]["code"] == "library_in_use"
        assert f"process {process.pid}" in refused.json["error"]["message"]
        assert "kdcurator quotes add" in refused.json["error"]["message"]
        assert run("quotes", "--json").json["quotes"] == accepted
        assert run("search", "--json", "--", "borger").json["total"] == 2
        process.stdin.close()
        process.wait(timeout=30)
    assert run("tags", "add", "ny").code == 0


def test_import_tells_what_is_attached_to_mails_and_brings_it_when_asked(
    run: Run, tmp_path: Path
) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Høringssvar"
    mail.set_content("Se vedhæftet.\n")
    mail.add_attachment(ARTICLE, filename="svar.txt")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    told = run("import", "a.eml", "--json").json
    assert told["attachments"] == [{"path": "a.eml", "article_id": 1, "names": ["svar.txt"]}]
    assert told["notes"] == [{"path": "a.eml", "article_id": 1, "notes": ["attachments"]}]
    brought = run("import", "a.eml", "--attachments", "--json").json
    assert [item["path"] for item in brought["imported"]] == [str(Path("a.eml") / "svar.txt")]
    assert brought["duplicates"] == [{"path": "a.eml", "article_id": 1}]

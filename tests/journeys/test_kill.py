"""`kill -9` while quotes are saved: no acknowledged quote is lost, none is there by half."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = 20
TEXT = "".join(f"Sætning nummer {number} handler om noget nyt. " for number in range(2000))


def kdcurator(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kdcurator", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=120)


def wishes(first: int) -> bytes:
    """Return many lines, each a quote of its own at a place nobody has saved yet."""
    lines = (
        json.dumps(
            {
                "article_id": 1,
                "segments": [[n, n + 9], [n + 12, n + 20]],
                "tags": ["a", f"t{n % 5}"],
            }
        )
        for n in range(first, first + 3000)
    )
    return "\n".join(lines).encode() + b"\n"


def add_until_killed(first: int, patience: float) -> list[int]:
    """Save quotes, kill the process at a moment of its work, and return the ids it had printed."""
    command = [sys.executable, "-m", "kdcurator", "quotes", "add", "--stdin"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(wishes(first)[:60_000])  # less than a pipe holds: nobody waits
        process.stdin.flush()
        acknowledged = [process.stdout.readline()]
        time.sleep(patience)
        process.kill()
        acknowledged += process.stdout.readlines()
    return [json.loads(line)["id"] for line in acknowledged if line.endswith(b"\n")]


@pytest.mark.skipif(os.name == "nt", reason="Windows kills by other means")
def test_no_acknowledged_quote_is_lost_by_kill(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(TEXT, encoding="utf-8")
    kdcurator("import", str(tmp_path / "long.txt"))
    luck, acknowledged = random.Random(9), set[int]()
    for number in range(KILLS):
        acknowledged.update(add_until_killed(number * 3000, luck.uniform(0, 0.3)))
    quotes = json.loads(kdcurator("quotes", "--json").stdout)["quotes"]
    assert len(acknowledged) > KILLS
    assert acknowledged <= {quote["id"] for quote in quotes}
    for quote in quotes:  # whole: both segments, both tags, and the words of the article
        assert [TEXT[s["start"] : s["end"]] for s in quote["segments"]] == [
            s["exact"] for s in quote["segments"]
        ]
        assert (len(quote["segments"]), len(quote["tags"])) == (2, 2)
    assert json.loads(kdcurator("check", "--json").stdout)["ok"] is True
    found = json.loads(kdcurator("search", "--in", "quotes", "--json", "--", "tag:a").stdout)
    assert found["total"] == len(quotes)

"""A day's work in one process, command after command, for a recorder to watch.

Owns what is done. Each command prints when it is done, as the program does for anybody; a line of
our own follows each, so that the end of a command without a printed word is known too.

    python -m tests.faults.power.work FOLDER QUOTES [--careless]

`FOLDER` is where the files to import lie; all else comes to lie in the folder `disk` there.
`QUOTES` is how many quotes each sitting saves. `--careless` does the first two commands alone, with
SQLite's syncs switched off, to prove that a replay sees what that loses.
"""

import io
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.settings import from_environment
from kdcurator.store import engine

ARTICLES = 4
LONG = 10
"""From so many quotes in a sitting on, more is done in the day."""
_SENTENCES = 400


def write_articles(folder: Path) -> None:
    """Write the files that the work imports."""
    for number in range(ARTICLES):
        lines = (f"Sætning {i} i artikel {number} siger noget nyt. " for i in range(_SENTENCES))
        said = (
            f"\n\n– Vi siger noget nyt for {number}. gang, siger Karen Holm, formand for byrådet.\n"
        )
        (folder / f"{number}.txt").write_text("".join(lines) + said, encoding="utf-8")


def _quotes(article: int, first: int, count: int) -> str:
    """Return lines for `quotes add`, each a quote of two places with two tags."""
    lines = (
        {
            "article_id": article,
            "segments": [[n * 20, n * 20 + 9], [n * 20 + 12, n * 20 + 19]],
            "speaker": f"Kilde {n % 3}",
            "tags": ["alle", f"t{n % 5}"],
        }
        for n in range(first, first + count)
    )
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def _morning(folder: Path, count: int) -> Iterator[tuple[list[str], str]]:
    """Yield the commands of a short day with what is typed into each."""
    backup = str(folder / "disk" / "backup.zip")
    yield ["import", str(folder / "0.txt"), str(folder / "1.txt"), "--json"], ""
    yield ["quotes", "add", "--stdin"], _quotes(1, 0, count)
    yield ["export", str(folder / "disk" / "quotes.csv"), "--json"], ""
    yield ["backup", backup, "--json"], ""
    yield ["quotes", "add", "--stdin"], _quotes(2, 0, count)
    yield ["undo", "--json"], ""
    yield ["restore", backup, "--json"], ""


def _day(folder: Path, count: int) -> Iterator[tuple[list[str], str]]:
    """Yield the commands of a long day with what is typed into each."""
    exported, backup = str(folder / "disk" / "quotes"), str(folder / "disk" / "backup.zip")
    add = ["quotes", "add", "--stdin"]
    yield ["import", str(folder / "0.txt"), str(folder / "1.txt"), "--json"], ""
    yield add, _quotes(1, 0, count)
    yield ["undo", "--json"], ""
    yield ["export", f"{exported}.docx", "--json"], ""
    yield ["backup", "--json"], ""
    yield ["import", str(folder / "2.txt"), "--json"], ""
    yield add, _quotes(3, 0, count)
    yield ["backup", backup, "--json"], ""
    yield ["tags", "rename", "t1", "t11"], ""
    yield ["suggest", "--all", "--accept", "--tag", "fundet", "--json"], ""
    yield add, _quotes(2, 0, count)
    yield ["export", f"{exported}.docx", "--json"], ""
    yield ["restore", backup, "--json"], ""
    yield ["undo", "--json"], ""
    yield ["undo", "--redo", "--json"], ""
    yield ["import", str(folder / "3.txt"), "--json"], ""
    yield add, _quotes(4, 0, count)
    yield ["search", "--json", "--", "tag:alle"], ""
    yield ["export", f"{exported}.csv", "--json"], ""


def _back_up_by_itself() -> None:
    with bootstrap.build(from_environment(bootstrap.platform_folders())) as curator:
        made = curator.backups.back_up_if_due()
    _say({"automatic": str(made.path) if made else None})


def _sync_nothing() -> None:
    engine._WRITER_PRAGMAS = tuple(  # type: ignore[assignment]  # as many as there were
        pragma.replace("synchronous = FULL", "synchronous = OFF")
        for pragma in engine._WRITER_PRAGMAS
    )


def _say(document: dict[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(document)}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Do the work; return 1 when a command failed."""
    from kdcurator.cli import app  # not for those who only want the files: Typer warns of Click

    folder, count = Path(arguments[0]), int(arguments[1])
    commands = (_day if count >= LONG else _morning)(folder, count)
    if "--careless" in arguments:
        commands = islice(commands, 2)
        _sync_nothing()
    for number, (command, typed) in enumerate(commands, 1):
        sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()))
        code = app.run(command)
        _say({"did": command[0], "code": code})
        if code:
            return 1
        if number % 4 == 0:
            _back_up_by_itself()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

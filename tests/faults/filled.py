"""A library that is worth damaging: articles, quotes, a backup, newer work, a WAL, an index.

Owns what is in it and what is known of it: the texts and quotes that it may hand out. Must not know
any fault.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.target import Selected
from kdcurator.settings import seeds
from tests.faults.program import Program

_QUOTES = """
    SELECT quote.id, group_concat(segment.exact, ' ') FROM quote
    JOIN segment ON segment.quote_id = quote.id GROUP BY quote.id"""


@dataclass(frozen=True, slots=True)
class Known:
    """What a library holds, as it was before anything befell it."""

    texts: dict[int, str]
    quotes: dict[int, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A library as `fill` left it, and how to begin with it anew."""

    program: Program
    kept: Path
    now: Known
    in_backup: Known

    def begin_anew(self) -> None:
        """Put everything where it was."""
        shutil.rmtree(self.program.folder, ignore_errors=True)
        shutil.copytree(self.kept, self.program.folder)


def fill(folder: Path) -> Filled:
    """Make a library, back it up, work on, and kill the last one who wrote to it."""
    program = Program(folder / "work")
    texts = sorted(seeds().glob("*.txt"))
    with bootstrap.build(program.settings) as curator:
        _import(curator, [*texts[:6], _long_text(folder)])
        curator.searching.catch_up()
        curator.backups.back_up_if_due()
    in_backup = known(program.database)
    with bootstrap.build(program.settings) as curator:
        _import(curator, texts[6:9])
    _save_until_killed(program)
    now = known(program.database)
    shutil.copytree(program.folder, folder / "kept")
    return Filled(program, folder / "kept", now, in_backup)


def _long_text(folder: Path) -> Path:
    """Return a text that takes many pages of a database."""
    words = ("Denne sætning handler om noget nyt og noget gammelt. " for _ in range(400))
    path = folder / "lang.txt"
    path.write_text("Lang tekst\n\n" + "".join(words), encoding="utf-8")
    return path


def _import(curator: Curator, files: list[Path]) -> None:
    """Import files and save quotes from each, with tags, speakers and notes."""
    for item in curator.articles.import_files(files).imported:
        places = [Selected(item.article.id, ((start, start + 30),)) for start in (5, 60, 120)]
        curator.taking.add_tags(places[:2], ["vigtig", "økonomi"])
        curator.taking.set_note(places[2:], "Ring og spørg igen.")
        curator.taking.save_strong(item.article.id)


def _save_until_killed(program: Program) -> None:
    """Save quotes through the command line and kill it, so that a WAL is left."""
    lines = [
        json.dumps({"article_id": 7, "segments": [[n, n + 40]], "tags": ["sidst"]})
        for n in range(1000, 3000, 100)
    ]
    with program.start("quotes", "add", "--stdin", stdin=PIPE, stdout=PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n".join(lines).encode() + b"\n")
        process.stdin.flush()
        for _ in lines:
            process.stdout.readline()
        process.kill()


def known(database: Path) -> Known:
    """Read what a library holds, past the program."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        texts = connection.execute("SELECT article_id, text FROM article_version")
        return Known(dict(texts.fetchall()), dict(connection.execute(_QUOTES).fetchall()))

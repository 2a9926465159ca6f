"""What a user does at random with commands, each written down as soon as it is answered.

Owns the table of command lines. They run as the program runs them, one after the other in one
process, that many are started in the time that one kill takes. A job for a child that may be
killed. Must not know who kills it.
"""

import io
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdcurator.cli.app import FAULT, run
from tests.faults.diary import Diary, Promise
from tests.faults.known import NAMES, Known, look, some_tags, write_texts
from tests.faults.program import Program


@dataclass(frozen=True, slots=True)
class Shell:
    """Where somebody types."""

    program: Program
    notes: Diary
    luck: random.Random

    def known(self) -> Known:
        """Look at what there is."""
        return look(self.program.database)


def work(ready: Callable[[], object], *, folder: str, diary: str, seed: int) -> None:
    """Run one command after the other, for ever."""
    program = Program(Path(folder))
    shell = Shell(program, Diary(Path(diary), program.database), random.Random(seed))
    while True:
        name, _, command = shell.luck.choices(_COMMANDS, _WEIGHTS)[0]
        if not shell.known().articles:
            name, command = "import", _import
        shell.notes.begin(name)
        command(shell)
        shell.notes.saved(name)
        ready()


def _type(*arguments: str) -> None:
    """Run a command; a refusal is an answer, a fault is not."""
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    if run([*arguments, "--json"]) == FAULT:
        raise AssertionError(f"{arguments} met a fault")


class _Answers(io.RawIOBase):
    """An output that hears each line as it is flushed."""

    def __init__(self, hear: Callable[[bytes], None]) -> None:
        self._hear = hear

    def writable(self) -> bool:
        return True

    def write(self, line: object) -> int:
        content = bytes(line)  # type: ignore[call-overload]  # a buffer, as streams hand it on
        self._hear(content)
        return len(content)


def _add(shell: Shell) -> None:
    """Have some quotes saved in one command; each answered line is a promise."""
    known, luck = shell.known(), shell.luck
    wishes = []
    for _ in range(luck.randint(1, 30)):
        article, places = known.places(luck)
        speaker, tags = luck.choice((None, *NAMES)), some_tags(luck)
        wishes.append((article, places, speaker, tags))
    waiting = iter(wishes)

    def hear(line: bytes) -> None:
        _article, places, _speaker, tags = next(waiting)
        shell.notes.saved("quotes add", Promise(json.loads(line)["id"], places, tags))
        shell.notes.begin("quotes add")

    keys = ("article_id", "segments", "speaker", "tags")
    lines = "\n".join(json.dumps(dict(zip(keys, wish, strict=True))) for wish in wishes)
    sys.stdin = io.TextIOWrapper(io.BytesIO(lines.encode()))
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Answers(hear)))
    if run(["quotes", "add", "--stdin"]) != 0:
        raise AssertionError(f"quotes were refused: {lines}")


def _import(shell: Shell) -> None:
    texts = write_texts(shell.program.folder / "texts", shell.luck, shell.luck.randint(1, 3))
    _type("import", *map(str, texts))


def _suggest(shell: Shell) -> None:
    article = shell.luck.choice(list(shell.known().articles))
    tags = [word for name in some_tags(shell.luck, 1) for word in ("--tag", name)]
    _type("suggest", "--article", str(article), "--accept", *tags)


def _merge_tags(shell: Shell) -> None:
    names = shell.known().two_tags(shell.luck)
    if names:
        _type("tags", "merge", *names)


def _delete_tag(shell: Shell) -> None:
    names = list(shell.known().tags)
    if names:
        _type("tags", "delete", shell.luck.choice(names))


def _rename_tag(shell: Shell) -> None:
    names = list(shell.known().tags)
    if names:
        _type("tags", "rename", shell.luck.choice(names), f"navn {shell.luck.randrange(99)}")


def _merge_people(shell: Shell) -> None:
    names = shell.known().two_people(shell.luck)
    if names:
        _type("people", "merge", *names)


def _always(*arguments: str) -> Callable[[Shell], None]:
    return lambda _shell: _type(*arguments)


_COMMANDS: Sequence[tuple[str, int, Callable[[Shell], None]]] = (
    ("quotes add", 30, _add),
    ("suggest", 5, _suggest),
    ("import", 7, _import),
    ("tags add", 3, lambda shell: _type("tags", "add", f"ny {shell.luck.randrange(99)}")),
    ("tags merge", 4, _merge_tags),
    ("tags delete", 3, _delete_tag),
    ("tags rename", 3, _rename_tag),
    ("people merge", 3, _merge_people),
    ("undo", 9, _always("undo")),
    ("redo", 6, _always("undo", "--redo")),
    ("backup", 4, _always("backup")),
    ("search", 4, _always("search", "tag:emne*")),
)
_WEIGHTS = [weight for _, weight, _ in _COMMANDS]

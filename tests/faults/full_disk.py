"""No space, no right to write, no folder any more, while the program works.

What must hold: each action is done or refused with a sentence of ours; what was acknowledged stays;
the same open library goes on once space, right or folder are back. Sizes are made by the system's
limit on the length of a file (no rights needed), and by small disks in memory where this account
may mount them.
"""

import contextlib
import gc
import os
import random
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, Metadata
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.searching import HitKind
from kdcurator.domain.target import Kept, Selected
from kdcurator.services.arrivals import TextToRead
from kdcurator.settings import seeds
from tests.faults.commands import ask
from tests.faults.filled import fill
from tests.faults.outcome import Outcome
from tests.faults.program import Program

Trouble = Callable[[Program, random.Random], contextlib.AbstractContextManager[None]]
Action = Callable[[Curator, Program, int], object]


def run(times: int, folder: Path) -> Outcome:
    """Work in trouble so many times; every fifth time it is another one than a full disk."""
    filled, outcome = fill(folder), Outcome()
    troubles = _troubles(folder, outcome)
    for number in range(times):
        filled.begin_anew()
        luck = random.Random(number)
        trouble = troubles[number % len(troubles)]
        with _untidy_index():
            losses = _work(filled.program, trouble, luck)
        outcome.note_try(*(f"try {number}, {trouble.__name__}: {loss}" for loss in losses))
    return outcome


@contextlib.contextmanager
def _untidy_index() -> Iterator[None]:
    """Let Whoosh leave files open that it could not write to the end: nobody else has them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


# Troubles


def _troubles(folder: Path, outcome: Outcome) -> list[Trouble]:
    """Return the troubles that can be made here; a note names those that cannot."""
    possible: list[Trouble] = [renamed_folder]
    if sys.platform == "win32":
        outcome.notes.append("Windows: neither limits nor folders without the right to write")
        return []
    possible += [limited_files] * 4
    if _can_mount(folder):
        possible += [small_disk] * 2 + [read_only_mount]
    else:
        outcome.notes.append("no small disks: this account may not mount any")
        possible += [read_only_folder] if os.getuid() else []
    return possible


def _can_mount(folder: Path) -> bool:
    place = folder / "mounted"
    place.mkdir()
    if sys.platform != "linux" or not _mounted("-t", "tmpfs", "-o", "size=1m", "tmpfs", place):
        return False
    _unmount(place)
    return True


def _mounted(*words: str | Path) -> bool:
    mount = shutil.which("mount")
    done = subprocess.run([mount, *words], capture_output=True, check=False) if mount else None
    return done is not None and done.returncode == 0


def _unmount(place: Path) -> None:
    subprocess.run([shutil.which("umount") or "", "-l", place], check=True)


@contextlib.contextmanager
def limited_files(program: Program, luck: random.Random) -> Iterator[None]:
    """Let no file grow beyond a size; Python ignores the signal, so writing says EFBIG."""
    import resource

    size = luck.choice((0, 1, 100, 4096, *(round(2 ** luck.uniform(9, 21)) for _ in range(8))))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def small_disk(program: Program, luck: random.Random) -> Iterator[None]:
    """Fill the disk up on which everything lies but for some bytes."""
    filler = program.folder / "filler"
    left = luck.choice((0, 4096, 8192, round(2 ** luck.uniform(12, 20))))
    free = shutil.disk_usage(program.folder).free
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free - left, 1))
    try:
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def read_only_mount(program: Program, luck: random.Random) -> Iterator[None]:
    """Take the right to write away from everybody, the system's own account too."""
    assert _mounted("--bind", program.folder, program.folder)
    try:
        assert _mounted("-o", "remount,bind,ro", program.folder)
        yield
    finally:
        _unmount(program.folder)


@contextlib.contextmanager
def read_only_folder(program: Program, luck: random.Random) -> Iterator[None]:
    """Take the right to write away from this account."""
    folders = [program.library, program.library / "originals", program.folder / "cache"]
    for folder in folders:
        folder.chmod(0o500)
    try:
        yield
    finally:
        for folder in folders:
            folder.chmod(0o700)


@contextlib.contextmanager
def renamed_folder(program: Program, luck: random.Random) -> Iterator[None]:
    """Give the library's folder another name while it is open."""
    elsewhere = program.library.with_name("elsewhere")
    program.library.rename(elsewhere)
    try:
        yield
    finally:
        elsewhere.rename(program.library)


@contextlib.contextmanager
def _on_a_disk(program: Program) -> Iterator[None]:
    """Move everything to a disk of its own for a while."""
    kept = program.folder.with_name("moved")
    program.folder.rename(kept)
    program.folder.mkdir()
    assert _mounted("-t", "tmpfs", "-o", "size=24m", "tmpfs", program.folder)
    try:
        shutil.copytree(kept, program.folder, dirs_exist_ok=True)
        yield
    finally:
        _unmount(program.folder)
        shutil.rmtree(kept)


# Work


def _work(program: Program, trouble: Trouble, luck: random.Random) -> list[str]:
    """Do everything in trouble, then out of it; say what did not hold."""
    place = _on_a_disk(program) if trouble is small_disk else contextlib.nullcontext()
    with place, bootstrap.build(program.settings) as curator:
        curator.library.hold()
        before = _words(curator)
        losses: list[str] = []
        refused: list[str] = []
        with trouble(program, luck):
            for name, action in _actions(trouble, luck):
                losses += _try(name, action, curator, program, refused)
        losses += _all_there(curator, before, "in trouble")
        for name, action in _ACTIONS.items():
            again: list[str] = []
            losses += _try(name, action, curator, program, again)
            losses += [f"afterwards {name} is still refused: {again}"] if again else []
        losses += _all_there(curator, before, "afterwards")
        health = curator.upkeep.check()
        losses += [] if health.is_ok else [f"check finds {health.problems[:3]}"]
        curator.library.close()
        return losses + (ask(program, "check", "--json").losses)


def _actions(trouble: Trouble, luck: random.Random) -> list[tuple[str, Action]]:
    """Return what is done, in any order; a command would make a new library where none is."""
    is_there = trouble is not renamed_folder
    actions = [item for item in _ACTIONS.items() if is_there or "command" not in item[0]]
    luck.shuffle(actions)
    return actions


def _try(
    name: str, action: Action, curator: Curator, program: Program, refused: list[str]
) -> list[str]:
    """Do one thing; note a refusal, and say what is no sentence."""
    try:
        action(curator, program, len(refused))
    except CuratorError as error:
        refused.append(f"{name}: {error.code}")
    except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked for
        return [f"{name} ended with {error!r}"]
    return []


def _words(curator: Curator) -> dict[int, str]:
    return {quote.id: quote.text for quote in curator.quotes.list_quotes(QuoteFilter())}


def _all_there(curator: Curator, before: dict[int, str], when: str) -> list[str]:
    lost = before.items() - _words(curator).items()
    return [f"{when}, quotes {sorted(i for i, _ in lost)} are gone"] if lost else []


def _save(curator: Curator, program: Program, number: int) -> None:
    start = 300 + len(_words(curator))
    taken = curator.taking.save([Selected(ArticleId(7), ((start, start + 40),))])
    if taken.ids[0] not in _words(curator):
        raise AssertionError("a saved quote is not there")


def _note(curator: Curator, program: Program, number: int) -> None:
    first = next(iter(_words(curator)))
    curator.taking.set_note(
        [Kept(curator.quotes.list_quotes(QuoteFilter())[0].id)], f"Ring {first}"
    )


def _tag(curator: Curator, program: Program, number: int) -> None:
    quote = curator.quotes.list_quotes(QuoteFilter())[-1]
    curator.taking.add_tags([Kept(quote.id)], ["sidste chance"])


def _write_text(curator: Curator, program: Program, number: int) -> None:
    words = f"Interview {datetime.now(UTC).timestamp()}\n\n- Det går godt, siger Per Dal."
    report = curator.articles.import_text(TextToRead(words, Metadata(title="Interview")))
    if report.rejected:
        raise report.rejected[0].error


def _bring_in(curator: Curator, program: Program, number: int) -> None:
    report = curator.articles.import_files(sorted(seeds().glob("*.txt"))[9:12])
    if report.rejected:
        raise report.rejected[0].error


def _export(ending: str) -> Action:
    def export(curator: Curator, program: Program, number: int) -> None:
        curator.exporting.export(program.folder / f"ud{ending}", QuoteFilter())

    return export


def _back_up(curator: Curator, program: Program, number: int) -> None:
    curator.backups.back_up()


def _back_up_if_due(curator: Curator, program: Program, number: int) -> None:
    curator.backups.back_up_if_due()


def _bring_back_and_forth(curator: Curator, program: Program, number: int) -> None:
    """Bring back a backup of this very moment: a restore, and nothing is another afterwards."""
    made = curator.backups.back_up()
    curator.backups.restore(made.path)


def _search(curator: Curator, program: Program, number: int) -> None:
    curator.searching.search("siger", list(HitKind))
    curator.searching.catch_up()


def _retrace(curator: Curator, program: Program, number: int) -> None:
    if curator.history.undo() is not None:
        curator.history.redo()


def _command(*arguments: str) -> Action:
    def command(curator: Curator, program: Program, number: int) -> None:
        for loss in ask(program, "--wait", "0", *arguments).losses:
            raise AssertionError(loss)

    return command


_ACTIONS: dict[str, Action] = {
    "save": _save,
    "note": _note,
    "tag": _tag,
    "new text": _write_text,
    "import": _bring_in,
    "export .docx": _export(".docx"),
    "export .csv": _export(".csv"),
    "export .json": _export(".json"),
    "backup": _back_up,
    "automatic backup": _back_up_if_due,
    "restore": _bring_back_and_forth,
    "search": _search,
    "undo and redo": _retrace,
    "the command quotes": _command("quotes", "--json"),
    "the command search": _command("search", "--json", "--", "siger"),
    "the command backup": _command("backup", "--json"),
    "the command check": _command("check", "--json"),
    "the command import": _command("import", str(seeds()), "--json"),
}

"""Libraries in folders that a cloud service copies, and on network drives.

Owns what must hold there: the user is told why it is no good place, one file is left after closing
(nothing half-written for the service to copy), and second copies that a service made are named and
can be brought back. A network drive is made of a table of mounts: none can be mounted here.
"""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Selected
from kdcurator.store import places
from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.faults.state import differences, sums

_SEED = 20261124
_CLOUDS = (
    *("OneDrive", "OneDrive - Lyngsø Avis", "Dropbox", "Dropbox (Privat)", "iCloudDrive"),
    *("Mobile Documents", "Google Drive", "GoogleDrive-anna@lyngsoe.dk", "Nextcloud"),
)
_NETWORKS = ("cifs", "nfs4", "smb3", "fuse.sshfs")
_COPIES = (
    *("library (1).sqlite3", "library-ANNAS-PC.sqlite3", "library 2.sqlite3"),
    "library (Annas konflikterede kopi 2026-11-22).sqlite3",
)
_TEXT = "Vejen åbner\n\n- Den vej har vi ventet på i tyve år, siger borgmester Anna Krog.\n"


def run(times: int, folder: Path) -> Outcome:
    """Work in so many places that are no good for a library."""
    outcome, luck = Outcome(), random.Random(_SEED)
    kinds = (_in_a_cloud, _on_the_network, _beside_copies)
    for number in range(times):
        place = folder / str(number)
        place.mkdir()
        outcome.note_try(*kinds[number % len(kinds)](place, luck))
        shutil.rmtree(place)
    return outcome


def _in_a_cloud(folder: Path, luck: random.Random) -> list[str]:
    """Work in a service's folder: a warning, and one file afterwards."""
    program = Program(folder / luck.choice(_CLOUDS))
    with _opened(program) as curator:
        codes = [danger.code for danger in curator.dangers()]
        _work(curator)
    missing = [] if codes == ["in_cloud_folder"] else [f"{program.folder.name}: told {codes}"]
    return missing + _left_beside(program)


def _on_the_network(folder: Path, luck: random.Random) -> list[str]:
    """Work on a network drive: a warning, no WAL while the library is open, one file after."""
    program, kind = Program(folder / "drev"), luck.choice(_NETWORKS)
    with _mounted(folder, program, kind), _opened(program) as curator:
        codes = [danger.code for danger in curator.dangers()]
        _work(curator)
        has_wal = program.database.with_name(f"{program.database.name}-wal").exists()
    lost = [] if codes == ["on_network_drive"] else [f"{kind}: told {codes}"]
    return lost + (["a WAL on a network drive"] if has_wal else []) + _left_beside(program)


def _beside_copies(folder: Path, luck: random.Random) -> list[str]:
    """Find the copies that a service made, and bring one back with all it holds."""
    program, name = Program(folder), luck.choice(_COPIES)
    with _opened(program) as curator:
        _work(curator)
    copy = program.library / name
    shutil.copyfile(program.database, copy)
    held = sums(copy, everything=True)
    with _opened(program) as curator:
        _remove(curator)
        told = " ".join(str(danger) for danger in curator.dangers())
        would_come = curator.backups.compare(copy).quotes.back
        curator.backups.restore(copy)
    lost = [] if name in told else [f"{name} is not told"]
    lost += [] if would_come == 1 else [f"{name}: {would_come} quotes would come back"]
    return lost + differences(held, sums(program.database, everything=True))


@contextmanager
def _opened(program: Program) -> Iterator[Curator]:
    program.library.mkdir(parents=True, exist_ok=True)
    with bootstrap.build(program.settings) as curator:
        yield curator


@contextmanager
def _mounted(folder: Path, program: Program, kind: str) -> Iterator[None]:
    """Have the system say that a folder lies on another computer."""
    table, real = folder / "mounts", places.MOUNTS
    table.write_text(f"//server/x {program.folder} {kind} rw 0 0\n", encoding="utf-8")
    places.MOUNTS = table
    try:
        yield
    finally:
        places.MOUNTS = real


def _work(curator: Curator) -> None:
    """Bring an article in and keep a quote of it."""
    file = curator.library.folder.parent / "artikel.txt"
    file.write_text(_TEXT, encoding="utf-8")
    curator.articles.import_files([file])
    (article,) = curator.articles.list_articles()
    curator.taking.save([Selected(article.id, ((15, 40),))])


def _remove(curator: Curator) -> None:
    curator.taking.remove([quote.id for quote in curator.quotes.list_quotes(QuoteFilter())])


def _left_beside(program: Program) -> list[str]:
    """Name what of a closed library is more than its one file."""
    names = {entry.name for entry in os.scandir(program.library)}
    more = sorted(name for name in names if name.startswith(f"{program.database.name}-"))
    return [f"{name} is left after closing" for name in more]

"""The child process that does what would stall the window: reading, searching, backing up.

Owns the verbs, over JSON lines: one object a line on standard input, answers on standard output.

- `{"verb": "open", "originals": FOLDER or null, "shows_bundles": BOOL}`: where the bytes of what is
  read are kept, if they are, and whether files of many articles are shown before they are read; no
  answer. From then on the process takes no more memory than reading may.
- `{"verb": "find", "paths": [PATH, …]}`: `{"unreadable": …}` for each that is no file, then
  `{"found": [PATH, …]}`.
- `{"verb": "read", "items": [ITEM, …]}`: for each item `{"reading": N}` with its number as it is
  begun, `{"arrival": …}` or `{"turned": …}` for each text in it, `{"codes": …}` where it has codes
  alone, `{"bundle": …}` for one that is to be shown before, and `{"read": N}` when it is done.
  Of a file that holds files, `{"member": M, "path": PATH}` comes before those of each.
- `{"verb": "library", "settings": SETTINGS, "leaves_index": BOOL}`: which library the verbs below
  read, and whether another process writes its index; no answer. It is there already: none is made
  where it is gone.
- `{"verb": "search", "question": QUESTION}`: `{"answer": ANSWER, "lacking": N or null}`, with every
  committed row but where it is partial; what the index lacks as below.
- `{"verb": "advise", "saying": SAYING}`: `{"advice": [ADVICE, …]}`: the tags that fit it best.
- `{"verb": "complete", "query": QUERY, "limit": N}`: `{"completed": [COMPLETION, …], "query":
  QUERY}`: words that its last word may be the beginning of.
- `{"verb": "facets", "query": QUERY, "kinds": [KIND, …], "limit": N}`: `{"counted": [FACET, …],
  "query": QUERY}`: what its hits are counted by.
- `{"verb": "warm"}`: reads ahead a little of what searches will read; `{"warmed": BOOL, "lacking":
  N or null}` tells whether all is read, and how many changes the index lacks, if there is one.
- `{"verb": "index", "at_most": N, "making": MAKING}`: brings the index closer to the library by so
  many rows, or makes it anew; `{"indexed": SEQ, "is_behind": BOOL}` with the outbox row that it has
  reached.

  This and a search tell `{"indexing": [DONE, TOTAL]}` now and then while an index is made anew.
- `{"verb": "tidy"}`: makes one of the small parts of the index; `{"tidied": BOOL}` tells whether
  there were enough of them.
- `{"verb": "export", "wish": WISH}`: `{"exported": EXPORTED}`.
- `{"verb": "back_up", "is_asked_for": BOOL}`: a backup, or an automatic one if something changed
  since the last; `{"backed_up": [ARTICLES, QUOTES] or null}`.
- `{"verb": "compare", "backup": PATH}`: `{"compared": DIFFERENCES}` if that backup came back.
- `{"verb": "foresee", "arrivals": [ARRIVAL, …]}`: `{"foreseen": [PLACES, …]}`: where quotes of the
  article of each stand in it, if it is a newer version of one.
- `{"verb": "compare_versions", "quote": ID}`: `{"side_by_side": COMPARISON}`: what became of a
  quote in the newest version of its article.
- `{"verb": "pairs"}`: `{"pairs": [PAIR, …]}` with the similar articles of the library.
- `{"verb": "differences", "articles": [ID, ID]}`: `{"marks": [[[START, END], …], …]}`, of
  each text what the other one does not have.

Every verb but `open` and `library` ends with `{"done": VERB}`; what the user can act on comes as
`{"error": …}` and ends the process. The shapes are those of `services.arrivals` and
`services.errands`. The end of standard input ends the process, and it may be killed at any time: it
writes to no database, an index is what its stamp says, and a file is put in place whole; what it
leaves half done in a folder bears its number. Must not know the window.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kdcurator import crash
from kdcurator.bootstrap import Curator, build, build_intake, platform_folders
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.searching import HitKind
from kdcurator.importing.limits import confine
from kdcurator.services.arrivals import (
    Arrival,
    Bundle,
    Codebook,
    Document,
    Read,
    Turned,
    arrival_as_json,
    arrival_from_json,
    bundle_as_json,
    codebook_as_json,
    error_as_json,
    to_read_from_json,
    turned_as_json,
)
from kdcurator.services.errands import (
    advice_as_json,
    answer_as_json,
    comparison_as_json,
    counts_as_json,
    differences_as_json,
    exported_as_json,
    marks_as_json,
    pairs_as_json,
    question_from_json,
    saying_from_json,
    settings_from_json,
    wish_from_json,
)
from kdcurator.settings import from_environment

if TYPE_CHECKING:
    from kdcurator.services.intake import Intake

Tell = Callable[[Document], None]
"""Sends one answer."""

NICER = 5
"""The window goes first when both want the processor (POSIX niceness)."""

TOLD_EVERY = 0.1
"""Seconds between two words about how far something is."""


FAULT = 70

_COMPARING = frozenset({"compare", "compare_versions", "foresee", "pairs", "differences"})
"""The verbs that compare, see `_compared`."""


def _do_nothing() -> None:
    """Prepare nothing."""


def main() -> int:
    """Serve the process that started this one until it closes standard input."""
    if hasattr(os, "nice"):
        os.nice(NICER)
    gone = contextlib.suppress(BrokenPipeError)  # whoever started this one has ended
    with gone, os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a reader that prints breaks no line

        def tell(document: Document) -> None:
            answers.write(json.dumps(document).encode("ascii") + b"\n")
            answers.flush()

        try:
            serve(iter(sys.stdin.buffer.readline, b""), tell, at_open=confine)
        except Exception as error:  # noqa: BLE001 - a file can make its parser raise anything
            crash.write_log(error, from_environment(platform_folders()).logs)
            return FAULT  # whoever started this one tells the user of which file
    return 0


def serve(lines: Iterable[bytes], tell: Tell, at_open: Callable[[], None] = _do_nothing) -> None:
    """Do what each line asks for, in order; `at_open` is called before files are read."""
    with contextlib.ExitStack() as leaving:
        worker = _Worker(tell, leaving, at_open)
        for line in lines:
            request = json.loads(line)
            try:
                worker.do(request)
            except CuratorError as error:
                tell({"error": error_as_json(error)})
                return


def _as_answer(read: Read) -> Document:
    match read:
        case Arrival():
            return {"arrival": arrival_as_json(read)}
        case Codebook():
            return {"codes": codebook_as_json(read)}
        case Bundle():
            return {"bundle": bundle_as_json(read)}
        case Turned():
            return {"turned": turned_as_json(read)}


class _Worker:
    """Does what is asked for, each verb once what it works on is open."""

    def __init__(
        self, tell: Tell, leaving: contextlib.ExitStack, at_open: Callable[[], None]
    ) -> None:
        self._at_open = at_open
        self._tell = tell
        self._leaving = leaving
        self._intake: Intake | None = None
        self._curator: Curator | None = None
        self._told_at = 0.0

    def do(self, request: dict[str, Any]) -> None:
        """Do what one request asks for."""
        match request:
            case {"verb": "open", "originals": originals}:
                folder = None if originals is None else Path(originals)
                shows = bool(request.get("shows_bundles"))
                self._intake = build_intake(folder, shows_bundles=shows)
                self._at_open()
                return
            case {"verb": "library", "settings": settings}:
                self._open_library(settings, leaves_index=bool(request.get("leaves_index")))
                return
            case {"verb": "find", "paths": paths} if self._intake:
                self._find(self._intake, map(Path, paths))
            case {"verb": "read", "items": items} if self._intake:
                self._read(self._intake, items)
            case {"verb": "search" | "advise"} if self._curator:
                self._search(self._curator, request)
            case {"verb": "index"} if self._curator:
                self._index(self._curator, request)
            case {"verb": "export", "wish": wish} if self._curator:
                self._export(self._curator, wish)
            case {"verb": "back_up", "is_asked_for": is_asked_for} if self._curator:
                self._back_up(self._curator, is_asked_for=is_asked_for)
            case {"verb": verb} if self._curator and verb in _AT_ONCE:
                self._tell(_AT_ONCE[verb](self._curator, request))
            case _:
                raise ValueError(f"no verb, or too early for it: {request['verb']}")
        self._tell({"done": request["verb"]})

    def _open_library(self, settings: Document, *, leaves_index: bool) -> None:
        self._curator = build(settings_from_json(settings), is_there=True)
        self._leaving.callback(self._curator.library.close)
        if leaves_index:
            self._curator.searching.leave_index()

    def _find(self, intake: "Intake", paths: Iterable[Path]) -> None:
        found: list[str] = []
        for item in intake.find(paths):
            if isinstance(item, Turned):
                self._tell({"unreadable": turned_as_json(item)})
            else:
                found.append(str(item))
        self._tell({"found": found})

    def _read(self, intake: "Intake", items: Iterable[Document]) -> None:
        for number, item in enumerate(items):
            self._tell({"reading": number})
            for read in intake.read_all(to_read_from_json(item), self._tell_member):
                self._tell(_as_answer(read))
            self._tell({"read": number})

    def _tell_member(self, number: int, path: Path) -> None:
        self._tell({"member": number, "path": str(path)})

    def _search(self, curator: Curator, request: Document) -> None:
        if "saying" in request:
            tags = curator.searching.suggest_tags(saying_from_json(request["saying"]))
            self._tell({"advice": advice_as_json(tags)})
            return
        wanted = question_from_json(request["question"])
        answer = curator.searching.search(
            wanted.query,
            wanted.kinds,
            wanted.limit,
            self._tell_how_far,
            is_begun=wanted.is_begun,
        )
        lacking = curator.searching.lacking()
        self._tell({"answer": answer_as_json(answer), "lacking": lacking})

    def _index(self, curator: Curator, request: Document) -> None:
        from kdcurator.services.index_upkeep import Making

        making = Making(request.get("making", Making.IF_MISSING))
        is_behind = curator.searching.catch_up(request["at_most"], self._tell_how_far, making)
        self._tell({"indexed": curator.searching.reached, "is_behind": is_behind})

    def _tell_how_far(self, done: int, total: int, _what: str) -> None:
        if time.monotonic() - self._told_at > TOLD_EVERY:
            self._told_at = time.monotonic()
            self._tell({"indexing": [done, total]})

    def _export(self, curator: Curator, wish: Document) -> None:
        wanted = wish_from_json(wish)
        exported = curator.exporting.export(
            wanted.path, wanted.wanted, grouping=wanted.grouping, dialect=wanted.dialect
        )
        self._tell({"exported": exported_as_json(exported)})

    def _back_up(self, curator: Curator, *, is_asked_for: bool) -> None:
        backups = curator.backups
        made = backups.back_up() if is_asked_for else backups.back_up_if_due()
        counts = None if made is None else [made.articles, made.quotes]
        self._tell({"backed_up": counts})


def _beside_hits(curator: Curator, request: dict[str, Any]) -> Document:
    """Return what stands beside the hits of a query, or make the next search quicker."""
    searching = curator.searching
    match request:
        case {"verb": "complete", "query": query, "limit": limit}:
            words = searching.complete(query, limit)
            return {"completed": counts_as_json(words), "query": query}
        case {"verb": "facets", "query": query, "kinds": kinds, "limit": limit}:
            counts = searching.facets(query, tuple(map(HitKind, kinds)), limit)
            return {"counted": counts_as_json(counts), "query": query}
    return {"warmed": not searching.warm(), "lacking": searching.lacking()}


def _tidied(curator: Curator, _request: dict[str, Any]) -> Document:
    """Make the index quicker to search."""
    return {"tidied": curator.searching.tidy()}


def _compared(curator: Curator, request: dict[str, Any]) -> Document:
    """Return in what a backup, a version or one of two articles differs; or which hardly do."""
    match request:
        case {"verb": "compare", "backup": backup}:
            return {"compared": differences_as_json(curator.backups.compare(Path(backup)))}
        case {"verb": "compare_versions", "quote": quote}:
            return {"side_by_side": comparison_as_json(curator.deciding.compare(quote))}
        case {"verb": "foresee", "arrivals": arrivals}:
            return {"foreseen": _foreseen(curator, arrivals)}
        case {"verb": "differences", "articles": [one, other]}:
            return {"marks": marks_as_json(curator.pairs.differences(one, other))}
    return {"pairs": pairs_as_json(curator.pairs.find_pairs())}


def _foreseen(curator: Curator, arrivals: Iterable[Document]) -> list[Any]:
    from kdcurator.services.refinding import foreseen_as_json

    found = (curator.articles.foresee(arrival_from_json(item)) for item in arrivals)
    return [foreseen_as_json(item.foreseen) for item in found]


_AT_ONCE: dict[str, Callable[[Curator, dict[str, Any]], Document]] = {
    **dict.fromkeys(_COMPARING, _compared),
    "tidy": _tidied,
    **dict.fromkeys(("complete", "facets", "warm"), _beside_hits),
}
"""What is answered by one line."""

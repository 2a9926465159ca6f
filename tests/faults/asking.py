"""Questions to the program about a library, asked in a child: jobs of `warm.py`.

Owns what the program itself says of a library that was killed: whether texts, quotes and search
agree, and what is left when the newest change is taken back. Must not know how it came to that.
"""

import io
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import HitKind
from tests.faults.known import WORD, look, some_tags, write_texts
from tests.faults.program import Program

Ready = Callable[[], object]


def fill(_ready: Ready, *, folder: str, texts: int) -> None:
    """Make a library with some articles and quotes, each a change of its own."""
    program = Program(Path(folder))
    luck = random.Random(program.folder.name)
    with bootstrap.build(program.settings) as curator:
        for path in write_texts(program.folder / "texts", luck, texts):
            curator.articles.import_files([path])
        for _ in range(texts):
            article, places = look(program.database).places(luck)
            wish = QuoteRequest(ArticleId(article), places, tags=some_tags(luck, 1))
            curator.quotes.save_quotes([wish])


def take_back(_ready: Ready, *, folder: str, was_undone: bool) -> None:
    """Take the newest change back, or do it again where it was undone."""
    with bootstrap.build(Program(Path(folder)).settings) as curator:
        step = curator.history.redo if was_undone else curator.history.undo
        step()


def agree(_ready: Ready, *, folder: str) -> list[str]:
    """Open the library anew and tell where texts, quotes and search do not agree."""
    program = Program(Path(folder))
    known, losses = look(program.database), []
    with bootstrap.build(program.settings) as curator:
        losses += [f"check finds {problem.detail}" for problem in curator.upkeep.check().problems]
        for kind, there in ((HitKind.ARTICLE, known.articles), (HitKind.QUOTE, known.quotes)):
            total = curator.searching.search(WORD, [kind]).total
            if total != len(there):
                losses.append(f"search finds {total} of {len(there)} in {kind}")
        for name, tag in known.tags.items():
            expected = sum(tag in tags for tags in known.quotes.values())
            total = curator.searching.search(f'tag:"{name}"', [HitKind.QUOTE]).total
            if total != expected:
                losses.append(f"search finds {total} of {expected} quotes with “{name}”")
    return losses


def commands_agree(_ready: Ready, *, folder: str) -> list[str]:
    """Ask the same of the commands."""
    found = _answer("search", "--in", "quotes", WORD).get("total")
    there = len(look(Program(Path(folder)).database).quotes)
    losses = [] if found == there else [f"`search` finds {found} of {there} quotes"]
    health = _answer("check")
    return losses if health.get("ok") is True else [*losses, f"`check` says {health}"]


def _answer(*arguments: str) -> dict[str, object]:
    from kdcurator.cli.app import run

    output = io.BytesIO()
    sys.stdout = io.TextIOWrapper(output)
    run([*arguments, "--json"])
    answer: dict[str, object] = json.loads(output.getvalue())
    return answer

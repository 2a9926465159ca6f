"""Files of a library whose bytes change behind the program's back.

What must hold: no command and no service ends in a fault; each text and quote that is handed out is
right by its sum, or `check` says that the library is damaged; `check --repair` mends it from the
newest whole backup and tells of it, with the damaged file kept.
"""

import random
import re
from collections.abc import Callable
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.searching import HitKind
from tests.faults.commands import Answer, ask
from tests.faults.filled import Filled, Known, fill
from tests.faults.outcome import Outcome

_PAGE = 4096

Damage = Callable[[bytearray, random.Random], None]


def run(times: int, folder: Path) -> Outcome:
    """Damage one file of a library so many times, each time another one in another way."""
    filled = fill(folder)
    outcome, tally = Outcome(), _Tally()
    for number in range(times):
        filled.begin_anew()
        what = _damage(filled, random.Random(number))
        losses = _look(filled, tally)
        outcome.note_try(*(f"try {number}, {what}: {loss}" for loss in losses))
    outcome.notes.append(str(tally))
    return outcome


class _Tally:
    """What became of the tries that lost nothing."""

    def __init__(self) -> None:
        self.harmless = self.repaired = self.replaced = self.named = 0
        self.newer = [0, 0]
        """Quotes newer than the backup that came through a replacement, of how many."""

    def __str__(self) -> str:
        return (
            f"{self.harmless} harmless, {self.repaired} mended, {self.replaced} replaced from a "
            f"backup ({self.newer[0]} of {self.newer[1]} newer quotes taken over), "
            f"{self.named} left damaged and said so"
        )


# Damaging


def _damage(filled: Filled, luck: random.Random) -> str:
    """Change one file and say which and how."""
    victim = luck.choice(_victims(filled, luck.random()))
    damage = luck.choice(_DAMAGES)
    data = bytearray(victim.read_bytes())
    damage(data, luck)
    victim.write_bytes(data)
    return f"{damage.__name__} in {victim.name}"


def _victims(filled: Filled, share: float) -> list[Path]:
    """Half the time the database, else its WAL, the index, or an original."""
    program = filled.program
    if share < 0.5:
        return [program.database]
    if share < 0.7:
        return [program.database.with_name(f"{program.database.name}-wal")]
    if share < 0.85:
        return sorted(path for path in (program.folder / "cache").rglob("*") if _has_bytes(path))
    return sorted((program.library / "originals").iterdir())


def _has_bytes(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def flip_bytes(data: bytearray, luck: random.Random) -> None:
    for _ in range(luck.randint(1, 8)):
        data[luck.randrange(len(data))] ^= luck.randint(1, 255)


def zero_pages(data: bytearray, luck: random.Random) -> None:
    start = luck.randrange(0, len(data), _PAGE)
    length = min(_PAGE * luck.randint(1, 3), len(data) - start)
    data[start : start + length] = bytes(length)


def cut_off(data: bytearray, luck: random.Random) -> None:
    del data[luck.randrange(len(data)) :]


def swap_blocks(data: bytearray, luck: random.Random) -> None:
    size = min(_PAGE, len(data) // 2)
    one, other = sorted(luck.randrange(0, len(data) - size + 1, size) for _ in range(2))
    if other - one >= size:
        first, second = bytes(data[one : one + size]), bytes(data[other : other + size])
        data[one : one + size], data[other : other + size] = second, first


def scribble(data: bytearray, luck: random.Random) -> None:
    start = luck.randrange(len(data))
    length = min(luck.randint(10, 600), len(data) - start)
    data[start : start + length] = luck.randbytes(length)


def flip_in_header(data: bytearray, luck: random.Random) -> None:
    data[luck.randrange(min(200, len(data)))] ^= luck.randint(1, 255)


def alter_a_word(data: bytearray, luck: random.Random) -> None:
    """Make another word of one: nothing but a sum can tell."""
    places = [found.start() for found in re.finditer(rb"siger|gammelt|noget", data)]
    if places:
        data[luck.choice(places)] = ord("x")
    else:
        flip_bytes(data, luck)


_DAMAGES: tuple[Damage, ...] = (
    alter_a_word,
    flip_bytes,
    flip_bytes,
    zero_pages,
    cut_off,
    swap_blocks,
    scribble,
    flip_in_header,
)


# Looking


def _look(filled: Filled, tally: _Tally) -> list[str]:
    """Use the library in every way, then repair it; say what did not hold."""
    losses, is_right = _use(filled)
    before = ask(filled.program, "check", "--json")
    losses += before.losses
    if not is_right and before.code == 0:
        losses.append("something else was handed out than was kept, and check finds all well")
    repair = ask(filled.program, "check", "--repair", "--json")
    losses += repair.losses
    if repair.code == 0:
        losses += _is_mended(filled, before, repair, tally)
    else:
        tally.named += 1
        losses += [] if repair.json.get("problems") else [f"check names no problem: {repair}"]
    return losses


def _use(filled: Filled) -> tuple[list[str], bool]:
    """Read, search, export and open as the window does; tell whether all of it was right."""
    program = filled.program
    articles = ask(program, "articles", "--with-text", "--json")
    quotes = ask(program, "quotes", "--json")
    others = (
        ask(program, "search", "--json", "--", "siger"),
        ask(program, "tags", "--json"),
        ask(program, "people", "--json"),
        ask(program, "suggest", "--article", "2", "--json"),
        ask(program, "export", str(program.folder / "ud.json"), "--json"),
    )
    losses = [loss for answer in (articles, quotes, *others) for loss in answer.losses]
    losses += _open_as_the_window_does(filled)
    return losses, _are_right(articles, quotes, filled.now)


def _are_right(articles: Answer, quotes: Answer, known: Known) -> bool:
    """Tell whether everything that was handed out is what was kept; nothing is right too."""
    handed_out = {a["id"]: a["text"] for a in articles.json.get("articles", ())}
    return handed_out.items() <= known.texts.items() and (
        _words(quotes).items() <= known.quotes.items()
    )


def _words(quotes: Answer) -> dict[int, str]:
    return {
        quote["id"]: " ".join(segment["exact"] for segment in quote["segments"])
        for quote in quotes.json.get("quotes", ())
    }


def _open_as_the_window_does(filled: Filled) -> list[str]:
    try:
        bootstrap.glance(filled.program.settings)
        with bootstrap.build(filled.program.settings) as curator:
            for article in curator.articles.list_articles():
                curator.reading.open_article(article.id)
            curator.tags.list_tags()
            curator.stories.list_stories()
            for quote in curator.quotes.list_quotes(QuoteFilter()):
                curator.quotes.said_by(quote.speaker or "")
            curator.searching.search("siger", list(HitKind))
            curator.history.undo()
            curator.history.redo()
    except CuratorError:
        return []
    except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked for
        return [f"the window's services: {error!r}"]
    return []


def _is_mended(filled: Filled, before: Answer, repair: Answer, tally: _Tally) -> list[str]:
    """Say what is not right in a library that counts as repaired."""
    program = filled.program
    articles = ask(program, "articles", "--with-text", "--json")
    quotes = ask(program, "quotes", "--json")
    losses = [*articles.losses, *quotes.losses, *ask(program, "check", "--json").losses]
    if not _are_right(articles, quotes, filled.now):
        losses.append("after the repair something else is handed out than was kept")
    there = _words(quotes)
    gone = filled.now.quotes.keys() - there.keys()
    damaged = list(program.library.glob("damaged-*"))
    if filled.in_backup.quotes.keys() - there.keys():
        losses.append("after the repair quotes of the backup are not there")
    if gone and not any("missing" in p["detail"] for p in repair.json["problems"]):
        losses.append(f"quotes {sorted(gone)} are not there and nothing is said of them")
    newer = filled.now.quotes.keys() - filled.in_backup.quotes.keys()
    if damaged:
        tally.replaced += 1
        tally.newer[0] += len(newer & there.keys())
        tally.newer[1] += len(newer)
    elif before.code:
        tally.repaired += 1
    else:
        tally.harmless += 1
    return losses

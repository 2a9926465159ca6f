"""Texts of all kinds asked as searches: none fails, none is slow, each says what it could not read.

Owns the inventing of such texts and how long one may take. Must hold: an answer without a fault, in
`BOUND` seconds of the processor, words to go on with and counts too; that an answer has as many
hits as it says. A part of the library is not indexed, so that both ways to answer are tried.
"""

import string
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import HitKind
from kdcurator.services.arrivals import TextToRead
from tests.faults import invented
from tests.faults.outcome import Outcome
from tests.faults.program import Program

BOUND = 0.25
"""Seconds of the processor that an answer may take on a small library."""

_ARTICLES = 20
_UNINDEXED = 3
_BESIDE_EVERY = 10
"""Of so many questions, words to go on with and counts are asked for one."""
_BOTH = tuple(HitKind)
_MARKS = (
    *('"', "»", "«", "„", "“", "”", "(", ")", "-", "*", "~", ":", "..", "\n", "\u00a0", "\u00ad"),
)
_WORDS = (
    *("borgmester", "kommunaldirektør", "venter", "Åse", "børn", "it", "ø", "å", "e\u0301n"),
    *("AND", "OG", "OR", "ELLER", "NOT", "IKKE", "like:1", "ligner:99", "2021", "31.2.2021", "~2"),
    *("tag:", "kilde:", "speaker:", "medie:", "source:", "rubrik:", "title:", "kommune:", "dato:"),
    *("date:", "status:", "status:ny", "dato:2017..2021", 'tag:"a b"', "foo:bar", "qvix1", "qvix"),
)
_ODD = (
    "\x00\ud800\udfff\ufeff\ufffd\u200b\u202e\u0301\u200dßŒǅﬁ①😀👩漢字あعربيΣς"
    "\\/^[]{}|?!.,;'`´§½&%#@+=<>"
)
_REPEATED = ("(", ")", '"', "-", "NOT ", "a OR ", "tag:", "a* ", "a~ ", "ø", "it* ", "dato:2021 ")


def run(times: int, folder: Path) -> Outcome:
    """Ask so many texts, each once."""
    outcome, luck = Outcome(), Random(7)
    slowest = 0.0
    with bootstrap.build(Program(folder).settings) as curator:
        _fill(curator, luck)
        for number, query in enumerate(_queries(luck, times)):
            beside = not number % _BESIDE_EVERY
            losses, took = _ask(curator, query, beside=beside)
            if took > BOUND:  # the first time that something is read takes longer
                losses, took = _ask(curator, query, beside=beside)
            slowest = max(slowest, took)
            if took > BOUND:
                losses.append(f"{query[:60]!r} takes {took:.2f} s")
            outcome.note_try(*losses)
    outcome.notes.append(f"slowest {slowest * 1000:.0f} ms")
    return outcome


def _ask(curator: Curator, query: str, *, beside: bool) -> tuple[list[str], float]:
    """Ask, and return what went wrong and how long the processor worked."""
    started = time.process_time()
    losses = []
    try:
        answer = curator.searching.search(query, _BOTH, is_begun=beside)
        if beside:
            curator.searching.complete(query)
            curator.searching.facets(answer.asked, _BOTH)
        if min(answer.total, 20) != len(answer.hits):
            losses.append(f"{query[:60]!r} has {answer.total} and shows {len(answer.hits)}")
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is a loss
        losses.append(f"{query[:60]!r} raises {fault!r}")
    return losses, time.process_time() - started


def _fill(curator: Curator, luck: Random) -> None:
    for number in range(1, _ARTICLES + 1):
        text = invented.article(luck)
        curator.articles.import_text(TextToRead(text))
        speaker, _ = luck.choice(invented.PEOPLE)
        wish = QuoteRequest(ArticleId(number), [(0, 20)], speaker=speaker, tags=["a b", "skole"])
        curator.quotes.save_quotes([wish])
        if number == _ARTICLES - _UNINDEXED:
            curator.searching.catch_up()
    while curator.searching.warm():
        pass  # as the window does while nobody asks


def _queries(luck: Random, times: int) -> Iterator[str]:
    kinds = (_of_the_language, _of_the_language, _of_any_signs, _altered, _repeated)
    for number in range(times):
        yield kinds[number % len(kinds)](luck)


def _of_the_language(luck: Random) -> str:
    """Return marks and words as the language of queries has them, in no order."""
    some = luck.choices((*_WORDS, *_MARKS, " ", " ", " "), k=luck.randrange(1, 14))
    return "".join(some)


def _of_any_signs(luck: Random) -> str:
    signs = _ODD + string.printable
    return "".join(
        chr(luck.randrange(0x110000)) if luck.random() < 0.3 else luck.choice(signs)
        for _ in range(luck.randrange(1, 60))
    )


def _altered(luck: Random) -> str:
    """Return words of the library with slips, as fingers make them."""
    letters = list(" ".join(luck.choices(invented.article(luck).split(), k=luck.randrange(1, 5))))
    for _ in range(luck.randrange(1, 4)):
        at = luck.randrange(len(letters) + 1)
        letters[at : at + luck.randrange(2)] = luck.choice((*string.ascii_lowercase, *_MARKS, ""))
    return "".join(letters)


def _repeated(luck: Random) -> str:
    """Return a few things very often, as a cat on the keyboard or a wrong paste does."""
    some = luck.choices((*_REPEATED, *_MARKS, *_ODD), k=luck.randrange(1, 4))
    return "".join(some) * luck.choice((3, 30, 3_000))

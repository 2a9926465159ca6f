"""Those who search: kdcurator as it is, its index alone, and what others would build.

Owns what a peer must be able to do, and kdcurator as one of them. What it imports it imports when
it opens: that is part of a start.
"""

from pathlib import Path
from typing import Protocol, runtime_checkable

from tests.benchmarks.searching_others import Fts5, PlainWhoosh, Scan
from tests.benchmarks.searching_place import Place
from tests.benchmarks.searching_questions import EVERYTHING, HITS, Ask, Question


class Peer(Protocol):
    """Somebody who searches."""

    asks: frozenset[Ask]
    """What it can answer."""

    def build(self) -> None:
        """Make the index anew."""

    def open(self) -> None:
        """Get ready to answer, in a process that has built nothing."""

    def answer(self, question: Question) -> int:
        """Answer; return the number of hits shown, or of values counted."""

    def index(self) -> Path | None:
        """Return where its index lies."""


@runtime_checkable
class Saving(Protocol):
    """Somebody who can be given new quotes, and leaves no trace of them in the end."""

    def begin_saving(self) -> None:
        """Open what can be written to."""

    def save(self, number: int) -> None:
        """Save one more quote for good."""

    def finds(self, number: int) -> bool:
        """Tell whether the quote of that number is found."""

    def end_saving(self, count: int) -> None:
        """Take back so many quotes."""


class Kdcurator:
    """The program itself, by the door that window and command line use."""

    asks = EVERYTHING

    def __init__(self, place: Place) -> None:
        self._place = place

    def build(self) -> None:
        self.open()
        self._curator.searching.rebuild()

    def open(self) -> None:
        from kdcurator import bootstrap
        from kdcurator.domain.searching import HitKind

        self._curator = bootstrap.build(self._place.settings)
        self._kinds = list(HitKind)

    def answer(self, question: Question) -> int:
        searching, query = self._curator.searching, typed(question)
        if question.ask is Ask.FACETS:
            return len(searching.facets(query, self._kinds))
        if question.ask is Ask.COMPLETIONS:
            return len(searching.complete(query))
        return len(searching.search(query, self._kinds, HITS).hits)

    def index(self) -> Path:
        return self._place.settings.cache

    def begin_saving(self) -> None:
        self.open()

    def end_saving(self, count: int) -> None:
        for _ in range(count):
            self._curator.library.undo()
        self._curator.close()

    def save(self, number: int) -> None:
        from kdcurator.domain.article import ArticleId
        from kdcurator.domain.quote import QuoteRequest

        place, note = (3 + number, 90 + number), f"nyligt{number}gemt"
        self._curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [place], note=note)])

    def finds(self, number: int) -> bool:
        return bool(self._curator.searching.search(f"nyligt{number}gemt", self._kinds, HITS).total)


class IndexAlone:
    """kdcurator's index without the texts: what of an answer's time is not reading and showing."""

    asks = EVERYTHING - {Ask.SLIP, Ask.COMPLETIONS}

    def __init__(self, place: Place) -> None:
        self._place = place

    def build(self) -> None:
        pass

    def open(self) -> None:
        from kdcurator import bootstrap
        from kdcurator.domain.searching import HitKind
        from kdcurator.search.folders import index_folder
        from kdcurator.search.index import WhooshIndex

        library = bootstrap.build(self._place.settings).library
        folder = index_folder(self._place.settings.cache, library.folder, library.uuid)
        self._index, self._kinds = WhooshIndex(folder), list(HitKind)
        library.close()

    def answer(self, question: Question) -> int:
        query = typed(question)
        if question.ask is Ask.FACETS:
            return sum(map(len, self._index.facets(query, self._kinds, [], []).values()))
        return len(self._index.search(query, self._kinds, [], [], HITS)[1])

    def index(self) -> None:
        return None


def typed(question: Question) -> str:
    """Return a question in kdcurator's language of queries."""
    words = " ".join(question.words)
    match question.ask:
        case Ask.TYPED:
            return f"{words}*"
        case Ask.PHRASE:
            return f'"{words}"'
        case Ask.TAGGED:
            return f'tag:"{question.name}" {words}'
        case Ask.SAID:
            return f'kilde:"{question.name}" {words}'
        case _:
            return words


def peers(place: Place, share: int) -> dict[str, Peer]:
    """Return everybody; a plain Whoosh has one row of `share` alone."""
    return {
        "kdcurator": Kdcurator(place),
        "its index alone": IndexAlone(place),
        "FTS5": Fts5(place),
        "FTS5 prefix": Fts5(place, ", prefix='2 3'", "fts5-prefix"),
        "Whoosh": PlainWhoosh(place, share),
        "scan": Scan(place),
    }

"""What can be searched, and what a search answers.

Owns the values between the store (which cuts them from SQLite), the index (which forgets them
again) and everybody who shows hits. Must not know Whoosh or SQL.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kdcurator.domain.misreading import Misread


class HitKind(StrEnum):
    """What a hit is."""

    ARTICLE = "article"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Searchable:
    """One article or quote with all that it can be found by."""

    kind: HitKind
    id: int
    article_id: int
    title: str
    text: str
    byline: str = ""
    speaker: str = ""
    speaker_forms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    publication: str = ""
    municipalities: tuple[str, ...] = ()
    published_on: date | None = None
    status: str = ""
    note: str = ""
    language: str = ""
    """The article's, as `domain.article.Language` names it; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class ScoredHit:
    """An article or quote that matches, before its words are fetched."""

    kind: HitKind
    id: int
    score: float


class Facet(StrEnum):
    """By what hits are counted beside a list of them."""

    TAG = "tag"
    SPEAKER = "speaker"
    SOURCE = "source"
    MUNICIPALITY = "municipality"
    YEAR = "year"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Example:
    """A word of the index, which holds no inflections, by some rows in which it can be read."""

    term: str
    rows: tuple[tuple[HitKind, int], ...]


@dataclass(frozen=True, slots=True)
class Completion:
    """A word that begins as typed, and how many articles and quotes it finds."""

    word: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many hits a tag, a speaker or the like has; `query` is what asks for these alone."""

    facet: Facet
    name: str
    count: int
    wish: str
    """What narrows the query that was counted: `tag:ledelse`."""
    query: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What is told beside a quote: how many others its speaker said, and what it is used in."""

    also_said: int = 0
    used_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or quote that matches, ready to be shown."""

    kind: HitKind
    id: int
    article_id: int
    title: str
    snippet: str
    speaker: str | None
    tags: tuple[str, ...]
    score: float
    beside: Beside | None = None
    """None for an article."""


@dataclass(frozen=True, slots=True)
class Question:
    """A search that is wanted."""

    query: str
    kinds: tuple[HitKind, ...] = tuple(HitKind)
    limit: int = 20
    is_begun: bool = False
    """Whether it is still being typed: its last word may be the beginning of one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found.

    `corrected` is the query that was asked instead because nothing held the words as typed;
    `begun` is the one whose last word was taken for the beginning of a longer one. `misread` is
    what of the query could not be read as it was written. With `is_partial` there was no index to
    ask, or too little of one: there may be more hits.
    """

    query: str
    total: int
    took_ms: float
    corrected: str | None
    hits: tuple[Hit, ...]
    begun: str | None = None
    misread: tuple[Misread, ...] = ()
    is_partial: bool = False

    @property
    def asked(self) -> str:
        """The query that the hits answer."""
        return self.corrected or self.begun or self.query


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said in an article; `quote_id` where it is saved already."""

    text: str
    article_id: int
    speaker: str = ""
    quote_id: int | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """How many of some quotes have each tag, by its key, and how many have any."""

    tags: Mapping[str, int]
    quotes: int


class Ground(StrEnum):
    """What speaks most for a tag."""

    WORDS = "words"
    ARTICLE = "article"
    SPEAKER = "speaker"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class TagAdvice:
    """A tag that fits; `word` is the one of the quote that says so, if it is a word."""

    name: str
    ground: Ground
    word: str
    score: float


@dataclass(frozen=True, slots=True)
class Pending:
    """A row of the outbox: something that changed and that an index may lack.

    `token` is unlike that of any other row of any library, so that an index can name the last row
    it holds and be recognised as belonging to this line of history and no other.
    """

    seq: int
    token: str
    kind: HitKind
    id: int

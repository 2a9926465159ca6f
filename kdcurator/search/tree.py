"""What a query asks, as a tree.

Owns the values between whoever reads queries and whoever answers them. Must not know how a query
is typed or any index.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from kdcurator.search.danish import plain_words
from kdcurator.search.dates import DateRange

MAX_WORDS = 20
"""Words of one phrase that are looked for; a longer one is found by its beginning."""


class Field(Enum):
    """Where to look."""

    TAG = auto()
    SPEAKER = auto()
    SOURCE = auto()
    TITLE = auto()
    MUNICIPALITY = auto()
    DATE = auto()
    STATUS = auto()


class How(Enum):
    """How closely a word must match."""

    WORD = auto()
    PREFIX = auto()
    NEAR = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One thing asked: a word, a phrase (several words) or the value of a field."""

    literal: str
    field: Field | None = None
    how: How = How.WORD
    dates: DateRange | None = None
    is_quoted: bool = False
    """A word that stood in quotation marks: meant as it stands, so in no longer word."""

    @property
    def words(self) -> list[str]:
        """The words in it, in order, as they are compared."""
        return plain_words(self.literal)[:MAX_WORDS]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not match."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """What must match together."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Of which one must match."""

    nodes: tuple["Node", ...]


Node = Leaf | Not | All | Any


def quoted(node: Node) -> Node:
    """Return the same tree with all its words in quotation marks."""
    match node:
        case Leaf():
            return replace(node, is_quoted=True)
        case Not(inner):
            return Not(quoted(inner))
        case All(nodes):
            return All(tuple(map(quoted, nodes)))
        case Any(nodes):
            return Any(tuple(map(quoted, nodes)))


def asked_for(node: Node | None, *, wanted: bool = True) -> Iterator[Leaf]:
    """Yield the leaves that a hit may hold, those under an odd number of `NOT` left out."""
    match node:
        case Leaf() if wanted:
            yield node
        case Not(inner):
            yield from asked_for(inner, wanted=not wanted)
        case All(nodes) | Any(nodes):
            for one in nodes:
                yield from asked_for(one, wanted=wanted)

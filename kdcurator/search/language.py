"""The language of queries: from what somebody typed to a tree of what is asked.

Owns how operators and brackets bind: `NOT` closer than `AND`, a blank is `AND`, `OR` loosest. Every
string is a query: what cannot be understood is read as plain words or passed over, never refused.
Must not know Whoosh or any index.
"""

from dataclasses import dataclass
from functools import lru_cache

from kdcurator.domain.misreading import Misread, Misreading
from kdcurator.search.scanner import Mark, Scanned, Token
from kdcurator.search.tree import All, Any, How, Leaf, Node, Not, asked_for


@dataclass(frozen=True, slots=True)
class Reading:
    """What a query asks, and how it was understood."""

    asked: Node | None
    """None when it asks for nothing."""
    misread: tuple[Misread, ...]
    """What is read otherwise than it was written."""
    whole: str
    """The query without marks that were passed over, its brackets closed: it asks the same."""
    is_either: bool
    """Whether an `OR` stands outside all brackets, so that a word more would belong to one side."""


@lru_cache(maxsize=16)
def read(query: str) -> Reading:
    """Return what a query asks and how it was understood. Never raises.

    The last are kept: one is asked for, and then with each tag and name that its hits have.
    """
    scanned = Scanned(query)
    parser = _Parser(scanned.tokens)
    asked = parser.everything()
    misread = scanned.misread()
    if parser.has_idle_operator:
        misread.append(Misread(Misreading.IDLE_OPERATOR))
    if asked is not None and not any(asked_for(asked)):
        misread.append(Misread(Misreading.ONLY_ABSENCE))
    return Reading(asked, tuple(misread), scanned.whole(), parser.is_either)


def parse(query: str) -> Node | None:
    """Return what a query asks; None when it asks for nothing. Never raises."""
    return _Parser(Scanned(query).tokens).everything()


def words_asked(query: str) -> list[str]:
    """Return the single words that a query looks for anywhere, as they were typed."""
    leaves = asked_for(parse(query))
    words = (leaf for leaf in leaves if leaf.field is None and leaf.how is How.WORD)
    return list(dict.fromkeys(leaf.literal for leaf in words if len(leaf.words) == 1))


class _Parser:
    """Reads tokens by recursive descent; brackets are nested `MAX_DEPTH` deep at most."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = self._depth = 0
        self.is_either = self.has_idle_operator = False

    def everything(self) -> Node | None:
        """Read all there is, stepping over brackets that nothing opened."""
        parts = []
        while self._peek() is not None:
            parts.append(self._any())
            self._take(Mark.CLOSE)
        return _join(All, parts)

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, *marks: Mark) -> Mark | None:
        """Step over one of `marks` if it is next."""
        token = self._peek()
        if isinstance(token, Mark) and token in marks:
            self._at += 1
            return token
        return None

    def _any(self) -> Node | None:
        parts = [self._all()]
        while self._take(Mark.OR):
            parts.append(self._all())
            self.is_either |= not self._depth
        self.has_idle_operator |= len(parts) > 1 and None in parts
        return _join(Any, parts)

    def _all(self) -> Node | None:
        parts = []
        while self._peek() not in (None, Mark.OR, Mark.CLOSE):
            parts.append(self._one())
        return _join(All, parts)

    def _one(self) -> Node | None:
        """Read one leaf or bracket with the `NOT`s before it."""
        is_denied, start = False, self._at
        while mark := self._take(Mark.AND, Mark.NOT):
            is_denied ^= mark is Mark.NOT
        node: Node | None = None
        has_operator = self._at > start
        if self._take(Mark.OPEN):
            self._depth += 1
            node = self._any()
            self._take(Mark.CLOSE)
            self._depth -= 1
        elif isinstance(token := self._peek(), Leaf):
            self._at += 1
            node = token
        self.has_idle_operator |= has_operator and node is None
        return Not(node) if node and is_denied else node


def _join(kind: type[All] | type[Any], parts: list[Node | None]) -> Node | None:
    """Return the parts as one node, those left out that ask for nothing."""
    nodes = tuple(part for part in parts if part is not None)
    return kind(nodes) if len(nodes) > 1 else next(iter(nodes), None)

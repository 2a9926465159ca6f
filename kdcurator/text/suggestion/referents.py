"""Those of whom the writer has told, in order: people, bodies and strangers.

Owns the values for somebody told of, and the record of them with their sentences. Must not know
words, nor whom a pronoun or a noun stands for.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

LOOK_BACK = 40
"""Referents among which a word finds whom it stands for."""


class Who(NamedTuple):
    """Somebody told of: a person by number, a body by name, or a stranger by noun.

    A tuple because whom a pronoun means is found by counting these, over and over.
    """

    person: int | None = None
    body: str | None = None
    noun: str | None = None
    woman: bool | None = None
    age: int | None = None
    is_definite: bool = False
    """Known to the writer, though not named: vagtchefen."""


class Referent(NamedTuple):
    """A place where the writer tells of somebody."""

    start: int
    end: int
    sentence: int
    who: Who
    is_lead: bool = False
    """It is the subject of its sentence, as far as its place tells."""
    is_owner: bool = False
    is_oblique: bool = False
    is_doubtful: bool = False
    """Another one may be meant as well."""


class Told:
    """The referents so far, and the sentence that the writer has come to."""

    def __init__(self) -> None:
        self.referents: list[Referent] = []
        self.bodies: dict[str, None] = {}
        """The bodies told of, the last one last."""
        self.persons: dict[int, None] = {}
        """The people told of, the last one last."""
        self.passing: set[Who] = set()
        """Those whom a preposition brought in: ved siden af NAME."""
        self._met: set[Who] = set()
        self.sentence = 0
        self.has_lead = False
        """The sentence has its subject."""

    def open_sentence(self, number: int) -> None:
        """Go on to another sentence, whose subject is still to come."""
        self.sentence, self.has_lead = number, False

    def tell(self, referent: Referent) -> None:
        """Take in whom the writer tells of in the sentence at hand."""
        self.has_lead = self.has_lead or referent.is_lead
        if referent.is_oblique and referent.who not in self._met:
            self.passing.add(referent.who)
        self._met.add(referent.who)
        self.note(referent)

    def note(self, referent: Referent) -> None:
        """Remember a referent, and its person or body as the one told of last."""
        self.referents.append(referent)
        person, body = referent.who.person, referent.who.body
        if person is not None:
            self.persons.pop(person, None)
            self.persons[person] = None
        if body is not None and not (referent.is_oblique and body in self.bodies):
            self.bodies.pop(body, None)
            self.bodies[body] = None

    @property
    def last(self) -> Referent | None:
        """Return the referent told of last."""
        return self.referents[-1] if self.referents else None

    def between(self, start: int, end: int) -> Sequence[Referent]:
        """Return those told of between two offsets, as far as the writer has come."""
        first = bisect_left(self.referents, start, key=_start)
        return self.referents[first : bisect_left(self.referents, end, key=_start)]

    def mentioned(self, *, is_last: bool) -> Who | None:
        """Return the last one named, or the one named before: sidstnævnte, førstnævnte."""
        named = dict.fromkeys(
            told.who for told in self.referents[:-LOOK_BACK:-1] if told.who.person is not None
        )
        two = list(named)[:2]
        return two[not is_last] if len(two) == 2 else None


def _start(referent: Referent) -> int:
    return referent.start

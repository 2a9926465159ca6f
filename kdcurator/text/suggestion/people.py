"""The people of a text: who they are, how they are presented, and where they are named.

Owns which names are one person: surname or given name alone, the genitive, a typing error. Must
not know who says what.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from kdcurator.domain.person import Presentation
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.municipalities import municipality_of
from kdcurator.text.suggestion.names import Name
from kdcurator.text.suggestion.roles import Role
from kdcurator.text.suggestion.source import Source

_NAMESAKES = 40  # people with one given name that are compared for typing errors
_GENITIVES = frozenset("s’'")
_NICKNAME = "»«”“„\"'’‘"
_MOST_ROLES = 2  # of one person that are shown
_TIES = frozenset({"for", "af"})


@dataclass(slots=True)
class Someone:
    """A person of the text, gathered place by place."""

    name: str
    roles: list[Role] = field(default_factory=list)
    age: int | None = None
    is_author: bool = False
    mentions: int = 0

    @property
    def words(self) -> list[str]:
        """Return the words of the name."""
        return self.name.split()

    @property
    def surname(self) -> str:
        """Return the last word of the name."""
        return self.words[-1]

    def is_woman(self, language: LanguageData) -> bool | None:
        """Tell by the given name whether "hun" stands for this person, None if it may be either."""
        first = self.words[0].split("-", 1)[0]
        woman, man = first in language.women, first in language.men
        return None if woman == man else woman


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named."""

    start: int
    end: int
    index: int
    """Of the first word of the name."""
    person: int


@dataclass(slots=True)
class People:
    """Everybody whom a text names, and where, in order."""

    persons: list[Someone] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    couples: dict[int, int] = field(default_factory=dict)
    """Who shares a surname with whom: Gitte og Torben Riis."""
    bodies: dict[int, Name] = field(default_factory=dict)
    """Names that are no person's, by the index of their first word."""
    _by_name: dict[str, int] = field(default_factory=dict)
    _by_part: dict[str, list[int]] = field(default_factory=dict)
    _by_given: dict[str, list[int]] = field(default_factory=dict)
    _named: dict[int, int] = field(default_factory=dict)
    _at: dict[int, Mention] = field(default_factory=dict)

    def add(self, name: str) -> int:
        """Take in a person and return the number."""
        number = len(self.persons)
        someone = Someone(name)
        self.persons.append(someone)
        self._by_name[name] = number
        self._by_given.setdefault(someone.words[0], []).append(number)
        self._know(number)
        return number

    def _know(self, number: int) -> None:
        """Make a person findable by surname and given name; whoever came first keeps the key."""
        words = self.persons[number].words
        tails = {" ".join(words[place:]) for place in range(1, len(words))}
        called = {word.strip(_NICKNAME) for word in words[1:-1] if word[0] in _NICKNAME}
        heads = {" ".join(words[:place]) for place in range(2, len(words))}
        parts = tails | {words[0]} | called | heads
        for part in parts:
            bearers = self._by_part.setdefault(part, [])
            if number not in bearers:
                bearers.append(number)

    def find(self, name: str) -> int | None:
        """Return who bears a full name, a part of one, or a genitive of either."""
        for form in forms(name):
            number = self._by_name.get(form)
            if number is None:
                number = self._last_of(self._by_part.get(form, ()))
            if number is not None:
                return number
        return self._by_ends(name)

    def is_surname(self, word: str) -> bool:
        """Tell whether somebody of the text is called so, also where it is a body's word: Fjord."""
        bearers = self._by_part.get(word, ())
        return any(self.persons[number].surname == word for number in bearers)

    def _last_of(self, bearers: Sequence[int]) -> int | None:
        """Return the one of several with the same part of a name who was named in full last."""
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        return max(bearers, key=lambda number: self._named.get(number, -1))

    def names(self, number: int) -> None:
        """Note that a person is named in full here: a surname alone means this one from now on."""
        self._named[number] = len(self.mentions)

    def _by_ends(self, name: str) -> int | None:
        """Find Anna Maria Holm by Anna Holm, and the other way round."""
        words = name.split()
        if len(words) < 2:
            return None
        for number in self._by_given.get(words[0], [])[:_NAMESAKES]:
            theirs = self.persons[number].words
            if any(form.split()[-1] == theirs[-1] for form in forms(name)):
                if len(words) > len(theirs):
                    self._rename(number, " ".join([*words[:-1], theirs[-1]]))
                return number
        return None

    def _rename(self, number: int, name: str) -> None:
        self.persons[number].name = name
        self._by_name[name] = number
        self._know(number)

    def misspelt(self, name: str, titles: tuple[str, ...]) -> int | None:
        """Return the person whose name this one is but for a typing error."""
        words = name.split()
        for number in self._by_given.get(words[0], [])[:_NAMESAKES]:
            theirs = self.persons[number].words
            if len(theirs) == len(words) and _nearly(words[-1], theirs[-1], titles):
                return number
        return None

    def take_body(self, source: Source, name: Name) -> None:
        """Take in a name that is no person's; Dansk Selskab for Almen Medicin is one name."""
        start = self._body_before(source, name)
        if start is not None:
            words = source.words[start.index : name.after]
            name = Name(tuple(words), start.index)
        self.bodies[name.index] = name

    def _body_before(self, source: Source, name: Name) -> Name | None:
        """Return the body that "for", "af" or the og of a department ties to a name."""
        index = name.index
        tie = source.words[index - 1].low if index > 1 else ""
        offices = source.language.departments
        is_office = tie == "og" and len(name.words) == 1 and name.words[0].low in offices
        tied = tie in _TIES or is_office
        if not (tied and source.is_next_to(index) and source.is_next_to(index - 1)):
            return None
        last = next(reversed(self.bodies.values()), None)
        if last is None or last.after != index - 1:
            return None
        if is_office:
            return last if last.words[0].low in offices else None
        is_body = any(word.low in source.language.organisations for word in last.words)
        return last if is_body else None

    def at(self, index: int) -> Mention | None:
        """Return the mention that opens with a word."""
        return self._at.get(index)

    def mention(self, mention: Mention) -> None:
        """Take in where a person is named; mentions come in the order of the text."""
        self.mentions.append(mention)
        self.starts.append(mention.start)
        self._at.setdefault(mention.index, mention)

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that open between two offsets."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def last_between(self, start: int, end: int) -> Mention | None:
        """Return the last mention that opens between two offsets."""
        place = bisect_left(self.starts, end)
        found = place > 0 and self.starts[place - 1] >= start
        return self.mentions[place - 1] if found else None

    def presentations(self, language: LanguageData) -> tuple[Presentation, ...]:
        """Return everybody but the authors as the text presents them."""
        return tuple(
            _presentation(someone, language)
            for someone in self.persons
            if not someone.is_author and (" " in someone.name or someone.roles)
        )


def _presentation(someone: Someone, language: LanguageData) -> Presentation:
    titles: dict[str, str] = {}
    for role in someone.roles:
        if role.title and not any(
            role.head.endswith(head) or head.endswith(role.head) for head in titles
        ):
            titles[role.head] = role.title
    bodies = [role.organisation for role in someone.roles if role.organisation]
    places = [place for body in bodies if (place := municipality_of(body, language))]
    main = next((body for body in bodies if municipality_of(body, language)), None)
    towns = [language.municipalities[body] for body in bodies if body in language.municipalities]
    bodies = [body for body in bodies if body not in language.municipalities]
    return Presentation(
        name=someone.name,
        role="; ".join(list(titles.values())[:_MOST_ROLES]) or None,
        organisation=main or next(iter(bodies), None),
        municipality=next(iter([*places, *towns]), None),
    )


def forms(name: str) -> list[str]:
    """Return a name as it stands and without each genitive that it may carry."""
    if name[-1:] not in _GENITIVES:
        return [name]
    return [name] + [
        name.removesuffix(ending)
        for ending in ("’s", "'s", "s", "’", "'")
        if name.endswith(ending) and len(name) > len(ending) + 1
    ]


def _nearly(one: str, other: str, titles: tuple[str, ...]) -> bool:
    """Tell whether two surnames differ by a slip, or by a title run into one of them."""
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if OSA.distance(one, other, score_cutoff=1) <= 1:
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    stems = (longer.removesuffix(title) for title in titles if longer.endswith(title))
    slips = 2 if len(shorter) > 5 else 1
    return any(OSA.distance(stem, shorter, score_cutoff=slips) <= slips for stem in stems)

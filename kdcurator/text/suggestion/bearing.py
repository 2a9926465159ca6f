"""Who bears a role, an age or a gender, as far as the text has told.

Owns when a noun fits what is known of a person. Must not know where anybody is told of.
"""

from collections.abc import Reversible

from kdcurator.text.suggestion.people import People, Someone
from kdcurator.text.suggestion.phrases import Phrase, opens_sentence
from kdcurator.text.suggestion.roles import Role
from kdcurator.text.suggestion.source import Source

_EXACT, _ENDING, _KIND, _OWNED = 3, 2, 1, 4
_SHORTEST_OWNER = 4
_CHILD = ("søn",), ("datter",)
_PARENT = ("far",), ("mor",)
_SIBLING = ("bror",), ("søster",)
_KIN = {
    **dict.fromkeys(("mor", "moder", "far", "fader"), _CHILD),
    **dict.fromkeys(("søn", "datter"), _PARENT),
    **dict.fromkeys(("bror", "broder", "søster"), _SIBLING),
}
"""What a man and what a woman is to such a relative."""
_FULL_KIN = {"moder": "mor", "fader": "far", "broder": "bror"}
_DEAD = frozenset({"afdøde", "salig"})
_IN_COURT = frozenset(
    {"tiltalte", "anklageren", "anklager", "sigtede", "byretten", "landsretten", "retten"}
)


class Bearers:
    """The people of a text with what they are said to be."""

    def __init__(self, source: Source, people: People) -> None:
        self.source, self.language, self.people = source, source.language, people
        self._women: dict[tuple[int, int], bool | None] = {}
        self._dead: set[int] | None = None
        self._inferred: dict[int, list[Role]] = {}

    def is_woman(self, person: int) -> bool | None:
        """Tell whether "hun" stands for a person, by the nouns used of them, then by the name."""
        someone = self.people.persons[person]
        told = person, len(someone.roles)  # roles are only ever added
        if told not in self._women:
            self._women[told] = self._find_gender(someone)
        return self._women[told]

    def _find_gender(self, someone: Someone) -> bool | None:
        for role in someone.roles:
            known = self.language.person_nouns.is_woman(role.head.rsplit(" ", 1)[-1])
            if known is not None:
                return known
        return someone.is_woman(self.language)

    def is_dead(self, person: int) -> bool:
        """Tell whether the text calls a person dead: den nu afdøde Holger Bie."""
        if self._dead is None:
            words = self.source.words
            self._dead = {
                mention.person
                for mention in self.people.mentions
                if mention.index and words[mention.index - 1].low in _DEAD
            }
        return person in self._dead

    def find(self, phrase: Phrase, recent: Reversible[int]) -> int | None:
        """Return who bears what a phrase says: the one it fits best, the last told of equals.

        `recent` are those told of, each of them once.
        """
        if phrase.age is not None:
            aged = [n for n, one in enumerate(self.people.persons) if one.age == phrase.age]
            if len(aged) == 1:
                return aged[0]
        if phrase.head is None:
            return None
        best, most = None, 0
        for person in reversed(recent):
            score = self._score(person, phrase)
            if score > most:
                best, most = person, score
        return best

    def bears(self, person: int, noun: str) -> bool:
        """Tell whether a person is said to be what a noun says."""
        return any(self._fit(role.head, noun) for role in self._roles(person))

    def _roles(self, person: int) -> list[Role]:
        """Return what a person is said to be, or seems to be by the order of the text."""
        return self.people.persons[person].roles + self._inferred.get(person, [])

    def infer_kin(self, person: int, noun: str) -> None:
        """Note what a person is to those who are said to be his or hers: hans mor makes a son."""
        woman = self.is_woman(person)
        for head in _KIN.get(noun, ((), ()))[bool(woman)] if woman is not None else ():
            self.infer(person, head)

    def infer(self, person: int, head: str) -> None:
        """Note what a person seems to be; nothing that the text prints."""
        self._inferred.setdefault(person, []).append(Role(head))

    def find_later(self, phrase: Phrase, offset: int) -> int | None:
        """Return who is named later: the only one who bears the role, else the main person."""
        if phrase.head is None or phrase.owner is not None:
            return None
        bearers = [n for n in range(len(self.people.persons)) if self.bears(n, phrase.head)]
        if len(bearers) == 1:
            return bearers[0] if self._is_no_wider(bearers[0], phrase.head) else None
        return self._main(phrase, offset) if opens_sentence(self.source, phrase.index) else None

    def _is_no_wider(self, person: int, noun: str) -> bool:
        """Tell whether a role says as much as a noun: a formand is no regionsrådsformand."""
        return any(role.head.endswith(noun) for role in self._roles(person))

    def _main(self, phrase: Phrase, offset: int) -> int | None:
        """Return whom a text is about, if named later and nothing speaks against a phrase."""
        persons = self.people.persons
        named = [mention.person for mention in self.people.mentions]
        others = [number for number in named if not persons[number].is_author]
        if not others or self.people.between(0, offset):
            return None
        main = max(dict.fromkeys(others), key=lambda number: persons[number].mentions)
        return main if self.may_bear(main, phrase) else None

    def _score(self, person: int, phrase: Phrase) -> int:
        """Return how well a phrase fits a person, 0 for not at all."""
        head = phrase.head or ""
        someone = self.people.persons[person]
        if someone.is_author or (phrase.age and someone.age and phrase.age != someone.age):
            return 0
        best = 0
        for role in self._roles(person):
            fit = self._fit(role.head, head)
            if fit and phrase.owner and _is_owned(role, phrase.owner):
                fit += _OWNED
            is_inferred = role not in someone.roles  # whom the text calls so goes before him
            best = max(best, 2 * fit - (is_inferred and fit > 0))
        return best

    def _fit(self, role: str, head: str) -> int:
        if not role:
            return 0
        role, head = _FULL_KIN.get(role, role), _FULL_KIN.get(head, head)
        words = role.split()
        if role == head or head in words:
            return _EXACT
        last = words[-1]
        kin = self.language.person_nouns.relations
        if head not in kin and last not in kin and (last.endswith(head) or head.endswith(last)):
            return _ENDING
        kinds = self.language.person_nouns.kinds_of(head)
        return _KIND * any(word in kinds or word.endswith(tuple(kinds)) for word in words if kinds)

    def may_be_anybody(self, phrase: Phrase) -> bool:
        """Tell whether a noun may be used of whoever the text is about: landmanden."""
        nouns = self.language.person_nouns
        if phrase.head is None:
            return True
        is_player = phrase.head == "forsvarer" and _IN_COURT.isdisjoint(self.source.all_lows)
        return phrase.owner is None and (is_player or phrase.head not in nouns.offices)

    def may_bear(self, person: int, phrase: Phrase) -> bool:
        """Tell whether nothing that is known of a person speaks against a phrase."""
        someone = self.people.persons[person]
        if phrase.age and someone.age and phrase.age != someone.age:
            return False
        nouns = self.language.person_nouns
        is_kin = phrase.head in nouns.relations
        if phrase.head is None or (phrase.head in nouns and not is_kin):
            return True
        return not any(role.title for role in someone.roles)

    def give(self, person: int, phrase: Phrase) -> None:
        """Remember what a phrase said of a person."""
        someone = self.people.persons[person]
        if someone.age is None:
            someone.age = phrase.age
        if phrase.head and phrase.head in self.language.titles:
            someone.roles.append(Role(phrase.head))


def _is_owned(role: Role, owner: str) -> bool:
    """Tell whether a genitive names the body of a role: naturvennernes, Danske Naturvenner."""
    stem = owner.rstrip("s").removesuffix("erne").removesuffix("en").removesuffix("et")
    body = f"{role.organisation or ''} {role.title or ''}".lower()
    return len(stem) >= _SHORTEST_OWNER and stem in body

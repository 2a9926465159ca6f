"""Whom a noun phrase stands for: den 43-årige, diplomaten, hendes mand, en nabo.

Owns the choice by age, by role, by kin and by what was called the same before. Must not know where
phrases are read, nor which of them belong to a name.
"""

from collections.abc import Sequence

from kdcurator.text.suggestion.antecedents import Antecedents
from kdcurator.text.suggestion.bearing import Bearers
from kdcurator.text.suggestion.called import Called
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.phrases import OURS, Phrase, is_oblique
from kdcurator.text.suggestion.referents import LOOK_BACK, Told, Who
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.telling import POSSESSIVES

ANYBODY = frozenset({"mand", "kvinde", "dreng", "pige"})
"""Nouns that may be used of anybody of the gender."""
_SPOUSES = frozenset({"mand", "kone", "hustru", "ægtefælle"})
_NEAR = 6  # sentences within which a noun may be used of somebody without it


class Descriptions:
    """What noun phrases mean where the writer has come to."""

    def __init__(
        self,
        source: Source,
        people: People,
        told: Told,
        bearers: Bearers,
        antecedents: Antecedents,
        called: Sequence[Called],
    ) -> None:
        self._source, self._people, self._told = source, people, told
        self._bearers, self._antecedents, self._called = bearers, antecedents, called

    def who(self, phrase: Phrase) -> tuple[Who, bool]:
        """Return whom a phrase stands for, and whether another one may be meant as well."""
        for called in self._called:
            if called.means(phrase):
                return Who(called.person), False
        is_known = phrase.is_definite and phrase.owner not in OURS
        return self._known(phrase) if is_known else (self._stranger(phrase), False)

    def _known(self, phrase: Phrase) -> tuple[Who, bool]:
        """Find whom a definite phrase stands for: by age, by role, else who is told of here."""
        if phrase.owner in POSSESSIVES or phrase.owner == "sin":
            return self._related(phrase), False
        if (person := self._bearers.find(phrase, self._told.persons)) is not None:
            return Who(person), False
        if (known := self._known_stranger(phrase)) is not None:
            return known, False
        if (person := self._spoken_of_by(phrase)) is not None:
            return Who(person), True
        start = self._source.words[phrase.index].start
        if (person := self._bearers.find_later(phrase, start)) is not None:
            return Who(person), True
        return self._stranger(phrase), False

    def _stranger(self, phrase: Phrase) -> Who:
        noun = phrase.head or str(phrase.age)
        woman = self._is_woman(noun)
        return Who(noun=noun, woman=woman, age=phrase.age, is_definite=phrase.is_definite)

    def _is_woman(self, noun: str) -> bool | None:
        return self._source.language.person_nouns.is_woman(noun)

    def _related(self, phrase: Phrase) -> Who:
        """Return who "hendes mand" is: the other one of a couple, or a stranger."""
        last, noun = self._told.last, phrase.head or ""
        owner = last.who.person if last else None
        spouse = self._people.couples.get(owner) if owner is not None else None
        if owner is not None:
            self._bearers.infer_kin(owner, noun)
        if spouse is not None and noun in _SPOUSES:
            return Who(spouse)
        return self._stranger(phrase)._replace(woman=self._is_woman(noun))

    def _known_stranger(self, phrase: Phrase) -> Who | None:
        """Return the stranger told of before by the same noun: diplomaten."""
        for told in reversed(self._told.referents[-LOOK_BACK:]):
            if told.who.noun is not None and self._takes_up(phrase, told.who):
                return told.who
        return None

    def _takes_up(self, phrase: Phrase, who: Who) -> bool:
        """Tell whether a phrase has the noun or the age of a stranger, or may be of anybody."""
        if who.noun == phrase.head or (phrase.age is not None and who.age == phrase.age):
            return True
        if who.age is None or phrase.head is None or phrase.head not in ANYBODY:
            return False
        return who.woman in {None, self._is_woman(phrase.head)}

    def _spoken_of_by(self, phrase: Phrase) -> int | None:
        """Return who is meant by a noun that may be used of whoever the text is about."""
        if not self._bearers.may_be_anybody(phrase):
            return None
        sentence, is_object = self._told.sentence, is_oblique(self._source, phrase.index)
        free = [
            told
            for told in self._told.referents[-LOOK_BACK:]
            if sentence - told.sentence <= _NEAR
            and told.who.person is not None
            and not (is_object and told.is_lead and told.sentence == sentence)
            and self._bearers.may_bear(told.who.person, phrase)
        ]
        who, _ = self._antecedents.nearest(free, woman=self._is_woman(phrase.head or ""))
        if who is not None and who.person is not None:
            self._bearers.give(who.person, phrase)
        return who.person if who is not None else None

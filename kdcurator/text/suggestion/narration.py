"""Of whom the writer tells, in order: names, pronouns and nouns as they follow each other.

Owns whom a pronoun or a noun stands for, by nearness, by being the subject, and by what is known
of the person. Must not know quotes, but for the stretches that are not the writer's.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.bearing import Bearers
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.bodies import body_meant, is_told_body, surely_told, told_name
from kdcurator.text.suggestion.called import strangers_called
from kdcurator.text.suggestion.naming import ByOrder
from kdcurator.text.suggestion.openings import openings
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.phrases import OURS, Nouns, Phrase, opens_sentence, phrase_at
from kdcurator.text.suggestion.presenting import role_told
from kdcurator.text.suggestion.roles import PREPOSITIONS, Role
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import SubjectKind, read_subject
from kdcurator.text.suggestion.telling import POSSESSIVES, Tellers

_FARTHEST = 12  # sentences
_NEAR = 6  # sentences within which a noun may be used of somebody without it
_LOOK_BACK = 40  # referents
_LEAD, _OWNER, _OBLIQUE, _KNOWN, _AGAIN = 1.5, -1.2, -0.5, 0.6, 0.3
_ASIDE = -0.8
_PASSING, _STRANGER = -1.3, -0.3  # somebody unnamed: brought in with a preposition, or not
_CLEAR = 0.8  # of lead over the next one
_OBLIQUES = PREPOSITIONS | {"med", "om", "mod", "over", "under", "efter", "uden", "mellem"}
_COPULAS = frozenset({"er", "var", "bliver", "blev", "som", "været", "blevet"})
_ANYBODY = frozenset({"mand", "kvinde", "dreng", "pige"})
_OF_THE_STATE = ("minister", "borgmester", "dommer", "anklager", "advokat", "betjent")
_INSIDE = frozenset({"i", "hos", "på", "ved"})
_KIN = 2  # words before a name: hendes søn
_APPOSED = 7  # words
_CALLED = frozenset({"hedder", "hed", "hedde"})
_CONJUNCTIONS = frozenset({"men", "at", "og", "mens", "da", "når", "fordi", "hvor"})
_OBJECTS = frozenset({"ham", "hende"})


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


class Narration:
    """One walk over the writer's own words."""

    def __init__(
        self, source: Source, people: People, blocks: Sequence[Block], spoken: Sequence[Span]
    ) -> None:
        self.source, self.people = source, people
        self.told: list[Referent] = []
        self.bodies: dict[str, None] = {}
        """The bodies told of, the last one last."""
        self.persons: dict[int, None] = {}
        """The people told of, the last one last."""
        self.asks: Who | None = None
        """Who asks, while a clause that answers is read: no pronoun and no noun there is theirs."""
        self._met: set[Who] = set()
        self._passing: set[Who] = set()
        self.bearers = Bearers(source, people)
        self._nouns = Nouns(source.language)
        self._tellers = Tellers(source, people)
        self._indices = self._tellers.indices(blocks, spoken)
        self._place = 0
        self._surely = surely_told(source, people.bodies.values())
        self._named = {mention.index: mention for mention in people.mentions}
        self._openings = openings(source, people, blocks)
        self._called = list(strangers_called(source, people, self._openings, self._nouns))
        by_order = ByOrder(source, people, self._openings, spoken, self.bearers, self._nouns)
        for person, head in list(by_order.roles(self._indices)):
            self.bearers.infer(person, head)
        self._sentence, self._extra = 0, 0
        self._has_lead = False
        self._behind = 0

    def advance(self, offset: int) -> None:
        """Read on up to an offset."""
        first = self._place
        self._place = bisect_left(self._indices, self.source.index_at(offset), first)
        for index in self._indices[first : self._place]:
            if index >= self._behind:
                self._read(index)

    def between(self, start: int, end: int) -> Sequence[Referent]:
        """Return those told of between two offsets, as far as the walk has come."""
        first = bisect_left(self.told, start, key=lambda referent: referent.start)
        return self.told[first : bisect_left(self.told, end, key=lambda told: told.start)]

    def speaks(self, who: Who, offset: int) -> None:
        """Note that somebody speaks without being named there."""
        self._extra += 1
        self._sentence += 1
        self._note(Referent(offset, offset, self._sentence, who, is_lead=True))

    def mentioned(self, *, is_last: bool) -> Who | None:
        """Return the last one named, or the one named before: sidstnævnte, førstnævnte."""
        named = dict.fromkeys(
            told.who for told in self.told[:-_LOOK_BACK:-1] if told.who.person is not None
        )
        two = list(named)[:2]
        return two[not is_last] if len(two) == 2 else None

    def fits(self, who: Who, *, woman: bool | None) -> bool:
        """Tell whether he or she may stand for somebody."""
        known = self._is_woman(who)
        return who.body is None and (known is None or woman is None or known == woman)

    def _is_woman(self, who: Who) -> bool | None:
        return who.woman if who.person is None else self.bearers.is_woman(who.person)

    def fitting(self, *, woman: bool) -> int:
        """Count those told of so far by name whom he or she may stand for."""
        named = (told.who for told in self.told if told.who.person is not None)
        return len({who.person for who in named if self.fits(who, woman=woman)})

    def nearest(
        self,
        told: Sequence[Referent] | None = None,
        *,
        but: Who | None = None,
        woman: bool | None = None,
        is_object: bool = False,
    ) -> tuple[Who | None, bool]:
        """Return whom a pronoun stands for here, and whether another is about as likely."""
        scores: dict[Who, float] = {}
        for referent in (self.told if told is None else told)[-_LOOK_BACK:]:
            who, distance = referent.who, self._sentence - referent.sentence
            if distance > _FARTHEST or who.body is not None or who in (but, self.asks):
                continue
            if is_object and referent.is_lead and not distance:
                continue
            known = None if woman is None else self._is_woman(who)
            if known is not None and known != woman:
                continue
            score = self._weight(referent, is_known=known is not None) - distance
            before = scores.get(who)
            scores[who] = score if before is None else max(score, before) + _AGAIN
        if not scores:
            return None, False
        if told is None and (only := self._only_one_before()) in scores:
            scores[only] = max(scores[only], _LEAD - 1 + _KNOWN)
        best = max(scores, key=lambda who: scores[who])
        rest = [score for who, score in scores.items() if who != best]
        return best, bool(rest) and scores[best] - max(rest) < _CLEAR

    def _only_one_before(self) -> Who | None:
        """Return the only person of the sentence before: På Villads' bord ligger der en sæbe."""
        last = self.told[-1] if self.told else None
        if last is None or last.sentence != self._sentence - 1 or last.start == last.end:
            return None
        near = [one.who for one in self.told[-4:] if one.sentence == last.sentence]
        people = {who for who in near if who.body is None}
        only = next(iter(people)) if len(people) == 1 else None
        return only if only is not None and only.person is not None else None

    def _is_aside(self, who: Who) -> bool:
        """Tell whether a person is told of just once, behind a preposition: ved siden af NAME."""
        once = who.person is not None and self.people.persons[who.person].mentions == 1
        return once and who in self._passing

    def _weight(self, referent: Referent, *, is_known: bool) -> float:
        """Return how likely a pronoun stands for somebody; `is_known` if their gender fits it."""
        who = referent.who
        score = (
            _LEAD * referent.is_lead
            + _OWNER * referent.is_owner
            + _OBLIQUE * referent.is_oblique
            + _KNOWN * is_known
        )
        if who.person is None:
            return score + (_PASSING if who in self._passing else _STRANGER)
        return score + _ASIDE * self._is_aside(who)

    def _read(self, index: int) -> None:
        """Take in what a word tells of."""
        word = self.source.words[index]
        sentence = bisect_right(self._openings, word.start) + self._extra
        if sentence != self._sentence:
            self._sentence, self._has_lead = sentence, False
        if mention := self._named.get(index):
            self._read_name(mention)
            return
        telling = self._tellers.of(word.low)
        if body := self.people.bodies.get(index):
            self._behind = body.after
            if is_told_body(self.source, body) or body.text in self._surely:
                is_owner = body.text.endswith("s") and self.people.at(body.after) is not None
                who = Who(body=told_name(self.source, body))
                self._tell(index, body.end, who, is_owner=is_owner)
        elif telling.is_pronoun:
            self._read_pronoun(index, word.low)
        elif telling.is_body:
            self._tell(index, word.end, Who(body=body_meant(word.low, self.bodies)))
        if telling.opens_phrase:
            self._read_phrase(index)

    def _read_name(self, mention: Mention) -> None:
        someone = self.people.persons[mention.person]
        self._behind = self.source.index_at(mention.end)
        if someone.is_author:
            return
        self._employ(mention)
        words = self.source.text[mention.start : mention.end]
        last = words.split()[-1]
        is_owner = last[-1] in "s’'" and last not in someone.words
        self._note_kin(mention)
        self._tell(mention.index, mention.end, Who(mention.person), is_owner=is_owner)

    def _note_kin(self, mention: Mention) -> None:
        """Note what somebody is to the one just told of: hendes søn, Bo Lund."""
        words, index = self.source.words, mention.index
        if index < _KIN or words[index - 1].low not in self.source.language.person_nouns.relations:
            return
        owner = words[index - 2].low
        told = self.told[-1].who.person if self.told else None
        if owner == "sin":
            leads = (one for one in reversed(self.told) if one.is_lead)
            told = next((one.who.person for one in leads if one.sentence == self._sentence), None)
        if told is not None and (owner == "sin" or owner in POSSESSIVES):
            self.bearers.infer_kin(told, words[index - 1].low)

    def _employ(self, mention: Mention) -> None:
        """Give somebody in office the body just told of: hos X er direktøren, NAME, uenig."""
        someone = self.people.persons[mention.person]
        offices = self.source.language.person_nouns.offices
        heads = [role.head.rsplit(" ", 1)[-1] for role in someone.roles if role.title]
        if any(role.organisation for role in someone.roles) or not any(
            head in offices and not head.endswith(_OF_THE_STATE) for head in heads
        ):
            return
        before = self.source.words[max(0, mention.index - 4) : mention.index]
        is_definite = any(self._nouns.definite(word.low) for word in before)
        for told in reversed(self.told[-_NEAR:]):
            is_near = self._sentence - told.sentence <= 1 + is_definite
            if told.who.body and is_near and (is_definite or self._is_inside(told)):
                someone.roles.append(Role(None, told.who.body))
                return

    def _is_inside(self, told: Referent) -> bool:
        """Tell whether a body is where something happens: hos Hydrovik, i Dansk Industri."""
        index = self.source.index_at(told.start)
        return told.is_oblique and self.source.words[index - 1].low in _INSIDE

    def _read_pronoun(self, index: int, low: str) -> None:
        woman = POSSESSIVES.get(low, low) in self.source.language.pronouns.feminine
        who, doubtful = self.nearest(woman=woman, is_object=low in _OBJECTS)
        if who is not None:
            end = self.source.words[index].end
            owner = low in POSSESSIVES
            self._tell(index, end, who, is_owner=owner, is_doubtful=doubtful)
            if who.person is not None and not owner:
                self._note_role(who.person, index)

    def _note_role(self, person: int, index: int) -> None:
        """Remember what is told of a person by pronoun: hun er lektor."""
        end = self.source.sentence_end(self.source.words[index].start, len(self.source.text))
        someone = self.people.persons[person]
        known = {role.head for role in someone.roles}
        for role in role_told(self.source, index + 1, self.source.index_at(end)):
            if role.head not in known:
                someone.roles.append(role)

    def _read_phrase(self, index: int) -> None:
        """Take in a noun phrase that no name belongs to."""
        limit = min(len(self.source.words), index + 8)
        phrase = phrase_at(self.source, index, limit, self._nouns)
        if phrase is None or self._belongs_to_name(phrase):
            return
        who, doubtful = self._who(phrase)
        leads = opens_sentence(self.source, index) or self._is_behind_verb(index)
        if leads or who.noun is None or who.noun in _ANYBODY or who.age is not None:
            end = self.source.words[phrase.after - 1].end
            self._tell(index, end, who, is_doubtful=doubtful)
        self._behind = max(self._behind, phrase.after)

    def _who(self, phrase: Phrase) -> tuple[Who, bool]:
        for called in self._called:
            if called.means(phrase):
                return Who(called.person), False
        is_known = phrase.is_definite and phrase.owner not in OURS
        return self._meant(phrase) if is_known else (self._stranger(phrase), False)

    def _belongs_to_name(self, phrase: Phrase) -> bool:
        """Tell whether a name stands beside a phrase, or a copula makes it a predicate."""
        source, index = self.source, phrase.index
        before = source.words[index - 1].low if index and source.is_next_to(index) else ""
        is_named = phrase.owner in OURS and self.people.at(phrase.after) is not None
        if (before in _COPULAS and self._has_lead) or is_named:
            return True
        if index and source.gap(index).strip() == "," and self._ends_name(index):
            return True
        end = source.sentence_end(source.words[index].start, len(source.text))
        if phrase.head == "en" and self.people.between(source.words[index].start, end):
            return True  # en af dem, der gik, var Bo Lund
        return self._leads_to_name(index, end) or self._is_apposed(phrase, end)

    def _leads_to_name(self, index: int, end: int) -> bool:
        """Tell whether the phrase at a word leads to a name, as no phrase does without one."""
        if not self.people.between(self.source.words[index].start, end):
            return False
        subject = read_subject(self.source, self.people, index, end)
        return subject is not None and subject.kind is SubjectKind.NAME

    def _is_apposed(self, phrase: Phrase, end: int) -> bool:
        """Tell whether a name follows behind a comma: chaufføren, polske Marek Zielinski."""
        source, commas = self.source, 0
        for at in range(phrase.after, min(phrase.after + 2 * _APPOSED, source.index_at(end))):
            if source.words[at].low in _CALLED and at + 1 in self._named:
                return True
            commas += "," in source.gap(at) or at > phrase.after + _APPOSED
            if at in self._named and commas == 1:
                return True
        return False

    def _ends_name(self, index: int) -> bool:
        """Tell whether the last one told of stands right before a comma."""
        before = self.source.words[index - 1].end
        return bool(self.told) and before - 1 <= self.told[-1].end <= before + 1

    def _is_behind_verb(self, index: int) -> bool:
        low = self.source.words[index - 1].low
        return (
            low in _CONJUNCTIONS
            or low in self.source.language.verbs
            or low in self.source.language.finite_verbs
        )

    def _stranger(self, phrase: Phrase) -> Who:
        noun = phrase.head or str(phrase.age)
        woman = self.source.language.person_nouns.is_woman(noun)
        return Who(noun=noun, woman=woman, age=phrase.age, is_definite=phrase.is_definite)

    def _meant(self, phrase: Phrase) -> tuple[Who, bool]:
        """Find whom a definite phrase stands for: by age, by role, else who is told of here."""
        if phrase.owner in POSSESSIVES or phrase.owner == "sin":
            return self._related(phrase), False
        if (person := self.bearers.find(phrase, self.persons)) is not None:
            return Who(person), False
        known = self._known_stranger(phrase)
        if known is not None:
            return known, False
        if (person := self._spoken_of_by(phrase)) is not None:
            return Who(person), True
        index = self.source.words[phrase.index].start
        if (person := self.bearers.find_later(phrase, index)) is not None:
            return Who(person), True
        return self._stranger(phrase), False

    def _spoken_of_by(self, phrase: Phrase) -> int | None:
        """Return who is meant by a noun that may be used of whoever the text is about."""
        if not self.bearers.may_be_anybody(phrase):
            return None
        woman = self.source.language.person_nouns.is_woman(phrase.head or "")
        is_oblique = self._is_oblique(phrase.index)
        free = [
            told
            for told in self.told[-_LOOK_BACK:]
            if self._sentence - told.sentence <= _NEAR
            and told.who.person is not None
            and not (is_oblique and told.is_lead and told.sentence == self._sentence)
            and self.bearers.may_bear(told.who.person, phrase)
        ]
        who, _ = self.nearest(free, woman=woman)
        if who is not None and who.person is not None:
            self.bearers.give(who.person, phrase)
        return who.person if who is not None else None

    def _related(self, phrase: Phrase) -> Who:
        """Return who "hendes mand" is: the other one of a couple, or a stranger."""
        owner = self.told[-1].who.person if self.told else None
        spouse = self.people.couples.get(owner) if owner is not None else None
        noun = phrase.head or ""
        if owner is not None:
            self.bearers.infer_kin(owner, noun)
        woman = self.source.language.person_nouns.is_woman(noun)
        if spouse is not None and noun in {"mand", "kone", "hustru", "ægtefælle"}:
            return Who(spouse)
        return self._stranger(phrase)._replace(woman=woman)

    def _known_stranger(self, phrase: Phrase) -> Who | None:
        """Return the stranger told of before by the same noun: diplomaten."""
        for told in reversed(self.told[-_LOOK_BACK:]):
            who = told.who
            if who.noun is None:
                continue
            if who.noun == phrase.head or (phrase.age is not None and who.age == phrase.age):
                return who
            woman = self.source.language.person_nouns.is_woman(phrase.head or "")
            if phrase.head in _ANYBODY and who.age is not None and who.woman in {None, woman}:
                return who
        return None

    def _tell(
        self,
        index: int,
        end: int,
        who: Who,
        *,
        is_owner: bool = False,
        is_doubtful: bool = False,
    ) -> None:
        """Note a referent with its place in the sentence."""
        is_oblique = self._is_oblique(index)
        is_object = self.source.words[index].low in _OBJECTS
        is_lead = not (is_owner or is_oblique or is_object or self._has_lead)
        self._has_lead = self._has_lead or is_lead
        start = self.source.words[index].start
        if who not in self._met and is_oblique:
            self._passing.add(who)
        self._met.add(who)
        self._note(
            Referent(start, end, self._sentence, who, is_lead, is_owner, is_oblique, is_doubtful)
        )

    def _is_oblique(self, index: int) -> bool:
        """Tell whether a preposition stands before a word: it is no subject then."""
        before = self.source.words[index - 1].low if index else ""
        return before in _OBLIQUES and self.source.is_next_to(index)

    def _note(self, referent: Referent) -> None:
        """Remember a referent, and its person or body as the one told of last."""
        self.told.append(referent)
        person, body = referent.who.person, referent.who.body
        if person is not None:
            self.persons.pop(person, None)
            self.persons[person] = None
        if body is not None and not (referent.is_oblique and body in self.bodies):
            self.bodies.pop(body, None)
            self.bodies[body] = None

"""Of whom the writer tells, in order: names, pronouns and nouns as they follow each other.

Owns the walk over the writer's words, and what they tell of a person in passing: a role, a body,
kin. Must not know quotes, but for the stretches that are not the writer's, nor how a pronoun
(`antecedents`) or a noun (`descriptions`) finds whom it stands for.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.antecedents import Antecedents
from kdcurator.text.suggestion.appositions import Appositions
from kdcurator.text.suggestion.bearing import Bearers
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.bodies import body_meant, surely_told, told_name
from kdcurator.text.suggestion.called import strangers_called
from kdcurator.text.suggestion.descriptions import ANYBODY, Descriptions
from kdcurator.text.suggestion.names import Name
from kdcurator.text.suggestion.naming import ByOrder
from kdcurator.text.suggestion.openings import openings
from kdcurator.text.suggestion.people import Mention, People, Someone
from kdcurator.text.suggestion.phrases import Nouns, is_oblique, opens_sentence, phrase_at
from kdcurator.text.suggestion.presenting import role_told
from kdcurator.text.suggestion.referents import Referent, Told, Who
from kdcurator.text.suggestion.roles import Role
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.telling import POSSESSIVES, Tellers

_NEAR = 6  # referents among which the body of an office is looked for
_LONGEST = 8  # words of a phrase
_OF_THE_STATE = ("minister", "borgmester", "dommer", "anklager", "advokat", "betjent")
_INSIDE = frozenset({"i", "hos", "på", "ved"})
_KIN = 2  # words before a name: hendes søn
_CONJUNCTIONS = frozenset({"men", "at", "og", "mens", "da", "når", "fordi", "hvor"})
_OBJECTS = frozenset({"ham", "hende"})


class Narration:
    """One walk over the writer's own words."""

    def __init__(
        self, source: Source, people: People, blocks: Sequence[Block], spoken: Sequence[Span]
    ) -> None:
        self._source, self._people = source, people
        self.told = Told()
        self.bearers = Bearers(source, people)
        self.antecedents = Antecedents(people, self.told, self.bearers)
        self._nouns = Nouns(source.language)
        self._tellers = Tellers(source, people)
        self._indices = self._tellers.indices(blocks, spoken)
        self._surely = surely_told(source, people.bodies.values())
        self._named = {mention.index: mention for mention in people.mentions}
        self._openings = openings(source, people, blocks)
        called = list(strangers_called(source, people, self._openings, self._nouns))
        self._descriptions = Descriptions(
            source, people, self.told, self.bearers, self.antecedents, called
        )
        self._appositions = Appositions(source, people, self.told, self._named)
        self._infer_roles(spoken)
        self._place = 0
        self._turns = 0
        """Speeches without a name, each of which counts for a sentence."""
        self._behind = 0
        """The word before which nothing more is to be read."""

    def _infer_roles(self, spoken: Sequence[Span]) -> None:
        """Give people the titles that only the order of the text tells."""
        by_order = ByOrder(
            self._source, self._people, self._openings, spoken, self.bearers, self._nouns
        )
        for person, head in list(by_order.roles(self._indices)):
            self.bearers.infer(person, head)

    def advance(self, offset: int) -> None:
        """Read on up to an offset."""
        first = self._place
        self._place = bisect_left(self._indices, self._source.index_at(offset), first)
        for index in self._indices[first : self._place]:
            if index >= self._behind:
                self._read(index)

    def speaks(self, who: Who, offset: int) -> None:
        """Note that somebody speaks without being named there."""
        self._turns += 1
        self.told.sentence += 1
        self.told.note(Referent(offset, offset, self.told.sentence, who, is_lead=True))

    def _read(self, index: int) -> None:
        """Take in what a word tells of."""
        word = self._source.words[index]
        sentence = bisect_right(self._openings, word.start) + self._turns
        if sentence != self.told.sentence:
            self.told.open_sentence(sentence)
        if mention := self._named.get(index):
            self._read_name(mention)
            return
        telling = self._tellers.of(word.low)
        if body := self._people.bodies.get(index):
            self._read_body(index, body)
        elif telling.is_pronoun:
            self._read_pronoun(index, word.low)
        elif telling.is_body:
            self._tell(index, word.end, Who(body=body_meant(word.low, self.told.bodies)))
        if telling.opens_phrase:
            self._read_phrase(index)

    def _read_body(self, index: int, body: Name) -> None:
        """Take in a run of capitals, if the text has it inside a sentence anywhere."""
        self._behind = body.after
        if body.text in self._surely:
            is_owner = body.text.endswith("s") and self._people.at(body.after) is not None
            who = Who(body=told_name(self._source, body))
            self._tell(index, body.end, who, is_owner=is_owner)

    def _read_name(self, mention: Mention) -> None:
        someone = self._people.persons[mention.person]
        self._behind = self._source.index_at(mention.end)
        if someone.is_author:
            return
        self._employ(mention)
        words = self._source.text[mention.start : mention.end]
        last = words.split()[-1]
        is_owner = last[-1] in "s’'" and last not in someone.words
        self._note_kin(mention)
        self._tell(mention.index, mention.end, Who(mention.person), is_owner=is_owner)

    def _note_kin(self, mention: Mention) -> None:
        """Note what somebody is to the one just told of: hendes søn, Bo Lund."""
        words, index = self._source.words, mention.index
        if index < _KIN or words[index - 1].low not in self._source.language.person_nouns.relations:
            return
        owner = self._owner(words[index - 2].low)
        if owner is not None:
            self.bearers.infer_kin(owner, words[index - 1].low)

    def _owner(self, low: str) -> int | None:
        """Return whom a possessive means: sin the subject, others the one told of last."""
        if low == "sin":
            sentence = self.told.sentence
            leads = (one for one in reversed(self.told.referents) if one.is_lead)
            return next((one.who.person for one in leads if one.sentence == sentence), None)
        last = self.told.last
        return last.who.person if last and low in POSSESSIVES else None

    def _employ(self, mention: Mention) -> None:
        """Give somebody in office the body just told of: hos X er direktøren, NAME, uenig."""
        someone = self._people.persons[mention.person]
        if not self._is_in_office(someone):
            return
        before = self._source.words[max(0, mention.index - 4) : mention.index]
        is_definite = any(self._nouns.definite(word.low) for word in before)
        for told in reversed(self.told.referents[-_NEAR:]):
            is_near = self.told.sentence - told.sentence <= 1 + is_definite
            if told.who.body and is_near and (is_definite or self._is_inside(told)):
                someone.roles.append(Role(None, told.who.body))
                return

    def _is_in_office(self, someone: Someone) -> bool:
        """Tell whether somebody has an office, but not the state's, in a body not named yet."""
        if any(role.organisation for role in someone.roles):
            return False
        heads = (role.head.rsplit(" ", 1)[-1] for role in someone.roles if role.title)
        offices = self._source.language.person_nouns.offices
        return any(head in offices and not head.endswith(_OF_THE_STATE) for head in heads)

    def _is_inside(self, told: Referent) -> bool:
        """Tell whether a body is where something happens: hos Hydrovik, i Dansk Industri."""
        index = self._source.index_at(told.start)
        return told.is_oblique and self._source.words[index - 1].low in _INSIDE

    def _read_pronoun(self, index: int, low: str) -> None:
        woman = POSSESSIVES.get(low, low) in self._source.language.pronouns.feminine
        who, doubtful = self.antecedents.nearest(woman=woman, is_object=low in _OBJECTS)
        if who is not None:
            end = self._source.words[index].end
            owner = low in POSSESSIVES
            self._tell(index, end, who, is_owner=owner, is_doubtful=doubtful)
            if who.person is not None and not owner:
                self._note_role(who.person, index)

    def _note_role(self, person: int, index: int) -> None:
        """Remember what is told of a person by pronoun: hun er lektor."""
        end = self._source.sentence_end(self._source.words[index].start, len(self._source.text))
        someone = self._people.persons[person]
        known = {role.head for role in someone.roles}
        for role in role_told(self._source, index + 1, self._source.index_at(end)):
            if role.head not in known:
                someone.roles.append(role)

    def _read_phrase(self, index: int) -> None:
        """Take in a noun phrase that no name belongs to."""
        limit = min(len(self._source.words), index + _LONGEST)
        phrase = phrase_at(self._source, index, limit, self._nouns)
        if phrase is None or self._appositions.belongs_to_name(phrase):
            return
        who, doubtful = self._descriptions.who(phrase)
        is_told = who.noun is None or who.noun in ANYBODY or who.age is not None
        if is_told or opens_sentence(self._source, index) or self._is_behind_verb(index):
            end = self._source.words[phrase.after - 1].end
            self._tell(index, end, who, is_doubtful=doubtful)
        self._behind = max(self._behind, phrase.after)

    def _is_behind_verb(self, index: int) -> bool:
        low, language = self._source.words[index - 1].low, self._source.language
        return low in _CONJUNCTIONS or low in language.verbs or low in language.finite_verbs

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
        told, word, behind = self.told, self._source.words[index], is_oblique(self._source, index)
        is_lead = not (is_owner or behind or told.has_lead or word.low in _OBJECTS)
        told.tell(
            Referent(word.start, end, told.sentence, who, is_lead, is_owner, behind, is_doubtful)
        )

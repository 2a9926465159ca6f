"""Who speaks where no word says so: told of just before or behind, due in a dialogue, or again.

Owns the order in which these are asked. Must not know what the words of a subject mean, nor what
two who speak by turns say to each other.
"""

from collections.abc import Sequence
from dataclasses import replace

from kdcurator.text.suggestion.cast import Cast
from kdcurator.text.suggestion.discourse import Discourse
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.meaning import Meaning
from kdcurator.text.suggestion.narration import Narration
from kdcurator.text.suggestion.referents import Referent
from kdcurator.text.suggestion.speakers import NOBODY, Speaker
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, role_meant

_TWO = 2
_WRITING = frozenset({"skriver", "skrev", "oplyser", "oplyste", "meddeler", "meddelte"})
_ONE_PERSON = frozenset({"jeg", "mig"})


class Silence:
    """The drafts of a text that no clause gives to anybody."""

    def __init__(
        self, text: Text, cast: Cast, narration: Narration, meaning: Meaning, discourse: Discourse
    ) -> None:
        self._text, self._source = text, text.source
        self._cast, self._meaning, self._discourse = cast, meaning, discourse
        self._narration, self._antecedents = narration, narration.antecedents
        self._dialogue = discourse.dialogue

    def of(self, draft: Draft, following: Sequence[Draft]) -> Speaker:
        """Find who speaks by who is told of, who spoke last and who speaks next."""
        behind = self._told_behind(draft)
        if behind is not None and (found := self._meaning.of(behind)).is_known:
            return found
        start = max(self._discourse.end, self._narration_start(draft))
        told = self._narration.told.between(start, draft.start)
        if one := self._in_scene(draft, following, told):
            return one
        if since := self._told_since(draft, told):
            who, doubtful = self._antecedents.nearest(since)
            return self._cast.who(who, is_doubtful=doubtful) if who else NOBODY
        if (due := self._due(draft, following)) and due.is_somebody:
            return due
        return self._again(draft) or self._told_around(draft, start, following)

    def _told_behind(self, draft: Draft) -> Subject | None:
        """Return whom the next sentence of the paragraph is about: »Ja.« Hun smiler."""
        limit, index = self._text.block_end(draft.start), self._source.index_at(draft.end)
        if index >= len(self._source.words) or self._source.words[index].start >= limit:
            return None
        word = self._source.words[index]
        if word.low in {"han", "hun"}:
            return Subject(SubjectKind.PRONOUN, word.start, word.end, word.low)
        if mention := self._text.people.at(index):
            return Subject(SubjectKind.NAME, mention.start, mention.end, "", mention.person)
        return None

    def _narration_start(self, draft: Draft) -> int:
        """Return where the paragraph before a draft begins."""
        number, blocks = draft.block, self._text.blocks
        while number and blocks[number].span.start >= draft.start - 3:
            number -= 1
        return blocks[number].span.start

    def _in_scene(
        self, draft: Draft, following: Sequence[Draft], told: Sequence[Referent]
    ) -> Speaker | None:
        """Return who is due where the writer has set the scene for two: whoever came first."""
        if not self._dialogue.opens_scene(draft, following):
            return self._dialogue.cast(draft)
        two = [*dict.fromkeys(one.who for one in told if one.end > one.start and not one.who.body)]
        if len(two) != _TWO:
            return None
        if two[0].person in self._dialogue.spoken_of(draft):
            two.reverse()
        one, other = (replace(self._cast.who(who), is_doubtful=True) for who in two)
        self._dialogue.let_talk(one, other)
        return one

    def _told_since(self, draft: Draft, told: Sequence[Referent]) -> list[Referent]:
        """Return those told of just before who may speak: none of whom the words speak."""
        if not told:
            return []
        is_introduced = draft.evidence is Evidence.INTRODUCTION
        is_asked = is_introduced or self._dialogue.is_asked(draft, farthest=2)
        spoken_of = self._dialogue.spoken_of(draft)
        return [
            one
            for one in told
            if one.end > one.start
            and (self._may_speak(one) or (is_asked and one.is_lead and one.who.noun))
            and one.who.person not in spoken_of
        ]

    def _may_speak(self, told: Referent) -> bool:
        """Tell whether somebody may speak next: a person, "en anden kilde", he for a stranger."""
        person = told.who.person
        if person is not None:
            return not self._narration.bearers.is_dead(person)
        if told.who.noun is None or not told.who.is_definite:
            return told.who.body is None
        word = self._source.text[told.start : told.end].lower()
        return told.is_lead and word in self._source.language.pronouns.third

    def _due(self, draft: Draft, following: Sequence[Draft]) -> Speaker | None:
        """Return who is due in a dialogue: the one who spoke before, or whom the last one asks."""
        dialogue = self._dialogue
        if (called := dialogue.called(draft)) is not None:
            return self._cast.person(called)
        if partner := dialogue.partner(draft):
            return partner
        if not (dialogue.is_asked(draft) or dialogue.contradicts(draft)):
            return None
        who, _ = self._antecedents.nearest(but=dialogue.turns[-1].speaker.who)
        if who is not None:
            return replace(self._cast.who(who), is_doubtful=True)
        again = dialogue.again(draft, following)
        return self._meaning.of(again) if again else None

    def _again(self, draft: Draft) -> Speaker | None:
        """Return the last one to speak, another one if the words call or speak of that one."""
        last = self._discourse.last
        if last.is_known and last.person in self._dialogue.spoken_of(draft):
            who, _ = self._antecedents.nearest(but=last.who)
            if who is not None and who.body is None:
                return replace(self._cast.who(who), is_doubtful=True)
        is_apart = last.is_somebody and not self._dialogue.is_next(draft)
        if last.is_known or is_apart:
            return NOBODY if self._is_too_personal(draft) else last
        return None

    def _is_too_personal(self, draft: Draft) -> bool:
        """Tell whether the last one to speak is a body that wrote, which never says jeg."""
        if self._discourse.last.person is not None or self._discourse.cue not in _WRITING:
            return False
        said = {low for one in draft.segments for low in self._source.lows(one.start, one.end)}
        return not said.isdisjoint(_ONE_PERSON)

    def _told_around(self, draft: Draft, start: int, following: Sequence[Draft]) -> Speaker:
        """Find who speaks first: whoever is told of next, the role before, whoever speaks next."""
        if following and (found := self._told_next(draft, following[0])).is_known:
            return found
        role = role_meant(self._source, start, draft.start)
        if role and role.kind is SubjectKind.ROLE and (found := self._meaning.of(role)).is_known:
            return found
        clause = (d.subject for d in following if d.subject and d.evidence is Evidence.CLAUSE)
        subject = next(clause, None)
        if subject is not None:
            return self._meaning.of(subject)
        only = self._cast.only_one()
        return NOBODY if self._is_named_afterwards(only, draft) else only

    def _is_named_afterwards(self, only: Speaker, draft: Draft) -> bool:
        """Tell whether somebody is first named in another paragraph than the next ones."""
        people, blocks = self._text.people, self._text.blocks
        if only.person is None or people.persons[only.person].mentions > 1:
            return False
        mention = next(one for one in people.mentions if one.person == only.person)
        near = blocks[min(draft.block + 1, len(blocks) - 1)].span.end
        return mention.start >= near

    def _told_next(self, draft: Draft, following: Draft) -> Speaker:
        """Return whom the narration between the first quote and the next one is about."""
        self._narration.advance(following.start)
        told = self._narration.told.between(draft.end, following.start)
        lead = next((one for one in told if one.is_lead and one.who.person is not None), None)
        return NOBODY if lead is None else self._cast.who(lead.who, is_doubtful=True)

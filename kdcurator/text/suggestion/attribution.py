"""Who says it: from the words of a subject to a person of the text.

Owns the rules for names, pronouns, roles, bodies and silence. Must not know how drafts were found.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.bodies import body_meant
from kdcurator.text.suggestion.clauses import Clause
from kdcurator.text.suggestion.dialogue import Dialogue
from kdcurator.text.suggestion.documents import Documents
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.exchanges import Interview
from kdcurator.text.suggestion.interviewees import Interviewees, most_told
from kdcurator.text.suggestion.introductions import introduction
from kdcurator.text.suggestion.labels import key_of
from kdcurator.text.suggestion.narration import Narration
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.phrases import opens_sentence
from kdcurator.text.suggestion.referents import Referent, Who
from kdcurator.text.suggestion.roles import indefinite
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speakers import NOBODY, Speaker
from kdcurator.text.suggestion.subjects import (
    CONCERNED,
    MENTIONED,
    Subject,
    SubjectKind,
    role_meant,
)
from kdcurator.text.suggestion.written import WRITTEN, is_read_aloud, is_written, names_itself

_ANYBODY = frozenset({"mand", "kvinde", "dreng", "pige"})
_TWO = 2
_LOOK_BACK = 60  # mentions
_SAYINGS = frozenset(
    {"svaret", "rådet", "vurderingen", "beskeden", "meldingen", "dommen", "opfordringen", "kravet"}
)
"""Nouns for what is said: "lyder rådet" names nobody."""
_SOUNDING = frozenset({"lyder", "lød", "er", "var"})
_PLATFORMS = frozenset({"talerstolen", "podiet", "prædikestolen"})
_NOBODY = _SAYINGS | _PLATFORMS | WRITTEN | {"det", "der", "i", "lyder", "lød"}
"""Words in the place of a subject that name nobody."""
_REPLYING = frozenset({"tilbage", "prompte", "igen", "modsvaret", "replikken"})
_WRITING = frozenset({"skriver", "skrev", "oplyser", "oplyste", "meddeler", "meddelte"})
_ONE_PERSON = frozenset({"jeg", "mig"})
_NEAR = 12  # told of, within which a document's sender is looked for
_TAKES_UP = frozenset(["det", "sådan", "sådan", "således", "dette", "ordene"])
_UNNARRATED = frozenset({PartKind.BYLINE, PartKind.CREDIT, PartKind.LINK, PartKind.ADVERT})


class Attribution:
    """One walk over the drafts of a text, in order, with what the text has told so far."""

    def __init__(
        self,
        source: Source,
        people: People,
        blocks: Sequence[Block],
        interview: Interview,
    ) -> None:
        self.source, self.people, self.blocks, self.interview = source, people, blocks, interview
        self.bounds = [block.span.start for block in blocks]
        self.told: list[Mention] = []
        self.starts: list[int] = []
        self.last, self.last_cue = NOBODY, ""
        self.last_end = 0
        self.is_answering = False
        self.interviewees = Interviewees(source, people, blocks, interview)
        self.main: int | None = None
        self.speaking: int | None = None
        self.dialogue = Dialogue(source, people)

    def speakers(self, drafts: Sequence[Draft]) -> list[Speaker]:
        """Return who says each draft; drafts stand in the order of the text."""
        spoken = [segment for draft in drafts for segment in draft.segments]
        self._hear(spoken)
        self.documents = Documents(self.source, self.people, spoken)
        self.interviewees.hear(self.told, drafts)
        self.narration = Narration(self.source, self.people, self.blocks, spoken)
        found: dict[int, Speaker] = {}
        headlines = [n for n, draft in enumerate(drafts) if draft.style is Style.HEADLINE]
        for place, draft in enumerate(drafts):
            if draft.style is not Style.HEADLINE:
                self.narration.advance(draft.start)
                found[place] = self._of(draft, drafts[place + 1 : place + 4])
                self._remember(found[place], draft)
        speaking = (someone.person for someone in found.values())
        self.speaking = next((person for person in speaking if person is not None), None)
        found |= {place: self._of(drafts[place], ()) for place in headlines}
        return [found[place] for place in range(len(drafts))]

    def same_speaker(self, draft: Draft, clause: Clause) -> bool:
        """Tell whether a reporting clause may be of the one who says a draft."""
        subject = clause.subject
        if subject is None or subject.kind in {SubjectKind.PRONOUN, SubjectKind.ROLE}:
            return True
        if subject.kind is not SubjectKind.NAME:
            return False
        before = draft.subject
        if before and before.kind is SubjectKind.NAME:
            return before.person == subject.person
        place = bisect_left(self.people.starts, draft.start)
        named = self.people.mentions[max(0, place - 4) : place]
        return not named or any(mention.person == subject.person for mention in named)

    def _remember(self, speaker: Speaker, draft: Draft) -> None:
        if speaker.is_known or draft.subject:
            self.last = speaker
            self.last_cue = draft.cue or self.last_cue
        self.dialogue.take(speaker, draft)
        if draft.subject is None and speaker.person is not None:
            self.narration.speaks(Who(speaker.person), draft.end)
        self.last_end = draft.end
        self.is_answering = speaker.is_known and draft.evidence is Evidence.ANSWER
        subject = draft.subject
        if subject and draft.end <= subject.start < self._block_end(draft.end):
            self.last_end = self.source.sentence_end(subject.end - 1, self._block_end(draft.end))

    def _hear(self, spoken: Sequence[Span]) -> None:
        """Keep the mentions that the writer makes, not those inside quotes."""
        spans = sorted(spoken)
        opens = [span.start for span in spans]
        unread = {number for number, block in enumerate(self.blocks) if block.kind in _UNNARRATED}
        for mention in self.people.mentions:
            place = bisect_left(opens, mention.start + 1) - 1
            inside = place >= 0 and mention.start < spans[place].end
            block = bisect_left(self.bounds, mention.start + 1) - 1
            author = self.people.persons[mention.person].is_author
            if not (inside or author or block in unread):
                self.told.append(mention)
        self.starts = [mention.start for mention in self.told]
        self.main = most_told(self.told) if self.told else None

    def _of(self, draft: Draft, following: Sequence[Draft]) -> Speaker:
        self.draft = draft
        if draft.label:
            return self._by_label(draft.label)
        if draft.subject:
            self.narration.antecedents.asks = self._asker(draft)
            meant = self._meant(draft.subject)
            self.narration.antecedents.asks = None
            return meant if meant.is_known else self._otherwise(draft, meant)
        if draft.evidence is Evidence.ANSWER:
            return self._interviewee(draft)
        if draft.evidence is Evidence.HEADLINE:
            return self._only_one()
        return self._taken_up(draft) or self._by_context(draft, following)

    def _asker(self, draft: Draft) -> Who | None:
        """Return who asked just before, if a draft answers and so is another's."""
        if not self.dialogue.is_answer(draft):
            return None
        asker = self.dialogue.turns[-1].speaker
        return asker.stranger or Who(asker.person)

    def _otherwise(self, draft: Draft, meant: Speaker) -> Speaker:
        """Return who speaks first in the text for a headline whose role nobody bears."""
        is_role = draft.subject is not None and draft.subject.kind is SubjectKind.ROLE
        if draft.evidence is not Evidence.HEADLINE or not is_role or self.speaking is None:
            return meant
        return self._person(self.speaking)

    def _meant(self, subject: Subject) -> Speaker:
        """Return whom the words of a subject mean."""
        if subject.person is not None:
            return self._person(subject.person)
        self.narration.advance(subject.end)
        meant = {
            SubjectKind.PRONOUN: self._by_pronoun,
            SubjectKind.BODY: self._by_body,
            SubjectKind.ROLE: self._by_phrase,
            SubjectKind.UNNAMED: self._by_phrase,
            SubjectKind.WRITER: self._by_byline,
        }.get(subject.kind)
        return meant(subject) if meant else NOBODY

    def _person(self, number: int) -> Speaker:
        return Speaker(self.people.persons[number].name, number)

    def _by_byline(self, _subject: Subject) -> Speaker:
        """Return the one whose byline the text bears, for "sagde jeg" of the writer."""
        writers = [n for n, someone in enumerate(self.people.persons) if someone.is_author]
        return replace(self._person(writers[0]), is_doubtful=True) if len(writers) == 1 else NOBODY

    def _by_body(self, subject: Subject) -> Speaker:
        """Return a body by its name, the one told of last for a common noun."""
        low, index = subject.words.lower(), self.source.index_at(subject.start)
        if low in _SAYINGS and index and self.source.words[index - 1].low in _SOUNDING:
            return self._by_context_of(subject)
        is_noun = low in self.source.language.bodies and opens_sentence(self.source, index)
        words = low if is_noun else subject.words
        meant = body_meant(words, self.narration.told.bodies)
        return Speaker(_without_genitive(subject.words if meant == low else meant))

    def _who(self, who: Who, *, is_doubtful: bool = False) -> Speaker:
        if who.noun in _ANYBODY and not who.is_definite and who.age is None:
            return self._named_later(who)
        if who.person is not None:
            return Speaker(self.people.persons[who.person].name, who.person, is_doubtful)
        if who.body:
            return Speaker(_without_genitive(who.body), None, is_doubtful)
        return Speaker(None, stranger=who)

    def _named_later(self, who: Who) -> Speaker:
        """Return the only person whom "en kvinde" can turn out to be, nobody otherwise.

        Whoever was told of before is no new one.
        """
        bearers = self.narration.bearers
        fitting = [
            number
            for number in {mention.person for mention in self.told}
            if number not in self.narration.told.persons and bearers.is_woman(number) == who.woman
        ]
        if len(fitting) != 1 or self.people.persons[fitting[0]].roles:
            return Speaker(None, stranger=who)
        return replace(self._person(fitting[0]), is_doubtful=True)

    def _by_pronoun(self, subject: Subject) -> Speaker:
        """Find whom han, hun or de stands for."""
        pronouns = self.source.language.pronouns
        if subject.words not in pronouns.third:
            return self._by_they()
        woman = subject.words in pronouns.feminine
        found = self._meant_by(subject, woman=woman)
        return replace(found, has_rivals=self.narration.antecedents.fitting(woman=woman) > 1)

    def _meant_by(self, subject: Subject, *, woman: bool) -> Speaker:
        for told in self.narration.told.between(subject.start, subject.end):
            if self.narration.antecedents.fits(told.who, woman=woman):
                return self._who(told.who, is_doubtful=told.is_doubtful)
        who, doubtful = self.narration.antecedents.nearest(woman=woman)
        return self._who(who, is_doubtful=doubtful) if who else self._first_fitting(woman=woman)

    def _by_they(self) -> Speaker:
        """Return the body told of last, if nobody was told of since."""
        last = self.narration.told.referents[-1].who if self.narration.told.referents else None
        return self._who(last, is_doubtful=True) if last and last.body else NOBODY

    def _first_fitting(self, *, woman: bool) -> Speaker:
        for mention in self.told[:_LOOK_BACK]:
            if self.narration.antecedents.fits(Who(mention.person), woman=woman):
                return replace(self._person(mention.person), is_doubtful=True)
        return Speaker(None, stranger=Who(noun="hun" if woman else "han", woman=woman))

    def _by_phrase(self, subject: Subject) -> Speaker:
        """Find whom a noun phrase means: kommunaldirektøren, den 43-årige, hendes mand."""
        for told in self.narration.told.between(subject.start, subject.end):
            is_anybody = told.who.person is not None or told.who.noun is not None
            if is_anybody and not told.is_owner:
                return self._who(told.who, is_doubtful=told.is_doubtful)
        if subject.words.lower() in MENTIONED:
            one = self.narration.told.mentioned(
                is_last=not subject.words.lower().startswith("først")
            )
            return self._who(one) if one else NOBODY
        if subject.words.lower() == CONCERNED:
            one, _ = self.narration.antecedents.nearest()
            return self._who(one, is_doubtful=True) if one else NOBODY
        if subject.role is not None:
            return self._by_role(subject.role)
        if subject.words.lower() in _NOBODY:
            return self._by_context_of(subject)
        return Speaker(None, stranger=Who(noun=subject.words.lower()))

    def _by_role(self, role: str) -> Speaker:
        """Find the first person of a role, for the words before a headline's colon."""
        persons = dict.fromkeys(mention.person for mention in self.told)
        bearers = self.narration.bearers
        bearer = next((number for number in persons if bearers.bears(number, role)), None)
        return Speaker(None, stranger=Who(noun=role)) if bearer is None else self._person(bearer)

    def _by_context_of(self, subject: Subject) -> Speaker:
        """Find who speaks where "lyder det" names nobody: told of since, else the last one."""
        index = self.source.index_at(subject.start)
        told = self.narration.told.between(self.last_end, subject.start)
        since = [one for one in told if one.end > one.start]
        if is_read_aloud(self.source, index) or is_written(self.source, index):
            found = self._by_document(subject, index, since)
        else:
            leads = [one.who for one in since if one.is_lead]
            found = self._who(leads[-1]) if leads else self._answering(index)
        return replace(found, is_doubtful=True)

    def _by_document(self, subject: Subject, index: int, since: Sequence[Referent]) -> Speaker:
        """Find whose words a document has: who sent it, else the body it may come from."""
        if writer := self.documents.writer_before(subject.end):
            return self._meant(writer)
        if is_read_aloud(self.source, index):
            return self._who(since[-1].who) if since else self.last
        if body := names_itself(self.source, self.people, self.draft.start):
            return Speaker(body)
        bodies = [one for one in since if one.who.body]
        leads = [one for one in bodies if one.is_lead]
        told = (leads or bodies)[-1].who if bodies else self._body_near()
        return self._who(told) if told else self._last_body()

    def _answering(self, index: int) -> Speaker:
        """Return who speaks in "lød svaret": not the one who asked just before; else the last."""
        behind = [word.low for word in self.source.words[index : index + 4]]
        replies = not _REPLYING.isdisjoint(behind)
        answers = replies or any(low.startswith("svar") for low in behind)
        turns = self.dialogue.turns
        asked = bool(turns) and self.source.text[turns[-1].draft.end - 1] == "?"
        if not (answers and (asked or replies)) or not self.last.is_somebody:
            return self.last
        if replies and (partner := self.dialogue.before(self.last)):
            return partner
        who, _ = self.narration.antecedents.nearest(but=self.last.stranger or Who(self.last.person))
        return self._who(who) if who else NOBODY

    def _body_near(self) -> Who | None:
        """Return the named body that is the subject of one of the last few sentences."""
        for told in reversed(self.narration.told.referents[-_NEAR:]):
            if told.who.body and told.is_lead and told.who.body[:1].isupper():
                return told.who
        return None

    def _last_body(self) -> Speaker:
        """Return the last speaker, if that is a body."""
        return NOBODY if self.last.person is not None else replace(self.last, is_doubtful=True)

    def _by_label(self, label: str) -> Speaker:
        """Find whom the label of a turn means: a name, initials, or "svar"."""
        number = self.people.find(label)
        if number is not None:
            return self._person(number)
        if key_of(label) in self.source.language.questions.answers:
            return self._only_one()
        initials = label.replace(".", "").upper()
        for place, someone in enumerate(self.people.persons):
            if "".join(word[0] for word in someone.words) == initials and not someone.is_author:
                return self._person(place)
        return self._by_title(label) or Speaker(label)

    def _by_title(self, label: str) -> Speaker | None:
        """Find the only person of a title that labels turns: Formanden, Vidnet."""
        title = indefinite(label.lower(), self.source.language)
        told = {mention.person for mention in self.told}
        bearers = self.narration.bearers
        bearing = [number for number in told if title and bearers.bears(number, title)]
        return self._person(bearing[0]) if len(bearing) == 1 else None

    def _interviewee(self, draft: Draft) -> Speaker:
        """Return who answers a question, the only one of the text if nobody was told of before."""
        last = self.last.person if self.is_answering else None
        number, is_doubtful = self.interviewees.of(draft, last, self.last_end)
        if number is None:
            return self._only_one()
        is_doubtful |= number == last and self.last.is_doubtful
        return replace(self._person(number), is_doubtful=is_doubtful)

    def _only_one(self) -> Speaker:
        """Return the person whom the whole text is about, if there is one."""
        return NOBODY if self.main is None else self._person(self.main)

    def _taken_up(self, draft: Draft) -> Speaker | None:
        """Read the sentence behind a quote that takes it up: Det siger Bo Lund."""
        start = self.source.skip_blanks(draft.end)
        while start < len(self.source.text) and self.source.text[start] in '«”“"’.':
            start = self.source.skip_blanks(start + 1)
        index = self.source.index_at(start)
        if index >= len(self.source.words) or self.source.words[index].low not in _TAKES_UP:
            return None
        end = self.source.sentence_end(start, min(start + 300, self._block_end(start)))
        clause = introduction(self.source, self.people, start, end)
        if clause is None or clause.subject is None or clause.index > index + 1:
            return None
        draft.cue, draft.evidence, draft.subject = clause.cue, Evidence.TAKEN_UP, clause.subject
        return self._meant(clause.subject)

    def _block_end(self, offset: int) -> int:
        place = bisect_left(self.bounds, offset + 1) - 1
        return self.blocks[max(0, place)].span.end

    def _by_context(self, draft: Draft, following: Sequence[Draft]) -> Speaker:
        """Find who speaks without a word of it: told of just before, the last one, the next one."""
        behind = self._told_behind(draft)
        if behind is not None and (found := self._meant(behind)).is_known:
            return found
        start = max(self.last_end, self._narration_start(draft))
        told = self.narration.told.between(start, draft.start)
        if one := self._in_scene(draft, following, told):
            return one
        if since := self._told_since(draft, told):
            who, doubtful = self.narration.antecedents.nearest(since)
            return self._who(who, is_doubtful=doubtful) if who else NOBODY
        if (due := self._due(draft, following)) and due.is_somebody:
            return due
        return self._again(draft) or self._told_around(draft, start, following)

    def _told_since(self, draft: Draft, told: Sequence[Referent]) -> list[Referent]:
        """Return those told of just before who may speak: none of whom the words speak."""
        if not told:
            return []
        is_introduced = draft.evidence is Evidence.INTRODUCTION
        is_asked = is_introduced or self.dialogue.is_asked(draft, farthest=2)
        spoken_of = self.dialogue.spoken_of(draft)
        return [
            one
            for one in told
            if one.end > one.start
            and (self._may_speak(one) or (is_asked and one.is_lead and one.who.noun))
            and one.who.person not in spoken_of
        ]

    def _again(self, draft: Draft) -> Speaker | None:
        """Return the last one to speak, another one if the words call or speak of that one."""
        if self.last.is_known and self.last.person in self.dialogue.spoken_of(draft):
            who, _ = self.narration.antecedents.nearest(but=Who(self.last.person))
            if who is not None and who.body is None:
                return replace(self._who(who), is_doubtful=True)
        is_apart = self.last.is_somebody and not self.dialogue.is_next(draft)
        if self.last.is_known or is_apart:
            return NOBODY if self._is_too_personal(draft) else self.last
        return None

    def _in_scene(
        self, draft: Draft, following: Sequence[Draft], told: Sequence[Referent]
    ) -> Speaker | None:
        """Return who is due where the writer has set the scene for two: whoever came first."""
        if not self.dialogue.opens_scene(draft, following):
            return self.dialogue.cast(draft)
        two = [*dict.fromkeys(one.who for one in told if one.end > one.start and not one.who.body)]
        if len(two) != _TWO:
            return None
        if two[0].person in self.dialogue.spoken_of(draft):
            two.reverse()
        one, other = (replace(self._who(who), is_doubtful=True) for who in two)
        self.dialogue.let_talk(one, other)
        return one

    def _is_too_personal(self, draft: Draft) -> bool:
        """Tell whether the last one to speak is a body that wrote, which never says jeg."""
        said = {low for one in draft.segments for low in self.source.lows(one.start, one.end)}
        is_body = self.last.person is None and self.last_cue in _WRITING
        return is_body and not said.isdisjoint(_ONE_PERSON)

    def _told_around(self, draft: Draft, start: int, following: Sequence[Draft]) -> Speaker:
        """Find who speaks first: whoever is told of next, the role before, whoever speaks next."""
        if following and (found := self._told_next(draft, following[0])).is_known:
            return found
        role = role_meant(self.source, start, draft.start)
        if role and role.kind is SubjectKind.ROLE and (found := self._meant(role)).is_known:
            return found
        clause = (d.subject for d in following if d.subject and d.evidence is Evidence.CLAUSE)
        subject = next(clause, None)
        return self._only_one() if subject is None else self._meant(subject)

    def _told_next(self, draft: Draft, following: Draft) -> Speaker:
        """Return whom the narration between the first quote and the next one is about."""
        self.narration.advance(following.start)
        told = self.narration.told.between(draft.end, following.start)
        lead = next((one for one in told if one.is_lead and one.who.person is not None), None)
        return NOBODY if lead is None else self._who(lead.who, is_doubtful=True)

    def _due(self, draft: Draft, following: Sequence[Draft]) -> Speaker | None:
        """Return who is due in a dialogue: the one who spoke before, or whom the last one asks."""
        if (called := self.dialogue.called(draft)) is not None:
            return self._person(called)
        if partner := self.dialogue.partner(draft):
            return partner
        if not (self.dialogue.is_asked(draft) or self.dialogue.contradicts(draft)):
            return None
        asks = self.dialogue.turns[-1].speaker
        who, _ = self.narration.antecedents.nearest(but=asks.stranger or Who(asks.person))
        if who is not None:
            return replace(self._who(who), is_doubtful=True)
        again = self.dialogue.again(draft, following)
        return self._meant(again) if again else None

    def _told_behind(self, draft: Draft) -> Subject | None:
        """Return whom the next sentence of the paragraph is about: »Ja.« Hun smiler."""
        limit = self._block_end(draft.start)
        index = self.source.index_at(draft.end)
        if index >= len(self.source.words) or self.source.words[index].start >= limit:
            return None
        word = self.source.words[index]
        if word.low in {"han", "hun"}:
            return Subject(SubjectKind.PRONOUN, word.start, word.end, word.low)
        if mention := self.people.at(index):
            return Subject(SubjectKind.NAME, mention.start, mention.end, "", mention.person)
        return None

    def _may_speak(self, told: Referent) -> bool:
        """Tell whether somebody may speak next: a person, "en anden kilde", he for a stranger."""
        person = told.who.person
        if person is not None:
            return not self.narration.bearers.is_dead(person)
        if told.who.noun is None or not told.who.is_definite:
            return told.who.body is None
        word = self.source.text[told.start : told.end].lower()
        return told.is_lead and word in self.source.language.pronouns.third

    def _narration_start(self, draft: Draft) -> int:
        """Return where the paragraph before a draft begins."""
        number = draft.block
        while number and self.blocks[number].span.start >= draft.start - 3:
            number -= 1
        return self.blocks[number].span.start


def _without_genitive(words: str) -> str:
    return words.removesuffix("’s").removesuffix("'s")

"""Who says it: which kind of evidence leads to whom.

Owns the one walk over the drafts of a text. Must not know how drafts were found, what the words of
a subject mean (`meaning`), nor who speaks where no word says so (`silence`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.cast import Cast
from kdcurator.text.suggestion.dialogue import Dialogue
from kdcurator.text.suggestion.discourse import Discourse
from kdcurator.text.suggestion.documents import Documents
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.exchanges import Interview
from kdcurator.text.suggestion.interviewees import Interviewees
from kdcurator.text.suggestion.introductions import introduction
from kdcurator.text.suggestion.meaning import Meaning
from kdcurator.text.suggestion.narration import Narration
from kdcurator.text.suggestion.people import Mention
from kdcurator.text.suggestion.referents import Who
from kdcurator.text.suggestion.sayings import Sayings
from kdcurator.text.suggestion.silence import Silence
from kdcurator.text.suggestion.speakers import Speaker
from kdcurator.text.suggestion.subjects import SubjectKind

_FOLLOWING = 3  # drafts
_FARTHEST = 300  # characters of a sentence that takes a quote up
_TAKES_UP = frozenset(["det", "sådan", "sådan", "således", "dette", "ordene"])
_MARKS = '«”“"’.'
_UNNARRATED = frozenset({PartKind.BYLINE, PartKind.CREDIT, PartKind.LINK, PartKind.ADVERT})


class Attribution:
    """One walk over the drafts of a text, in order, with what the text has told so far."""

    def __init__(self, text: Text, interview: Interview, drafts: Sequence[Draft]) -> None:
        source, people = text.source, text.people
        self._text, self._source, self._drafts = text, source, drafts
        spoken = [segment for draft in drafts for segment in draft.segments]
        mentions = list(_told(text, spoken))
        self._interviewees = Interviewees(source, people, text.blocks, interview)
        self._interviewees.hear(mentions, drafts)
        self._narration = Narration(source, people, text.blocks, spoken)
        self._discourse = Discourse(Dialogue(source, people))
        self._cast = Cast(people, mentions, self._narration.told, self._narration.bearers)
        sayings = Sayings(text, self._cast, self._narration, self._discourse)
        documents = Documents(source, people, spoken)
        self._meaning = Meaning(text, self._cast, self._narration, sayings, documents)
        self._silence = Silence(text, self._cast, self._narration, self._meaning, self._discourse)

    def speakers(self) -> list[Speaker]:
        """Return who says each draft; headlines are read last, as they tell of what follows."""
        found: dict[int, Speaker] = {}
        for place, draft in enumerate(self._drafts):
            if draft.style is not Style.HEADLINE:
                self._narration.advance(draft.start)
                following = self._drafts[place + 1 : place + 1 + _FOLLOWING]
                found[place] = self._of(draft, following)
                self._remember(found[place], draft)
        speaking = (someone.person for someone in found.values())
        first = next((person for person in speaking if person is not None), None)
        for place, draft in enumerate(self._drafts):
            if draft.style is Style.HEADLINE:
                found[place] = self._of_headline(draft, first)
        return [found[place] for place in range(len(self._drafts))]

    def _remember(self, speaker: Speaker, draft: Draft) -> None:
        """Keep who said a draft for those that follow."""
        if draft.subject is None and speaker.person is not None:
            self._narration.speaks(Who(speaker.person), draft.end)
        self._discourse.take(speaker, draft, self._end(draft))

    def _end(self, draft: Draft) -> int:
        """Return where a draft ends, with the sentence of the clause behind it."""
        subject = draft.subject
        if subject is None or subject.start < draft.end:
            return draft.end
        limit = self._text.block_end(draft.end)
        is_inside = subject.start < limit
        return self._source.sentence_end(subject.end - 1, limit) if is_inside else draft.end

    def _of(self, draft: Draft, following: Sequence[Draft]) -> Speaker:
        """Return who says a draft, by the best evidence there is."""
        self._discourse.start = draft.start
        if draft.label:
            return self._meaning.of_label(draft.label)
        if draft.subject:
            self._narration.antecedents.asks = self._asker(draft)
            meant = self._meaning.of(draft.subject)
            self._narration.antecedents.asks = None
            return meant
        if draft.evidence is Evidence.ANSWER:
            return self._interviewee(draft)
        if draft.evidence is Evidence.HEADLINE:
            return self._cast.only_one()
        return self._taken_up(draft) or self._silence.of(draft, following)

    def _of_headline(self, draft: Draft, first: int | None) -> Speaker:
        """Return who says a headline: who speaks first in the text if nobody bears its role."""
        meant = self._of(draft, ())
        if meant.is_known or first is None or draft.label or draft.subject is None:
            return meant
        is_role = draft.subject.kind is SubjectKind.ROLE
        is_first = is_role and draft.evidence is Evidence.HEADLINE
        return self._cast.person(first) if is_first else meant

    def _asker(self, draft: Draft) -> Who | None:
        """Return who asked just before, if a draft answers and so is another's."""
        dialogue = self._discourse.dialogue
        return dialogue.turns[-1].speaker.who if dialogue.is_answer(draft) else None

    def _interviewee(self, draft: Draft) -> Speaker:
        """Return who answers a question, the only one of the text if nobody was told of before."""
        before = self._discourse
        last = before.last.person if before.is_answering else None
        number, is_doubtful = self._interviewees.of(draft, last, before.end)
        if number is None:
            return self._cast.only_one()
        is_doubtful |= number == last and before.last.is_doubtful
        return replace(self._cast.person(number), is_doubtful=is_doubtful)

    def _taken_up(self, draft: Draft) -> Speaker | None:
        """Read the sentence behind a quote that takes it up: Det siger Bo Lund."""
        source = self._source
        start = source.skip_blanks(draft.end)
        while start < len(source.text) and source.text[start] in _MARKS:
            start = source.skip_blanks(start + 1)
        index = source.index_at(start)
        if index >= len(source.words) or source.words[index].low not in _TAKES_UP:
            return None
        end = source.sentence_end(start, min(start + _FARTHEST, self._text.block_end(start)))
        clause = introduction(source, self._text.people, start, end)
        if clause is None or clause.subject is None or clause.index > index + 1:
            return None
        draft.give_to(clause, Evidence.TAKEN_UP)
        return self._meaning.of(clause.subject)


def _told(text: Text, spoken: Sequence[Span]) -> Iterator[Mention]:
    """Yield the mentions that the writer makes, not those inside quotes."""
    spans = sorted(spoken, key=attrgetter("start", "end"))
    opens = [span.start for span in spans]
    for mention in text.people.mentions:
        place = bisect_left(opens, mention.start + 1) - 1
        is_spoken = place >= 0 and mention.start < spans[place].end
        if is_spoken or text.people.persons[mention.person].is_author:
            continue
        if text.blocks[text.block_at(mention.start)].kind not in _UNNARRATED:
            yield mention

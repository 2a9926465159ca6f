"""Who is due where two speak by turns: the one asked, then the one who asked.

Owns when turns are a dialogue, and whom their words call or speak of. Must not know how the
writer's words mean somebody.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speakers import Speaker
from kdcurator.text.suggestion.subjects import Subject

_ASKING = frozenset({"spørger", "spurgte", "spørges", "ville vide", "vil vide"})
_EXCHANGING = frozenset(
    {
        *("spørger", "spurgte", "svarer", "svarede", "lyder svaret", "replicerer", "replicerede"),
        *("indvender", "indvendte", "retter", "rettede", "indskyder", "indskød", "afbryder"),
        *("afbrød", "protesterer", "protesterede", "istemmer"),
    }
)
_ANSWERS = ("svar", "replicer", "indvend", "lød svar", "lyder svar")
_FAMILIAR = frozenset({"du", "dig", "din", "dit", "dine", "jer", "jeres"})
_POLITE = frozenset({"De", "Dem", "Deres"})
_STOPS = frozenset("?.!,")
_NAMING = frozenset({"hedder", "er", "som", "mig", "undertegnede"})
_LOOK_BACK = 8  # turns
_NEAR = 3  # paragraphs
_SCENE = 3  # turns


class Turn(NamedTuple):
    """A quote with the one who says it."""

    speaker: Speaker
    draft: Draft


@dataclass(slots=True)
class Dialogue:
    """The turns of a text so far."""

    source: Source
    people: People
    turns: list[Turn] = field(default_factory=list)
    _pair: tuple[Speaker, Speaker] | None = None
    """The two whom a scene lets talk, the one due last."""

    def take(self, speaker: Speaker, draft: Draft) -> None:
        """Take in the turn that follows."""
        self.turns.append(Turn(speaker, draft))
        if self._pair is not None:
            self._pair = None if draft.subject else (self._pair[1], self._pair[0])

    def opens_scene(self, draft: Draft, following: Sequence[Draft]) -> bool:
        """Tell whether a talk opens with a turn: three without a clause, one of which asks."""
        run = [draft]
        for turn in following:
            if turn.block != run[-1].block + 1 or turn.evidence is not Evidence.CONTEXT:
                break
            run.append(turn)
        return len(run) >= _SCENE and any(map(self.asks, run)) and not self.is_next(draft)

    def let_talk(self, one: Speaker, other: Speaker) -> None:
        """Let two talk by turns, the first one now."""
        self._pair = one, other

    def cast(self, draft: Draft) -> Speaker | None:
        """Return who is due of the two whom a scene lets talk."""
        return self._pair[0] if self._pair is not None and self.is_next(draft) else None

    def partner(self, draft: Draft) -> Speaker | None:
        """Return who is due by the turns: the one who spoke before the last one."""
        last = self._group(draft)
        if not last or not last[0].speaker.is_somebody:
            return None
        place = len(self.turns) - len(last) - 1
        if place < 0:
            return None
        before, first = self.turns[place], last[0]
        if not before.speaker.is_somebody or before.speaker.is_same(first.speaker):
            return None
        gap = first.draft.block - before.draft.block
        if gap > 2 or (gap > 1 and not self.asks(before.draft)):
            return None
        return before.speaker if self._is_exchange([before, *last], draft) else None

    def is_asked(self, draft: Draft, farthest: int = 1) -> bool:
        """Tell whether the turn before asks the one who speaks in a draft.

        `farthest` is how many paragraphs lie between them, the draft's own included.
        """
        if not self.turns:
            return False
        speaker, before = self.turns[-1]
        is_near = 0 < draft.block - before.block <= farthest
        return is_near and speaker.is_somebody and self.asks(before)

    def is_answer(self, draft: Draft) -> bool:
        """Tell whether a turn with a clause answers the one before, by the verb of either."""
        before = self.turns[-1].draft.cue if self.turns else None
        if before not in _ASKING and not (draft.cue or "").startswith(_ANSWERS):
            return False
        return self.is_asked(draft) and not self.asks(draft)

    def was_asked(self) -> bool:
        """Tell whether the turn before ends in a question."""
        return bool(self.turns) and self.source.text[self.turns[-1].draft.end - 1] == "?"

    def is_next(self, draft: Draft) -> bool:
        """Tell whether nothing of the writer's stands between the turn before and a draft."""
        return bool(self.turns) and draft.block - self.turns[-1].draft.block <= 1

    def contradicts(self, draft: Draft) -> bool:
        """Tell whether a turn says ja or nej to the one before it: »Nej, du har aldrig spurgt.«."""
        if not self.turns or self.turns[-1].draft.block != draft.block - 1:
            return False
        first = self.source.index_at(draft.start)
        opens = (
            first < len(self.source.words)
            and self.source.words[first].low in self.source.language.questions.replies
        )
        return opens and (self._addresses(draft) or self._addresses(self.turns[-1].draft))

    def before(self, speaker: Speaker) -> Speaker | None:
        """Return who spoke before somebody, a few paragraphs ago at the most."""
        last = self.turns[-1].draft.block if self.turns else 0
        for turn in reversed(self.turns[-_LOOK_BACK:]):
            if turn.speaker.is_somebody and not turn.speaker.is_same(speaker):
                return turn.speaker if last - turn.draft.block <= _NEAR else None
        return None

    def again(self, draft: Draft, following: Sequence[Draft]) -> Subject | None:
        """Return whom the clause of the turn after the next one names: it is the same one's."""
        block = draft.block
        for place, turn in enumerate(following):
            if turn.block != block + 1:
                return None
            block = turn.block
            if turn.subject is not None:
                return turn.subject if place % 2 else None
        return None

    def asks(self, draft: Draft) -> bool:
        """Tell whether a turn asks somebody who is there."""
        if not self._asks(draft):
            return False
        return draft.cue in _ASKING or self._addresses(draft)

    def _asks(self, draft: Draft) -> bool:
        return any(self.source.text[segment.end - 1] == "?" for segment in draft.segments)

    def _group(self, draft: Draft) -> list[Turn]:
        """Return the turns of one speaker right before a draft."""
        group: list[Turn] = []
        following = draft
        for turn in reversed(self.turns[-_LOOK_BACK:]):
            if following.block - turn.draft.block > 1 or (
                group and not turn.speaker.is_same(group[0].speaker)
            ):
                break
            group.insert(0, turn)
            following = turn.draft
        return group if group and group[-1].draft.block == draft.block - 1 else []

    def _is_exchange(self, turns: Sequence[Turn], draft: Draft) -> bool:
        """Tell whether turns are an exchange: one asks, answers or speaks to the other."""
        if any(turn.draft.cue in _EXCHANGING for turn in turns):
            return True
        if any(self._asks(turn.draft) for turn in turns) or self._asks(draft):
            return True
        return self._addresses(draft) or self._addresses(turns[-1].draft)

    def _addresses(self, draft: Draft) -> bool:
        """Tell whether somebody is spoken to: du, or De and I where no sentence opens."""
        return any(
            self._speaks_to(index, first)
            for segment in draft.segments
            for first in (self.source.index_at(segment.start),)
            for index in range(first, self.source.index_at(segment.end))
        )

    def _speaks_to(self, index: int, first: int) -> bool:
        word = self.source.words[index]
        if word.low in _FAMILIAR:
            return True
        if word.text not in _POLITE and not word.is_plural_you:
            return False
        return index > first and self.source.is_next_to(index)

    def called(self, draft: Draft) -> int | None:
        """Return whom the turn right before a draft calls by name: kan du huske det, Brask."""
        if not self.is_next(draft):
            return None
        speaker, before = self.turns[-1]
        if before.block == draft.block or not (self._addresses(before) or self._asks(before)):
            return None
        text = self.source.text
        for segment in before.segments:
            for mention in self.people.between(segment.start, segment.end):
                is_apart = text[mention.start - 2 : mention.start] == ", "
                is_apart &= text[mention.end : mention.end + 1] in _STOPS
                if is_apart and mention.person != speaker.person:
                    return mention.person
        return None

    def spoken_of(self, draft: Draft) -> set[int]:
        """Return whom the words of a turn call or speak of: they do not say it themselves."""
        return {
            mention.person
            for segment in draft.segments
            for mention in self.people.between(segment.start, segment.end)
            if not self._is_own(mention)
        }

    def _is_own(self, mention: Mention) -> bool:
        """Tell whether somebody says the own name: jeg hedder Daniel."""
        index = mention.index
        lows = [word.low for word in self.source.words[max(0, index - 3) : index]]
        return not _NAMING.isdisjoint(lows)

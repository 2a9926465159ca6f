"""Who speaks where the subject is no one, but what is said: lyder det, lød svaret, står der.

Owns which words those are, and who is meant by what was told and said before. Must not know what
any other subject means, nor who wrote a document where words tell so.
"""

from collections.abc import Sequence

from kdcurator.text.suggestion.cast import Cast
from kdcurator.text.suggestion.discourse import Discourse
from kdcurator.text.suggestion.drafts import Text
from kdcurator.text.suggestion.narration import Narration
from kdcurator.text.suggestion.referents import Referent, Who
from kdcurator.text.suggestion.speakers import NOBODY, Speaker
from kdcurator.text.suggestion.subjects import Subject
from kdcurator.text.suggestion.written import WRITTEN, is_read_aloud, is_written, names_itself

_SAYINGS = frozenset(
    {"svaret", "rådet", "vurderingen", "beskeden", "meldingen", "dommen", "opfordringen", "kravet"}
)
"""Nouns for what is said: "lyder rådet" names nobody."""
_SOUNDING = frozenset({"lyder", "lød", "er", "var"})
_PLATFORMS = frozenset({"talerstolen", "podiet", "prædikestolen"})
_NOBODY = _SAYINGS | _PLATFORMS | WRITTEN | {"det", "der", "i", "lyder", "lød"}
"""Words in the place of a subject that name nobody."""
_REPLYING = frozenset({"tilbage", "prompte", "igen", "modsvaret", "replikken"})
_NEAR = 12  # told of, within which a document's sender is looked for


class Sayings:
    """Words for what is said, with those who may have said it."""

    def __init__(self, text: Text, cast: Cast, narration: Narration, discourse: Discourse) -> None:
        self._source, self._people = text.source, text.people
        self._cast, self._narration, self._discourse = cast, narration, discourse

    def names_nobody(self, subject: Subject) -> bool:
        """Tell whether the words in the place of a subject name nobody."""
        return subject.words.lower() in _NOBODY

    def is_sounded(self, subject: Subject) -> bool:
        """Tell whether a noun that may be a body's is what sounds: lyder rådet."""
        index = self._source.index_at(subject.start)
        is_saying = subject.words.lower() in _SAYINGS and index > 0
        return is_saying and self._source.words[index - 1].low in _SOUNDING

    def is_of_document(self, subject: Subject) -> bool:
        """Tell whether what is said stands in a document."""
        index = self._source.index_at(subject.start)
        return is_read_aloud(self._source, index) or is_written(self._source, index)

    def of_document(self, subject: Subject) -> Speaker:
        """Find whose words a document has if no words tell who wrote it."""
        since = self._since(subject)
        if is_read_aloud(self._source, self._source.index_at(subject.start)):
            return self._cast.who(since[-1].who) if since else self._discourse.last
        if body := names_itself(self._source, self._people, self._discourse.start):
            return Speaker(body)
        bodies = [one for one in since if one.who.body]
        leads = [one for one in bodies if one.is_lead]
        told = (leads or bodies)[-1].who if bodies else self._body_near()
        return self._cast.who(told) if told else self._last_body()

    def of(self, subject: Subject) -> Speaker:
        """Find who speaks where "lyder det" names nobody: told of since, else the last one."""
        leads = [one.who for one in self._since(subject) if one.is_lead]
        return self._cast.who(leads[-1]) if leads else self._answering(subject)

    def _since(self, subject: Subject) -> Sequence[Referent]:
        told = self._narration.told.between(self._discourse.end, subject.start)
        return [one for one in told if one.end > one.start]

    def _answering(self, subject: Subject) -> Speaker:
        """Return who speaks in "lød svaret": not the one who asked just before; else the last."""
        dialogue, last = self._discourse.dialogue, self._discourse.last
        index = self._source.index_at(subject.start)
        behind = [word.low for word in self._source.words[index : index + 4]]
        replies = not _REPLYING.isdisjoint(behind)
        answers = replies or (
            any(low.startswith("svar") for low in behind) and dialogue.was_asked()
        )
        if not answers or not last.is_somebody:
            return last
        if replies and (partner := dialogue.before(last)):
            return partner
        who, _ = self._narration.antecedents.nearest(but=last.who)
        return self._cast.who(who) if who else NOBODY

    def _body_near(self) -> Who | None:
        """Return the named body that is the subject of one of the last few sentences."""
        for told in reversed(self._narration.told.referents[-_NEAR:]):
            if told.who.body and told.is_lead and told.who.body[:1].isupper():
                return told.who
        return None

    def _last_body(self) -> Speaker:
        """Return the last speaker, if that is a body."""
        last = self._discourse.last
        return NOBODY if last.person is not None else last

"""Whom the words of a subject, or of a label, mean: a name, a pronoun, a role, a body.

Owns the way from such words to one of those of whom the text has told. Must not know how drafts
were found, nor who speaks where no word says so.
"""

from dataclasses import replace

from kdcurator.text.suggestion.bodies import body_meant
from kdcurator.text.suggestion.cast import Cast
from kdcurator.text.suggestion.documents import Documents
from kdcurator.text.suggestion.drafts import Text
from kdcurator.text.suggestion.labels import key_of
from kdcurator.text.suggestion.narration import Narration
from kdcurator.text.suggestion.phrases import opens_sentence
from kdcurator.text.suggestion.referents import Who
from kdcurator.text.suggestion.roles import indefinite
from kdcurator.text.suggestion.sayings import Sayings
from kdcurator.text.suggestion.speakers import NOBODY, Speaker
from kdcurator.text.suggestion.subjects import CONCERNED, MENTIONED, Subject, SubjectKind


class Meaning:
    """What words mean where the narration has come to."""

    def __init__(
        self, text: Text, cast: Cast, narration: Narration, sayings: Sayings, documents: Documents
    ) -> None:
        self._source, self._people, self._cast = text.source, text.people, cast
        self._narration, self._sayings, self._documents = narration, sayings, documents
        self._told, self._antecedents = narration.told, narration.antecedents

    def of(self, subject: Subject) -> Speaker:
        """Return whom the words of a subject mean."""
        if subject.person is not None:
            return self._cast.person(subject.person)
        self._narration.advance(subject.end)
        match subject.kind:
            case SubjectKind.PRONOUN:
                return self._by_pronoun(subject)
            case SubjectKind.BODY:
                return self._by_body(subject)
            case SubjectKind.ROLE | SubjectKind.UNNAMED:
                return self._by_phrase(subject)
            case SubjectKind.WRITER:
                return self._cast.writer()
        return NOBODY

    def of_label(self, label: str) -> Speaker:
        """Return whom the label of a turn means: a name, initials, a title, or "svar"."""
        number = self._people.find(label)
        if number is not None:
            return self._cast.person(number)
        if key_of(label) in self._source.language.questions.answers:
            return self._cast.only_one()
        return self._by_initials(label) or self._by_title(label) or Speaker(label)

    def _by_body(self, subject: Subject) -> Speaker:
        """Return a body by its name, the one told of last for a common noun."""
        if self._sayings.is_sounded(subject):
            return self._by_saying(subject)
        low, index = subject.words.lower(), self._source.index_at(subject.start)
        is_noun = low in self._source.language.bodies and opens_sentence(self._source, index)
        meant = body_meant(low if is_noun else subject.words, self._told.bodies)
        return self._cast.body(subject.words if meant == low else meant)

    def _by_pronoun(self, subject: Subject) -> Speaker:
        """Find whom han, hun or de stands for."""
        pronouns = self._source.language.pronouns
        if subject.words not in pronouns.third:
            return self._by_they()
        woman = subject.words in pronouns.feminine
        found = self._by_gender(subject, woman=woman)
        return replace(found, has_rivals=self._antecedents.fitting(woman=woman) > 1)

    def _by_gender(self, subject: Subject, *, woman: bool) -> Speaker:
        """Find whom he or she is: told of in the words themselves, the nearest, the first one."""
        for told in self._told.between(subject.start, subject.end):
            if self._antecedents.fits(told.who, woman=woman):
                return self._cast.who(told.who, is_doubtful=told.is_doubtful)
        who, doubtful = self._antecedents.nearest(woman=woman)
        return self._cast.who(who, is_doubtful=doubtful) if who else self._first(woman=woman)

    def _first(self, *, woman: bool) -> Speaker:
        """Return the first one whom the text names that fits a pronoun, else a stranger."""
        for number in self._cast.first_named:
            if self._antecedents.fits(Who(number), woman=woman):
                return replace(self._cast.person(number), is_doubtful=True)
        return Speaker(None, stranger=Who(noun="hun" if woman else "han", woman=woman))

    def _by_they(self) -> Speaker:
        """Return the body told of last, if nobody was told of since."""
        last = self._told.last
        return self._cast.who(last.who, is_doubtful=True) if last and last.who.body else NOBODY

    def _by_phrase(self, subject: Subject) -> Speaker:
        """Find whom a noun phrase means: kommunaldirektøren, den 43-årige, hendes mand."""
        for told in self._told.between(subject.start, subject.end):
            is_anybody = told.who.person is not None or told.who.noun is not None
            if is_anybody and not told.is_owner:
                return self._cast.who(told.who, is_doubtful=told.is_doubtful)
        low = subject.words.lower()
        if low in MENTIONED or low == CONCERNED:
            return self._by_mention(low)
        if subject.role is not None:
            return self._by_role(subject.role)
        if self._sayings.names_nobody(subject):
            return self._by_saying(subject)
        return Speaker(None, stranger=Who(noun=low))

    def _by_mention(self, low: str) -> Speaker:
        """Find whom words for somebody just told of mean: sidstnævnte, førstnævnte."""
        if low == CONCERNED:
            one, _ = self._antecedents.nearest()
        else:
            one = self._told.mentioned(is_last=not low.startswith("først"))
        return self._cast.who(one, is_doubtful=low == CONCERNED) if one else NOBODY

    def _by_role(self, role: str) -> Speaker:
        """Find the first person of a role, for the words before a headline's colon."""
        bearing = self._bearing(role)
        return self._cast.person(bearing[0]) if bearing else Speaker(None, stranger=Who(noun=role))

    def _by_saying(self, subject: Subject) -> Speaker:
        """Find who speaks where the subject is what is said: lyder det, står der i brevet."""
        if not self._sayings.is_of_document(subject):
            found = self._sayings.of(subject)
        elif writer := self._documents.writer_before(subject.end):
            found = self.of(writer)
        else:
            found = self._sayings.of_document(subject)
        return replace(found, is_doubtful=True)

    def _by_initials(self, label: str) -> Speaker | None:
        initials = label.replace(".", "").upper()
        for place, someone in enumerate(self._people.persons):
            if "".join(word[0] for word in someone.words) == initials and not someone.is_author:
                return self._cast.person(place)
        return None

    def _by_title(self, label: str) -> Speaker | None:
        """Find the only person of a title that labels turns: Formanden, Vidnet."""
        title = indefinite(label.lower(), self._source.language)
        bearing = self._bearing(title) if title else []
        return self._cast.person(bearing[0]) if len(bearing) == 1 else None

    def _bearing(self, noun: str) -> list[int]:
        """Return those whom the writer names that bear a noun, in the order of the text."""
        return [n for n in self._cast.numbers if self._narration.bearers.bears(n, noun)]

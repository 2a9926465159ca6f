"""Whether a noun phrase only tells more of somebody named beside it: chaufføren, Marek Zielinski.

Owns where a name, or a copula, takes a noun phrase to itself. Must not know whom a phrase stands
for otherwise.
"""

from collections.abc import Mapping

from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.phrases import OURS, Phrase
from kdcurator.text.suggestion.referents import Told
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import SubjectKind, read_subject

_COPULAS = frozenset({"er", "var", "bliver", "blev", "som", "været", "blevet"})
_CALLED = frozenset({"hedder", "hed", "hedde"})
_APPOSED = 7  # words


class Appositions:
    """The noun phrases of a text that belong to names; `named` are its mentions by their word."""

    def __init__(
        self, source: Source, people: People, told: Told, named: Mapping[int, Mention]
    ) -> None:
        self._source, self._people, self._told, self._named = source, people, told, named

    def belongs_to_name(self, phrase: Phrase) -> bool:
        """Tell whether a name stands beside a phrase, or a copula makes it a predicate."""
        if self._is_predicate(phrase) or self._is_behind_name(phrase.index):
            return True
        if phrase.owner in OURS and self._people.at(phrase.after) is not None:
            return True  # min far, Bo Lund
        start = self._source.words[phrase.index].start
        end = self._source.sentence_end(start, len(self._source.text))
        is_named = bool(self._people.between(start, end))
        if is_named and (phrase.head == "en" or self._leads_to_name(phrase.index, end)):
            return True  # en af dem, der gik, var Bo Lund
        return self._is_apposed(phrase, end)

    def _is_predicate(self, phrase: Phrase) -> bool:
        """Tell whether a copula stands before a phrase, behind the subject."""
        index = phrase.index
        before = self._source.words[index - 1].low if index else ""
        return before in _COPULAS and self._told.has_lead and self._source.is_next_to(index)

    def _is_behind_name(self, index: int) -> bool:
        """Tell whether the last one told of and a comma stand right before a word."""
        last = self._told.last
        if not index or last is None or self._source.gap(index).strip() != ",":
            return False
        before = self._source.words[index - 1].end
        return before - 1 <= last.end <= before + 1

    def _leads_to_name(self, index: int, end: int) -> bool:
        """Tell whether the phrase at a word leads to the name that follows."""
        subject = read_subject(self._source, self._people, index, end)
        return subject is not None and subject.kind is SubjectKind.NAME

    def _is_apposed(self, phrase: Phrase, end: int) -> bool:
        """Tell whether a name follows behind a comma: chaufføren, polske Marek Zielinski."""
        source, commas = self._source, 0
        for at in range(phrase.after, min(phrase.after + 2 * _APPOSED, source.index_at(end))):
            if source.words[at].low in _CALLED and at + 1 in self._named:
                return True
            commas += "," in source.gap(at) or at > phrase.after + _APPOSED
            if at in self._named and commas == 1:
                return True
        return False

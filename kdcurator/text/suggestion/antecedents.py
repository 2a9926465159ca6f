"""Whom a pronoun stands for, among those told of.

Owns how likely each of them is meant: by nearness, by being the subject, and by what is known of
the person. Must not know how the words of a text are read, nor quotes.
"""

from collections.abc import Sequence

from kdcurator.text.suggestion.bearing import Bearers
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.referents import LOOK_BACK, Referent, Told, Who

_FARTHEST = 12  # sentences
_LEAD, _OWNER, _OBLIQUE, _KNOWN, _AGAIN = 1.5, -1.2, -0.5, 0.6, 0.3
_ASIDE = -0.8
_PASSING, _STRANGER = -1.3, -0.3  # somebody unnamed: brought in with a preposition, or not
_CLEAR = 0.8  # of lead over the next one


class Antecedents:
    """Those among whom he and she are to be found."""

    def __init__(self, people: People, told: Told, bearers: Bearers) -> None:
        self._people, self._told, self._bearers = people, told, bearers
        self.asks: Who | None = None
        """Who asks, while a clause that answers is read: no pronoun and no noun there is theirs."""

    def fits(self, who: Who, *, woman: bool | None) -> bool:
        """Tell whether he or she may stand for somebody."""
        known = self._is_woman(who)
        return who.body is None and (known is None or woman is None or known == woman)

    def fitting(self, *, woman: bool) -> int:
        """Count those told of so far by name whom he or she may stand for."""
        return sum(self.fits(Who(person), woman=woman) for person in self._told.persons)

    def nearest(
        self,
        told: Sequence[Referent] | None = None,
        *,
        but: Who | None = None,
        woman: bool | None = None,
        is_object: bool = False,
    ) -> tuple[Who | None, bool]:
        """Return whom a pronoun stands for here, and whether another is about as likely."""
        near = (self._told.referents if told is None else told)[-LOOK_BACK:]
        scores = self._scores(near, (but, self.asks), woman=woman, is_object=is_object)
        if not scores:
            return None, False
        if told is None and (only := self._only_one_before()) in scores:
            scores[only] = max(scores[only], _LEAD - 1 + _KNOWN)
        best = max(scores, key=lambda who: scores[who])
        rest = [score for who, score in scores.items() if who != best]
        return best, bool(rest) and scores[best] - max(rest) < _CLEAR

    def _scores(
        self,
        near: Sequence[Referent],
        others: tuple[Who | None, ...],
        *,
        woman: bool | None,
        is_object: bool,
    ) -> dict[Who, float]:
        """Return how likely each one told of is meant; `others` are not."""
        scores: dict[Who, float] = {}
        for referent in near:
            who, distance = referent.who, self._told.sentence - referent.sentence
            if distance > _FARTHEST or who.body is not None or who in others:
                continue
            if is_object and referent.is_lead and not distance:
                continue
            known = None if woman is None else self._is_woman(who)
            if known is not None and known != woman:
                continue
            score = self._weight(referent, is_known=known is not None) - distance
            before = scores.get(who)
            scores[who] = score if before is None else max(score, before) + _AGAIN
        return scores

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
            return score + (_PASSING if who in self._told.passing else _STRANGER)
        return score + _ASIDE * self._is_aside(who, who.person)

    def _is_woman(self, who: Who) -> bool | None:
        return who.woman if who.person is None else self._bearers.is_woman(who.person)

    def _is_aside(self, who: Who, person: int) -> bool:
        """Tell whether a person is told of just once, behind a preposition: ved siden af NAME."""
        return self._people.persons[person].mentions == 1 and who in self._told.passing

    def _only_one_before(self) -> Who | None:
        """Return the only person of the sentence before: På Villads' bord ligger der en sæbe."""
        last = self._told.last
        if last is None or last.sentence != self._told.sentence - 1 or last.start == last.end:
            return None
        near = [one.who for one in self._told.referents[-4:] if one.sentence == last.sentence]
        people = {who for who in near if who.body is None}
        only = next(iter(people)) if len(people) == 1 else None
        return only if only is not None and only.person is not None else None

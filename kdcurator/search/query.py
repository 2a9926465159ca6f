"""What an index answers to a query: the rows that match, each with its score.

Owns how leaves become rows, how phrases are checked and how `AND`, `OR` and `NOT` combine them.
Must not know files, folders or how a query is written.

The tree is worked out here, on arrays of rows, and not by Whoosh's own queries: of those, AND NOT
keeps the first row that it should leave out (2.7.4), and prefixes and phrases are slow. What is
used of Whoosh is its postings and its statistics; the score is its BM25F.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial, reduce
from itertools import accumulate, islice, product
from math import log
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kdcurator.domain.searching import HitKind
from kdcurator.search.danish import name_key, place_keys
from kdcurator.search.dates import DateRange
from kdcurator.search.postings import NOWHERE, PLACE_BITS, Posted, Rows, Segment
from kdcurator.search.schema import ENGLISH, SEARCHED, STEMMED, term_in
from kdcurator.search.tree import All, Any, Field, How, Leaf, Node, Not, asked_for
from kdcurator.search.vocabulary import Terms, Vocabulary

Scores = NDArray[np.float64]

_KEY_FIELDS = {
    Field.TAG: "tags",
    Field.SOURCE: "publication",
    Field.MUNICIPALITY: "municipality",
    Field.STATUS: "status",
}

_DANISH = {english: danish for danish, english in ENGLISH.items()}

_STATUSES = {
    "ikke sendt": "new",
    "ny": "new",
    "sendt": "sent",
    "ingen rettelser": "unchanged",
    "uændret": "unchanged",
    "rettelse": "correction",
    "rettelse foreslået": "correction",
    "afklaret": "settled",
    "afvist": "declined",
    "rettelse afvist": "declined",
}
"""The states of a quote as the window says them in Danish."""

_MOST_PHRASES = 8
"""Spellings of one phrase that are tried when it was typed without æøå."""

_SCORED_TERMS = 32
"""A prefix with more completions than this finds rows without weighing each word."""

_IN_COMPOUND = 0.1
"""Weight of a word in a longer one."""

_BELOW = 0.9
"""The best row with a longer word scores so much of the last one with the word itself."""

_SPARSE = 30
"""Where fewer rows than one of so many match, they are sorted and not looked for among all."""

_K1, _B = 1.2, 0.75
"""How fast further finds in one row count for less, and how much its length does: as in Whoosh."""


class Found(NamedTuple):
    """Rows in order, over all segments, each with its score."""

    rows: Rows
    scores: Scores

    @classmethod
    def alike(cls, rows: Rows, score: float) -> "Found":
        """Return rows that all have one score."""
        return cls(rows, np.full(len(rows), score))


NOTHING = Found(NOWHERE.rows, np.empty(0))


class Answering:
    """Works out queries over some segments of one kind of row, as if they were one index."""

    def __init__(self, segments: Sequence[Segment], kind: HitKind) -> None:
        """Take at least one segment."""
        self.segments = segments
        self.fields = SEARCHED[kind]
        self.bases = list(accumulate((segment.size for segment in segments), initial=0))
        self.vocabulary = Vocabulary(segments)
        self._answered: dict[tuple[Leaf, bool], Found] = {}

    def answer(self, node: Node) -> Found:
        """Return the rows that match; nothing where nothing is asked for but absence."""
        found, is_complement = self._node(node, guess=True)
        if not is_complement:
            return found
        if not any(asked_for(node)):
            return NOTHING
        every = self._over_all(Segment.every_row)
        return Found.alike(every[~is_among(every, found.rows)], 0.0)

    def rows_of(self, ids: Iterable[int], segments: int) -> Rows:
        """Return the rows that some ids have in the first `segments` segments, in order."""
        numbers = [f"{row_id}" for row_id in ids]
        placed = zip(self.segments[:segments], self.bases, strict=False)
        found = [one.posted("id", number).rows + base for one, base in placed for number in numbers]
        return np.unique(np.concatenate([NOWHERE.rows, *found]))

    def id_of(self, row: int) -> int:
        """Return the id of a row."""
        number = next(n for n, end in enumerate(self.bases[1:]) if row < end)
        return self.segments[number].stored_id(row - self.bases[number])

    def frequency(self, field: str, term: str) -> int:
        """Return in how many rows a term stands, those that count no more too."""
        return sum(segment.frequency(field, term) for segment in self.segments)

    def deleted(self) -> Rows:
        """Return the rows that are deleted, in order."""
        return self._over_all(attrgetter("deleted"))

    def having(self, field: str, term: str) -> Found:
        """Return the rows that have a term."""
        return Found.alike(self._rows_with(field, [term]), 1.0)

    def _over_all(self, read: Callable[[Segment], Rows]) -> Rows:
        """Return what is read of each segment, as rows of all of them."""
        placed = zip(self.segments, self.bases, strict=False)
        return np.concatenate([NOWHERE.rows, *(read(one) + base for one, base in placed)])

    def _node(self, node: Node, *, guess: bool) -> tuple[Found, bool]:
        """Return rows, and whether it is all others that match.

        What is to be left out is not guessed at: `-mal` says nothing about *mål*.
        """
        match node:
            case Leaf():
                if (node, guess) not in self._answered:  # people paste, and texts repeat words
                    self._answered[node, guess] = self._leaf(node, guess=guess)
                return self._answered[node, guess], False
            case Not(inner):
                found, is_complement = self._node(inner, guess=not guess)
                return found, not is_complement
            case All(nodes):
                return _all([self._node(one, guess=guess) for one in nodes])
            case Any(nodes):
                # One of them matches unless none does.
                others = [self._node(one, guess=guess) for one in nodes]
                found, is_complement = _all([(one, not is_not) for one, is_not in others])
                if is_complement:
                    return _any([one for one, _ in others]), False
                return found, True

    def _leaf(self, leaf: Leaf, *, guess: bool) -> Found:
        match leaf.field:
            case None:
                return self._anywhere(self.fields, leaf, guess=guess)
            case Field.TITLE:
                return self._anywhere(["title"], leaf, guess=guess)
            case Field.SPEAKER:
                return self._speaker(leaf, guess=guess)
            case Field.DATE:
                return self._dated(leaf.dates) if leaf.dates else NOTHING
            case field:
                return self._keyed(_KEY_FIELDS[field], leaf, guess=guess)

    def _anywhere(self, fields: Iterable[str], leaf: Leaf, *, guess: bool) -> Found:
        """Look in some fields of words; behind all rows with a word come those with longer ones.

        What is quoted, begun or mistyped is meant as it stands, and so is what is to be left out.
        """
        found = _any([self._in_languages(field, leaf, guess=guess) for field in fields])
        if not guess or leaf.is_quoted or leaf.how is not How.WORD or len(leaf.words) > 1:
            return found
        stemmed = [field for field in fields if field in STEMMED]
        return _behind(found, _any([self._in_longer(field, leaf.words[0]) for field in stemmed]))

    def _in_languages(self, field: str, leaf: Leaf, *, guess: bool) -> Found:
        """Look for a word or a phrase as Danish ones, in English texts as English ones too."""
        found = self._in_words(field, leaf, guess=guess)
        if leaf.how is How.WORD and field in ENGLISH:
            return _best_of(found, self._in_words(ENGLISH[field], leaf, guess=False))
        return found

    def _in_longer(self, field: str, word: str) -> Found:
        """Return the rows that have a word as the last part of longer ones, all taken as one."""
        terms = self.vocabulary.compounds(field, word)
        if not terms:
            return NOTHING
        rarest = self.frequency(field, term_in(field, word))
        return self._weighed(field, terms, _IN_COMPOUND, rarest)

    def _in_words(self, field: str, leaf: Leaf, *, guess: bool) -> Found:
        """Look for a word, a phrase or the beginning of a word in a field of words."""
        *before, last = leaf.words
        if leaf.how is How.WORD and before:
            return self._phrase(field, leaf.words, guess=guess)
        if leaf.how is How.PREFIX:
            found = self._begun(field, last, guess=guess)
        elif leaf.how is How.NEAR:
            found = self._scored(field, self.vocabulary.near(field, last))
        else:
            found = self._scored(field, self.vocabulary.word(field, last, guess=guess))
        for word in before:
            more = self._scored(field, self.vocabulary.word(field, word, guess=guess))
            found, _ = _all([(found, False), (more, False)])
        return found

    def _begun(self, field: str, prefix: str, *, guess: bool) -> Found:
        """Return the rows with a word that begins so; of many words none is weighed."""
        terms = self.vocabulary.prefix(field, prefix, guess=guess)
        if len(terms) <= _SCORED_TERMS:
            return self._scored(field, terms)
        has = np.zeros(self.bases[-1], np.bool_)
        for begun in self.vocabulary.beginnings(field, prefix, guess=guess):
            has[self._over_all(partial(Segment.rows_begun, field=field, prefix=begun))] = True
            has[self._rows_with(field, self.vocabulary.inflected(field, begun))] = True
        return Found.alike(np.flatnonzero(has), self.fields.get(field, 1.0))

    def _scored(self, field: str, terms: Terms) -> Found:
        """Return the rows that have any of some terms."""
        return _any([self._weighed(field, [term], weight) for term, weight in terms.items()])

    def _weighed(self, field: str, terms: Sequence[str], weight: float, at_least: int = 0) -> Found:
        """Return the rows that have one of some terms, which count as one, scored by BM25F.

        They are taken to stand in `at_least` rows, so that they are no rarer than another word.
        """
        size = self.bases[-1]
        posted = [_posted(segment, field, terms) for segment in self.segments]
        frequency = sum(len(one.rows) for one in posted)
        if len(terms) == 1:
            frequency = self.frequency(field, terms[0])
        field = _DANISH.get(field, field)  # a text is as long in either language
        average = sum(segment.length(field) for segment in self.segments) / size or 1.0
        rarity = log(size / (max(frequency, at_least) + 1)) + 1
        rows, scores = [NOWHERE.rows], [np.empty(0)]
        for segment, base, one in zip(self.segments, self.bases, posted, strict=False):
            counts = one.counts.astype(np.float64)
            lengths = segment.lengths(field)[one.rows]
            scores.append(counts * (_K1 + 1) / (counts + _K1 * (1 - _B + _B * lengths / average)))
            rows.append(one.rows + base)
        weight *= rarity * self.fields.get(field, 1.0)
        return Found(np.concatenate(rows), np.concatenate(scores) * weight)

    def _rows_with(self, field: str, terms: Collection[str | bytes]) -> Rows:
        """Return the rows that have any of some terms; not scored."""
        return self._over_all(partial(Segment.rows_with, field=field, terms=terms))

    def _phrase(self, field: str, words: Sequence[str], *, guess: bool) -> Found:
        """Return the rows where some words follow each other."""
        choices = [self.vocabulary.word(field, word, guess=guess) for word in words]
        found: list[Found] = []
        for phrase in islice(product(*choices), _MOST_PHRASES):
            weight = min(choice[term] for choice, term in zip(choices, phrase, strict=True))
            rows = self._over_all(partial(_phrase_rows, field=field, terms=phrase))
            for term in dict.fromkeys(phrase):
                weighed = self._weighed(field, [term], weight)
                at = np.searchsorted(weighed.rows, rows)
                found.append(Found(rows, weighed.scores[at]))
        return _any(found)

    def _keyed(self, field: str, leaf: Leaf, *, guess: bool) -> Found:
        """Return the rows with a tag, a publication, a municipality or a status."""
        keys = _keys_of(field, leaf.literal)
        terms: Terms = {}
        for key in keys:
            if leaf.how is How.PREFIX:
                terms |= dict.fromkeys(self.vocabulary.completions(field, key), 1.0)
            elif leaf.how is How.NEAR:
                terms |= self.vocabulary.near(field, key)
            else:
                terms |= self.vocabulary.keys(field, key, guess=guess)
        return Found.alike(self._rows_with(field, terms), 1.0)

    def _speaker(self, leaf: Leaf, *, guess: bool) -> Found:
        """Return the rows by a speaker: the whole name, or words of it in their order."""
        found = [self._keyed("speaker", leaf, guess=guess)]
        if leaf.words:
            found.append(self._in_words("speaker_words", leaf, guess=guess))
        return Found.alike(_any(found).rows, 1.0)

    def _dated(self, dates: DateRange) -> Found:
        """Return the rows published in a span of days."""
        days = {day for segment in self.segments for day in _days(segment, dates)}
        return Found.alike(self._rows_with("date", days), 1.0)


def _posted(segment: Segment, field: str, terms: Sequence[str]) -> Posted:
    """Return the rows of a segment that have one of some terms, and how often all of them."""
    if len(terms) == 1:
        return segment.posted(field, terms[0])
    has, counts = np.zeros(segment.size, np.bool_), np.zeros(segment.size, np.float32)
    for term in terms:
        rows, times = segment.posted(field, term)
        has[rows] = True
        counts[rows] += times
    rows = np.flatnonzero(has)
    return Posted(rows, counts[rows])


def _best_of(found: Found, other: Found) -> Found:
    """Return the rows of both, each with the better of its scores."""
    if not len(other.rows):
        return found
    rows = np.union1d(found.rows, other.rows)
    scores = np.zeros(len(rows))
    for one in (found, other):
        at = np.searchsorted(rows, one.rows)
        scores[at] = np.maximum(scores[at], one.scores)
    return Found(rows, scores)


def _behind(found: Found, others: Found) -> Found:
    """Return the rows of both, all of `found` before those that only the others have."""
    if not len(found.rows) or not len(others.rows):
        return _any([found, others])
    most = min(1.0, _BELOW * float(found.scores.min() / others.scores.max()))
    return _any([found, Found(others.rows, others.scores * most)])


def _all(parts: Sequence[tuple[Found, bool]]) -> tuple[Found, bool]:
    """Return the rows that all parts match; a part with True stands for all other rows."""
    wanted = sorted((found for found, is_not in parts if not is_not), key=lambda f: len(f.rows))
    unwanted = [found for found, is_not in parts if is_not]
    if not wanted:
        return Found.alike(_any(unwanted).rows, 0.0), True
    found = reduce(_both, wanted)
    for other in unwanted:
        is_kept = ~is_among(found.rows, other.rows)
        found = Found(found.rows[is_kept], found.scores[is_kept])
    return found, False


def _both(found: Found, other: Found) -> Found:
    """Return the rows that both match, their scores added up; `found` has fewer."""
    if not len(other.rows):
        return NOTHING
    at = np.minimum(np.searchsorted(other.rows, found.rows), len(other.rows) - 1)
    is_there = other.rows[at] == found.rows
    scores = found.scores[is_there] + other.scores[at[is_there]]
    return Found(found.rows[is_there], scores)


def _any(parts: Sequence[Found]) -> Found:
    """Return the rows that any part matches, their scores added up."""
    some = [part for part in parts if len(part.rows)]
    if len(some) < 2:
        return some[0] if some else NOTHING
    size = int(max(part.rows[-1] for part in some)) + 1
    if size > _SPARSE * sum(len(part.rows) for part in some):
        rows, at = np.unique(np.concatenate([part.rows for part in some]), return_inverse=True)
        scores = np.bincount(at, np.concatenate([part.scores for part in some]), len(rows))
        return Found(rows, scores.astype(np.float64))
    has, sums = np.zeros(size, np.bool_), np.zeros(size)
    for part in some:  # ten times as fast as sorting where there are many
        has[part.rows] = True
        sums[part.rows] += part.scores
    rows = np.flatnonzero(has)
    return Found(rows, sums[rows])


def is_among(rows: Rows, others: Rows) -> NDArray[np.bool_]:
    """Tell of each of some rows whether it is one of others; both are in order."""
    if not len(others):
        return np.zeros(len(rows), np.bool_)
    at = np.minimum(np.searchsorted(others, rows), len(others) - 1)
    return np.equal(others[at], rows)


def _keys_of(field: str, literal: str) -> set[str]:
    """Return what a typed value may be in a field of keys."""
    if field == "municipality":
        return place_keys(literal)
    key = name_key(literal)
    return {_STATUSES.get(key, key)} if field == "status" else {key}


def _phrase_rows(segment: Segment, field: str, terms: Sequence[str]) -> Rows:
    """Return the rows of one segment in which `terms` follow each other, in order."""
    if not all(segment.has(field, term) for term in terms):
        return NOWHERE.rows
    places = sorted(
        (segment.places(field, term) - offset for offset, term in enumerate(terms)), key=len
    )
    starts = reduce(lambda some, others: some[is_among(some, others)], places)
    return np.unique(starts >> PLACE_BITS)


def _days(segment: Segment, dates: DateRange) -> Iterator[bytes]:
    """Yield the terms of a segment's days within some dates.

    A number is written in several widths; those of full width come first.
    """
    field = segment.reader.schema["date"]
    end = field.to_bytes(dates.last or field.max_value)
    start = field.to_bytes(dates.first or field.min_value)
    for name, day in segment.reader.terms_from("date", start):
        if name != "date" or day > end:
            return
        yield day

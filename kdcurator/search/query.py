"""What an index answers to a query: the rows that match, each with its score.

Owns how leaves become postings, how phrases are checked and how `AND`, `OR` and `NOT` combine
them. Must not know files, folders or how a query is written.

The tree is worked out here, on sets of rows, and not by Whoosh's own queries: of those, AND NOT
keeps the first row that it should leave out (2.7.4), and prefixes and phrases are slow. What is
used of Whoosh is its postings, its statistics and its BM25F.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import islice, product
from typing import Any as Untyped

from whoosh.reading import MultiReader
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from kdcurator.domain.searching import HitKind
from kdcurator.search.danish import name_key, place_keys
from kdcurator.search.dates import DateRange
from kdcurator.search.schema import SEARCHED
from kdcurator.search.tree import All, Any, Field, How, Leaf, Node, Not, asked_for
from kdcurator.search.vocabulary import Terms, Vocabulary

Found = dict[int, float]
"""Scores by document number, over all readers in their order."""

_KEY_FIELDS = {
    Field.TAG: "tags",
    Field.SOURCE: "publication",
    Field.MUNICIPALITY: "municipality",
    Field.STATUS: "status",
}

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


class FieldWeights(BM25F):  # type: ignore[misc]  # Whoosh has no types
    """BM25F with a weight for each field, put where it costs nothing: into the term's rarity."""

    def __init__(self, weights: dict[str, float]) -> None:
        super().__init__()
        self._weights = weights

    def idf(self, searcher: Untyped, fieldname: str, text: bytes) -> float:
        """Return how much a find of this term in this field says."""
        rarity: float = super().idf(searcher, fieldname, text)
        return rarity * self._weights.get(fieldname, 1.0)


class Answering:
    """Works out queries over some readers of one kind of row, as if they were one index."""

    def __init__(self, readers: Sequence[Untyped], kind: HitKind) -> None:
        """Take Whoosh's readers, of one segment each and at least one."""
        self._readers = readers
        self._fields = SEARCHED[kind]
        self._reader = MultiReader(list(readers))
        self._searcher = Searcher(self._reader, weighting=FieldWeights(self._fields))
        self._vocabulary = Vocabulary(readers)
        self._answered: dict[tuple[Leaf, bool], Found] = {}

    def answer(self, node: Node) -> Found:
        """Return the rows that match; nothing where nothing is asked for but absence."""
        found, is_complement = self._node(node, guess=True)
        if not is_complement:
            return found
        if not any(asked_for(node)):
            return {}
        return {row: 0.0 for row in self._every_row() if row not in found}

    def rows_of(self, ids: Iterable[int], readers: int) -> set[int]:
        """Return the document numbers that some ids have in the first `readers` readers."""
        numbers = {f"{row_id}" for row_id in ids}
        found: set[int] = set()
        for reader, base in islice(self._reader.leaf_readers(), readers):
            for number in numbers:
                if ("id", number) in reader:
                    found.update(base + row for row in reader.postings("id", number).all_ids())
        return found

    def id_of(self, row: int) -> int:
        """Return the id of a row."""
        return int(self._reader.stored_fields(row)["id"])

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
                    return _any(one for one, _ in others), False
                return found, True

    def _leaf(self, leaf: Leaf, *, guess: bool) -> Found:
        match leaf.field:
            case None:
                return _any(self._in_words(field, leaf, guess=guess) for field in self._fields)
            case Field.TITLE:
                return self._in_words("title", leaf, guess=guess)
            case Field.SPEAKER:
                return self._speaker(leaf, guess=guess)
            case Field.DATE:
                return self._dated(leaf.dates) if leaf.dates else {}
            case field:
                return self._keyed(_KEY_FIELDS[field], leaf, guess=guess)

    def _in_words(self, field: str, leaf: Leaf, *, guess: bool) -> Found:
        """Look for a word, a phrase or the beginning of a word in a field of words."""
        *before, last = leaf.words
        if leaf.how is How.WORD and before:
            return self._phrase(field, leaf.words, guess=guess)
        if leaf.how is How.PREFIX:
            terms = self._vocabulary.prefix(field, last, guess=guess)
        elif leaf.how is How.NEAR:
            terms = self._vocabulary.near(field, last)
        else:
            terms = self._vocabulary.word(field, last, guess=guess)
        found = self._scored(field, terms)
        for word in before:
            more = self._scored(field, self._vocabulary.word(field, word, guess=guess))
            found, _ = _all([(found, False), (more, False)])
        return found

    def _scored(self, field: str, terms: Terms) -> Found:
        """Return the rows that have any of some terms."""
        if len(terms) > _SCORED_TERMS:
            weight = self._fields.get(field, 1.0)
            return dict.fromkeys(self._rows_with(field, terms), weight)
        return _any(self._postings(field, term, weight) for term, weight in terms.items())

    def _postings(self, field: str, term: str, weight: float) -> Found:
        """Return the rows that have a term, scored by BM25F."""
        found: Found = {}
        matcher = self._searcher.postings(field, term)
        while matcher.is_active():
            found[matcher.id()] = matcher.score() * weight
            matcher.next()
        return found

    def _rows_with(self, field: str, terms: Iterable[str]) -> Iterator[int]:
        """Yield the rows that have any of some terms, some more than once; not scored."""
        for term in terms:
            for reader, base in self._reader.leaf_readers():
                if (field, term) in reader:
                    yield from (base + row for row in reader.postings(field, term).all_ids())

    def _phrase(self, field: str, words: Sequence[str], *, guess: bool) -> Found:
        """Return the rows where some words follow each other."""
        choices = [self._vocabulary.word(field, word, guess=guess) for word in words]
        found: Found = {}
        for phrase in islice(product(*choices), _MOST_PHRASES):
            weight = min(choice[term] for choice, term in zip(choices, phrase, strict=True))
            rows = sorted(self._rows_with_phrase(field, phrase))
            scores = [self._scores(field, term, rows) for term in dict.fromkeys(phrase)]
            found = _any([found, *({row: s * weight for row, s in one.items()} for one in scores)])
        return found

    def _scores(self, field: str, term: str, rows: Sequence[int]) -> Found:
        """Return the scores of a term in some rows that have it; `rows` is in order."""
        found: Found = {}
        matcher = self._searcher.postings(field, term)
        for row in rows:
            matcher.skip_to(row)
            found[row] = matcher.score()
        return found

    def _rows_with_phrase(self, field: str, terms: Sequence[str]) -> Iterator[int]:
        for reader, base in self._reader.leaf_readers():
            if all((field, term) in reader for term in terms):
                yield from (base + row for row in _phrase_rows(reader, field, terms))

    def _keyed(self, field: str, leaf: Leaf, *, guess: bool) -> Found:
        """Return the rows with a tag, a publication, a municipality or a status."""
        keys = _keys_of(field, leaf.literal)
        terms: Terms = {}
        for key in keys:
            if leaf.how is How.PREFIX:
                terms |= dict.fromkeys(self._vocabulary.completions(field, key), 1.0)
            elif leaf.how is How.NEAR:
                terms |= self._vocabulary.near(field, key)
            else:
                terms |= self._vocabulary.keys(field, key, guess=guess)
        return dict.fromkeys(self._rows_with(field, terms), 1.0)

    def _speaker(self, leaf: Leaf, *, guess: bool) -> Found:
        """Return the rows by a speaker: the whole name, or words of it in their order."""
        found = [self._keyed("speaker", leaf, guess=guess)]
        if leaf.words:
            found.append(self._in_words("speaker_words", leaf, guess=guess))
        return dict.fromkeys(_any(found), 1.0)

    def _dated(self, dates: DateRange) -> Found:
        """Return the rows published in a span of days."""
        field = self._reader.schema["date"]
        first = dates.first or field.min_value
        last = dates.last or field.max_value
        found: Found = {}
        for reader, base in self._reader.leaf_readers():
            for day in _days(reader, field, first, last):
                rows = reader.postings("date", day).all_ids()
                found |= {base + row: 1.0 for row in rows}
        return found

    def _every_row(self) -> Iterator[int]:
        for reader, base in self._reader.leaf_readers():
            yield from (base + row for row in reader.all_doc_ids())


def _all(parts: Sequence[tuple[Found, bool]]) -> tuple[Found, bool]:
    """Return the rows that all parts match; a part with True stands for all other rows."""
    wanted = sorted((found for found, is_not in parts if not is_not), key=len)
    unwanted: set[int] = set().union(*(found for found, is_not in parts if is_not))
    if not wanted:
        return dict.fromkeys(unwanted, 0.0), True
    rows = reduce(lambda left, right: left & right.keys(), wanted, wanted[0].keys() - unwanted)
    return {row: sum(found[row] for found in wanted) for row in rows}, False


def _any(parts: Iterable[Found]) -> Found:
    """Return the rows that any part matches, their scores added up."""
    found: Found = {}
    for part in parts:
        for row, score in part.items():
            found[row] = found.get(row, 0.0) + score
    return found


def _keys_of(field: str, literal: str) -> set[str]:
    """Return what a typed value may be in a field of keys."""
    if field == "municipality":
        return place_keys(literal)
    key = name_key(literal)
    return {_STATUSES.get(key, key)} if field == "status" else {key}


def _phrase_rows(reader: Untyped, field: str, terms: Sequence[str]) -> Iterator[int]:
    """Yield the rows of one reader in which `terms` follow each other."""
    holding = [set(reader.postings(field, term).all_ids()) for term in dict.fromkeys(terms)]
    rows = sorted(set.intersection(*holding))
    matchers = {term: reader.postings(field, term) for term in terms}
    for row in rows:
        places: dict[str, set[int]] = {}
        for term, matcher in matchers.items():
            matcher.skip_to(row)
            places[term] = set(matcher.value_as("positions"))
        starts = [{place - at for place in places[term]} for at, term in enumerate(terms)]
        if set.intersection(*starts):
            yield row


def _days(reader: Untyped, field: Untyped, first: int, last: int) -> Iterator[bytes]:
    """Yield the terms of one reader's days from `first` to `last`.

    A number is written in several widths; those of full width come first.
    """
    end = field.to_bytes(last)
    for name, day in reader.terms_from("date", field.to_bytes(first)):
        if name != "date" or day > end:
            return
        yield day

"""Quotes that are like one another, and the tags that the like ones have.

Owns how alike two quotes are and which tags the user would give one. Must not know files, folders
or who asks. There is no model: the rows of the index are counted at each question, so a tag counts
from the moment that it is put on.

A tag is voted for by four voices: quotes with the same rare words, quotes of the same article,
quotes of the same speaker, and the tag's own name where the quote has its words. Their weights were
set on `tests/search/tagged/quotes.toml`. Naive Bayes per tag on the same voices found the right tag
among its first three less often; the sum of the nearest quotes alone did so too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import log

import numpy as np

from kdcurator.domain.searching import Ground, HitKind, Saying, ScoredHit, TagAdvice, Votes
from kdcurator.search.danish import WORD, name_key, stem
from kdcurator.search.postings import Rows, Segment
from kdcurator.search.query import Found, is_among
from kdcurator.search.standing import Standing
from kdcurator.settings import resources
from kdcurator.text.suggestion.wordfiles import read_lines, read_toml

VOTING = {HitKind.ARTICLE: (), HitKind.QUOTE: ("tags",)}
"""Fields whose keys are read row by row."""

_COMMON = 0.04
"""A word in a larger share of all quotes tells nothing of what a quote is about."""

_FEW = 3
"""A word in so few quotes is rare, however small the library."""

_WORDS = 24
"""So many of a quote's words are looked up, the rarest: long ones tell enough."""

_ROWS = 40_000
"""So many rows are read for the words of one quote: of 200,000 quotes, those of 8 common words."""

_NEWEST = 2_000
"""So many rows of a word or a speaker vote, the newest: what tags mean changes over the years."""

_DOUBT = 0.3
"""So many rows without a tag are thought of beside those that vote for a word."""

_LITTLE = 10.0
"""Weight of words that a quote should have for its words alone to be sure."""

_VOICE = 0.5
"""Weight of article, speaker and name, each; words weigh up to 1."""

_ROWS_UNSEEN = 2
"""So many rows without a tag are thought of beside those of an article or a speaker."""

_SHARED = 2
"""Words that two quotes must share to be alike."""

_BRIEF = 12.0
"""Words by which a quote is longer than it is, so that the shortest do not come first."""


def advise(
    rows: Sequence[Standing],
    saying: Saying,
    siblings: Votes,
    names: Mapping[str, str],
    limit: int = 3,
) -> list[TagAdvice]:
    """Return the tags that fit what was said, best first; none where nothing speaks for any.

    `siblings` are the tags of the same article's other quotes, `names` those of all tags by key.
    """
    quotes = [standing for standing in rows if standing.kind is HitKind.QUOTE]
    voices: defaultdict[str, list[TagAdvice]] = defaultdict(list)
    for advice in _voices(quotes, saying, siblings, names):
        voices[advice.name].append(advice)
    found = []
    for key, some in voices.items():
        if key in names:
            best = max(some, key=lambda one: one.score)
            score = sum(one.score for one in some)
            found.append(TagAdvice(names[key], best.ground, best.word, round(score, 4)))
    return nlargest(limit, found, key=lambda one: one.score)


def _voices(
    quotes: Sequence[Standing], saying: Saying, siblings: Votes, names: Mapping[str, str]
) -> Iterator[TagAdvice]:
    yield from _by_words(quotes, saying)
    yield from _by_votes(siblings, Ground.ARTICLE)
    if speaker := name_key(saying.speaker):
        votes = _votes(quotes, "speaker", speaker, saying.quote_id)
        yield from _by_votes(votes, Ground.SPEAKER)
    yield from _by_name(saying, names)


def _by_words(quotes: Sequence[Standing], saying: Saying) -> Iterator[TagAdvice]:
    """Let each rare word speak for the tags of the quotes that have it."""
    weighed: defaultdict[str, dict[str, float]] = defaultdict(dict)
    total = _LITTLE
    forms = _forms(saying.text)
    for term, idf in _rare(quotes, forms):
        votes = _votes(quotes, "text", term, saying.quote_id)
        if votes.quotes:
            weight = idf**1.5
            total += weight
            for key, count in votes.tags.items():
                weighed[key][term] = weight * count / (votes.quotes + _DOUBT)
    for key, parts in weighed.items():
        strongest = max(parts, key=lambda term: parts[term])
        yield TagAdvice(key, Ground.WORDS, forms[strongest], sum(parts.values()) / total)


def _by_votes(votes: Votes, ground: Ground) -> Iterator[TagAdvice]:
    for key, count in votes.tags.items():
        yield TagAdvice(key, ground, "", _VOICE * count / (votes.quotes + _ROWS_UNSEEN))


def _by_name(saying: Saying, names: Mapping[str, str]) -> Iterator[TagAdvice]:
    """Let the words of a quote speak for the tags that they name, as parts of longer ones too."""
    forms = _forms(saying.text)
    for key, name in names.items():
        wanted = set(_forms(name))
        named = {term: next(_holding(forms, term), "") for term in wanted}
        if any(named.values()):
            share = sum(map(bool, named.values())) / len(wanted)
            word = next(filter(None, named.values()))
            yield TagAdvice(key, Ground.NAME, word, _VOICE * share)


def _holding(forms: Mapping[str, str], term: str) -> Iterator[str]:
    """Yield the words that are a term, or that are made of it and another."""
    for other, form in forms.items():
        if other == term or (len(term) > _FEW and term in other):
            yield form


def _forms(text: str) -> dict[str, str]:
    """Return the words of a text by their stems, as they stand."""
    return {stem(word): word for word in WORD.findall(text)}


def _rare(quotes: Sequence[Standing], forms: Mapping[str, str]) -> list[tuple[str, float]]:
    """Return those words of a quote that tell what it is about, with how much each does."""
    total = sum(segment.size for standing in quotes for segment in standing.segments)
    most, room = max(_COMMON * total, _FEW), _ROWS
    known = {
        term: sum(standing.answering.frequency("text", term) for standing in quotes)
        for term in forms.keys() - _empty_words()
    }
    found: list[tuple[str, float]] = []
    for term in sorted(filter(known.get, known), key=lambda term: known[term])[:_WORDS]:
        room -= known[term]
        if known[term] > most or (room < 0 and found):
            break
        found.append((term, log((total + 1) / known[term])))
    return found


@cache
def _empty_words() -> frozenset[str]:
    """Return the stems of words that tell nothing, which in a small library are rare as well."""
    folder = resources() / "danish"
    words = [*read_lines(folder / "function_words.txt"), read_toml(folder / "languages.toml")["da"]]
    return frozenset(map(stem, " ".join(words).split()))


def _votes(quotes: Sequence[Standing], field: str, term: str, besides: int | None) -> Votes:
    """Count the tags of the newest rows that have a term, one quote left out."""
    counts: Counter[str] = Counter()
    tagged = 0
    for standing in quotes:
        rows = _others(standing, standing.answering.having(field, term), besides)[-_NEWEST:]
        bases = standing.answering.bases
        for segment, base in zip(standing.segments, bases, strict=False):
            first, last = np.searchsorted(rows, [base, base + segment.size])
            if first < last:
                some = _tags_of(segment, rows[first:last] - base)
                counts.update(some.tags)
                tagged += some.quotes
    return Votes(counts, tagged)


def _others(standing: Standing, found: Found, besides: int | None) -> Rows:
    """Return rows that count, one quote left out."""
    rows = standing.shown(found).rows
    if besides is None:
        return rows
    own = standing.answering.rows_of([besides], len(standing.segments))
    return rows[~is_among(rows, own)] if len(own) else rows


def _tags_of(segment: Segment, rows: Rows) -> Votes:
    known = segment.by_row("tags")
    first, last = known.starts[rows], known.starts[rows + 1]
    sizes = last - first
    ends = np.cumsum(sizes)
    at = np.arange(ends[-1]) + np.repeat(first - (ends - sizes), sizes)
    codes, counts = np.unique(known.codes[at], return_counts=True)
    tags = {known.keys[code]: int(count) for code, count in zip(codes, counts, strict=True)}
    return Votes(tags, int(np.count_nonzero(sizes)))


def alike(rows: Sequence[Standing], text: str, besides: int | None, limit: int) -> list[ScoredHit]:
    """Return the quotes that share most rare words with a text, best first, newest of equals."""
    quotes = [standing for standing in rows if standing.kind is HitKind.QUOTE]
    words = _rare(quotes, _forms(text))
    found = [hit for one in quotes for hit in _alike_in(one, words, besides, limit)]
    return nlargest(limit, found, key=lambda hit: hit.score)


def _alike_in(
    standing: Standing, words: Sequence[tuple[str, float]], besides: int | None, limit: int
) -> Iterator[ScoredHit]:
    size = standing.answering.bases[-1]
    shared, weights = np.zeros(size, np.int64), np.zeros(size)
    for term, idf in words:
        rows = _others(standing, standing.answering.having("text", term), besides)
        shared[rows] += 1
        weights[rows] += idf * idf
    near = np.flatnonzero(shared >= _SHARED)
    lengths = np.concatenate([segment.lengths("text") for segment in standing.segments])
    scores = weights[near] / np.sqrt(lengths[near] + _BRIEF)
    for at in np.lexsort((near, scores))[::-1][:limit]:
        row_id = standing.answering.id_of(int(near[at]))
        yield ScoredHit(standing.kind, row_id, float(scores[at]))

"""Rows by how their words begin: the same as of all words that begin so, however they are kept."""

from itertools import product

import pytest

from kdcurator.domain.searching import HitKind, Pending
from kdcurator.search.beginnings import BEGUN, Beginnings
from kdcurator.search.gathering import Postings
from kdcurator.search.index import WhooshIndex
from kdcurator.search.memory import read_in_memory
from tests.search.conftest import Find, Make

WORDS = ["".join(letters) for letters in product("kø", "oe", "bmx", "ab")]


def test_only_what_many_words_share_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kdcurator.search.beginnings.MANY", 3)
    begun = Beginnings(5)
    terms = [("a", 0), ("ko", 1), ("kob", 2), ("kobe", 0), ("kobi", 4), ("øl", 3)]
    passed = list(begun.noted("text", ((t.encode(), Postings([n], [1], [])) for t, n in terms)))
    assert [term.decode() for term, _ in passed] == [term for term, _ in terms]
    found = {term.decode(): postings.rows for term, postings in begun.postings()}
    assert found == {"text:ko": [0, 1, 2, 4], "text:kob": [0, 2, 4]}


@pytest.mark.parametrize("prefix", ["k", "ko", "øe", "kob", "øex", "koba", "kobax", "xx", "oe"])
def test_rows_are_those_of_all_words(
    prefix: str, find: Find, quote: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [quote(number, word) for number, word in enumerate(WORDS)]
    one_by_one = find(f"{prefix}*", *rows)
    monkeypatch.setattr("kdcurator.search.beginnings.MANY", 2)
    monkeypatch.setattr("kdcurator.search.query._SCORED_TERMS", 1)
    assert sorted(find(f"{prefix}*", *rows[::-1])) == sorted(one_by_one)


def test_beginnings_are_made_anew_when_segments_merge(
    index: WhooshIndex, quote: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kdcurator.search.beginnings.MANY", 2)
    monkeypatch.setattr("kdcurator.search.query._SCORED_TERMS", 1)
    index.rebuild([], Pending(0, "0", HitKind.QUOTE, 0))
    for number in range(20):
        row = quote(number % 18, WORDS[number % 18])
        index.update([row], [], Pending(number + 1, "x", HitKind.QUOTE, number))
    _, hits = index.search("ko*", [HitKind.QUOTE], [], [(HitKind.QUOTE, 3)], 99)
    assert {hit.id for hit in hits} == {0, 1, 2, 4, 5}


def test_a_segment_says_which_rows_begin_so(quote: Make) -> None:
    rows = [quote(number, f"ko{number}") for number in range(40)]
    (segment,) = read_in_memory([*rows, quote(40, "by")])
    assert segment.has(BEGUN, "text:ko")
    assert not segment.has(BEGUN, "text:by")
    assert segment.rows_begun("text", "ko").tolist() == list(range(40))

"""Postings as arrays: what Whoosh wrote block by block, read back whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.searching import HitKind, Searchable
from kdcurator.search.memory import read_in_memory
from kdcurator.search.postings import PLACE_BITS, Segment


def _segment(texts: list[str]) -> Segment:
    rows = [
        Searchable(HitKind.QUOTE, id=n, article_id=1, title="", text=t) for n, t in enumerate(texts)
    ]
    (segment,) = read_in_memory(rows)
    return segment


texts = st.lists(st.lists(st.sampled_from("abc"), max_size=6).map(" ".join), min_size=1, max_size=9)


@given(texts)
def test_every_term_is_read_back(texts: list[str]) -> None:
    segment = _segment([f"{text} z" for text in texts])
    for term in "abc":
        counts = {n: text.split().count(term) for n, text in enumerate(texts)}
        rows, found = segment.posted("text", term)
        assert dict(zip(rows, found, strict=True)) == {n: c for n, c in counts.items() if c}


@given(texts)
def test_every_place_is_read_back(texts: list[str]) -> None:
    segment = _segment([f"{text} z" for text in texts])
    places = segment.places("text", "a")
    words = [word for n, text in enumerate(texts) for word in enumerate([*text.split(), "z"])]
    assert len(places) == sum(word == "a" for _, word in words)
    for place in places.tolist():
        row, number = place >> PLACE_BITS, place & ((1 << PLACE_BITS) - 1)
        assert texts[row].split()[number] == "a"


@pytest.mark.parametrize("size", [1, 127, 128, 129, 4097])
def test_blocks_are_joined(size: int) -> None:
    segment = _segment(["x y" if n % 2 else "x x" for n in range(size)])
    rows, counts = segment.posted("text", "x")
    assert np.array_equal(rows, np.arange(size))
    assert counts.sum() == size + (size + 1) // 2


def test_lengths_are_those_of_the_texts() -> None:
    segment = _segment(["a", "a b c", "", "a b"])
    assert segment.lengths("text").tolist() == [1, 3, 0, 2]
    assert segment.lengths("note").tolist() == [0, 0, 0, 0]


def test_what_nobody_asked_for_longest_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kdcurator.search.kept._MOST_KEPT", 100)
    segment = _segment(["a b c"] * 5)
    first = segment.posted("text", "a").rows
    for term in "bc":
        segment.posted("text", term)
    again = segment.posted("text", "a").rows
    assert again is not first
    assert np.array_equal(again, first)


def test_lexicon_tells_what_the_file_tells() -> None:
    segment = _segment(["borg borgen by", "borg æble", "øl"])
    begun = list(segment.begun("text", "b"))
    known = segment.lexicon("text")
    assert list(segment.begun("text", "b")) == begun == ["borg", "by"]
    assert known.frequencies == {"borg": 2, "by": 1, "æbel": 1, "øl": 1}
    assert segment.has("text", "øl")
    assert not segment.has("text", "ø")


def test_endings_tell_what_the_lexicon_tells() -> None:
    words = "direktør kommunaldirektør vicedirektør landdirektør ør kør by naboby ø"
    segment = _segment([words, "kommunaldirektør naboby", "landdirektør"])
    known = segment.lexicon("text").frequencies
    for tail in ("direktør", "by", "ø", "ør", "kommunaldirektør", "b", "x"):
        longer = ((term, n) for term, n in known.items() if term.endswith(tail) and term != tail)
        assert list(segment.ending("text", tail)) == sorted(longer, key=lambda one: (-one[1], one))


def test_a_field_without_terms_has_no_endings() -> None:
    assert list(_segment(["by"]).ending("note", "by")) == []
    assert list(_segment(["by"]).ending("title", "by")) == []

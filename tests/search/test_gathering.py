"""Words turned over: every posting is there once, in order, run by run and when segments merge."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.search.gathering import Keys, Postings, Words

rows = st.lists(
    st.lists(st.sampled_from(["by", "by\u00ad", "ø", "å", "😀"]), max_size=7), max_size=9
)


def _turned_over(texts: list[list[str]], first: int = 0) -> dict[str, dict[int, list[int]]]:
    """Return the places of each term by row, found one by one."""
    found: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
    for row, words in enumerate(texts, first):
        for place, word in enumerate(words):
            found[word].setdefault(row, []).append(place)
    return dict(sorted(found.items()))


def _read(words: Words) -> dict[str, dict[int, list[int]]]:
    found = {}
    for term, (in_rows, counts, places) in words.postings():
        read = [list(memoryview(one).cast("I")) for one in places]
        assert [len(one) for one in read] == counts
        found[term.decode()] = dict(zip(in_rows, read, strict=True))
    return found


@pytest.mark.parametrize("run", [1, 5, 2_000_000])
@given(texts=rows)
def test_every_place_of_every_word_is_there(texts: list[list[str]], run: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kdcurator.search.gathering._RUN", run)
        words = Words()
        for row, some in enumerate(texts):
            words.add(row, some)
        found = _read(words)
    assert list(found.items()) == list(_turned_over(texts).items())


@given(texts=rows, more=rows)
def test_postings_of_other_segments_come_behind(
    texts: list[list[str]], more: list[list[str]]
) -> None:
    words = Words()
    for row, some in enumerate(texts):
        words.add(row, some)
    for term, places in _turned_over(more, first=len(texts)).items():
        packed = [
            b"".join(place.to_bytes(4, "little") for place in some) for some in places.values()
        ]
        counts = [len(some) for some in places.values()]
        words.add_postings(term, Postings(list(places), counts, packed))
    assert _read(words) == _turned_over([*texts, *more])


def test_keys_are_in_order_with_their_rows() -> None:
    keys = Keys()
    for row, some in enumerate([[b"ny", b"by"], [], [b"by"]]):
        keys.add(row, some)
    assert list(keys.postings()) == [(b"by", ([0, 2], [1, 1], [])), (b"ny", ([0], [1], []))]

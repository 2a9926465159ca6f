"""Rows in memory: whatever comes, changes and goes, what is found is what there is."""

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.searching import HitKind, Searchable
from kdcurator.search.memory import Delta
from kdcurator.search.standing import Standing
from kdcurator.search.tree import Leaf

WORDS = ("bro", "havn", "skole")

libraries = st.dictionaries(st.integers(1, 12), st.sampled_from(WORDS), max_size=12)


def _found(delta: Delta, rows: list[Searchable], word: str) -> list[int]:
    segments = delta.segments(rows)[HitKind.QUOTE]
    if not segments:
        return []
    _, hits = Standing(HitKind.QUOTE, segments, [], 0).best(Leaf(word), 99)
    return sorted(hit.id for hit in hits)


@given(st.lists(libraries, min_size=1, max_size=6))
def test_what_is_found_is_what_there_is(libraries: list[dict[int, str]]) -> None:
    delta = Delta()
    for library in libraries:
        rows = [Searchable(HitKind.QUOTE, number, 1, "", text) for number, text in library.items()]
        for word in WORDS:
            wanted = sorted(number for number, text in library.items() if text == word)
            assert _found(delta, rows, word) == wanted


def test_what_came_last_is_a_part_of_its_own_until_there_are_many() -> None:
    delta, sizes = Delta(), []
    for count in range(10, 22):
        rows = [Searchable(HitKind.QUOTE, n, 1, "", "bro") for n in range(count)]
        sizes.append([part.size for part in delta.segments(rows)[HitKind.QUOTE]])
    assert sizes[:3] == [[10], [10, 1], [10, 1, 1]]
    assert sizes[7:9] == [[10, *[1] * 7], [18]]

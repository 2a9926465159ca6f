"""Words in longer ones: which are found, in what order, and where they are marked."""

from collections.abc import Callable

import pytest

from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search.compounds import is_made_of, last_part
from kdcurator.search.danish import stem
from kdcurator.search.index import WhooshIndex
from kdcurator.search.snippets import find_words, wanted_by

Make = Callable[..., Searchable]
Find = Callable[..., list[tuple[HitKind, int]]]


def numbers(hits: list[tuple[HitKind, int]]) -> list[int]:
    return [number for _, number in hits]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("direktør", "kommunaldirektør"),
        ("direktør", "kommunaldirektøren"),
        ("direktører", "kommunaldirektørernes"),
        ("direktørerne", "kommunaldirektør"),
        ("strategi", "digitaliseringsstrategi"),
        ("strategien", "digitaliseringsstrategier"),
        ("borger", "medlemsborgere"),
        ("børn", "institutionsbarnet"),
        ("direktor", "kommunaldirektøren"),
        ("direktør -strategi", "kommunaldirektør og digitaliseringsstrategi"),
        ("rubrik:direktør", "kommunaldirektøren"),
    ],
)
def test_a_word_is_found_in_longer_ones(find: Find, article: Make, query: str, text: str) -> None:
    rows = [article(1, text, title=text), article(2, "En direktion, strateg, borg og bar.")]
    known = article(3, "direktøren") if query == "direktor" else article(3, "")
    assert 1 in numbers(find(query, *rows, known))
    assert 2 not in numbers(find(query, *rows, known))


@pytest.mark.parametrize(
    "query", ['"direktør"', "»direktør«", "direktør*", "direktør~", "direkt", "kilde:direktør"]
)
def test_what_is_meant_as_it_stands_is_found_in_no_other(
    find: Find, article: Make, query: str
) -> None:
    assert not find(query, article(1, "kommunaldirektøren"))


def test_only_the_word_itself_is_left_out(find: Find, article: Make) -> None:
    rows = [article(1, "byens kommunaldirektør"), article(2, "byens direktør")]
    assert numbers(find("byen -direktør", *rows)) == [1]
    assert sorted(numbers(find("byen -(-direktør)", *rows))) == [1, 2]


def test_rows_with_the_word_come_before_those_with_longer_ones(
    find: Find, article: Make, quote: Make
) -> None:
    rows = [
        article(1, "kommunaldirektør skoledirektør " * 9, title="Kommunaldirektør"),
        article(2, "andre ord " * 400 + "direktør"),
        article(3, "kommunaldirektør", title="Politidirektøren"),
    ]
    assert numbers(find("direktør", *rows))[0] == 2


@pytest.mark.parametrize(("word", "longer"), [("ring", "vurdering"), ("port", "rapport")])
@pytest.mark.parametrize("known", ["", "vurde rap"])
def test_endings_are_no_words(
    find: Find, article: Make, word: str, longer: str, known: str
) -> None:
    assert not find(word, article(1, longer), article(2, known))


def test_a_short_first_part_must_be_a_word_of_the_texts(find: Find, article: Make) -> None:
    rows = [article(1, "vicedirektør")]
    assert not find("direktør", *rows)
    assert numbers(find("direktør", *rows, article(2, "vicer"))) == [1]


@pytest.mark.parametrize("word", ["by", "bil", "ring", "efter", "2021", "", "ø"])
def test_some_words_are_looked_for_alone(word: str) -> None:
    assert last_part(word) is None


@pytest.mark.parametrize(
    ("word", "longer", "is_made"),
    [
        ("møde", "byrådsmødet", True),
        ("skole", "folkeskolen", True),
        ("hest", "manchester", False),
        ("mand", "formanden", False),
        ("direktør", "direktør", False),
    ],
)
def test_a_longer_word_is_made_of_words(word: str, longer: str, is_made: bool) -> None:
    known = {stem(one) for one in ("byråd", "folk", "folke", "man", "for")}
    last = last_part(word)
    assert last
    assert is_made_of(stem(longer), last, known.__contains__) is is_made


def test_the_commonest_longer_words_are_looked_for(find: Find, article: Make) -> None:
    letters = "abcdefghij"
    rare = [
        article(number, f"vintage{a}{b}direktør")
        for number, (a, b) in enumerate((a, b) for a in letters for b in letters)
    ]
    twice = [article(1_000 + number, "zonenæstdirektør") for number in (1, 2)]
    found = numbers(find("direktør", *rare, *twice))
    assert len(found) == 51
    assert {1_001, 1_002} < set(found)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("direktør", ["Kommunaldirektøren", "direktør"]),
        ("direktoer", ["Kommunaldirektøren", "direktør"]),
        ('"direktør"', ["direktør"]),
        ("strategi", ["digitaliserings\u00adstrategi"]),
        ("direktør*", ["direktør"]),
    ],
)
def test_longer_words_are_marked_whole(query: str, marked: list[str]) -> None:
    text = "Kommunaldirektøren, en direktør, har en digitaliserings\u00adstrategi og en rapport."
    found = [text[start:end] for start, end in find_words(text, wanted_by(query))]
    assert found == marked


def test_rows_in_an_index_and_pending_ones_answer_alike(
    index: WhooshIndex, article: Make, row: Callable[[int], Pending]
) -> None:
    rows = [article(1, "vicedirektør"), article(2, "kommunaldirektør"), article(3, "direktør")]
    index.rebuild(rows, row(1))
    for pending in (
        [],
        [article(4, "vice")],
        [article(4, "vice"), article(5, "bankdirektør bank")],
    ):
        empty = WhooshIndex(index._folder / "none")
        together = [*rows, *pending]
        sought = ("direktør", [HitKind.ARTICLE])
        assert index.search(*sought, pending, [], 9) == empty.search(*sought, together, [], 9)


def test_whole_words_alone_can_be_asked_for(index: WhooshIndex, article: Make) -> None:
    rows = [article(1, "kommunaldirektør"), article(2, "direktør")]
    total, hits = index.search("direktør", [HitKind.ARTICLE], rows, [], 9, whole_words=True)
    assert (total, [hit.id for hit in hits]) == (1, [2])


def test_all_is_read_ahead_in_small_steps(
    index: WhooshIndex, article: Make, row: Callable[[int], Pending]
) -> None:
    index.rebuild([article(1, "kommunaldirektør")], row(1))
    assert index.last_seq == 1
    while index.warm():
        pass
    _, hits = index.search("direktør", [HitKind.ARTICLE], [], [], 9)
    assert [hit.id for hit in hits] == [1]

"""Words of a new text that are those of an old one."""

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.alignment import Alignment

OLD = "Byrådet mødtes tirsdag aften. Det varede tre timer. Alle gik trætte hjem igen."
NEW = "Det varede tre timer. Byrådet mødtes onsdag aften. Alle gik trætte hjem igen."


def place(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def test_a_sentence_that_moved_is_found_where_it_is() -> None:
    alignment = Alignment(OLD, NEW)
    old, new = place(OLD, "Det varede tre timer"), place(NEW, "Det varede tre timer")
    assert new in alignment.places(*old)
    assert alignment.share_left(*old) == alignment.share_kept(*old, *new) == 1
    assert alignment.share_of_others(*old, *new) == 0


def test_a_place_that_other_words_had_is_told() -> None:
    alignment = Alignment(OLD, NEW)
    old, new = place(OLD, "Alle gik trætte hjem"), place(NEW, "Det varede tre timer")
    assert alignment.share_of_others(*old, *new) == 1
    assert alignment.share_kept(*old, *new) == 0


def test_what_stands_between_the_same_neighbours_is_a_place() -> None:
    new = OLD.replace("tirsdag", "onsdag")
    assert place(new, "onsdag") in Alignment(OLD, new).places(*place(OLD, "tirsdag"))


def test_a_word_altered_does_not_keep_those_beside_it_from_being_the_same() -> None:
    old = place(OLD, "Byrådet mødtes tirsdag aften")
    kept = Alignment(OLD, NEW).share_kept(*old, *place(NEW, "Byrådet mødtes onsdag aften"))
    assert 0.6 < kept < 0.8


@given(
    st.lists(st.sampled_from(["vi", "har", "ikke", "set", "det", "😀", "å"]), max_size=30),
    st.data(),
)
def test_shares_are_shares_whatever_the_texts_are(words: list[str], data: st.DataObject) -> None:
    old, new = " ".join(words) + " ja", " ".join(data.draw(st.permutations(words))) + " ja"
    start = data.draw(st.integers(0, len(old) - 1))
    span = start, data.draw(st.integers(start + 1, len(old)))
    alignment = Alignment(old, new)
    assert 0 <= alignment.share_left(*span) <= 1
    for found in alignment.places(*span):
        assert 0 <= found[0] < found[1] <= len(new)
        assert 0 <= alignment.share_kept(*span, *found) <= 1
        assert 0 <= alignment.share_of_others(*span, *found) <= 1

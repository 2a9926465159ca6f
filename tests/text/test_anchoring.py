"""Places found again in a new version: where they are, and how sure that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.quote import AnchorState, Span
from kdcurator.text.anchoring import Anchored, Reanchoring, common_end, common_start
from kdcurator.text.folding import Folded

QUOTE = "Vi køber ikke noget, som borgerne ikke kan bruge"
OLD = (
    "Byrådet i Lyngsø mødtes tirsdag aften for at tale om budgettet for næste år.\n\n"
    f"- {QUOTE}, siger Per Dal.\n\n"
    "Han er kommunaldirektør, og han har sagt nej før. Det varede tre timer.\n\n"
    "- Ja, svarer Anna Krog til det hele. Men vi har heller ikke råd 😀.\n"
)


def find(words: str, new: str, old: str = OLD) -> Anchored:
    start = old.index(words)
    return Reanchoring(old, new).find(Span(start, start + len(words)))


def cut(found: Anchored, new: str) -> str | None:
    return None if found.span is None else found.span.cut(new)


def test_words_stay_exact_behind_a_paragraph_put_in() -> None:
    new = OLD.replace("- Vi køber", "Mødet var åbent 😀.\n\n- Vi køber")
    found = find(QUOTE, new)
    assert (found.state, cut(found, new)) == (AnchorState.EXACT, QUOTE)


@pytest.mark.parametrize(("before", "after"), [(" ", "\u00a0"), ("ø", "ø\u00ad"), (" ", "\n")])
def test_blanks_and_soft_hyphens_are_no_difference_but_stay(before: str, after: str) -> None:
    new = OLD.replace("\n", "").replace(before, after) + "Slut."
    found = find(QUOTE, new)
    assert (found.state, cut(found, new)) == (AnchorState.EXACT, QUOTE.replace(before, after))


def test_a_word_altered_is_marked_as_moved() -> None:
    new = OLD.replace("borgerne ikke", "folk ikke")
    found = find(QUOTE, new)
    assert (found.state, found.is_altered) == (AnchorState.MOVED, True)
    assert cut(found, new) == QUOTE.replace("borgerne", "folk")


def test_words_among_others_altogether_are_marked() -> None:
    new = f"En helt anden historie om fisk.\n\n- {QUOTE}. Sådan sagde ministeren i Folketinget."
    found = find(QUOTE, new)
    assert (found.state, cut(found, new)) == (AnchorState.MOVED, QUOTE)


def test_deleted_words_are_gone() -> None:
    assert find(QUOTE, OLD.replace(f"- {QUOTE}, siger Per Dal.\n\n", "")).span is None


SAID = (
    "Vi har brugt tre år på at rydde op i de gamle aftaler, og det har kostet os både tid og penge,"
    " men nu kan vi se, at færre sager kommer retur til medarbejderne."
)
LONG = OLD.replace("Det varede", f"- {SAID}\n\nDet varede")


@pytest.mark.parametrize("kept", [0.55, 0.7, 0.9])
@pytest.mark.parametrize("where", ["start", "end"])
def test_what_was_only_shortened_is_not_gone(kept: float, where: str) -> None:
    cut_off = int(len(SAID) * kept)
    shorter = SAID[:cut_off] if where == "start" else SAID[-cut_off:]
    found = find(SAID, LONG.replace(SAID, shorter), LONG)
    assert found.state in {AnchorState.MOVED, AnchorState.UNSURE}
    assert shorter.strip()[5:-5] in (cut(found, LONG.replace(SAID, shorter)) or "")


def test_what_was_only_reworded_is_not_gone() -> None:
    other = SAID.replace("tre år", "fire somre").replace("rydde op i", "forny")
    other = other.replace("både tid og penge", "dyrt").replace("medarbejderne", "de ansatte")
    found = find(SAID, LONG.replace(SAID, other), LONG)
    assert found.state in {AnchorState.MOVED, AnchorState.UNSURE}


def test_a_quote_in_two_pieces_is_not_gone() -> None:
    first, second = SAID[:90], SAID[90:]
    between = " Et helt nyt afsnit om fisk, som nogen har sat ind midt i det hele, står nu her. "
    new = LONG.replace(SAID, f"{first}{between}{second}")
    assert find(SAID, new, LONG).state is AnchorState.UNSURE


def test_a_quote_that_is_shortened_to_a_few_words_is_gone() -> None:
    found = find(SAID, LONG.replace(SAID, "Vi har brugt tre år på det."), LONG)
    assert found == Anchored(AnchorState.GONE)


def test_what_is_replaced_by_something_else_is_gone() -> None:
    other = "Havnen i Tornby har fået nye kraner, fortalte en anden deltager bagefter til avisen."
    assert find(SAID, LONG.replace(SAID, other), LONG).state is AnchorState.GONE


def test_nearly_the_same_words_that_were_elsewhere_before_are_not_taken_for_those_deleted() -> None:
    alike = SAID.replace("tre år", "to år").replace("tid og penge", "penge og tid")
    old = f"{LONG}\nSenere sagde en anden noget, der lignede: {alike}\n"
    new = old.replace(f"- {SAID}\n\n", "").replace("rydde op", "rydde helt op")
    assert find(SAID, new, old) == Anchored(AnchorState.GONE)


@given(st.data())
def test_deleted_is_gone_and_what_lost_a_third_is_not(data: st.DataObject) -> None:
    words = SAID.split()
    first = data.draw(st.integers(0, len(words) - 9))
    left = [*words[:first], *words[first + 9 :]]
    assert find(SAID, LONG.replace(f"- {SAID}\n\n", ""), LONG).state is AnchorState.GONE
    assert find(SAID, LONG.replace(SAID, " ".join(left)), LONG).state is not AnchorState.GONE


def test_what_stands_around_decides_between_the_same_words() -> None:
    old = f"{OLD}\nSenere på aftenen, da de fleste var gået hjem: {QUOTE}, lød det igen fra salen."
    new = f"Først et nyt afsnit, som ingen har set før. {old[80:]}"
    place = old.rindex(QUOTE)
    found = Reanchoring(old, new).find(Span(place, place + len(QUOTE)))
    assert found == Anchored(
        AnchorState.EXACT, Span(new.rindex(QUOTE), new.rindex(QUOTE) + len(QUOTE))
    )


def test_the_place_of_the_same_words_that_stay_is_not_taken_for_those_deleted() -> None:
    later = f"Senere på aftenen, da de fleste var gået hjem: {QUOTE}, lød det igen fra salen."
    new = OLD.replace(f"- {QUOTE}, siger Per Dal.\n\n", "") + later
    assert find(QUOTE, new, OLD + later).state is AnchorState.GONE


def test_a_short_word_elsewhere_is_never_exact() -> None:
    new = OLD.replace("- Ja, svarer", "- Nej, svarer") + "\nJa, sagde en helt anden til sidst."
    assert find("Ja", new).state is not AnchorState.EXACT


def test_words_are_not_found_within_longer_words() -> None:
    found = find("heller ikke råd", OLD.replace("heller ikke råd", "heller ikke rådet"))
    assert found.state is not AnchorState.EXACT


@given(st.data())
def test_places_hold_and_exact_ones_have_the_same_words(data: st.DataObject) -> None:
    nasty = st.text(st.sampled_from("ab å😀\u0301\u00a0\u00ad\n."), max_size=8)
    old = OLD
    new = OLD
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(new)))
        until = min(len(new), at + data.draw(st.integers(0, 8)))
        new = new[:at] + data.draw(nasty) + new[until:]
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    found = Reanchoring(old, new).find(span)
    assert (found.span is None) == (found.state is AnchorState.GONE)
    if found.span is not None:
        assert found.span.end <= len(new)
    if found.state is AnchorState.EXACT and found.span is not None:
        assert Folded(found.span.cut(new)).text == Folded(span.cut(old)).text.strip(" ")


@given(st.text("ab", max_size=40), st.text("ab", max_size=40))
def test_common_ends_are_as_long_as_they_can_be(one: str, other: str) -> None:
    start, end = common_start(one, other), common_end(one, other)
    assert one[:start] == other[:start]
    assert (
        one[start : start + 1] != other[start : start + 1] or not one[start:] or not other[start:]
    )
    assert one[len(one) - end :] == other[len(other) - end :]

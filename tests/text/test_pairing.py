"""Which of many texts may be alike."""

import random

from kdcurator.text.pairing import Pairing

WORDS = [f"ord{number}" for number in range(5000)]


def text(seed: int, count: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=count))


def test_texts_that_share_much_are_found_and_no_others() -> None:
    texts = {number: text(number) for number in range(50)}
    texts[50] = texts[7] + " " + text(99, 80)
    texts[51] = " ".join(texts[9].split()[:120])
    pairing: Pairing[int] = Pairing(sum(map(len, texts.values())))
    for name, words in texts.items():
        pairing.add(name, words)
    assert set(pairing.likely(0.4)) == {(7, 50), (9, 51)}


def test_a_sample_of_a_large_library_finds_them_too() -> None:
    pairing: Pairing[str] = Pairing(100_000_000)
    for name, words in (("a", text(1)), ("b", text(2)), ("c", text(1) + " til sidst")):
        pairing.add(name, words)
    assert list(pairing.likely(0.4)) == [("a", "c")]


def test_short_notices_are_like_nothing() -> None:
    pairing: Pairing[str] = Pairing(100)
    pairing.add("a", text(1, 30))
    pairing.add("b", text(1, 30))
    assert list(pairing.likely(0.4)) == []


def test_what_came_very_often_is_held_against_the_next() -> None:
    pairing: Pairing[int] = Pairing(100_000)
    for number in range(60):
        pairing.add(number, text(1))
    assert list(pairing.likely(0.4)) == [(number, number + 1) for number in range(59)]

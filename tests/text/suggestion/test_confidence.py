"""How sure suggestions are, and what they say of themselves."""

import pytest

from kdcurator.domain.suggestion import STRONG
from kdcurator.text.suggestion.reader import TextReader

INTERVIEW = "Bager Jytte Norup fylder 60.\n\nHvordan har du det?\nJeg har det godt.\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- Vi går nu, siger Bo Lind.", "dash turn; siger Bo Lind"),
        ("»Vi går nu«, slår Bo Lind fast.", "guillemets; slår fast Bo Lind"),
        (INTERVIEW, "answer to a question; the interviewee is Jytte Norup"),
        ("Bo Lind siger:\n\n- Vi går nu.", "dash turn; siger Bo Lind"),
    ],
)
def test_mark_and_clear_speaker_are_strong(text: str, reason: str, reader: TextReader) -> None:
    (quote,) = reader.read(text).quotes
    assert quote.reason == reason
    assert quote.confidence >= STRONG


@pytest.mark.parametrize(
    "text",
    [
        "- Vi går nu, siger et vidne.",
        "- Vi går nu, og vi kommer ikke igen.",
        "»Vi går nu, siger Bo Lind.",
        "Bo Lind og Jens Dal mødes.\n\n- Vi går nu, siger han.",
        "Borgmester Bo Lind er her.\n\n- Vi går nu, siger borgmesteren.",
    ],
)
def test_without_a_sure_name_or_with_a_lost_mark_it_is_weak(text: str, reader: TextReader) -> None:
    (quote,) = reader.read(text).quotes
    assert quote.confidence < STRONG


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Bo Lind og Jens Dal mødes.\n\n- Vi går nu, siger han.", "another may be meant"),
        ("Borgmester Bo Lind er her.\n\n- Vi går nu, siger borgmesteren.", "no name at the quote"),
    ],
)
def test_weak_suggestion_says_what_is_missing(text: str, doubt: str, reader: TextReader) -> None:
    (quote,) = reader.read(text).quotes
    assert doubt in quote.reason.split("; ")
    assert quote.confidence < STRONG


def test_only_one_whom_a_pronoun_can_mean_is_strong(reader: TextReader) -> None:
    (quote,) = reader.read("Bo Lind og Karen Dal mødes.\n\n- Vi går nu, siger hun.").quotes
    assert (quote.speaker, quote.confidence >= STRONG) == ("Karen Dal", True)


def test_answers_are_weak_where_several_are_told_of(reader: TextReader) -> None:
    told = INTERVIEW.replace("60.", "60. Kok Per Dal bager med.")
    (quote,) = reader.read(told).quotes
    assert quote.confidence < STRONG


def test_answer_much_longer_than_the_others_is_weak(reader: TextReader) -> None:
    asked = "\nHvad laver du?\nJeg bager.\n\nHvor længe bliver du?\nTil jul.\n"
    longer = (
        INTERVIEW + "Jeg står op klokken tre, og jeg går i seng klokken otte. " * 3 + "\n" + asked
    )
    first, *others = reader.read(longer).quotes
    assert "several paragraphs" in first.reason
    assert first.confidence < STRONG
    assert len(others) == 2
    assert all(quote.confidence >= STRONG for quote in others)

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
    ],
)
def test_without_a_name_or_with_a_lost_mark_it_is_weak(text: str, reader: TextReader) -> None:
    (quote,) = reader.read(text).quotes
    assert quote.confidence < STRONG

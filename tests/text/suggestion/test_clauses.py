"""Reporting clauses: what they begin with and whom they name."""

import pytest

from kdcurator.domain.suggestion import SuggestedQuote
from kdcurator.text.suggestion.reader import TextReader


def _only(text: str, reader: TextReader) -> SuggestedQuote:
    (quote,) = reader.read(text).quotes
    return quote


@pytest.mark.parametrize(
    ("clause", "cue", "speaker"),
    [
        ("siger Bo Lind", "siger", "Bo Lind"),
        ("sagde formand Bo Lind mandag", "sagde", "Bo Lind"),
        ("slår Bo Lind fast", "slår fast", "Bo Lind"),
        ("gør Bo Lind klart", "gør klart", "Bo Lind"),
        ("lægger Bo Lind til", "lægger til", "Bo Lind"),
        ("har Bo Lind sagt til avisen", "har sagt", "Bo Lind"),
        ("lyder det fra Bo Lind", "lyder", "Bo Lind"),
        ("lød svaret fra Bo Lind", "lød", "Bo Lind"),
        ("oplyses det fra Nordby Bank", "oplyses", "Nordby Bank"),
        ("hedder det i en mail fra Nordby Bank", "hedder", "Nordby Bank"),
        ("ifølge Bo Lind", None, "Bo Lind"),
        ("siger en mand", "siger", None),
        ("fortæller 43-årige Bo Lind fra Nordby", "fortæller", "Bo Lind"),
        ("siger næstformand i Korn & Foder Bo Lind", "siger", "Bo Lind"),
    ],
)
def test_clause_behind_a_mark(
    clause: str, cue: str | None, speaker: str | None, reader: TextReader
) -> None:
    quote = _only(f"»Det er en god dag«, {clause}.", reader)
    assert (quote.cue, quote.speaker) == (cue, speaker)


@pytest.mark.parametrize(
    "speech",
    [
        "Det siger sig selv, at vi går",
        "Folk spørger, siger de, om vi går",
        "Vi går, mener jeg, alt for tidligt",
        "Han lyder på mig, som om han går",
    ],
)
def test_verbs_inside_speech_end_nothing(speech: str, reader: TextReader) -> None:
    text = f"- {speech}, siger Bo Lind."
    assert _only(text, reader).text(text) == speech

"""Whose words a letter, a report or a statement has."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("»Det er slut«, hedder det i det brev, som Nordby Bank sendte i marts.", "Nordby Bank"),
        ("»Det er slut«, står der i en mail, som formanden, Bo Lind, sendte ud.", "Bo Lind"),
        ("Nordby Bank har skrevet en rapport. I den står der: »Det er slut nu.«", "Nordby Bank"),
        ("»Vi kommer ikke«, skriver Nordby Bank i en mail til Ritzau.", "Nordby Bank"),
        ("»Vi kommer ikke«, oplyser politiet i Aalborg til Ritzau.", "politiet i Aalborg"),
        ("»Vi kommer ikke«, skriver kommunen på Facebook.", "kommunen"),
        ("Bo Lind læste op af et brev fra Nordby Bank: »Det er slut nu.«", "Nordby Bank"),
        ("Bo Lind læste op af sine notater: »Det er slut nu.«", "Bo Lind"),
        ("I en sms til Bo Lind skrev Mette Dal: »Vi kan ikke vente.«", "Mette Dal"),
        ("»Vi kan ikke vente«, står der på kommunens hjemmeside.", "kommunen"),
        ("Landsretten dømte. »Det er bevist nu«, hedder det i dommen.", "Landsretten"),
        ("Til sidst hedder det i udtalelsen: »Dansk Fiskeri er træt.«", "Dansk Fiskeri"),
    ],
)
def test_who_a_document_is_by(text: str, speaker: str, reader: TextReader) -> None:
    (quote,) = reader.read(text + "\n").quotes
    assert quote.speaker == speaker


def test_who_has_a_document_did_not_write_it(reader: TextReader) -> None:
    text = "I et notat, som Nordby Bank har fået, er sagen nævnt. »Det er slut«, står der.\n"
    assert [quote.speaker for quote in reader.read(text).quotes] in ([], [None])

"""What looks like speech that nobody speaks: none of it is suggested."""

import pytest

from kdcurator.text.suggestion.reader import TextReader

GUIDE = """Hækken ved skellet

Hvornår må du klippe naboens hæk?
Aldrig uden at spørge. Hækken tilhører den, der har plantet den.

Hvor høj må din egen hæk være?
To meter i de fleste haver.

Hvad gør du, når naboen siger nej?
Sagen kan indbringes for retten.
"""
ADVICE = """Styrelsen anbefaler følgende:
- Log ud, før du går.
- Svar ikke på mails med emnet »Vi har din kode«.

Bo Lind går. »Jeg kommer igen«, siger Bo Lind.
"""
ANSWERED = GUIDE.replace("Sagen kan", "Så kommer jeg. Sagen kan")


@pytest.mark.parametrize(
    "text",
    [
        "Kl. 19: Debat: »Har havnen en fremtid?« Panel: Bo Lind (V) og fisker Mie Dal, der taler.",
        "Kom og syng. »Jeg ved en lille vej« ønsket den mest af alle sange.",
        "Bo Lind har skrevet digte. »Huset var tomt, / men ingen gik«, lyder et af dem.",
        GUIDE,
    ],
)
def test_titles_things_and_guides_are_no_quotes(text: str, reader: TextReader) -> None:
    assert not reader.read(text).quotes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bo Lind er glad for havnen.\n\n»Har den en fremtid?«\n", 1),
        ("Bo Lind er glad for havnen. »Den har en fremtid.« Så går han.\n", 1),
        (ANSWERED, 3),
        (ADVICE, 1),
        (ADVICE.replace("Log ud", "Vi beder dig: Log ud"), 3),
    ],
)
def test_what_somebody_may_say_stays(text: str, count: int, reader: TextReader) -> None:
    assert len(reader.read(text).quotes) == count

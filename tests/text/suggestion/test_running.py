"""Run-in turns: what is said, and where the writer takes over in the same line."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


def _said(text: str, reader: TextReader) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.text(text)) for quote in reader.read(text).quotes]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Samboeren Karen Holt siger, at hun drømmer om vandet. ", "Karen Holt"),
        ("Borgmester Karen Holt mener, at det var held. ", "Karen Holt"),
        ("Formanden for klubben, Karen Holt, så til. ", "Karen Holt"),  # only a writer presents
        ("Den 52-årige lærer Karen Holt så til. ", "Karen Holt"),
    ],
)
def test_writer_takes_over_between_two_run_in_turns(
    told: str, speaker: str, reader: TextReader
) -> None:
    before = "De sad på taget. – Vi var bange, siger Bo Lind. – Jeg ringede hjem. "
    text = f"{before}{told}– Ja, siger hun."
    assert _said(text, reader)[1:] == [("Bo Lind", "Jeg ringede hjem."), (speaker, "Ja")]


def test_marks_behind_a_run_in_turn_are_read(reader: TextReader) -> None:
    text = (
        "Vandet steg. – Vi var bange, siger Bo Lind. Han bor alene. »Jeg er ked af det«, "
        "siger naboen Karen Holt."
    )
    assert _said(text, reader) == [("Bo Lind", "Vi var bange"), ("Karen Holt", "Jeg er ked af det")]


def test_dash_behind_an_age_opens_a_turn(reader: TextReader) -> None:
    text = "Det er varmt. – Jeg sover ude, siger Bo Lind, 81. – Det er køligere."
    assert [words for _, words in _said(text, reader)] == ["Jeg sover ude", "Det er køligere."]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“We had to go,” said Mary Smith.", "Mary Smith", "We had to go"),
        (
            "Mary Smith, a nurse, was there. “We had to go,” she told the BBC.",
            "Mary Smith",
            "We had to go",
        ),
        ("‘We had to go,’ Mary Smith later said.", "Mary Smith", "We had to go"),
        ('Mary Smith said: "We had to go home early."', "Mary Smith", "We had to go home early."),
        ('Mary Smith said, "We had to go home early."', "Mary Smith", "We had to go home early."),
        ("”Vi måste gå”, säger läkaren Eva Nordin och ler.", "Eva Nordin", "Vi måste gå"),
        ("– Vi måste gå, berättade Eva Nordin.", "Eva Nordin", "Vi måste gå"),
        ("«Vi måtte gå», sa politimester Håvard Brekke.", "Håvard Brekke", "Vi måtte gå"),
        ("– Vi måtte gå, forteller Håvard Brekke til avisen.", "Håvard Brekke", "Vi måtte gå"),
    ],
)
def test_word_order_of_the_other_languages(
    text: str, speaker: str, words: str, reader: TextReader
) -> None:
    assert _said(text, reader) == [(speaker, words)]

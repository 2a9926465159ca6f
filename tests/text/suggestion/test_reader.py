"""The whole reading: true offsets on any text, the same each time, in linear time."""

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator.domain.article import Language, PartKind
from kdcurator.domain.quote import Span, are_in_order
from kdcurator.domain.suggestion import Reading
from kdcurator.text.suggestion import RULES_VERSION
from kdcurator.text.suggestion.reader import TextReader

ATOMS = (
    *("- ", "– ", "—", "»", "«", "„", "“", "”", '"', "'", "’", ": ", ". ", ", ", "? ", "! ", "…"),
    *("\n", "\n\n", " ", "\u00a0", "\u2028", "e\u0301", "\u0301", "🎉", "[00:01] ", "-5", "1. "),
    *("siger ", "sagde ", "slår ", "fast", "lyder det fra ", "ifølge ", "har ", "sagt ", "og "),
    *("Bo Lind", "Karen Holt ", "Anna: ", "KL’s ", "Solbjerg Kommune", "(V)", "formanden ", "for "),
    *("Jeg ", "vi ", "han ", "hun ", "du ", "I ", "Hvad ", "er ", "at ", "der ", "?", " & "),
    *("Læs også: ", "Foto: ", "Af ", "kommunaldirektør ", "''", "``", ">>", "<<", "--", ",,"),
    *("-\n", "\u00ad", "\u200b", "  ", "Mary Smith ", "said ", "she ", "the ", "and ", "of "),
    *("Eva Nordin ", "säger ", "och ", "hon ", "Håvard Brekke ", "sier ", "KENT OVERGAARD SAGDE "),
)
TEXTS = st.lists(st.sampled_from(ATOMS), max_size=60).map("".join) | st.text(max_size=200)
HEAVY = {
    "dots": ".",
    "dashes": "- ",
    "straight marks": '"a ',
    "guillemets": "» ",
    "open marks": "»Vi er her.\n\n",
    "turns": "- Vi er her, siger Bo Lind.\n\n",
    "turns run in": "– Vi er, siger Bo Lind. – Og ",
    "questions": "Hvad gør du?\n",
    "labels": "Anna Holm: Ja\n",
    "names": "Bo Lind ",
    "blanks": " \n",
    "credits": "Foto: ",
    "soft hyphens": "a\u00ad",
    "combining marks": "e\u0301",
    "divided words": "hver-\nken ",
    "two-character marks": "''Ja'', siger han -- ",
    "capitals": "BO LIND SAGDE NEJ TIL KAREN HOLT, SIGER HAN.\n",
    "English": "“We had to go,” said Mary Smith, who left. She told the BBC that it was late. ",
    "Swedish": "”Vi gick hem”, säger Eva Nordin. – Vi är glada, säger hon. Hon gick och åt. ",
    "marks in turns": "– Vi var bange, siger Bo Lind. »Ja, nej«, siger Karen Holt. ",
}


def _spans(reading: Reading) -> list[Span]:
    return [span for quote in reading.quotes for span in quote.segments]


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_every_span_lies_in_the_text_without_blanks_around_it(
    text: str, reader: TextReader
) -> None:
    reading = reader.read(text)
    for span in _spans(reading):
        assert span.end <= len(text)
        assert span.cut(text) == span.cut(text).strip()
    assert all(part.start < part.end <= len(text) for part in reading.parts)
    for quote in reading.quotes:
        cuts = [text[segment.start : segment.end] for segment in quote.segments]
        assert quote.text(text) == " ".join(cuts)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_suggestions_do_not_overlap_and_are_repeated(text: str, reader: TextReader) -> None:
    reading = reader.read(text)
    assert are_in_order(sorted(_spans(reading)))
    assert all(are_in_order(quote.segments) for quote in reading.quotes)
    assert all(0 < quote.confidence <= 1 and quote.reason for quote in reading.quotes)
    assert reader.read(text) == reading


@pytest.mark.parametrize("unit", HEAVY.values(), ids=HEAVY.keys())
def test_time_grows_with_length_and_no_faster(unit: str, reader: TextReader) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = process_time()
        reader.read(text)
        return process_time() - start

    small = min(seconds(10_000) for _ in range(3))
    large = min(seconds(80_000) for _ in range(2))
    assert large < 8 * 3 * small + 0.2


def test_empty_text_is_read_as_nothing(reader: TextReader) -> None:
    assert reader.read("") == Reading((), (), (), Language.DANISH)


def test_rules_have_a_version() -> None:
    assert RULES_VERSION >= 1


@pytest.mark.corpus
def test_five_articles_are_read_as_the_gold_has_them(corpus: Path, reader: TextReader) -> None:
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        gold = json.loads((corpus / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        reading = reader.read(text)
        required = [quote for quote in gold["quotes"] if not quote.get("optional")]
        found = [
            ([[s.start, s.end] for s in quote.segments], quote.speaker) for quote in reading.quotes
        ]
        assert found == [(quote["segments"], quote["speaker"]) for quote in required]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (PartKind.QUESTION, "questions"),
        (PartKind.HEADING, "headings"),
        (PartKind.CAPTION, "captions"),
    ],
)
def test_parts_of_the_five_articles(
    kind: PartKind, key: str, corpus: Path, reader: TextReader
) -> None:
    for path in sorted(corpus.glob("*.txt")):
        gold = json.loads((corpus / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        reading = reader.read(path.read_text(encoding="utf-8"))
        assert [[s.start, s.end] for s in reading.spans(kind)] == gold[key]
        assert [[s.start, s.end] for s in reading.boilerplate] == gold["boilerplate"]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (PartKind.TITLE, "title"),
        (PartKind.LEDE, "subtitle_or_lede"),
        (PartKind.SECTION, "section"),
        (PartKind.LABEL, "inline_label"),
    ],
)
def test_head_of_the_five_articles(
    kind: PartKind, key: str, corpus: Path, reader: TextReader
) -> None:
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        gold = json.loads((corpus / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        found = [span.cut(text) for span in reader.read(text).spans(kind)]
        assert found == ([gold[key]] if gold[key] else [])


@pytest.mark.parametrize("joint", ["\n\n", "\n", " "], ids=["paragraphs", "lines", "one line"])
def test_text_of_a_megabyte_is_read_in_seconds(joint: str, reader: TextReader) -> None:
    unit = "– Vi gik hjem, siger formand Bo Lind. Han er 43 år og bor i Solbjerg." + joint
    text = unit * (1_000_000 // len(unit))
    start = process_time()
    assert len(reader.read(text).quotes) > 10_000
    assert process_time() - start < 10  # 1 to 2 seconds; generous, for a busy machine

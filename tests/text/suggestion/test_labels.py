"""Which labels open a turn of a transcript."""

import pytest

from kdcurator.text.suggestion.blocks import classify
from kdcurator.text.suggestion.gathering import gather
from kdcurator.text.suggestion.labels import find_turns
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.paragraphs import split_paragraphs
from kdcurator.text.suggestion.source import Source, wording_of


def _labels(text: str, language: LanguageData) -> list[str]:
    source = Source.of(text, wording_of(text), language)
    blocks = classify(source, split_paragraphs(text))
    turns = find_turns(source, gather(source, blocks), blocks)
    return [turn.label for turn in turns.values()]


@pytest.mark.parametrize(
    ("turns", "labels"),
    [
        ("Spm.: Hvorfor?\n\nSv.: Derfor.", ["Spm.", "Sv."]),
        ("LT: Hvorfor?\n\nBK: Derfor.", ["LT", "BK"]),
        ("[00:01] Lise Toft: Hvorfor?\n\n[00:04] Bent Krag: Nå.", ["Lise Toft", "Bent Krag"]),
        ("Lise Toft 00:01\nHvorfor?\n\nBent Krag 00:04\nDerfor.", ["Lise Toft", "Bent Krag"]),
        ("Lise, 6 år: Hest.\n\nBent, 7 år: Ko.", ["Lise", "Bent"]),
        ("JA: Lise Toft, lærer\nJeg vil.\n\nNEJ: Bent Krag\nIkke jeg.", ["Lise Toft", "Bent Krag"]),
        ("Pris: 40 kr.\n\nTid: 20 min.\n\nPris: 60 kr.", []),
        ("Kl. 10.30: Kaffe\n\nKl. 11.00: Tale", []),
    ],
)
def test_labels_name_who_speaks(turns: str, labels: list[str], language: LanguageData) -> None:
    opening = "Samtale i Nordby\n\nHer er et uddrag af det, der blev sagt i går aftes i salen.\n\n"
    assert _labels(opening + turns, language) == labels


def test_a_name_with_age_under_a_picture_is_no_label(language: LanguageData) -> None:
    text = "En dag\n\nLise Toft, 34, lærer\n\nSkolen ligger ved vandet og er ny.\n\n- Hej."
    assert _labels(text, language) == []

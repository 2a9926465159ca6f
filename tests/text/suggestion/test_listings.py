"""Programmes, games, results and records: dashes and marks in them are nobody's words."""

import pytest

from kdcurator.text.suggestion.reader import TextReader

PROGRAMME = """TV i aften

17.30 Børnetimen: »Må jeg komme med?« 1. del.
18.00 »Hvem ved det nu?« Quiz med Jens Holm.
19.00 Dramaserie. - Karen finder et gammelt brev på loftet.
20.10-21.00 Nyheder
"""

LIVE = """Mødet time for time

10.02 Mødet begynder.
10.15 »Vi har pengene«, siger borgmester Karen Holm.
10.40 Pause.
"""


def said(reader: TextReader, text: str) -> list[str]:
    return [q.segments[0].cut(text) for q in reader.read(text).quotes]


def test_a_programme_by_the_clock_holds_no_speech(reader: TextReader) -> None:
    assert said(reader, PROGRAMME) == []


def test_a_report_by_the_clock_does_where_a_clause_says_so(reader: TextReader) -> None:
    assert said(reader, LIVE) == ["Vi har pengene"]


@pytest.mark.parametrize("item", ["Mål: Bo Lund (2) for Vinderød.", "Udvist: Bo Lund (73. min.)."])
def test_an_item_of_a_list_of_results_is_no_speech(reader: TextReader, item: str) -> None:
    assert said(reader, f"Topscorer: Karen Holm, 11 mål.\n\nVinderød – Hvam 2-2\n- {item}\n") == []


def test_records_with_their_bands_are_no_transcript(reader: TextReader) -> None:
    line = '{}: "{}" (Havnelyd)\n** Optaget på en aften i Esbjerg.\n\n'
    records = [("Birk & Bark", "Kom nu hjem"), ("Sorte Sofie", "Jeg går nu")]
    text = "Nye plader\n\n" + "".join(line.format(*record) for record in records)
    assert said(reader, text) == []


def test_names_with_titles_are_no_transcript(reader: TextReader) -> None:
    songs = ["Jeg vil hjem", "Hvor er du nu?", "Kom til mig"]
    names = ["Karen Holm", "Per Dal", "Lise Bech"]
    text = "Dansktoppen\n\n" + "\n".join(f"{n}: »{s}«" for n, s in zip(names, songs, strict=True))
    assert said(reader, text) == []


def test_names_with_sentences_are_one(reader: TextReader) -> None:
    text = "Hvad stemmer du?\n\nKaren Holm: »Jeg stemmer nej.«\nPer Dal: »Jeg stemmer ja.«\n"
    assert said(reader, text) == ["Jeg stemmer nej.", "Jeg stemmer ja."]


def test_a_calendar_by_the_day_holds_no_speech(reader: TextReader) -> None:
    text = (
        "Det sker\n\nOnsdag den 4.: Foredrag ved Per Dal: »Hvad vil vi med skolen?« kl. 19.\n"
        "Torsdag den 5.: Lise Bech læser op: »Da jeg var ung«. Entré 50 kr.\n"
        "Fredag den 6.: Otto Vind fortæller: Mit møde med isbjørnen\n"
    )
    assert said(reader, text) == []


def test_a_name_with_party_and_verb_is_no_label(reader: TextReader) -> None:
    text = (
        "Byrådet\n\nKaren Holm (S) foreslog: at svømmehallen lukkes.\n"
        "Per Dal (V) anbefaler: færre møder.\n"
    )
    assert said(reader, text) == []


def test_a_work_by_somebody_is_no_speech(reader: TextReader) -> None:
    text = "Ugens bøger\n\nKaren Holm anbefaler: »Løvejagten« af Knud Bo. En god bog.\n"
    assert said(reader, text) == []


def test_questions_that_turn_to_nobody_are_a_guide(reader: TextReader) -> None:
    text = (
        "Ny affaldsordning\n\nProjektleder Lene Holm har talt spandene.\n\n"
        "Hvornår kommer de nye spande?\n\nDe bliver leveret i uge 12.\n\n"
        "Hvad koster det?\n\nPrisen er 1.200 kroner om året.\n"
    )
    assert said(reader, text) == []

"""Who is in a text, and how it presents them."""

import pytest

from kdcurator.domain.person import Presentation
from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "- Ja, siger kommunaldirektør Ulla Kramer, Solbjerg Kommune.",
            Presentation("Ulla Kramer", "kommunaldirektør", "Solbjerg Kommune", "Solbjerg"),
        ),
        (
            "Solbjerg Kommunes teknik- og miljøchef, Lars Moe, afviser kritikken.",
            Presentation("Lars Moe", "teknik- og miljøchef", "Solbjerg Kommune", "Solbjerg"),
        ),
        (
            "Det siger Tage Buhl, professor i ernæring ved Nordby Universitet.",
            Presentation("Tage Buhl", "professor i ernæring", "Nordby Universitet"),
        ),
        (
            "Formanden for Nordby Boldklub, Rita Berg, er glad.",
            Presentation("Rita Berg", "formand for Nordby Boldklub", "Nordby Boldklub"),
        ),
        (
            "Rita Berg, der er formand for skolens bestyrelse, er glad.",
            Presentation("Rita Berg", "formand for skolens bestyrelse"),
        ),
        (
            "Borgmester Hanne Tofte (S) fra Vejle Kommune taler.",
            Presentation("Hanne Tofte", "borgmester", "Vejle Kommune", "Vejle"),
        ),
        (
            "Lone Skov er administrerende direktør i Nordby Forsyning A/S.",
            Presentation("Lone Skov", "administrerende direktør", "Nordby Forsyning A/S"),
        ),
        (
            "Det mener borgmesteren i Københavns Kommune, Karen Holt.",
            Presentation("Karen Holt", "borgmester", "Københavns Kommune", "København"),
        ),
        (
            "- Ja, siger Bo Lind, direktør for Børne- og Ungeforvaltningen.",
            Presentation(
                "Bo Lind", "direktør for Børne- og Ungeforvaltningen", "Børne- og Ungeforvaltningen"
            ),
        ),
        ("Bent Krag gik en tur med hunden.", Presentation("Bent Krag")),
    ],
)
def test_presentation(text: str, person: Presentation, reader: TextReader) -> None:
    assert reader.read(text).people == (person,)


@pytest.mark.parametrize(
    "text",
    [
        "Af Kirsten Dalby\n\nSkolen lukker. Foto: Ib Ravn",
        "Dansk Folkeparti og Region Midtjylland mødtes på Hotel Nyborg Strand.",
        "Danske Bank og Solbjerg Kommune har delt regningen på Hans Tavsens Gade.",
        "Den Gamle By ligger i Aarhus. Store Heddinge ligger på Stevns.",
    ],
)
def test_authors_places_and_bodies_are_no_people(text: str, reader: TextReader) -> None:
    assert reader.read(text).people == ()


@pytest.mark.parametrize("slip", ["Bent Kragh", "Bent Kragformand", "Bents Krag", "Krag"])
def test_slip_of_the_pen_makes_no_second_person(slip: str, reader: TextReader) -> None:
    text = f"Formand Bent Kragh-Lund og Anna Holm kom. {slip}".replace("Kragh-Lund", "Krag")
    names = [person.name for person in reader.read(text).people]
    assert names[0] == "Bent Krag"
    assert len(names) == (2 if slip != "Bents Krag" else len(names))


def test_longer_form_of_a_name_is_the_person(reader: TextReader) -> None:
    text = "Karen Holt er her. Karen Maria Holt er 40 år. Holt bor i Vejle."
    assert [person.name for person in reader.read(text).people] == ["Karen Maria Holt"]


@pytest.mark.parametrize(
    "name",
    [
        "Anne-Marie de la Cour",
        "Pieter van der Meer",
        "Søren »Basse« Nymand",
        "E.M. Rosenkjær",
        "Claus von Bülow-Skov",
    ],
)
def test_particles_nicknames_and_initials_belong_to_a_name(name: str, reader: TextReader) -> None:
    assert reader.read(f"Det siger direktør {name} i dag.").people[0].name == name


def test_couple_shares_its_surname(reader: TextReader) -> None:
    people = reader.read("Gitte og Torben Riis bor i Skive.").people
    assert {person.name for person in people} == {"Gitte Riis", "Torben Riis"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marinus Bach tabte.\n\n- Nej, siger Bachs advokat, frk. Ketty Lind.", "Ketty Lind"),
        ("- Nej, skriver Midt- og Vestjyllands Politi.", "Midt- og Vestjyllands Politi"),
        ("- Nej, siger lektor, lic. scient. Jens Bruun.", "Jens Bruun"),
        ("- Nej, skriver Dansk Selskab for Almen Medicin.", "Dansk Selskab for Almen Medicin"),
    ],
)
def test_speaker_at_the_end_of_a_long_phrase(text: str, speaker: str, reader: TextReader) -> None:
    assert reader.read(text).quotes[0].speaker == speaker

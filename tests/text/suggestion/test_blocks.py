"""The parts of an article by their look."""

import pytest

from kdcurator.domain.article import PartKind
from kdcurator.domain.suggestion import Reading
from kdcurator.text.suggestion.reader import TextReader

ARTICLE = """Kultur

Nyt museum åbner i den gamle fabrik

I dag slår museet i Nordby dørene op for de første gæster, og der ventes kø fra morgenstunden.

Af Kirsten Dalby, journalist

Historie

Museum: Fabrikken har stået tom i tredive år, og taget var ved at falde ned over den.

Foto: Ib Ravn

Kaj Thy

Mange ville rive den ned

Byrådet ville rive bygningen ned. Men Kaj Thy samlede 2000 underskrifter ind på en uge.

Læs også: Sådan reddede borgerne fabrikken

Del artiklen:
https://example.org/artikel
"""


def _kinds(reading: Reading, text: str) -> list[tuple[PartKind, str]]:
    return [(part.kind, text[part.start : part.end][:20]) for part in reading.parts]


def test_parts_of_a_whole_article(reader: TextReader) -> None:
    assert _kinds(reader.read(ARTICLE), ARTICLE) == [
        (PartKind.KICKER, "Kultur"),
        (PartKind.TITLE, "Nyt museum åbner i d"),
        (PartKind.LEDE, "I dag slår museet i "),
        (PartKind.BYLINE, "Af Kirsten Dalby, jo"),
        (PartKind.SECTION, "Historie"),
        (PartKind.LABEL, "Museum"),
        (PartKind.BODY, "Fabrikken har stået "),
        (PartKind.CREDIT, "Foto: Ib Ravn"),
        (PartKind.CREDIT, "Kaj Thy"),
        (PartKind.HEADING, "Mange ville rive den"),
        (PartKind.BODY, "Byrådet ville rive b"),
        (PartKind.LINK, "Læs også: Sådan redd"),
        (PartKind.LINK, "Del artiklen:"),
        (PartKind.LINK, "https://example.org/"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("LÆS OGSÅ: Skolen lukker", PartKind.LINK),
        ("Se video: Sådan ser den ud", PartKind.LINK),
        ("Tilmeld dig vores nyhedsbrev", PartKind.LINK),
        ("www.example.org", PartKind.LINK),
        ("Se bare på Nordby, hvor alle huse er solgt.", PartKind.BODY),
        ("Af hensyn til naboerne lukker hallen klokken 22.", PartKind.BODY),
        ("(Foto: Ib Ravn)", PartKind.CREDIT),
        ("Arkivfoto", PartKind.CREDIT),
        ("Byens nye hal ligger lige ved havnen i Nordby. Foto: Ib Ravn", PartKind.CAPTION),
        ("Annonce", PartKind.ADVERT),
        ("Tekst: Kirsten Dalby", PartKind.BYLINE),
    ],
)
def test_kind_of_a_line(line: str, kind: PartKind, reader: TextReader) -> None:
    text = f"Skolen lukker til sommer.\n\n{line}\n\nDet har byrådet vedtaget mod to stemmer.\n"
    assert kind in {
        part.kind for part in reader.read(text).parts if text[part.start :].startswith(line)
    }


def test_event_for_sale_at_the_end_is_an_advert(reader: TextReader) -> None:
    text = (
        "Skolen lukker til sommer.\n\nDet har byrådet vedtaget.\n\nSkolens dag\n\n"
        "Forlaget inviterer til konference om skolens fremtid den 4. maj.\n\n"
        "Læs mere og tilmeld dig >\n"
    )
    kinds = [part.kind for part in reader.read(text).parts]
    assert kinds[-3:] == [PartKind.ADVERT, PartKind.ADVERT, PartKind.LINK]


def test_single_sentence_is_no_title(reader: TextReader) -> None:
    assert [part.kind for part in reader.read("Skolen lukker.").parts] == [PartKind.BODY]

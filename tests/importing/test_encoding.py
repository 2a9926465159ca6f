import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.importing.encoding import decode
from tests.importing.danish_sentences import ENCODINGS, sentences, told_wrong

# Written for this test after the rule was made; none of them was used to shape it.
SENTENCES = """\
Hun købte rugbrød, smør og en pose frosne ærter på vej hjem.
Byrådet i Søndervang vedtog budgettet længe efter midnat.
– Vi når det ikke i år, siger teknik- og miljøchefen.
»Det er for dårligt,« lyder det fra formanden, »og det ved de godt.«
Årets første snestorm lukkede broen i fire timer.
Ældre borgere får nu besøg hver anden uge.
Østergade bliver ensrettet fra på mandag.
Der er 12 km fra Bøgelund til kysten, og bussen kører én gang i timen.
“Jeg har aldrig set noget lignende,” fortæller naboen.
Kommunens it-chef, René Müller, afviser kritikken.
Hvad gør I, når strømmen går?
Prisen er steget til 4.500 kr. – næsten det dobbelte.
KL’s nye udspil møder modstand i Ærøby.
Han gik ud på molen, så på vandet og sagde ingenting…
Skolelederen ønsker sig flere voksne i klasserne.
Det blæste så kraftigt, at færgen blev i havn.
§ 14 i loven gælder også for små foreninger.
Åse og Øjvind har drevet caféen siden 1998.
”Nej tak,” svarede hun kort.
Både børn, unge og pensionister mødte op på rådhuset.
Forslaget blev nedstemt: 14 stemte imod, 9 for, og 2 var fraværende.
Det er svært at spå, især om fremtiden.
Vi har både idéer og vilje, men pengene mangler.
På øen bor der 312 mennesker og langt flere får.
Læs mere på side 8.
Redningsfolk ledte hele natten efter den savnede båd.
Projektet er forsinket, fordi jorden er forurenet med tjære.
Naturligvis gør det ondt at sige farvel.
DET ER IKKE FØRSTE GANG, AT ÅEN GÅR OVER SINE BREDDER.
En å løber gennem haven, og på den anden side ligger en ø.
Familien håber på et svar inden jul.
Sagsbehandleren nåede aldrig at læse brevet.""".splitlines()

UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
TYPEWRITTEN = str.maketrans({"–": "-", "“": '"', "”": '"', "’": "'", "…": "..."})
NARROW = {"latin-1", "cp850"}
"""Encodings without curly marks and dashes: who wrote in them used those of the typewriter."""


def articles(encoding: str, size: int) -> list[str]:
    sentences = [s.translate(TYPEWRITTEN) if encoding in NARROW else s for s in SENTENCES]
    if size == 1:
        return sentences
    chance = random.Random(size)
    return [" ".join(chance.sample(sentences, size)) for _ in range(200)]


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("encoding", [*UNICODE, "cp1252", "latin-1", "mac_roman", "cp850"])
def test_danish_is_decoded_right_in_every_encoding(encoding: str, size: int) -> None:
    texts = articles(encoding, size)
    wrong = [t for t in texts if decode(t.encode(encoding)).text.lstrip("\ufeff") != t]
    assert len(wrong) <= len(texts) / 100, wrong


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_99_of_100_single_sentences_are_decoded_right(encoding: str) -> None:
    wrong, tried = told_wrong(encoding, sentences(measured=True))
    assert tried > 2000
    assert len(wrong) <= tried / 100, wrong


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (b"Kun ASCII", "Kun ASCII", "utf-8"),
        (b"sm\xc3\xb8r \xc3", "smør \ufffd", "utf-8"),  # cut short
        (b"\xff\xfeH\0e\0j\0\xd8", "Hej\ufffd", "utf-16-le"),  # cut short
        (b"\xff\xfeH\0\x00\xd8", "H\ud800", "utf-16-le"),
        (b"\xed\xa0\x80 \xc3\xa5", "\ud800 å", "utf-8"),
        (b"sm\xf8r p\xe5 \x81", "smør på \ufffd", "cp1252"),
    ],
)
def test_odd_bytes_are_decoded(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text.lstrip("\ufeff"), decoded.encoding) == (text, encoding)
    assert decoded.replaced == text.count("\ufffd")


def test_one_wrong_byte_does_not_turn_an_utf8_article_into_another_encoding() -> None:
    data = " ".join(SENTENCES).encode()
    decoded = decode(data[:300] + b"\xff" + data[300:] + "\ufffd".encode())
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)
    assert decoded.text.replace("\ufffd", "") == " ".join(SENTENCES)


@given(st.binary() | st.text(st.sampled_from("aæøå»«’–\ufeff\x00")).map(str.encode))
def test_any_bytes_become_text(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.encoding in {"utf-8", "cp1252", "mac_roman", "cp850"} or (
        decoded.encoding.startswith(("utf-16", "utf-32"))
    )
    assert decoded.replaced <= decoded.text.count("\ufffd")


@given(st.text())
def test_utf8_with_a_mark_is_never_mistaken(text: str) -> None:
    assert decode(text.encode("utf-8-sig")).text == f"\ufeff{text}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp850"])
def test_twenty_megabytes_take_seconds(encoding: str) -> None:
    text = "På øen bor der får, æ\n" * 900_000
    data = text.encode(encoding)
    start = time.process_time()
    decoded = decode(data)
    assert time.process_time() - start < 5
    assert decoded.text == text

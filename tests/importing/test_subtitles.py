import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import ReadFile, TextType
from kdcurator.domain.errors import DamagedFile, EmptyFile, NoText, Refused
from kdcurator.importing.registry import Registry
from kdcurator.text.timecodes import clock

VTT = """WEBVTT - Interview

00:00:01.000 --> 00:00:04.000
<v Anna Berg>Hvorfor køber I ikke
nye systemer?

00:00:04.500 --> 00:00:08.000
<v Per Dal>Vi køber ikke noget, som borgerne

00:00:08.000 --> 00:00:11.000
<v Per Dal>ikke kan bruge.

00:01:20.000 --> 00:01:24.000
<v Per Dal>Det har jeg sagt før.
"""


def read(text: str, name: str = "a.vtt") -> ReadFile:
    return Registry().read_bytes(text.encode(), name)


def subrip(*cues: tuple[int, str]) -> str:
    """Write cues of a second each, told by the second in which they begin."""
    return "\n".join(
        f"{number}\n{clock(at * 1000)},000 --> {clock(at * 1000)},900\n{words}\n"
        for number, (at, words) in enumerate(cues, 1)
    )


def test_cues_become_the_turns_of_a_transcript() -> None:
    file = read(VTT)
    assert file.text == (
        "Anna Berg: Hvorfor køber I ikke nye systemer?\n\n"
        "Per Dal: Vi køber ikke noget, som borgerne ikke kan bruge.\n\n"
        "Per Dal: Det har jeg sagt før."
    )
    assert (file.media_type, file.metadata.text_type) == ("text/vtt", TextType.TRANSCRIPT)


def test_each_cue_tells_its_moment_beside_the_text() -> None:
    file = read(VTT)
    moments = {file.text[at : at + 12]: moment for at, moment in file.timecodes}
    assert moments["ikke kan bru"] == "00:00:08"
    assert moments["Per Dal: Det"] == "00:01:20"


def test_dashes_labels_and_pauses_open_paragraphs() -> None:
    cues = ((1, "- Kom du?\n- Ja."), (2, "Bo Lund: Godt."), (3, "Og så?"), (30, "Ingenting."))
    text = read(subrip(*cues), "a.srt").text
    assert text == "- Kom du?\n\n- Ja.\n\nBo Lund: Godt. Og så?\n\nIngenting."


def test_a_short_pause_in_the_midst_of_a_sentence_parts_nothing() -> None:
    assert (
        read(subrip((1, "Det er"), (6, "svært."), (7, "Ja.")), "a.srt").text == "Det er svært. Ja."
    )


def test_long_speech_is_parted_at_sentences() -> None:
    cues = [(at, "Det mener jeg, siger jeg dig, min ven.") for at in range(1, 60)]
    paragraphs = read(subrip(*cues), "a.srt").text.split("\n\n")
    assert len(paragraphs) > 2
    assert max(map(len, paragraphs)) < 800


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_subtitles_come_in_every_encoding(encoding: str) -> None:
    data = subrip((1, "Så er der kød på bålet, min ven.")).replace("\n", "\r\n").encode(encoding)
    assert Registry().read_bytes(data, "a.srt").text == "Så er der kød på bålet, min ven."


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("", "a.srt", EmptyFile),
        (" \n", "a.vtt", EmptyFile),
        ("WEBVTT\n\nNOTE intet\n", "a.vtt", NoText),
        ("1\n00:00:01,000 --> 00:00:02,000\n \n", "a.srt", NoText),
        ("Bare en tekst.", "a.srt", DamagedFile),
    ],
)
def test_what_holds_no_speech_is_refused(text: str, name: str, kind: type[Refused]) -> None:
    with pytest.raises(kind):
        read(text, name)


def test_web_subtitles_are_known_by_their_first_line() -> None:
    assert read(VTT, "a.txt").media_type == "text/vtt"
    assert read("WEBVTTER er et ord, siger hun.", "a.txt").media_type == "text/plain"


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "Nd", "So")), min_size=3)))
def test_moments_point_at_the_words_of_their_cue(spoken: list[str]) -> None:
    cues = [(at, f"{at}{words}") for at, words in enumerate(spoken, 1)]
    if cues:
        file = read(subrip(*cues), "a.srt")
        places = zip(file.timecodes, cues, strict=True)
        assert all(file.text[at:].startswith(words) for (at, _moment), (_second, words) in places)

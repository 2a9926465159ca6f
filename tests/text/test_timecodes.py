import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.timecodes import (
    clock,
    find_moments,
    find_timecodes,
    opens_with_moment,
    timecode_at,
    without_moments,
)

TEXT = "[00:01] Bo Lund: Ja.\nBo Lund 00:00:07\nMåske.\n00:01:02 - Nej.\n"

PROGRAMME = """9:00 Velkomst ved borgmester Karen Holm.
9:30 Oplæg om skolernes nye systemer.
10:15 Pause med kaffe og brød i foyeren.
"""
AGENDA = PROGRAMME.replace(":", ".")
TELEVISION = """(18:30) Nyhederne. Vejret følger efter.
(19:00) Film: Den lange vej hjem. Svensk drama.
(21:05) Sporten med dagens kampe.
"""
RESULTS = """Anna Berg, Havby AK 0:31:45
Per Dal, Fjordby IF 0:31:58
Lis Ek, Havby AK 0:32:04
"""
SPRINTS = """0:58,32 Anna Berg, Havby
0:59,10 Per Dal, Fjordby
1:01,55 Lis Ek, Havby
"""
MATCH = """24:22 blev resultatet i Havby lørdag.
25:24 stod der på tavlen i Fjordby søndag.
20:21 lød det til sidst.
"""
LOG = """10:32:05 Serveren er startet igen.
10:32:07 Der er ingen forbindelse til disken.
10:35:00 Der er forbindelse igen.
"""
CHAT = """[10:32] Anna: Er du der?
[10:33] Per: Ja, jeg er her nu.
[10:41] Anna: Godt, så ringer jeg.
"""
BLOG = """13:41 Politiet er nået frem til stedet.
12:20 Der er røg over havnen, siger vagtchefen.
11:05 En brand er brudt ud.
"""


def test_moments_that_open_lines_are_found() -> None:
    assert find_timecodes(TEXT) == ((0, "00:00:01"), (21, "00:00:07"), (45, "00:01:02"))


@pytest.mark.parametrize(
    "line",
    [
        *(
            "[{}] Anna Berg: Ja, det er det.",
            "{} Anna Berg: Ja, det er det.",
            "({}) Ja, det er det.",
        ),
        *(
            "Anna Berg [{}]: Ja, det er det.",
            "Anna Berg: [{}] Ja, det er det.",
            "Taler 2 ({}): Ja.",
        ),
        *(
            "Anna Berg  {}\nJa, det er det.\n",
            "Taler 1, {}\nJa, det er det.",
            "{}\nJa, det er det.",
        ),
        *(
            "{} --> 9:59:59\nJa, det er det.",
            "{} - 9:59:59 Anna Berg\nJa, det er det.",
            "[{}.120] Ja.",
        ),
    ],
)
@pytest.mark.parametrize("times", [("0:05", "1:02", "12:31"), ("00:00:05", "00:01:02", "00:12:31")])
def test_moments_are_found_however_a_program_writes_them(line: str, times: tuple[str, ...]) -> None:
    text = "\n".join(line.format(time) for time in times)
    assert [moment for _, moment in find_timecodes(text)] == ["00:00:05", "00:01:02", "00:12:31"]


def test_two_numbers_are_minutes_even_beyond_an_hour() -> None:
    text = "[59:10] Ja, det er.\n[61:05] Nej, det er.\n[125:00] Det er slut.\n"
    assert [moment for _, moment in find_timecodes(text)] == ["00:59:10", "01:01:05", "02:05:00"]


@pytest.mark.parametrize(
    "text",
    [
        *("Kl. 10:00:00\n", TEXT[:30], "[09:00] a\n[08:00] b\n[07:00] c\n"),
        *(PROGRAMME, AGENDA, TELEVISION, RESULTS, SPRINTS, MATCH, LOG, CHAT, BLOG),
    ],
    ids=lambda text: text[:20],
)
def test_times_of_day_and_results_are_no_moments(text: str) -> None:
    assert find_timecodes(text) == ()


def test_without_moments_every_label_has_a_colon_and_every_offset_stays() -> None:
    text = "Bo Lund  0:05\nJa.\n[0:09]\nAnna\nNej da.\n[0:11] Slet ikke.\n(0:12) Anna\nNå.\n"
    plain = without_moments(text, find_moments(text))
    lines = [line.strip() for line in plain.split("\n")]
    assert lines == [
        "Bo Lund:",
        "Ja.",
        "Anna:",
        "Nej da.  " + " " * 6 + "Slet ikke.",
        "Anna:",
        "Nå.",
        "",
    ]
    assert len(plain) == len(text)


@given(st.text("Aab: 0123456789[]()-\n.").map(lambda words: TEXT + words))
def test_a_text_without_moments_is_as_long_as_with_them(text: str) -> None:
    assert len(without_moments(text, find_moments(text))) == len(text)


def test_a_place_belongs_to_the_last_moment_before_it() -> None:
    moments = find_timecodes(TEXT)
    assert [timecode_at(moments, at) for at in (0, 20, 21, 90)] == [
        *("00:00:01", "00:00:01", "00:00:07", "00:01:02")
    ]
    assert timecode_at(((5, "00:00:01"),), 4) is None


def test_a_moment_has_hours_minutes_and_seconds() -> None:
    assert clock(3_723_999) == "01:02:03"


@pytest.mark.parametrize(
    ("line", "opens"), [("Anna Berg 0:05", True), ("[00:05] Ja", True), ("Kl. 10 kom vi", False)]
)
def test_lines_of_timecoded_texts_are_known(line: str, opens: bool) -> None:
    assert opens_with_moment(line) == opens

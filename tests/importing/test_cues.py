import pytest

from kdcurator.importing.cues import Line, read_cues


def words(text: str, *, ends_at_blank: bool = True) -> list[list[Line]]:
    return [cue.lines for cue in read_cues(text, ends_at_blank=ends_at_blank)]


def test_times_are_read_with_and_without_hours() -> None:
    text = "00:01.500 --> 00:02.000\nJa.\n\n1:00:01,000 --> 1:00:02,000\nNej.\n"
    times = [(cue.start, cue.end) for cue in read_cues(text, ends_at_blank=True)]
    assert times == [(1500, 2000), (3_601_000, 3_602_000)]


def test_notes_styles_and_numbers_are_no_words() -> None:
    text = "WEBVTT\n\nNOTE et notat\n\nSTYLE\n::cue {}\n\n7\n00:01.000 --> 00:02.000\nJa.\n"
    assert words(text) == [[Line("Ja.")]]


def test_numbers_of_subrip_are_no_words_but_spoken_numbers_are() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n2026\n2\n00:00:03,000 --> 00:00:04,000\nJa.\n"
    assert words(text, ends_at_blank=False) == [[Line("2026")], [Line("Ja.")]]


def test_words_behind_an_empty_line_are_kept_in_subrip() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nJa,\n\nmåske.\n\n2\n"
    assert words(text, ends_at_blank=False)[0][:2] == [Line("Ja,"), Line("måske.")]


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("<i>som</i> &lt;før&gt; &amp; nu", "som <før> & nu"),
        ("{\\an8}Oppe", "Oppe"),
        ("<c.yellow.bg>Gul</c>", "Gul"),
        ("3 < 4 og 5 > 4", "3 < 4 og 5 > 4"),
        ("et\u00adord\u00a0her", "et\u00adord\u00a0her"),
    ],
)
def test_marks_are_no_words(raw: str, plain: str) -> None:
    assert words(f"00:01.000 --> 00:02.000\n{raw}\n") == [[Line(plain)]]


def test_voices_name_the_speaker_of_their_words_and_of_the_next_line() -> None:
    text = "00:01.000 --> 00:02.000\n<v.loud Per Dal>Ja,\nda.\n<v Bo Lund>Nej.</v>\n"
    assert words(text) == [
        [Line("Ja,", "Per Dal"), Line("da.", "Per Dal"), Line("Nej.", "Bo Lund")]
    ]


def test_captions_that_roll_up_are_told_once() -> None:
    text = (
        "00:01.000 --> 00:02.000\nvi skal<00:01.500><c> hjem</c>\n\n"
        "00:02.000 --> 00:03.000\nvi skal hjem\nog spise<00:02.500><c> nu</c>\n"
    )
    assert words(text) == [[Line("vi skal hjem")], [Line("og spise nu")]]

import pytest

from kdcurator.text.timecodes import clock, find_timecodes, timecode_at

TEXT = "[00:01] Bo Lund: Ja.\nBo Lund 00:00:07\nMåske.\n00:01:02 - Nej.\n"


def test_moments_that_open_lines_are_found() -> None:
    assert find_timecodes(TEXT) == ((0, "00:00:01"), (21, "00:00:07"), (45, "00:01:02"))


@pytest.mark.parametrize("text", ["Kl. 10:00:00\n", TEXT[:30], "[09:00] a\n[08:00] b\n[07:00] c\n"])
def test_a_text_without_moments_in_order_has_none(text: str) -> None:
    assert find_timecodes(text) == ()


def test_a_place_belongs_to_the_last_moment_before_it() -> None:
    moments = find_timecodes(TEXT)
    assert [timecode_at(moments, at) for at in (0, 20, 21, 90)] == [
        *("00:00:01", "00:00:01", "00:00:07", "00:01:02")
    ]
    assert timecode_at(((5, "00:00:01"),), 4) is None


def test_a_moment_has_hours_minutes_and_seconds() -> None:
    assert clock(3_723_999) == "01:02:03"

"""When a backup was made, in the window's language, as the clock on the wall said it."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kdcurator.gui.models.backups import moment
from kdcurator.gui.translation import install

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(not hasattr(time, "tzset"), reason="no time zone can be set here"),
]

END_OF_SUMMER_TIME = datetime(2026, 10, 25, 1, tzinfo=UTC)
NOON = datetime(2026, 10, 25, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_denmark(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    install(qapp, request.param)
    yield request.param
    install(qapp, "en")


def test_an_hour_that_comes_twice_is_told_as_the_clock_said_it(language: str) -> None:
    said = [
        moment(END_OF_SUMMER_TIME + timedelta(minutes=minutes), NOON) for minutes in (-30, 30, 90)
    ]
    times = {"da": ("2.30", "2.30", "3.30"), "en": ("2:30", "2:30", "3:30")}[language]
    assert [words[-4:] for words in said] == list(times)
    assert len({words[:-4] for words in said}) == 1


def test_a_day_ends_at_midnight_here_and_not_in_greenwich(language: str) -> None:
    late = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)  # half past midnight in Denmark
    called = {"da": ("i dag", "i går"), "en": ("today", "yesterday")}[language]
    assert moment(late, NOON).startswith(called[0])
    assert moment(late - timedelta(hours=1), NOON).startswith(called[1])


def test_a_backup_of_a_clock_that_was_ahead_is_told_by_its_date(language: str) -> None:
    said = moment(datetime(2031, 5, 2, 10, tzinfo=UTC), NOON)
    assert said.startswith({"da": "2. maj 2031", "en": "2 May 2031"}[language])

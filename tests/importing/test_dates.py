from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import Language, PartKind
from kdcurator.importing.dates import published_on
from kdcurator.importing.margins import Line

TODAY = date(2026, 11, 22)
SECOND = date(2026, 11, 2)


def day_of(
    *lines: str, kind: PartKind | None = None, language: Language = Language.DANISH
) -> object:
    return published_on([Line(line, kind) for line in lines], language, TODAY)


@pytest.mark.parametrize(
    "line",
    [
        "mandag den 2. nov. 2026 kl. 9.00",
        "2. november 2026",
        "02.11.2026",
        "02.11.26",
        "2/11-2026",
        "2-11-2026",
        "2. 11. 2026",
        "2026-11-02",
        "2026-11-02T09:00:00Z",
        "Publiceret: 2. november 2026 kl. 09:00",
        "Publiceret 2. nov. 2026 – opdateret 3. nov. 2026",
        "Søndervang, 2. november 2026",
        "Søndervang Avis | 2. november 2026 | Side 5",
        "Bragt i Søndervang Avis 2. november 2026",
        "Dato: 02/11/2026",
        "2.\xa0november 2026",
        "NOVEMBER 2, 2026",
        "Monday, 2 Nov 2026",
        "den 2. november 2026",
    ],
)
def test_a_line_that_gives_a_date_dates_the_text(line: str) -> None:
    assert day_of("Rubrik", line, "Mere") == SECOND


@pytest.mark.parametrize(
    "line",
    [
        "Mødet holdes den 2. november 2026 på rådhuset i Søndervang.",
        "Årsmødet er den 1. – 2. november 2026",
        "konferencen 2. november 2026",
        "Hun er født den 2. november 1976",
        "2. november",
        "november 2026",
        "Ring på 20 30 40 50 eller 20.30.40.50",
        "31.02.2026",
        "2. november 2027",
        "2.11.0026",
        "Udgivet første gang af forlaget Holm og Søn i en anden form den 2. november 2026",
        "Journalnr. 02112026",
        "",
    ],
)
def test_a_date_in_running_text_or_none_at_all_dates_nothing(line: str) -> None:
    assert day_of(line) is None


@pytest.mark.parametrize("kind", [PartKind.TITLE, PartKind.HEADING])
def test_a_heading_dates_the_text_only_when_it_is_a_date(kind: PartKind) -> None:
    assert day_of("Valget 2. november 2026", kind=kind) is None
    assert day_of("Mandag den 2. nov. 2026 kl. 9.00", kind=kind) == SECOND
    assert day_of("Publiceret 2. november 2026", kind=kind) == SECOND


@pytest.mark.parametrize("kind", [PartKind.CAPTION, PartKind.ADVERT, PartKind.LINK])
def test_parts_that_speak_of_other_days_are_passed_over(kind: PartKind) -> None:
    assert day_of("Søndervang, 2. november 2026", kind=kind) is None


@pytest.mark.parametrize("kind", [PartKind.BYLINE, PartKind.DATELINE])
def test_a_byline_may_say_more_beside_its_date(kind: PartKind) -> None:
    line = "Af Karen Holm, journalist på Søndervang Avis, mandag den 2. november 2026"
    assert day_of(line, kind=kind) == SECOND


def test_the_day_of_publication_counts_before_that_of_a_change() -> None:
    assert day_of("Opdateret 3. november 2026", "Publiceret 2. november 2026") == SECOND
    assert day_of("Opdateret 3. november 2026") == date(2026, 11, 3)


def test_a_date_that_english_reads_two_ways_is_none() -> None:
    assert day_of("02/11/2026", language=Language.ENGLISH) is None
    assert day_of("11/22/2026", language=Language.ENGLISH) == TODAY
    assert day_of("02/11/2026") == SECOND


@given(st.dates(date(1950, 1, 1), TODAY))
def test_every_day_is_understood(day: date) -> None:
    month = "jan feb mar apr maj jun jul aug sep okt nov dec".split()[day.month - 1]  # noqa: SIM905
    for line in (
        f"{day.day}. {month}. {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.day}/{day.month} {day.year}",
        day.isoformat(),
    ):
        assert day_of(line) == day


@given(st.text() | st.text(st.sampled_from("0123456789./- nov")))
def test_no_line_is_too_odd(line: str) -> None:
    found = day_of(line, kind=PartKind.BYLINE)
    assert found is None or isinstance(found, date)

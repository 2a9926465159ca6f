"""Days as people name them, and what a comparison tells, losses first."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdcurator.domain.backup import SAMPLE, BackupKind, Count, Differences, KeptBackup
from kdcurator.gui import translation
from kdcurator.gui.models.backups import differences, holding, kind, moment, sample

pytestmark = pytest.mark.gui

NOW = datetime(2026, 11, 24, 12, 0).astimezone()


@pytest.fixture
def danish(qapp: QApplication) -> Iterator[None]:
    translation.install(qapp, "da")
    yield
    translation.install(qapp, "en")


@pytest.mark.usefixtures("danish")
@pytest.mark.parametrize(
    ("made_at", "words"),
    [
        (datetime(2026, 11, 24, 9, 5), "i dag kl.\u00a09.05"),
        (datetime(2026, 11, 23, 23, 59), "i går kl.\u00a023.59"),
        (datetime(2026, 11, 17, 14, 5), "tirsdag 17. november kl.\u00a014.05"),
        (datetime(2025, 12, 1, 8, 0), "1. december 2025 kl.\u00a08.00"),
        (datetime(2026, 11, 25, 8, 0), "onsdag 25. november kl.\u00a08.00"),
    ],
)
def test_day_is_named_as_people_name_it(made_at: datetime, words: str) -> None:
    assert moment(made_at.astimezone(UTC), NOW) == words


def test_losses_stand_before_gains_and_changes(qapp: QApplication) -> None:
    translation.install(qapp, "en")
    found = Differences(Count(1, 2, 3), Count(2, 1, 1), gone=("a", "b"), back=("c",))
    told = differences(found)
    assert [item.is_loss for item in told] == [True, True, False, False, False, False]
    assert told[0].words.startswith("2 quotes have been added since")
    assert [item.samples for item in told if item.samples] == [("a", "b"), ("c",)]


def test_no_difference_is_said(qapp: QApplication) -> None:
    translation.install(qapp, "en")
    (told,) = differences(Differences(Count(), Count()))
    assert told.words == "No difference in articles and quotes."


def test_long_sample_is_cut_between_words(qapp: QApplication) -> None:
    translation.install(qapp, "en")
    assert sample("Vi skal turde sige nej") == "“Vi skal turde sige nej”"
    assert sample(("ord " * 40)[:SAMPLE]).endswith("ord …”")


def test_backup_that_does_not_say_what_it_holds_says_why_it_was_made(qapp: QApplication) -> None:
    translation.install(qapp, "en")
    made = NOW - timedelta(days=1)
    old = KeptBackup(Path("000001-x.sqlite3"), 1, BackupKind.BEFORE, made)
    assert holding(old) == kind(old) == "before an update"
    assert kind(KeptBackup(Path("x-before.zip"), 2, BackupKind.BEFORE, made)) == (
        "before bringing back"
    )

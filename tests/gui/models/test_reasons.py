"""Reasons in the window's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kdcurator.domain.reason import Because, Ground, phrase
from kdcurator.gui.models.reasons import reason
from kdcurator.gui.translation import install

pytestmark = pytest.mark.gui


@pytest.fixture
def danish(qapp: QApplication) -> Iterator[None]:
    install(qapp, "da")
    yield
    install(qapp, "en")


@pytest.mark.usefixtures("danish")
@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("dash turn; siger Bo Li", "Foreslået, fordi: tankestreg + »siger Bo Li«."),
        (
            "answer to a question; the interviewee is Bo Li",
            "Foreslået, fordi: svar på et spørgsmål + Bo Li interviewes.",
        ),
        (
            "guillemets; siger Bo Li; a mark is missing",
            "Foreslået, fordi: citationstegn »…« + »siger Bo Li«. Men: et tegn mangler.",
        ),
        ("no mark; no speaker is named", "Men: der er intet tegn, ingen kilde er nævnt."),
    ],
)
def test_reason_is_said_in_danish(stored: str, said: str) -> None:
    assert reason(stored) == said


def test_reason_is_said_in_english(qapp: QApplication) -> None:
    install(qapp, "en")
    assert reason("dash turn; siger Bo Li") == "Suggested because: dash + “siger Bo Li”."


@pytest.mark.usefixtures("danish")
@pytest.mark.parametrize("ground", Ground)
def test_every_ground_has_words_that_are_not_the_stored_ones(ground: Ground) -> None:
    stored = phrase([Because(ground, "Bo Li")])
    said = reason(stored)
    assert "{" not in said
    assert said.startswith("Men:" if ground.is_doubt else "Foreslået, fordi:")
    assert ("Bo Li" in said) == ("Bo Li" in stored)

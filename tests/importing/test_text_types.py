from collections.abc import Callable

import pytest

from kdcurator.domain.article import TextType
from kdcurator.domain.quote import Style
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.margins import margins
from kdcurator.importing.text_types import text_type

MAIL = "Fra: Karen Holm <kh@eksempel.dk>\nTil: Eva Sø\nEmne: Svar\n\nKære Eva\nDet går godt."
TALK = "Karen Holm: Det går godt.\nEva: Hvorfor?\n"
TIMED_TALK = "[00:01:07] Karen: Ja.\n[00:01:09] Eva: Nej.\n"
ARTICLE = "Rubrik\n\nDet sker: Byen får en bro.\nMener: Det er godt.\n" * 3


@pytest.fixture
def type_of(make_reading: Callable[..., Reading]) -> Callable[..., TextType]:
    """Return a function that tells the type of a text in which quotes of these styles stand."""

    def of(text: str, *styles: Style) -> TextType:
        reading = make_reading(text, styles=styles)
        return text_type(text, reading, margins(text, reading))

    return of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MAIL, TextType.MAIL),
        ("From: a@b.dk\nSent: 2. november 2026\n\nHi", TextType.MAIL),
        ("Fra: Jylland\n\nEn rejse.", TextType.ARTICLE),
        ("PRESSEMEDDELELSE\nNy bro\n\nByen får en bro.", TextType.PRESS_RELEASE),
        ("Pressemeddelelse, 2. november 2026\nNy bro", TextType.PRESS_RELEASE),
        ("Pressemeddelelser er for tynde\n\nDet mener Karen.", TextType.ARTICLE),
        (TALK * 4, TextType.TRANSCRIPT),
        (f"Interview om broen\n\n{TIMED_TALK * 4}", TextType.TRANSCRIPT),
        (TALK, TextType.ARTICLE),
        ("Spørgsmål: Hvorfor?\nSvar: Derfor.\n" * 6, TextType.ARTICLE),
        (ARTICLE, TextType.ARTICLE),
        ("", TextType.ARTICLE),
    ],
)
def test_the_signs_of_a_text_tell_its_type(
    type_of: Callable[..., TextType], text: str, kind: TextType
) -> None:
    assert type_of(text) is kind


@pytest.mark.parametrize(
    ("styles", "kind"),
    [
        ([Style.QA_ANSWER, Style.QA_ANSWER, Style.DASH], TextType.INTERVIEW),
        ([Style.QA_ANSWER, Style.DASH], TextType.ARTICLE),
        ([Style.DASH, Style.GUILLEMETS], TextType.ARTICLE),
    ],
)
def test_an_interview_is_mostly_answers(
    type_of: Callable[..., TextType], styles: list[Style], kind: TextType
) -> None:
    assert type_of("Rubrik", *styles) is kind

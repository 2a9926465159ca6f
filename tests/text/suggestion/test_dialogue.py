"""Who is due where two speak by turns."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("turns", "speakers"),
    [
        (  # the one who asks, and somebody whom the text does not name
            (
                "- Hvornår slukkede De lyset? spurgte advokat Birthe Holm.",
                "- Klokken elleve, svarede vidnet.",
                "- Er De sikker?",
                "- Ja, jeg skulle op klokken fem.",
            ),
            ["Birthe Holm", None, "Birthe Holm", None],
        ),
        (  # a noun in a clause that answers is never the one who asks
            ("- Har du ondt? spørger sygeplejerske Anne Toft.", "- Lidt, svarer patienten."),
            ["Anne Toft", None],
        ),
        (  # a clause two turns on names the one who is asked
            (
                "- Hvor var De? spurgte anklager Hanne Grum.",
                "- Hjemme.",
                "- Kan nogen bekræfte det?",
                "- Min kone, sagde den tiltalte revisor.",
            ),
            ["Hanne Grum", None, "Hanne Grum", None],
        ),
        (  # whoever is called by name speaks next, and does not call himself
            (
                "Bo Lund stod ved rælingen. En mand gik hen til ham.",
                "- Kan du huske det, Lund?",
                "- Jeg husker bilen.",
            ),
            [None, "Bo Lund"],
        ),
        (  # a reply goes back to the one who spoke before
            (
                "Ved mødet var Bo Lund (V) og Eva Krag (S) uenige.",
                "- Det er for dyrt, sagde Bo Lund.",
                "- De har aldrig spurgt om prisen, sagde Eva Krag.",
                "- Det gør jeg så nu, lød det tilbage.",
            ),
            ["Bo Lund", "Eva Krag", "Bo Lund"],
        ),
        (  # a turn that says nej to the one before it
            (
                "Rikke Holt og Bo Lund pakker kasser.",
                "- Du har aldrig sagt det, siger Rikke Holt.",
                "- Nej, du har aldrig spurgt.",
            ),
            ["Rikke Holt", "Bo Lund"],
        ),
        (  # two have spoken, and the third turn speaks to the second one
            (
                "Anders Lund og Bo Krag har delt kontor i 30 år.",
                "- Han taler i søvne, siger Bo Krag.",
                "- Jeg sover ikke på kontoret, siger Anders Lund.",
                "- Du sov i går.",
                "- Jeg tænkte.",
            ),
            ["Bo Krag", "Anders Lund", "Bo Krag", "Anders Lund"],
        ),
        (  # de at the start of a sentence speaks to nobody: the last one goes on
            (
                "- Vi lukker, siger direktør Anders Lund.",
                "- Det er forkert, siger tillidsmand Bo Krag.",
                "- De har glemt de ansatte.",
            ),
            ["Anders Lund", "Bo Krag", "Bo Krag"],
        ),
        (  # a scene for two: whoever came first speaks first
            (
                "Ved kassen sidder Mona Skov. Foran hende står en mand.",
                "- Skal du have pose med?",
                "- Jeg bor lige herovre.",
                "- Det ved jeg da godt.",
            ),
            ["Mona Skov", None, "Mona Skov"],
        ),
        (  # "en mand" is nobody whom the text has told of before
            (
                "Direktør Bo Lund gik på talerstolen.",
                "- Vi lukker, sagde Bo Lund.",
                "- Fy, råbte en mand bagest i salen.",
            ),
            ["Bo Lund", None],
        ),
    ],
)
def test_two_speak_by_turns(
    reader: TextReader, turns: tuple[str, ...], speakers: list[str | None]
) -> None:
    """The one asked answers, and the one who asked goes on."""
    reading = reader.read("\n\n".join(turns))
    assert [quote.speaker for quote in reading.quotes] == speakers


def test_questions_of_a_story_are_no_interview(reader: TextReader) -> None:
    """A question that somebody of the story asks is a quote."""
    text = (
        "- Hvor er du? spurgte hun.\n\n- I byen, svarede Bo Lund.\n\n- Er du alene?\n\n"
        "- Ja, jeg er alene.\n\n- Kommer du hjem?\n\n- Det gør jeg."
    )
    assert len(reader.read(text).quotes) == 6

"""The window's Danish: whole, with the blanks of the English, as a newsroom speaks."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import kdcurator
from kdcurator.gui.actions import ACTIONS
from kdcurator.gui.translation import load_words
from kdcurator.settings import resources

BLANK = re.compile(r"\{\w*\}")

NEVER = {
    "venligst": "messages do not beg",
    "vellykket": "a message says what was done",
    "!": "nothing is shouted",
    "godkend": "a source reads, it does not approve",
    "gentag": "Office users read it as redo",
    "alias": "andre navneformer",
}
"""Words that a translator is tempted by, and why they are wrong here."""


def danish() -> dict[tuple[str, str], str]:
    return dict(load_words("da"))


def test_every_sentence_of_the_source_is_translated(tmp_path: Path) -> None:
    package = Path(kdcurator.__file__).parent
    copy = Path(shutil.copy(resources() / "i18n" / "kdcurator_da.ts", tmp_path))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    languages = ["-source-language", "en", "-target-language", "da"]
    command = [tool, "-extensions", "py", "-no-obsolete", *languages, package, "-ts", copy]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=120)
    left = [
        message.findtext("source")
        for message in ElementTree.parse(copy).iter("message")  # noqa: S314 - our own file
        if message.find("translation[@type='unfinished']") is not None
    ]
    assert left == []


def test_translations_have_the_blanks_of_their_source() -> None:
    for (context, source), words in danish().items():
        assert sorted(BLANK.findall(source)) == sorted(BLANK.findall(words)), (context, source)


@pytest.mark.parametrize("word", NEVER)
def test_no_word_that_is_wrong_in_danish(word: str) -> None:
    found = [words for words in danish().values() if word in words.casefold()]
    assert found == [], NEVER[word]


def test_no_command_begins_with_what_reads_take() -> None:
    words = danish()
    names = [words["actions", action.text] for action in ACTIONS]
    assert not any(name.startswith("Tag") for name in names)
    assert all(name[:1].isupper() for name in names)


def test_commands_are_told_apart_by_their_names() -> None:
    names = [action.name for action in ACTIONS]
    assert len(set(names)) == len(names)
    words = danish()
    plain = [words["actions", action.text] for action in ACTIONS if action.argument is None]
    assert len(set(plain)) == len(plain)

"""The help page: what it says of suggestions is what the rules do, in both languages."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from kdcurator.bootstrap import text_reader
from kdcurator.gui.dialogs.help_page import filled, read_page, users_keys
from kdcurator.gui.dialogs.page_setting import PageSetter
from kdcurator.gui.keymap import load_keymap
from kdcurator.gui.theme import light
from kdcurator.importing.registry import all_readers
from kdcurator.settings import resources
from kdcurator.text.suggestion.reader import TextReader

LANGUAGES = ("da", "en")
SETTING = "Færre systemer i Lyngsø\n\nLyngsø Kommune har fået ny kommunaldirektør, Per Dal.\n\n"
INTERVIEW = "Interview med kommunaldirektør Per Dal\n\nHvad gør du nu?\n\nJeg læser op.\n\n"


def page(language: str) -> str:
    return (resources() / "help" / f"quotes.{language}.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    """Return the examples of a page, each with what is suggested of it between stars."""
    quoted = re.findall(r"(?:^>.*\n)+", page(language), flags=re.MULTILINE)
    return [re.sub(r"^> ?", "", example, flags=re.MULTILINE).strip() for example in quoted]


def counterexamples(language: str) -> list[str]:
    return re.findall(r"^- \*\*.*:\*\* (.*)$", page(language), flags=re.MULTILINE)


def in_a_text(example: str) -> str:
    if "?\n" in example:
        return INTERVIEW + example
    is_headline = example.startswith("Per Dal: ")
    return f"{example}\n\n{SETTING}" if is_headline else SETTING + example


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return text_reader()


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_suggested_as_the_page_has_them(reader: TextReader, language: str) -> None:
    for example in examples(language):
        text = in_a_text(example.replace("*", ""))
        found = reader.read(text).quotes[-1]
        wanted = re.findall(r"\*(.+?)\*", example)
        assert [span.cut(text) for span in found.segments] == wanted, example
        assert found.speaker in {"Per Dal", "Karen Holm"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_counterexamples_are_not_suggested(reader: TextReader, language: str) -> None:
    assert len(counterexamples(language)) == 4
    for example in counterexamples(language):
        assert reader.read(SETTING + example).quotes == (), example


def test_both_languages_have_the_same_examples_and_keys() -> None:
    assert examples("da") == examples("en")
    assert counterexamples("da") == counterexamples("en")
    danish, english = (re.findall(r"`(.+?)`", page(language)) for language in LANGUAGES)
    assert [key.replace("Skift", "Shift") for key in danish] == english


def test_keys_on_the_page_are_those_of_the_window() -> None:
    keymap = load_keymap()
    named = set(re.findall(r"`(.+?)`", page("en")))
    assert named <= set(users_keys(keymap))
    others = replace(keymap, keys={**keymap.keys, "split": ("Q",), "join": ()})
    assert (users_keys(others)["D"], users_keys(others)["Shift+D"]) == ("Q", "–")


@pytest.mark.parametrize(
    ("locale", "title"), [("da", "Hvad foreslås"), ("fr", "What is suggested")]
)
def test_page_is_in_the_windows_language_or_else_in_english(locale: str, title: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    said = read_page("quotes")
    QLocale.setDefault(before)
    assert title in said


@pytest.mark.gui
def test_keys_have_caps_and_examples_have_dots(qapp: QApplication) -> None:
    document = QTextDocument()
    setter = PageSetter(light(), lambda key: key.replace("D", "Q"))
    setter.set("# Title\n\n`D` splits.\n\n> »*Vi går*«, siger Bo.\n\n- `X` **no**", document)
    lines = document.toPlainText().splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        *("Title", "Q splits.", "»Vi går«, siger Bo.", "X no"),
    ]
    cut = [document.toPlainText()[start:end] for start, end in (*setter.caps, *setter.dotted)]
    assert cut == ["Q", "X", "Vi går"]


def test_the_page_on_keeping_says_the_same_in_both_languages() -> None:
    pages = [(resources() / "help" / f"keeping.{code}.md").read_text("utf-8") for code in LANGUAGES]
    for page_text in pages:
        assert len(re.findall(r"(?m)^\*\*", page_text)) == 12
        assert re.findall(r"\{\w+\}", page_text) == ["{library}", "{backups}"]
    keys = [re.findall(r"`(.+?)`", page_text) for page_text in pages]
    assert keys[0] == keys[1]


def test_the_page_on_importing_says_the_same_in_both_languages() -> None:
    folder = resources() / "help"
    pages = [(folder / f"importing.{code}.md").read_text("utf-8") for code in LANGUAGES]
    keys, endings = ([re.findall(what, page) for page in pages] for what in ("`(.+?)`", r"\.\w+"))
    keys = [[key.replace("Skift", "Shift") for key in each] for each in keys]
    assert (keys[0], endings[0]) == (keys[1], endings[1])
    readable = {suffix for reader in all_readers() for suffix in reader.suffixes}
    assert set(endings[0]) - readable == {".zip", ".mbox", ".qdpx", ".qdc", ".sqlite3", ".ti"}


@pytest.mark.gui
def test_a_path_is_shown_as_it_is(qapp: QApplication) -> None:
    path = r"C:\Users\anna_b\*mine* [1]\<lib>-#1"
    document = QTextDocument()
    PageSetter(light(), str).set(filled("Here: {library}", {"library": path}), document)
    assert document.toPlainText().strip() == f"Here: {path}"

"""Danish for errors and hints, from the same file that the window's translations come from.

Owns the reading of Qt Linguist's `.ts` file without Qt, which the command line must not load.
"""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from kdcurator.domain.errors import CuratorError
from kdcurator.domain.misreading import Misread


def load_catalogue(language: str, folder: Path) -> Mapping[str, str]:
    """Return errors and hints in `language` by their English; nothing for English."""
    file = folder / "i18n" / f"kdcurator_{language}.ts"
    if language == "en" or not file.exists():
        return {}
    tree = ElementTree.parse(file)  # noqa: S314 - our own file, it came with the program
    return {
        source: translation
        for context in tree.iter("context")
        if context.findtext("name") in {"errors", "misreading"}
        for message in context.iter("message")
        if (source := message.findtext("source")) and (translation := _finished(message))
    }


def _finished(message: ElementTree.Element) -> str | None:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return None
    return translation.text


def sentence_for(error: CuratorError, catalogue: Mapping[str, str]) -> str:
    """Return an error's sentence in the catalogue's language, its reasons too; else in English."""
    details = {name: _sentence(value, catalogue) for name, value in error.details.items()}
    return catalogue.get(error.sentence, error.sentence).format(**details)


def hint_for(misread: Misread, catalogue: Mapping[str, str]) -> str:
    """Return what is said of a part of a query, in the catalogue's language; else in English."""
    sentence = catalogue.get(misread.sentence, misread.sentence)
    return sentence.replace("{part}", misread.part)


def _sentence(detail: object, catalogue: Mapping[str, str]) -> object:
    if isinstance(detail, CuratorError):
        return sentence_for(detail, catalogue)
    return catalogue.get(detail, detail) if isinstance(detail, str) else detail

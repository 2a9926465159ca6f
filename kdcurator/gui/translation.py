"""The window's language: our own words from the `.ts` file itself, Qt's own from Qt.

Owns how Qt finds a translation without a build step. Must not know which words there are.
"""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from kdcurator.domain.errors import CuratorError
from kdcurator.settings import resources

Words = Mapping[tuple[str, str], str]
"""Translations by context and English source."""


class Catalogue(QTranslator):
    """Translates by looking words up in what a `.ts` file holds."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Answer with `words`; what they lack stays English."""
        super().__init__(parent)
        self._words = words

    def translate(
        self,
        context: bytes | str,
        sourceText: bytes | str,  # noqa: N803 - Qt's name
        disambiguation: bytes | str | None = None,  # noqa: ARG002 - Qt passes it
        n: int = -1,  # noqa: ARG002 - Qt passes it
    ) -> str | None:
        """Return the translation, or None where there is none."""
        return self._words.get((_text(context), _text(sourceText)))

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Tell Qt whether asking is worth while."""
        return not self._words


def _text(word: bytes | str) -> str:
    return word if isinstance(word, str) else bytes(word).decode()


def load_words(language: str) -> Words:
    """Return our own words in `language`; none for English, which stands in the source."""
    file = resources() / "i18n" / f"kdcurator_{language}.ts"
    return read_words(file) if file.exists() else {}


def read_words(file: Path) -> Words:
    """Return the finished translations in a `.ts` file."""
    tree = ElementTree.parse(file)  # noqa: S314 - our own file, it came with the program
    return {
        (name, source): translation
        for context in tree.iter("context")
        if (name := context.findtext("name"))
        for message in context.iter("message")
        if (source := message.findtext("source")) and (translation := _finished(message))
    }


def _finished(message: ElementTree.Element) -> str | None:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return None
    return translation.text


def install(application: QCoreApplication, language: str) -> None:
    """Let the application speak `language` (`da` or `en`) from now on, and no other."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return
    of_qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(QLocale(language), "qtbase", "_", folder):
        application.installTranslator(of_qt)
    application.installTranslator(Catalogue(load_words(language), application))


def sentence_for(error: CuratorError) -> str:
    """Return an error's sentence in the window's language, its reasons too."""
    details = {name: _detail(value) for name, value in error.details.items()}
    return QCoreApplication.translate("errors", error.sentence).format(**details)


def reason_of(error: CuratorError) -> str:
    """Return why, as far as an error says so beside its sentence; in the window's language."""
    return str(_detail(error.details.get("reason", "")))


def _detail(value: object) -> object:
    if isinstance(value, CuratorError):
        return sentence_for(value)
    return QCoreApplication.translate("errors", value) if isinstance(value, str) else value

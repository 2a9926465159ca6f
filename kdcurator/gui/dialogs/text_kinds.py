"""The names of text types and languages, as forms offer them.

Owns the words. Must not know forms.
"""

from PySide6.QtCore import QCoreApplication

from kdcurator.domain.article import Language, TextType

translate = QCoreApplication.translate
"""Under this name, so that Qt Linguist finds the words."""


def text_types() -> list[tuple[str, TextType]]:
    """Return every text type with its name, the commonest first."""
    return [
        (translate("kinds", "article"), TextType.ARTICLE),
        (translate("kinds", "interview"), TextType.INTERVIEW),
        (translate("kinds", "note"), TextType.NOTE),
        (translate("kinds", "press release"), TextType.PRESS_RELEASE),
        (translate("kinds", "mail"), TextType.MAIL),
        (translate("kinds", "transcript"), TextType.TRANSCRIPT),
        (translate("kinds", "post"), TextType.POST),
    ]


def languages() -> list[tuple[str, Language | None]]:
    """Return every language with its name, and that it is unknown."""
    return [
        (translate("kinds", "unknown"), None),
        (translate("kinds", "Danish"), Language.DANISH),
        (translate("kinds", "English"), Language.ENGLISH),
        (translate("kinds", "Norwegian"), Language.NORWEGIAN),
        (translate("kinds", "Swedish"), Language.SWEDISH),
    ]

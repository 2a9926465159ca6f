"""The names of text types and languages, as forms offer them.

Owns the words. Must not know forms.
"""

from PySide6.QtCore import QCoreApplication

from kdcurator.domain.article import Language, TextType


def text_types() -> list[tuple[str, TextType]]:
    """Return every text type with its name, the commonest first."""
    say = QCoreApplication.translate
    return [
        (say("kinds", "article"), TextType.ARTICLE),
        (say("kinds", "interview"), TextType.INTERVIEW),
        (say("kinds", "note"), TextType.NOTE),
        (say("kinds", "press release"), TextType.PRESS_RELEASE),
        (say("kinds", "mail"), TextType.MAIL),
        (say("kinds", "transcript"), TextType.TRANSCRIPT),
        (say("kinds", "post"), TextType.POST),
    ]


def languages() -> list[tuple[str, Language | None]]:
    """Return every language with its name, and that it is unknown."""
    say = QCoreApplication.translate
    return [
        (say("kinds", "unknown"), None),
        (say("kinds", "Danish"), Language.DANISH),
        (say("kinds", "English"), Language.ENGLISH),
        (say("kinds", "Norwegian"), Language.NORWEGIAN),
        (say("kinds", "Swedish"), Language.SWEDISH),
    ]

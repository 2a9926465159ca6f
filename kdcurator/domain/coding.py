"""What programs for qualitative analysis call coding: texts, codes, and passages that bear them.

Owns the values between reading another program's project and keeping it: codes become tags,
passages quotes, memos notes. Must not know any program's files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kdcurator.domain.article import TextType


@dataclass(frozen=True, slots=True)
class Code:
    """A code; `name` is its own in the project, `colour` as `#rrggbb`, `parent` a code's name."""

    name: str
    colour: str | None = None
    parent: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A coded stretch of a text, in code points of its canonical form."""

    start: int
    end: int
    codes: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """What a project says of one text; the first of its texts brings the codes along."""

    passages: tuple[Passage, ...] = ()
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedText:
    """A text of a project with its passages."""

    title: str | None
    text: str
    passages: tuple[Passage, ...] = ()
    text_type: TextType | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """Another program's project; `left_out` says why something is not taken, and how often."""

    codes: tuple[Code, ...] = ()
    texts: tuple[CodedText, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)

"""Stories: the newsroom's unit of work, which collects quotes in an order of its own."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

StoryId = NewType("StoryId", int)


@dataclass(frozen=True, slots=True)
class Story:
    """A story; one of a library's stories is the current one."""

    id: StoryId
    name: str
    deadline: date | None = None
    is_archived: bool = False
    is_current: bool = False
    quotes: int = 0

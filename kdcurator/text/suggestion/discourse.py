"""What the quotes before leave behind: who spoke last, by which verb, and up to where.

Owns what is remembered from draft to draft. Must not know how a speaker is found.
"""

from dataclasses import dataclass

from kdcurator.text.suggestion.dialogue import Dialogue
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.speakers import NOBODY, Speaker


@dataclass(slots=True)
class Discourse:
    """The quotes so far, as the next one finds them."""

    dialogue: Dialogue
    start: int = 0
    """Where the draft begins whose speaker is looked for."""
    last: Speaker = NOBODY
    """Who spoke last."""
    cue: str = ""
    """The verb of the last clause that had one."""
    end: int = 0
    """Where the last quote ended, with the clause behind it."""
    is_answering: bool = False
    """The last one to speak answered a question."""

    def take(self, speaker: Speaker, draft: Draft, end: int) -> None:
        """Take in a draft with the one who says it."""
        if speaker.is_known or draft.subject:
            self.last = speaker
            self.cue = draft.cue or self.cue
        self.dialogue.take(speaker, draft)
        self.end = end
        self.is_answering = speaker.is_known and draft.evidence is Evidence.ANSWER

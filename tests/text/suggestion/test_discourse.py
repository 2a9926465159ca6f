"""What the quotes before leave behind."""

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.dialogue import Dialogue
from kdcurator.text.suggestion.discourse import Discourse
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source, wording_of
from kdcurator.text.suggestion.speakers import NOBODY, Speaker

BO = Speaker("Bo Lund", 0)


def _discourse(language: LanguageData) -> Discourse:
    text = "- Ja. - Nej."
    source = Source.of(text, wording_of(text), language)
    return Discourse(Dialogue(source, People()))


def _draft(evidence: Evidence, cue: str | None = None) -> Draft:
    return Draft([Span(2, 5)], Style.DASH, 0, evidence, cue=cue)


def test_silence_leaves_the_last_speaker(language: LanguageData) -> None:
    discourse = _discourse(language)
    discourse.take(BO, _draft(Evidence.CLAUSE, "siger"), 9)
    discourse.take(NOBODY, _draft(Evidence.CONTEXT), 12)
    assert (discourse.last, discourse.cue, discourse.end) == (BO, "siger", 12)
    assert len(discourse.dialogue.turns) == 2


def test_only_who_answered_last_is_answering(language: LanguageData) -> None:
    discourse = _discourse(language)
    discourse.take(BO, _draft(Evidence.ANSWER), 5)
    assert discourse.is_answering
    discourse.take(BO, _draft(Evidence.CONTEXT), 9)
    assert not discourse.is_answering

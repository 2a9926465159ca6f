"""Quotes that stand written: "står der", "lyder det i meddelelsen", "læser hun det op".

Owns when a clause without a subject speaks of a document, and when a document names itself. Must
not know who sent it.
"""

from kdcurator.text.suggestion.documents import is_document
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source

WRITTEN = frozenset({"hedder", "hed", "står", "stod", "fremgår", "fremgik"})
_READS = frozenset({"læser", "læste"})
_FULL_NAME = 2  # words


def is_written(source: Source, index: int) -> bool:
    """Tell whether the subject at a word is what is written: hedder det, i den stod der."""
    near = {word.low for word in source.words[max(0, index - 1) : index + 2]}
    opens = source.words[index].low == "i"
    return not near.isdisjoint(WRITTEN) or opens or _is_in_document(source, index)


def is_read_aloud(source: Source, index: int) -> bool:
    """Tell whether somebody reads aloud what a pronoun stands for: hun læser det op."""
    return index > 0 and source.words[index - 1].low in _READS


def _is_in_document(source: Source, index: int) -> bool:
    """Tell whether "lyder det i meddelelsen" follows."""
    behind = source.words[index + 1 : index + 4]
    is_inside = bool(behind) and behind[0].low == "i"
    return is_inside and any(is_document(word.low, source.language) for word in behind)


def names_itself(source: Source, people: People, offset: int) -> str | None:
    """Return the body that a statement opens with: "Dansk Fiskeri finder det urimeligt"."""
    body = people.bodies.get(source.index_at(offset))
    if body is None or body.after >= len(source.words) or len(body.words) < _FULL_NAME:
        return None
    verb, language = source.words[body.after].low, source.language
    return body.text if verb in language.verbs or verb in language.finite_verbs else None

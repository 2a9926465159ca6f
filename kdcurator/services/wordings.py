"""Words as texts write them, for an index that holds only what their inflections have in common.

Owns which of a word's forms is shown, and how a query reads with another word in it. Must not know
any index, nor where the texts come from.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from kdcurator.domain.searching import Searchable
from kdcurator.search.danish import WORD, plain, skeleton, stem

_LAST_WORD = re.compile(rf"({WORD.pattern})\Z")
_LIKE = re.compile(r"(?:like|ligner):([0-9]{1,18})", re.IGNORECASE)
_SHORTEST = 2
"""Letters that are typed before words are offered."""


def quote_asked_about(query: str) -> int | None:
    """Return the id of the quote whose like a query asks for: `like:12`, in Danish `ligner:12`."""
    found = _LIKE.fullmatch(query.strip())
    return int(found[1]) if found else None


def word_in_hand(query: str) -> str | None:
    """Return the word at the end of a query that may still be going on."""
    found = _LAST_WORD.search(query)
    return found[1] if found and len(plain(found[1])) >= _SHORTEST else None


def with_last_word(query: str, word: str) -> str:
    """Return a query with its last word gone on with."""
    return _LAST_WORD.sub(lambda _: word, query)


def with_word(query: str, typed: str, meant: str) -> str:
    """Return a query with one word in the place of another."""
    return re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", lambda _: meant, query)


def form_begun(rows: Iterable[Searchable], term: str, prefix: str) -> str | None:
    """Return the commonest form of a word that begins as typed; None when none does."""
    typed = skeleton(plain(prefix))
    return _commonest(rows, term, lambda form: skeleton(form).startswith(typed))


def form_meant(rows: Iterable[Searchable], term: str) -> str | None:
    """Return the commonest form of a word."""
    return _commonest(rows, term, lambda _: True)


def _commonest(
    rows: Iterable[Searchable], term: str, is_wanted: Callable[[str], bool]
) -> str | None:
    forms: Counter[str] = Counter()
    for row in rows:
        for words in (row.title, row.text, row.note, row.byline, row.speaker, *row.speaker_forms):
            found = (word for word in WORD.findall(words) if term in (stem(word), plain(word)))
            forms.update(word for word in found if is_wanted(plain(word)))
    small = {form for form in forms if form == plain(form)}  # as inside a sentence, if it is so
    chosen = {form: count for form, count in forms.items() if form in small} or forms
    return max(chosen, key=lambda form: (chosen[form], form), default=None)

"""Lines set in capitals, as they would be written in a sentence.

Owns which lines are set so and which of their words are names. Changes no length: every offset
stays as it is. Must not know parts, people or speech.
"""

import re
from collections.abc import Iterator

from kdcurator.text.suggestion.language import LanguageData, Words

_LINE = re.compile(r"[^\n]++")
_WORD = re.compile(r"[^\W\d_]++")
_NAMED = re.compile(r"(?<=[^\W_,] )([^\W\d_]{2,40})")
_SENTENCE_ENDS = '.!?…:»«”“"'
_MARKS = "»«„“”\"‘'"
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 12


def sentence_case(text: str, language: LanguageData) -> str:
    """Return a text of the same length whose lines in capitals are written in small letters.

    Names keep their capital: words that the rest of the text writes so in mid-sentence, and what
    stands behind a given name.
    """
    if not any(map(str.isupper, text.split("\n"))):
        return text  # as nearly all are
    lines = list(_LINE.finditer(text))
    set_so = [_is_set_in_capitals(line[0]) for line in lines]
    if not any(set_so):
        return text
    others = [line[0] for line, capital in zip(lines, set_so, strict=True) if not capital]
    names, shorts = _kept(others)
    parts, past, goes_on = [], 0, False
    for line, capital in zip(lines, set_so, strict=True):
        if capital:
            written = "".join(_written(line[0], language, names, shorts, goes_on=goes_on))
            parts += [text[past : line.start()], written]
            past = line.end()
        goes_on = capital and line[0].rstrip()[-1:] not in _SENTENCE_ENDS
    return "".join([*parts, text[past:]])


def _is_set_in_capitals(line: str) -> bool:
    if not line.isupper():
        return False
    words = _WORD.findall(line[:400])
    return len(words) >= _FEWEST_WORDS and sum(map(len, words)) >= _FEWEST_LETTERS


def _kept(lines: list[str]) -> tuple[Words, Words]:
    """Return the words that other lines write with a capital in mid-sentence, and in capitals."""
    found = {word for line in lines for word in _NAMED.findall(line)}
    return (
        frozenset(word for word in found if word.istitle()),
        frozenset(word for word in found if word.isupper()),
    )


def _written(
    line: str, language: LanguageData, names: Words, shorts: Words, *, goes_on: bool
) -> Iterator[str]:
    """Yield a line's words and what stands between them, in small letters but for names."""
    past, follows_name = 0, False
    for match in _WORD.finditer(line):
        word, gap = match[0], line[past : match.start()]
        title = word.capitalize()
        opens = (not past and not goes_on) or _opens_sentence(gap)
        is_name = title in names or title in language.women or title in language.men
        is_name |= follows_name and gap == " " and word.lower() not in language.function_words
        follows_name = title in language.women or title in language.men
        new = word if word in shorts else title if opens or is_name else word.lower()
        yield gap
        yield new if len(new) == len(word) else word
        past = match.end()
    yield line[past:]


def _opens_sentence(gap: str) -> bool:
    """Tell whether a sentence or speech begins behind what divides two words."""
    return any(sign in ".!?…:" for sign in gap) or (len(gap) > 1 and gap[-1] in _MARKS)

"""The other languages of the program, laid over Danish.

Owns which words another language brings of its own, and that its words of grammar are read as the
Danish ones that do the same work: the rules are written once, in the words of Danish grammar. Must
not know any rule.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kdcurator.text.suggestion.wordfiles import (
    Words,
    by_first_word,
    definites,
    endings,
    glossary,
    participles,
    phrases,
    read_lines,
    read_toml,
    split_words,
    verb_forms,
    word_group,
)

if TYPE_CHECKING:
    from kdcurator.text.suggestion.language import Boilerplate, LanguageData


def laid_over(danish: "LanguageData", folder: Path, code: str) -> "LanguageData":
    """Return the data of another language: its own words, and Danish where it brings none."""
    words = glossary(read_lines(folder / "glossary.txt"))
    verbs = read_lines(folder / "reporting_verbs.txt")
    names = read_toml(folder / "given_names.toml")
    women, men = split_words(names["women"]), split_words(names["men"])
    return replace(
        danish,
        verbs={
            words.get(form, form): replace(
                verb, particles=tuple(words.get(p, p) for p in verb.particles)
            )
            for form, verb in verb_forms(verbs)
        },
        participles=frozenset(participles(verbs)),
        false_friends=by_first_word(_as_danish(read_lines(folder / "false_friends.txt"), words)),
        titles=word_group(_as_danish(read_lines(folder / "titles.txt"), words)),
        abbreviations=frozenset(read_lines(folder / "abbreviations.txt")),
        boilerplate=_boilerplate(danish.boilerplate, read_toml(folder / "boilerplate.toml")),
        organisations=word_group(_as_danish(read_lines(folder / "organisations.txt"), words)),
        bodies=word_group(read_lines(folder / "bodies.txt")),
        works=_words(folder / "works.txt", words),
        adverbs=_words(folder / "adverbs.txt", words),
        women=women | (danish.women - men),
        men=men | (danish.men - women),
        function_words=danish.function_words | _words(folder / "function_words.txt", words),
        finite_verbs=_words(folder / "finite_verbs.txt", words),
        definites=definites(read_lines(folder / "definites.txt")),
        definite_endings=endings(read_lines(folder / "definites.txt")),
        glossary=words,
        code=code,
    )


def _words(path: Path, words: Mapping[str, str]) -> Words:
    """Return the words of a file as the rules read them."""
    return split_words(" ".join(_as_danish(read_lines(path), words)))


def _as_danish(lines: Iterable[str], words: Mapping[str, str]) -> list[str]:
    return [" ".join(words.get(word, word) for word in line.split()) for line in lines]


def _boilerplate(danish: "Boilerplate", table: Mapping[str, str]) -> "Boilerplate":
    """Return what stands outside an article, in Danish and in another language."""
    return replace(
        danish,
        links=danish.links + phrases(table["links"]),
        adverts=danish.adverts | set(phrases(table["adverts"])),
        credits=danish.credits | split_words(table["credits"]),
        bylines=danish.bylines + phrases(table["bylines"]),
    )

"""Quotes as a newspaper prints them: set off, with who says it, ready to be pasted.

Owns the three house forms, the punctuation between a quote and its attribution, and the plain and
the rich version of both. The words of a quote stay as they are but for the punctuation at their
ends, which the form replaces. Must not know which quotes may be copied, nor the clipboard.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kdcurator.domain.copying import Copied, QuoteForm
from kdcurator.exporting.layout import Source
from kdcurator.exporting.links import link_target
from kdcurator.exporting.wording import Words

_MARKS = {
    QuoteForm.DASH: ("– ", ""),
    QuoteForm.GUILLEMETS: ("»", "«"),
    QuoteForm.CURLY: ("”", "”"),
}

_OWN_MARKS = ("»«", "«»", "„“", "„”", "“”", "””", '""')
"""Pairs that an article may have set around a whole quote; the form brings its own."""

_DASHES = ("- ", "– ", "— ")

_ABBREVIATIONS = frozenset(
    {
        *("bl.a", "d.d", "d.s", "dr", "e.l", "etc", "f.eks", "jf", "kl", "kr", "m.fl", "m.m"),
        *("m.v", "mia", "mio", "mv", "o.a", "o.l", "o.lign", "osv", "pct", "ph.d", "stk", "t.o.m"),
    }
)
"""A full stop that ends one of these ends no sentence alone, and stays before a comma."""

_BETWEEN_FACTS = " · "


@dataclass(frozen=True, slots=True)
class Saying:
    """Words, who said them and where; None is unknown or not to be told."""

    words: str
    speaker: str | None = None
    medium: str | None = None
    source: Source | None = None
    """Where it was printed, when that is to be copied too."""


def set_in_house_style(sayings: Sequence[Saying], form: QuoteForm, words: Words) -> Copied:
    """Return sayings as they are pasted, a blank line between two."""
    lines = [house_form(saying.words, form, attribution(saying, words)) for saying in sayings]
    pairs = list(zip(lines, sayings, strict=True))
    return Copied(
        plain="\n\n".join(_plain(line, saying.source) for line, saying in pairs),
        rich='<meta charset="utf-8">'
        + "".join(_rich(line, saying.source, words) for line, saying in pairs),
        quotes=len(pairs),
        attribution=attribution(sayings[0], words) if len(sayings) == 1 else "",
    )


def attribution(saying: Saying, words: Words) -> str:
    """Return "siger X til Y"; empty when nobody is known to have said it."""
    if not saying.speaker:
        return ""
    form = words.says_to if saying.medium else words.says
    return form.format(name=saying.speaker, medium=saying.medium)


def house_form(quote: str, form: QuoteForm, said: str) -> str:
    """Return a quote set off as the house does it, with `said` ("siger X til Y") after it.

    Before an attribution a full stop gives way to a comma; a question or exclamation mark stands
    alone (Retskrivningsordbogen, § 48).
    """
    opening, closing = _MARKS[form]
    bare = _bare(quote)
    if not said:
        return f"{opening}{bare}{closing}"
    kept, comma = _before_attribution(bare)
    return f"{opening}{kept}{closing}{comma} {said}."


def _bare(quote: str) -> str:
    """Take off the dash or the quotation marks that stand around the whole quote."""
    words = quote.strip()
    for dash in _DASHES:
        words = words.removeprefix(dash).lstrip()
    inside, around = words[1:-1], words[:1] + words[-1:]
    is_wrapped = inside and around in _OWN_MARKS and not set(around) & set(inside)
    return inside if is_wrapped else words


def _before_attribution(bare: str) -> tuple[str, str]:
    """Return the words without the mark that the attribution replaces, and the comma, if any."""
    if bare.endswith(("?", "!")):
        return bare, ""
    if bare.endswith(("…", "...")) or _ends_in_abbreviation(bare):
        return bare, ","
    return bare.removesuffix(".").rstrip(" ,;:–—-") or bare, ","


def _ends_in_abbreviation(bare: str) -> bool:
    last = bare.casefold().rpartition(" ")[-1]
    return last.endswith(".") and last[:-1].lstrip("(»”\"'") in _ABBREVIATIONS


def _plain(line: str, source: Source | None) -> str:
    if source is None:
        return line
    return "\n".join(filter(None, (line, _BETWEEN_FACTS.join(_facts(source)), source.url)))


def _facts(source: Source) -> list[str]:
    facts = (source.medium, source.title, source.day, source.said_to)
    return [fact for fact in facts if fact]


def _rich(line: str, source: Source | None, words: Words) -> str:
    opening = f'<p lang="{words.locale}">'
    if source is None:
        return f"{opening}{_as_html(line)}</p>"
    marked = (
        f"<em>{_as_html(fact)}</em>" if fact == source.title else _as_html(fact)
        for fact in _facts(source)
    )
    facts = _BETWEEN_FACTS.join(marked)
    link = f"<br>{_link(source.url)}" if source.url else ""
    return f"{opening}{_as_html(line)}</p>{opening}{facts}{link}</p>"


def _link(url: str) -> str:
    """Return an address, to be followed when it is one of the web."""
    target = link_target(url)
    return f'<a href="{escape(target)}">{_as_html(url)}</a>' if target else _as_html(url)


def _as_html(text: str) -> str:
    return escape(text).replace("\n", "<br>")

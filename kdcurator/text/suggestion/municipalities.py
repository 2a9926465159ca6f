"""Municipalities in the names of bodies.

Owns how "Vordingborg Kommune" and "Københavns Kommune" name a municipality. Must not know people.
"""

from kdcurator.text.suggestion.language import LanguageData


def municipality_of(body: str | None, language: LanguageData) -> str | None:
    """Return the municipality that a body is or belongs to by its name, None otherwise."""
    if body is None:
        return None
    name, _, rest = body.partition(" Kommune")
    if name == body or rest not in {"", "s"}:
        name, _, rest = body.partition(" Regionskommune")
        if name == body:
            return None
    known = language.municipalities
    for form in (name, name.removesuffix("s")):
        if form in known:
            return known[form]
    return name.split(" ")[-1] if name else None

"""Invented articles, people and words, as many as are wanted, the same for the same luck.

Owns texts of our own in the shapes in which Danish interviews come, with characters that take more
than one unit, and words that stand nowhere else, so that a search can be proved. Must not know the
program.
"""

from random import Random

PEOPLE = (
    ("Åse Rimhøj", "borgmester"),
    ("Torben Kvistsø", "kommunaldirektør"),
    ("Ditte Brunlyk", "skoleleder"),
    ("Øjvind Mosetoft", "formand"),
    ("Nina Gyvelbjerg", "jordemoder"),
    ("Zenia Ærtegård", "lokalpsykolog"),
    ("Per Lyngtorv", "fisker"),
    ("Ulla Tjørnkær", "gruppeformand"),
)
"""Who speaks, each with a role; no surname is another one spelt without æøå."""

PLACES = ("Vindrup", "Tornby", "Sortehøj", "Fjordhøj", "Lillemark")
PAPERS = ("Vindrup Avis", "Dagens Fjord", "Forvaltning i Dag")

_SAYINGS = (
    "Vi tager en beslutning om {word}, når vi har talt sammen 😀",
    "Der er {word} i skuffen, og den nøgle har jeg selv",
    "Det handler om\u00a0{word} og om de børn, der venter",
    "Jeg har aldrig set {word} før, e\u0301n gang er nok",
    "Uden {word} går det ikke, med {word} går det værre",
    "Ingen har spurgt os om {word}, og vi har ikke svaret",
)
_LEADS = (
    "Byrådet i {place} mødtes sent, og {word} stod på dagsordenen.",
    "Sagen om {word} har delt {place} i to.",
    "I {place} venter de stadig på {word}.",
)
_NOTES = ("ring igen", "tjek tallet", "bedste citat", "kun som baggrund")

WORDS = 60
"""So many invented words there are; each stands in several articles."""


def word(luck: Random) -> str:
    """Return a word of nobody's: it is found as it stands or not at all."""
    return f"qvix{luck.randrange(WORDS)}"


def article(luck: Random) -> str:
    """Return an article in which two people speak, different from all others."""
    first, second = luck.sample(PEOPLE, 2)
    place = luck.choice(PLACES)
    paragraphs = [f"{place} og {word(luck)} {luck.randrange(10**9)}"]
    paragraphs.append(luck.choice(_LEADS).format(place=place, word=word(luck)))
    turns = range(luck.randrange(2, 6))
    paragraphs += [_said(luck, (first, second)[turn % 2], turn < 2) for turn in turns]
    if luck.random() < 0.3:
        paragraphs.append(f"Medie: {luck.choice(PAPERS)}")
    return "\n\n".join(paragraphs)


def _said(luck: Random, speaker: tuple[str, str], is_first: bool) -> str:
    """Return a paragraph in which somebody says something, marked as newspapers do."""
    name, role = speaker
    who = f"{role} {name}" if is_first else luck.choice((name, name.split()[-1]))
    says = luck.choice(_SAYINGS).format(word=word(luck))
    more = luck.choice(_SAYINGS).format(word=word(luck))
    return luck.choice(
        (
            f"– {says}, siger {who}.",
            f"– {says}, siger {who} og tilføjer:\n\n– {more}.",
            f"”{says},” siger {who}. ”{more}.”",
            f"»{says},« siger {who}.",
        )
    )


def note(luck: Random) -> str:
    """Return what somebody writes beside a quote."""
    return f"{luck.choice(_NOTES)} {word(luck)}"


def name(luck: Random) -> str:
    """Return a name that hardly anybody has."""
    return f"{luck.choice(('Asta', 'Bjarke', 'Gerda', 'Villy'))} Kvix{luck.randrange(40)}"

"""A library of any size to search in, made of our own sentences, each time the same.

Owns the words, lengths and names of the articles and quotes. A sixth of the words of our sample
articles is replaced by compounds, few of them often and most of them seldom, so that 20,000
articles have some 155,000 different words, as real ones do. What it cannot have is the variety of
real sentences: ours come again and again, so phrases are met more often. Must not know how
anything is kept or searched.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from kdcurator.settings import seeds

VERSION: Final = 1
"""Raised when the same seed gives another library."""

SEED: Final = 20261122

_ARTICLE_WORDS: Final = (350, 845)
_QUOTE_WORDS: Final = (20, 54)
"""Words after which a quote ends with its sentence."""
_REPLACED: Final = 0.16

_COMPOUNDS: Final = 185_000
_FLATTENED: Final = 10
"""Ranks by which the commonest compounds are held back: none of them is the word *og*."""


def _words(together: str) -> list[str]:
    return together.split()


_FIRST: Final = _words(
    "digitaliserings kommunal borger data it velfærds sundheds skole ældre miljø klima trafik "
    "bolig arbejds beskæftigelses integrations kultur fritids budget økonomi skatte personale "
    "leder medarbejder kompetence uddannelses projekt system drifts sikkerheds person risiko "
    "udviklings innovations forsknings teknologi netværks service sags journal arkiv adgangs "
    "brand bygge by vej havne energi varme vand affalds natur land regions stats ministerie "
    "folketings udvalgs byråds borgmester direktør afdelings team møde plan strategi mål effekt "
    "gevinst kontrakt udbuds indkøbs leverandør bruger kunde patient elev lærer pædagog børne "
    "unge familie social handicap psykiatri hospitals læge sygepleje hjemme pleje omsorgs "
    "trænings kost idræts musik biblioteks museums avis medie presse kommunikations sprog tekst "
    "billed lyd film spil turist erhvervs virksomheds iværksætter landbrugs fiskeri industri "
    "håndværks handels bank forsikrings pensions løn overenskomst fagforenings rets politi "
    "fængsels forsvars kirke valg parti demokrati"
)
_MIDDLE: Final = (
    "",
    *("styrings", "planlægnings", "samarbejds", "forvaltnings", "rådgivnings", "analyse"),
    *("kontrol", "forandrings", "ledelses", "behandlings", "ordnings", "støtte", "grund"),
)
_LAST: Final = {
    "en ens er erne": "strategi kommission reform evaluering løsning ordning måling undersøgelse "
    "behandling vurdering aftale plan indsats funktion station direktion konference tjeneste "
    "forening bevilling vejledning uddannelse afdeling forvaltning",
    "et ets er erne": "projekt system arkiv program kontor center budget kursus råd udvalg netværk "
    "dokument register problem resultat apparat potentiale initiativ regnskab værktøj",
    "en ens e erne": "vej dag gang kreds grund prop plads dreng stol krog",
    "n ns r rne": "chef leder medarbejder konsulent rådgiver borger bruger ejer ydelse analyse "
    "proces gruppe opgave metode hylde kilde",
    "et ets erne ernes": "arbejde område felt lag ansvar behov forhold",
}
_PUBLICATIONS: Final = 24
_SPEAKERS: Final = 1_500
_GIVEN: Final = _words(
    "Anne Birthe Carl Dorthe Erik Frederik Gitte Hanne Ib Jens Karen Lars Mette Niels Ole Pia "
    "Rikke Søren Tove Ulla Vibeke Åse Ærø Øjvind Jørgen Bjørn Kåre Maj Per Sanne"
)
_FAMILY: Final = _words(
    "Ager Bakke Dahlsgård Elmose Fjeldsted Grønlykke Havbo Isholt Jernved Klitmark Lyngsø "
    "Mosegård Nørbæk Odderup Pilegren Ravnholt Skovlund Tangbjerg Udengård Vangsø Ærenlund "
    "Østerlund Åbo Birkebjerg Engholm Furbo Gadegren Hedelund Kærsgren Lindemose Møllevang "
    "Rosenkær Stenbro Tornvig Ulvedal Vestbirk Hasselbro Holmegren Brobæk Bøgelund Krogbo "
    "Lærkeholm Nattergård Piledam Rugmark Solbakken Søholt Tjørnelund Vibeholt Bækmark"
)
_PLACES: Final = ("Hav", "Skov", "Bak", "Mose", "Sø", "Ager", "Eng", "Klit", "Å", "Fjord", "Høj")
_TOWNS: Final = ("by", "sted", "rup", "lund", "købing", "borg", "strup", "løse", "ringe")
_TAGS: Final = _words(
    "gevinster barrierer kompetencer ledelse udbud borgerne sikkerhed økonomi samarbejde etik "
    "data fusion rekruttering frivillige klima skole ældrepleje kunstig intelligens åbenhed "
    "tillid omstilling ansvar fejl ros kritik løfter tal historie fremtid penge tid "
    "nabokommuner leverandører jura persondata arbejdsmiljø digital post hjemmehjælp turisme "
    "boliger kultur"
)
_STATUSES: Final = {
    "new": 60,
    "sent": 12,
    "unchanged": 12,
    "correction": 6,
    "settled": 8,
    "declined": 2,
}
_FIRST_YEAR: Final = 2004
_YEARS: Final = 22
_DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote: where it stands in its article, who says it (by number) and what is known of it."""

    start: int
    end: int
    speaker: int
    tags: tuple[int, ...]
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class Written:
    """An article with its quotes."""

    title: str
    text: str
    byline: str
    publication: str
    municipality: str
    published_on: date
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in pieces: what stands before each word that may be replaced, and that word."""

    pieces: tuple[tuple[str, str], ...]
    rest: str


class Corpus:
    """Makes articles one after the other, each with so many quotes."""

    def __init__(self, quotes_each: int, seed: int = SEED) -> None:
        self._quotes_each = quotes_each
        self._luck = random.Random(seed)
        self._sentences = [_in_pieces(one) for one in our_sentences()]
        weights = (1 / (rank + _FLATTENED) for rank in range(_COMPOUNDS))
        self._weights = list(accumulate(weights))
        self._words = compounds(seed)
        self._waiting: list[int] = []
        self.speakers = _speakers(random.Random(seed))
        self.tags = list(dict.fromkeys(_TAGS))
        self._towns = [f"{place}{town}" for place in _PLACES for town in _TOWNS]
        self._speaker_weights = _zipf(len(self.speakers))
        self._tag_weights = _zipf(len(self.tags))

    def articles(self, count: int) -> Iterator[Written]:
        """Yield the next `count` articles."""
        for _ in range(count):
            yield self._article()

    def _article(self) -> Written:
        luck = self._luck
        text, ends = self._text(luck.randint(*_ARTICLE_WORDS))
        mine = luck.choices(range(len(self.speakers)), cum_weights=self._speaker_weights, k=3)
        newest = luck.random() ** 0.6  # a library grows faster with the years
        return Written(
            title=self._sentence().rstrip(".?!:"),
            text=text,
            byline=" ".join((luck.choice(_GIVEN), luck.choice(_FAMILY))),
            publication=f"{self._towns[self._drawn(_PUBLICATIONS)]} Avis",
            municipality=f"{self._towns[self._drawn(len(self._towns))]} Kommune",
            published_on=date(_FIRST_YEAR, 1, 1) + timedelta(int(newest * _YEARS * _DAYS)),
            quotes=tuple(self._quotes(text, ends, mine)),
        )

    def _drawn(self, count: int) -> int:
        """Return a number below `count`, small ones more often."""
        return int(count * self._luck.random() ** 2)

    def _text(self, words: int) -> tuple[str, list[tuple[int, int]]]:
        """Return a text of about so many words, and where its sentences stand."""
        parts: list[str] = []
        places: list[tuple[int, int]] = []
        length = 0
        while words > 0:
            sentence = self._sentence()
            places.append((length, length + len(sentence)))
            parts.append(sentence)
            words -= sentence.count(" ") + 1
            parts.append("\n\n" if len(places) % 4 == 0 else " ")
            length += len(sentence) + len(parts[-1])
        return "".join(parts[:-1]), places

    def _sentence(self) -> str:
        luck = self._luck
        sentence = luck.choice(self._sentences)
        made: list[str] = []
        for before, word in sentence.pieces:
            made.append(before)
            made.append(self._compound() if luck.random() < _REPLACED else word)
        made.append(sentence.rest)
        return "".join(made)

    def _compound(self) -> str:
        if not self._waiting:
            ranks = range(_COMPOUNDS)
            self._waiting = self._luck.choices(ranks, cum_weights=self._weights, k=10_000)
        return self._words[self._waiting.pop()]

    def _quotes(
        self, text: str, places: Sequence[tuple[int, int]], speakers: Sequence[int]
    ) -> Iterator[Quoted]:
        luck = self._luck
        for first in sorted(luck.sample(range(len(places)), min(self._quotes_each, len(places)))):
            start, end = places[first]
            wanted = luck.randint(*_QUOTE_WORDS)
            for _, later in places[first:]:
                end = later
                if text.count(" ", start, end) + 1 >= wanted:
                    break
            tags = luck.choices(
                range(len(self.tags)), cum_weights=self._tag_weights, k=luck.choice((0, 1, 1, 2, 3))
            )
            yield Quoted(
                start,
                end,
                luck.choice(speakers),
                tuple(dict.fromkeys(tags)),
                luck.choices(list(_STATUSES), weights=list(_STATUSES.values()))[0],
                self._sentence() if luck.random() < 0.05 else "",
            )


def our_sentences() -> list[str]:
    """Return the sentences of our sample articles that have five words at least."""
    texts = [path.read_text("utf-8") for path in sorted(seeds().glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines()]
    found = [one for line in lines for one in re.split(r"(?<=[.?!])\s+", line.lstrip("-–— "))]
    return list(dict.fromkeys(one for one in found if len(one.split()) >= 5))


def compounds(seed: int = SEED) -> list[str]:
    """Return the compounds, the commonest first."""
    lasts = [
        last + ending
        for endings, words in _LAST.items()
        for last in words.split()
        for ending in ("", *endings.split())
    ]
    kinds = len(_FIRST), len(_MIDDLE), len(lasts)
    luck = random.Random(seed)
    numbers = luck.sample(range(kinds[0] * kinds[1] * kinds[2]), _COMPOUNDS)
    return [
        _FIRST[number % kinds[0]]
        + _MIDDLE[number // kinds[0] % kinds[1]]
        + lasts[number // kinds[0] // kinds[1]]
        for number in numbers
    ]


def _in_pieces(sentence: str) -> _Sentence:
    found = list(re.finditer(r"[^\W\d_]+", sentence))
    ends = [0, *(word.end() for word in found)]
    pieces = (
        (sentence[end : word.start()], word[0]) for end, word in zip(ends, found, strict=False)
    )
    return _Sentence(tuple(pieces), sentence[ends[-1] :])


def _speakers(luck: random.Random) -> list[str]:
    """Return the names of those who speak, all different."""
    names = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    return luck.sample(names, _SPEAKERS)


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 3) for rank in range(count)))

"""Danish newspapers, magazines, broadcasters and wires by the addresses they have on the net.

Owns the table by which an address gets the name that a journalist would write. A medium that is
not in it is named by its address, or as the text itself spells it.
"""

from collections.abc import Mapping

from kdcurator.importing.wordlists import words

MEDIA_BY_DOMAIN: Mapping[str, str] = {
    "altinget.dk": "Altinget",
    "amtsavisen.dk": "Randers Amtsavis",
    "arbejderen.dk": "Arbejderen",
    "avisendanmark.dk": "Avisen Danmark",
    "berlingske.dk": "Berlingske",
    "borsen.dk": "Børsen",
    "bt.dk": "B.T.",
    "computerworld.dk": "Computerworld",
    "dagensmedicin.dk": "Dagens Medicin",
    "danskekommuner.dk": "Danske Kommuner",
    "dbrs.dk": "Dagbladet Ringkøbing-Skjern",
    "dknyt.dk": "DK Nyt",
    "dr.dk": "DR",
    "eb.dk": "Ekstra Bladet",
    "ekstrabladet.dk": "Ekstra Bladet",
    "faa.dk": "Fyns Amts Avis",
    "finans.dk": "Finans",
    "folkeskolen.dk": "Folkeskolen",
    "folketidende.dk": "Lolland-Falsters Folketidende",
    "frederiksborgamtsavis.dk": "Frederiksborg Amts Avis",
    "fyens.dk": "Fyens Stiftstidende",
    "hsfo.dk": "Horsens Folkeblad",
    "information.dk": "Information",
    "ing.dk": "Ingeniøren",
    "journalisten.dk": "Journalisten",
    "jp.dk": "Jyllands-Posten",
    "jv.dk": "JydskeVestkysten",
    "jyllands-posten.dk": "Jyllands-Posten",
    "kommunen.dk": "Kommunen",
    "kristeligt-dagblad.dk": "Kristeligt Dagblad",
    "mja.dk": "Midtjyllands Avis",
    "mm.dk": "Mandag Morgen",
    "nordjyske.dk": "Nordjyske",
    "pol.dk": "Politiken",
    "politiken.dk": "Politiken",
    "ritzau.dk": "Ritzau",
    "sn.dk": "Sjællandske",
    "stiften.dk": "Århus Stiftstidende",
    "tidende.dk": "Bornholms Tidende",
    "tv2.dk": "TV 2",
    "vafo.dk": "Vejle Amts Folkeblad",
    "version2.dk": "Version2",
    "viborg-folkeblad.dk": "Viborg Stifts Folkeblad",
    "weekendavisen.dk": "Weekendavisen",
    "zetland.dk": "Zetland",
}

WIRES: Mapping[str, str] = {
    "afp": "AFP",
    "ap": "AP",
    "dpa": "dpa",
    "ntb": "NTB",
    "reuters": "Reuters",
    "ritzau": "Ritzau",
    "tt": "TT",
}
"""News agencies by the sign at the end of their telegrams, `/ritzau/`."""

PICTURE_SOURCES = words(
    "adobe arkiv arkivfoto arkivfotos colourbox freepik getty istock pexels pixabay pr presse "
    "pressefoto privat privatfoto scanpix shutterstock unsplash wikimedia wikipedia"
)
"""Whom a credit thanks for a picture that says nothing of the paper it stands in."""

PRIVATE_MAIL = words(
    "gmail.com hotmail.com hotmail.dk outlook.com outlook.dk live.dk live.com yahoo.com yahoo.dk "
    "icloud.com me.com mail.dk mail.tele.dk jubii.dk ofir.dk proton.me protonmail.com"
)
"""Addresses that anybody can have."""

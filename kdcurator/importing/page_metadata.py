"""What a web page says of itself: JSON-LD, Open Graph, meta elements, canonical link.

Owns which of them is believed where they differ, and what publishers add to a headline. Must not
know the text of the page.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from kdcurator.domain.article import Language, Metadata
from kdcurator.importing.addresses import clean_address, host
from kdcurator.importing.media import MEDIA_BY_DOMAIN
from kdcurator.importing.moments import day_of
from kdcurator.text.canonical import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|ScholarlyArticle)$")
_MOST_ITEMS = 1_000
"""Of JSON-LD: a hostile page can have millions."""

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d{1,6}\)(?P<url>\S+)")
_SITE_SIGN = re.compile(r"\s+[|–—·•»-]\s+")
_NEXT_BY = re.compile(r"^(?:af|by|av)\s+", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 500

_LANGUAGES: Mapping[str, Language] = {
    **{language.value: language for language in Language},
    "no": Language.NORWEGIAN,
    "nn": Language.NORWEGIAN,
}

Item = Mapping[str, object]


def page_metadata(tree: "HtmlElement", address: str | None = None) -> Metadata:
    """Return what a page says of itself; `address` is where it was fetched, when that is known."""
    said = _metas(tree)
    item = _article_item(tree)
    url = _url(tree, said, item) or address
    publication = _name(item.get("publisher")) or said.get("og:site_name")
    by_address = MEDIA_BY_DOMAIN.get(host(url or "").casefold())
    title = _words(item.get("headline")) or said.get("og:title") or said.get("twitter:title")
    published = (item.get("datePublished"), said.get("article:published_time"), said.get("date"))
    return Metadata(
        title=_without_site(title, publication),
        byline=_byline(item, said, publication),
        publication=_medium(publication) or by_address,
        published_on=next(filter(None, map(_day, published)), None),
        url=url,
        language=_language(item.get("inLanguage")),
        guessed=frozenset() if publication or not by_address else frozenset({"publication"}),
    )


def page_titles(tree: "HtmlElement", known: Metadata) -> list[str]:
    """Return what may be the headline on the page itself, the likeliest first."""
    said = _metas(tree)
    written = tree.findtext(".//head/title") or tree.findtext(".//title") or ""
    names = [known.title, said.get("og:title"), one_line(written)]
    cut = [_SITE_SIGN.split(name)[0] for name in names if name]
    return [name for name in dict.fromkeys((*names, *cut)) if name]


def _metas(tree: "HtmlElement") -> dict[str, str]:
    """Return the contents of meta elements by name; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = one_line(meta.get("content") or "")[:_LONGEST]
        if content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _article_item(tree: "HtmlElement") -> Item:
    """Return the article among the page's JSON-LD; empty when there is none."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().casefold() == "application/ld+json":
            for item in _items(script.text or ""):
                kinds = _listed(item.get("@type"))
                if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                    return item
    return {}


def _items(source: str) -> Iterator[Item]:
    """Yield the items of one piece of JSON-LD, those within lists and graphs too."""
    try:
        waiting = [
            json.loads(source.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        ]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        met = waiting.pop(0)
        if isinstance(met, list):
            waiting = [*met[:_MOST_ITEMS], *waiting]
        elif isinstance(met, dict):
            yield met
            waiting += [
                met[key] for key in ("@graph", "mainEntity", "itemListElement") if key in met
            ]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _words(value: object) -> str | None:
    """Return a value that is a text; some publishers escape it once too often."""
    words = one_line(html.unescape(value)) if isinstance(value, str) else ""
    return words[:_LONGEST] or None


def _name(value: object) -> str | None:
    """Return the name of a person or an organisation."""
    first = next(iter(_listed(value)), None)
    return _words(first.get("name")) if isinstance(first, dict) else _words(first)


def _byline(item: Item, said: Mapping[str, str], publication: str | None) -> str | None:
    """Return who wrote, the medium itself left out."""
    names = [_name(author) for author in _listed(item.get("author"))[:20]]
    known = list(_people(names, publication))
    if not known:
        known = list(_people((said.get("author"), said.get("article:author")), publication))[:1]
    return ", ".join(dict.fromkeys(known))[:_LONGEST] or None


def _people(names: Iterable[str | None], publication: str | None) -> Iterator[str]:
    for name in names:
        person = _NEXT_BY.sub("", name or "")
        if person and "://" not in person and not _is_same(person, publication):
            yield person


def _is_same(one: str, other: str | None) -> bool:
    return other is not None and one.casefold() == other.casefold()


def _medium(name: str | None) -> str | None:
    """Return a medium as a journalist writes it; many give their domain for their name."""
    return MEDIA_BY_DOMAIN.get(host(name).casefold(), name) if name else None


def _without_site(title: str | None, publication: str | None) -> str | None:
    """Cut the medium's name off the end of a title."""
    if title is None or publication is None:
        return title
    *pieces, last = _SITE_SIGN.split(title)
    return (
        title[: -len(last)].rstrip(" |–—·•»-") if pieces and _is_same(last, publication) else title
    )


def _url(tree: "HtmlElement", said: Mapping[str, str], item: Item) -> str | None:
    """Return the address that a page calls its own, or that it was saved from."""
    links = (x.get("href") for x in tree.iter("link") if _is_canonical(x.get("rel")))
    comments = (str(comment.text) for comment in _comments(tree))
    saved = (match["url"] for text in comments if (match := _SAVED_FROM.match(text)))
    entity = item.get("mainEntityOfPage")
    inside = entity.get("@id") if isinstance(entity, dict) else entity
    for found in (*links, said.get("og:url"), _words(item.get("url")), _words(inside), *saved):
        url = web_address(found)
        if url:
            return url
    return None


def web_address(found: str | None) -> str | None:
    """Return an address of the web without what follows readers around; None for any other."""
    address = (found or "").strip()
    if len(address) > 2_000 or not re.match(r"https?://\S+$", address, re.IGNORECASE):
        return None
    return clean_address(address)


def _is_canonical(rel: str | None) -> bool:
    return "canonical" in (rel or "").casefold().split()


def _comments(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    """Yield the comments above and in the head of a page."""
    yield from tree.itersiblings(preceding=True)
    for child in tree:
        if not isinstance(child.tag, str):
            yield child
    head = tree.find("head")
    yield from (child for child in (() if head is None else head) if not isinstance(child.tag, str))


def _day(value: object) -> date | None:
    """Return the day of an ISO time in Denmark; what is given in UTC may be the next day there."""
    words = value.strip() if isinstance(value, str) else ""
    if not _DAY.match(words):
        return None
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return _plain_day(words)
    return day_of(moment)


def _plain_day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None


def _language(value: object) -> Language | None:
    first = next(iter(_listed(value)), None)
    if isinstance(first, dict):
        first = first.get("alternateName") or first.get("name")
    words = first.casefold() if isinstance(first, str) else ""
    return _LANGUAGES.get(re.split(r"[-_]", words)[0])

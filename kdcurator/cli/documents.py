"""The JSON of each command, as CONTRACT.md, section 3, has it.

Owns the shapes. Must not know how they are printed or where values come from.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from kdcurator.domain.article import Article, PartKind
from kdcurator.domain.changes import Change
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.likeness import Pair
from kdcurator.domain.misreading import Misread
from kdcurator.domain.person import Person
from kdcurator.domain.quote import Quote, Span
from kdcurator.domain.searching import Answer, HitKind
from kdcurator.domain.story import Story
from kdcurator.domain.suggestion import Reading
from kdcurator.domain.tag import Tag
from kdcurator.exporting.json_document import quote_as_json

if TYPE_CHECKING:
    from kdcurator.domain.backup import KeptBackup
    from kdcurator.services.articles import ImportReport
    from kdcurator.services.upkeep import Health
    from kdcurator.store.backups import Backup

Document = dict[str, object]


def import_report(report: "ImportReport", sentences: Sequence[str]) -> Document:
    """Show what became of each file; `sentences` say why those rejected were, in order.

    Quotes and tags are counted where projects of other programs brought some.
    """
    came_along = {"quotes": report.quotes, "tags": report.tags}
    return {
        "imported": [
            {"path": str(item.path), **_imported(item.article)} for item in report.imported
        ],
        "duplicates": [
            {"path": str(item.path), "article_id": item.article_id} for item in report.duplicates
        ],
        "rejected": [
            {"path": str(item.path), "code": item.error.code, "reason": sentence}
            for item, sentence in zip(report.rejected, sentences, strict=True)
        ],
        "updated": [
            {
                "path": str(item.path),
                "article_id": item.article_id,
                "moved": item.moved,
                "unsure": item.unsure,
                "gone": item.gone,
            }
            for item in report.updated
        ],
        "similar": [
            {
                "path": str(item.path),
                "article_id": item.article_id,
                "other_id": item.other_id,
                "likeness": round(item.likeness, 3),
            }
            for item in report.similar
        ],
        "notes": [
            {"path": str(item.path), "article_id": item.article.id, "notes": sorted(item.notes)}
            for item in report.imported
            if item.notes
        ],
        "attachments": [
            {"path": str(mail.path), "article_id": mail.article_id, "names": list(mail.names)}
            for mail in report.attached
        ],
        **(came_along if any(came_along.values()) else {}),
    }


def _imported(article: Article) -> Document:
    known = article.metadata
    return {
        "article_id": article.id,
        "title": known.title,
        "byline": known.byline,
        "publication": known.publication,
        "published_on": _iso(known.published_on),
        "language": known.language,
        "media_type": article.media_type,
        "text_type": known.text_type,
    }


def article(item: Article, text: str | None) -> Document:
    """Show an article of the list, with its canonical text when that was asked for."""
    known = item.metadata
    document: Document = {
        "id": item.id,
        "title": known.title,
        "byline": known.byline,
        "publication": known.publication,
        "published_on": _iso(known.published_on),
        "url": known.url,
        "quotes": item.quotes,
        "suggestions": item.suggestions,
        "text_sha256": item.text_sha256,
    }
    return document if text is None else {**document, "text": text}


def details(item: Article) -> Document:
    """Show an article with all that is known of it, and what of that is a guess."""
    known = item.metadata
    more = {"municipality": known.municipality, "language": known.language}
    return {
        **article(item, None),
        **more,
        "text_type": known.text_type,
        "guessed": sorted(known.guessed),
    }


def pair(found: Pair) -> Document:
    """Show two similar articles."""
    return {
        "article_id": found.article_id,
        "other_id": found.other_id,
        "likeness": round(found.likeness, 3),
    }


def reading(found: Reading, text: str) -> Document:
    """Show what was found in a text."""
    return {
        "quotes": [
            {
                "segments": _places(quote.segments),
                "text": quote.text(text),
                "speaker": quote.speaker,
                "style": quote.style,
                "cue": quote.cue,
                "confidence": round(quote.confidence, 3),
                "reason": quote.reason,
            }
            for quote in found.quotes
        ],
        "questions": _places(found.spans(PartKind.QUESTION)),
        "boilerplate": _places(found.boilerplate),
        "people": [
            {
                "name": person.name,
                "role": person.role,
                "organisation": person.organisation,
                "municipality": person.municipality,
            }
            for person in found.people
        ],
    }


def quotes(items: Iterable[Quote]) -> Document:
    """Show saved quotes."""
    return {"quotes": [quote_as_json(item) for item in items]}


def answer(found: Answer, hint: Callable[[Misread], str]) -> Document:
    """Show what a search found; `hint` says what of the query was not read as written."""
    return {
        "query": found.query,
        "total": found.total,
        "took_ms": found.took_ms,
        "corrected": found.corrected,
        "misread": [
            {"code": one.why, "part": one.part, "message": hint(one)} for one in found.misread
        ],
        "hits": [
            {
                "kind": hit.kind,
                "id": hit.id,
                "article_id": hit.article_id,
                "title": hit.title,
                "snippet": hit.snippet,
                "speaker": hit.speaker,
                "tags": list(hit.tags),
                "score": hit.score,
                "also_said": hit.beside and hit.beside.also_said,
                "used_in": hit.beside and list(hit.beside.used_in),
            }
            for hit in found.hits
        ],
    }


def tags(items: Iterable[Tag]) -> Document:
    """Show the tag list."""
    return {
        "tags": [
            {
                "id": tag.id,
                "name": tag.name,
                "colour": tag.colour,
                "key": tag.key,
                "parent": tag.parent,
                "quotes": tag.quotes,
            }
            for tag in items
        ]
    }


def stories(items: Iterable[Story]) -> Document:
    """Show the stories."""
    return {
        "stories": [
            {
                "id": story.id,
                "name": story.name,
                "deadline": _iso(story.deadline),
                "archived": story.is_archived,
                "current": story.is_current and not story.is_archived,
                "quotes": story.quotes,
            }
            for story in items
        ]
    }


def people(items: Iterable[Person]) -> Document:
    """Show the list of sources."""
    return {
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "names": list(person.name_forms),
                "quotes": person.quotes,
                "roles": [
                    {
                        "role": shown.role,
                        "organisation": shown.organisation,
                        "municipality": shown.municipality,
                    }
                    for shown in person.presentations
                ],
            }
            for person in items
        ]
    }


def change(done: Change | None) -> Document | None:
    """Show a change that was taken back or done again."""
    if done is None:
        return None
    return {
        "id": done.id,
        "kind": done.kind,
        "details": dict(done.details),
        "articles": sorted(done.articles),
        "quotes": sorted(done.quotes),
        "tags": sorted(done.tags),
    }


def health(found: "Health") -> Document:
    """Show what a check found."""
    return {
        "ok": found.is_ok,
        "articles": found.articles,
        "quotes": found.quotes,
        "indexed": {
            "articles": found.indexed[HitKind.ARTICLE],
            "quotes": found.indexed[HitKind.QUOTE],
        },
        "problems": [
            {"code": item.code, "detail": item.detail, "repaired": item.is_repaired}
            for item in found.problems
        ],
    }


def backup(made: "Backup") -> Document:
    """Show a backup that was made or brought back."""
    return {"path": str(made.path), "articles": made.articles, "quotes": made.quotes}


def backups(kept: Iterable["KeptBackup"]) -> Document:
    """Show the backups that there are."""
    return {
        "backups": [
            {
                "path": str(backup.path),
                "number": backup.number,
                "made_at": f"{backup.made_at:%Y-%m-%dT%H:%M:%SZ}",
                "kind": backup.kind,
                "articles": backup.articles,
                "quotes": backup.quotes,
            }
            for backup in kept
        ]
    }


def error(failed: CuratorError, sentence: str) -> Document:
    """Show why a command failed."""
    return {"error": {"code": failed.code, "message": sentence}}


def _places(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _iso(day: object) -> str | None:
    return None if day is None else str(day)

"""Quotes as one JSON document.

Owns the keys of a quote as programs read them: those of the `quotes` command (CONTRACT.md,
section 3), which prints the same object, and the article's particulars beside them. Must not know
the command line.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import BinaryIO

from kdcurator.domain.article import Article
from kdcurator.domain.exporting import ExportedQuote
from kdcurator.domain.quote import Quote


def write_json(target: BinaryIO, quotes: Iterable[ExportedQuote]) -> None:
    """Write `{"quotes": […]}` in the order given: UTF-8, indented, with a newline at the end."""
    document = {"quotes": [_with_article(exported) for exported in quotes]}
    target.write(json.dumps(document, ensure_ascii=False, indent=2).encode())
    target.write(b"\n")


def quote_as_json(quote: Quote) -> dict[str, object]:
    """Return a quote with the keys of the contract; unknown values are None.

    `anchor_state` tells whether the quote is in the newest version of its article: exact, moved,
    unsure or gone. What was said in a recording has one key more: when.
    """
    moment = {} if quote.timecode is None else {"timecode": quote.timecode}
    return {
        "id": quote.id,
        "article_id": quote.article_id,
        "article_title": quote.article_title,
        "segments": [
            {"start": segment.span.start, "end": segment.span.end, "exact": segment.exact}
            for segment in quote.segments
        ],
        "text": quote.text,
        "speaker": quote.speaker,
        "role": quote.role,
        "organisation": quote.organisation,
        "municipality": quote.municipality,
        "said_to": quote.said_to,
        "tags": list(quote.tags),
        "status": quote.status.value,
        "used_in": list(quote.used_in),
        "note": quote.note,
        "created_at": utc_text(quote.created_at),
        "anchor_state": quote.anchor_state.value,
        **moment,
    }


def utc_text(moment: datetime) -> str:
    """Return a moment as programs read it: UTC to the second, "2026-11-22T20:04:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _with_article(exported: ExportedQuote) -> dict[str, object]:
    return {**quote_as_json(exported.quote), "article": _article_as_json(exported.article)}


def _article_as_json(article: Article) -> dict[str, object]:
    metadata = article.metadata
    return {
        "title": metadata.title,
        "byline": metadata.byline,
        "publication": metadata.publication,
        "published_on": metadata.published_on.isoformat() if metadata.published_on else None,
        "url": metadata.url,
    }

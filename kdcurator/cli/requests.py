"""The lines that `quotes add --stdin` reads.

Owns their shape and says what is wrong with one that has another. Must not know how a quote is
saved.
"""

import json
from collections.abc import Mapping

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import BadRequest
from kdcurator.domain.quote import QuoteRequest

_KNOWN = {"article_id", "segments", "speaker", "tags", "note"}


def parse_request(line: bytes) -> QuoteRequest:
    """Return the wish that a line of JSON holds; raises `BadRequest`."""
    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRequest(reason="it is no JSON") from error
    if not isinstance(document, dict):
        raise BadRequest(reason="it is no JSON object")
    unknown = sorted(document.keys() - _KNOWN)
    if unknown:
        raise BadRequest(reason=f"nobody knows “{unknown[0]}”")
    return QuoteRequest(
        ArticleId(_number(document.get("article_id"), "article_id")),
        _places(document.get("segments")),
        speaker=_words(document, "speaker"),
        tags=_tags(document.get("tags")),
        note=_words(document, "note"),
    )


def _number(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadRequest(reason=f"“{name}” is no whole number")
    return value


def _places(value: object) -> list[tuple[int, int]]:
    if not isinstance(value, list) or not value:
        raise BadRequest(reason="“segments” is no list of [start, end]")
    return [_place(item) for item in value]


def _place(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise BadRequest(reason="a segment is no [start, end]")
    return _number(value[0], "start"), _number(value[1], "end")


def _words(document: Mapping[str, object], name: str) -> str | None:
    value = document.get(name)
    if value is not None and not isinstance(value, str):
        raise BadRequest(reason=f"“{name}” is no text")
    return value or None


def _tags(value: object) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise BadRequest(reason="“tags” is no list of names")
    return value

"""Projects of other programs on their way in: REFI-QDA archives and Taguette's files.

Owns which files are projects and how their rows become texts with passages. Must not know how
either is written, nor how what comes of it is kept.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kdcurator.domain.article import Metadata, ReadFile, TextType
from kdcurator.domain.coding import Code, CodedText, Coding, Passage, Project
from kdcurator.domain.errors import NoText, NotTaken, Refused
from kdcurator.importing import formats, refi
from kdcurator.importing.passages import OUTSIDE, merged
from kdcurator.importing.taguette_text import TaguetteText
from kdcurator.importing.text_reader import read_words
from kdcurator.store import taguette
from kdcurator.text.canonical import canonical, one_line

TAGUETTE = "application/vnd.sqlite3"
_REFI = "application/x-refi-qda"

_OPENING = 1_000
_CODEBOOK = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,9}(?:<\?xml[^>]{1,200}>\s{0,99})?<(?:\w{1,20}:)?CodeBook[\s>]"
)
_AT_ONCE = 20
"""Codes that are kept in one transaction, so that nobody waits for it."""


def media_type_of(data: bytes) -> str | None:
    """Return the media type of another program's project; None for any other file."""
    if data.startswith(taguette.SIGNATURE):
        return TAGUETTE
    found = formats.by_content(data)
    return _REFI if found is not None and found.media_type == _REFI else None


def is_codebook(data: bytes, name: str) -> bool:
    """Tell whether a file is a codebook of REFI-QDA: codes, and no text."""
    is_named = name.casefold().endswith(".qdc") and media_type_of(data) is None
    return is_named or bool(_CODEBOOK.match(data[:_OPENING]))


def codes_of(data: bytes) -> Iterator[tuple[Code, ...]]:
    """Yield the codes of a codebook, some at a time; raises `Refused`."""
    codes = refi.read_codebook(data)
    for start in range(0, len(codes), _AT_ONCE):
        yield codes[start : start + _AT_ONCE]


def read_project(data: bytes) -> Project:
    """Read a project; raises `Refused`."""
    if data.startswith(taguette.SIGNATURE):
        return _of_taguette(taguette.read_rows(data))
    return refi.read_project(data)


def texts_of_project(data: bytes) -> Iterator[tuple[ReadFile, Coding] | Refused]:
    """Yield the texts of a project, the first with all of its codes; raises `Refused`.

    A text that is refused, and what has no place here, come as the errors that tell why.
    """
    project = read_project(data)
    media_type = media_type_of(data) or _REFI
    codes = project.codes
    if not project.texts:
        raise NoText
    for text in project.texts:
        try:
            file = read_words(text.text, media_type)
        except Refused as error:
            yield error
            continue
        said = Metadata(title=text.title, text_type=text.text_type or TextType.ARTICLE)
        yield replace(file, metadata=said), Coding(text.passages, codes)
        codes = ()
    for reason, count in sorted(project.left_out.items()):
        yield NotTaken(reason=reason, count=count)


def _of_taguette(rows: taguette.TaguetteRows) -> Project:
    """Make texts, codes and passages of Taguette's rows."""
    codes = {row_id: _code(path, description) for row_id, path, description in rows.tags}
    tagged: defaultdict[object, list[str]] = defaultdict(list)
    for highlight_id, tag_id in rows.highlight_tags:
        if tag_id in codes:
            tagged[highlight_id].append(codes[tag_id].name)
    of_document: defaultdict[object, list[taguette.Row]] = defaultdict(list)
    for highlight in rows.highlights:
        of_document[highlight[1]].append(highlight)
    left_out: Counter[str] = Counter()
    texts: list[CodedText] = []
    for row_id, name, description, contents in rows.documents:
        found = TaguetteText(str(contents or ""))
        passages = []
        for highlight_id, _document, start, end, snippet in of_document.pop(row_id, ()):
            is_place = isinstance(start, int) and isinstance(end, int)
            place = found.place(start, end, str(snippet or "")) if is_place else None
            if place is None:
                left_out[OUTSIDE] += 1
            else:
                passages.append(Passage(*place, tuple(tagged[highlight_id])))
        texts.append(CodedText(one_line(str(name or "")) or None, found.text, merged(passages)))
        if memo := canonical(str(description or "")).text.strip():
            texts.append(CodedText(str(name or ""), memo, text_type=TextType.NOTE))
    left_out[OUTSIDE] += sum(map(len, of_document.values()))
    return Project(_with_parents(list(codes.values())), tuple(texts), dict(+left_out))


def _code(path: object, description: object) -> Code:
    name = one_line(str(path or "")) or "?"
    name = name if any(letter.isalnum() for letter in name) else f"{name} tag"
    return Code(name, description=canonical(str(description or "")).text.strip() or None)


def _with_parents(codes: list[Code]) -> tuple[Code, ...]:
    """Put codes below those whose path theirs goes on: `ledelse.digital` below `ledelse`."""
    names = {code.name for code in codes}
    found = []
    for code in sorted(codes, key=lambda code: code.name.count(".")):
        above = code.name.rpartition(".")[0]
        parent = above if above in names else None
        found.append(Code(code.name, None, parent, code.description))
    return tuple(found)

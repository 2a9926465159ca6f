"""What commands print: JSON on standard output, tables for people, sentences on standard error.

Owns the bytes that leave. Must not know what is printed.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from kdcurator.domain.errors import CannotPrint

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(document: object, *, indent: int | None = 2) -> bytes:
    """Return a JSON document in UTF-8, whatever the platform's encoding.

    Bytes of a path that are no text come as lone surrogates, which UTF-8 cannot hold: escaped.
    """
    words = json.dumps(document, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", words).encode() + b"\n"


def print_json(document: object, *, indent: int | None = 2) -> None:
    """Print a JSON document on standard output and see it off; raises `CannotPrint`."""
    if sys.stdout is None:
        raise CannotPrint(reason="there is no standard output")
    with _sentence_for_trouble():
        sys.stdout.flush()
        sys.stdout.buffer.write(to_json(document, indent=indent))
        sys.stdout.buffer.flush()


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows: as a table on a terminal, else a line each with tabs between the cells.

    Texts are shown as they are, never read as markup.
    """
    if sys.stdout is None or not sys.stdout.isatty():
        for row in rows:
            say("\t".join(_in_one_line(cell) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else _printable(cell)) for cell in row))
    Console(highlight=False).print(table)


def say(sentence: str) -> None:
    """Print a sentence on standard output."""
    _write(sys.stdout, sentence)


def tell(sentence: str) -> None:
    """Print a message about the work on standard error."""
    _write(sys.stderr, sentence)


def _write(stream: TextIO | None, sentence: str) -> None:
    """Write a line; what the platform's encoding cannot say becomes a question mark."""
    if stream is None:
        return  # somebody closed it before we started
    encoding = stream.encoding or "utf-8"
    words = _printable(sentence).encode(encoding, "replace").decode(encoding)
    with _sentence_for_trouble():
        stream.write(words + "\n")
        stream.flush()


@contextmanager
def _sentence_for_trouble() -> Iterator[None]:
    """Say that a disk is full where the output goes to; a closed pipe is somebody else's wish."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotPrint(reason=error.strerror or error) from error


def _in_one_line(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _printable(value: object) -> str:
    """Return text without lone surrogates, which no terminal takes."""
    return _SURROGATE.sub("\ufffd", str(value))

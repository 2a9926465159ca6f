"""The JSON that programs read."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from kdcurator.domain.exporting import ExportedQuote
from kdcurator.domain.quote import AnchorState
from kdcurator.exporting.json_document import quote_as_json, utc_text, write_json

MakeQuote = Callable[..., ExportedQuote]


def written(quotes: list[ExportedQuote]) -> bytes:
    stream = io.BytesIO()
    write_json(stream, quotes)
    return stream.getvalue()


def test_the_document_is_as_it_was(
    sample: list[ExportedQuote], golden: Callable[[dict[str, bytes]], None]
) -> None:
    golden({"quotes.json": written(sample)})


def test_texts_and_offsets_read_back(make: MakeQuote) -> None:
    texts = ("»Æ«\N{NO-BREAK SPACE}\n\t🙂\u2028", '"\\ ')
    [quote] = json.loads(written([make(*texts, start=3)]))["quotes"]
    assert [segment["exact"] for segment in quote["segments"]] == list(texts)
    assert all(s["end"] - s["start"] == len(s["exact"]) for s in quote["segments"])
    assert quote["text"] == " ".join(texts)


def test_letters_stand_as_they_are_and_a_newline_ends_the_file(make: MakeQuote) -> None:
    assert "ærø".encode() in written([make("ærø")])
    assert written([]) == b'{\n  "quotes": []\n}\n'


def test_a_quote_has_the_keys_of_the_contract(make: MakeQuote) -> None:
    keys = (
        "id article_id article_title segments text speaker role organisation municipality said_to "
        "tags status used_in note created_at anchor_state"
    )
    assert " ".join(quote_as_json(make().quote)) == keys


def test_moments_are_told_in_utc() -> None:
    moment = datetime(2026, 7, 1, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=2)))
    assert utc_text(moment) == "2026-06-30T23:02:03Z"
    assert utc_text(datetime(2026, 7, 1, tzinfo=UTC)) == "2026-07-01T00:00:00Z"


def test_what_was_said_in_a_recording_tells_when(make: MakeQuote) -> None:
    quote = replace(make().quote, timecode="00:07:12")
    assert quote_as_json(quote)["timecode"] == "00:07:12"


def test_a_quote_tells_whether_it_is_in_the_newest_version(make: MakeQuote) -> None:
    assert quote_as_json(make().quote)["anchor_state"] == "exact"
    gone = replace(make().quote, anchor_state=AnchorState.GONE)
    assert quote_as_json(gone)["anchor_state"] == "gone"

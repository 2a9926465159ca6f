import os
from pathlib import Path

import pytest
from lxml import etree

from kdcurator.domain.article import TextType
from kdcurator.domain.coding import Passage
from kdcurator.domain.errors import DamagedFile
from kdcurator.importing import refi
from kdcurator.importing.passages import OUTSIDE
from tests.projects_made import CODES, RAW, project, project_xml, qdpx, selection

SCHEMAS = Path(os.environ.get("KDCURATOR_SCHEMAS", Path(__file__).parents[3] / "shared/schemas"))
TEXT = RAW.replace("\r\n", "\n")


def test_texts_passages_and_notes_come_out_of_a_project() -> None:
    found = refi.read_project(project())
    interview, short, memo, loose = found.texts
    start = TEXT.index("Vi køber")
    codes = ("Økonomi", "indkøb", "kompetencer")
    assert interview.text == TEXT
    assert interview.passages == (Passage(start, start + 20, codes, "Ring igen."),)
    assert (short.text, memo.text, loose.title) == ("En kort tekst.", "Om den korte", "Løs")
    assert memo.text_type is loose.text_type is TextType.NOTE


def test_what_has_no_place_is_counted_by_its_reason() -> None:
    left_out = refi.read_project(project()).left_out
    assert dict(left_out) == {OUTSIDE: 1, refi.PICTURES: 1, refi.NO_TEXT: 1, refi.WHOLE: 1}


def test_codes_keep_colour_parent_and_description() -> None:
    first, second, _third = refi.read_project(project()).codes
    assert (first.name, first.colour, first.description) == ("Økonomi", "#d03040", "Alt om penge")
    assert (second.name, second.parent) == ("indkøb", "Økonomi")


def test_line_ends_that_count_as_one_are_told_by_the_words_they_would_part() -> None:
    start, end = TEXT.index("Det er"), TEXT.index("dyrt") + 4
    found = refi.read_project(qdpx(project_xml(selection(30, start, end, 1))))
    [passage] = found.texts[0].passages
    assert TEXT[passage.start : passage.end] == "Det er dyrt"


def test_a_codebook_is_read_alone() -> None:
    xml = CODES.replace("<CodeBook>", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">')
    assert [code.name for code in refi.read_codebook(xml.encode())] == [
        *("Økonomi", "indkøb", "kompetencer")
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"<nothing",
        b"<Other/>",
        b'<!DOCTYPE CodeBook [<!ENTITY a "b">]><CodeBook/>',
        project()[:200],
        qdpx("<Project"),
    ],
)
def test_what_is_no_project_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        refi.read_codebook(data)


def test_our_projects_are_as_the_schema_wants_them_and_the_sample_comes_in() -> None:
    if not (SCHEMAS / "refi-qda").is_dir():
        pytest.skip(f"{SCHEMAS / 'refi-qda'} is not there: schema and sample were not tried")
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "refi-qda/Project.xsd"))
    schema.assertValid(etree.fromstring(project_xml(selection(30, 1, 5, 1, note=20)).encode()))
    found = refi.read_project((SCHEMAS / "refi-qda/demo.qdpx").read_bytes())
    assert [len(text.passages) for text in found.texts] == [158, 0]
    assert (len(found.codes), dict(found.left_out)) == (262, {})
    assert len({code.name.casefold() for code in found.codes}) > 250

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.importing.blocks import Block, BlockKind, Words, joined, row

ITEM, ROW = BlockKind.ITEM, BlockKind.ROW


def test_paragraphs_are_divided_by_a_blank_line_and_items_by_none() -> None:
    blocks = [Block("Rubrik"), Block("et", ITEM), Block("to", ITEM), Block(" "), Block("Slut\xa0")]
    assert joined(blocks) == "Rubrik\n\n- et\n- to\n\nSlut\xa0"


def test_short_entries_of_a_table_stand_beside_each_other() -> None:
    rows = [*row([[Block("År")], [Block("")], [Block("Skibe")]]), *row([[Block("2024")], [], []])]
    assert joined(rows) == "År\t\tSkibe\n2024\t\t"


def test_paragraphs_that_stand_in_a_table_stay_apart() -> None:
    assert row([[Block("et"), Block("to")], [Block("tre")]]) == [
        Block("et"),
        Block("to"),
        Block("tre"),
    ]
    assert row([[Block("en\nlinje")], [Block("to")]]) == [Block("en\nlinje"), Block("to")]
    assert row([[Block("alene")]]) == [Block("alene")]
    assert row([]) == []


@given(st.lists(st.text()))
def test_no_character_of_a_block_is_altered(texts: list[str]) -> None:
    filled = [text for text in texts if text.strip()]
    assert joined(map(Block, texts)) == "\n\n".join(filled)


def test_white_space_of_markup_is_one_blank_and_no_break_spaces_are_characters() -> None:
    words = Words()
    words.add_data("\n  så \t")
    words.add_data("\r\n er\xa0\xa0der ")
    words.add("\t")
    words.add_data(" \xad!")
    assert str(words) == "så er\xa0\xa0der \t \xad!"

"""Texts that hold many articles: divided where the archive ends one, and nowhere else."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import Metadata, ReadFile
from kdcurator.importing.bundles import articles_in

RIGHTS = (
    "© Alt materiale i Fjordarkivet er omfattet af lov om ophavsret og må ikke kopieres\n"
    "uden særlig tilladelse."
)
FIRST = f"""Havby siger nej
Fjordposten, 12. marts 2024, 1. sektion, side 4, Karen Holm

- Vi køber ikke mere, siger borgmester Bo Lund.

{RIGHTS}
Id: e1234567

"""
SECOND = f"""Broen bliver dyrere
Havby Avis | tirsdag 02.11.2023 | Side 12 | Af Per Dal | 345 ord

Prisen er steget igen. Id: det ved ingen.

{RIGHTS}
Artikel-id: e89abcdef
"""
THIRD = """Ny skole
Havby Folkeblad
4. april 2022
Side 3

Der skal bygges.

Id: e99999999
"""


def split(text: str) -> list[ReadFile]:
    return articles_in(ReadFile(text, "text/plain", metadata=Metadata(title="Udtræk")))


def test_each_article_comes_with_what_the_archive_says_of_it() -> None:
    assert [item.metadata for item in split(FIRST + SECOND + THIRD)] == [
        Metadata(
            title="Havby siger nej",
            byline="Karen Holm",
            publication="Fjordposten",
            published_on=date(2024, 3, 12),
            archive_id="e1234567",
        ),
        Metadata(
            title="Broen bliver dyrere",
            byline="Per Dal",
            publication="Havby Avis",
            published_on=date(2023, 11, 2),
            archive_id="e89abcdef",
        ),
        Metadata(
            title="Ny skole",
            publication="Havby Folkeblad",
            published_on=date(2022, 4, 4),
            archive_id="e99999999",
        ),
    ]


def test_no_character_is_altered_or_left_out() -> None:
    found = split(FIRST + SECOND + THIRD + "\nUdskrevet i dag\n")
    assert [item.text for item in found] == [FIRST, SECOND, THIRD + "\nUdskrevet i dag\n"]


def test_one_article_stays_the_file_that_it_is() -> None:
    (found,) = split(FIRST)
    assert found.metadata.title == "Udtræk"


def test_feet_without_headlines_and_days_divide_nothing() -> None:
    text = f"En linje.\n\n{RIGHTS}\n\nEn til.\n\n{RIGHTS}\n"
    assert [item.text for item in split(text)] == [text]


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD, "Løst.\n", RIGHTS, "\n", "\ufffd"])))
def test_whatever_the_order_all_of_it_is_in_one_of_them(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    assert "".join(item.text for item in split(text)) == text

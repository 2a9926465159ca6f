import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.errors import DamagedFile, NoText
from kdcurator.importing.html_reader import read_page
from kdcurator.importing.pages import blocks_of, joined, parse_page


def shown(markup: str) -> str:
    return joined(blocks_of(parse_page(markup)))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>En</p><p>To</p>", "En\n\nTo"),
        ("<p>En<br>To<br/>Tre</p>", "En\nTo\nTre"),
        ("<div>En<br><br>\n<br>To</div>", "En\n\nTo"),
        ("<h2>Over</h2>Under", "Over\n\nUnder"),
        ("<ul><li>En<li><p>To</p><ul><li>Tre</ul></ul>Efter", "- En\n- To\n- Tre\n\nEfter"),
        ("<ol><li>En</ol><ol><li>To</ol>", "- En\n\n- To"),
        ("<ul><li>- En</li><li>– To</li></ul>", "- En\n– To"),
        ("<blockquote><p>En</p>To</blockquote>", "En\n\nTo"),
        ("<table><tr><td>En<td>To<tr><td>Tre<td>Fire</table>", "En\tTo\n\nTre\tFire"),
        ("<p>  En\n\t  to  </p>\n", "En to"),
        ("<p>En <b>to</b> <i> tre</i></p>", "En to tre"),
        ("<p>E<b>n</b>, to</p>", "En, to"),
        ("<pre>  En\n\n   To</pre>", "  En\n\n   To"),
        ("<p>En<!-- nej -->to</p>", "Ento"),
        ("<div>En<p>To</p>Tre</div>", "En\n\nTo\n\nTre"),
        ("<p>Sm&oslash;r &amp; br&#248;d &laquo;&#150;&raquo;", "Smør & brød «–»"),
        ("En<p/>To", "En\n\nTo"),
    ],
)
def test_markup_becomes_the_lines_that_a_browser_shows(markup: str, text: str) -> None:
    assert shown(markup) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>nej</script>",
        "<style>nej</style>",
        "<noscript>nej</noscript>",
        "<template>nej</template>",
        "<p hidden>nej</p>",
        '<p style="color:red; display: none">nej</p>',
        '<span class="a visually-hidden">nej</span>',
        "<select><option>nej</option></select>",
        "<button>nej</button>",
        "<svg><title>nej</title></svg>",
        "<div hidden><p>nej<br>nej</p>nej</div>",
    ],
)
def test_what_is_not_shown_is_no_text(hidden: str) -> None:
    assert shown(f"<p>En</p>{hidden}<p>To</p>") == "En\n\nTo"


@pytest.mark.parametrize(
    "mark", ["\xa0", "\xad", "\u200b", "\u2009", "\u2028", "  ", "a\u030a", "\U0001f1e9"]
)
def test_characters_stay_as_they_are(mark: str) -> None:
    paragraph = f"Hun sagde:{mark}»Det{mark}går« og gik.{mark}x"
    assert shown(f"<p>{paragraph}</p>") == paragraph
    article = "".join(f"<p>{paragraph} {i} Det er et langt afsnit om en sag.</p>" for i in range(9))
    page = read_page(f"<main><h1>Titel{mark}x</h1>{article}</main>")
    assert page.text.count(f"{paragraph} ") == 9
    assert page.text.startswith(f"Titel{mark}x\n\n")


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_text_without_blanks_at_its_edges_comes_back_exactly(paragraphs: list[str]) -> None:
    shown_ones = [f"a{words}b" for words in paragraphs]
    quoted = [w.replace("&", "&amp;").replace("<", "&lt;") for w in shown_ones]
    assert shown("".join(f"<p>{words}</p>" for words in quoted)) == "\n\n".join(shown_ones)


@pytest.mark.parametrize("markup", ["", "  ", "<!-- kun en kommentar -->"])
def test_a_page_of_nothing_is_no_text(markup: str) -> None:
    with pytest.raises(NoText):
        parse_page(markup)


def test_a_page_nested_too_deep_is_damaged_rather_than_cut_short() -> None:
    with pytest.raises(DamagedFile):
        parse_page("<div>" * 100_000 + "inderst")


def test_entities_of_a_page_s_own_read_no_file() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a&x;b</p>'
    assert "a&x;b" in shown(bomb)


def test_a_long_line_is_read_whole() -> None:
    words = "æ ordet " * 1_400_000
    assert shown(f"<p>{words}slut</p>").endswith("slut")


def taken(markup: str) -> float:
    """Return the seconds that a page takes, the quicker of two tries."""
    tries = []
    for _ in range(2):
        start = time.process_time()
        with contextlib.suppress(DamagedFile):
            shown(markup)
        tries.append(time.process_time() - start)
    return min(tries)


@pytest.mark.parametrize("piece", ["<br>x", "<b>x</b> ", "<td>x", "<li>x", " \t\n<i> "])
def test_time_grows_with_the_page_and_no_faster(piece: str) -> None:
    short, long = (taken(f"<p>{piece * times}") for times in (10_000, 80_000))
    assert long < 25 * short + 0.2  # in step it would be 8 times, in squares 64 times

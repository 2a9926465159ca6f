import pytest

from kdcurator.search.danish import (
    inflected_from,
    name_key,
    one_edit_away,
    place_keys,
    plain_words,
    skeleton,
    spellings,
    stem,
    stems,
)


@pytest.mark.parametrize(
    "forms",
    [
        "kommunaldirektør kommunaldirektøren kommunaldirektørerne kommunaldirektørens",
        "digitalisering digitaliseringen digitaliserings digitaliseringens",
        "gevinstrealisering gevinstrealiseringen gevinstrealiseringer",
        "borger borgere borgeren borgerne borgernes",
        "borgmester borgmesteren borgmestre borgmestrene borgmestrenes",
        "minister ministeren ministre ministrene",
        "artikel artiklen artikler artiklerne",
        "regel reglen regler reglerne",
        "by byen byer byerne byernes",
        "barn barnet børn børnene børns",
        "skolebarn skolebørn skolebørnene",
        "god godt gode",
        "universitet universitetet universiteterne universitets",
        "formand formanden formænd formændenes",
        "bog bogen bøger bøgerne",
        "lærebog lærebøger lærebøgerne",
        "fod fødder",
        "hånd hænder",
        "nat nætter",
        "tand tænder",
        "far fædre",
        "mor mødre",
        "bror brødre",
        "datter døtre",
        "and ænder",
        "ko køer",
        "gås gæs",
        "ny nyt nye",
        "lille små",
        "virksomhed virksomheder virksomhederne virksomhedens",
        "digital digitalt digitale",
        "politiker politikere politikernes",
        "museum museet museerne",
    ],
)
def test_inflections_have_one_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("hund hundrede", "el al", "handel hånd", "mod modtræk", "politik politiker"),
        *("borg borger", "god gods", "leder ledelse", "plan planet", "mulig mulighed", "orden ord"),
        *("and anden", "stof offer", "kur kurser", "far fare", "tal tale"),
    ],
)
def test_other_words_keep_stems_of_their_own(words: str) -> None:
    assert len(set(stems(words))) == 2


@pytest.mark.parametrize("prefix", ["borgmestr", "borgmestre", "artikl", "artikle", "vejl"])
def test_begun_word_is_found_where_its_vowel_is_lost(prefix: str) -> None:
    whole = {"b": "borgmestre", "a": "artikler", "v": "vejle"}[prefix[0]]
    assert stem(whole).startswith(prefix) or stem(whole) in inflected_from(prefix)


@pytest.mark.parametrize("word", ["it", "by", "to", "og", "ikke", "ø", "å", "7"])
def test_no_word_is_too_common_or_too_short(word: str) -> None:
    assert len(stems(f"før {word} efter")) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it-systemer og it/drift", ["it", "systemer", "og", "it", "drift"]),
        ("digi\u00adtali\u00adsering", ["digitalisering"]),
        ("10\u00a0000\u202fkroner", ["10", "000", "kroner"]),
        ("A\u030arhus", ["århus"]),
        ("e\ufb03cient", ["efficient"]),
        ("snake_case", ["snake", "case"]),
        ("\u00ad\u200b!", []),
        ("EU’s", ["eu", "s"]),
        ("kommunal-\ndirektør", ["kommunaldirektør"]),
        ("kommunal\u00ad\ndirek\u00ad\ntør", ["kommunaldirektør"]),
        ("for-\nog bagside", ["for", "og", "bagside"]),
        ("EU-\nlandene", ["eu", "landene"]),
    ],
)
def test_words_are_found_in_a_text(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


def test_a_word_without_end_is_cut() -> None:
    assert len(stem("x" * 10_000)) == 100


@pytest.mark.parametrize("typed", ["kommunaldirektor", "kommunaldirektoer"])
def test_a_word_stands_for_its_spelling_with_danish_letters(typed: str) -> None:
    assert "kommunaldirektør" in set(spellings(typed, "kommunaldirektør".startswith))


@pytest.mark.parametrize("typed", ["raekkefoelge", "rakkefolge", "raekkefolge"])
def test_every_way_to_type_the_letters_is_known(typed: str) -> None:
    assert "rækkefølge" in set(spellings(typed, "rækkefølge".startswith))


def test_who_types_a_danish_letter_has_them_all() -> None:
    assert not set(spellings("rækkefoelge", "rækkefølge".startswith))


@pytest.mark.parametrize("prefix", ["kommunerne", "kommunern", "kommuner", "kommune"])
def test_a_prefix_longer_than_a_stem_leads_to_it(prefix: str) -> None:
    assert stem("kommunerne") in inflected_from(prefix)


@pytest.mark.parametrize("prefix", ["bør", "børn", "børnene"])
def test_a_begun_word_leads_to_a_stem_that_begins_otherwise(prefix: str) -> None:
    assert "barn" in inflected_from(prefix)


def test_a_prefix_leads_to_no_stem_that_it_begins() -> None:
    assert inflected_from("skib") == set()


@pytest.mark.parametrize("slip", ["ledlse", "leddelse", "ledeles", "ledalse"])
def test_one_slip_away(slip: str) -> None:
    assert "ledelse" in set(one_edit_away(slip))


def test_two_slips_are_not_one() -> None:
    assert "ledelse" not in set(one_edit_away("lddlse"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Digital  Ledelse", "digital ledelse"),
        ("A\u030aben", "åben"),
        ("it\u00a0drift", "IT drift"),
    ],
)
def test_names_compare_without_regard_to_case_and_blanks(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_the_key_of_a_name_can_be_written() -> None:
    assert name_key("a\ud800").encode() == b"a?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aarhus", "aarhus kommune"),
        ("Århus Kommune", "Aarhus"),
        ("København", "Københavns Kommune"),
        ("Bornholm", "Bornholms Regionskommune"),
    ],
)
def test_a_municipality_has_many_names(one: str, other: str) -> None:
    assert place_keys(one) & place_keys(other)


def test_two_municipalities_are_two() -> None:
    assert not place_keys("Aarhus Kommune") & place_keys("Aalborg Kommune")


def test_a_skeleton_is_the_same_however_it_is_typed() -> None:
    assert {skeleton(word) for word in ("måløø", "maaloeoe", "maloo")} == {"maloo"}

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.errors import NotFetched
from kdcurator.importing.web_addresses import Place, is_public, public_addresses

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize(
    ("url", "asked_for"),
    [
        ("http://avisen.example", "http://avisen.example/"),
        ("HTTPS://Avisen.Example./Nyt?a=1#afsnit", "https://avisen.example/Nyt?a=1"),
        (
            "https://rådhusavisen.example/på-ærø?q=å",
            "https://xn--rdhusavisen-x8a.example/p%C3%A5-%C3%A6r%C3%B8?q=%C3%A5",
        ),
        ("https://avisen.example:8443/%C3%A6", "https://avisen.example:8443/%C3%A6"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        (f"http://{PUBLIC}:80/", f"http://{PUBLIC}/"),
        ("  https://avisen.example/a\n", "https://avisen.example/a"),
    ],
)
def test_an_address_is_asked_for_as_a_browser_would(url: str, asked_for: str) -> None:
    assert Place.of(url).url == asked_for


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://avisen.example/",
        "gopher://avisen.example/",
        "javascript://avisen.example/%0aalert(1)",
        "data:text/html,hej",
        "http://",
        "http:///sti",
        "//avisen.example",
        "avisen.example",
        "http://bo:hemmelig@avisen.example/",
        "http://avisen.example@127.0.0.1/",
        "http://avisen.example:99999/",
        "http://avisen.example:0x50/",
        "http://avisen.example/a b",
        "http://avisen.example/\r\nHost: x",
        "http://avisen.example\\@127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://017700000001/",
        "http://1.2.3.4.5/",
        "http://[::1",
        "http://-avisen.example/",
        "http://av isen.example/",
        "http://avisen..example/",
        "http://avisen.example/" + "a" * 5_000,
    ],
)
def test_what_is_no_address_of_a_page_is_refused_unasked(url: str) -> None:
    with pytest.raises(NotFetched):
        Place.of(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",  # noqa: S104
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8",
        "198.18.0.1", "198.51.100.7", "203.0.113.5", "224.0.0.1", "239.255.255.250",
        "255.255.255.255", "240.0.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:db8::1",
        "2001:0:7f00:1::", "::7f00:1", "fec0::1", "avisen.example", "",
    ],
)  # fmt: skip
def test_what_is_not_public_is_never_connected_to(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        PUBLIC,
        "8.8.8.8",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "2a01:111::1",
        f"::ffff:{PUBLIC}",
        "64:ff9b::5db8:d822",
    ],
)
def test_what_is_public_is_connected_to(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_is_judged_the_same_in_every_dress(address: object) -> None:
    assert is_public(str(address)) == is_public(f"::ffff:{address}")


@pytest.mark.parametrize(
    "found", [[], ["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::1"], ["ikke et tal"]]
)
def test_a_name_with_one_address_that_is_not_public_is_refused(found: list[str]) -> None:
    with pytest.raises(NotFetched):
        public_addresses(Place.of("http://avisen.example/"), lambda _host, _port: found)


def test_an_address_in_numbers_is_never_looked_up() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise AssertionError("looked up")

    assert public_addresses(Place.of(f"http://{PUBLIC}/"), resolve) == [PUBLIC]
    with pytest.raises(NotFetched):
        public_addresses(Place.of("http://192.168.0.1/"), resolve)

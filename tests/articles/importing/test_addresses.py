"""Which addresses are asked for a text, and what a server says of what it sends."""

from __future__ import annotations

import pytest

from articles.importing.addresses import Place, is_public
from articles.importing.arriving import in_utf8
from ncr.refusals import Refused
from tests.articles.importing.servers import OTHER, PUBLIC

PRIVATE = [
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",  # noqa: S104 (nobody binds to it here)
    "10.0.0.1",
    "172.16.4.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.7",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fec0::1",
    "fd00:ec2::254",
    "ff0e::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::7f00:1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "not an address",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_not_everybody_reaches_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, OTHER, "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"])
def test_addresses_that_everybody_reaches_are_public(address: str) -> None:
    assert is_public(address)


def test_a_redirect_does_not_give_up_encryption() -> None:
    with pytest.raises(Refused, match="from https to http"):
        Place.of("https://ice.example/").after("http://ice.example/")
    assert str(Place.of("http://ice.example/").after("https://b.example")) == "https://b.example/"


@pytest.mark.parametrize(
    "name", ["straße.de", "STRAẞE.de", "βόλος.com", "نامه\u200cای.com", "a\u200db.example"]
)
def test_names_that_lead_elsewhere_under_older_rules_are_not_asked(name: str) -> None:
    with pytest.raises(Refused, match="xn--"):
        Place.of(f"https://{name}/")


def test_other_names_are_asked_as_the_net_has_them() -> None:
    assert Place.of("https://xn--strae-oqa.de/").host == "xn--strae-oqa.de"
    assert Place.of("https://Bücher.example/").host == "xn--bcher-kva.example"


def test_an_address_is_as_long_as_it_is_asked() -> None:
    with pytest.raises(Refused, match="too long"):
        Place.of("https://ice.example/" + "ж" * 400)
    assert len(str(Place.of("https://ice.example/" + "ж" * 160))) == 980


@pytest.mark.parametrize(
    ("sent", "charset", "found"),
    [
        ("Привет, мир".encode("cp1251"), "windows-1251", "\ufeffПривет, мир"),
        ("Grüße".encode("cp1252"), "ISO-8859-1", "\ufeffGrüße"),
        ("Grüße".encode(), "iso-8859-1", "Grüße"),
        ("Grüße".encode("cp1252"), "punycode", None),
        ("Grüße".encode("cp1252"), "no-such", None),
        ("Grüße".encode("cp1252"), "", None),
    ],
)
def test_the_server_s_word_on_the_encoding_is_heard(
    sent: bytes, charset: str, found: str | None
) -> None:
    assert in_utf8(sent, charset) == (sent if found is None else found.encode())

"""Texts from web addresses: only public ones, whatever is tried, and within bounds."""

from __future__ import annotations

import datetime
import gzip
import socket
import ssl
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from articles.importing import fetching
from articles.importing.beginning import begin_import_from_web
from articles.importing.fetching import fetch
from articles.models import Import
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused, TooLarge, TooMany
from tests import factories
from tests.articles.importing.servers import (
    PUBLIC,
    Site,
    leading,
    network,
    page,
    serving,
)

PAGE = "<!doctype html><title>Ice</title><p>Ice closes the härbour.</p>".encode()


@pytest.fixture(autouse=True)
def switched_on(settings: Any) -> None:
    settings.IMPORT_FROM_WEB = True


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site({"/ice": page(PAGE), "/": page(PAGE)})) as site:
        yield site


def refusal(address: str, site: Site, **how: Any) -> str:
    with pytest.raises(Refused) as refused:
        fetch(address, network(site, **how))
    return refused.value.message


def test_a_page_is_fetched_with_its_name_and_address(site: Site) -> None:
    found = fetch(" http://ice.example/ice#top ", network(site))
    assert (found.data, found.filename) == (PAGE, "ice.html")
    assert found.address == "http://ice.example/ice"
    assert site.asked == [("ice.example", "/robots.txt"), ("ice.example", "/ice")]
    sent = site.headers[1]
    assert sent["User-Agent"].startswith("NCR-import/")
    assert "Cookie" not in sent


def test_nothing_is_fetched_unless_the_owner_switched_it_on(site: Site, settings: Any) -> None:
    settings.IMPORT_FROM_WEB = False
    with pytest.raises(NotAllowed, match="does not fetch"):
        fetch("http://ice.example/ice", network(site))
    assert site.asked == []


def test_it_is_off_by_default() -> None:
    from ncr import settings

    assert settings.IMPORT_FROM_WEB is False


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ice.example/ice",
        "file:///etc/passwd",
        "gopher://ice.example/1",
        "ftp://ice.example/ice",
        "javascript:alert(1)",
        "data:text/html,<p>x",
        "http://",
        "http:///ice",
        "http://ice.example:99999/",
        "http://ice.example:x/",
        "http://ice .example/",
        "http://ice.example\\@10.0.0.1/",
        "http://ice.example/a\r\nHost: other",
        "http://ice.example/\x00",
        "http://[::1",
        "http://[fe80::1%25eth0]/",
        "http://a..example/",
        "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 200 + "example/",
        "http://ice.example/" + "a" * 1000,
        # what only some programs take for an address of this machine
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://0/",
        "http://1.2.3.4.5/",
    ],
)
def test_what_is_no_address_of_a_page_is_not_asked(address: str, site: Site) -> None:
    assert "no address of a page" in refusal(address, site)
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("http://ada:secret@ice.example/", "password"),
        ("http://ice.example@10.0.0.1/", "password"),
        ("http://ice.example:22/", "usual ports"),
        ("http://ice.example:8080/", "usual ports"),
        ("http://ice.example:443/", "usual ports"),
        ("https://ice.example:80/", "usual ports"),
    ],
)
def test_passwords_and_other_ports_are_refused(address: str, word: str, site: Site) -> None:
    assert word in refusal(address, site)
    assert site.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "[64:ff9b::7f00:1]",
        "１２７.0.0.1",
    ],
)
def test_a_private_address_is_not_asked(host: str, site: Site) -> None:
    said = refusal(f"http://{host}/", site)
    assert "private network" in said or "no address" in said
    assert site.asked == []


@pytest.mark.parametrize("answer", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::1", PUBLIC]])
def test_a_name_with_one_private_address_is_not_asked(answer: list[str], site: Site) -> None:
    names = {"ice.example": [answer], "localhost": [answer]}
    for name in names:
        assert "private network" in refusal(f"http://{name}/ice", site, names=names)
    assert site.asked == []


def test_this_machine_s_own_name_is_not_asked() -> None:
    with pytest.raises(Refused, match="private network"):
        fetch("http://localhost/")


def test_a_name_that_turns_private_is_not_asked_again(site: Site) -> None:
    names = {"ice.example": [[PUBLIC], ["127.0.0.1"]]}
    assert "private network" in refusal("http://ice.example/ice", site, names=names)
    assert site.asked == [("ice.example", "/robots.txt")]


def test_it_is_the_judged_address_that_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever would ask for the name once more would get this machine's own address."""
    asked = []
    real = socket.getaddrinfo

    def counted(host: Any, *args: Any, **more: Any) -> Any:
        asked.append(host)
        return real(host, *args, **more)

    net = network(site, names={"ice.example": [[PUBLIC]]})
    monkeypatch.setattr(socket, "getaddrinfo", counted)
    fetch("http://ice.example/ice", net)
    assert set(asked) == {"127.0.0.1"}


@pytest.mark.parametrize("proxy", ["http_proxy", "HTTP_PROXY", "ALL_PROXY"])
def test_proxies_of_the_surroundings_are_not_used(
    proxy: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(proxy, "http://127.0.0.1:9/")
    assert fetch("http://ice.example/ice", network(site)).data == PAGE


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "//[::1]/",
        "http://inside.example/",
    ],
)
def test_a_redirect_to_a_private_address_is_not_followed(to: str, site: Site) -> None:
    site.pages["/ice"] = leading(to)
    names = {"inside.example": [["192.168.0.7"]]}
    assert "private network" in refusal("http://ice.example/ice", site, names=names)
    assert {host for host, _path in site.asked} == {"ice.example"}


@pytest.mark.parametrize("to", ["file:///etc/passwd", "gopher://ice.example/", "http://a:1@b/"])
def test_a_redirect_to_something_else_is_not_followed(to: str, site: Site) -> None:
    site.pages["/ice"] = leading(to)
    refusal("http://ice.example/ice", site)


def test_redirects_are_followed_to_where_the_text_is(site: Site) -> None:
    site.pages["/old"] = leading("/newer", 301)
    site.pages["/newer"] = leading("http://other.example/ice#part", 308)
    found = fetch("http://ice.example/old", network(site))
    assert found.address == "http://other.example/ice"
    assert ("other.example", "/robots.txt") in site.asked


def test_redirects_without_end_are_refused(site: Site) -> None:
    site.pages["/ice"] = leading("/ice")
    assert "more than 5 times" in refusal("http://ice.example/ice", site)
    assert site.asked.count(("ice.example", "/ice")) == 6


def test_names_in_other_scripts_are_asked_in_ascii(site: Site) -> None:
    site.pages["/%C3%BCber?q=%C3%A4"] = page(PAGE)
    found = fetch("http://Bücher.example./über?q=ä", network(site))
    assert found.address == "http://xn--bcher-kva.example/%C3%BCber?q=%C3%A4"
    assert site.asked[-1][0] == "xn--bcher-kva.example"


def dripping(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _second in range(200):
        request.wfile.write(b"a")
        time.sleep(0.05)


def dripping_head(request: BaseHTTPRequestHandler) -> None:
    for _second in range(200):
        request.wfile.write(b"H")
        time.sleep(0.05)


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(10)


@pytest.mark.parametrize("slow", [dripping, dripping_head, silent])
def test_a_server_that_drips_is_left_in_time(slow: Any, site: Site) -> None:
    site.pages["/ice"] = slow
    began = time.monotonic()
    assert "too long" in refusal("http://ice.example/ice", site, longest=0.5)
    assert time.monotonic() - began < 5


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while True:
        request.wfile.write(b"word " * 100_000)


def test_what_is_too_large_is_left(site: Site) -> None:
    site.pages["/ice"] = endless
    with pytest.raises(TooLarge, match="20 MB"):
        fetch("http://ice.example/ice", network(site))


def test_what_is_too_large_unpacked_is_left(site: Site) -> None:
    packed = gzip.compress(b"\0" * 300_000_000, 9)
    for coding, body in (("gzip", packed), ("gzip, gzip", gzip.compress(packed))):
        site.pages["/ice"] = page(body, Content_Encoding=coding)
        with pytest.raises(TooLarge, match="20 MB"):
            fetch("http://ice.example/ice", network(site))


def test_what_is_packed_is_unpacked(site: Site) -> None:
    site.pages["/ice"] = page(gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch("http://ice.example/ice", network(site)).data == PAGE


def test_what_is_broken_off_is_refused(site: Site) -> None:
    def broken(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", "5000")
        request.end_headers()
        request.wfile.write(PAGE)

    site.pages["/ice"] = broken
    assert "cannot be reached" in refusal("http://ice.example/ice", site)


@pytest.mark.parametrize(
    ("status", "word"), [(403, "everybody"), (404, "no such page"), (500, "error (500)")]
)
def test_a_page_that_is_not_given_is_said_so(status: int, word: str, site: Site) -> None:
    site.pages["/ice"] = page(PAGE, status=status)
    assert word in refusal("http://ice.example/ice", site)


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "text/css", "x"])
def test_what_is_no_text_is_refused(kind: str, site: Site) -> None:
    site.pages["/ice"] = page(b"\x89PNG", kind)
    assert "no text at this address" in refusal("http://ice.example/ice", site)


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/a/notes.md", "text/plain", "notes.md"),
        ("/a/essay.pdf", "application/octet-stream", "essay.pdf"),
        ("/a/essay", "application/pdf", "essay.pdf"),
        ("/a/essay.php", "text/html", "essay.php.html"),
        ("/a/", "application/epub+zip", "a.epub"),
        ("/..%2F..%2Fetc%2Fpasswd", "text/plain", "passwd.txt"),
    ],
)
def test_the_file_is_named_by_path_and_kind(path: str, kind: str, name: str, site: Site) -> None:
    site.pages[path] = page(b"Words", kind)
    assert fetch(f"http://ice.example{path}", network(site)).filename == name


def test_what_robots_may_not_fetch_is_not_fetched(site: Site) -> None:
    site.pages["/robots.txt"] = page(b"User-agent: *\nDisallow: /ice\n", "text/plain")
    assert "robots.txt" in refusal("http://ice.example/ice", site)
    assert site.asked == [("ice.example", "/robots.txt")]
    assert fetch("http://ice.example/", network(site)).data == PAGE


def test_robots_rules_hold_where_a_redirect_leads(site: Site) -> None:
    site.pages["/old"] = leading("/ice")
    site.pages["/robots.txt"] = page(b"User-agent: NCR-import\nDisallow: /ice\n", "text/plain")
    assert "robots.txt" in refusal("http://ice.example/old", site)
    assert ("ice.example", "/ice") not in site.asked


@pytest.mark.parametrize("status", [500, 503])
def test_a_site_that_fails_to_say_is_left_alone(status: int, site: Site) -> None:
    site.pages["/robots.txt"] = page(b"", status=status)
    assert "robots.txt" in refusal("http://ice.example/ice", site)
    assert ("ice.example", "/ice") not in site.asked


def test_robots_txt_does_not_lead_inside(site: Site) -> None:
    site.pages["/robots.txt"] = leading("http://127.0.0.1/robots.txt")
    assert "private network" in refusal("http://ice.example/ice", site)


def test_of_a_long_robots_txt_the_beginning_counts(site: Site) -> None:
    body = b"User-agent: *\nDisallow: /ice\n" + b"# and so on\n" * 100_000
    site.pages["/robots.txt"] = page(body, "text/plain")
    assert "robots.txt" in refusal("http://ice.example/ice", site)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of `ice.example`, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ice.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("ice.example")]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    kept = tmp_path / "site.pem"
    kept.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return kept


def test_certificates_are_held_against_the_name(certificate: Path) -> None:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate)
    asked: list[str | None] = []
    served.sni_callback = lambda _sock, name, _context: asked.append(name)
    with serving(Site({"/ice": page(PAGE)}), served) as site:

        def trusted() -> ssl.SSLContext:
            return ssl.create_default_context(cafile=str(certificate))

        found = fetch("https://ice.example/ice", network(site, trusted=trusted))
        assert (found.data, found.address) == (PAGE, "https://ice.example/ice")
        assert set(asked) == {"ice.example"}
        said = refusal("https://other.example/ice", site, trusted=trusted)
        assert "certificate" in said
        assert "certificate" in refusal("https://ice.example/ice", site)
        assert site.asked == [("ice.example", "/robots.txt"), ("ice.example", "/ice")]


def test_few_are_fetched_at_once(site: Site) -> None:
    for _one in range(fetching.AT_ONCE):
        assert fetching._under_way.acquire(blocking=False)
    try:
        with pytest.raises(TooMany):
            fetch("http://ice.example/ice", network(site))
    finally:
        for _one in range(fetching.AT_ONCE):
            fetching._under_way.release()
    assert fetch("http://ice.example/ice", network(site)).data == PAGE


@pytest.fixture
def editor(db: None) -> User:
    return factories.person("editor", is_superuser=True)


def test_an_import_from_the_web_keeps_its_address(
    editor: User, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    net = network(site)
    monkeypatch.setattr("articles.importing.beginning.fetch", lambda address: fetch(address, net))
    begun = begin_import_from_web(by=editor, address="http://ice.example/ice")
    assert (begun.filename, begun.address) == ("ice.html", "http://ice.example/ice")


def test_one_person_fetches_so_often_in_a_minute(
    editor: User, one_minute: None, settings: Any
) -> None:
    for _time in range(10):
        with pytest.raises(Refused, match="no address"):
            begin_import_from_web(by=editor, address="file:///etc/passwd")
    with pytest.raises(TooMany):
        begin_import_from_web(by=editor, address="file:///etc/passwd")
    assert not Import.objects.exists()

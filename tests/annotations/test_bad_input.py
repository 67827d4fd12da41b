"""What cannot be taken, by form and by JSON: a clear 4xx, nothing written, nothing typed lost."""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.sending import (
    assert_given_back,
    assert_problem,
    client_of,
    form_on,
    json_on,
    send,
)

pytestmark = pytest.mark.django_db
SURROGATE = "\ud800"
LARGE = 20_000_000


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.fixture
def client(author: User) -> Client:
    return client_of(author)


# Values that no field of ours can hold
NONSENSE: dict[str, Any] = {
    "NUL": "a\0b",
    "surrogate": f"a{SURROGATE}b",
    "long": "x" * 50_000,
    "long number": "9" * 10_000,
    "markup": "<script>alert(1)</script>",
    "list": ["x"],
    "object": {"x": 1},
    "true": True,
    "huge": 10**40,
    "negative": -1,
    "fraction": 0.5,
}
ANCHOR = ("start_key", "start", "end_key", "end", "quote", "phrase", "prefix", "suffix")
REST = ("body", "kind", "audience", "topics", "submission", "revision")
# What is kept nowhere, or is a text like any other
HARMLESS = {
    *(("revision", kind) for kind in ("huge", "negative", "true")),
    *((name, kind) for name in ("prefix", "suffix") for kind in ("NUL", "markup")),
    *(("body", kind) for kind in ("markup", "long number")),
    ("topics", "list"),
}


@pytest.mark.parametrize("name", [*ANCHOR, *REST])
def test_no_nonsense_in_json_is_an_error_of_the_server(
    client: Client, article: Article, name: str
) -> None:
    for kind, value in NONSENSE.items():
        given = json_on(article)
        if name in ANCHOR:
            given["anchor"][name] = value
        else:
            given[name] = value
        answer = send(client, "annotate", article.slug, given)
        if answer.status_code == 201:
            assert (name, kind) in HARMLESS
            continue
        assert_problem(answer, 409, 413, 422)
    harmless = sum(1 for one, _kind in HARMLESS if one == name)
    assert Annotation.objects.count() <= harmless


@pytest.mark.parametrize(
    "name", [*ANCHOR, "kind", "audience", "topics", "submission", "revision", "version"]
)
def test_no_nonsense_in_a_form_is_an_error_of_the_server(
    client: Client, article: Article, name: str
) -> None:
    for kind in ("NUL", "long", "long number", "markup", "huge", "negative", "fraction"):
        answer = client.post(
            reverse("annotate", args=[article.slug]),
            form_on(article, **{name: NONSENSE[kind]}),
        )
        if answer.status_code == 302:  # the field is not used in this form, or takes any text
            assert name in {"prefix", "suffix", "version", "revision", "topics"}, (name, kind)
            continue
        assert_given_back(answer, 409, 413, 422)


def test_bytes_that_are_no_text_are_replaced_in_a_form(client: Client, article: Article) -> None:
    raw = "&".join(f"{name}={value}" for name, value in form_on(article, body="").items())
    answer = client.post(
        reverse("annotate", args=[article.slug]),
        raw.replace("body=", "body=a%ED%A0%80b%FF"),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 302
    assert "\ufffd" in Annotation.objects.get().body


ADDRESSES = (
    "/articles/{slug}/annotate/?block={x}",
    "/articles/{slug}/annotate/?block={key}&start={x}&end={x}&quote={x}",
    "/articles/{slug}/annotate/?block={key}&start=0&end=3&end_key={x}",
    "/articles/{slug}/annotate/?start=0&end=3&start_key={x}",
    "/articles/{slug}/cards/?block={x}&block={key}",
    "/articles/{slug}/passages/?block={x}",
    "/articles/{slug}/discussion/?order={x}",
    "/articles/{slug}/revisions/{x}/",
    "/articles/{slug}/p/{x}/",
    "/articles/{x}/",
    "/articles/{x}/overlay/",
    "/threads/{x}/",
    "/annotations/{x}/",
    "/annotations/{x}/?in={x}",
    "/topics/{x}/",
    "/people/{x}/",
    "/api/articles?after={x}",
    "/api/articles/{x}",
    "/api/articles/{slug}/threads?order={x}",
    "/api/threads/{x}",
    "/api/topics?q={x}",
    "/api/topics?article={x}",
    "/accounts/login/?next={x}",
    "/accounts/link/{x}/",
)
ODD = (
    "%00",
    "%ED%A0%80",
    "%FF",
    "x" * 10_000,
    "9" * 5_000,
    "9" * 30,
    "-1",
    "",
    "%F0%9F%90%98",
    "%20",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_odd_address_is_an_error_of_the_server(
    client: Client, article: Article, author: User, address: str
) -> None:
    factories.annotation(article, author)
    key = factories.block(article).key
    for odd in ODD:
        for visitor in (client, Client()):
            answer = visitor.get(address.format(slug=article.slug, key=key, x=odd))
            assert answer.status_code < 500, odd
            if answer.status_code >= 400 and address.startswith("/api/"):
                assert_problem(answer, 400, 404, 422)


def test_a_large_json_body_is_413_in_words(client: Client, article: Article) -> None:
    answer = send(client, "annotate", article.slug, json_on(article, body="x" * LARGE))
    assert_problem(answer, 413)
    assert "more than this site takes" in answer.json()["detail"]


@pytest.mark.parametrize("address", ["reply", "edit"])
def test_a_large_body_is_413_for_replies_and_edits(
    client: Client, article: Article, author: User, address: str
) -> None:
    note = factories.annotation(article, author)
    form = client.post(reverse(address, args=[note.uuid]), {"body": "x" * LARGE})
    assert form.status_code == 413
    assert "what you typed is still there" in form.content.decode()
    method = {"reply": "post", "edit": "patch"}[address]
    assert_problem(send(client, address, note.uuid, {"body": "x" * LARGE}, method), 413)


def test_a_body_past_the_limit_that_can_be_read_comes_back_whole(
    client: Client, article: Article, author: User
) -> None:
    note = factories.annotation(article, author)
    long = "long " * 5000
    for name in ("reply", "edit"):
        answer = client.post(reverse(name, args=[note.uuid]), {"body": long, "version": 1})
        assert answer.status_code == 422
        assert answer.content.decode().count("long ") >= 5000


@pytest.mark.parametrize("body", ["", " \n\t", "\u00a0"])
def test_nothing_is_refused_in_every_form(
    client: Client, article: Article, author: User, body: str
) -> None:
    note = factories.annotation(article, author)
    mark = {"body": body, "submission": str(uuid.uuid4())}
    assert_problem(send(client, "annotate", article.slug, json_on(article, body=body)), 422)
    assert_problem(send(client, "reply", note.uuid, mark), 422)
    assert_problem(send(client, "edit", note.uuid, {"body": body, "version": 1}, "patch"), 422)
    answers = [
        client.post(reverse("annotate", args=[article.slug]), form_on(article, body=body)),
        client.post(reverse("reply", args=[note.uuid]), mark),
        client.post(
            reverse("edit", args=[note.uuid]), {"body": body, "version": 1, "kind": "comment"}
        ),
    ]
    assert [answer.status_code for answer in answers] == [422] * 3
    assert all("Write something" in answer.content.decode() for answer in answers)
    assert Annotation.objects.count() == 1


@pytest.mark.parametrize("name", ["annotate", "reply", "edit"])
@pytest.mark.parametrize(
    "raw", [b"", b"{", b"null", b"[]", b'{"body": NaN}', b"\xff", b"[" * 50_000]
)
def test_what_is_not_json_is_told_so(
    client: Client, article: Article, author: User, name: str, raw: bytes
) -> None:
    of = article.slug if name == "annotate" else factories.annotation(article, author).uuid
    assert_problem(send(client, name, of, raw, "patch" if name == "edit" else "post"), 400, 422)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_json_that_does_not_say_so_is_415(client: Client, article: Article, kind: str) -> None:
    address = reverse("api:annotate", args=[article.slug])
    answer = client.post(address, json.dumps(json_on(article)), content_type=kind)
    assert_problem(answer, 415)
    assert not Annotation.objects.exists()


def test_json_sent_to_a_form_is_refused_in_words(client: Client, article: Article) -> None:
    address = reverse("annotate", args=[article.slug])
    answer = client.post(address, json.dumps(json_on(article)), content_type="application/json")
    assert answer.status_code == 422
    assert "Write something" in answer.content.decode() or "required" in answer.content.decode()


def test_a_passage_of_another_article_is_refused(client: Client, article: Article) -> None:
    other = factories.article()
    foreign = {name: getattr(factories.passage(other), name) for name in ("start_key", "end_key")}
    given = json_on(article)
    given["anchor"] |= foreign
    assert_problem(send(client, "annotate", article.slug, given), 409)
    address = reverse("annotate", args=[article.slug])
    assert_given_back(client.post(address, form_on(article, **foreign)), 409)
    assert not Annotation.objects.exists()


def test_what_was_selected_must_be_what_stands_there(client: Client, article: Article) -> None:
    address = reverse("annotate", args=[article.slug])
    answer = client.post(address, form_on(article, quote="words of another text"))
    assert_given_back(answer, 409)
    assert "not what you selected" in answer.content.decode()


DANGERS = (
    "<script",
    "<img",
    "<svg",
    "<iframe",
    "<object",
    "<style",
    "javascript:",
    "data:",
    "onerror",
)
BODIES = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "<a href='javascript:alert(1)'>x</a>",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](https://elsewhere.example/a.png)",
    "![x][y]\n\n[y]: https://elsewhere.example/a.png",
    "<img src=x onerror=alert(1)>",
    "<iframe src=https://elsewhere.example></iframe>",
    "[x](data:text/html,<b>)",
    "[x](vbscript:x)",
    '[x](https://ok.example "\\" onmouseover=alert(1)")',
    "<style>*{display:none}</style>",
    "`<script>`",
)


@pytest.mark.parametrize("body", BODIES)
def test_markdown_by_json_never_becomes_script_nor_loads_from_elsewhere(
    client: Client, article: Article, body: str
) -> None:
    answer = send(client, "annotate", article.slug, json_on(article, body=body))
    assert answer.status_code == 201
    for html in (Annotation.objects.get().body_html, answer.json()["card"]):
        tags = re.findall(r"<[^>]*>", html)
        assert not [tag for tag in tags if any(danger in tag.lower() for danger in DANGERS)]


def test_ten_thousand_nested_quotes_are_refused_soon(
    client: Client, article: Article, author: User
) -> None:
    deep = "> " * 9_990 + "x"  # within what a note may be long
    note = factories.annotation(article, author)
    assert_problem(send(client, "annotate", article.slug, json_on(article, body=deep)), 422)
    mark = {"body": deep, "submission": str(uuid.uuid4())}
    answer = client.post(reverse("reply", args=[note.uuid]), mark)
    assert answer.status_code == 422
    assert "&gt; &gt; &gt; x" in answer.content.decode()
    for body in (">" * 10_000, "- " * 9_999, "[" * 10_000, "*" * 10_000, "`" * 9_999, "(" * 10_000):
        answer = send(client, "annotate", article.slug, json_on(article, body=body))
        assert answer.status_code in (201, 422)

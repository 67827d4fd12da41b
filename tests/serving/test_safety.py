"""What every answer has: a strict policy, the right methods, limits that say when to go on."""

from __future__ import annotations

import gzip
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

pytestmark = pytest.mark.django_db(databases=["default", "work"])
BACKEND = "ncr.accounts.backends.MemberBackend"
TYPED = "What I typed & keep."
SHOWN = "What I typed &amp; keep."
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")|<style|\sstyle=|\son[a-z]+=\"|javascript:",
    re.IGNORECASE,
)


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.fixture
def note(article: Article, author: User) -> Annotation:
    return factories.annotation(article, author, topics=["Ferries"])


@pytest.fixture
def boss(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("boss", password="x"), BACKEND)
    return client


def addresses(note: Annotation) -> dict[str, str]:
    """An address of each kind that GET answers."""
    article = note.thread.article
    slug, key = article.slug, factories.block(article).key
    return {
        "home": reverse("home"),
        "articles": reverse("articles"),
        "article": reverse("article", args=[slug]),
        "block": reverse("block", args=[slug, key]),
        "discussion": reverse("discussion", args=[slug]),
        "revision": reverse("revision", args=[slug, 1]),
        "overlay": reverse("overlay", args=[slug]),
        "cards": reverse("cards", args=[slug]) + f"?block={key}",
        "passages": reverse("passages", args=[slug]) + f"?block={key}",
        "annotate": reverse("annotate", args=[slug]) + f"?block={key}",
        "thread": reverse("thread", args=[note.thread.uuid]),
        "annotation": reverse("annotation", args=[note.uuid]),
        "reply": reverse("reply", args=[note.uuid]),
        "edit": reverse("edit", args=[note.uuid]),
        "withdraw": reverse("withdraw", args=[note.uuid]),
        "versions": reverse("versions", args=[note.uuid]),
        "topics": reverse("topics"),
        "topic": reverse("topic", args=["ferries"]),
        "person": reverse("person", args=["author"]),
        "account": reverse("account"),
        "login": reverse("account_login"),
        "password": reverse("account_reset_password"),
        "no such": "/no/such/address/",
        "no such article": reverse("article", args=["nowhere"]),
        "NUL": "/articles/?after=%00",
        "admin": reverse("admin:index"),
        "admin articles": reverse("admin:articles_article_changelist"),
        "admin article": reverse("admin:articles_article_change", args=[article.pk]),
        "admin annotations": reverse("admin:annotations_annotation_changelist"),
        "admin annotation": reverse("admin:annotations_annotation_change", args=[note.pk]),
        "admin people": reverse("admin:accounts_user_changelist"),
        "health": reverse("health"),
        "api articles": reverse("api:articles"),
        "api article": reverse("api:article", args=[slug]),
        "api threads": reverse("api:threads", args=[slug]),
        "api thread": reverse("api:thread", args=[note.thread.uuid]),
        "api annotation": reverse("api:annotation", args=[note.uuid]),
        "api topics": reverse("api:topics"),
        "api described": reverse("api:openapi-json"),
        "api no such": "/api/nothing/here",
    }


def content(response: Any) -> str:
    body = response.content
    packed = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(body) if packed else body).decode()


def policy(response: Any) -> dict[str, str]:
    parts = response["Content-Security-Policy"].split(";")
    return dict(part.strip().split(" ", 1) for part in parts)


def test_every_answer_has_the_strict_policy_and_nothing_inline(
    note: Annotation, author: User, boss: Client
) -> None:
    own = Client()
    own.force_login(author, BACKEND)
    for name, address in addresses(note).items():
        for client in (Client(), own, boss):
            response = client.get(address)
            assert policy(response) == POLICY, name
            assert response["X-Content-Type-Options"] == "nosniff", name
            assert response["Referrer-Policy"] == "same-origin", name
            if response["Content-Type"].startswith("text/html"):
                assert not INLINE.search(content(response)), name


def test_refused_forms_have_the_policy_too(note: Annotation) -> None:
    address = reverse("reply", args=[note.uuid])
    refused = [
        Client().post(address, {"body": TYPED}),
        Client(enforce_csrf_checks=True).post(address, {"body": TYPED}),
        Client(enforce_csrf_checks=True).post(reverse("account_login"), {}),
        Client().post(address, {"body": "x" * 20_000_000}),
        Client().put(address),
    ]
    assert [one.status_code for one in refused] == [401, 401, 403, 413, 405]
    for response in refused:
        assert policy(response) == POLICY
        assert not INLINE.search(content(response))


def test_pages_are_framed_by_nobody(note: Annotation) -> None:
    for name, address in addresses(note).items():
        assert Client().get(address)["X-Frame-Options"] == "DENY", name


def test_head_is_get_without_a_body(note: Annotation, boss: Client) -> None:
    for name, address in addresses(note).items():
        if name == "health":
            continue  # tells ages, which pass
        got, asked = boss.get(address), boss.head(address)
        assert asked.status_code == got.status_code, name
        assert asked.content == b"", name
        assert asked["Content-Type"] == got["Content-Type"], name


READ_ONLY = (
    *("home", "articles", "article", "block", "discussion", "revision", "overlay", "cards"),
    *("passages", "thread", "annotation", "versions", "topics", "topic", "person"),
)


def test_a_wrong_method_is_405_and_says_which_are_right(note: Annotation, boss: Client) -> None:
    there = addresses(note)
    for name in READ_ONLY:
        for method in ("post", "put", "patch", "delete"):
            response = getattr(boss, method)(there[name])
            assert response.status_code == 405, (name, method)
            assert {"GET", "HEAD"} <= set(response["Allow"].split(", ")), name
    for name in ("annotate", "reply", "edit", "withdraw"):
        response = boss.delete(there[name])
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")
    preview = boss.get(reverse("preview"))
    assert (preview.status_code, preview["Allow"]) == (405, "POST")


def test_a_wrong_method_in_the_api_is_405_as_a_problem(note: Annotation, boss: Client) -> None:
    there = addresses(note)
    for name, allowed in {
        "api articles": {"GET", "HEAD"},
        "api threads": {"GET", "HEAD", "POST"},
        "api annotation": {"GET", "HEAD", "PATCH"},
    }.items():
        response = boss.delete(there[name])
        assert_problem(response, 405)
        assert set(response["Allow"].split(", ")) == allowed
    for name in ("withdraw", "reply"):
        response = boss.get(reverse(f"api:{name}", args=[note.uuid]))
        assert_problem(response, 405)
        assert response["Allow"] == "POST"


def assert_problem(response: Any, status: int) -> None:
    told = response.json()
    assert (response.status_code, told["status"]) == (status, status)
    assert response["Content-Type"] == "application/problem+json"
    assert told["type"] == "about:blank"
    assert told["title"]
    assert told["detail"].endswith((".", "!"))


def test_errors_of_the_api_are_problems_wherever_they_come_from(
    note: Annotation, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(author, BACKEND)
    mark = {"body": "x", "submission": str(uuid.uuid4())}
    reply, json = reverse("api:reply", args=[note.uuid]), "application/json"
    assert_problem(Client().get("/api/nothing"), 404)
    assert_problem(Client().get("/api/articles?after=%00"), 400)
    assert_problem(Client().get("/api/articles?after=x"), 422)
    assert_problem(Client().get(reverse("api:thread", args=[uuid.uuid4()])), 404)
    assert_problem(Client().post(reply, mark, content_type=json), 401)
    assert_problem(strict.post(reply, mark, content_type=json), 403)
    assert_problem(strict.post(reply, "{}", content_type="text/plain"), 415)
    monkeypatch.setattr("annotations.api.endpoints.thread_for", lambda *_: 1 / 0)
    assert_problem(Client().get(reverse("api:thread", args=[note.thread.uuid])), 500)


def test_too_much_writing_is_429_with_the_time_to_wait_and_the_text(
    note: Annotation, author: User, settings: Any
) -> None:
    settings.WRITE_LIMIT = 1
    client = Client()
    client.force_login(author, BACKEND)
    slug = note.thread.article.slug
    forms = {
        reverse("annotate", args=[slug]): {"kind": "comment", "audience": "everyone"},
        reverse("reply", args=[note.uuid]): {},
        reverse("edit", args=[note.uuid]): {"kind": "comment", "version": "1"},
    }
    for address, more in forms.items():
        given = {"body": TYPED, "submission": str(uuid.uuid4()), **more}
        response = client.post(address, given)
        assert (response.status_code, response["Retry-After"]) == (429, "60"), address
        assert SHOWN in content(response)
        assert "Wait a little" in content(response)
    mark = {"body": TYPED, "submission": str(uuid.uuid4())}
    address = reverse("api:reply", args=[note.uuid])
    response = client.post(address, mark, content_type="application/json")
    assert_problem(response, 429)
    assert response["Retry-After"] == "60"
    assert Annotation.objects.count() == 1


def sign_in(client: Client, password: str, name: str = "author", **more: Any) -> Any:
    return client.post(reverse("account_login"), {"login": name, "password": password}, **more)


def test_guessing_a_password_ends_soon_and_says_so(author: User) -> None:
    guesses = [sign_in(Client(), f"guess-{number}") for number in range(11)]
    assert [one.status_code for one in guesses] == [200] * 10 + [429]
    # the right one comes too late, from whatever address
    late = sign_in(Client(), "pass-word-1", REMOTE_ADDR="192.0.2.7")
    assert late.status_code != 302


def test_signing_in_again_and_again_is_429_in_the_sites_own_words(author: User) -> None:
    answers = [sign_in(Client(), "guess", f"nobody-{number}") for number in range(31)]
    last = answers[-1]
    assert last.status_code == 429
    assert last["Retry-After"] == "60"
    assert "That was a lot in a short time" in content(last)
    assert policy(last) == POLICY
    # others, elsewhere, sign in as ever
    assert sign_in(Client(), "pass-word-1", REMOTE_ADDR="192.0.2.9").status_code == 302


def test_behind_a_proxy_each_reader_has_limits_of_their_own(author: User, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(31):
        far = {"X-Forwarded-For": f"203.0.113.9, 198.51.100.{number}"}
        answer = sign_in(Client(), "guess", f"nobody-{number}", headers=far)
        assert answer.status_code == 200
    # what a reader claims before the proxy counts for nothing
    for number in range(31):
        far = {"X-Forwarded-For": f"203.0.113.{number}, 198.51.100.200"}
        answer = sign_in(Client(), "guess", f"nobody-{number}", headers=far)
    assert answer.status_code == 429


def test_the_articles_etag_follows_what_everybody_reads(note: Annotation, author: User) -> None:
    article = note.thread.article
    page = article.get_absolute_url()
    first = Client().get(page, headers={"Accept-Encoding": "gzip"})
    tag = first["ETag"]
    assert first["Content-Encoding"] == "gzip"
    assert {"Accept-Encoding"} <= set(first["Vary"].split(", "))
    for given in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        asked = {"Accept-Encoding": "gzip", "If-None-Match": given}
        again = Client().get(page, headers=asked)
        assert (again.status_code, again.content) == (304, b""), given
        assert again["ETag"] == tag
        assert again["Cache-Control"] == first["Cache-Control"] == "no-cache"
    plain = Client().get(page)
    assert plain["ETag"] != tag
    assert content(plain) == content(first)
    factories.annotation(article, author, "For me.", audience="me")
    asked = {"Accept-Encoding": "gzip", "If-None-Match": tag}
    assert Client().get(page, headers=asked).status_code == 304
    factories.annotation(article, author, "For all.")
    assert Client().get(page, headers=asked).status_code == 200

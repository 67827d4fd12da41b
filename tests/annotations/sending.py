"""What a person or a program sends, by form and by JSON, and how a refusal must look."""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

from django.test import Client
from django.urls import reverse

from articles.models import Article
from ncr.accounts.models import User
from tests import factories

BACKEND = "ncr.accounts.backends.MemberBackend"
PROBLEM = "application/problem+json"
TYPED = "What I typed & keep."
SHOWN = "What I typed &amp; keep."


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def form_on(article: Article, **more: Any) -> dict[str, Any]:
    place = factories.passage(article)
    return {
        "body": TYPED,
        "kind": "comment",
        "audience": "everyone",
        "topics": "",
        "submission": str(uuid.uuid4()),
        "start_key": place.start_key,
        "start": place.start,
        "end_key": place.end_key,
        "end": place.end,
        **more,
    }


def json_on(article: Article, **more: Any) -> dict[str, Any]:
    place = factories.passage(article)
    anchor = {
        "start_key": place.start_key,
        "start": place.start,
        "end_key": place.end_key,
        "end": place.end,
        "quote": place.quote,
    }
    return {"anchor": anchor, "body": TYPED, "submission": str(uuid.uuid4()), **more}


def send(client: Client, name: str, of: Any, given: Any, method: str = "post") -> Any:
    body = given if isinstance(given, (str, bytes)) else json.dumps(given)
    address = reverse(f"api:{name}", args=[of])
    return getattr(client, method)(address, body, content_type="application/json")


def assert_problem(answer: Any, *statuses: int) -> None:
    """A problem document (RFC 9457, 3.1) that says something."""
    assert answer.status_code in statuses
    assert answer["Content-Type"] == PROBLEM
    told = answer.json()
    assert told["status"] == answer.status_code
    assert told["title"]
    assert told["detail"]
    assert all(error["message"] for error in told["errors"])


def assert_given_back(answer: Any, *statuses: int) -> None:
    """A page that says why and holds what was typed."""
    assert answer.status_code in statuses
    page = answer.content.decode()
    assert SHOWN in page
    assert re.search(r'class="[^"]*(errorlist|error)[^"]*"', page)

"""Asking the pages of imports, for their tests."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ncr.accounts.models import User

BACKEND = "ncr.accounts.backends.MemberBackend"


def signed_in(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def text(answer: Any) -> str:
    said: str = answer.content.decode()
    return said


def bring(client: Client, **given: Any) -> Any:
    return client.post(reverse("imports"), given)


def sent_facts(looked: Any, **changed: str) -> dict[str, str]:
    """The form of facts as a page has it, with some fields typed over."""
    form = looked.context["form"]
    given = {name: str(form[name].value() or "") for name in form.fields}
    return {**given, "seen": looked.context["seen"], **changed}


def post_to(client: Client, name: str, *args: Any, **given: str) -> Any:
    return client.post(reverse(name, args=args), given)


def pk_of(answer: Any) -> int:
    return int(answer["Location"].rstrip("/").rpartition("/")[2])


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)

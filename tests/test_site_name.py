"""The site is called what its settings say, on every page that anybody sees."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from ncr.broken import server_error
from tests import factories


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "SITE_NAME", "Harbour Readers")


@pytest.mark.parametrize("address", ["/articles/", "/nowhere/", "/accounts/login/", "/topics/"])
def test_pages_bear_the_name_of_the_site(client: Client, db: None, address: str) -> None:
    page = client.get(address).content.decode()
    assert " - Harbour Readers</title>" in page
    assert "<span>Harbour Readers</span></a>" in page


def test_the_stored_page_of_an_article_bears_it_too(client: Client, db: None) -> None:
    page = client.get(factories.article().get_absolute_url()).content.decode()
    assert " - Harbour Readers</title>" in page
    assert "<span>Harbour Readers</span></a>" in page


def test_what_broke_is_told_under_the_name_of_the_site(rf: RequestFactory) -> None:
    answer = server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "<title>Something broke - Harbour Readers</title>" in answer.content.decode()

"""In which language the site speaks to whom: by the browser, or as the reader chose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tools import pseudo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_languages(settings: Any, tmp_path: Path) -> None:
    pseudo.write(tmp_path)
    settings.LOCALE_PATHS = [tmp_path]
    settings.LANGUAGES = [("en", "English"), ("ar-xb", "Mirrored")]


def test_a_browser_is_spoken_to_in_its_language() -> None:
    asked = Client(headers={"accept-language": "ar-XB,fr;q=0.8"})
    assert '<html lang="ar-xb" dir="rtl">' in asked.get("/topics/").content.decode()
    other = Client(headers={"accept-language": "fi"})
    assert '<html lang="en" dir="ltr">' in other.get("/topics/").content.decode()


def test_a_choice_is_kept_and_leads_back() -> None:
    client = Client()
    page = client.get("/language/", headers={"referer": "http://testserver/topics/?q=a"})
    assert '<input type="hidden" name="next" value="/topics/?q=a">' in page.content.decode()
    answer = client.post("/language/", {"language": "ar-xb", "next": "/topics/?q=a"})
    assert (answer.status_code, answer["Location"]) == (302, "/topics/?q=a")
    assert 'lang="ar-xb" dir="rtl"' in client.get("/topics/").content.decode()


def test_it_leads_to_no_other_site() -> None:
    page = Client().get("/language/", headers={"referer": "https://elsewhere.example/a"})
    assert '<input type="hidden" name="next" value="/">' in page.content.decode()
    answer = Client().post("/language/", {"language": "en", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_the_stored_page_of_an_article_is_kept_by_language() -> None:
    address = factories.article().get_absolute_url()
    tags = {}
    for _again in range(2):
        for language in ("en", "ar-xb"):
            answer = Client(headers={"accept-language": language}).get(address)
            assert f'<html lang="{language}"' in answer.content.decode()
            assert tags.setdefault(language, answer["ETag"]) == answer["ETag"]
    assert tags["en"] != tags["ar-xb"]


def test_a_site_of_one_language_offers_none(settings: Any) -> None:
    settings.LANGUAGES = [("en", "English")]
    assert Client().get("/language/").status_code == 404
    assert "/language/" not in Client().get("/topics/").content.decode()

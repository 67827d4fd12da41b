"""The reading room's modules are named in its page."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from annotations.reading.modules import FOLDER, SOURCES, modules_for
from articles.models import Article
from tests import factories


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def test_a_module_brings_what_it_imports_at_once_and_nothing_that_it_asks_for_later() -> None:
    found = modules_for("room.js")
    assert found[0] == f"{FOLDER}room.js"
    assert f"{FOLDER}margin.js" in found
    assert f"{FOLDER}sheet.js" in found  # which the margin imports
    assert f"{FOLDER}composer.js" not in found
    assert len(found) == len(set(found))


def test_every_import_at_the_head_of_a_module_is_seen() -> None:
    for path in SOURCES.glob("*.js"):
        heads = re.findall(r"^import\b", path.read_text("utf-8"), re.MULTILINE)
        direct = re.findall(r"""^import [^;]*?from "\./[\w.-]+";""", path.read_text("utf-8"), re.M)
        assert len(direct) == len(heads), path.name


def test_the_page_names_each_module_once(client: Client, article: Article) -> None:
    page = client.get(article.get_absolute_url()).content.decode()
    named = re.findall(r'<link rel="modulepreload" href="[^"]*/([\w]+)[.\w]*\.js">', page)
    assert sorted(named) == sorted(
        name.removeprefix(FOLDER).removesuffix(".js") for name in modules_for("main.js", "room.js")
    )

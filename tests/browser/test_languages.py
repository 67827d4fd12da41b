"""Every word of the program can be translated, and has room: seen in two made-up languages.

In `en-xa` all that is translatable has accents and is 1.4 times as long; `ar-xb` is mirrored
(tools/pseudo.py). What people typed is Greek, so that plain Latin letters are a word left over.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from playwright.sync_api import Page

from tests import factories
from tests.browser import everywhere
from tests.browser.conftest import Visit
from tools import pseudo

WIDTHS = (1280, 390, 320)
# What is the same in every language, and what people's programs call themselves
SAME = {"NCR", "Markdown", "zip", "takeout", "md", "json", "http", "https", "localhost", "IP", "el"}
MADE = r"Paragraph of article \d+"  # by tests.factories
SAID = """() => {
  const said = [document.title];
  const hidden = "script, style, template, textarea, [lang=el], .footline [lang],"
    + " .markdownx-preview";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement.closest(hidden)) said.push(node.data.replace(/<[^<>]*>/g, " "));
  for (const name of ["aria-label", "aria-description", "aria-roledescription", "title",
      "placeholder", "alt"])
    for (const one of document.querySelectorAll(`[${name}]`)) said.push(one.getAttribute(name));
  for (const one of document.querySelectorAll("input[type=submit], input[type=button]"))
    said.push(one.value);
  for (const one of document.querySelectorAll("body *"))
    for (const side of ["::before", "::after"]) {
      const content = getComputedStyle(one, side).content;
      if (content.startsWith('"')) said.push(content.slice(1, -1));
    }
  for (const one of document.getElementById("strings")?.content.children ?? [])
    said.push(one.textContent);
  return said;
}"""


WIDEST = """() => [...document.querySelectorAll("body *")].map((one) => {
  const box = one.getBoundingClientRect();
  return { one, over: Math.max(box.right - innerWidth, -box.left) };
}).sort((a, b) => b.over - a.over).slice(0, 4)
  .map(({ one, over }) => `${one.localName}.${one.className} ${Math.round(over)}`).join(", ")"""


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo.write(folder)
    return folder


@pytest.fixture
def pseudo_languages(catalogues: Path, settings: Any) -> None:
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, catalogues]
    settings.LANGUAGES = [("en", "Εγγλέζικα"), ("en-xa", "Τονισμένα"), ("ar-xb", "Ανάποδα")]


def left_over(said: list[str]) -> list[str]:
    """What still has a plain word of two letters or more; addresses have none."""
    found = []
    for one in said:
        plain = re.sub(r"https?://\S+|\S+@\S+|[\w.-]+/[\w./-]*|\{\w+\}|" + MADE, " ", one)
        words = set(re.findall(r"(?<!\w)[A-Za-z]{2,}(?!\w)", plain))
        if words - SAME:
            found.append(" ".join(one.split())[:120])
    return sorted(set(found))


def overflowing(page: Page) -> list[str]:
    """By how much the page as it stands runs over its edge, at each width."""
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wrong.append(f"{over} px over at {width}: {page.evaluate(WIDEST)}")
    return wrong


def wrong_at(page: Page, address: str) -> list[str]:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    return [f"{address}: {one}" for one in [*left_over(page.evaluate(SAID)), *overflowing(page)]]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en-xa", "ar-xb"])
def test_no_page_keeps_a_word_of_english_or_runs_over(
    visit: Visit, watch: Any, transactional_db: None, pseudo_languages: None, language: str
) -> None:
    watch.expect(403, 404, 410, 422)
    with translation.override(language):  # in which the program writes notes for people
        site = everywhere.build()
    visits = ((site.ada, site.of_ada), (site.owner, site.of_owner), (None, site.of_nobody))
    wrong = []
    for person, addresses in visits:
        page = visit(person, locale=language)
        for address in addresses:
            wrong += wrong_at(page, address)
    assert wrong == [], "\n".join(wrong)


def test_a_note_is_written_in_its_own_direction(visit: Visit, transactional_db: None) -> None:
    article = factories.article()
    ada = factories.person("ada")
    factories.annotation(article, ada, "هذا نصف الحقيقة.\n\nAnd this is the other.")
    page = visit()
    page.goto(article.get_absolute_url())
    said = page.locator(".card .said").first
    assert said.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    first, second = said.locator("p").all()
    box = said.bounding_box()
    assert box
    # Where the words of each begin: at the right, and at the left
    ends = "(p) => { const r = document.createRange(); r.selectNodeContents(p);"
    ends += " const b = r.getBoundingClientRect(); return [b.left, b.right]; }"
    assert first.evaluate(ends)[1] == pytest.approx(box["x"] + box["width"], abs=2)
    assert second.evaluate(ends)[0] == pytest.approx(box["x"], abs=2)

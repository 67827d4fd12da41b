"""What is selected in the browser is what the server keeps, to the code point."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from annotations.models import Anchor
from annotations.samples.loading import load_samples
from articles.models import Article, Block
from tests import factories
from tests.articles.markdown.test_round_trip import HARD
from tests.browser import hands
from tests.browser.conftest import Visit

TEXT = """Before 😀👨‍👩‍👧 the family, these letters follow the emoji closely.

في هذه الفقرة كلمات عربية يقرؤها القارئ من اليمين إلى اليسار.

The words lead [into a linked](https://example.org/) phrase and out again.

A транзи\u0301т with a combining mark, which NFC cannot compose, in the middle.

The last paragraph of the selection across two of them.
"""
TORTURE = """# Heads

First line\\
after a hard break with *emphasis*, `code` and a note[^1].

- one
- two
  1. two, first
  2. two, second
- three

> A quotation of somebody.
>
> Its second paragraph.

    indented
      code

```python
def f(x):
    return x < 1 & 2
```

| a | b |
| --- | ---: |
| 1 | *two* |
| 3 | `4` |

The root is $x^2 + 1$ and 2 < 3 & 4.

فقرة عربية قصيرة.

[^1]: What the note says.
"""


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("letters follow", {}),
        ("كلمات عربية", {}),
        ("lead into a linked phrase", {}),
        ("транзи\u0301т with", {}),
        ("combining mark", {"backwards": True}),
        ("in the middle.", {"to": "The last paragraph"}),
    ],
)
def test_a_selection_stands_on_exactly_its_code_points(
    visit: Visit, transactional_db: None, words: str, more: dict[str, Any]
) -> None:
    article = factories.article(TEXT)
    page = visit(factories.person("ada"))
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, words, **more)
    hands.write(form, "Here.")
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_be_visible()
    anchor = Anchor.objects.get()
    blocks = Block.objects.filter(revision=article.current_revision).order_by("position")
    text = "\n".join(blocks.values_list("text", flat=True))
    wanted = words if "to" not in more else f"{words}\n{more['to']}"
    assert anchor.quote == wanted
    assert (anchor.start, anchor.end) == (text.index(wanted), text.index(wanted) + len(wanted))
    page.reload()
    if "to" not in more:
        marked = page.locator(".hl[data-threads='1']").all_text_contents()
        assert "".join(marked) == wanted


def test_the_text_on_the_page_is_the_text_that_is_kept(
    visit: Visit, transactional_db: None
) -> None:
    load_samples()
    factories.article(TORTURE)
    factories.article("\n\n".join(HARD.values()))
    factories.article(TEXT)
    page = visit()
    for article in Article.objects.select_related("current_revision"):
        page.goto(article.get_absolute_url())
        shown = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("[data-text]")].map(
                (one) => [one.closest("[data-key]").dataset.key, one.textContent]))"""
        )
        kept = dict(
            Block.objects.filter(revision=article.current_revision).values_list("key", "text")
        )
        assert shown == kept
        prose = page.locator("article.prose")
        runs = (article.language, article.direction)
        assert (prose.get_attribute("lang"), prose.get_attribute("dir")) == runs


def test_a_text_from_right_to_left_says_so(visit: Visit, transactional_db: None) -> None:
    article = factories.article("فقرة عربية قصيرة.\n", language="ar")
    page = visit()
    page.goto(article.get_absolute_url())
    prose = page.locator("article.prose")
    assert (prose.get_attribute("lang"), prose.get_attribute("dir")) == ("ar", "rtl")

"""Every page at two widths and in two schemes, looked at by axe (WCAG 2.2 AA), and what axe
cannot see: focus that shows at each step, room for spaced text, forced colours.

The states of a page in use are in `test_states`; here is each address once a combination.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests import factories
from tests.browser import everywhere
from tests.browser.conftest import Visit
from tests.browser.test_pages import look_in_both_schemes

COMBINATIONS = [(1280, "light"), (320, "dark")]  # each page once in each, and then recoloured
# What a reader may set by WCAG 2.2, 1.4.12, without losing anything
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
# What is cut off: words that are wider or higher than a box that hides what runs over
CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one);
  const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return own && one.checkVisibility({ visibilityProperty: true }) && one.clientWidth > 2
    && !one.closest(".visually-hidden, .skip") && !one.matches("input, textarea, select")
    && style.textOverflow !== "ellipsis" && style.webkitLineClamp === "none"
    && ((style.overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1)
      || (style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1));
}).map((one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)"""
# What of an element shows that it has the focus: of itself, its parent, or what it labels
LOOKS = """(one) => [one, one.parentElement, one.closest("label"), one.nextElementSibling]
  .filter(Boolean).flatMap((each) => {
    const style = getComputedStyle(each);
    return ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderColor",
      "backgroundColor", "textDecoration", "clip", "transform", "opacity"].map((of) => style[of]);
  }).join("|")"""


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), COMBINATIONS)
def test_every_page_is_accessible(
    visit: Visit, watch: Any, transactional_db: None, width: int, scheme: Any
) -> None:
    watch.expect(403, 404, 410, 422)
    site = everywhere.build()
    visits = ((site.ada, site.of_ada), (site.owner, site.of_owner), (None, site.of_nobody))
    wrong = []
    for person, addresses in visits:
        page = visit(person, width=width, color_scheme=scheme)
        for address in addresses:
            wrong += look_in_both_schemes(page, address, scheme)
    assert wrong == [], "\n".join(wrong)


@pytest.mark.slow
def test_spaced_text_loses_nothing(visit: Visit, watch: Any, transactional_db: None) -> None:
    watch.expect(403, 404, 410, 422)
    site = everywhere.build()
    page = visit(site.ada, width=320, bypass_csp=True)
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        " const sheet = new CSSStyleSheet(); sheet.replaceSync("
        + repr(SPACED)
        + "); document.adoptedStyleSheets.push(sheet); })".replace("\n", " ")
    )
    wrong = []
    for address in site.of_ada:
        page.goto(address)
        spacing = page.locator("main").evaluate("(one) => getComputedStyle(one).letterSpacing")
        assert spacing != "normal"
        wrong += [f"{address}: {one}" for one in page.evaluate(CUT)]
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wrong += [f"{address}: {over} px over"] if over > 0 else []
    assert wrong == [], "\n".join(wrong)


def unseen(page: Page, address: str) -> list[str]:
    """Steps of the Tab key on which nothing shows; the page's order is that of the document."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    wrong = []
    for _step in range(400):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle("document.activeElement").as_element()
        if focused is None or focused.evaluate("(one) => one === document.body"):
            break
        name = focused.evaluate("(one) => one.outerHTML.slice(0, 90)")
        shown = focused.evaluate(LOOKS)
        focused.evaluate("(one) => one.blur()")
        hidden = focused.evaluate(LOOKS)
        focused.evaluate("(one) => one.focus({ focusVisible: true })")
        if shown == hidden:
            wrong.append(f"{address}: {name}")
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize("forced", ["none", "active"])
def test_focus_shows_at_each_step(visit: Visit, transactional_db: None, forced: Any) -> None:
    site = everywhere.build()
    page = visit(site.ada, forced_colors=forced)
    article = next(one for one in site.of_ada if one.startswith("/articles/%"))
    addresses = [article, "/articles/", "/topics/", "/search/?q=Τρένο", "/notices/", "/accounts/"]
    wrong = [one for address in addresses for one in unseen(page, address)]
    assert wrong == [], "\n".join(wrong)


def test_with_forced_colours_marks_keep_a_form(visit: Visit, transactional_db: None) -> None:
    """Washes go with forced colours: what is said about must show by a line."""
    article = factories.article()
    factories.annotation(article, factories.person("ada"), "A note.")
    page = visit(forced_colors="active")
    page.goto(article.get_absolute_url())
    style = "(one) => { const s = getComputedStyle(one); return [s.textDecorationLine,"
    style += " s.borderBottomStyle, s.backgroundImage, s.outlineStyle]; }"
    mark = page.locator(".prose [data-threads]").first
    assert set(mark.evaluate(style)) - {"none"}

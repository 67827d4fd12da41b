"""What a person does at an article: selects words, presses a button, writes, posts."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

# Where the words stand on the screen: the first and the last of their letters
PLACE_OF = """([words, last]) => {
    const texts = [...document.querySelectorAll(".prose [data-text]")];
    const rectsIn = (element, from, to) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let passed = 0;
        let begun = false;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.data.length;
            if (!begun && from < passed + length) {
                range.setStart(node, from - passed);
                begun = true;
            }
            if (begun && to <= passed + length) {
                range.setEnd(node, to - passed);
                break;
            }
            passed += length;
        }
        return range;
    };
    const find = (wanted) => {
        const element = texts.find((each) => each.textContent.includes(wanted));
        if (!element) throw new Error(`not on the page: ${wanted}`);
        const from = element.textContent.indexOf(wanted);
        return { element, from, to: from + wanted.length };
    };
    const first = find(words);
    const final = last ? find(last) : first;
    first.element.scrollIntoView({ block: "center" });
    const isRtl = getComputedStyle(first.element).direction === "rtl";
    const opening = [...rectsIn(first.element, first.from, first.to).getClientRects()].filter((r) => r.width)[0];
    const closing = [...rectsIn(final.element, final.from, final.to).getClientRects()].filter((r) => r.width).at(-1);
    const near = (rect, atLeft) => [atLeft ? rect.left + 0.5 : rect.right - 0.5, rect.top + rect.height / 2];
    return [near(opening, !isRtl), near(closing, isRtl)];
}"""


def select(page: Page, words: str, *, to: str = "", backwards: bool = False) -> None:
    """Drags over `words`, or from their beginning to the end of the words `to`."""
    # Whatever loads moves nothing any more, and the modules listen
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("button", name="Display")).to_be_visible()
    begin, end = page.evaluate(PLACE_OF, [words, to])
    if backwards:
        begin, end = end, begin
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def annotate(page: Page, words: str, **how: Any) -> Locator:
    """Selects words and presses Annotate; answers the form that opens."""
    select(page, words, **how)
    page.get_by_role("toolbar", name="Annotate").get_by_role("button", name="Annotate").click()
    return composer(page)


def composer(page: Page) -> Locator:
    """The form that is open, ready to be written in."""
    form = page.locator("form.composer")
    expect(form.get_by_label("Your note")).to_be_visible()
    return form


def write(form: Locator, text: str) -> None:
    form.get_by_label("Your note").fill(text)


def file_under(form: Locator, *names: str) -> None:
    """Types topics, each followed by Enter."""
    field = form.get_by_role("combobox", name="Topics")
    for name in names:
        field.fill(name)
        field.press("Enter")


def more(within: Page | Locator, name: str = "") -> None:
    """Presses the first More within, or that about what somebody says; the rarer acts open."""
    link = f"More about what {name}"
    within.get_by_role("link", name=re.compile(re.escape(link))).first.click()


def post(form: Locator, button: str = "Post") -> None:
    """Presses the button that begins with these words; the rest of it says who will read this."""
    form.get_by_role("button", name=re.compile(rf"^{re.escape(button)}( |$)")).click()

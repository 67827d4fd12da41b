"""What is sent is smaller than what we wrote, and says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Page, Route

from ncr.serving.static import ModuleStorage, smaller
from tests.js.test_modules import CALL, FUNCTIONS, MODULES, ORIGIN

SHEETS = sorted((MODULES.parent / "css").glob("*.css"))
RULES = """async ([one, other]) => {
    const rules = async (css) => {
        const sheet = await new CSSStyleSheet().replace(css);
        return [...sheet.cssRules].map((rule) => rule.cssText);
    };
    return [await rules(one), await rules(other)];
}"""
PARSES = """async (names) => {
    const wrong = [];
    for (const name of names) {
        try {
            await import(`/${name}`);
        } catch (error) {
            if (error instanceof SyntaxError) wrong.push(`${name}: ${error}`);
        }
    }
    return wrong;
}"""


def of(path: Path) -> str:
    return smaller(f"annotations/{path.parent.name}/{path.name}", path.read_text("utf-8"))


def plain(rule: str) -> str:
    """A browser keeps conditions, and what stands beside a variable, as written, spaces and all."""
    rule = re.sub(r"(@supports\s*\([\w-]+):\s*", r"\1:", rule)
    return re.sub(r"\s*([,()/])\s*", r"\1", rule)


@pytest.fixture
def small(page: Page) -> Page:
    """A page that gets the modules as they are sent."""

    def serve(route: Route) -> None:
        path = MODULES / route.request.url.removeprefix(f"{ORIGIN}/")
        if path.suffix == ".js":
            route.fulfill(body=of(path), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>small</title>", content_type="text/html")

    page.route(f"{ORIGIN}/**", serve)
    page.goto(f"{ORIGIN}/")
    return page


def test_a_style_sheet_keeps_its_rules(page: Page) -> None:
    """After a bracket the space before a colon is taken out: there we write `*:is(`."""
    for path in SHEETS:
        written, sent = page.evaluate(RULES, [path.read_text("utf-8"), of(path)])
        assert written, path.name
        assert [plain(rule) for rule in sent] == [plain(rule) for rule in written], path.name
        assert len(of(path)) < path.stat().st_size


def test_every_module_can_still_be_read(small: Page) -> None:
    names = [path.name for path in MODULES.glob("*.js") if path.name != "early.js"]
    assert len(names) > 30
    assert small.evaluate(PARSES, names) == []


def test_functions_of_the_smaller_modules_answer_as_written_down(small: Page) -> None:
    for module, cases in FUNCTIONS.items():
        for case in cases:
            assert small.evaluate(CALL, [module, case["call"], case["args"]]) == case["answer"]


def test_a_file_that_was_read_before_is_kept_whole(tmp_path: Path) -> None:
    """As the renaming does, which reads a file for its name and then saves it."""
    storage, given = ModuleStorage(location=tmp_path), ContentFile(b"// a\nexport const b = 1;\n")
    given.read()
    storage.save("annotations/js/a.js", given)
    assert (tmp_path / "annotations/js/a.js").read_text() == "export const b=1;"


def test_what_others_wrote_is_left_alone() -> None:
    text = "/* theirs */\na { b: c }\n"
    assert smaller("admin/css/base.css", text) == text
    assert smaller("annotations/icons.svg", text) == text

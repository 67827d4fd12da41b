"""The front end's pure functions, against golden files, in the browser that people use."""

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "annotations" / "static" / "annotations" / "js"
FUNCTIONS: dict[str, Any] = json.loads((HERE / "functions.json").read_text("utf-8"))
SELECTIONS: list[dict[str, Any]] = json.loads((HERE / "selections.json").read_text("utf-8"))
PASSAGES = [case for case in SELECTIONS if case["passage"]]
ORIGIN = "http://modules.test"

CALL = """async ([module, name, args]) => (await import(`/${module}`))[name](...args)"""

SELECT = """async ([html, nudge]) => {
    const { describe, rangeOf } = await import("/offsets.js");
    document.body.innerHTML = `<main>${html}</main>`;
    const main = document.querySelector("main");
    const signs = {};
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) signs[walker.currentNode.data] = walker.currentNode;
    const range = document.createRange();
    range.setStartAfter(signs["["]);
    range.setEndBefore(signs["]"]);
    if (nudge[0]) range.setStart(signs["["].nextSibling, nudge[0]);
    const last = signs["]"].previousSibling;
    if (nudge[1]) range.setEnd(last, last.length + nudge[1]);
    const passage = describe(range, main);
    const texts = [...main.querySelectorAll("[data-text]")].map((element) => element.textContent);
    return { passage, texts, again: passage && describe(rangeOf(passage, main), main) };
}"""


def serve_module(route: Route) -> None:
    """Answers from the modules' folder; the empty page for everything else."""
    path = MODULES / route.request.url.removeprefix(f"{ORIGIN}/")
    if path.suffix == ".js":
        route.fulfill(path=path, content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html><title>modules</title>", content_type="text/html")


@pytest.fixture
def modules(page: Page) -> Page:
    page.route(f"{ORIGIN}/**", serve_module)
    page.goto(f"{ORIGIN}/")
    return page


@pytest.mark.parametrize("module", FUNCTIONS)
def test_function_answers_as_written_down(modules: Page, module: str) -> None:
    for case in FUNCTIONS[module]:
        answer = modules.evaluate(CALL, [module, case["call"], case["args"]])
        assert answer == case["answer"], case


@pytest.mark.parametrize("case", SELECTIONS, ids=lambda case: str(case["name"]))
def test_selection_is_described_in_code_points(modules: Page, case: dict[str, Any]) -> None:
    got = modules.evaluate(SELECT, [case["html"], case.get("nudge", [0, 0])])
    assert got["texts"] == list(case["texts"].values())
    assert got["passage"] == case["passage"]
    assert got["again"] == case["passage"]


@pytest.mark.parametrize("case", PASSAGES, ids=lambda case: str(case["name"]))
def test_golden_passage_is_what_python_slices(case: dict[str, Any]) -> None:
    texts, passage = case["texts"], case["passage"]
    begins = dict(
        zip(texts, accumulate((len(t) + 1 for t in texts.values()), initial=0), strict=False)
    )
    whole = "\n".join(texts.values())
    start = begins[passage["start_key"]] + passage["start"]
    end = begins[passage["end_key"]] + passage["end"]
    assert whole[start:end] == passage["quote"]
    assert whole[:start].endswith(passage["prefix"])
    assert whole[end:].startswith(passage["suffix"])

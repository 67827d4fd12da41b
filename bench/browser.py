"""How quickly the page of an article is there and moves, in Chromium: `python bench/browser.py`.

Times of the browser's own clock, as its page measures them. See README.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goals import goal
from bench.servers import site, use

PARAGRAPHS = 600
OPENINGS = 0.4  # of the annotations that are made, those that point at a passage
SIZES = {"some": 2_000, "revised": 2_000, "many": 5_000}  # passages
STEPS = 120  # of the wheel, one a frame or two
CHOICES = 30
SETTLED = 2_000  # ms until Chromium has loaded the pages of which its own new window is made
WATCH = """() => {
    window.measured = { tasks: [], shift: 0, ready: 0, violations: [] };
    const measured = window.measured;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) measured.tasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) measured.shift += one.value;
    }).observe({ type: "layout-shift", buffered: true });
    document.addEventListener("securitypolicyviolation", (event) =>
        measured.violations.push(event.violatedDirective));
    const look = () => {
        const margin = document.querySelector(".margin.is-placed");
        const placed = margin?.querySelector(":scope > .card, .crowd");
        const marked = document.querySelector(".prose .hl, .prose .siglum");
        if (placed && marked && placed.offsetHeight > 0) measured.ready = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
FRAMES = """() => {
    window.frames_ = [];
    let last = performance.now();
    const next = (now) => {
        window.frames_.push(now - last);
        last = now;
        window.counting = requestAnimationFrame(next);
    };
    window.counting = requestAnimationFrame(next);
}"""


@dataclass
class Loaded:
    """One loading of the page; times in milliseconds."""

    ready: float
    longest: float
    shift: float
    violations: int


def main() -> None:
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="ncr-bench-") as folder:
        met = measure(Path(folder), given)
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the page in Chromium; two minutes.")
    parser.add_argument("--rounds", type=int, default=5, help="loadings, of which the median")
    return parser.parse_args()


def measure(folder: Path, given: argparse.Namespace) -> bool:
    use(folder)
    seed()
    with site(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        try:
            met = judge_loading(browser, f"{address}/articles/some/", "2,000 passages", given)
            met &= judge_weight(browser, f"{address}/articles/some/")
            met &= judge_loading(browser, f"{address}/articles/revised/", "after a revision", given)
            met &= judge_moving(browser, f"{address}/articles/many/")
        finally:
            browser.close()
    return met


def chromium() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return found or sys.exit("This benchmark needs Chromium: apt-get install chromium")


def seed() -> None:
    from django.db import connections

    from annotations.samples.seeding import seed_discussion

    for slug, passages in SIZES.items():
        article = seed_discussion(slug, round(passages / OPENINGS), PARAGRAPHS)
        if slug == "revised":
            put_on_top(article)
    connections.close_all()


def put_on_top(article: Any) -> None:
    """A revision with five paragraphs before all others; every note follows."""
    from articles.revising import publish_revision, write_revision

    new = "".join(f"A paragraph that came later, number {number}.\n\n" for number in range(5))
    publish_revision(write_revision(article, new + article.standing.source, by=None))


def opened(browser: Browser, address: str) -> Page:
    """The page when its first cards stand, in a window of its own, with an empty cache."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.wait_for_timeout(SETTLED)
    page.add_init_script(f"({WATCH})()")
    page.goto(address)
    page.wait_for_function("() => window.measured.ready > 0", timeout=60_000)
    return page


def loaded(browser: Browser, address: str) -> Loaded:
    page = opened(browser, address)
    page.wait_for_timeout(1500)  # what comes after the first cards must not hold up either
    found: dict[str, Any] = page.evaluate("() => window.measured")
    page.context.close()
    return Loaded(
        ready=found["ready"],
        longest=max(found["tasks"], default=0),
        shift=found["shift"],
        violations=len(found["violations"]),
    )


def judge_loading(browser: Browser, address: str, what: str, given: argparse.Namespace) -> bool:
    loaded(browser, address)  # the first makes the stored page
    rounds = [loaded(browser, address) for _round in range(given.rounds)]
    ready = median(one.ready for one in rounds)
    longest = max(one.longest for one in rounds)
    shift = max(one.shift for one in rounds)
    violations = sum(one.violations for one in rounds)
    return all(
        [
            goal(f"{what}: marked, and first cards, ms", ready, 1000, most=True),
            goal(f"{what}: longest task, ms", longest, 100, most=True),
            goal(f"{what}: layout shift", shift, 0.01, most=True),
            goal(f"{what}: violations of the content policy", violations, 0, most=True),
        ]
    )


def judge_weight(browser: Browser, address: str) -> bool:
    """Style sheets and scripts as they are fetched with the page, each compressed with gzip."""
    page = browser.new_context().new_page()
    fetched: dict[str, None] = {}
    page.on("request", lambda request: fetched.setdefault(request.url))
    page.goto(address)
    page.wait_for_timeout(2000)
    page.context.close()
    code = [one for one in fetched if one.rpartition(".")[2] in ("css", "js")]
    size = 0
    for one in code:
        with urlopen(Request(one, headers={"Accept-Encoding": "gzip"})) as answer:
            size += len(answer.read())
    return goal(f"KB of front-end code ({len(code)} files)", size / 1000, 60, most=True)


def judge_moving(browser: Browser, address: str) -> bool:
    page = opened(browser, address)
    page.wait_for_timeout(1000)
    scrolling = frames(page, scroll)
    choosing = frames(page, choose)
    page.context.close()
    return all(
        [
            goal("5,000 passages: scrolling, p95 of a frame, ms", p95(scrolling), 50, most=True),
            goal("5,000 passages: choosing, p95 of a frame, ms", p95(choosing), 50, most=True),
        ]
    )


def frames(page: Page, act: Any) -> list[float]:
    """The times between frames while something is done."""
    page.evaluate(FRAMES)
    act(page)
    found: list[float] = page.evaluate(
        "() => { cancelAnimationFrame(window.counting); return window.frames_; }"
    )
    return found


def scroll(page: Page) -> None:
    page.mouse.move(600, 500)
    for _step in range(STEPS):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(30)


def choose(page: Page) -> None:
    """By the key for the next note, as quickly as somebody presses it."""
    for _choice in range(CHOICES):
        page.keyboard.press("j")
        page.wait_for_timeout(120)


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


if __name__ == "__main__":
    main()

"""The guides stay true: links and pictures are there, and labels in bold stand on some page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SCREENSHOTS = DOCS / "screenshots"
GUIDES = ("readers.md", "moderators.md", "operating.md", "importing.md")
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
BOLD = re.compile(r"\*\*(.+?)\*\*")
# What templates and Python have translated, and where something is filled in
QUOTED = r"""(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')"""
MSGIDS = (
    re.compile(r"{% translate " + QUOTED),
    re.compile(r"_\(\s*" + QUOTED),
    re.compile(r"gettext(?:_lazy)?\(\s*" + QUOTED),
    re.compile(r"ngettext(?:_lazy)?\(\s*" + QUOTED + r",\s*" + QUOTED),
)
BLOCKS = re.compile(r"{% blocktranslate.*?%}(.*?){% endblocktranslate %}", re.S)
FILLED = re.compile(r"{{.*?}}|%\(\w+\)[sd]|{\w+}|%[sd]")
BY_OTHERS = {  # words of Django's admin and of allauth
    "Add invitation",
    "Forgot your password?",
    "Save",
}


def said(path: Path) -> str:
    return CODE.sub("", path.read_text(encoding="utf-8"))


def addresses(path: Path) -> list[str]:
    """Links of a page that lead within the project."""
    return [one for one in LINK.findall(said(path)) if not re.match(r"[a-z]+:", one)]


def anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for address in addresses(page):
        name, _sign, anchor = address.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), address
        assert not anchor or anchor in anchors(target), address


def test_every_picture_is_shown_somewhere() -> None:
    shown = {(page.parent / one).resolve() for page in PAGES for one in addresses(page)}
    assert {one for one in SCREENSHOTS.iterdir() if one not in shown} == set()


def test_pictures_are_small() -> None:
    sizes = [one.stat().st_size for one in SCREENSHOTS.glob("*.png")]
    assert max(sizes) < 150_000
    assert sum(sizes) < 1_500_000


@cache
def labels() -> tuple[re.Pattern[str], ...]:
    """All that is translated, each as a pattern in which what is filled in may be anything."""
    found = set()
    for name in ("templates", "ncr", "articles", "annotations"):
        for path in (ROOT / name).rglob("*"):
            if path.suffix in (".py", ".html") and "migrations" not in path.parts:
                found |= msgids(path.read_text(encoding="utf-8"))
    return tuple(pattern(one) for one in found)


def msgids(text: str) -> set[str]:
    plain = {one for each in MSGIDS for pair in each.findall(text) for one in pair if one}
    parts = {one for block in BLOCKS.findall(text) for one in block.split("{% plural %}")}
    return {re.sub(r"\s+", " ", one).strip() for one in plain | parts}


def pattern(msgid: str) -> re.Pattern[str]:
    return re.compile(".+?".join(map(re.escape, FILLED.split(msgid))), re.I)


def is_label(words: str) -> bool:
    return words in BY_OTHERS or any(
        one.fullmatch(words) and one.pattern.replace(".+?", "").strip() for one in labels()
    )


@pytest.mark.parametrize("name", GUIDES)
def test_labels_in_bold_stand_on_the_pages(name: str) -> None:
    bold = {one.rstrip(",") for one in BOLD.findall(said(DOCS / name))}
    assert len(bold) > 2
    assert {one for one in bold if not is_label(one)} == set()

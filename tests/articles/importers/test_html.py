"""Web pages: the article is found in what stands around it, and what is known about it."""

from __future__ import annotations

import pytest

from articles.importers import ImportRefused, read_document, read_file
from articles.importers.pieces import Reading, Why

TEXT = """<p>The pilot boat leaves the mole at five, an hour before the tide turns, and waits at the
outer buoy.</p><p>Nobody on board speaks much, since the wind would take the words away.</p>"""


def read(source: str) -> Reading:
    return read_file(source.encode(), "page.html")


def test_a_fragment_is_kept_whole() -> None:
    found = read("<p>Short.</p><p>By the way, <b>this</b>.</p><ul><li>one<li>two</ul>")
    assert [piece.words for piece in found.pieces if piece.kept] == [
        "Short.",
        "By the way, **this**.",
        "one",
        "two",
    ]


def test_what_stands_around_is_left_out_and_shown() -> None:
    found = read(
        f"""<html><head><title>Pilots | The Orre Post</title></head><body>
        <nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><main><h1>Pilots</h1>{TEXT}</main>
        <footer>© 2020 The Orre Post</footer></body></html>"""
    )
    kept = [piece.source for piece in found.pieces if piece.kept]
    left = {piece.source: piece.why for piece in found.pieces if not piece.kept}
    assert [words[:9] for words in kept] == ["The pilot", "Nobody on"]
    assert left["Pilots"] is Why.FACT
    assert left["© 2020 The Orre Post"] is Why.FURNITURE
    assert found.fact("title") == "Pilots"


def test_facts_of_json_ld_come_first() -> None:
    found = read_document(
        f"""<html lang="en"><head><title>x</title><meta name="author" content="Somebody">
        <link rel="canonical" href="https://example.org/pilots">
        <link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
        <script type="application/ld+json">{{"@graph": [{{"@type": "WebSite", "name": "Post"}},
        {{"@type": "NewsArticle", "headline": "Pilots &amp; tides",
        "author": [{{"name": "A. Aune"}}, {{"name": "O. Bassey"}}],
        "datePublished": "2020-03-01T05:10:00+01:00",
        "dateModified": "2020-03-02"}}]}}</script></head><body>{TEXT}</body></html>""".encode(),
        "page.html",
    )
    assert (found.title, found.byline) == ("Pilots & tides", "A. Aune, O. Bassey")
    assert (found.published, found.updated) == ("2020-03-01T05:10", "2020-03-02")
    assert (found.language, found.source_url) == ("en", "https://example.org/pilots")
    assert found.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_links_and_the_source_of_a_page_that_a_browser_saved() -> None:
    found = read_document(
        b"<!-- saved from url=(0031)https://example.org/sea/pilots -->\n<html><body>"
        b'<p>The pilot <a href="boat">boat</a> leaves the mole at five.</p></body></html>',
        "page.html",
    )
    assert found.source_url == "https://example.org/sea/pilots"
    assert "[boat](https://example.org/sea/boat)" in found.markdown


@pytest.mark.parametrize(
    ("encoding", "declared", "shown"),
    [
        ("cp1251", "windows-1251", "WINDOWS-1251"),
        ("gb18030", "gb2312", "GB18030"),
        ("latin-1", "iso-8859-1", "Windows-1252"),
        ("utf-16", "utf-8", "UTF-16"),
        ("iso-2022-jp", "iso-2022-jp", "ISO-2022-JP"),
        ("utf-8", "iso-8859-1", "UTF-8"),
    ],
)
def test_encodings(encoding: str, declared: str, shown: str) -> None:
    words = {
        "cp1251": "Лодка уходит.",
        "gb18030": "船五点离开。",
        "iso-2022-jp": "船は五時に出る。",
    }.get(encoding, "Das Boot fährt.")
    source = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    found = read_file(source.encode(encoding), "page.html")
    assert ([piece.source for piece in found.pieces], found.encoding) == ([words], shown)


def test_scripts_handlers_and_trackers_leave_nothing() -> None:
    found = read_document(
        f"""<body onload="steal()"><script>steal()</script>{TEXT}<p onclick="x()">Then
        <a href="javascript:steal()">they</a> row home again together.</p>
        <img src="https://count.example/p.gif" width="1" height="1"><iframe src="//x"></iframe>
        <svg onload="steal()"><text>steal</text></svg></body>""".encode(),
        "page.html",
    )
    assert "steal" not in found.markdown
    assert "count.example" not in found.markdown
    assert "Then they row home again together." in found.markdown


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 50_000 + "deep" + "</div>" * 50_000 + TEXT,
        "<b><font>x" * 3_000 + TEXT,
        "\x00".join(TEXT),
        TEXT.replace("</p>", "</b></td>") + "<p",
        "<table><tr><td>" * 400 + TEXT,
        '<base href="https://example.org/">' + TEXT,
    ],
)
def test_broken_pages_keep_their_words(source: str) -> None:
    kept = " ".join(piece.source for piece in read(source).pieces if piece.kept)
    assert "an hour before the tide turns" in kept
    assert "since the wind would take the words away" in kept


def test_a_text_that_the_page_hides_until_its_scripts_run_is_shown() -> None:
    found = read(
        f"""<body><div id="app" aria-hidden="true"><div class="sidebar-layout">{TEXT}{TEXT}</div>
        </div><div role="dialog"><p>We value your privacy, and ask you to accept cookies.</p></div>
        </body>"""
    )
    kept = [piece.source[:9] for piece in found.pieces if piece.kept]
    assert kept == ["The pilot", "Nobody on"] * 2


def test_a_heading_that_a_part_of_the_window_s_title_names_stays() -> None:
    found = read(
        f"""<html><head><title>Pilots: History</title></head><body><h1>Pilots: History</h1>
        <nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><main>{TEXT}
        <h2>History</h2>{TEXT}</main></body></html>"""
    )
    kept = [piece.source[:9] for piece in found.pieces if piece.kept]
    assert kept == ["The pilot", "Nobody on", "History", "The pilot", "Nobody on"]


def test_a_text_that_only_json_ld_has() -> None:
    words = "The pilot boat leaves the mole at five, an hour before the tide turns. " * 9
    found = read(
        f"""<body><script type="application/ld+json">{{"@type": "Article", "articleBody":
        "{words}\\n{words}"}}</script><p>Loading</p></body>"""
    )
    kept = [piece.source[:9] for piece in found.pieces if piece.kept]
    assert kept == ["Loading", "The pilot", "The pilot"]


@pytest.mark.slow
def test_five_megabytes_are_read_whole() -> None:
    words = "The pilot boat <a href='/b'>leaves</a> the mole at <b>five</b>, before the tide. "
    line = f"<p>{words * 7}</p>"
    found = read(f"<nav><a href='/'>Home</a></nav><article>{line * 9_000}</article>")
    assert sum(piece.kept for piece in found.pieces) == 9_000


def test_names_that_would_leave_out_the_whole_text_do_not_count() -> None:
    found = read(
        f"""<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
        <div class="related"><div class="share-box">{TEXT}</div></div></body>"""
    )
    kept = [piece.source[:9] for piece in found.pieces if piece.kept]
    assert kept == ["The pilot", "Nobody on"]


@pytest.mark.parametrize("source", ["<html><body></body></html>", "<p> </p>", "<script>x</script>"])
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(ImportRefused, match="no text"):
        read(source)


def test_the_sites_own_heading_is_not_the_title() -> None:
    found = read(
        f"""<html><head><title>Tides - The Pilot's Book</title></head><body>
        <div class="bar"><h1>The Pilot's Book</h1></div><main>
        <h2>Tides<a class="headerlink" href="#tides">¶</a></h2>{TEXT}</main></body></html>"""
    )
    assert found.fact("title") == "Tides"


def test_sections_named_by_their_headings_stay_whatever_the_words_are() -> None:
    """Documentation makes ids of headings: "menu" and "download" there are words of the text."""
    entries = "".join(
        f"<dt>Entry {number}</dt><dd><p>What entry {number} does.</p></dd>" for number in range(6)
    )
    found = read(
        f"""<html><head><title>Menus</title></head><body><nav><a href="/">Home</a></nav><main>
        <h1>Menus</h1>{TEXT * 3}<section id="the-menu-of-the-shell">
        <h2>The menu of the shell</h2><dl>{entries}</dl></section></main></body></html>"""
    )
    kept = [piece.source for piece in found.pieces if piece.kept]
    assert "The menu of the shell" in kept
    assert [words for words in kept if words.startswith("What entry")] == [
        f"What entry {number} does." for number in range(6)
    ]


@pytest.mark.parametrize(
    "line",
    [
        '<div><b>Read also</b><a href="/x">The crane that nobody wants</a></div>',
        "<div><p>Sign up for our newsletter and get the best of the week.</p></div>",
        '<div><a href="/f">Share on Facebook</a><a href="/t">Tweet</a></div>',
        '<section><h4>Related stories</h4><p><a href="/x">The crane</a> is sold.</p></section>',
        '<div><p>What do you think?</p><form><input name="mail"></form></div>',
        "<aside><p>an hour before the tide turns, and waits at the outer buoy</p></aside>",
    ],
)
def test_furniture_without_names_amid_a_text(line: str) -> None:
    found = read(
        f"""<body><div><a href="/">Home</a> <a href="/sea">Sea</a></div><div>{TEXT}{line}
        {TEXT.replace("pilot", "tug")}</div></body>"""
    )
    kept = [piece.source[:9] for piece in found.pieces if piece.kept]
    assert kept == ["The pilot", "Nobody on", "The tug b", "Nobody on"]


@pytest.mark.parametrize(
    "tag", ["wbr", "embed src=x", "keygen", "source src=x", "track", "bgsound src=x", "spacer"]
)
def test_what_follows_an_empty_element_stays(tag: str) -> None:
    found = read(f"<p>A tide table for super<{tag}>cali <b>boats</b> here.</p><p>The next one.</p>")
    assert [piece.words for piece in found.pieces if piece.kept] == [
        "A tide table for supercali **boats** here.",
        "The next one.",
    ]


def test_pictures_after_the_sources_of_a_picture_are_seen() -> None:
    found = read(
        """<p>The mole at noon.</p><picture><source srcset="a.webp"><source srcset="b.avif">
        <img src="https://example.org/mole.jpg" alt="The mole"></picture>"""
    )
    assert [piece.alt for piece in found.pieces] == ["", "The mole"]


def test_many_empty_elements_in_one_paragraph_leave_its_form() -> None:
    found = read("<p>By <i>night</i> " + "a<wbr>b " * 1500 + "and <embed>" * 500 + "out</p>")
    (piece,) = found.pieces
    assert piece.words.startswith("By *night* ab ab")
    assert piece.words.endswith("and out")


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(ImportRefused, match="too many tags"):
        read("<table>" + "<tr><td>a</td></tr>" * 80_000)

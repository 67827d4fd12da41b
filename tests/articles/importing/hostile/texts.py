"""Texts, Markdown and web pages that are broken or made to do harm."""

from __future__ import annotations

from tests.articles.importing.hostile.cases import Case
from tests.articles.importing.made import words

TEXTS: dict[str, Case] = {
    "empty": ("a.txt", lambda: b""),
    "blanks": ("a.txt", lambda: b" \n" * 100_000),
    "NUL": ("a.txt", lambda: b"Ice\0closes"),
    "NUL in HTML": ("a.html", lambda: b"<p>Ice\0 closes the harbour for two months.</p>" * 9),
    "lone surrogates": (
        "a.txt",
        lambda: "Ice closes the harbour \ud800.".encode("utf-16", "surrogatepass"),
    ),
    "surrogates in UTF-8": ("a.txt", lambda: b"Ice closes \xed\xa0\x80 the harbour\n" * 9),
    "surrogates in HTML": ("a.html", lambda: b"<p>Ice &#xD800; &#0; &#x110000; closes it.</p>" * 9),
    "100 MB": ("a.txt", lambda: b"Ice closes the harbour. " * 4_200_000),
    "100 MB of HTML": ("a.html", lambda: b"<p>Ice closes the harbour.</p>" * 3_500_000),
    "a line of 5 MB": ("a.txt", lambda: b"Ice " * 1_240_000),
    "a word of 5 MB": ("a.txt", lambda: b"i" * 4_990_000),
    "5 MB of lines": ("a.txt", lambda: b"Ice\n" * 1_240_000),
    "5 MB of empty lines": ("a.txt", lambda: b"A title\n\nIce.\n" + b"\n" * 4_900_000 + b"x"),
    "5 MB of items": ("a.txt", lambda: b"- Ice\n" * 800_000),
    "5 MB of quotations": ("a.txt", lambda: b"> > > Ice\n" * 490_000),
    "5 MB of paragraphs": ("a.txt", lambda: b"Ice closes it.\n\n" * 310_000),
    "5 MB of underlines": ("a.txt", lambda: b"Ice\n===\n" * 600_000),
    "5 MB of dates": ("a.txt", lambda: b"Published: 3 May 2019\n" * 220_000),
    "5 MB of mail": ("a.txt", lambda: b"Subject: x\nFrom: y\n" + b"X-a: b\n" * 700_000),
    "5 MB of hyphens": ("a.txt", lambda: b"Ice clo-\nses the har-\nbour in win-\n" * 130_000),
    "5 MB of Markdown": (
        "a.md",
        lambda: b"# Ice\n\nIt *closes* the [harbour](http://a.b).\n\n" * 95_000,
    ),
}

MARKDOWN: dict[str, Case] = {
    name: ("a.md", lambda content=content: content.encode())
    for name, content in {
        "quotations": ">" * 10_000 + " Ice",
        "quotations, spaced": "> " * 10_000 + "Ice",
        "lists": "- " * 10_000 + "Ice",
        "lists, indented": "\n".join(" " * (2 * n) + "- Ice" for n in range(1_500)),
        "numbers": "1. " * 10_000 + "Ice",
        "brackets": "[" * 50_000 + "a" + "]" * 50_000,
        "pictures": "![" * 50_000,
        "links": "[a](" * 50_000,
        "links in links": "[" * 10_000 + "a](b)" * 10_000,
        "stars": "*a **a " * 20_000,
        "stars, alone": "*" * 90_000,
        "under": "_a __a " * 20_000,
        "code": "".join("`" * n + " a " for n in range(1, 800)),
        "tildes": "~~a ~b " * 20_000,
        "carets": "^a ~b " * 20_000,
        "tags": "<a " * 50_000,
        "comments": "<!-- " * 50_000,
        "declarations": "<!A " * 50_000,
        "entities": "&" * 90_000,
        "autolinks": "<http://" * 20_000,
        "notes": "".join(f"[^{n}]" for n in range(20_000))
        + "\n\n"
        + "\n\n".join(f"[^{n}]: Ice [^{n}]." for n in range(20_000)),
        "definitions": "\n".join(f"[a{n}]: /b" for n in range(50_000)) + "\n\n[a1]",
        "one definition": "[a]: /" + "b" * 50_000 + "\n\n" + "[a] " * 20_000,
        "columns": "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b" * 20_000 + "|",
        "rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * 300_000,
        "formulas": "$a" * 40_000,
        "blanks": "a" + " " * 4_900_000 + "\n",
        "backslashes": "\\" * 90_000,
        "fences": "```\n" * 200_000,
        "fields": "---\n" + "title: a\n" * 400_000 + "---\n\nIce.\n",
        "a field": "---\ntitle: " + "a" * 4_900_000 + "\n---\n\nIce.\n",
        "underlined": "a\n" * 50_000 + "===\n",
        "quotes in lists": "> - " * 5_000 + "Ice",
        "lazy": "> " * 30 + "a\n" * 50_000,
    }.items()
}

HTML: dict[str, Case] = {
    name: ("a.html", lambda content=content: f"<!doctype html><title>Ice</title>{content}".encode())
    for name, content in {
        **{
            f"nested {tag}": f"<{tag}>" * 50_000 + words(1) + f"</{tag}>" * 50_000
            for tag in (
                "div",
                "b",
                "font",
                "table",
                "ul",
                "li",
                "blockquote",
                "a",
                "p",
                "span",
                "dl",
                "section",
                "article",
                "sub",
                "svg",
                "math",
                "template",
                "select",
                "button",
                "object",
                "table><tr><td",
                "ul><li",
                "b><i><u",
                "details",
                "figure",
                "nobr",
                "form",
                "iframe",
            )
        },
        "unclosed": "<b><i><u><em>" * 20_000 + words(1),
        "unclosed paragraphs": "<p><b>a" * 60_000,
        "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{words(1)}</p>",
        "an attribute": f'<p class="{"a " * 4_000_000}">{words(1)}</p>',
        "classes": "".join(f'<p class="c{n} d{n}">{words(n)}</p>' for n in range(40_000)),
        "less": "<" * 2_000_000,
        "less and blanks": "< " * 2_000_000,
        "tags without end": "<p" * 2_000_000,
        "comments": "<!--" * 2_000_000,
        "cells": "<table>" + ("<tr>" + "<td>a" * 500) * 500 + "</table>",
        "spans": "<table>" + "<tr><td colspan=99999999 rowspan=99999999>a<td>b" * 50 + "</table>",
        "items": "<ul>" + "<li>Ice closes the harbour." * 100_000 + "</ul>",
        "breaks": "<p>a" + "<br>a" * 300_000,
        "links": "<a href=x>a</a> " * 200_000,
        "paragraphs": f"<p>{words(1)}</p>" * 90_000,
        "a word": f"<p>{'a' * 10_000_000}</p>",
        "notes": "".join(f'<a href="#n{n}" id="r{n}"><sup>{n}</sup></a> ' for n in range(20_000))
        + "<ol>"
        + "".join(f'<li id="n{n}">Ice <a href="#r{n}">back</a></li>' for n in range(20_000))
        + "</ol>",
        "pictures": "<img src=data:image/png;base64,AAAA alt=a>" * 100_000,
        "a slow encoding": "<meta charset=punycode>" + "é-" * 300_000,
        "entities": "&amp;" * 2_000_000,
        "ld+json": '<script type="application/ld+json">' + "[" * 500_000 + "</script>"
        f"<article><p>{words(1)}</p></article>",
        "pre": "<pre>" + "a\n" * 1_000_000 + "</pre>",
    }.items()
}

MHTML: dict[str, Case] = {
    "nested parts": (
        "a.mhtml",
        lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
            + b"--a\nContent-Type: multipart/related; boundary=a\n\n" * 50_000
        ),
    ),
    "many parts": (
        "a.mhtml",
        lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
            + b"--a\nContent-Type: text/plain\n\nx\n" * 200_000
        ),
    ),
    "long heads": (
        "a.mhtml",
        lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n"
            + b"X-a: b\n" * 1_000_000
            + b"\n--a\nContent-Type: text/html\n\n<p>Ice</p>\n--a--"
        ),
    ),
    "nearly a head": ("a.mhtml", lambda: b"a:" * 1_000_000),
    "nearly folded": ("a.txt", lambda: b"a:\n" + b" \n" * 2_000_000),
}

"""Markdown with or without front matter to a Document."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import fields

from markdown_it.token import Token

from articles.blocks import BlockContent, blocks_from_markdown, revision_text
from articles.importers.dates import read_date
from articles.importers.decoding import decode
from articles.importers.document import Document, ImportRefused
from articles.importers.foreign import in_our_markdown
from articles.importers.languages import detect_language
from articles.importers.pieces import Fact, Kind, Piece, Progress, Reading, silent
from articles.markdown.limits import MarkdownRefused
from articles.markdown.parsing import tokens_of_article

FENCED = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<fields>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
FIELD = re.compile(r"(?P<name>[^\W\d_][\w .:/-]{0,40}?)\s*:(?:\s+(?P<value>.*))?\s*")
ITEM = re.compile(r"\s*- (?:name:\s+)?(?P<value>.*)")
FIRST_HEADING = re.compile(r"\A\s*#[ \t]+(?P<words>[^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n|\Z)")
ATX = re.compile(r" {0,3}(?P<signs>#{1,6})(?:[ \t]+(?P<words>[^\n]*?))?(?:[ \t]+#+)?[ \t]*")

NAMES = {
    "title": ("title", "titel", "titre"),
    "standfirst": ("standfirst", "summary", "description", "subtitle", "lead", "abstract"),
    "byline": ("byline", "author", "authors", "by"),
    "byline_note": ("byline_note", "author_note", "about_author"),
    "published": ("published", "date", "pubdate", "created"),
    "updated": ("updated", "modified", "lastmod", "last_updated"),
    "language": ("language", "lang"),
    "source_url": ("source_url", "source", "url", "canonical_url", "link"),
}
KNOWN = {name for names in NAMES.values() for name in names}
LONGEST_FIELDS = 20_000  # characters; a text that begins so is none that has fields
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ADDRESS = re.compile(r"https?://\S+", re.I)
YEAR_OR_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


def read_markdown_file(data: bytes, progress: Progress = silent) -> Reading:
    """What a Markdown file holds; raises ImportRefused for what the dialect refuses."""
    text, encoding = decode(data)
    document = read_markdown(text)
    facts = {
        field.name: Fact(value)
        for field in fields(document)
        if field.name != "markdown" and (value := getattr(document, field.name))
    }
    return Reading(
        "markdown",
        pieces_of_markdown(document.markdown),
        facts,
        encoding=encoding,
        markdown=document.markdown,
    )


def pieces_of_markdown(source: str) -> list[Piece]:
    """The Markdown, cut between its outermost blocks; what defines links goes with what is before.

    Paragraphs and headings are pieces of these kinds, all else is Markdown as it stands.
    """
    lines = source.split("\n")
    tokens = _outermost(source)
    starts = [0, *(_first_line(token) for token in tokens[1:]), len(lines)]
    pieces: list[Piece] = []
    after_rule = False
    for place, token in enumerate(tokens):
        own = "\n".join(lines[starts[place] : starts[place + 1]]).strip("\n")
        if token.type == "hr" and "\n" not in own:
            after_rule = bool(pieces)
            continue
        pieces.append(_piece(token, lines, own, after_rule))
        after_rule = False
    return pieces


def _outermost(source: str) -> list[Token]:
    try:
        tokens = tokens_of_article(source)
    except MarkdownRefused as error:
        raise ImportRefused(error.template, **error.values) from error
    return [token for token in tokens if token.level == 0 and token.map and token.nesting >= 0]


def _first_line(token: Token) -> int:
    assert token.map is not None
    return token.map[0]


def _piece(token: Token, lines: Sequence[str], own: str, after_rule: bool) -> Piece:
    assert token.map is not None
    alone = "\n".join(lines[token.map[0] : token.map[1]]).strip("\n") == own
    if alone and token.type == "paragraph_open":
        return Piece(Kind.PARAGRAPH, own, own, rule=after_rule)
    if alone and token.type == "heading_open" and (found := ATX.fullmatch(own)):
        return Piece(
            Kind.HEADING, found["words"] or "", own, level=len(found["signs"]), rule=after_rule
        )
    return Piece(Kind.MARKDOWN, own, own, rule=after_rule)


def read_markdown(text: str) -> Document:
    """The document that the Markdown holds; raises ImportRefused for what the dialect refuses."""
    fields, body = _front_matter(text)
    body = in_our_markdown(body)
    known = {name: _first(fields, names) for name, names in NAMES.items()}
    heading, rest = _first_heading(body)
    if heading is not None and known["title"] in (None, heading):
        known["title"], body = heading, rest
    language, source = known["language"] or "", known["source_url"] or ""
    return Document(
        markdown=body.strip("\n") + "\n",
        title=known["title"],
        standfirst=known["standfirst"],
        byline=known["byline"],
        byline_note=known["byline_note"],
        published=_date(known["published"]),
        updated=_date(known["updated"]),
        language=language if LANGUAGE.fullmatch(language) else detect_language(_words(body)),
        source_url=source if ADDRESS.fullmatch(source) else None,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields at the top, and what follows them."""
    fenced = FENCED.match(text) or TOML.match(text)
    if fenced:
        is_toml = text.startswith("+")
        fields = _toml_fields(fenced["fields"]) if is_toml else _fields(fenced["fields"])
        if fields:
            return fields, text[fenced.end() :]
    head, _, body = text.lstrip("\n").partition("\n\n")
    fields = _fields(head)
    return (fields, body) if fields.keys() & KNOWN and "title" in fields else ({}, text)


def _fields(lines: str) -> dict[str, str]:
    """The fields by name, lower case; empty if a line is neither a field nor goes on with one."""
    if len(lines) > LONGEST_FIELDS:
        return {}
    fields: dict[str, str] = {}
    last = ""
    for line in lines.split("\n"):
        found = FIELD.fullmatch(line)
        if found:
            last = found["name"].lower().replace(" ", "_").replace("-", "_")
            fields[last] = _unquoted(found["value"] or "")
        elif last and (item := ITEM.fullmatch(line)):
            fields[last] = ", ".join(filter(None, (fields[last], _unquoted(item["value"]))))
        elif last and line.startswith((" ", "\t")):
            fields[last] = f"{fields[last]} {line.strip()}".strip()
        elif line.strip() and not line.startswith("#"):
            return {}
    return fields


def _toml_fields(lines: str) -> dict[str, str]:
    """The fields at the top level that are a word, a date or a list of words; empty if no TOML."""
    try:
        found = tomllib.loads(lines) if len(lines) <= LONGEST_FIELDS else {}
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {
        name.lower(): ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in found.items()
        if not isinstance(value, dict)
    }


def _unquoted(value: str) -> str:
    value = value.strip()
    if value in ("|", ">", "|-", ">-"):
        return ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part) for part in value[1:-1].split(","))
    return value


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _first_heading(body: str) -> tuple[str | None, str]:
    """The words of the heading that the text begins with, and the text without it."""
    found = FIRST_HEADING.match(body)
    if found is None or not found["words"]:
        return None, body
    words = revision_text(_blocks(found.group()))
    return words or None, body[found.end() :]


def _date(value: str | None) -> str | None:
    if value is None:
        return None
    found = read_date(value)
    if found:
        return found.iso
    return value if YEAR_OR_MONTH.fullmatch(value) else None


def _words(body: str) -> str:
    return revision_text(_blocks(body))


def _blocks(source: str) -> list[BlockContent]:
    try:
        return blocks_from_markdown(source)
    except MarkdownRefused as error:
        raise ImportRefused(error.template, **error.values) from error

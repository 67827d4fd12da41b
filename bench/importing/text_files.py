"""Texts as plain text in many encodings, wrapped or not, with furniture; and as Markdown."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.blocks import BlockContent
from bench.importing.made import Made, facts_of
from bench.importing.samples import FOLDERS, PROSE, ROOT, Sample, samples

GOLDEN = ROOT / "tests" / "articles" / "samples"
WIDTH = 72

ENGLISH_HEAD = "Harbour Review\n\nShare\nPrint\n\n"
ENGLISH_TAIL = "\n\nShare this article\n\nRelated articles\n\nPrivacy policy\n"
RUSSIAN_HEAD = "Поделиться\nРаспечатать\n\n"
RUSSIAN_TAIL = "\n\nПоделиться\n\nЧитайте также\n"

INSTEAD = {"’": "'", **dict.fromkeys("“”„«»", '"'), "–": "-", "—": "-", "\u0301": ""}


@dataclass(frozen=True)
class Way:
    """How a text is written to a file: its encoding, and what makes its lines."""

    name: str
    text: str
    encoding: str
    lines: Callable[[Sample], str]
    head: str = ""
    tail: str = ""
    is_held_back: bool = False


def one_line_each(sample: Sample) -> str:
    """A paragraph is a line; lists have bullets or numbers."""
    parts = [sample.title]
    parts += [sign(block) + " ".join(block.text.split("\n")) for block in sample.blocks]
    return "\n\n".join(parts) + "\n"


def hard_wrapped(sample: Sample) -> str:
    """Lines end at 72 characters, empty lines divide paragraphs."""
    parts = [sample.title, *(wrapped(block) for block in sample.blocks)]
    return "\n\n".join(parts) + "\n"


def indented(sample: Sample) -> str:
    """Lines end at 72 characters, and a paragraph begins with an indented line."""
    parts = [sample.title, ""]
    for block in sample.blocks:
        if block.kind == "paragraph":
            parts.append(textwrap.fill(block.text, WIDTH, initial_indent="    "))
        else:
            parts += ["", wrapped(block), ""]
    return "\n".join(parts) + "\n"


def wrapped(block: BlockContent) -> str:
    first = sign(block)
    further = "> " if block.kind == "quotation" else " " * len(first)
    return textwrap.fill(
        block.text, WIDTH, initial_indent=first, subsequent_indent=further, break_long_words=False
    )


def sign(block: BlockContent) -> str:
    if block.kind == "quotation":
        return "> "
    if block.kind == "list_item":
        numbers = block.attrs.get("numbers")
        return f"{numbers[-1]}. " if numbers else "- "
    return ""


WAYS = (
    Way("windows-1251", "pochta.ru", "cp1251", one_line_each),
    Way("koi8-r", "bumaga.ru", "koi8-r", one_line_each),
    Way("koi8-wrapped", "pochta.ru", "koi8-r", hard_wrapped, RUSSIAN_HEAD, RUSSIAN_TAIL),
    Way("windows-1252", "ecluse.fr", "cp1252", one_line_each),
    Way("latin-1", "fruehzug.de", "iso-8859-1", hard_wrapped),
    Way("mac-roman", "quai.fr", "mac-roman", one_line_each),
    Way("windows-1256", "nahr.ar", "cp1256", one_line_each),
    Way("shift-jis", "todai.ja", "shift-jis", one_line_each),
    Way("euc-jp", "todai.ja", "euc-jp", one_line_each),
    Way("gb18030", "chaguan.zh", "gb18030", one_line_each),
    Way("big-end", "bell-founder.en", "utf-16-be", one_line_each),
    Way("utf-16", "grain-corridor", "utf-16", one_line_each),
    Way("utf-8", "nrc-in-practice", "utf-8", one_line_each),
    Way("wrapped", "long-walk.en", "utf-8", hard_wrapped),
    Way("wrapped-list", "wegeordnung.de", "utf-8", hard_wrapped),
    Way("indented", "long-walk.en", "utf-8", indented),
    Way("saved", "seminar.en", "utf-8", one_line_each, ENGLISH_HEAD, ENGLISH_TAIL),
    Way("windows-1250", "przeprawa.pl", "cp1250", one_line_each, is_held_back=True),
    Way("latin-2", "przeprawa.pl", "iso-8859-2", hard_wrapped, is_held_back=True),
    Way("windows-1253", "faros.el", "cp1253", one_line_each, is_held_back=True),
    Way("greek", "faros.el", "iso-8859-7", hard_wrapped, is_held_back=True),
    Way("windows-1254", "fener.tr", "cp1254", one_line_each, is_held_back=True),
    Way("mac-roman", "nachlass.de", "mac-roman", hard_wrapped, is_held_back=True),
    Way("wrapped", "nachlass.de", "utf-8", hard_wrapped, is_held_back=True),
    Way("indented", "minutes.en", "utf-8", indented, is_held_back=True),
    Way("saved", "minutes.en", "utf-8", one_line_each, ENGLISH_HEAD, ENGLISH_TAIL, True),
    Way("utf-32", "fener.tr", "utf-32", one_line_each, is_held_back=True),
)


def make_text() -> Iterator[Made]:
    yield from golden(".txt", "text")
    for way in WAYS:
        sample = samples()[way.text].only(PROSE)
        # what an encoding cannot write, its users write otherwise
        source = way.head + way.lines(sample) + way.tail
        truth = [typed(text, way.encoding) for text in sample.truth]
        yield Made(
            f"{way.name}-{way.text}.txt",
            "text",
            typed(source, way.encoding).encode(way.encoding),
            truth,
            facts_of(sample),
            way.is_held_back,
        )


def typed(text: str, encoding: str) -> str:
    """The text with what the encoding has for signs that it lacks."""
    for sign_, instead in INSTEAD.items():
        try:
            sign_.encode(encoding)
        except UnicodeEncodeError:
            text = text.replace(sign_, instead)
    return text


def make_markdown() -> Iterator[Made]:
    yield from golden(".md", "markdown")
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.md")):
            sample = samples()[path.stem]
            facts = facts_of(sample)
            is_held_back = folder.name == "held_back"
            yield Made(path.name, "markdown", path.read_bytes(), sample.truth, facts, is_held_back)


def golden(suffix: str, kind: str) -> Iterator[Made]:
    """The samples of the tests, with what a careful reader wrote down beside them."""
    for path in sorted(GOLDEN.glob(f"*{suffix}")):
        wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
        truth = [block["text"] for block in wanted["blocks"]]
        facts = [str(value) for name, value in wanted.items() if name != "blocks" and value]
        yield Made(path.name, kind, path.read_bytes(), truth, facts)

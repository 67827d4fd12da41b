"""The text of a revision as HTML, block by block, with its numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import quote as url_quote
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from annotations.models import Anchor, Placement, Thread
from annotations.reading.marking import Mark, More, marked
from articles.models import Block, Revision
from articles.picturing import size_of

MARK = re.compile(r'href="#fn-(\d+)"')  # of a footnote, as articles.markdown renders it
DENSE = 1000  # passages in one page; past this they are shown as density and come by window


class TextBlock(NamedTuple):
    """One block as it is read."""

    key: str
    position: int
    number: int | None
    kind: str
    level: int
    text: str
    html: str
    attrs: dict[str, object]
    start: int
    absorbed: Sequence[str] = ()  # keys of blocks that were merged into it


class PassageRow(NamedTuple):
    """A thread's passage in the current revision, and how much is said there."""

    label: str
    thread: str
    start_key: str
    start: int
    end_key: str
    end: int
    notes: int
    is_whole_block: bool
    key: str  # of its thread, by which a page tells it from others

    @property
    def is_lost(self) -> bool:
        return not self.start_key


@dataclass(frozen=True, slots=True)
class Figures:
    """What is said about one block, counted."""

    threads: int = 0
    notes: int = 0


def blocks_of(revision: Revision | int) -> list[TextBlock]:
    """The blocks of a revision in order; one query."""
    pk = revision if isinstance(revision, int) else revision.pk
    rows = Block.objects.filter(revision_id=pk).order_by("position")
    return [TextBlock(*row) for row in rows.values_list(*TextBlock._fields)]


def passage_rows(
    threads: Any, keys: Sequence[str] | None = None, *, revision: int | None = None
) -> list[PassageRow]:
    """The passages of `threads`, a gated queryset of Thread; one query.

    As they stand now, or stood in the revision of this number. Only those that begin in the
    blocks `keys`, where given; otherwise also those that are lost, which begin in no block.
    """
    standing = Placement.objects.all()
    standing = standing.current() if revision is None else standing.in_revision(revision)
    rows = standing.filter(thread__in=threads, anchor__role=Anchor.Role.TARGET)
    if keys is not None:
        rows = rows.filter(start_key__in=keys)
    found: Any = rows.order_by("thread_id").values_list(
        "thread__audience_kind",
        "thread__audience_id",
        "thread__number",
        "thread__uuid",
        "start_key",
        "start_offset",
        "end_key",
        "end_offset",
        "thread__readable_count",
        "anchor__is_whole_block",
    )
    return [
        _row(Thread(audience_kind=kind, audience_id=audience, number=number), *rest)
        for kind, audience, number, *rest in found
    ]


def _row(
    thread: Thread,
    uuid: UUID,
    start_key: str,
    start: int,
    end_key: str,
    end: int,
    count: int,
    whole: bool,
) -> PassageRow:
    return PassageRow(
        thread.label, str(uuid), start_key, start, end_key, end, count, whole, thread.key
    )


def figures_by_block(rows: Iterable[PassageRow]) -> dict[str, Figures]:
    """Threads and annotations by the key of the block in which their passage begins."""
    figures: dict[str, Figures] = {}
    for row in rows:
        if row.is_lost:
            continue
        before = figures.get(row.start_key, Figures())
        figures[row.start_key] = Figures(before.threads + 1, before.notes + row.notes)
    return figures


def marks_by_block(
    blocks: Sequence[TextBlock], rows: Iterable[PassageRow]
) -> dict[str, list[Mark]]:
    """Each passage cut at the ends of its blocks."""
    places = {block.key: place for place, block in enumerate(blocks)}
    marks: dict[str, list[Mark]] = {}
    for row in rows:
        first, last = places.get(row.start_key), places.get(row.end_key)
        if first is None or last is None:
            continue
        for place in range(first, last + 1):
            block = blocks[place]
            mark = Mark(
                label=row.label,
                key=row.key,
                start=row.start if place == first else 0,
                end=row.end if place == last else len(block.text),
                count=row.notes,
                begins=place == first,
                ends=place == last,
                sign_label=sign_label(row),
                is_whole_block=row.is_whole_block,
            )
            marks.setdefault(block.key, []).append(mark)
    return marks


def sign_label(row: PassageRow) -> str:
    words = ngettext(
        "Note %(label)s, %(count)d entry", "Note %(label)s, %(count)d entries", row.notes
    )
    return words % {"label": row.label, "count": row.notes}


def more_label(rest: int) -> str:
    words = ngettext("%(count)d more note ends here", "%(count)d more notes end here", rest)
    return words % {"count": rest}


def text_html(
    blocks: Sequence[TextBlock],
    *,
    base_url: str,
    marks: dict[str, list[Mark]],
    figures: dict[str, Figures],
    pointed: Mapping[str, int] = MappingProxyType({}),
    link_numbers: bool = True,
) -> SafeString:
    """The whole text: list items gathered in lists, everything else one element a block."""
    out: list[str] = []
    open_lists: list[str] = []
    mentioned = _first_mentions(blocks)
    for block in blocks:
        if block.kind != "list_item":
            out += _close_lists(open_lists, 0)
        else:
            out += _open_lists(open_lists, block)
        said = figures.get(block.key, Figures())
        inner = _marked(block, base_url, marks.get(block.key, []))
        sign = _back_sign(block, mentioned)
        sign += _pointed_sign(block, base_url, pointed.get(block.key, 0))
        out.append(_block_html(block, base_url, inner, said, sign, link_numbers))
    out += _close_lists(open_lists, 0)
    return mark_safe("".join(out))  # noqa: S308


def _open_lists(open_lists: list[str], block: TextBlock) -> Iterator[str]:
    """Opens or closes lists until the block's level and kind of list are met.

    Levels stand side by side and not inside the item above: an item's text element must hold
    its own text only.
    """
    tag = "ol" if block.attrs.get("ordered") else "ul"
    is_note = "footnote" in block.attrs and block.level == 1
    wanted = f"{tag}:{block.level}:{'notes' if is_note else ''}"
    starts_new = bool(block.attrs.get("new")) or bool(block.attrs.get("first"))
    if open_lists and open_lists[-1] == wanted and not starts_new:
        return
    yield from _close_lists(open_lists, 0)
    open_lists.append(wanted)
    start = block.attrs.get("start")
    begin = f' start="{int(str(start))}"' if tag == "ol" and start not in (None, 1) else ""
    if is_note and block.attrs["footnote"] == 1:
        yield f'<p class="notes-head" id="text-notes">{escape(gettext("Notes"))}</p>'
        begin += ' aria-labelledby="text-notes"'
    yield f'<{tag} class="list l{block.level}"{begin}>'


def _close_lists(open_lists: list[str], left: int) -> Iterator[str]:
    while len(open_lists) > left:
        yield f"</{open_lists.pop().split(':')[0]}>"


def _block_html(
    block: TextBlock, base_url: str, inner: str, said: Figures, sign: str, link_numbers: bool
) -> str:
    tag = "li" if block.kind == "list_item" else "div"
    number = "" if block.number is None else f' data-number="{block.number}"'
    link = _number_link(block, _address(block, base_url), said) if link_numbers else ""
    return (
        f'<{tag} class="block k-{block.kind}" id="p-{block.key}" data-key="{block.key}"{number}'
        f' data-start="{block.start}" data-length="{len(block.text)}" data-notes="{said.notes}">'
        f"{link}{_former_keys(block)}{_text_element(block, inner)}{sign}</{tag}>\n"
    )


def _marked(block: TextBlock, base_url: str, marks: list[Mark]) -> str:
    return marked(block.html, len(block.text), marks, More(_address(block, base_url), more_label))


def _address(block: TextBlock, base_url: str) -> str:
    return f"{base_url}p/{url_quote(block.key)}/"


def _pointed_sign(block: TextBlock, base_url: str, count: int) -> str:
    """A link to what points at a block from elsewhere, with how many that is."""
    if not count:
        return ""
    words = ngettext(
        "%(count)d link to this paragraph", "%(count)d links to this paragraph", count
    ) % {"count": count}
    url = f"{_address(block, base_url)}#linked"
    return (
        f'<a class="pointed" href="{url}" aria-label="{escape(words)}">'
        f'<span aria-hidden="true">↩ {count}</span></a>'
    )


def _first_mentions(blocks: Sequence[TextBlock]) -> dict[int, str]:
    """By the number of a footnote the key of the first block that has its mark."""
    found: dict[int, str] = {}
    for block in blocks:
        if "#fn-" in block.html:
            for number in MARK.findall(block.html):
                found.setdefault(int(number), block.key)
    return found


def _back_sign(block: TextBlock, mentioned: Mapping[int, str]) -> str:
    """From a footnote to where it is mentioned; and where its marks lead."""
    number = block.attrs.get("footnote")
    if block.kind != "list_item" or not isinstance(number, int) or block.level != 1:
        return ""
    anchor = f'<span class="former" id="fn-{number}"></span>'
    if number not in mentioned:
        return anchor
    words = gettext("Back to the mark of note %(number)d") % {"number": number}
    return (
        f'{anchor}<a class="note-back" href="#p-{url_quote(mentioned[number])}"'
        f' aria-label="{escape(words)}"><span aria-hidden="true">↩</span></a>'
    )


def _former_keys(block: TextBlock) -> str:
    """Where the addresses of blocks lead that were merged into this one."""
    return "".join(f'<span class="former" id="p-{escape(key)}"></span>' for key in block.absorbed)


def _number_link(block: TextBlock, url: str, said: Figures) -> str:
    if block.number is None:
        return ""
    if said.notes:
        words = ngettext(
            "Paragraph %(number)d, %(count)d note",
            "Paragraph %(number)d, %(count)d notes",
            said.notes,
        ) % {"number": block.number, "count": said.notes}
    else:
        words = gettext("Paragraph %(number)d") % {"number": block.number}
    count = f'<span class="pn-count" aria-hidden="true">{said.notes}</span>' if said.notes else ""
    return (
        f'<a class="pn" href="{url}" aria-label="{escape(words)}">'
        f'<span aria-hidden="true">{block.number}</span>{count}</a>'
    )


def _text_element(block: TextBlock, inner: str) -> str:
    mark = 'class="t" data-text'
    match block.kind:
        case "heading":
            # The page's title is the only h1
            level = min(6, max(2, block.level))
            return f"<h{level} {mark}>{inner}</h{level}>"
        case "list_item":
            return f"<div {mark}>{inner}</div>"
        case "quotation":
            return f'<blockquote class="q{min(block.level, 3)}"><p {mark}>{inner}</p></blockquote>'
        case "code":
            # A parser drops the first line feed in pre (HTML, 13.2.6.4.7)
            name = escape(gettext("Code"))
            return f'<pre {mark} tabindex="0" role="region" aria-label="{name}">\n{inner}</pre>'
        case "table":
            name = escape(gettext("Table"))
            box = f'<div class="table-box" tabindex="0" role="region" aria-label="{name}">'
            return f"{box}<table {mark}>{inner}</table></div>"
        case "figure":
            return f"<figure>{_picture(block)}<figcaption {mark}>{inner}</figcaption></figure>"
        case _:
            return f"<p {mark}>{inner}</p>"


def _picture(block: TextBlock) -> str:
    """The picture, where the site has it; else a link: the page loads nothing from other sites."""
    src = str(block.attrs.get("src", ""))
    if (size := size_of(src)) is not None:
        alt = str(block.attrs.get("alt", ""))
        # a caption that says the same is read out once
        alt = "" if alt == block.text else alt
        return (
            f'<img src="{escape(src)}" alt="{escape(alt)}" width="{size[0]}" height="{size[1]}"'
            ' loading="lazy" decoding="async">'
        )
    if not src.startswith(("http://", "https://")):
        return ""
    words = escape(gettext("See the picture at its source"))
    return f'<p class="picture"><a href="{escape(src)}" rel="noopener nofollow">{words}</a></p>'

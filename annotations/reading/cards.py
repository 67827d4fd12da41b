"""Cards and replies as HTML, put together from strings.

Looping over cards in templates is several times slower than joining strings, and a page has
hundreds. Whatever a person typed is escaped here, or is SanitisedHtml from the renderer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from html import escape
from itertools import takewhile
from urllib.parse import quote as url_quote

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, pgettext

from annotations.models import Annotation
from annotations.reading.acts import acts_html, reply_link
from annotations.reading.changed import changed_html
from annotations.reading.conversations import Conversation, Said
from annotations.reading.linked import linked_html
from ncr.labels import label_of

DEEPEST_INDENT = 3
MORE_AT_ONCE = 20
FOLDED_FROM = 2  # so many replies to a reply can be folded away


def cards_html(listed: Iterable[Conversation], *, can_write: bool = True) -> SafeString:
    """All cards, one after another."""
    return mark_safe("".join(card_html(one, can_write=can_write) for one in listed))  # noqa: S308


def cards_beside(
    listed: Sequence[Conversation], crowds: Mapping[str, int], base_url: str
) -> SafeString:
    """Cards in the order of the text; after those of a crowded block, how many more there are."""
    out: list[str] = []
    for place, one in enumerate(listed):
        out.append(card_html(one))
        key = one.passage.start_key if one.passage else ""
        following = listed[place + 1].passage if place + 1 < len(listed) else None
        if key in crowds and (following is None or following.start_key != key):
            out.append(_crowd(key, crowds[key], base_url))
    return mark_safe("".join(out))  # noqa: S308


def _crowd(key: str, more: int, base_url: str) -> str:
    words = ngettext(
        "%(count)d more note on this paragraph", "%(count)d more notes on this paragraph", more
    ) % {"count": more}
    block = escape(key)
    return (
        f'<p class="crowd" id="c-{block}" data-block="{block}"><a class="btn" data-block="{block}"'
        f' href="{base_url}p/{url_quote(key)}/">{escape(words)}</a></p>'
    )


def card_html(one: Conversation, *, can_write: bool = True, block_key: str = "") -> SafeString:
    """One thread as a card: label, opening, topics, first replies, ways to go on."""
    thread, opening = one.thread, one.opening
    key = escape(thread.key)
    block = block_key or (one.passage.start_key if one.passage else "")
    states = "".join(
        f" {name}"
        for name, holds in (
            ("is-resolved", thread.is_resolved),
            ("is-gone", bool(opening.gone)),
            ("is-private", thread.audience_kind != "everyone"),
            ("is-orphan", bool(one.passage and one.passage.is_lost)),
        )
        if holds
    )
    inside = (
        f"{state_lines(one)}"
        f"{changed_html(one.passage, opening.uuid, is_gone=bool(opening.gone))}"
        f"{said_html(opening)}{linked_html(opening.link)}{_topics(opening)}"
        f"{acts_html(one, opening, can_write=can_write)}"
        f"{replies_html(one, can_write=can_write)}{_ways_on(one, can_write)}"
    )
    return mark_safe(  # noqa: S308
        f'<article class="card{states}" id="n-{key}" data-thread="{thread.uuid}"'
        f' data-label="{escape(thread.label)}" data-block="{escape(block)}"'
        f' data-count="{thread.readable_count}" aria-labelledby="h-{key}">'
        f"{_folded(one, inside) if thread.is_resolved else _head(one, _key(one)) + inside}"
        "</article>"
    )


def _folded(one: Conversation, inside: str) -> str:
    """A settled thread as one line, with who settled it and why; it opens to all of it."""
    return (
        f'{_key(one)}<details class="settled"><summary>{settled_line(one)}</summary>'
        f"{_head(one, '')}{inside}</details>"
    )


def settled_line(one: Conversation) -> str:
    """Who settled a thread and why; nobody is named whose account is gone."""
    by = gettext("Resolved by %(name)s") % {"name": one.settled_by}
    words = by if one.settled_by else gettext("Resolved")
    return (
        f'<span class="tag ok" dir="auto">{escape(words)}</span>'
        f' <span dir="auto">{escape(one.thread.resolved_reason)}</span>'
    )


def replies_html(one: Conversation, *, can_write: bool = True) -> str:
    """The replies as nested lists; beyond the third level they say whom they answer."""
    levels = _levels(one.replies)
    out: list[str] = []
    opened: list[str] = []  # what closes each level
    for place, (said, level) in enumerate(zip(one.replies, levels, strict=True)):
        while len(opened) > level:
            out.append(opened.pop())
        if len(opened) == level:
            out.append("</li>")
        else:
            before, after = _around_branch(one.replies, levels, place)
            out.append(before)
            opened.append(after)
        out.append(_reply(one, said, can_write))
    return "".join([*out, *reversed(opened)])


def _levels(replies: Sequence[Said]) -> list[int]:
    """How deep each stands on the page; the indent has an end."""
    levels: list[int] = []
    for said in replies:
        before = levels[-1] if levels else 0
        levels.append(min(max(said.depth, 1), DEEPEST_INDENT, before + 1))
    return levels


def _around_branch(replies: Sequence[Said], levels: Sequence[int], place: int) -> tuple[str, str]:
    """What stands before and after the replies to one reply; several can be folded away."""
    level = levels[place]
    branch = takewhile(lambda each: each[1] >= level, zip(replies[place:], levels[place:]))  # noqa: B905
    count = sum(1 for said, _level in branch if not said.gone)
    if level == 1 or count < FOLDED_FROM:
        return '<ol class="replies">', "</li></ol>"
    words = ngettext("%(count)d reply", "%(count)d replies", count) % {"count": count}
    return (
        f'<details class="branch" open><summary>{escape(words)}</summary><ol class="replies">',
        "</li></ol></details>",
    )


def said_html(said: Said) -> str:
    """What one annotation says, or the neutral line in its place; of a bare mark nothing."""
    if said.gone:
        return f'<p class="said gone">{escape(gone_line(said))}</p>'
    if not said.html:
        return _held_line(said)
    return f'{_held_line(said)}<div class="said" dir="auto">{said.html}</div>'


def gone_line(said: Said) -> str:
    """Why there are no words here, naming nobody."""
    by_opening = {
        "withdrawn": gettext("The author withdrew this note."),
        "hidden": gettext("A moderator hid this note."),
        "removed": gettext("A moderator removed this note."),
        "pending": gettext("This note waits for a moderator."),
    }
    by_reply = {
        "withdrawn": gettext("The author withdrew this reply."),
        "hidden": gettext("A moderator hid this reply."),
        "removed": gettext("A moderator removed this reply."),
        "pending": gettext("This reply waits for a moderator."),
    }
    return (by_opening if said.is_opening else by_reply).get(said.gone, "")


def kind_label(kind: str) -> str:
    return label_of(Annotation.Kind, kind)


def when_html(at: datetime | None) -> str:
    """A time that machines read in full and people read short."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    short, full = _in_words(local.replace(second=0, microsecond=0, tzinfo=None), get_language())
    exact = at.isoformat(timespec="seconds")
    return f'<time class="when" datetime="{exact}" title="{full}">{short}</time>'


@lru_cache(maxsize=4096)
def _in_words(minute: datetime, language: str | None) -> tuple[str, str]:
    """A minute as people read it, short and in full, escaped; most of a page was said in few."""
    short, full = date_format(minute, "SHORT_DATE_FORMAT"), date_format(minute, "DATETIME_FORMAT")
    return escape(short), escape(full)


def person_html(said: Said) -> str:
    if not said.username:
        return f'<span class="who">{escape(gettext("Somebody who left"))}</span>'
    address = f"/people/{url_quote(said.username)}/"
    return f'<a class="who" href="{address}" dir="auto">{escape(said.author)}</a>'


def audience_html(one: Conversation) -> str:
    """A word for threads that not everyone reads; form and word, never colour alone.

    The words are those of a reader: "Only you" is shown to its author, who alone may see it.
    """
    kind = one.thread.audience_kind
    if kind == "everyone":
        return ""
    names = {"members": gettext("Members"), "person": gettext("Only you"), "group": one.group}
    before = escape(gettext("Said to:"))
    return (
        f'<span class="tag audience is-{kind}"><span class="visually-hidden">{before} </span>'
        f'<span dir="auto">{escape(names[kind])}</span></span>'
    )


def _key(one: Conversation) -> str:
    """The thread's number, to its passage."""
    label, key = escape(one.thread.label), escape(one.thread.key)
    is_placed = one.passage is not None and not one.passage.is_lost
    target = f"#s-{key}" if is_placed else f"/threads/{one.thread.uuid}/"
    named = escape(gettext("Note %(label)s, to its passage") % {"label": one.thread.label})
    return f'<a class="key" href="{target}" aria-label="{named}">{label}</a>'


def _head(one: Conversation, number: str) -> str:
    opening, label, key = one.opening, escape(one.thread.label), escape(one.thread.key)
    kind = kind_label(opening.kind) if not opening.gone else gettext("Note")
    who = "" if opening.gone else person_html(opening)
    when = "" if opening.gone else when_html(opening.at)
    return (
        f'<div class="card-head">{number}{who}<h3 class="card-kind" id="h-{key}">{escape(kind)}'
        f'<span class="visually-hidden"> {label}</span></h3>'
        f"{audience_html(one)}{when}{_edited(opening)}</div>"
    )


def _edited(said: Said) -> str:
    if said.gone or said.edited_at is None:
        return ""
    word = escape(pgettext("an annotation was", "edited"))
    return f'<a class="edited" href="/annotations/{said.uuid}/versions/">{word}</a>'


def state_lines(one: Conversation) -> str:
    """What holds for the whole thread and is not said by its fold."""
    if not one.thread.is_locked:
        return ""
    return f'<p class="notice">{escape(gettext("Locked: nothing can be added."))}</p>'


def _held_line(said: Said) -> str:
    if not said.kept_back:
        return ""
    words = {
        "hidden": gettext("Hidden by a moderator; only its author and moderators see it."),
        "pending": gettext(
            "A moderator looks at this before it is published."
            " Until then only its author and moderators see it."
        ),
    }[said.kept_back]
    reason = f" {escape(gettext('Reason:'))} {escape(said.reason)}" if said.reason else ""
    return f'<p class="notice held">{escape(words)}{_rule(said)}{reason}</p>'


def _rule(said: Said) -> str:
    """The rule of the site that a decision named, with the way to its words."""
    if said.rule is None:
        return ""
    number, title = said.rule
    named = gettext("Rule %(number)d, %(title)s") % {"number": number, "title": title}
    return f' <a href="/rules/#rule-{number}">{escape(named)}</a>.'


def _topics(said: Said) -> str:
    if said.gone or not said.topics:
        return ""
    chips = "".join(
        f'<li><a class="chip" href="/topics/{url_quote(slug)}/">{escape(name)}</a></li>'
        for name, slug in said.topics
    )
    return f'<ul class="chips" aria-label="{escape(gettext("Topics"))}">{chips}</ul>'


def _reply(one: Conversation, said: Said, can_write: bool) -> str:
    here = ' aria-current="true"' if said.is_here else ""
    if said.gone:
        return f'<li class="reply is-gone" id="a-{said.uuid}"{here}>{said_html(said)}'
    answers = ""
    if said.depth > DEEPEST_INDENT and said.answers:
        name = f"<bdi>{escape(said.answers)}</bdi>"
        text = escape(gettext("answers %(name)s")) % {"name": name}
        answers = f'<span class="answers">{text}</span>'
    return (
        f'<li class="reply" id="a-{said.uuid}"{here}>'
        f'<div class="card-head">{person_html(said)}{answers}'
        f"{when_html(said.at)}{_edited(said)}</div>{said_html(said)}"
        f"{acts_html(one, said, can_write=can_write)}"
    )


def _ways_on(one: Conversation, can_write: bool) -> str:
    """Below the replies: the rest of them, and once more the answer to what opened the thread."""
    if not one.replies:
        return ""
    opening = one.opening
    if one.more:
        rest, text = f' data-rest="{len(one.said) + MORE_AT_ONCE}"', _more_words(one)
    else:
        rest, text = "", gettext("Open the thread")
    address = f"/threads/{one.thread.uuid}/"
    links = f'<a class="btn plain" href="{address}"{rest} dir="auto">{escape(text)}</a>'
    if can_write and not one.thread.is_locked and not opening.gone and not opening.kept_back:
        # So far from what it answers it says whom
        links = f"{reply_link(opening, is_named=True)}{links}"
    return f'<div class="acts">{links}</div>'


def _more_words(one: Conversation) -> str:
    """How many replies more there are, and from whom the next of them."""
    words = ngettext("%(count)d more reply", "%(count)d more replies", one.more)
    text = words % {"count": one.more}
    if not one.more_from:
        return text
    names = gettext(", ").join(one.more_from)
    if one.more > len(one.more_from):
        names = gettext("%(names)s …") % {"names": names}
    return gettext("%(replies)s, from %(names)s") % {"replies": text, "names": names}

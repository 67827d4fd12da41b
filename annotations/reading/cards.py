"""Cards and replies as HTML, put together from strings.

Looping over cards in templates is several times slower than joining strings, and a page has
hundreds. Whatever a person typed is escaped here, or is SanitisedHtml from the renderer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from html import escape
from urllib.parse import quote as url_quote

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, pgettext

from annotations.models import Annotation
from annotations.reading.changed import changed_html
from annotations.reading.conversations import Conversation, Said

DEEPEST_INDENT = 3


def cards_html(listed: Iterable[Conversation], *, can_write: bool = True) -> SafeString:
    """All cards, one after another."""
    return mark_safe("".join(card_html(one, can_write=can_write) for one in listed))  # noqa: S308


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
    return mark_safe(  # noqa: S308
        f'<article class="card{states}" id="n-{key}" data-thread="{thread.uuid}"'
        f' data-label="{escape(thread.label)}" data-block="{escape(block)}"'
        f' data-count="{thread.readable_count}" aria-labelledby="h-{key}">'
        f"{_head(one)}{_state_lines(one)}"
        f"{changed_html(one.passage, opening.uuid, is_gone=bool(opening.gone))}"
        f"{_opening_words(opening)}{_topics(opening)}"
        f"{replies_html(one, can_write=can_write)}{_ways_on(one, can_write)}</article>"
    )


def replies_html(one: Conversation, *, can_write: bool = True, own_acts: bool = False) -> str:
    """The replies as nested lists; beyond the third level they say whom they answer."""
    out: list[str] = []
    depth = 0
    for said in one.replies:
        level = min(max(said.depth, 1), DEEPEST_INDENT, depth + 1)
        while depth > level:
            out.append("</li></ol>")
            depth -= 1
        if depth == level:
            out.append("</li>")
        else:
            out.append('<ol class="replies">')
            depth += 1
        out.append(_reply(one, said, can_write, own_acts))
    out.append("</li></ol>" * depth)
    return "".join(out)


def said_html(said: Said) -> str:
    """What one annotation says, or the neutral line in its place."""
    if said.gone:
        return f'<p class="said gone">{escape(gone_line(said))}</p>'
    return f'{_held_line(said)}<div class="said">{said.html}</div>'


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
    return str(Annotation.Kind(kind).label) if kind in Annotation.Kind.values else kind


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
    short, full = date_format(minute, "j M Y"), date_format(minute, "DATETIME_FORMAT")
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


def _head(one: Conversation) -> str:
    opening, label, key = one.opening, escape(one.thread.label), escape(one.thread.key)
    kind = kind_label(opening.kind) if not opening.gone else gettext("Note")
    who = "" if opening.gone else person_html(opening)
    is_placed = one.passage is not None and not one.passage.is_lost
    target = f"#s-{key}" if is_placed else f"/threads/{one.thread.uuid}/"
    named = escape(gettext("Note %(label)s, to its passage") % {"label": one.thread.label})
    when = "" if opening.gone else when_html(opening.at)
    return (
        f'<div class="card-head"><a class="key" href="{target}" aria-label="{named}">{label}</a>'
        f'{who}<h3 class="card-kind" id="h-{key}">{escape(kind)}'
        f'<span class="visually-hidden"> {label}</span></h3>'
        f"{audience_html(one)}{when}{_edited(opening)}</div>"
    )


def _edited(said: Said) -> str:
    if said.gone or said.edited_at is None:
        return ""
    word = escape(pgettext("an annotation was", "edited"))
    return f'<a class="edited" href="/annotations/{said.uuid}/versions/">{word}</a>'


def _state_lines(one: Conversation) -> str:
    thread = one.thread
    lines = []
    if thread.is_resolved:
        lines.append(
            f'<p class="notice"><span class="tag ok">{escape(gettext("Resolved"))}</span>'
            f" <span>{escape(thread.resolved_reason)}</span></p>"
        )
    if thread.is_locked:
        locked = escape(gettext("Locked: nothing can be added."))
        lines.append(f'<p class="notice">{locked}</p>')
    return "".join(lines)


def _held_line(said: Said) -> str:
    if not said.kept_back:
        return ""
    words = {
        "hidden": gettext("Hidden by a moderator; only its author and moderators see it."),
        "pending": gettext("Waits for a moderator; only its author and moderators see it."),
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


def _opening_words(opening: Said) -> str:
    if not opening.gone and not opening.html:
        return _held_line(opening)
    return said_html(opening)


def _topics(said: Said) -> str:
    if said.gone or not said.topics:
        return ""
    chips = "".join(
        f'<li><a class="chip" href="/topics/{url_quote(slug)}/">{escape(name)}</a></li>'
        for name, slug in said.topics
    )
    return f'<ul class="chips" aria-label="{escape(gettext("Topics"))}">{chips}</ul>'


def _reply(one: Conversation, said: Said, can_write: bool, own_acts: bool) -> str:
    if said.gone:
        return f'<li class="reply is-gone" id="a-{said.uuid}">{said_html(said)}'
    answers = ""
    if said.depth > DEEPEST_INDENT and said.answers:
        text = gettext("answers %(name)s") % {"name": said.answers}
        answers = f'<span class="answers">{escape(text)}</span>'
    return (
        f'<li class="reply" id="a-{said.uuid}"><div class="card-head">{person_html(said)}{answers}'
        f"{when_html(said.at)}{_edited(said)}</div>{said_html(said)}"
        f"{acts_html(one, said, can_write=can_write, own_acts=own_acts)}"
    )


def acts_html(one: Conversation, said: Said, *, can_write: bool, own_acts: bool) -> str:
    """What can be done with one annotation: reply, report, and its author's own acts."""
    links = []
    if can_write and not one.thread.is_locked and not said.kept_back and not said.gone:
        named = escape(gettext("Reply to %(name)s") % {"name": said.author})
        links.append(
            f'<a class="btn plain" href="/annotations/{said.uuid}/reply/" data-reply'
            f' aria-label="{named}">{escape(gettext("Reply"))}</a>'
        )
    links.append(_report_link(said, can_write))
    if own_acts and said.is_own and not said.gone:
        links.append(
            f'<a class="btn plain" href="/annotations/{said.uuid}/edit/" data-edit>'
            f"{escape(gettext('Edit'))}</a>"
            f'<a class="btn plain" href="/annotations/{said.uuid}/withdraw/" data-withdraw>'
            f"{escape(gettext('Withdraw'))}</a>"
        )
    return f'<div class="acts">{"".join(links)}</div>' if any(links) else ""


def _report_link(said: Said, can_write: bool) -> str:
    """The way to report what somebody else says; from the shared page the overlay takes it away."""
    if not can_write or said.is_own or said.gone or said.kept_back:
        return ""
    named = escape(gettext("Report what %(name)s says") % {"name": said.author})
    return (
        f'<a class="btn plain quiet" href="/annotations/{said.uuid}/report/" data-report'
        f' aria-label="{named}">{escape(gettext("Report"))}</a>'
    )


def _ways_on(one: Conversation, can_write: bool) -> str:
    thread, url = one.thread, f"/threads/{one.thread.uuid}/"
    if one.more:
        words = ngettext("%(count)d more reply", "%(count)d more replies", one.more)
        text = words % {"count": one.more}
    else:
        text = gettext("Open the thread")
    links = f'<a class="btn plain" href="{url}">{escape(text)}</a>'
    if can_write and not thread.is_locked and not one.opening.gone and not one.opening.kept_back:
        named = escape(gettext("Reply to %(name)s") % {"name": one.opening.author})
        # Below replies it says what it answers; with none above it, the word is enough to see
        shown = named if one.replies else escape(gettext("Reply"))
        links = (
            f'<a class="btn plain" href="/annotations/{one.opening.uuid}/reply/" data-reply'
            f' dir="auto" aria-label="{named}">{shown}</a>{links}'
        )
    return f'<div class="acts">{links}{_report_link(one.opening, can_write)}</div>'

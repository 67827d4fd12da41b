"""What can be done with one annotation, as the row of few words below it.

The same row for every reader of a shared page: its links lead to pages, and what is the reader's
own (their reactions, edit, withdraw) is asked for when they press More.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote as url_quote

from django.utils.translation import gettext, ngettext, pgettext

from annotations.models import Reaction
from annotations.reading.conversations import Conversation, Said
from annotations.reading.reacted import KINDS, Reacted, kinds_of


def acts_html(one: Conversation, said: Said, *, can_write: bool) -> str:
    """One quiet row: reply, the reactions with their numbers, and the way to all else."""
    if said.gone:
        return ""
    may_answer = can_write and not one.thread.is_locked and not said.kept_back
    links = [reply_link(said)] if may_answer else []
    links += _reaction_links(said, may_react=may_answer and not said.is_own)
    if can_write:
        links.append(_more_link(said))
    row = f'<div class="acts" data-of="{said.uuid}">{"".join(links)}</div>' if links else ""
    return f"{row}{reacted_html(said)}"


def reacted_html(said: Said) -> str:
    """Who reacted, by name, where that was asked for."""
    if not said.reacted:
        return ""
    kinds = "".join(
        f"<div><dt>{escape(one.label)}</dt><dd>{_people(one)}</dd></div>"
        for one in kinds_of(said.reacted)
        if one.count
    )
    return f'<dl class="reacted">{kinds}</dl>'


def _people(one: Reacted) -> str:
    named = ", ".join(
        f'<a href="/people/{url_quote(username)}/" dir="auto">{escape(name)}</a>'
        for name, username in one.people
    )
    if not one.more:
        return named
    words = ngettext("and %(count)d more", "and %(count)d more", one.more)
    return f"{named} {escape(words % {'count': one.more})}"


def reply_link(said: Said, *, is_named: bool = False) -> str:
    """The way to answer; where it stands apart from what it answers, it says whom."""
    named = escape(gettext("Reply to %(name)s") % {"name": said.author})
    shown = named if is_named else escape(gettext("Reply"))
    return (
        f'<a class="btn plain" href="/annotations/{said.uuid}/reply/" data-reply'
        f' dir="auto" aria-label="{named}">{shown}</a>'
    )


def _reaction_links(said: Said, *, may_react: bool) -> list[str]:
    """Agree, to press, and each kind that somebody chose, with how many; yours is bold."""
    shown = [kind for kind in KINDS if kind in said.reactions or (kind == KINDS[0] and may_react)]
    return [
        f'<a class="btn plain react{" is-mine" if _is_mine(said, kind) else ""}"'
        f' href="/annotations/{said.uuid}/react/" data-react="{kind}">'
        f"{reaction_words(kind, said.reactions.get(kind, 0))}{_yours(said, kind)}</a>"
        for kind in shown
    ]


def reaction_words(kind: str, count: int) -> str:
    """A reaction as a word with its number, escaped: "Agree 3"."""
    label = escape(str(Reaction.Kind(kind).label))
    return f"{label} {count}" if count else label


def _is_mine(said: Said, kind: str) -> bool:
    return bool(said.reacted and kind in said.reacted and said.reacted[kind].is_mine)


def _yours(said: Said, kind: str) -> str:
    if not _is_mine(said, kind):
        return ""
    return f'<span class="visually-hidden">, {escape(gettext("yours"))}</span>'


def _more_link(said: Said) -> str:
    named = escape(gettext("More about what %(name)s says") % {"name": said.author})
    return (
        f'<a class="btn plain quiet" href="/annotations/{said.uuid}/acts/" data-more'
        f' aria-label="{named}">{escape(pgettext("acts", "More"))}</a>'
    )

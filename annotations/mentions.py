"""Mentions: `@name` in what somebody says leads to the person, and tells them, once.

A name is linked when somebody has it; whoever cannot read the annotation is not told of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

from django.urls import reverse

from annotations.models import Annotation
from annotations.visibility import reaches
from articles.body import render_body
from articles.sanitising import SanitisedHtml, sanitise_body
from ncr.accounts.models import Notice, User
from ncr.accounts.names import name_key
from ncr.accounts.noticing import tell

MOST = 10  # people named in one annotation who are linked and told
TAG = re.compile(r'(<(?:[^>"]|"[^"]*")*>)')
NAMED = re.compile(r"(?<![\w@/.])@([^\s<>&@]{2,80})")
NO_NAMES_IN = re.compile(r"</?(?:a|code|pre|math)\b")


def render_said(markdown: str) -> tuple[SanitisedHtml, list[User]]:
    """What a person says as HTML, its mentions linked, and whom it mentions.

    One query where there is an @. Raises MarkdownRefused.
    """
    html = render_body(markdown)
    if "@" not in html:
        return html, []
    people = _people_in(html)
    return (linked(html, people.values()) if people else html), list(people.values())


def linked(html: SanitisedHtml, people: Iterable[User]) -> SanitisedHtml:
    """The same HTML with `@name` of these people as links, but within links and code."""
    addresses = {_folded(one.username): reverse("person", args=[one.username]) for one in people}

    def link(found: re.Match[str]) -> str:
        for name in _names(found[1]):
            if address := addresses.get(_folded(name)):
                rest = found[1][len(name) :]
                return f'<a href="{escape(address)}">@{name}</a>{rest}'
        return found[0]

    return sanitise_body(
        "".join(NAMED.sub(link, part) if ok else part for part, ok in _parts(html))
    )


def unlinked(html: str, person: User) -> str:
    """The same HTML without links from mentions of a person, whose page goes."""
    address = re.escape(escape(reverse("person", args=[person.username])))
    return re.sub(rf'<a href="{address}"[^>]*>(@[^<]*)</a>', r"\1", html)


def tell_mentioned(
    annotation: Annotation, people: Sequence[User], *, by: User, at: datetime
) -> None:
    """Tells those who are mentioned and can read it, once an annotation.

    Who was told of it as an answer to them is not told again.
    """
    if not people or not annotation.is_readable:
        return
    kinds = [Notice.Kind.MENTION, Notice.Kind.REPLY]
    told = set(
        Notice.objects.filter(about=annotation.uuid, kind__in=kinds).values_list(
            "person_id", flat=True
        )
    )
    for person in people:
        if person.pk not in told and reaches(annotation.thread, person):
            tell(person, Notice.Kind.MENTION, at=at, by=by, about=annotation.uuid)


def _people_in(html: SanitisedHtml) -> dict[str, User]:
    """Those who have the names that are mentioned, by folded name, in the order of the text."""
    wanted: dict[str, None] = {}
    for part, may_name in _parts(html):
        for found in NAMED.finditer(part) if may_name else ():
            wanted.update(dict.fromkeys(_folded(name) for name in _names(found[1])))
    keys = {name_key(name) for name in list(wanted)[: 4 * MOST]}
    rows = User.objects.filter(is_active=True, name_key__in=keys) if keys else ()
    people = {_folded(one.username): one for one in rows}
    return {name: people[name] for name in [one for one in wanted if one in people][:MOST]}


def _parts(html: str) -> Iterable[tuple[str, bool]]:
    """Tags and texts one by one, each with whether names are looked for in it."""
    depth = 0
    for place, part in enumerate(TAG.split(html)):
        is_tag = place % 2 == 1
        if is_tag and NO_NAMES_IN.match(part):
            depth += -1 if part.startswith("</") else 1
        yield part, not is_tag and depth == 0


def _names(words: str) -> list[str]:
    """The names that may be meant by what stands after an @, the longest first."""
    end = next((at for at, sign in enumerate(words) if not _is_of_a_name(sign)), len(words))
    name = words[:end]
    return list(dict.fromkeys(one for one in (name, name.rstrip("-_")) if one))


def _is_of_a_name(sign: str) -> bool:
    return sign.isalnum() or sign in "-_" or unicodedata.category(sign).startswith("M")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()

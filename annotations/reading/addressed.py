"""Which passage an address means: of a block, a note or a thread of this site."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from annotations.models import Thread
from annotations.passages import Passage
from annotations.pointing import Link
from annotations.reading.gates import Moved, annotation_for, article_for, thread_for
from annotations.reading.passed import passages_of
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import Refused, check_storable

ANCHOR = "p-"  # before a block's key, in the address of its place on the article's page


def link_at(relation: str, address: str, phrase: str, user: User) -> Link:
    """What an address names, as a link; refused where `user` reads nothing there.

    At most five queries.
    """
    article, passage = _passage_at(address.strip(), phrase, user)
    return Link(relation, article, passage)


def _passage_at(address: str, phrase: str, user: User) -> tuple[Article, Passage]:
    check_storable(address, "link")
    try:
        parts = urlsplit(address)
        if parts.hostname not in (None, *settings.ALLOWED_HOSTS):
            raise Resolver404
        match = resolve(parts.path)
        if match.url_name == "block":
            article = _article(user, match.kwargs["slug"])
            return article, _in_block(match.kwargs["key"], parts.query, phrase)
        if match.url_name == "article" and parts.fragment.startswith(ANCHOR):
            article = _article(user, match.kwargs["slug"])
            return article, _in_block(parts.fragment.removeprefix(ANCHOR), parts.query, phrase)
        return _of_thread(_thread(user, match.url_name or "", match.kwargs.get("uuid")), phrase)
    except (ValueError, Http404) as error:
        raise Refused(
            _(
                "No passage that you can read is at this address. Copy the address of a paragraph"
                " (its number in the text), or of a note."
            ),
            "link",
        ) from error


def _article(user: User, slug: str) -> Article:
    """The article of this slug, or the one that it has now."""
    try:
        return article_for(user, slug)
    except Moved as moved:
        return article_for(user, moved.slug)


def _in_block(key: str, query: str, phrase: str) -> Passage:
    """A block, words of it, or what the page's scripts wrote into the address of a selection."""
    given = {name: values[0] for name, values in parse_qs(query).items()}
    start, end, seen = (_number(given.get(name)) for name in ("start", "end", "revision"))
    return Passage.given(key, start, given.get("end_key", ""), end, "", phrase, seen)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdecimal() and len(digits) < 9 else None


def _thread(user: User, name: str, uuid: UUID | None) -> Thread:
    if uuid is None or name not in ("thread", "annotation"):
        raise Http404
    if name == "thread":
        return thread_for(user, uuid)
    found: Thread = annotation_for(user, uuid).thread
    return found


def _of_thread(thread: Thread, phrase: str) -> tuple[Article, Passage]:
    """The passage on which a thread stands now, or words of the block in which it begins."""
    stands = passages_of([thread.pk]).get(thread.pk)
    if stands is None or stands.is_lost:
        raise Http404
    if phrase.strip():
        return thread.article, Passage(stands.start_key, phrase=phrase)
    return thread.article, Passage(stands.start_key, stands.start, stands.end_key, stands.end)

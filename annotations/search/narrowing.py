"""From the fields of a search form, or the parameters of an address, to filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from annotations.models import Topic
from annotations.models.topic import topic_key
from annotations.search.finding import TAKEN, Filters
from annotations.visibility import people_visible_to
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

LONGEST = 200  # characters of a filter
YEARS = range(1900, 3000)


def narrowed(kind: str, user: User | AnonymousUser, given: Mapping[str, str]) -> Filters:
    """The filters that this kind of thing takes; a query for each of article, topic and person.

    Refused, in words, for what is not there; what the reader may not see is not there.
    """
    wanted = {name: given.get(name, "").strip() for name in TAKEN[kind]}
    return Filters(
        article=_article(user, wanted.get("article", "")),
        topic=_topic(user, wanted.get("topic", "")),
        person=_person(user, wanted.get("person", "")),
        since=_day(wanted.get("from", ""), "from"),
        until=_day(wanted.get("to", ""), "to"),
    )


def _article(user: User | AnonymousUser, slug: str) -> Article | None:
    if not slug:
        return None
    found = Article.objects.visible_to(user).filter(slug=_sayable(slug)).first()
    if found is None:
        raise Refused(_("There is no article of that address that you can read."), "article")
    return found


def _topic(user: User | AnonymousUser, name: str) -> Topic | None:
    """By its name in any spelling, an alias, or its address."""
    if not name:
        return None
    sayable = _sayable(name)
    called = Q(names__key=topic_key(sayable)) | Q(slug=sayable)
    found: Topic | None = Topic.objects.visible_to(user).filter(called).first()
    if found is None:
        raise Refused(_("There is no topic of that name."), "topic")
    return found


def _person(user: User | AnonymousUser, name: str) -> User | None:
    """By the name in their address, with or without the sign before it."""
    if not name:
        return None
    found = people_visible_to(user).filter(username__iexact=_sayable(name).lstrip("@")).first()
    if found is None:
        raise Refused(_("Nobody of that user name has said anything that you can read."), "person")
    return found


def _sayable(name: str) -> str:
    """What may be looked for in a table: no NUL, and no longer than names are."""
    return name.replace("\0", "")[:LONGEST]


def _day(written: str, field: str) -> date | None:
    if not written:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise Refused(_("Write a day like 2026-01-31."), field)
    return day

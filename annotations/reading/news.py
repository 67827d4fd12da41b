"""What is new to a reader, shown: a page in the text's order, and for the article's own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from annotations.models import Annotation, Event
from annotations.reading.entries import Entry, entries_of
from annotations.reading.unread import New, Visit, counters_of, is_revised, new_in
from articles.models import Article, Block
from ncr.accounts.models import User

PAGE = 20
MOST = 500  # entries that the article's page is told of at once
NOWHERE = 2**31 - 1  # the place of what stands in no block: after the last


@dataclass(slots=True)
class Item:
    """One annotation of which something is new."""

    new: New
    entry: Entry
    is_own: bool

    @property
    def word(self) -> str:
        """What is new about it."""
        kind = self.new.what
        if kind == Event.Kind.MODERATED:
            return _("Decided by a moderator") if self.is_own else _("Shown again")
        return {
            Event.Kind.EDITED: _("Edited"),
            Event.Kind.PLACED: _("Placed again"),
            Event.Kind.RESOLVED: _("Resolved"),
            Event.Kind.REOPENED: _("Reopened"),
            Event.Kind.LOCKED: _("Locked"),
            Event.Kind.UNLOCKED: _("Unlocked"),
            Event.Kind.MOVED: _("Moved here"),
        }.get(Event.Kind(kind), _("New"))


@dataclass(frozen=True, slots=True)
class NewsPage:
    """Some of what is new, in the order of the text, gathered by passage."""

    visit: Visit | None
    count: int  # of all that is new
    changes: str  # where the changes of the text are told; empty where there are none
    places: list[list[Item]]  # of each thread, with its passage
    seen: dict[int, list[int]]  # the events that are shown here, by audience
    until: dict[int, int]  # the last event of each audience
    more: int  # entries after these
    number: int | None  # of the paragraph where they stopped


def news_page(article: Article, visit: Visit | None, user: User) -> NewsPage:
    """The first entries that are new; at most nine queries, whatever there is."""
    until = counters_of(article, user)  # before what is new, so that nothing falls between
    found = new_in(visit, user)
    places = _places_of(
        article, [*(one.block_key for one in found), visit.block_key if visit else ""]
    )
    found.sort(key=lambda one: (*_order(one, places), one.thread.number, one.pk))
    page = found[:PAGE]
    items = _items(page, user)
    seen: dict[int, list[int]] = {}
    for one in page:
        seen.setdefault(one.audience, []).extend(one.seqs)
    stopped = places.get(visit.block_key) if visit else None
    return NewsPage(
        visit=visit,
        count=len(found),
        changes=changes_address(article, visit),
        places=[list(group) for _key, group in groupby(items, key=lambda one: one.new.thread.key)],
        seen=seen,
        until=until,
        more=len(found) - len(page),
        number=stopped[1] if stopped else None,
    )


def _order(one: New, places: dict[str, tuple[int, int | None]]) -> tuple[int, int]:
    return places.get(one.block_key, (NOWHERE, None))[0], one.start


def _places_of(article: Article, keys: Sequence[str]) -> dict[str, tuple[int, int | None]]:
    """Position and number of the blocks of these keys; one query."""
    blocks = Block.objects.filter(revision_id=article.standing_pk, key__in={*keys} - {""})
    return {
        key: (at, number) for key, at, number in blocks.values_list("key", "position", "number")
    }


def _items(page: Sequence[New], user: User) -> list[Item]:
    """Each with its words and its passage, through the gate once more."""
    readable = Annotation.objects.visible_to(user).filter(pk__in=[one.pk for one in page])
    entries = {
        entry.annotation.pk: entry
        for entry in entries_of(list(readable.select_related("thread__article", "author")), user)
    }
    return [
        Item(one, entries[one.pk], entries[one.pk].annotation.author_id == user.pk)
        for one in page
        if one.pk in entries
    ]


def changes_address(article: Article, visit: Visit | None) -> str:
    """Where one sees what changed since a visit; empty where nothing did."""
    if visit is None or not is_revised(visit, article):
        return ""
    if visit.number is None:
        return reverse("history", args=[article.slug])
    return reverse("compare", args=[article.slug, visit.number, article.standing.number])


def news_json(article: Article, visit: Visit | None, user: User) -> dict[str, Any]:
    """What is new, for the scripts of the article's page; one query, none before the first visit.

    `opened` tells whether they were here before; `entries` have the annotation's id, its thread's
    key on the page, the block at which it stands, and the numbers by which it is marked as seen.
    """
    found = new_in(visit, user)
    return {
        "opened": visit is not None,
        "stopped": visit.block_key if visit else "",
        "changes": changes_address(article, visit),
        "more": max(0, len(found) - MOST),
        "entries": [entry_json(one) for one in found[:MOST]],
    }


def entry_json(one: New) -> dict[str, Any]:
    return {
        "id": str(one.uuid),
        "key": one.thread.key,
        "block": one.block_key,
        "start": one.start,
        "said": one.is_said,
        "audience": one.audience,
        "seqs": one.seqs,
    }

"""Pointing from one passage at another, in the same or another article.

The note on the first passage is where the link is discussed; the second passage is its second
anchor, of the role of a link. Its placements follow the article that it stands in, which need not
be the note's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from annotations.models import Anchor, Annotation, PassageLink
from annotations.passages import Followed, Passage, Spot, located, place
from annotations.placing import follow
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused


@dataclass(frozen=True)
class Link:
    """What somebody points at: a passage of an article, and what the first one is to it."""

    relation: str
    article: Article
    passage: Passage


@dataclass(frozen=True)
class Pointed:
    """A link whose second passage was found in its text."""

    relation: PassageLink.Relation
    article: Article
    spot: Spot


def pointed(link: Link, first: Spot | None, *, by: User) -> Pointed:
    """Finds the second passage; refuses what points from or at nothing, or at itself.

    What the writer may not read is refused as if it were not there.
    """
    try:
        relation = PassageLink.Relation(link.relation)
    except ValueError as error:
        raise Refused(_("Say what the one passage is to the other."), "relation") from error
    if first is None:
        raise Refused(_("Select the passage from which you point at another."), "passage")
    if not Article.objects.visible_to(by).filter(pk=link.article.pk).exists():
        raise Refused(_("The passage that you point at is not there (any more)."), "link")
    spot = _located(link)
    if (spot.revision, spot.selector) == (first.revision, first.selector):
        raise Refused(_("Both are the same passage. Point at another one."), "link")
    return Pointed(relation, link.article, spot)


def _located(link: Link) -> Spot:
    """Where the second passage stands; what is wrong with it is said at its own fields."""
    try:
        return located(link.article, link.passage)
    except Conflict as conflict:
        raise Conflict(conflict.message, "link") from conflict
    except Refused as refused:
        field = "link_phrase" if refused.field == "phrase" else "link"
        raise Refused(refused.message, field) from refused


def hold_still(pointed: Pointed, of: Article) -> Followed | None:
    """Locks the article that is pointed at, and finds where the passage is in it by now.

    The note's own is locked with it, in the order of their ids: two that point at each other's
    article would wait in a circle else. Before the counter: who publishes takes them in this order
    too. So no revision passes a link that is being written. The keys stay free, as in `annotating`.
    """
    both = Article.objects.select_for_update(of=("self",), no_key=True)
    rows = both.filter(pk__in={of.pk, pointed.article.pk}).order_by("pk")
    standing = dict(rows.values_list("pk", "current_revision_id")).get(pointed.article.pk)
    if standing is None:
        raise Refused(_("The passage that you point at is not there (any more)."), "link")
    if standing == pointed.spot.revision:
        return None
    try:
        return follow(pointed.spot, standing)
    except Conflict as conflict:
        raise Conflict(conflict.message, "link") from conflict


def keep_link(annotation: Annotation, pointed: Pointed, *, now: Followed | None) -> PassageLink:
    """Writes the second passage of a note that was just written."""
    placement = place(annotation, pointed.spot, now=now, role=Anchor.Role.LINK, ordinal=1)
    return PassageLink.objects.create(
        annotation=annotation,
        relation=pointed.relation,
        anchor=placement.anchor,
        article=pointed.article,
    )


def forget_links_to(articles: Iterable[Article]) -> None:
    """Takes away what notes in other articles point at in these, before those are deleted."""
    Anchor.objects.filter(link__article__in=articles).delete()

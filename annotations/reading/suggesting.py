"""Whom one may mean by an @: people who can read what one writes, as far as one knows of them."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from annotations.models import Annotation
from annotations.visibility import ALL_MEMBERS
from articles.models import Article
from ncr.accounts.models import Audience, Membership, User, audience_ids

MOST = 8


def suggested(user: User, article: Article, typed: str, audience: str = "") -> list[User]:
    """People whose name, or a word of it, begins as `typed`; who spoke here first. Two queries.

    Of a group's article, and of a note to a group (`group:slug`), only its members. With nothing
    typed only those who spoke here.
    """
    spoke = Annotation.objects.visible_to(user).filter(
        thread__article=article, author_id=OuterRef("pk")
    )
    people = User.objects.filter(is_active=True).exclude(pk=user.pk).annotate(spoke=Exists(spoke))
    for group in _groups(user, article, audience):
        inside = Membership.objects.filter(person=OuterRef("pk"), group__audience=group)
        people = people.filter(Exists(inside))
    typed = " ".join(typed.removeprefix("@").split())
    if not typed:
        people = people.filter(spoke=True)
    named = Q(username__istartswith=typed) | Q(display_name__istartswith=typed)
    named |= Q(display_name__icontains=f" {typed}")
    return list(people.filter(named).order_by("-spoke", "display_name", "username")[:MOST])


def _groups(user: User, article: Article, audience: str) -> list[int]:
    """The audiences of the groups to which who is suggested must belong."""
    within = article.audience_id or Audience.EVERYONE
    groups = [] if within in ALL_MEMBERS else [within]
    if audience.startswith("group:"):
        said_to = Audience.objects.filter(
            pk__in=audience_ids(user), group__slug=audience.removeprefix("group:")
        )
        groups.append(said_to.values_list("pk", flat=True).first() or 0)
    return groups

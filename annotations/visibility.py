"""Who may see what: the one rule, as QuerySet methods.

Every surface (page, JSON, count, suggestion, redirect, ETag, admin) asks here and nowhere else.

1. An article is seen by the audience it was published to (`Article.objects.visible_to`).
2. A thread has an audience; a reply takes its thread's. Nobody outside it reads anything of it.
   That holds for superusers too: a note to oneself is its author's alone.
3. Within the audience an annotation is read when it is published and not withdrawn.
4. Withdrawn is nobody's to read; so is removed, which lies sealed.
5. Pending and hidden are read by their author and by moderators. What a reading group says
   reaches moderators outside it when it was reported, and only that.
6. A thread stands as long as the reader may read something in it. What they may not read keeps
   its place in the thread as a neutral line, without its author.

Asking costs one query for a member (their audiences, once a request), none for the anonymous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from ncr.accounts.models import audience_ids

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

UNREADABLE_BUT_KEPT = ["pending", "hidden"]


def is_moderator(user: User | AnonymousUser) -> bool:
    """Whether `user` moderates this site."""
    return bool(user.is_authenticated and user.has_perm("annotations.moderate"))


def _article_gate(user: User | AnonymousUser, prefix: str = "") -> Q:
    """The article's own gate, seen from a thread or an annotation."""
    return Q(
        **{
            f"{prefix}article__current_revision__isnull": False,
            f"{prefix}article__audience_id__in": audience_ids(user),
        }
    )


def _own_or_moderated(user: User | AnonymousUser) -> Q | None:
    """Which unpublished annotations `user` may read all the same; None when none."""
    if not user.is_authenticated:
        return None
    kept = Q(moderation__in=UNREADABLE_BUT_KEPT, withdrawn_at=None)
    whose = Q(author_id=user.pk)
    if is_moderator(user):
        whose |= Q(thread__audience_kind__in=["everyone", "members"]) | _reported()
    return kept & whose


def _reported() -> Q:
    from annotations.models.moderation import Report

    return Q(thread__audience_kind="group") & Q(
        Exists(Report.objects.filter(annotation_id=OuterRef("pk")))
    )


def _in_audience(user: User | AnonymousUser) -> Q:
    """Whether the thread is said to `user`, or reported to them as a moderator."""
    inside = Q(thread__audience_id__in=audience_ids(user))
    return inside | _reported() if is_moderator(user) else inside


class AnnotationQuerySet(models.QuerySet[Any]):
    """Annotations, narrowed."""

    def published(self) -> AnnotationQuerySet:
        """Readable by everyone in their audience."""
        return self.filter(moderation="published", withdrawn_at=None)

    def visible_to(self, user: User | AnonymousUser) -> AnnotationQuerySet:
        """Those whose words `user` may read."""
        readable = Q(moderation="published", withdrawn_at=None)
        if (kept := _own_or_moderated(user)) is not None:
            readable |= kept
        return self.filter(_article_gate(user, "thread__"), _in_audience(user), readable)


class ThreadQuerySet(models.QuerySet[Any]):
    """Threads, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> ThreadQuerySet:
        """Those in which `user` may read something."""
        inside = Q(audience_id__in=audience_ids(user))
        standing = inside & Q(readable_count__gt=0)
        if (kept := _own_or_moderated(user)) is not None:
            from annotations.models.annotation import Annotation

            theirs = Annotation.objects.filter(kept, thread_id=OuterRef("pk"))
            reported = Annotation.objects.filter(_reported(), thread_id=OuterRef("pk")).published()
            standing |= inside & Q(Exists(theirs))
            if is_moderator(user):
                standing |= Q(audience_kind="group") & Q(
                    Exists(theirs.filter(_reported())) | Exists(reported)
                )
        return self.filter(_article_gate(user), standing)

    def of_audiences(self, ids: Any) -> ThreadQuerySet:
        return self.filter(audience_id__in=ids)


class TopicQuerySet(models.QuerySet[Any]):
    """Topics, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> TopicQuerySet:
        """Accepted ones, and proposed ones that an annotation which `user` may read carries."""
        from annotations.models.annotation import Annotation

        carrying = Annotation.objects.visible_to(user).filter(assignments__topic_id=OuterRef("pk"))
        return self.filter(Q(accepted_at__isnull=False) | Exists(carrying))

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

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser, Permission
from django.db import models
from django.db.models import Exists, OuterRef, Q

from ncr.accounts.models import User, audience_ids
from ncr.statements import Compiled

UNREADABLE_BUT_KEPT = ["pending", "hidden"]


def is_moderator(user: User | AnonymousUser) -> bool:
    """Whether `user` moderates this site: has the permission, alone or by a group; one query.

    Kept on the user object, which lives as long as one request does.
    """
    if not (user.is_authenticated and user.is_active):
        return False
    known: bool | None = user.__dict__.get("_is_moderator")
    if known is None:
        known = user.is_superuser or bool(_permissions.rows(person=user.pk))
        user.__dict__["_is_moderator"] = known
    return known


_permissions: Compiled[int] = Compiled(
    lambda *, person: Permission.objects.filter(
        Q(user=person) | Q(group__user=person),
        content_type__app_label="annotations",
        codename="moderate",
    ).values_list("pk", flat=True)
)


class Reader(NamedTuple):
    """Whom the gate looks at, in numbers: what a compiled query is asked with."""

    kind: str  # anonymous, member or moderator
    values: dict[str, Any]  # of the arguments `person` and `audiences` of a compiled query

    @classmethod
    def of(cls, user: User | AnonymousUser) -> Reader:
        if not user.is_authenticated:
            return cls("anonymous", {})
        kind = "moderator" if is_moderator(user) else "member"
        return cls(kind, {"person": user.pk, "audiences": audience_ids(user)})


def stand_in(kind: str, person: int = 0, audiences: Sequence[int] = ()) -> User | AnonymousUser:
    """Somebody before the gate in whose place every reader of this kind can stand."""
    if kind == "anonymous":
        return AnonymousUser()
    user = User(pk=person)
    user.__dict__.update(_audience_ids=tuple(audiences), _is_moderator=kind == "moderator")
    return user


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

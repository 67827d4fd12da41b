"""Who may see what: the one rule, as QuerySet methods.

Every surface (page, JSON, count, suggestion, redirect, ETag, admin) asks here and nowhere else.

1. An article is seen by the audience it was published to (`Article.objects.visible_to`).
2. A thread has an audience; a reply takes its thread's. Nobody outside it reads anything of it.
   That holds for superusers too: a note to oneself is its author's alone.
3. Within the audience an annotation is read when it is published and not withdrawn.
4. Withdrawn is nobody's to read; so is removed, which lies sealed: only moderators who look at
   the decision once more read it (`moderated_by(user, sealed=True)`).
5. Pending and hidden are read by their author and by moderators: those of the site, and those of
   the article or of a topic that the thread is filed under. What a reading group says reaches
   moderators outside it when it was reported, and only that, in the group's own articles too.
6. A thread stands as long as the reader may read something in it. What they may not read keeps
   its place in the thread as a neutral line, without its author.

Asking costs one query for a member (their audiences, once a request), none for the anonymous, and
two more for staff (what they moderate).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser, Permission
from django.db import models
from django.db.models import Exists, OuterRef, Q

from ncr.accounts.models import PREFIXES, Audience, Membership, User, audience_ids
from ncr.statements import Compiled

UNREADABLE_BUT_KEPT = ["pending", "hidden"]
THREAD_KEY = re.compile(r"([mgp]?)([0-9]{1,9})(?:-([0-9]{1,9}))?")
ALL_MEMBERS = {Audience.EVERYONE, Audience.MEMBERS}  # audiences that leave no member out


class Scopes(NamedTuple):
    """What somebody moderates: all of the site, or some articles and topics, by their ids."""

    site: bool
    articles: tuple[int, ...] = ()
    topics: tuple[int, ...] = ()

    @property
    def any(self) -> bool:
        return self.site or bool(self.articles or self.topics)


NONE = Scopes(False)


def scopes_of(user: User | AnonymousUser) -> Scopes:
    """What `user` moderates; no query for those who are not staff, at most two for staff.

    Kept on the user object, which lives as long as one request does.
    """
    if not (user.is_authenticated and user.is_active and user.is_staff):
        return NONE
    known: Scopes | None = user.__dict__.get("_scopes")
    if known is None:
        known = user.__dict__["_scopes"] = _scopes_of(user)
    return known


def _scopes_of(user: User) -> Scopes:
    if user.is_superuser or _permissions.rows(person=user.pk):
        return Scopes(True)
    rows = _scoped_roles.rows(person=user.pk)
    articles = tuple(article for article, _topic in rows if article is not None)
    return Scopes(False, articles, tuple(topic for _article, topic in rows if topic is not None))


def is_moderator(user: User | AnonymousUser) -> bool:
    """Whether `user` moderates this site: has the permission, alone or by a group."""
    return scopes_of(user).site


def moderates(user: User | AnonymousUser, thread: Any) -> bool:
    """Whether `user` moderates what is said in a thread; one query for moderators of topics."""
    scopes = scopes_of(user)
    if scopes.site or thread.article_id in scopes.articles:
        return True
    if not scopes.topics:
        return False
    from annotations.models.topic import Assignment

    return Assignment.objects.filter(
        annotation__thread_id=thread.pk, topic_id__in=scopes.topics
    ).exists()


_permissions: Compiled[int] = Compiled(
    lambda *, person: Permission.objects.filter(
        Q(user=person) | Q(group__user=person),
        content_type__app_label="annotations",
        codename="moderate",
    ).values_list("pk", flat=True)
)


def _scoped_roles_query(*, person: int) -> models.QuerySet[Any, Any]:
    from annotations.models.role import ScopedRole

    return ScopedRole.objects.filter(person=person, role="moderator").values_list(
        "article_id", "topic_id"
    )


_scoped_roles: Compiled[tuple[int | None, int | None]] = Compiled(_scoped_roles_query)


def reaches(thread: Any, person: User) -> bool:
    """Whether what is said in a thread is said to a member.

    They are in its audience and in its article's. One query, and none where both take in all.
    """
    asked = {thread.audience_id, thread.article.audience_id}
    return asked <= ALL_MEMBERS or asked <= set(audience_ids(person))


class Reader(NamedTuple):
    """Whom the gate looks at, in numbers: what a compiled query is asked with."""

    kind: str  # anonymous, member, overseer (of articles or topics) or moderator
    values: dict[str, Any]  # of the arguments of a compiled query

    @classmethod
    def of(cls, user: User | AnonymousUser) -> Reader:
        if not user.is_authenticated:
            return cls("anonymous", {})
        scopes = scopes_of(user)
        values: dict[str, Any] = {"person": user.pk, "audiences": audience_ids(user)}
        if scopes.site or not scopes.any:
            return cls("moderator" if scopes.site else "member", values)
        return cls("overseer", {**values, "articles": scopes.articles, "topics": scopes.topics})

    @property
    def moderates(self) -> bool:
        return self.kind in ("overseer", "moderator")


def stand_in(
    kind: str,
    person: int = 0,
    audiences: Sequence[int] = (),
    articles: Sequence[int] = (),
    topics: Sequence[int] = (),
) -> User | AnonymousUser:
    """Somebody before the gate in whose place every reader of this kind can stand."""
    if kind == "anonymous":
        return AnonymousUser()
    user = User(pk=person, is_staff=True)
    scopes = Scopes(kind == "moderator", tuple(articles), tuple(topics))
    user.__dict__.update(_audience_ids=tuple(audiences), _scopes=scopes)
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
    if (moderated := _moderated_by(user)) is not None:
        whose |= moderated & (Q(thread__audience_kind__in=["everyone", "members"]) | _reported())
    return kept & whose


def _moderated_by(user: User | AnonymousUser) -> Q | None:
    """Of annotations, those that `user` moderates as far as they may be seen; None when none."""
    scopes = scopes_of(user)
    if scopes.site:
        return Q(pk__isnull=False)
    if not scopes.any:
        return None
    from annotations.models.topic import Assignment

    # In the same breath for whole threads: a reply is moderated with what it answers
    filed = Assignment.objects.filter(
        annotation__thread_id=OuterRef("thread_id"), topic_id__in=scopes.topics
    )
    return Q(thread__article_id__in=scopes.articles) | Q(Exists(filed))


def _reported() -> Q:
    from annotations.models.moderation import Report

    return Q(thread__audience_kind="group") & Q(
        Exists(Report.objects.filter(annotation_id=OuterRef("pk")))
    )


def _inside(user: User | AnonymousUser) -> Q:
    """Whether the article and the thread are for `user`, or this is reported to them."""
    inside = _article_gate(user, "thread__") & Q(thread__audience_id__in=audience_ids(user))
    moderated = _moderated_by(user)
    if moderated is None:
        return inside
    # Also where the article is for that group alone: nobody else could answer the report
    published = Q(thread__article__current_revision__isnull=False)
    return inside | (published & moderated & _reported())


def of_scopes(scopes: Scopes) -> Q:
    """Of threads, those of some articles and those filed under some topics."""
    from annotations.models.topic import Assignment

    filed = Assignment.objects.filter(
        annotation__thread_id=OuterRef("pk"), topic_id__in=scopes.topics
    )
    return Q(article_id__in=scopes.articles) | Q(Exists(filed))


def _led_by(user: User) -> Q:
    """Of threads, those whose discussion `user` leads: of their groups, and of their articles."""
    from annotations.models.role import ScopedRole

    groups = Membership.objects.filter(person_id=user.pk, is_leader=True).values("group_id")
    articles = ScopedRole.objects.filter(person_id=user.pk, role="leader").values("article_id")
    of_group = Q(audience_kind="group", audience__group_id__in=groups)
    return of_group | (Q(article_id__in=articles) & ~Q(audience_kind="group"))


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
        return self.filter(_inside(user), readable)

    def moderated_by(
        self, user: User | AnonymousUser, *, sealed: bool = False
    ) -> AnnotationQuerySet:
        """Those that `user` moderates, as far as the gate shows them; never a note to oneself.

        With `sealed` also what was removed, for those who look at a decision once more: there, and
        nowhere else, moderators read what nobody is served.

        The gate is asked of each row as it is come to, and not joined: so the newest fifty of
        100,000 are found by walking an index from its end, whatever else narrows them.
        """
        moderated = _moderated_by(user)
        if moderated is None:
            return self.none()
        every = AnnotationQuerySet(self.model)
        seen = every.visible_to(user).filter(moderated)
        if sealed:
            removed = every.filter(_inside(user), moderated, moderation="removed")
            seen = seen | removed.filter(withdrawn_at=None)
        inside = seen.exclude(thread__audience_kind="person").filter(pk=OuterRef("pk"))
        return self.filter(Exists(inside))


class ThreadQuerySet(models.QuerySet[Any]):
    """Threads, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> ThreadQuerySet:
        """Those in which `user` may read something."""
        inside = _article_gate(user) & Q(audience_id__in=audience_ids(user))
        standing = inside & Q(readable_count__gt=0)
        if (kept := _own_or_moderated(user)) is not None:
            from annotations.models.annotation import Annotation

            theirs = Annotation.objects.filter(kept, thread_id=OuterRef("pk"))
            standing |= inside & Q(Exists(theirs))
            if (moderated := _moderated_by(user)) is not None:
                reported = Annotation.objects.filter(
                    moderated, _reported(), thread_id=OuterRef("pk")
                )
                in_group = Q(audience_kind="group", article__current_revision__isnull=False)
                standing |= in_group & Q(
                    Exists(theirs.filter(_reported())) | Exists(reported.published())
                )
        return self.filter(standing)

    def ordered_by(self, user: User | AnonymousUser) -> ThreadQuerySet:
        """Those that `user` may lock, unlock and resolve: what they moderate, what they lead."""
        if not user.is_authenticated:
            return self.none()
        seen = ThreadQuerySet(self.model).visible_to(user).exclude(audience_kind="person")
        scopes = scopes_of(user)
        if not scopes.site:
            seen = seen.filter(of_scopes(scopes) | _led_by(user))
        return self.filter(Exists(seen.filter(pk=OuterRef("pk"))))

    def by_keys(self, keys: Iterable[str]) -> ThreadQuerySet:
        """Of one article's, those that a page tells apart by these keys (`12`, `m3`, `g3-7`)."""
        named = Q(pk__in=[])
        kinds = {prefix: kind for kind, prefix in PREFIXES.items()}
        for prefix, number, audience in filter(None, map(_parsed_key, keys)):
            of_group = {"audience_id": int(audience)} if audience else {}
            named |= Q(audience_kind=kinds[prefix], number=int(number), **of_group)
        return self.filter(named)


def _parsed_key(key: str) -> tuple[str, str, str] | None:
    found = THREAD_KEY.fullmatch(key)
    return (found[1], found[2], found[3] or "") if found else None


class TopicQuerySet(models.QuerySet[Any]):
    """Topics, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> TopicQuerySet:
        """Accepted ones, and proposed ones that an annotation which `user` may read carries."""
        from annotations.models.annotation import Annotation

        carrying = Annotation.objects.visible_to(user).filter(assignments__topic_id=OuterRef("pk"))
        return self.filter(Q(accepted_at__isnull=False) | Exists(carrying))


class TopicCountQuerySet(models.QuerySet[Any]):
    """How much of topics may be read, by article and audience, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> TopicCountQuerySet:
        """Of articles that `user` may see, what is said to an audience that they belong to."""
        inside = _article_gate(user) & Q(audience_id__in=audience_ids(user))
        return self.filter(inside, readable__gt=0)


def people_visible_to(user: User | AnonymousUser) -> models.QuerySet[User]:
    """Whom `user` may come across in a search: members find members.

    Others find those who said something that they may read, and nobody else: the list of a
    circle's members is its own affair.
    """
    from annotations.models.annotation import Annotation

    active = User.objects.filter(is_active=True)
    if user.is_authenticated:
        return active
    said = Annotation.objects.visible_to(user).filter(author_id=OuterRef("pk"))
    return active.filter(Exists(said))

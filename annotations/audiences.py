"""Audiences as who writes meets them: which one may choose, and what the page says of each.

A thread is never for more people than its article is: within the article of a group one writes to
that group or to oneself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.models import Annotation, Counter, Thread
from articles.models import Article
from ncr.accounts.models import Audience, Membership, ReadingGroup, User, own_group_names
from ncr.refusals import Refused
from ncr.statements import Compiled

EVERYONE, MEMBERS = Audience.Kind.EVERYONE, Audience.Kind.MEMBERS
GROUP, PERSON = Audience.Kind.GROUP, Audience.Kind.PERSON
ME = "me"  # the choice that is always there, and the one to fall back to


class Told(NamedTuple):
    """An audience in words: its kind, and for a group its name and how many are in it."""

    kind: str
    name: str = ""
    people: int = 0

    @property
    def label(self) -> str:
        """Who reads it, in a few words that stand alone."""
        if self.kind == GROUP:
            words = ngettext(
                "%(name)s (%(count)d person)", "%(name)s (%(count)d people)", self.people
            )
            return words % {"name": self.name, "count": self.people}
        return {EVERYONE: _("Everyone"), MEMBERS: _("Members"), PERSON: _("Only me")}[
            Audience.Kind(self.kind)
        ]

    @property
    def post(self) -> str:
        """What the button says that sends a note to it."""
        if self.kind == PERSON:
            return _("Keep for me alone")
        return _("Post to %(audience)s") % {"audience": self._receiver}

    @property
    def post_reply(self) -> str:
        """What the button says that sends a reply to it."""
        if self.kind == PERSON:
            return _("Keep for me alone")
        return _("Post reply to %(audience)s") % {"audience": self._receiver}

    @property
    def words(self) -> str:
        """Who reads it, in a sentence."""
        return {
            EVERYONE: _("Everyone can read this, even without an account."),
            MEMBERS: _("Everybody with an account on this site can read this, and nobody else."),
            GROUP: _("Only the people in this group can read this."),
            PERSON: _("Nobody but you can read this."),
        }[Audience.Kind(self.kind)]

    @property
    def _receiver(self) -> str:
        """The audience within a sentence."""
        return {EVERYONE: _("everyone"), MEMBERS: _("members")}.get(
            Audience.Kind(self.kind), self.label
        )


class Choice(NamedTuple):
    """What somebody may choose for a new thread: `everyone`, `members`, `group:slug` or `me`."""

    value: str
    told: Told


def fits(said_to: Audience, within: int | None) -> bool:
    """Whether a thread said to this audience may stand in an article for the audience `within`."""
    if said_to.kind == PERSON or said_to.pk == within or within == Audience.EVERYONE:
        return True
    return within == Audience.MEMBERS and said_to.kind == GROUP


def check_narrowing(article: Article, to: Audience) -> None:
    """Refuses an audience of an article in which something was said to more people; one query.

    The counters tell it, so that it holds also where all of that was withdrawn.
    """
    counters = Counter.objects.filter(article=article, threads__gt=0)
    said_to = Audience.objects.filter(pk__in=counters.values("audience_id"))
    if not all(fits(audience, to.pk) for audience in said_to):
        raise Refused(
            _(
                "Something was said about this article to people who could not read it then."
                " An article stays open to all to whom its discussion is open."
            ),
            "audience",
        )


def choices_for(user: User, article: Article) -> list[Choice]:
    """What `user` may choose in an article, the widest first; one query."""
    everyone, members = Choice("everyone", Told(EVERYONE)), Choice("members", Told(MEMBERS))
    wide = {Audience.EVERYONE: [everyone, members], Audience.MEMBERS: [members]}
    within = article.audience_id or Audience.EVERYONE
    groups = groups_written_to(user)
    if within not in wide:
        groups = groups.filter(audience=within)
    own = [
        Choice(f"group:{slug}", Told(GROUP, name, people))
        for slug, name, people in groups.values_list("slug", "name", "people")
    ]
    return [*wide.get(within, []), *own, Choice(ME, Told(PERSON))]


def groups_written_to(user: User) -> QuerySet[Any]:
    """The groups to which `user` may write, each with its number of `people`."""
    return with_people(
        ReadingGroup.objects.filter(
            Exists(Membership.objects.filter(group=OuterRef("pk"), is_leader=True)),
            memberships__person=user,
        )
    ).order_by("name", "pk")


def with_people(groups: QuerySet[Any]) -> QuerySet[Any]:
    """Groups, each with the number of its `people`."""
    inside = Membership.objects.filter(group=OuterRef("pk")).order_by().values("group")
    people = Subquery(inside.annotate(number=Count("pk")).values("number"))
    counted: QuerySet[Any] = groups.annotate(people=people)
    return counted


def remembered(user: User, article: Article, choices: Sequence[Choice]) -> tuple[str, bool]:
    """What `user` chose here last, and whether it can be chosen no more; one query.

    It is read from what they wrote last in this article, so that it holds on every device. What
    can be chosen no more becomes "only me", never anything wider. Who has not written here gets
    the article's own audience.
    """
    last = (
        Annotation.objects.filter(author=user, thread__article=article, parent=None)
        .order_by("-pk")
        .values_list("thread__audience__kind", "thread__audience__group__slug")
        .first()
    )
    if last is None:
        return choices[0].value, False
    kind, slug = last
    value = {PERSON: ME, GROUP: f"group:{slug}"}.get(kind, kind)
    if any(choice.value == value for choice in choices):
        return value, False
    return ME, True


def told_of(thread: Thread) -> Told:
    """A thread's audience in words; one query for a group's, none for another."""
    if thread.audience_kind != GROUP:
        return Told(thread.audience_kind)
    found = with_people(ReadingGroup.objects.filter(audience=thread.audience_id))
    name, people = found.values_list("name", "people").get()
    return Told(GROUP, name, people or 0)


def group_names(
    threads: Iterable[Thread], user: User | AnonymousUser | None = None
) -> dict[int, str]:
    """The names of the groups to which threads are said, by audience.

    One query for groups that `user` is not in (what was reported to a moderator), else none.
    """
    names = own_group_names(user) if user is not None else {}
    ids = {thread.audience_id for thread in threads if thread.audience_kind == GROUP} - {*names}
    return {**names, **(dict(_group_names.rows(audiences=sorted(ids))) if ids else {})}


_group_names: Compiled[tuple[int, str]] = Compiled(
    lambda *, audiences: Audience.objects.filter(pk__in=audiences).values_list("pk", "group__name")
)

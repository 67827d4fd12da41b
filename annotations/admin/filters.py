"""Filters of the lists: each leads to rows by an index, none offers a choice of thousands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.contrib.admin import ListFilter, SimpleListFilter
from django.contrib.admin.views.main import PAGE_VAR
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from annotations.models import Annotation, Assignment, Report, Thread, TopicName
from annotations.models.topic import topic_key
from articles.models import Article
from ncr.accounts.models import Audience, User
from ncr.accounts.names import name_key

MOST_MEANT = 50  # articles, people or topics that typed words can stand for
MANY_THREADS = 2000  # past this, walking from the newest annotation finds a page sooner


def in_threads(threads: QuerySet[Thread]) -> Q:
    """Of annotations, those in these threads; one query to see how many threads there are.

    A few are come at by their index. Where there are many, each annotation is asked as it is
    walked past, so that a page of an article with 60,000 does not begin by sorting them.
    """
    if len(threads.values_list("pk")[: MANY_THREADS + 1]) <= MANY_THREADS:
        return Q(thread_id__in=threads.values("pk"))
    return Q(Exists(threads.filter(pk=OuterRef("thread_id"))))


class StateFilter(SimpleListFilter):
    """Whether everyone may read it; what is kept back has an index of its own."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        shown = ("published", "pending", "hidden")
        return [(name, Annotation.Moderation(name).label) for name in shown]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value in ("pending", "hidden"):
            # Said in the words of the index, which holds nothing that is published
            return queryset.filter(moderation=value).exclude(moderation="published")
        return queryset.filter(moderation=value) if value == "published" else queryset


class ReportedFilter(SimpleListFilter):
    """Whether somebody reported it."""

    title = _("reports")
    parameter_name = "reported"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        return [("waiting", _("Waiting")), ("decided", _("Decided"))]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value not in ("waiting", "decided"):
            return queryset
        reports = Report.objects.filter(decided_at__isnull=value == "waiting")
        return queryset.filter(pk__in=reports.values("annotation_id"))


class AudienceFilter(SimpleListFilter):
    """To whom it was said."""

    title = _("audience")
    parameter_name = "audience"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        kinds = (Audience.Kind.EVERYONE, Audience.Kind.MEMBERS, Audience.Kind.GROUP)
        return [(kind.value, kind.label) for kind in kinds]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        meant = self.audiences()
        return queryset if meant is None else queryset.filter(self.narrowed(meant))

    def audiences(self) -> Any:
        value = self.value()
        if value == "group":
            return Audience.objects.filter(kind=value).values("pk")
        fixed = {"everyone": Audience.EVERYONE, "members": Audience.MEMBERS}
        return [fixed[value]] if value in fixed else None

    def narrowed(self, audiences: Any) -> Q:
        return in_threads(Thread.objects.filter(audience_id__in=audiences))


class ThreadAudienceFilter(AudienceFilter):
    def narrowed(self, audiences: Any) -> Q:
        return Q(audience_id__in=audiences)


class ThreadStateFilter(SimpleListFilter):
    """Whether a thread can be added to."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        return [("open", _("Open")), ("locked", _("Locked")), ("resolved", _("Resolved"))]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        meant = {
            "open": Q(locked_at=None, resolved_at=None),
            "locked": Q(locked_at__isnull=False),
            "resolved": Q(resolved_at__isnull=False),
        }
        return queryset.filter(meant.get(self.value() or "", Q()))


class TypedFilter(ListFilter):
    """One small form for what there are thousands of: typed, not chosen.

    `fields` are names of parameters with their labels; a parameter that was typed is turned into
    ids by one query (`ids_meant`), so that a list is narrowed by an index.
    """

    title = _("what you type")
    template = "admin/annotations/typed_filter.html"
    fields: dict[str, Any] = {}
    dates = ("since", "until")

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        for name in self.fields:
            value = params.pop(name, [""])[-1]
            self.used_parameters[name] = "".join(sign for sign in value if sign != "\0")[:200]
        mine = {*self.fields, PAGE_VAR}
        self.others = [(name, value) for name, value in request.GET.items() if name not in mine]

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return [*self.fields]

    def choices(self, changelist: Any) -> Iterator[Any]:
        for name, label in self.fields.items():
            kind = "date" if name in self.dates else "search"
            value = self.used_parameters[name]
            yield {"name": name, "label": label, "value": value, "type": kind, "selected": value}

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for name in self.fields:
            value = str(self.used_parameters[name]).strip()
            if value:
                queryset = queryset.filter(self.meant(name, value))
        return queryset

    def meant(self, name: str, value: str) -> Q:
        raise NotImplementedError


class TypedAnnotationFilter(TypedFilter):
    fields = {
        "article": _("Article"),
        "topic": _("Topic"),
        "author": _("Author"),
        "since": _("Written since"),
        "until": _("Written until"),
    }

    def meant(self, name: str, value: str) -> Q:
        if name == "article":
            return in_threads(Thread.objects.filter(article_id__in=articles_meant(value)))
        if name == "author":
            return Q(author_id__in=people_meant(value))
        if name == "topic":
            filed = Assignment.objects.filter(topic_id__in=topics_meant(value))
            return Q(pk__in=filed.values("annotation_id"))
        return day_meant("created_at", name, value)


class TypedThreadFilter(TypedFilter):
    fields = {
        "article": _("Article"),
        "topic": _("Topic"),
        "since": _("Active since"),
        "until": _("Active until"),
    }

    def meant(self, name: str, value: str) -> Q:
        if name == "article":
            return Q(article_id__in=articles_meant(value))
        if name == "topic":
            filed = Assignment.objects.filter(topic_id__in=topics_meant(value))
            return Q(pk__in=filed.values("annotation__thread_id"))
        return day_meant("active_at", name, value)


def articles_meant(typed: str) -> list[int]:
    """Articles with this address, or with these words in their title; one query."""
    named = Article.objects.filter(Q(slug=typed) | Q(title__icontains=typed))
    return list(named.order_by("-pk").values_list("pk", flat=True)[:MOST_MEANT])


def people_meant(typed: str) -> list[int]:
    """People whose name, as it is spelt or sounds alike, begins so; one query."""
    key = name_key(typed)
    named = Q(name_key__startswith=key) | Q(display_key__startswith=key)
    return list(User.objects.filter(named).order_by("pk").values_list("pk", flat=True)[:MOST_MEANT])


def topics_meant(typed: str) -> list[int]:
    """Topics of which a name or an alias begins so; one query."""
    named = TopicName.objects.filter(key__startswith=topic_key(typed)).order_by("key")
    return list(named.values_list("topic_id", flat=True)[:MOST_MEANT])


def day_meant(field: str, name: str, value: str) -> Q:
    """From the beginning of a day, or until its end, in the site's time; nothing else is taken."""
    try:
        day = date.fromisoformat(value)
        border = time.min if name == "since" else time.max
        moment = timezone.make_aware(datetime.combine(day, border))
    except (ValueError, OverflowError):
        return Q(pk__in=[])
    return Q(**{f"{field}__{'gte' if name == 'since' else 'lte'}": moment})

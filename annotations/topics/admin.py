"""The vocabulary in the admin: every change through the verbs, every count without the private.

What a moderator sees here is what the gate shows them; counts take in only what everyone or the
members may read, so that no number tells of a note to oneself or within a reading group.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.trail import ACTS
from annotations.models import ModerationEntry, Topic
from annotations.roles import is_owner
from annotations.topics import keeping
from annotations.topics.admin_acts import MOST_AT_ONCE, TopicActs
from annotations.topics.admin_bringing import TopicImports
from annotations.topics.counting import shared_counts
from annotations.topics.finding import named_like
from annotations.topics.forms import TopicForm
from annotations.topics.unmerging import undoable
from annotations.visibility import scopes_of
from ncr.accounts.models import User, member
from ncr.refusals import Refused

LOG_SHOWN = 50


class AcceptedFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("proposed", _("Proposed")), ("accepted", _("Accepted"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Topic]) -> QuerySet[Topic]:
        if self.value() in ("proposed", "accepted"):
            return queryset.filter(accepted_at__isnull=self.value() == "proposed")
        return queryset


class TopicList(ChangeList):
    """A page of the list with its counts, asked for once."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        page = list(self.result_list)
        counts = shared_counts([topic.pk for topic in page])
        for topic in page:
            topic.shared_count = counts.get(topic.pk, 0)
        self.result_list = page


@admin.register(Topic)
class TopicAdmin(TopicActs, TopicImports, admin.ModelAdmin[Topic]):
    """Topics that one keeps: accept, edit, merge, split, reject; nothing is deleted."""

    list_display = ["name", "state", "filed", "other_names", "page"]
    list_filter = [AcceptedFilter]
    search_fields = ["names__name"]
    search_help_text = gettext_lazy("By name or alias")
    ordering = ["name", "pk"]
    list_per_page = 50
    show_full_result_count = False
    actions = ["accept", "merge_selected"]

    class Media:
        css = {"all": ["annotations/css/admin_topics.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        seen = Topic.objects.visible_to(request.user)
        scopes = scopes_of(request.user)
        if not (scopes.site or is_owner(request.user)):
            seen = seen.filter(pk__in=scopes.topics)
        return seen.prefetch_related("names").order_by(*self.ordering)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Topic], search_term: str
    ) -> tuple[QuerySet[Topic], bool]:
        return named_like(queryset, search_term), False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return TopicList

    def get_urls(self) -> list[URLPattern]:
        def own(address: str, view: Any, name: str) -> Any:
            return path(address, self.admin_site.admin_view(view), name=f"annotations_topic_{name}")

        return [
            own("merge/", self.merge_view, "merge"),
            own("bring/", self.bring_view, "bring"),
            own("<int:pk>/split/", self.split_view, "split"),
            own("merges/<int:pk>/undo/", self.unmerge_view, "unmerge"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        brings = is_owner(request.user) or scopes_of(request.user).site
        return super().changelist_view(request, {"brings": brings, **(extra_context or {})})

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Topic | None = None) -> bool:
        scopes = scopes_of(request.user)
        return scopes.site or bool(scopes.topics) or is_owner(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Topic | None = None) -> bool:
        if obj is None:
            return self.has_view_permission(request)
        return keeping.moderates_topic(request.user, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Topic | None = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("state"), ordering="accepted_at")
    def state(self, topic: Topic) -> str:
        return _("Accepted") if topic.accepted_at else _("Proposed")

    @admin.display(description=gettext_lazy("filed for everyone or members"))
    def filed(self, topic: Any) -> int:
        return int(topic.shared_count)

    @admin.display(description=gettext_lazy("other names"))
    def other_names(self, topic: Topic) -> str:
        return "; ".join(sorted(one.name for one in topic.names.all() if one.is_alias))

    @admin.display(description=gettext_lazy("page"))
    def page(self, topic: Topic) -> str:
        return format_html('<a href="{}">{}</a>', topic.get_absolute_url(), _("open"))

    @admin.action(description=gettext_lazy("Accept the selected topics"))
    def accept(self, request: HttpRequest, queryset: QuerySet[Topic]) -> None:
        by, done = member(request), 0
        for topic in queryset.filter(accepted_at=None):
            try:
                keeping.accept(topic, by=by)
                done += 1
            except Refused as refused:
                self.message_user(request, f"{topic}: {refused.message}", messages.WARNING)
        self.message_user(request, _("Accepted: %(count)d.") % {"count": done})

    @admin.action(description=gettext_lazy("Merge the selected topics into another"))
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Topic]) -> HttpResponse:
        ids = [("topic", pk) for pk in queryset.values_list("pk", flat=True)[:MOST_AT_ONCE]]
        return redirect(f"{reverse('admin:annotations_topic_merge')}?{urlencode(ids)}")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A topic: what it is called and about, what may be done with it, and its log."""
        topic = self.get_object(request, object_id)
        if topic is None:
            raise Http404
        if not self.has_change_permission(request, topic):
            raise PermissionDenied
        form = TopicForm(
            request.POST or None,
            topic=topic,
            seen=Topic.objects.visible_to(request.user),
            site=self.admin_site,
        )
        if request.method == "POST" and form.is_valid():
            answer = self._act(request, topic, form)
            if answer is not None:
                return answer
        context = {
            **self.admin_site.each_context(request),
            "title": topic.name,
            "topic": topic,
            "form": form,
            "media": form.media,
            "opts": self.opts,
            "filed": shared_counts([topic.pk]).get(topic.pk, 0),
            "log": _log_of(topic),
            "merges": undoable(topic),
        }
        return TemplateResponse(request, "admin/topics/topic.html", context)

    def _act(self, request: HttpRequest, topic: Topic, form: TopicForm) -> HttpResponse | None:
        """Does what the button says; None where it was refused, with the reason on the form."""
        by, reason = member(request), form.cleaned_data["reason"]
        try:
            if "_reject" in request.POST:
                keeping.reject(topic, by=by, reason=reason)
                self.message_user(request, _("Rejected: “%(name)s”.") % {"name": topic.name})
                return redirect("admin:annotations_topic_changelist")
            with transaction.atomic():
                form.apply(by=by)
                if "_accept" in request.POST:
                    keeping.accept(topic, by=by, reason=reason)
        except Refused as refused:
            form.refuse(refused)
            return None
        self.message_user(request, _("Saved."), messages.SUCCESS)
        return redirect("admin:annotations_topic_change", topic.pk)


def _log_of(topic: Topic) -> list[tuple[ModerationEntry, str, str]]:
    """The newest entries about a topic and what was merged into it, with who acted; two queries."""
    entries = list(
        ModerationEntry.objects.filter(
            Q(subject=keeping.subject_of(topic))
            | Q(subject__startswith="topic ", act="merge", after=str(topic.pk))
        )[:LOG_SHOWN]
    )
    people = User.objects.in_bulk({entry.by for entry in entries if entry.by})
    gone = _("Somebody who left")
    return [
        (entry, str(ACTS.get(entry.act, entry.act)), str(people.get(entry.by or 0, gone)))
        for entry in entries
    ]

"""What is done with topics on pages of their own in the admin: merging, splitting, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.models import Assignment, Topic, TopicMerge
from annotations.reading.entries import Entry, entries_of
from annotations.topics.counting import shared_counts
from annotations.topics.forms import MergeForm, SplitForm, UnmergeForm
from annotations.topics.keeping import moderates_topic
from annotations.topics.merging import merge
from annotations.topics.splitting import movable, split
from annotations.topics.unmerging import unmerge
from ncr.accounts.models import member
from ncr.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Topic]
else:
    Base = object

MOST_AT_ONCE = 100
TOPIC_PAGE = "admin:annotations_topic_change"
LIST = "admin:annotations_topic_changelist"


class TopicActs(Base):
    """Merge, split and unmerge; each shows what will happen, then does it."""

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """What is merged, what will move, and into which topic; then does it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        given = request.POST if request.method == "POST" else request.GET
        ids = [int(pk) for pk in given.getlist("topic") if pk.isdecimal() and len(pk) < 19]
        sources = list(self.get_queryset(request).filter(pk__in=ids[:MOST_AT_ONCE]))
        if not sources:
            self.message_user(request, _("Choose the topics to merge."), messages.WARNING)
            return redirect(LIST)
        form = MergeForm(
            request.POST or None,
            choices=self.get_queryset(request),
            sources=sources,
            site=self.admin_site,
        )
        if request.method == "POST" and form.is_valid():
            into = self._merge(request, sources, form)
            if into is not None:
                return redirect(TOPIC_PAGE, into.pk)
        counts = shared_counts([topic.pk for topic in sources])
        told = {"sources": [(topic, counts.get(topic.pk, 0)) for topic in sources]}
        return self._page(request, "merge", _("Merge topics"), form, told)

    def _merge(self, request: HttpRequest, sources: list[Topic], form: MergeForm) -> Topic | None:
        """Merges all or none; the target, or None with the reason on the form."""
        by, into = member(request), form.cleaned_data["into"]
        others = [topic for topic in sources if topic.pk != into.pk]
        try:
            with transaction.atomic():
                for topic in others or sources:
                    reason = form.cleaned_data["reason"]
                    merge(topic, into, by=by, reason=reason, moves=form.moves)
        except Refused as refused:
            form.refuse(refused)
            return None
        self.message_user(
            request,
            _("Merged into “%(name)s”: %(count)d.") % {"name": into.name, "count": len(others)},
        )
        found: Topic = into
        return found

    def unmerge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What comes back when a merge is taken back; then does it."""
        found = TopicMerge.objects.select_related("into", "by").filter(pk=pk).first()
        if found is None or found.into is None or found.undone_at:
            self.message_user(request, _("This merge cannot be taken back."), messages.WARNING)
            return redirect(LIST)
        if not moderates_topic(request.user, found.into):
            raise PermissionDenied
        form = UnmergeForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                topic = unmerge(found, by=member(request), reason=form.cleaned_data["reason"])
                self.message_user(
                    request, _("“%(name)s” is a topic of its own again.") % {"name": topic.name}
                )
                return redirect(TOPIC_PAGE, topic.pk)
            except Refused as refused:
                form.refuse(refused)
        return self._page(request, "unmerge", _("Take a merge back"), form, {"merge": found})

    def split_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The passages of a topic, of which some go to another; then moves them."""
        topic = self.get_object(request, str(pk))
        if topic is None:
            raise Http404
        if not moderates_topic(request.user, topic):
            raise PermissionDenied
        by = member(request)
        article = request.GET.get("article", "").replace("\0", "")
        rows = movable(topic, by)
        named = rows.values_list("article__slug", "article__title")
        shown = rows.filter(article__slug=article) if article else rows
        listed = list(
            shown.order_by("-article", "place", "pk").select_related(
                "annotation__thread__article", "annotation__author"
            )[:MOST_AT_ONCE]
        )
        chosen = rows.filter(pk__in=_numbers(request)).values_list("pk", flat=True)
        form = SplitForm(request.POST or None, movable=list(chosen))
        if request.method == "POST" and form.is_valid():
            other = self._split(request, topic, form)
            if other is not None:
                return redirect(TOPIC_PAGE, other.pk)
        told = {
            "topic": topic,
            "passages": _shown(listed, by),
            "more": shown.count() - len(listed),
            "articles": list(named.distinct().order_by("article__title")),
            "article": article,
            "chosen": set(_numbers(request)),
        }
        return self._page(request, "split", _("Split a topic"), form, told)

    def _split(self, request: HttpRequest, topic: Topic, form: SplitForm) -> Topic | None:
        given = form.cleaned_data
        try:
            other, count = split(
                topic,
                given["name"],
                given["assignments"],
                by=member(request),
                reason=given["reason"],
            )
        except Refused as refused:
            form.refuse(refused)
            return None
        words = ngettext(
            "%(count)d passage is under “%(name)s” now.",
            "%(count)d passages are under “%(name)s” now.",
            count,
        )
        self.message_user(request, words % {"count": count, "name": other.name})
        return other

    def _page(
        self, request: HttpRequest, name: str, title: str, form: Any, told: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "form": form,
            "media": form.media,
            "opts": self.opts,
            **told,
        }
        return TemplateResponse(request, f"admin/topics/{name}.html", context)


def _numbers(request: HttpRequest) -> list[int]:
    given = request.POST.getlist("assignments")[: 10 * MOST_AT_ONCE]
    return [int(pk) for pk in given if pk.isdecimal() and len(pk) < 19]


def _shown(listed: list[Assignment], by: Any) -> list[tuple[int, Entry]]:
    """Each with the passage in its context; four queries."""
    entries = entries_of([one.annotation for one in listed], by)
    return [(one.pk, entry) for one, entry in zip(listed, entries, strict=True)]

"""The pages of the queue, and what is sent from them; a GET writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations import moderating, queueing
from annotations.admin.base import Stretch, VerbsOnlyAdmin
from annotations.admin.deciding import MOST, DecideForm
from annotations.admin.desk import decide, ids_of, rule_and_reason
from annotations.admin.queue.acts import IN_BULK, ITEM_ACTS, KEYS
from annotations.admin.queue.case import found_item, item_case
from annotations.admin.queue.chosen import Chosen, found_for
from annotations.admin.queue.desk import QueueDesk
from annotations.admin.queue.figures import figures_for
from annotations.admin.queue.leading import item_url, list_url, next_url, undoable
from annotations.admin.queue.listing import cause_of, rows_of
from annotations.models import ReviewItem
from annotations.queueing import items_for
from ncr.accounts.models import User, member
from ncr.refusals import Refused

PAGE = 25
# The form has both fields, since it stands there before an act is chosen
WITH_ALL = replace(ITEM_ACTS["hide"], needs_ground=False)
TELLING = ("hide", "ask", "remove", "approve")  # acts of which the author is told


@admin.register(ReviewItem)
class ReviewItemAdmin(VerbsOnlyAdmin):
    """What waits for moderators: the most pressing first, each on a page where it is decided."""

    def get_urls(self) -> list[URLPattern]:
        views: dict[str, tuple[str, Callable[..., HttpResponse]]] = {
            "figures/": ("figures", self.figures_view),
            "decide/<str:act>/": ("decide", self.desk_view),
            "undo/": ("undo_together", self.undo_together_view),
            "<int:pk>/decide/": ("judge", self.judge_view),
            "<int:pk>/claim/": ("claim", self.claim_view),
            "<int:pk>/give-back/": ("give_back", self.give_back_view),
            "<int:pk>/undo/": ("undo", self.undo_view),
        }
        own = [
            path(route, self.admin_site.admin_view(view), name=f"annotations_reviewitem_{name}")
            for route, (name, view) in views.items()
        ]
        return [*own, *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, 25 a page; at most twelve queries, and one for each word typed."""
        self.check_may_see(request)
        user: Any = request.user
        chosen = Chosen.of(request.GET)
        page = Stretch.of(found_for(user, chosen).values_list("pk", flat=True), request, PAGE)
        context = {
            **self._around(request, user, chosen),
            "title": _("Review queue"),
            "rows": rows_of(page.object_list),
            "page": page,
            "acts": [(ITEM_ACTS[name], KEYS[name]) for name in IN_BULK],
            "most": MOST,
        }
        return TemplateResponse(request, "admin/annotations/queue.html", context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        """The case of an item."""
        pk = int(object_id) if object_id.isdecimal() and len(object_id) < 19 else 0
        user, item = self._item(request, pk)
        return self._case(request, user, item, DecideForm(WITH_ALL))

    def judge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Decides about one item and shows the next; refused, the page comes back as it was."""
        user, item = self._item(request, pk)
        chosen = Chosen.of(request.GET)
        if request.method != "POST":
            return redirect(item_url(pk, chosen))
        if "look" in request.POST:
            return self._look(request, user, item)
        act = ITEM_ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise Http404
        form = DecideForm(replace(act, takes_rule=True, takes_words=True), request.POST)
        if not form.is_valid():
            return self._case(request, user, item, form, 422)
        item.__dict__["seen_turn"] = _number(request.POST.get("seen", ""))
        try:
            act.verb(item, user, form.cleaned_data["reason"], form.cleaned_data["rule"])
        except Refused as refused:
            form.add_error(None, refused.message)
            _user, fresh = self._item(request, pk)  # as it stands by now
            return self._case(request, user, fresh, form, refused.status)
        return redirect(next_url(user, chosen, pk))

    def desk_view(self, request: HttpRequest, act: str) -> HttpResponse:
        """Decides about many, or about one that is asked about once more."""
        self.check_may_see(request)
        user, chosen = member(request), Chosen.of(request.GET)
        desk = QueueDesk.of(user)
        if act in ITEM_ACTS and request.method == "GET" and request.GET.get("all"):
            ids = list(found_for(user, chosen).values_list("pk", flat=True)[:MOST])
            return redirect(desk.url(act, ids, chosen.query()))
        context = {**self.admin_site.each_context(request), "opts": self.opts}
        return decide(desk, request, act, context)

    def claim_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Takes an item for half an hour; refused while somebody else looks at it."""
        return self._sent(request, pk, queueing.claim)

    def give_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._sent(request, pk, queueing.give_back)

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Takes back what one decided a moment ago, and shows it again."""
        return self._sent(request, pk, moderating.undo, _("Taken back; it waits again."))

    def undo_together_view(self, request: HttpRequest) -> HttpResponse:
        """Takes back what one press decided, as far as it is not too late for each."""
        self.check_may_see(request)
        user = member(request)
        undone, refused = 0, []
        for item in items_for(user).filter(pk__in=ids_of(request.POST.getlist("of"))):
            try:
                moderating.undo(item, by=user)
                undone += 1
            except Refused as why:
                refused.append(why.message)
        if undone:
            words = ngettext("%(count)d waits again.", "%(count)d wait again.", undone)
            messages.success(request, words % {"count": undone})
        for words, count in Counter(refused).items():
            messages.warning(request, f"{count}: {words}")
        return redirect(list_url(Chosen.of(request.GET)))

    def figures_view(self, request: HttpRequest) -> HttpResponse:
        """How much waits and how soon it is decided, of what one moderates."""
        self.check_may_see(request)
        context = {
            **self.admin_site.each_context(request),
            **figures_for(member(request)),
            "opts": self.opts,
            "title": _("Figures of the review queue"),
        }
        return TemplateResponse(request, "admin/annotations/figures.html", context)

    def _item(self, request: HttpRequest, pk: int) -> tuple[User, ReviewItem]:
        """Who is signed in, and an item that they may see; 403 or 404 for everybody else."""
        self.check_may_see(request)
        user = member(request)
        item = found_item(user, pk)
        if item is None:
            raise Http404
        return user, item

    def _sent(self, request: HttpRequest, pk: int, verb: Any, said: str = "") -> HttpResponse:
        """Calls a verb of the item itself; what it refuses is said on the page of the item."""
        user, item = self._item(request, pk)
        if request.method == "POST":
            try:
                verb(item, by=user)
                if said:
                    messages.success(request, said)
            except Refused as refused:
                messages.warning(request, refused.message)
        return redirect(item_url(pk, Chosen.of(request.GET)))

    def _look(self, request: HttpRequest, user: User, item: ReviewItem) -> HttpResponse:
        """Shows what the author would read of what was typed so far, and decides nothing."""
        form = DecideForm(WITH_ALL, request.POST)
        form.is_valid()
        given = form.cleaned_data
        told = rule_and_reason(given.get("rule"), given.get("reason", ""))
        asked = DecideForm(WITH_ALL, initial=request.POST.dict())
        return self._case(request, user, item, asked, told=told)

    def _case(
        self,
        request: HttpRequest,
        user: User,
        item: ReviewItem,
        form: DecideForm,
        status: int = 200,
        *,
        told: list[str] | None = None,
    ) -> HttpResponse:
        chosen = Chosen.of(request.GET)
        title = item.article.title if item.article else "…"
        context = {
            **self._around(request, user, chosen),
            **item_case(request, user, item, chosen),
            "title": cause_of(item),
            "form": form,
            "told": told or [],
            "openings": [
                (ITEM_ACTS[name].label, str(ITEM_ACTS[name].told).replace("{article}", title))
                for name in TELLING
            ],
        }
        return TemplateResponse(request, "admin/annotations/item.html", context, status=status)

    def _around(self, request: HttpRequest, user: Any, chosen: Chosen) -> dict[str, Any]:
        """What each page of the queue has: what is chosen, and what can be undone."""
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "chosen": chosen,
            "query": chosen.query(),
            "undoable": undoable(request),
        }


def _number(value: str) -> int | None:
    return int(value) if value.isdecimal() and len(value) < 10 else None

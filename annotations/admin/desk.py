"""The desk: the page on which something is decided, for one thing or for hundreds.

Its address names what is decided (`?of=`), so that one comes back to it after signing in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.admin.acts import Act
from annotations.admin.deciding import MOST, DecideForm, Tally, decide_each
from articles.models import SiteRule
from ncr.accounts.models import member

SHOWN = 20  # things, and refusals, that are spelt out


@dataclass(frozen=True)
class Desk:
    """Where a kind of thing is decided: its acts, who may see which, where one goes afterwards.

    `name` is `annotation`, `thread` or `reviewitem`, as the addresses of the admin have it.
    """

    name: str
    acts: dict[str, Act]
    found: Callable[[HttpRequest], QuerySet[Any]]
    related: tuple[str, ...] = ()  # what a verb looks at, fetched with the thing itself

    def url(self, act: str, ids: Sequence[int], back: str = "") -> str:
        query = [*(("of", str(pk)) for pk in ids), *([("back", back)] if back else [])]
        address = reverse(f"admin:annotations_{self.name}_decide", args=[act])
        return f"{address}?{urlencode(query)}"

    def item_url(self, item: Any) -> str:
        return reverse(f"admin:annotations_{self.name}_change", args=[item.pk])

    def find(self, request: HttpRequest, pks: Sequence[int]) -> dict[int, Any]:
        """Things as they are now, with what their verb looks at, as far as they are theirs."""
        lean = self.found(request).prefetch_related(None).select_related(*self.related)
        return {item.pk: item for item in lean.filter(pk__in=pks)}

    def said_of(self, item: Any) -> tuple[str, str]:
        """What a thing is called on the desk, and the words of it."""
        if self.name == "annotation":
            author = item.author or _("Somebody who left")
            label = f"{author}, {Truncator(item.thread.article).words(8)}, {item.thread.label}"
            return label, item.body or _("(marked without words)")
        words = getattr(item, "opening_words", "")
        return f"{Truncator(item.article).words(8)}, {item.label}", words or ""

    def called(self, item: Any) -> str:
        """What a thing is called where it was refused."""
        return str(item)

    def seen(self, items: Sequence[Any]) -> str:
        """What tells later how things stood when they were asked about; nothing here."""
        return ""

    def remember(self, request: HttpRequest, acted: Sequence[int]) -> None:
        """Is told which things were decided in one press; nothing here."""

    def list_url(self) -> str:
        return reverse(f"admin:annotations_{self.name}_changelist")

    def back_url(self, ids: Sequence[int], back: str) -> str:
        """To the thing that was decided; to the list or the reports after several."""
        if back == "reports":
            return reverse("admin:annotations_report_changelist")
        if len(ids) == 1:
            return reverse(f"admin:annotations_{self.name}_change", args=[ids[0]])
        return self.list_url()


def decide(
    desk: Desk, request: HttpRequest, act_name: str, context: dict[str, Any]
) -> HttpResponse:
    """Asks once more, then calls the verbs; 404 when there is none that one may decide.

    What there was no time for is asked about at once, with all that was typed. Sent again by a
    reload, what was done by then is known for done.
    """
    act = desk.acts.get(act_name)
    if act is None:
        raise Http404
    is_sent = request.method == "POST"
    given = request.POST if is_sent else request.GET
    ids, back = ids_of(given.getlist("of")), given.get("back", "")
    if not ids:
        messages.warning(request, _("Choose first what you want to decide."))
        return redirect(desk.back_url(ids, back))
    items = _found(desk, request, ids)
    if not items:
        raise Http404
    form = DecideForm(act, request.POST if is_sent else None)
    is_look = "look" in request.POST
    if is_sent and not is_look and form.is_valid():
        left = _decided(desk, request, act, ids, form)
        items = _found(desk, request, left)
        if not items:
            return redirect(desk.back_url(ids, back))
        ids = left
    page = {
        **context,
        "act": act,
        "title": act.question % len(items),
        "form": form,
        "items": [(*desk.said_of(item), desk.item_url(item)) for item in items[:SHOWN]],
        "seen": given.get("seen") or desk.seen(items),
        "more": max(0, len(items) - SHOWN),
        "ids": [item.pk for item in items],
        "missing": len(ids) - len(items),
        "told": told_words(act, items, *_typed(form, is_sent)),
        "opening": _opening(act, items),
        "back": back,
        "back_url": desk.back_url(ids, back),
        "kind": desk.name,
    }
    status = 422 if is_sent and form.errors and not is_look else 200
    return TemplateResponse(request, "admin/annotations/decide.html", page, status=status)


def _found(desk: Desk, request: HttpRequest, ids: Sequence[int]) -> list[Any]:
    return list(desk.found(request).filter(pk__in=ids).order_by("pk")) if ids else []


def ids_of(given: list[str]) -> list[int]:
    """Ids as they came, each once, at most 500; what is no number is left out."""
    numbers = (int(one) for one in given if one.isdecimal() and len(one) < 19)
    return sorted(dict.fromkeys(numbers))[:MOST]


def _typed(form: DecideForm, is_sent: bool) -> tuple[SiteRule | None, str]:
    if not is_sent:
        return None, ""
    form.is_valid()
    return form.cleaned_data.get("rule"), form.cleaned_data.get("reason", "")


def _opening(act: Act, items: Sequence[Any]) -> str:
    """The first sentence that is told; of several things no article is named."""
    articles = {getattr(item, "thread", item).article for item in items}
    titles = {article.title for article in articles if article is not None}
    title = titles.pop() if len(titles) == 1 else "…"
    return str(act.told).replace("{article}", title)


def told_words(act: Act, items: Sequence[Any], rule: SiteRule | None, reason: str) -> list[str]:
    """What will be told to the author, line by line; nothing where the act tells nobody."""
    if not act.told:
        return []
    return [line for line in (_opening(act, items), *rule_and_reason(rule, reason)) if line]


def rule_and_reason(rule: SiteRule | None, reason: str) -> list[str]:
    """The rule that was chosen and the words that were typed, as they will be told."""
    named = ""
    if rule is not None:
        named = _("Rule %(number)d, %(title)s.") % {"number": rule.number, "title": rule.title}
    return [line for line in (named, reason) if line]


def _decided(
    desk: Desk, request: HttpRequest, act: Act, ids: list[int], form: DecideForm
) -> list[int]:
    """Calls the verbs and says what came of it; answers what there was no time for."""

    def find(pks: Sequence[int]) -> dict[int, Any]:
        return desk.find(request, pks)

    tally = decide_each(
        act,
        ids,
        find,
        by=member(request),
        reason=form.cleaned_data.get("reason", ""),
        rule=form.cleaned_data.get("rule"),
    )
    desk.remember(request, tally.acted)
    _say(request, desk, act, tally)
    return tally.left


def _say(request: HttpRequest, desk: Desk, act: Act, tally: Tally) -> None:
    """How many were done, and of each that was not, why."""
    if tally.done:
        messages.success(request, act.done % tally.done)
    if tally.already:
        messages.info(request, act.already % tally.already)
    if tally.gone:
        text = ngettext(
            "%d is not there any more, or not yours to decide.",
            "%d are not there any more, or not yours to decide.",
            tally.gone,
        )
        messages.warning(request, text % tally.gone)
    for item, why in tally.refused[:SHOWN]:
        messages.warning(request, f"{desk.called(item)}: {why}")
    if len(tally.refused) > SHOWN:
        more = len(tally.refused) - SHOWN
        text = ngettext("%d more was refused.", "%d more were refused.", more)
        messages.warning(request, text % more)
    if tally.left:
        text = ngettext(
            "There was no time for %d. Go on with it here.",
            "There was no time for %d. Go on with them here.",
            len(tally.left),
        )
        messages.warning(request, text % len(tally.left))

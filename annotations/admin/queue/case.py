"""All that is laid before somebody who decides about an item of the queue.

What was written passes the gate. A fixed number of queries, whatever the size of the thread.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.admin.case import case_of
from annotations.admin.log import entries_for
from annotations.admin.queue.acts import KEYS, acts_for
from annotations.admin.queue.chosen import Chosen, beside
from annotations.admin.queue.listing import (
    RELATED,
    cause_of,
    outcome_of,
    trust_of,
    where_of,
    words_of,
)
from annotations.admin.record import record_of, reporters_of
from annotations.admin.trail import ON_A_CASE, Entry, named, trail_of
from annotations.holding.evaluating import SANCTION
from annotations.models import Annotation, Appeal, Firing, HoldRule, ReviewItem
from annotations.queueing import CLAIM, holder_of, items_for, shown_of
from annotations.reporting import reports_of
from annotations.sanctioning import may_sanction
from annotations.visibility import is_moderator
from ncr.accounts.models import User, member
from ncr.labels import label_of

FIRED = 20  # firings that are shown, the newest


def found_item(user: User, pk: int) -> ReviewItem | None:
    """An item that somebody may see, with what it is about; one query, and what the gate costs."""
    return items_for(user).select_related(*RELATED).filter(pk=pk).first()


def item_case(request: HttpRequest, user: User, item: ReviewItem, chosen: Chosen) -> dict[str, Any]:
    """What the page of an item shows; the form is not among it."""
    before, after = beside(user, chosen, item)
    holder = holder_of(item, timezone.now())
    context = {
        "item": item,
        "cause": cause_of(item),
        "where": where_of(item),
        "outcome": outcome_of(item),
        "holder": holder,
        "is_mine": holder is not None and holder.pk == user.pk,
        "minutes": _minutes_left(item),
        "before": before,
        "after": after,
        "query": chosen.query(),
        "trust": trust_of(item.author),
    }
    said = _readable(user, item)
    if said is None:
        context |= _without_words(request, item)
    else:
        context |= _of_annotation(said, user)
    context["acts"] = [(act, KEYS[act.name]) for act in acts_for(item)]
    return context


def _minutes_left(item: ReviewItem) -> int:
    if item.claimed_at is None:
        return 0
    left = item.claimed_at + CLAIM - timezone.now()
    return max(0, -(-left // timedelta(minutes=1)))


def _readable(user: User, item: ReviewItem) -> Annotation | None:
    """The annotation, as far as the gate shows it to this moderator; what was removed, sealed."""
    if item.annotation_id is None:
        return None
    found = Annotation.objects.moderated_by(user, sealed=True).filter(pk=item.annotation_id)
    related = ("author", "thread__article", "thread__audience", "moderation_rule")
    return found.select_related(*related).first()


def _of_annotation(said: Annotation, user: User) -> dict[str, Any]:
    return {**case_of(said, user), "firings": _firings(said), "appeal": _appeal(said)}


def _firings(said: Annotation) -> list[tuple[Firing, str]]:
    """What rules found in it, the newest first, each with the rule's name."""
    fired = Firing.objects.filter(annotation=said).select_related("rule").order_by("-id")[:FIRED]
    return [(one, _rule_name(one)) for one in fired]


def _rule_name(fired: Firing) -> str:
    if fired.rule is not None:
        return str(fired.rule)
    if fired.kind == SANCTION:
        return _("What its author writes is held")
    return label_of(HoldRule.Kind, fired.kind)


def _appeal(said: Annotation) -> tuple[Appeal, str, str] | None:
    """The newest appeal against a decision about it, where it is answered, what came of it."""
    about = Appeal.objects.filter(decision__annotation=said)
    found = about.select_related("decision__by").order_by("-id").first()
    if found is None:
        return None
    return found, _address(found), label_of(Appeal.Outcome, found.outcome)


def _address(thing: Any) -> str:
    """The page of a thing in the admin; empty where it has none."""
    meta = thing._meta
    if not admin.site.is_registered(type(thing)):
        return ""
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[thing.pk])


def _without_words(request: HttpRequest, item: ReviewItem) -> dict[str, Any]:
    """A person, a topic, an article; or an annotation whose words nobody is shown any more."""
    said = item.annotation
    context: dict[str, Any] = {
        "record": record_of(item.author or item.person),
        "words": words_of(item),
    }
    if said is not None:
        return {**context, "trail": trail_of(annotation=said.uuid, thread=said.thread.uuid)}
    subject = item.person or item.topic
    if subject is not None:
        reports = list(reports_of(subject).select_related("by", "decided_by").order_by("id"))
        shown = {one.shown for one in reports if not one.decided_at} - {shown_of(subject)}
        context |= {
            "profile_url": _profile_url(request, item.person),
            "reports": reporters_of(reports),
            "waiting": sum(one.decided_at is None for one in reports),
            "shown_before": sorted(shown),
        }
    thing = subject or item.article
    if item.assignment is not None:
        thing = item.assignment.topic
        context["on"] = item.assignment.annotation
        context["on_words"] = _words_on(request, item.assignment.annotation)
        context["verdicts"] = item.assignment.verdicts.select_related("by").order_by("pk")
    trail = {"trail": _trail(member(request), item)}
    return {**context, **trail, "thing": thing, "thing_url": _address_for(request, thing)}


def _trail(user: User, item: ReviewItem) -> list[Entry]:
    """What was decided before, as far as the log shows it to this moderator."""
    if item.assignment is not None:
        note = item.assignment.annotation
        return trail_of(annotation=note.uuid, thread=note.thread.uuid)
    about = entries_for(user).filter(subject=f"{item.kind} {item.subject_id}")
    return named(about.order_by("-id")[:ON_A_CASE])


def _words_on(request: HttpRequest, said: Annotation) -> str:
    """The words of the note that a topic is on, as far as the gate shows them to a moderator."""
    seen = Annotation.objects.moderated_by(member(request)).filter(pk=said.pk)
    return said.body if seen.exists() else ""


def _profile_url(request: HttpRequest, person: User | None) -> str:
    """Where the name or the words about them are taken back, for who may do that."""
    if person is None or not may_sanction(member(request), person):
        return ""
    shows = person.display_name or person.about
    return reverse("admin:accounts_user_profile", args=[person.pk]) if shows else ""


def _address_for(request: HttpRequest, thing: Any) -> str:
    """The page of a thing in the admin for who may open it, or else on the site."""
    if thing is None:
        return ""
    if isinstance(thing, User) and is_moderator(request.user):
        return reverse("admin:accounts_user_sanctions", args=[thing.pk])
    model = admin.site._registry.get(type(thing))
    if model is not None and model.has_view_permission(request, thing):
        return _address(thing)
    return str(thing.get_absolute_url())

"""Decisions against somebody: writing one down with its reasons, and telling who is concerned."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from annotations.models import Annotation, Decision
from articles.models import SiteRule
from ncr.accounts.models import Notice, Sanction, User
from ncr.accounts.noticing import tell

AGAINST = frozenset(["hide", "remove", "ask"])  # acts on words that have a statement


def tell_author(
    annotation: Annotation,
    act: str,
    *,
    by: User,
    reason: str,
    rule: SiteRule | None,
    at: datetime,
) -> None:
    """Tells an author what was done with their words; what is against them has a statement."""
    facts: dict[str, Any] = {"act": act, "reason": reason, "rule": str(rule) if rule else ""}
    if act in AGAINST and annotation.author is not None:
        made = decided(
            annotation.author, act, annotation=annotation, by=by, reason=reason, rule=rule, at=at
        )
        facts["decision"] = str(made.uuid)
    tell(annotation.author, Notice.Kind.MODERATED, at=at, by=by, about=annotation.uuid, **facts)


def decided(
    person: User,
    act: str,
    *,
    by: User | None,
    reason: str,
    at: datetime,
    rule: SiteRule | None = None,
    annotation: Annotation | None = None,
    sanction: Sanction | None = None,
    profile: dict[str, str] | None = None,
) -> Decision:
    """Writes down a decision against somebody; `by` nobody says that a rule took it."""
    return Decision.objects.create(
        person=person,
        annotation=annotation,
        sanction=sanction,
        profile=profile,
        act=act,
        version=annotation.version if annotation else None,
        by=by,
        is_automated=by is None,
        rule=rule,
        reason=reason,
        at=at,
    )


def reverse_of(annotation: Annotation, *, at: datetime) -> None:
    """Says of the decisions about an annotation that they no longer hold."""
    Decision.objects.filter(annotation=annotation, reversed_at=None).update(reversed_at=at)

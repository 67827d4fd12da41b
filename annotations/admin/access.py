"""Who sees which part of the admin: what their roles say, asked once a request."""

from __future__ import annotations

from typing import Any

from annotations.models import ScopedRole
from annotations.visibility import scopes_of
from ncr.accounts.models import Membership


def moderates_something(user: Any) -> bool:
    """Whether `user` moderates the site, or an article or a topic of it."""
    return scopes_of(user).any


def leads_something(user: Any) -> bool:
    """Whether `user` leads the discussion of an article or a group; at most two queries."""
    if not (user.is_authenticated and user.is_active):
        return False
    known: bool | None = user.__dict__.get("_leads")
    if known is None:
        led = ScopedRole.objects.filter(person_id=user.pk, role=ScopedRole.Role.LEADER)
        groups = Membership.objects.filter(person_id=user.pk, is_leader=True)
        known = user.__dict__["_leads"] = led.exists() or groups.exists()
    return known


def orders_something(user: Any) -> bool:
    """Whether there are threads that `user` may lock, unlock or resolve."""
    return moderates_something(user) or leads_something(user)

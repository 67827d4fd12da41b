"""Invitations: an address by which somebody joins, once. Only a digest of its token is kept."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from ncr.accounts.links import digest_of
from ncr.accounts.models import Invitation, ReadingGroup, User

LIFETIME = timedelta(days=14)


def invite(*, by: User, email: str = "", group: ReadingGroup | None = None) -> str:
    """The token of a fresh invitation; it cannot be read again later."""
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        digest=digest_of(token),
        email=email,
        group=group,
        by=by,
        expires_at=timezone.now() + LIFETIME,
    )
    return token


def address_of(token: str) -> str:
    """The whole address to give to the person."""
    return f"{settings.SITE_URL}/accounts/invitation/{token}/"

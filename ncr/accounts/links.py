"""Links that sign one person in, once: the first administrator's way in, and anybody's way back.

Only a digest of the token is kept, so that a copy of the database opens no account. Looking at a
link does not use it (mail programs and previews look at links); choosing to sign in does.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ncr.accounts.backends import may_sign_in
from ncr.accounts.models import SignInLink, User
from ncr.accounts.signals import person_renamed

LIFETIME = timedelta(hours=24)


def make_link(user: User) -> str:
    """The token of a fresh link for `user`; it cannot be read again later."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(
        user=user, digest=digest_of(token), expires_at=timezone.now() + LIFETIME
    )
    return token


def address_of(token: str) -> str:
    """The whole address to give to the person."""
    return f"{settings.SITE_URL}{reverse('sign_in_link', args=[token])}"


def find_link(token: str) -> SignInLink | None:
    """The link, used or not; None for a token that never was. One query."""
    return SignInLink.objects.select_related("user").filter(digest=digest_of(token)).first()


def is_open(link: SignInLink) -> bool:
    return link.is_usable(timezone.now()) and may_sign_in(link.user)


@transaction.atomic
def use_link(link: SignInLink, password: str, display_name: str) -> bool:
    """Uses the link and sets what was chosen (an empty value keeps what there is).

    False where somebody was first. A new password voids the person's other links.
    """
    now = timezone.now()
    waiting = SignInLink.objects.filter(user=link.user, used_at=None, expires_at__gt=now)
    if not waiting.filter(pk=link.pk).update(used_at=now):
        return False
    if password:
        waiting.update(used_at=now)
        link.user.set_password(password)
    if display_name and display_name != link.user.display_name:
        link.user.display_name = display_name
        transaction.on_commit(lambda: person_renamed.send(sender=User, person=link.user))
    link.user.save(update_fields=["password", "display_name", "display_key"])
    return True


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()

"""Who may sign in at all: active people, never the sample members, nor who is suspended."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.backends import ModelBackend
from django.utils import timezone

from ncr.accounts.models import User
from ncr.accounts.sanctioned import is_suspended
from ncr.statements import Compiled

_by_id: Compiled[User] = Compiled(lambda *, pk, now: User.objects.filter(~is_suspended(now), pk=pk))


def may_sign_in(user: Any) -> bool:
    return bool(getattr(user, "is_active", False)) and not user.is_sample


def has_second_factor(user: User) -> bool:
    """Whether signing in as `user` takes more than a password; one query."""
    return bool(is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]))


class OnlyMembers:
    """Closes a way of signing in to sample members; also ends their sessions, should one exist."""

    def get_user(self, user_id: Any) -> User | None:
        """Who a session belongs to; asked at every request of somebody signed in.

        The suspended belong to none, also where signing in was under way when it was decided.
        """
        person = _by_id.first(pk=int(user_id), now=timezone.now())
        return person if person is not None and self.user_can_authenticate(person) else None

    def user_can_authenticate(self, user: Any) -> bool:
        return may_sign_in(user)


class MemberBackend(OnlyMembers, ModelBackend):
    """Sign-in by name and password, and by a link."""


class AllauthMemberBackend(OnlyMembers, AuthenticationBackend):  # type: ignore[misc]
    """Sign-in by name or address."""

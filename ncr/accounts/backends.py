"""Who may sign in at all: active people, never the sample members."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.backends import ModelBackend


def may_sign_in(user: Any) -> bool:
    return bool(getattr(user, "is_active", False)) and not user.is_sample


class MemberBackend(ModelBackend):
    """Django's own, closed to sample members; also ends their sessions, should one exist."""

    def user_can_authenticate(self, user: Any) -> bool:
        return may_sign_in(user)


class AllauthMemberBackend(AuthenticationBackend):  # type: ignore[misc]
    """Sign-in by name or address, closed to sample members."""

    def user_can_authenticate(self, user: Any) -> bool:
        return may_sign_in(user)

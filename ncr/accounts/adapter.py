"""How the accounts library behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing up is by the administrator until invitations arrive."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

"""How the accounts library behaves here."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ncr.accounts.backends import may_sign_in
from ncr.accounts.letters import deliver, letter
from ncr.accounts.limits import too_many
from ncr.accounts.models import User
from ncr.accounts.naming import checked_username
from ncr.accounts.welcoming import invitation_of, may_sign_up

WRONG = _("This name or address and this password do not belong together.")
NOBODY = "0.0.0.0"  # noqa: S104 (an address that is nobody's, not one to listen on)
STAGES = {
    "allauth.account.stages.EmailVerificationStage": "ncr.accounts.signing.ConfirmedAddressStage"
}
LAST_STAGE = "ncr.accounts.signing.SuspendedStage"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Who may sign up, under which names, and how the library's mails are sent."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "other_address": _("This invitation is for another mail address."),
        "invalid_login": WRONG,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return may_sign_up(request)

    def clean_username(self, username: str, shallow: bool = False) -> str:
        return checked_username(username)

    def clean_email(self, email: str) -> str:
        """An invitation that names an address is good for that address alone."""
        request = context.request
        invitation = None if request.user.is_authenticated else invitation_of(request)
        if invitation and invitation.email and invitation.email.lower() != email.lower():
            raise ValidationError(self.error_messages["other_address"])
        return email

    def get_login_stages(self) -> list[str]:
        stages: list[str] = super().get_login_stages()
        return [*(STAGES.get(stage, stage) for stage in stages), LAST_STAGE]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Too many wrong passwords are answered by 429, whether there is such an account or not."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            raise ImmediateHttpResponse(too_many(request, wait=300)) from error

    def pre_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse | None:
        """Whatever way they came, those who may not sign in at all end here."""
        if not may_sign_in(user):
            clear_login(request)
            return redirect("account_inactive")
        response: HttpResponse | None = super().pre_login(request, user, **how)
        return response

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """False where somebody else has confirmed the address meanwhile, to the moment."""
        try:
            with transaction.atomic():
                return bool(super().confirm_email(request, email_address))
        except IntegrityError:
            return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return get_client_ip(request) or NOBODY

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None
    ) -> EmailMultiAlternatives:
        """Text and HTML, with addresses that begin as the owner set it, whatever was asked for."""
        everything = {**context, "site_name": settings.SITE_NAME, "site_url": settings.SITE_URL}
        subject = render_to_string(f"{template_prefix}_subject.txt", everything)
        text = render_to_string(f"{template_prefix}_message.txt", everything)
        subject = self.format_email_subject(" ".join(subject.split()))
        # Blocks that stayed empty leave gaps
        return letter(email, subject, re.sub(r"\n{3,}", "\n\n", text.strip()))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        deliver(self.render_mail(template_prefix, email, {"email": email, **context}))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return _whole(reverse("account_confirm_email", args=[emailconfirmation.key]))

    def get_reset_password_from_key_url(self, key: str) -> str:
        address = reverse("account_reset_password_from_key", kwargs={"uidb36": "U", "key": "K"})
        return _whole(address.replace("U-K", key))

    def send_account_already_exists_mail(self, email: str) -> None:
        reset = _whole(reverse("account_reset_password"))
        self.send_mail("account/email/account_already_exists", email, {"reset_url": reset})


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor names the site as its owner does."""

    def build_totp_svg(self, url: str) -> str:
        """The picture without the declaration that may only begin a file: it stands in a page."""
        picture: str = super().build_totp_svg(url)
        return re.sub(r"^\s*<\?xml[^>]*\?>\s*", "", picture)

    def _get_site_name(self) -> str:
        return str(settings.SITE_NAME)


def _whole(address: str) -> str:
    return f"{settings.SITE_URL}{address}"

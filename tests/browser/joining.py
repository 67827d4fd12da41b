"""How somebody joins by hand: the form, the second factor, and in again with it."""

from __future__ import annotations

import time

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from playwright.sync_api import Page, expect

SECRET_PHRASE = "a-long-enough-secret"
CODE_LASTS = 30  # seconds


def code_of(secret: str) -> str:
    """What an authenticator app shows; not just before it shows another, as it has to be typed."""
    left = CODE_LASTS - time.time() % CODE_LASTS
    if left < CODE_LASTS / 4:
        time.sleep(left)
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def sign_in(page: Page, name: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("User name or mail address").fill(name)
    page.get_by_label("Password").fill(SECRET_PHRASE)
    press(page, "Sign in")


def fill_in(page: Page, name: str, displayed: str = "Nadia Newcomer") -> None:
    page.get_by_label("User name").fill(name)
    page.get_by_label("Display name").fill(displayed)
    page.get_by_label("Password").fill(SECRET_PHRASE)
    press(page, "Make the account")


def set_up_app(page: Page) -> str:
    """Sets up an authenticator app as a person does who types the secret into it."""
    page.goto("/accounts/2fa/")
    page.get_by_role("link", name="Set up an app").click()
    page.get_by_label("Password").fill(SECRET_PHRASE)
    press(page, "Go on")
    secret = page.get_by_role("textbox", name="Secret").input_value()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    press(page, "Set it up")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    expect(page.locator(".codes code")).to_have_count(10)
    return secret

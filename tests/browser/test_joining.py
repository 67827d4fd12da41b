"""Joining: an invitation that comes by mail, an account, a second factor, and back in with it."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Page, expect

from ncr.accounts.inviting import address_of, invite
from ncr.accounts.models import Membership, User
from tests import factories
from tests.browser.conftest import Visit, Watch
from tests.browser.joining import SECRET_PHRASE, code_of, fill_in, press, set_up_app, sign_in
from tests.mail import Postbox

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "work"])


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_invitation_to_the_second_factor(
    visit: Visit, post: Postbox, scripts: bool
) -> None:
    boss = User.objects.create_superuser("boss", password="x", display_name="Bea Boss")
    group = factories.group(boss, name="Tuesday")
    desk = visit(boss)
    desk.goto("/admin/accounts/invitation/add/")
    desk.get_by_label("Mail address").fill("nadia@example.org")
    desk.get_by_label("Reading group").select_option("Tuesday")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_text("on its way by mail")).to_be_visible()

    assert post.newest("nadia@example.org")["Subject"] == "Invitation to the reading group Tuesday"
    page = visit(scripts=scripts)
    page.goto(post.link("nadia@example.org"))
    expect(page.get_by_role("heading", name="Invitation to Tuesday")).to_be_visible()
    expect(page.get_by_text("From Bea Boss")).to_be_visible()
    press(page, "Make an account")
    expect(page.get_by_label("Mail address")).to_have_value("nadia@example.org")
    fill_in(page, "nadia")
    page.wait_for_url("**/articles/")
    person = User.objects.get(username="nadia")
    assert Membership.objects.filter(group=group, person=person).exists()

    secret = set_up_app(page)
    page.goto("/accounts/")
    press(page, "Sign out")
    cache.clear()  # a code is good once; the same half minute may not be over
    sign_in(page, "nadia")
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    page.get_by_label("Code").fill("000000")
    press(page, "Sign in")
    expect(page.get_by_text("Incorrect code")).to_be_visible()
    page.get_by_label("Code").fill(code_of(secret))
    press(page, "Sign in")
    page.wait_for_url("**/articles/")
    page.goto("/accounts/")
    expect(page.get_by_role("heading", name="Nadia Newcomer")).to_be_visible()
    expect(page.get_by_text("authenticator app")).to_be_visible()


def test_an_open_door_asks_for_a_confirmed_address(
    visit: Visit, post: Postbox, settings: Any
) -> None:
    settings.SIGNUP = "open"
    page = visit(width=390)
    page.goto("/accounts/signup/")
    page.get_by_label("Mail address").fill("nadia@example.org")
    fill_in(page, "nadia")
    expect(page.get_by_role("heading", name="Look in your mail")).to_be_visible()
    page.goto(post.link("nadia@example.org"))
    press(page, "Yes, confirm it")
    page.wait_for_url("**/articles/")
    page.goto("/accounts/")
    expect(page.get_by_text("nadia@example.org").first).to_be_visible()


def test_a_form_that_is_not_taken_keeps_what_was_typed(
    visit: Visit, watch: Watch, settings: Any
) -> None:
    settings.SIGNUP = "open"
    watch.expect(422)
    page = visit()
    page.goto("/accounts/signup/")
    page.get_by_label("Mail address").fill("nadia@example.org")
    fill_in(page, "admin")
    expect(page.get_by_text("looks like one that is")).to_be_visible()
    expect(page.get_by_label("Display name")).to_have_value("Nadia Newcomer")
    expect(page.get_by_label("User name")).to_have_attribute("aria-invalid", "true")


def test_a_passkey_signs_in_without_a_password(visit: Visit) -> None:
    nadia = factories.person("nadia", display_name="Nadia Newcomer")
    nadia.set_password(SECRET_PHRASE)
    nadia.save()
    page = visit()
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    sign_in(page, "nadia")
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(SECRET_PHRASE)
    press(page, "Go on")
    page.get_by_label("Name").fill("My laptop")
    page.get_by_role("checkbox").check()
    press(page, "Add it")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    key = Authenticator.objects.get(user=nadia, type="webauthn")
    assert key.wrap().name == "My laptop"
    page.goto("/accounts/")
    press(page, "Sign out")
    page.goto("/accounts/login/")
    press(page, "Sign in with a passkey")
    page.wait_for_url("**/articles/")
    page.goto("/accounts/")
    expect(page.get_by_role("heading", name="Nadia Newcomer")).to_be_visible()


def test_leaving_by_keyboard(visit: Visit, author: User) -> None:
    page = visit(author)
    page.goto("/accounts/")
    page.get_by_role("link", name="Delete my account").press("Enter")
    page.get_by_role("radio", name="Keep it, without my name.").press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("pass-word-1")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your account is deleted")).to_be_visible()
    page.goto("/accounts/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_take_out_is_saved(visit: Visit, author: User) -> None:
    page = visit(author)
    page.goto("/accounts/")
    page.get_by_role("link", name="Take out what is mine").click()
    with page.expect_download() as waiting:
        press(page, "Save the file")
    assert waiting.value.suggested_filename.startswith("ncr-author-")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_pages_of_joining_and_of_ones_account(
    visit: Visit, watch: Watch, settings: Any, author: User, width: int, scheme: Any
) -> None:
    """Each can be read by everybody, and none is wider than its window."""
    watch.expect(403)
    settings.SIGNUP = "open"
    boss = User.objects.create_superuser("boss", password="x", display_name="Bea Boss")
    group = factories.group(boss, name="Unterausschusswahlkreisversammlungsprotokoll" * 2)
    token = invite(by=boss, group=group).strip()
    invitation = address_of(token).removeprefix(settings.SITE_URL)
    anonymous = visit(width=width, color_scheme=scheme)
    for address in (
        "/accounts/signup/",
        "/accounts/login/",
        "/accounts/password/reset/",
        "/accounts/confirm-email/",
        invitation,
        "/about/",
        "/terms/",
        "/privacy/",
        "/rules/#rule-3",
    ):
        check(anonymous, address, width)
    settings.SIGNUP = "invite"
    check(anonymous, "/accounts/signup/", width)
    author.display_name = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
    author.save()
    own = visit(author, width=width, color_scheme=scheme)
    for address in (
        "/accounts/",
        "/accounts/email/",
        "/accounts/2fa/",
        "/accounts/sessions/",
        "/accounts/takeout/",
        "/accounts/delete/",
        "/accounts/2fa/totp/activate/",
    ):
        check(own, address, width)
    own.get_by_label("Password").fill("pass-word-1")
    press(own, "Go on")
    for address in ("/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/"):
        check(own, address, width)


def check(page: Page, address: str, width: int) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_have_count(1)
    found = Axe().run(page)
    assert found.violations_count == 0, f"{address}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("scripts", [True, False])
def test_the_button_for_a_passkey_is_there_only_where_it_works(visit: Visit, scripts: bool) -> None:
    page = visit(scripts=scripts)
    page.goto("/accounts/login/")
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    expect(page.locator("#passkey_login")).to_be_visible(visible=scripts)


def test_with_scripts_but_without_passkeys_there_is_no_button(visit: Visit) -> None:
    """As over plain HTTP, where browsers do not offer them."""
    page = visit()
    page.add_init_script("delete window.PublicKeyCredential")
    page.goto("/accounts/login/")
    expect(page.get_by_role("button", name="Display")).to_be_visible()  # the modules have run
    expect(page.locator("#passkey_login")).to_be_hidden()

"""What the site says of itself: shown to everybody, changed by its owners."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.body import render_page
from articles.house_pages import default_source
from articles.models import SitePage, SiteRule
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
PAGES = ["about", "terms", "privacy"]


@pytest.fixture(autouse=True)
def first_rules(db: None) -> None:
    """The rules that a migration brings: a browser test that came before empties their table."""
    rules = import_module("articles.migrations.0003_first_rules").RULES
    for number, (title, text) in enumerate(rules, 1):
        SiteRule.objects.get_or_create(number=number, defaults={"title": title, "text": text})


@pytest.fixture
def owner() -> Client:
    client = Client()
    boss = User.objects.create_superuser("boss", password="x")
    client.force_login(boss, "ncr.accounts.backends.MemberBackend")
    return client


@pytest.mark.parametrize("visitor", ["author", "moderator", "stranger", None])
@pytest.mark.parametrize("name", [*PAGES, "rules"])
def test_everybody_reads_them_and_only_owners_find_the_way_to_the_form(
    name: str, visitor: str | None, request: Any
) -> None:
    client = Client()
    if visitor:
        client.force_login(request.getfixturevalue(visitor), "ncr.accounts.backends.MemberBackend")
    answer = client.get(f"/{name}/")
    assert answer.status_code == 200
    assert "/admin/articles/" not in answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_what_comes_with_the_program_is_shown_until_it_is_changed(name: str, owner: Client) -> None:
    first = default_source(name).split("\n")[0]
    assert first.split("[")[0][:40] in Client().get(f"/{name}/").content.decode()
    owner.post(
        "/admin/articles/sitepage/add/", {"name": name, "source": "Our own *words*.\n\n## Part"}
    )
    page = Client().get(f"/{name}/").content.decode()
    assert "Our own <em>words</em>." in page
    assert "<h2>Part</h2>" in page
    assert first not in page
    assert str(SitePage.objects.get().changed_by) == "boss"
    owner.post(f"/admin/articles/sitepage/{SitePage.objects.get().pk}/delete/", {"post": "yes"})
    assert "Our own" not in Client().get(f"/{name}/").content.decode()


def test_the_form_begins_with_what_is_shown(owner: Client) -> None:
    page = owner.get("/admin/articles/sitepage/add/?name=privacy").content.decode()
    assert "says what the site keeps about you" in page
    assert owner.get("/admin/articles/sitepage/add/?name=nonsense").status_code == 200
    made = SitePage.objects.create(name="privacy", source="Ours.")
    answer = owner.get("/admin/articles/sitepage/add/?name=privacy")
    assert answer["Location"] == f"/admin/articles/sitepage/{made.pk}/change/"
    assert "/admin/articles/sitepage/add/?name=about" in owner.get("/about/").content.decode()


def test_a_page_holds_nothing_that_runs(owner: Client) -> None:
    source = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick=x>bold</b>"
    owner.post("/admin/articles/sitepage/add/", {"name": "about", "source": source})
    page = Client().get("/about/").content.decode()
    shown = page.split('<div class="prose house-text">')[1].split("</div>")[0]
    assert "<script" not in shown
    assert "<b" not in shown
    assert "href" not in shown
    assert "&lt;script&gt;" in shown


def test_a_page_beyond_the_limits_is_refused_in_words(owner: Client) -> None:
    source = ">" * 5_000 + " deep"
    answer = owner.post("/admin/articles/sitepage/add/", {"name": "about", "source": source})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not SitePage.objects.exists()


@pytest.mark.parametrize("visitor", ["author", "moderator"])
def test_nobody_else_changes_them(visitor: str, request: Any) -> None:
    client = Client()
    client.force_login(request.getfixturevalue(visitor), "ncr.accounts.backends.MemberBackend")
    typed = {"name": "about", "source": "Mine now."}
    answer = client.post("/admin/articles/sitepage/add/", typed, follow=True)
    assert answer.status_code == 403
    assert not SitePage.objects.exists()


def test_the_defaults_have_headings_and_their_links_lead_somewhere() -> None:
    for name in PAGES:
        html = render_page(default_source(name))
        assert "<h2>" in html
        for address in ("/rules/", "/accounts/"):
            if f'href="{address}"' in html:
                assert Client().get(address).status_code in (200, 302)


def test_rules_have_places_that_can_be_pointed_at() -> None:
    page = Client().get("/rules/").content.decode()
    for rule in SiteRule.objects.all():
        assert f'id="rule-{rule.number}"' in page
        assert rule.title in page.replace("&#x27;", "'")


def test_a_retired_rule_stays_for_the_decisions_that_name_it() -> None:
    SiteRule.objects.filter(number=3).update(retired_at=timezone.now())
    holding, retired = Client().get("/rules/").content.decode().split('id="retired-h"')
    assert 'id="rule-3"' not in holding
    assert 'id="rule-3"' in retired


def test_a_site_without_rules_says_so() -> None:
    SiteRule.objects.all().delete()
    assert "no rules yet" in Client().get("/rules/").content.decode()


def test_rules_are_numbered_on_and_never_deleted(owner: Client) -> None:
    owner.post("/admin/articles/siterule/add/", {"title": "Be brief", "text": "", "holds": "on"})
    assert SiteRule.objects.get(title="Be brief").number == 7
    pk = SiteRule.objects.get(number=2).pk
    owner.post(f"/admin/articles/siterule/{pk}/delete/", {"post": "yes"})
    owner.post(
        f"/admin/articles/siterule/{pk}/change/",
        {"number": "99", "title": "Be kind", "text": "", "holds": "on"},
    )
    assert (SiteRule.objects.get(pk=pk).number, SiteRule.objects.get(pk=pk).title) == (2, "Be kind")


@pytest.mark.parametrize("name", [*PAGES, "rules"])
def test_a_page_costs_one_query(name: str, django_assert_num_queries: Any) -> None:
    for _ in range(2):
        with django_assert_num_queries(1):
            Client().get(f"/{name}/")
        SiteRule.objects.create(number=100 + _, title="More")


def test_every_page_leads_there() -> None:
    article = factories.article()
    for address in ("/articles/", article.get_absolute_url(), "/accounts/login/", "/rules/"):
        page = Client().get(address).content.decode()
        for name in [*PAGES, "rules"]:
            assert f'href="/{name}/"' in page

"""Rules before publication in the admin: made by kind, ordered, switched, logged; secrets kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.admin.hold_form import FIELDS
from annotations.models import Firing, HoldRule, ModerationEntry, Topic
from annotations.roles import OWNERS, let_into_the_admin
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
LIST = "/admin/annotations/holdrule/"
SECRET = "a secret of some length"


@pytest.fixture
def owner(db: None) -> Client:
    found = factories.person("owner")
    found.groups.add(Group.objects.get(name=OWNERS))
    let_into_the_admin(found)
    client = Client()
    client.force_login(User.objects.get(pk=found.pk), BACKEND)
    return client


def add(client: Client, kind: str, **given: Any) -> Any:
    return client.post(f"{LIST}add/?kind={kind}", {"kind": kind, "is_on": "on", **given})


def log() -> list[tuple[str, str]]:
    return list(ModerationEntry.objects.order_by("pk").values_list("act", "subject"))


def test_each_kind_is_chosen_and_asks_for_its_own_fields_alone(owner: Client) -> None:
    page = owner.get(f"{LIST}add/").content.decode()
    assert all(f'href="?kind={kind}"' in page for kind in HoldRule.Kind.values)
    every = {name for names in FIELDS.values() for name in names}
    assert set(FIELDS) == set(HoldRule.Kind.values)
    for kind, names in FIELDS.items():
        form = owner.get(f"{LIST}add/?kind={kind}").context["adminform"].form
        assert every & set(form.fields) == set(names), kind
        answer = add(owner, kind, **{"seconds": ""})
        assert set(answer.context["adminform"].form.errors) == set(names), kind
    assert not HoldRule.objects.exists()


def test_rules_of_every_kind_are_made_in_order_and_logged(owner: Client) -> None:
    article, person = factories.article(title="Corridors"), factories.person("somebody")
    factories.annotation(article, person, topics=["Winds"])
    given: dict[str, dict[str, Any]] = {
        "first": {"number": 3},
        "words": {"words": " casino \n\n*pill\n"},
        "links": {"words": "spam.example"},
        "many-links": {"number": 0},
        "repeated": {"number": 2, "minutes": 60},
        "rate": {"number": 10, "minutes": 5},
        "article": {"article": article.pk},
        "topic": {"topic": Topic.objects.get().pk},
        "person": {"person": person.pk},
        "webhook": {"url": "https://judge.example/ask", "secret": SECRET, "seconds": 2},
    }
    for kind, fields in given.items():
        assert add(owner, kind, note=f"About {kind}", **fields).status_code == 302, kind
    assert [rule.kind for rule in HoldRule.objects.all()] == list(given)
    assert HoldRule.objects.get(kind="words").words == "casino\n*pill"
    assert log() == [("hold-add", f"hold-rule {rule.pk}") for rule in HoldRule.objects.all()]
    page = owner.get(LIST).content.decode()
    for says in (
        "the first 3",
        "2 entries",
        "1 entry",
        "more than 0",
        "2 times in 60 minutes",
        "more than 10 in 5 minutes",
        "Corridors",
        "Winds",
        "judge.example",
        "About webhook",
    ):
        assert says in page, says


@pytest.mark.parametrize(
    ("kind", "given", "field"),
    [
        ("first", {"number": 0}, "number"),
        ("first", {"number": 101}, "number"),
        ("repeated", {"number": 1, "minutes": 5}, "number"),
        ("rate", {"number": 5, "minutes": 0}, "minutes"),
        ("words", {"words": "fine\n**"}, "words"),
        ("words", {"words": "x" * 101}, "words"),
        ("words", {"words": "a\n" * 5001}, "words"),
        ("links", {"words": "not a site"}, "words"),
        ("links", {"words": "https://"}, "words"),
        ("article", {"article": "9" * 30}, "article"),
        ("person", {"person": "x"}, "person"),
        ("webhook", {"url": "ftp://a.example/", "secret": SECRET, "seconds": 2}, "url"),
        ("webhook", {"url": "https://u:p@a.example/", "secret": SECRET, "seconds": 2}, "url"),
        ("webhook", {"url": "https://a.example/", "secret": "short", "seconds": 2}, "secret"),
        ("webhook", {"url": "https://a.example/", "secret": SECRET, "seconds": 60}, "seconds"),
        ("webhook", {"url": "https://a.example/", "secret": SECRET, "seconds": "nan"}, "seconds"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(
    owner: Client, kind: str, given: dict[str, Any], field: str
) -> None:
    answer = add(owner, kind, note="Kept words.", **given)
    assert set(answer.context["adminform"].form.errors) == {field}
    assert "Kept words." in answer.content.decode()
    assert not HoldRule.objects.exists()


def test_a_secret_is_never_shown_and_stays_where_none_is_typed(owner: Client) -> None:
    add(owner, "webhook", url="https://a.example/", secret=SECRET, seconds=2)
    rule = HoldRule.objects.get()
    address = f"{LIST}{rule.pk}/change/"
    assert SECRET not in owner.get(address).content.decode()
    assert SECRET not in owner.get(LIST).content.decode()
    given = {"kind": "webhook", "url": "https://b.example/", "secret": "", "seconds": 3}
    owner.post(address, given)
    rule.refresh_from_db()
    assert (rule.url, rule.secret, rule.is_on) == ("https://b.example/", SECRET, False)
    refused = owner.post(address, {**given, "secret": "another of some length", "seconds": 0})
    assert "another of some length" not in refused.content.decode()
    owner.post(address, {**given, "secret": "another of some length"})
    rule.refresh_from_db()
    assert rule.secret == "another of some length"
    entries = ModerationEntry.objects.filter(act="hold-change").order_by("pk")
    assert [entry.reason for entry in entries] == ["url, seconds, is_on", "secret"]
    assert not any("length" in str(vars(entry)) for entry in ModerationEntry.objects.all())


def test_a_rule_keeps_its_kind(owner: Client) -> None:
    add(owner, "first", number=3)
    rule = HoldRule.objects.get()
    answer = owner.post(f"{LIST}{rule.pk}/change/", {"kind": "many-links", "number": 3})
    assert "A rule keeps its kind" in answer.content.decode()
    rule.refresh_from_db()
    assert rule.kind == "first"


def act(client: Client, rule: HoldRule, name: str) -> Any:
    return client.post(reverse("admin:annotations_holdrule_act", args=[rule.pk, name]))


def test_rules_are_moved_and_switched_and_at_an_end_stay(owner: Client) -> None:
    first, second, third = [
        HoldRule.objects.create(kind="many-links", number=number) for number in range(3)
    ]

    def order() -> list[int | None]:
        return list(HoldRule.objects.values_list("number", flat=True))

    act(owner, third, "up")
    assert order() == [0, 2, 1]
    act(owner, first, "down")
    assert order() == [2, 0, 1]
    act(owner, third, "up")
    act(owner, second, "down")
    assert order() == [2, 0, 1]
    for name in ("off", "off", "on", "off"):
        act(owner, first, name)
    first.refresh_from_db()
    assert not first.is_on
    assert [name for name, _subject in log()] == [
        "hold-move",
        "hold-move",
        "hold-off",
        "hold-on",
        "hold-off",
    ]
    assert act(owner, third, "sideways").status_code == 302
    assert len(log()) == 5


def test_a_deleted_rule_leaves_what_it_held_and_an_entry(owner: Client, author: User) -> None:
    rule = HoldRule.objects.create(kind="words", words="casino")
    note = factories.annotation(factories.article(), author, "A casino.")
    assert Firing.objects.get().rule == rule
    assert 'class="deletelink"' in owner.get(f"{LIST}{rule.pk}/change/").content.decode()
    owner.post(f"{LIST}{rule.pk}/delete/", {"post": "yes"})
    fired = Firing.objects.get()
    assert (fired.rule, fired.kind, note.moderation) == (None, "words", "pending")
    assert log()[-1] == ("hold-delete", f"hold-rule {rule.pk}")


def test_the_list_counts_what_fired_lately_and_costs_the_same(
    owner: Client, author: User, django_assert_max_num_queries: Any
) -> None:
    article = factories.article()
    for number in range(8):
        HoldRule.objects.create(kind="article", article=article, position=number)
    factories.annotation(article, author)
    Firing.objects.filter(rule__position=0).update(at=timezone.now() - timezone.timedelta(days=31))
    with django_assert_max_num_queries(8):
        page = owner.get(LIST)
    assert [rule.fired for rule, _says in page.context["rules"]] == [0] + [1] * 7


def test_only_owners_touch_them(author: User, stranger: User, moderator: User) -> None:
    rule = HoldRule.objects.create(kind="first", number=1)
    for person in (author, stranger, moderator, None):
        visitor = Client()
        if person is not None:
            visitor.force_login(person, BACKEND)
        refused = 302 if person is None else 403
        for address in (LIST, f"{LIST}add/", f"{LIST}add/?kind=first", f"{LIST}{rule.pk}/change/"):
            assert visitor.get(address).status_code == refused
        assert add(visitor, "first", number=5).status_code in (401, 403)
        assert act(visitor, rule, "off").status_code in (401, 403)
        visitor.post(f"{LIST}{rule.pk}/delete/", {"post": "yes"})
    rule.refresh_from_db()
    assert (rule.is_on, HoldRule.objects.count(), log()) == (True, 1, [])

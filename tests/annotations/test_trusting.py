"""Trust: what makes it grow and fall, who sets it, and what it governs."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating, reporting, trusting
from annotations.models import Annotation, Event, HoldRule, ModerationEntry, Reading
from annotations.reacting import react
from annotations.rules import writes_a_minute
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused, TooMany
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
NOW = timezone.now()


@pytest.fixture
def article() -> Article:
    return factories.article()


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def wrote(
    person: User, article: Article, count: int, *, days: float = 2, **given: Any
) -> list[Any]:
    at = NOW - timedelta(days=days)
    return [
        factories.annotation(article, person, f"Note {n}.", words="", at=at, **given)
        for n in range(count)
    ]


def read(person: User, count: int) -> None:
    for _each in range(count):
        Reading.objects.create(person=person, article=factories.article(), visited_at=NOW)


def trust_of(person: User) -> str:
    return str(User.objects.values_list("trust", flat=True).get(pk=person.pk))


def newcomer(**given: Any) -> User:
    return factories.person(trust="new", **given)


def test_five_that_stood_for_a_day_and_two_articles_make_a_member(article: Article) -> None:
    person, unread, young, few = newcomer(), newcomer(), newcomer(), newcomer()
    for one in (person, young, few):
        read(one, 2)
    read(unread, 1)
    wrote(person, article, 5)
    wrote(unread, article, 5)
    wrote(young, article, 5, days=0.9)
    wrote(few, article, 4)
    # Nothing of this is said to others, or stands
    wrote(few, article, 3, audience="me")
    wrote(few, article, 3, audience=factories.group(few).audience)
    (gone,) = wrote(few, article, 1)
    annotating.withdraw(gone, by=few)
    (held,) = wrote(few, article, 1)
    Annotation.objects.filter(pk=held.pk).update(moderation="pending")
    assert trusting.grow(NOW) == 1
    assert [trust_of(one) for one in (person, unread, young, few)] == ["member"] + ["new"] * 3
    assert trusting.grow(NOW) == 0


def test_fifty_and_sixty_days_make_somebody_trusted(article: Article) -> None:
    long_ago, lately = NOW - timedelta(days=61), NOW - timedelta(days=59)
    person, young = factories.person(date_joined=long_ago), factories.person(date_joined=lately)
    few = factories.person(date_joined=long_ago)
    wrote(person, article, 50)
    wrote(young, article, 50)
    wrote(few, article, 49)
    assert trusting.grow(NOW) == 1
    assert [trust_of(one) for one in (person, young, few)] == ["trusted", "member", "member"]


@pytest.mark.parametrize("act", [moderating.hide, moderating.remove])
def test_what_was_decided_against_somebody_lately_stops_it_and_takes_it_back(
    article: Article, moderator: User, act: Any
) -> None:
    new, trusted, other = newcomer(), factories.person(trust="trusted"), newcomer()
    for one in (new, other):
        read(one, 2)
        wrote(one, article, 5)
    (bad,) = wrote(new, article, 1)
    (worse,) = wrote(trusted, article, 1)
    (taken_back,) = wrote(other, article, 1)
    for one in (bad, worse, taken_back):
        act(one, by=moderator, reason="Off topic.")
    moderating.restore(taken_back, by=moderator)
    trusting.grow(NOW + timedelta(minutes=1))
    assert [trust_of(one) for one in (new, trusted, other)] == ["new", "member", "member"]
    trusting.grow(NOW + timedelta(days=31))
    assert trust_of(new) == "member"


def test_votes_reports_and_replies_of_others_are_nothing(
    article: Article, author: User, moderator: User
) -> None:
    person = newcomer()
    read(person, 2)
    (note,) = wrote(person, article, 1)
    for number in range(6):
        reader = factories.person()
        react(note, by=reader, kind="agree")
        annotating.reply(by=reader, to=note, body=f"Well said {number}.")
    reporting.report(note, by=author, reason="spam")
    assert trusting.grow(NOW + timedelta(days=3)) == 0
    assert trust_of(person) == "new"


def test_many_people_cost_as_many_statements_as_one(
    article: Article, django_assert_num_queries: Any
) -> None:
    people = [newcomer() for _each in range(6)]
    for one in people:
        read(one, 2)
        wrote(one, article, 5)
    with django_assert_num_queries(3):
        assert trusting.grow(NOW) == 6


def test_closed_accounts_and_samples_do_not_grow(article: Article) -> None:
    closed, sample = newcomer(is_active=False), newcomer(is_sample=True)
    for one in (closed, sample):
        read(one, 2)
        wrote(one, article, 5)
    assert trusting.grow(NOW) == 0


def test_approving_what_was_held_lets_its_author_grow(article: Article, moderator: User) -> None:
    HoldRule.objects.create(kind="words", words="casino")
    person, other = newcomer(), newcomer()
    for one in (person, other):
        read(one, 2)
        wrote(one, article, 5)
    held = factories.annotation(article, person, "A casino.")
    moderating.restore(held, by=moderator)
    assert (trust_of(person), trust_of(other)) == ("member", "new")


def test_moderators_set_it_and_then_it_stays(
    article: Article, author: User, moderator: User
) -> None:
    person = newcomer()
    read(person, 2)
    wrote(person, article, 5)
    for _twice in range(2):
        trusting.set_trust(person, "new", by=moderator, reason="Sent by a company.")
    assert trusting.grow(NOW) == 0
    assert (trust_of(person), ModerationEntry.objects.count()) == ("new", 1)
    trusting.let_grow(person, by=moderator)
    assert trusting.grow(NOW) == 1
    acts = ModerationEntry.objects.order_by("pk").values_list("act", "subject", "before", "after")
    subject = f"person {person.pk}"
    assert list(acts) == [
        ("trust", subject, "new", "new"),
        ("trust-grows", subject, "new", "new"),
    ]
    with pytest.raises(NotAllowed):
        trusting.set_trust(person, "trusted", by=author)
    with pytest.raises(NotAllowed):
        trusting.let_grow(person, by=author)
    with pytest.raises(Refused):
        trusting.set_trust(person, "popular", by=moderator)


def test_the_page_sets_it_and_hands_it_back(author: User, moderator: User) -> None:
    client, address = client_of(moderator), reverse("admin:accounts_user_trust", args=[author.pk])
    assert "At present: Member." in client.get(address).content.decode()
    answer = client.post(address, {"trust": "trusted", "reason": "A known scholar."}, follow=True)
    assert "At present: Trusted, set by a moderator." in answer.content.decode()
    assert ModerationEntry.objects.get().reason == "A known scholar."
    client.post(address, {"trust": "grows", "reason": ""})
    author.refresh_from_db()
    assert (author.trust, author.trust_is_fixed) == ("trusted", False)
    refused = client.post(address, {"trust": "", "reason": "Kept words."})
    assert refused.status_code == 422
    assert "Kept words." in refused.content.decode()


def test_the_pace_follows_trust(article: Article, moderator: User, settings: Any) -> None:
    settings.WRITE_LIMIT = 5
    people = {trust: factories.person(trust=trust) for trust in ("new", "member", "trusted")}
    assert [writes_a_minute(one) for one in people.values()] == [2, 5, 10]
    assert writes_a_minute(moderator) == 10
    for one in people.values():
        for _each in range(writes_a_minute(one)):
            factories.annotation(article, one)
        with pytest.raises(TooMany):
            factories.annotation(article, one)
    assert Event.objects.count() == 17
    settings.WRITE_LIMIT = 1
    assert writes_a_minute(people["new"]) == 1


LINKS = "<https://a.example> [b](https://b.example) "


@pytest.mark.parametrize(
    ("trust", "most", "audience", "is_refused"),
    [
        ("new", 1, "everyone", True),
        ("new", 1, "members", True),
        ("new", 2, "everyone", False),
        ("new", 0, "everyone", True),
        ("new", 1, "me", False),
        ("member", 1, "everyone", False),
        ("trusted", 1, "everyone", False),
    ],
)
def test_who_is_new_sets_few_links(
    article: Article, settings: Any, trust: str, most: int, audience: str, is_refused: bool
) -> None:
    settings.NEW_LINK_LIMIT = most
    person = factories.person(trust=trust)
    if not is_refused:
        factories.annotation(article, person, LINKS, audience=audience)
        return
    with pytest.raises(Refused) as refused:
        factories.annotation(article, person, LINKS, audience=audience)
    assert refused.value.field == "body"
    assert "New members" in refused.value.message


def test_links_are_counted_in_replies_and_edits_and_the_words_come_back(
    article: Article, author: User, settings: Any
) -> None:
    settings.NEW_LINK_LIMIT = 1
    person = newcomer()
    note = factories.annotation(article, author)
    mine = factories.annotation(article, person, "No link.")
    with pytest.raises(Refused):
        annotating.reply(by=person, to=note, body=LINKS)
    with pytest.raises(Refused):
        annotating.edit(mine, by=person, body=LINKS, version=1)
    given = {"body": LINKS, "submission": str(uuid.uuid4())}
    page = client_of(person).post(reverse("reply", args=[note.uuid]), given)
    assert page.status_code == 422
    shown = page.content.decode()
    assert "New members can set 1 link in what they write; this has 2." in shown
    assert "[b](https://b.example)" in shown

"""Following a topic: who is told, of what, how often; and what is new since a visit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating
from annotations.models import Annotation, Topic, TopicReading
from annotations.topics import following, keeping
from annotations.topics.filing import propose
from ncr.accounts.models import Notice, User
from tests import factories

pytestmark = pytest.mark.django_db


def client_of(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client


@pytest.fixture
def ferries() -> Topic:
    topic = propose("Ferries", by=None)
    Topic.objects.filter(pk=topic.pk).update(accepted_at=timezone.now())
    return Topic.objects.get(pk=topic.pk)


@pytest.fixture
def commits(django_capture_on_commit_callbacks: Any) -> Any:
    return lambda: django_capture_on_commit_callbacks(execute=True)


def told(person: User) -> list[Notice]:
    return list(Notice.objects.filter(person=person, kind="filed").order_by("pk"))


def test_following_and_its_inverse_change_nothing_when_repeated(
    ferries: Topic, stranger: User
) -> None:
    client = client_of(stranger)
    for _ in range(2):
        answer = client.post(reverse("follow_topic", args=["ferries"]), follow=True)
        assert "Unfollow" in answer.content.decode()
    since = TopicReading.objects.get(person=stranger).follows_since
    following.follow(ferries, by=stranger)
    assert TopicReading.objects.get(person=stranger).follows_since == since
    assert "Topics you follow" in client.get(reverse("topics")).content.decode()
    for _ in range(2):
        answer = client.post(reverse("unfollow_topic", args=["ferries"]), follow=True)
        assert ">Follow<" in answer.content.decode()
    assert "Topics you follow" not in client.get(reverse("topics")).content.decode()


@pytest.mark.parametrize("name", ["follow_topic", "unfollow_topic", "visit_topic"])
def test_only_who_sees_a_topic_and_is_signed_in_follows_it(
    name: str, author: User, stranger: User, moderator: User
) -> None:
    factories.annotation(factories.article(), author, topics=["Own matter"], audience="me")
    factories.annotation(factories.article(), author, topics=["Ferries"])
    for person in (stranger, moderator, None):
        assert client_of(person).post(reverse(name, args=["own-matter"])).status_code == 404
    assert client_of(author).post(reverse(name, args=["own-matter"])).status_code == 302
    assert client_of().post(reverse(name, args=["ferries"])).status_code == 401
    assert client_of(author).get(reverse(name, args=["ferries"])).status_code == 405
    assert not TopicReading.objects.exclude(person=author).exists()


def test_followers_are_told_once_until_they_looked(
    ferries: Topic, author: User, stranger: User, commits: Any
) -> None:
    following.follow(ferries, by=stranger)
    following.follow(ferries, by=author)
    article = factories.article()
    with commits():
        first = factories.annotation(article, author, "Zany ice.", topics=["Ferries"])
        factories.annotation(article, author, topics=["Ferries"])
    (notice,) = told(stranger)
    assert (notice.about, notice.facts) == (
        first.uuid,
        {"topic": "Ferries", "topic_id": ferries.pk},
    )
    assert told(author) == []
    inbox = client_of(stranger).get(reverse("notices")).content.decode()
    assert "New under “Ferries”, which you follow" in inbox
    assert "Zany ice." in inbox
    following.visit(ferries, timezone.now(), by=stranger)
    assert told(stranger)[0].read_at is not None
    with commits():
        factories.annotation(article, author, topics=["Ferries"])
    assert len(told(stranger)) == 2


def test_a_narrower_topic_tells_those_who_follow_the_broader(
    ferries: Topic, author: User, stranger: User, moderator: User, commits: Any
) -> None:
    low = keeping.accept(propose("Night ferries", by=None), by=moderator)
    keeping.set_broader(low, ferries, by=moderator)
    following.follow(ferries, by=stranger)
    with commits():
        factories.annotation(factories.article(), author, topics=["Night ferries"])
    (notice,) = told(stranger)
    assert notice.facts["topic"] == "Ferries"


def test_nobody_is_told_what_they_may_not_read(
    ferries: Topic, author: User, stranger: User, moderator: User, commits: Any
) -> None:
    group = factories.group(author)
    for person in (stranger, moderator):
        following.follow(ferries, by=person)
    with commits():
        for audience in ("me", group.audience):
            factories.annotation(
                factories.article(), author, "Zany.", topics=["Ferries"], audience=audience
            )
    assert told(stranger) == told(moderator) == []


def test_what_was_held_is_told_when_it_is_shown_and_once(
    ferries: Topic, author: User, stranger: User, moderator: User, commits: Any
) -> None:
    following.follow(ferries, by=stranger)
    with commits():
        note = factories.annotation(factories.article(), author, topics=["Ferries"])
        Annotation.objects.filter(pk=note.pk).update(moderation="pending")
    assert told(stranger) == []
    note.refresh_from_db()
    for _ in range(2):
        with commits():
            moderating.restore(note, by=moderator, reason="")
        Annotation.objects.filter(pk=note.pk).update(moderation="pending")
        Notice.objects.update(read_at=timezone.now())
        note.refresh_from_db()
    assert len(told(stranger)) == 1


def test_a_notice_says_nothing_of_what_is_hidden_since(
    ferries: Topic, author: User, stranger: User, moderator: User, commits: Any
) -> None:
    following.follow(ferries, by=stranger)
    with commits():
        note = factories.annotation(factories.article(), author, "Zany.", topics=["Ferries"])
    moderating.hide(note, by=moderator, reason="rude")
    inbox = client_of(stranger).get(reverse("notices")).content.decode()
    assert "Zany" not in inbox


def test_it_comes_by_mail_unless_one_wants_none(ferries: Topic, author: User, commits: Any) -> None:
    from ncr.accounts.muting import mute

    people = [factories.person(name, email=f"{name}@example.org") for name in ("vera", "wim")]
    for person in people:
        following.follow(ferries, by=person)
    mute(people[1], "filed")
    with commits():
        factories.annotation(factories.article(), author, "Zany.", topics=["Ferries"])
    assert [one.to for one in mail.outbox] == [["vera@example.org"]]
    assert "Zany." in mail.outbox[0].body
    assert len(told(people[1])) == 1


def test_what_is_new_since_the_last_visit(ferries: Topic, author: User, stranger: User) -> None:
    article = factories.article()
    note = factories.annotation(article, author, topics=["Ferries"])
    address = ferries.get_absolute_url()
    client = client_of(stranger)
    assert "Your first visit" in client.get(address).content.decode()
    client.post(reverse("visit_topic", args=["ferries"]))
    assert "Nothing new since your last visit" in client.get(address).content.decode()
    annotating.reply(by=stranger, to=note, body="My own.")
    assert "Nothing new since your last visit" in client.get(address).content.decode()
    annotating.reply(by=author, to=note, body="An answer.")
    hidden = factories.annotation(article, author, topics=["Ferries"], audience="me")
    annotating.reply(by=author, to=hidden, body="To myself.")
    html = client.get(address).content.decode()
    assert "1 passage with something new since your last visit" in html
    assert '<span class="tag new">1 new</span>' in html
    following.follow(ferries, by=stranger)
    assert '<span class="tag new">1 new</span>' in client.get("/topics/").content.decode()


def test_a_visit_takes_in_what_the_page_showed_and_never_goes_back(
    ferries: Topic, author: User, stranger: User
) -> None:
    made = timezone.now() - timedelta(minutes=5)
    client = client_of(stranger)
    address = reverse("visit_topic", args=["ferries"])
    script = {"HTTP_ACCEPT": "application/json"}
    assert client.post(address, {"until": made.isoformat()}, **script).status_code == 204
    reading = TopicReading.objects.get(person=stranger)
    assert (reading.visited_at, reading.follows_since) == (made, None)
    client.post(address, {"until": (made - timedelta(1)).isoformat()})
    for odd in ("tomorrow", "2026-13-45T99:99", "9999-01-01T00:00:00+00:00", "2026-01-01"):
        client.post(address, {"until": odd})
        reading.refresh_from_db()
        assert made <= (reading.visited_at or made) <= timezone.now()

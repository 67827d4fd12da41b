"""Who proposed a topic is told what was decided about it: in the inbox, and by mail."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations import annotating
from annotations.models import Topic
from annotations.reading.noticed import Noticed, noticed
from annotations.topics import keeping
from annotations.topics.merging import merge
from ncr.accounts.models import Notice, User
from ncr.accounts.muting import choose_kinds
from tests import factories
from tests.mail import Postbox, text_of


@pytest.fixture
def author(db: None) -> User:
    return factories.person("author", display_name="Ada Author", email="ada@example.org")


def proposed(by: User, name: str, **given: object) -> Topic:
    factories.annotation(factories.article(), by, topics=[name], **given)
    return Topic.objects.get(names__name=name)


def told(person: User) -> list[Noticed]:
    return noticed(list(Notice.objects.filter(person=person).order_by("pk")), person)


def shown_to(person: User) -> str:
    client = Client()
    client.force_login(person, "ncr.accounts.backends.MemberBackend")
    return client.get("/notices/").content.decode()


@pytest.mark.django_db
def test_an_accepted_topic_is_told_once_with_the_way_there(author: User, moderator: User) -> None:
    topic = proposed(author, "Harbours")
    for _again in range(2):
        keeping.accept(topic, by=moderator, reason="Well named.")
    (one,) = told(author)
    assert one.sentence == "Your topic “Harbours” was accepted"
    assert one.leads_to == topic.get_absolute_url()
    page = shown_to(author)
    for words in (one.sentence, "Reason: Well named.", "Go to the topic", "A person decided this"):
        assert words in page
    assert "Go to what you wrote" not in page
    assert "You wrote:" not in page


@pytest.mark.django_db
def test_a_rejected_topic_is_told_with_the_reason_and_leads_nowhere(
    author: User, stranger: User, moderator: User
) -> None:
    keeping.reject(proposed(author, "Harbours"), by=moderator, reason="This is a joke.")
    proposed(stranger, "Harbours")  # again, by somebody else
    (one,) = told(author)
    assert one.sentence == "Your topic “Harbours” was rejected"
    assert (one.reason, one.leads_to) == ("This is a joke.", "")
    assert "Reason: This is a joke." in shown_to(author)
    assert told(stranger) == []


@pytest.mark.django_db
def test_a_merged_topic_is_told_and_leads_to_where_it_went(
    author: User, stranger: User, moderator: User
) -> None:
    source, into = proposed(author, "Harbors"), proposed(stranger, "Harbours")
    merge(source, into, by=moderator, reason="One spelling.")
    (one,) = told(author)
    assert one.sentence == "Your topic “Harbors” was merged into “Harbours”"
    assert one.leads_to == into.get_absolute_url()
    assert told(stranger) == []
    merge(into, proposed(moderator, "Ports"), by=moderator)
    (one,) = told(author)
    assert one.sentence == "Your topic “Harbors” was merged into “Ports”"
    assert one.leads_to == "/topics/ports/"
    assert [each.sentence for each in told(stranger)] == [
        "Your topic “Harbours” was merged into “Ports”"
    ]


@pytest.mark.django_db
def test_where_it_went_is_named_only_to_who_may_see_it(
    author: User, stranger: User, moderator: User
) -> None:
    source = proposed(author, "Harbors", words=None)
    note = factories.annotation(factories.article(), stranger, topics=["Secret plan"])
    into = Topic.objects.get(name="Secret plan")
    merge(source, into, by=moderator)
    for hers in author.annotations.all():
        annotating.withdraw(hers, by=author)
    annotating.withdraw(note, by=stranger)  # nothing carries it that the author may read
    (one,) = told(author)
    assert one.sentence == "Your topic “Harbors” was merged into another one"
    assert one.leads_to == ""
    assert "Secret plan" not in shown_to(author)


@pytest.mark.django_db
def test_a_proposal_that_takes_in_an_accepted_topic_is_accepted(
    author: User, stranger: User, moderator: User
) -> None:
    source, into = proposed(stranger, "Harbors"), proposed(author, "Harbours")
    keeping.accept(source, by=moderator)
    merge(source, into, by=moderator)
    assert [one.sentence for one in told(author)] == ["Your topic “Harbours” was accepted"]
    # The other one was theirs no longer: it belonged to everybody
    assert [one.sentence for one in told(stranger)] == ["Your topic “Harbors” was accepted"]


@pytest.mark.django_db
def test_nobody_is_told_what_they_did_themselves(moderator: User, stranger: User) -> None:
    keeping.accept(proposed(moderator, "Harbours"), by=moderator)
    keeping.reject(proposed(moderator, "Jokes"), by=moderator, reason="Mine.")
    merge(proposed(moderator, "Port"), proposed(stranger, "Ports"), by=moderator)
    assert not Notice.objects.exists()


@pytest.mark.django_db
def test_a_name_taken_in_silently_tells_nobody(author: User, moderator: User) -> None:
    proposed(author, "Zephyrs", audience="me")
    topic = proposed(moderator, "Winds")
    keeping.add_alias(topic, "Zephyrs", by=moderator)
    assert topic.names.filter(name="Zephyrs").exists()
    assert not Notice.objects.exists()


@pytest.mark.django_db
def test_many_topics_cost_no_more_queries_than_one(author: User, moderator: User) -> None:
    counts = []
    for name in ("Harbours", "Ferries", "Bridges"):
        keeping.accept(proposed(author, name), by=moderator)
        listed = list(Notice.objects.filter(person=author))
        with CaptureQueriesContext(connection) as caught:
            # somebody who was asked nothing yet: audiences are kept with the person
            assert all(one.leads_to for one in noticed(listed, User.objects.get(pk=author.pk)))
        counts.append(len(caught))
    assert counts == [counts[0]] * 3


@pytest.mark.django_db(transaction=True)
def test_it_comes_by_mail_and_can_be_switched_off(
    author: User, moderator: User, stranger: User, smtp: Postbox
) -> None:
    keeping.accept(proposed(author, "Harbours"), by=moderator, reason="Well named.")
    keeping.reject(proposed(author, "Jokes"), by=moderator, reason="This is a joke.")
    merge(proposed(author, "Port"), proposed(stranger, "Ports"), by=moderator)
    accepted, rejected, merged = smtp.letters
    assert {letter["To"] for letter in smtp.letters} == {"ada@example.org"}
    assert accepted["Subject"] == "Your topic “Harbours” was accepted"
    for kind in ("plain", "html"):
        assert "Your topic “Jokes” was rejected" in text_of(rejected, kind)
        assert "Reason: This is a joke." in text_of(rejected, kind)
        assert "A person decided this" in text_of(rejected, kind)
        assert "Your topic “Port” was merged into “Ports”" in text_of(merged, kind)
    assert "See it on the site" in text_of(accepted, "html")
    assert "Open your inbox" in text_of(rejected, "html")
    choose_kinds(author, [])
    keeping.accept(proposed(author, "Ferries"), by=moderator)
    assert len(smtp.letters) == 3
    assert told(author)[-1].sentence == "Your topic “Ferries” was accepted"

"""The vocabulary in the admin: seen by who keeps it, changed by verbs, silent about the private."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.models import Assignment, ModerationEntry, Topic, TopicSlug
from annotations.roles import grant
from annotations.topics import keeping, relating
from annotations.topics.merging import merge
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/annotations/topic/"
MERGE = "/admin/annotations/topic/merge/"


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=user.pk), "ncr.accounts.backends.MemberBackend")
    return client


def change(topic: Topic) -> str:
    return reverse("admin:annotations_topic_change", args=[topic.pk])


def text(answer: Any) -> str:
    return str(answer.content.decode())


def filed(by: User, *names: str, **given: Any) -> list[Topic]:
    factories.annotation(factories.article(), by, topics=list(names), **given)
    return [Topic.objects.get(names__name=name) for name in names]


def form(topic: Topic, **given: str) -> dict[str, str]:
    aliases = "\n".join(topic.names.filter(is_alias=True).values_list("name", flat=True))
    broader = str(topic.broader_id or "")
    before = {"name": topic.name, "aliases": aliases, "description": "", "broader": broader}
    return {**before, "reason": "", **given}


@pytest.fixture
def keeper(stranger: User, author: User) -> User:
    """A moderator of the one topic "Harbours"."""
    root = User.objects.create_superuser("root", password=None)
    (topic,) = filed(author, "Harbours")
    grant(stranger, "moderator", by=root, topic=topic)
    return User.objects.get(pk=stranger.pk)


def test_the_list_shows_each_theirs_and_counts_nothing_private(
    author: User, moderator: User, keeper: User
) -> None:
    filed(author, "Harbours", "Ferries")
    filed(author, "Harbours", audience="members")
    filed(author, "Harbours", "Secret", audience="me")
    group = factories.group(author, moderator)
    filed(author, "Harbours", audience=group.audience)
    seen = text(client_of(moderator).get(LIST))
    assert "Ferries" in seen
    assert "Secret" not in seen
    assert '<td class="field-filed">3</td>' in seen
    theirs = text(client_of(keeper).get(LIST))
    assert "Harbours" in theirs
    assert "Ferries" not in theirs
    assert client_of(author).get(LIST).status_code in (302, 403)


def test_the_list_costs_the_same_for_few_and_many(author: User, moderator: User) -> None:
    client, costs = client_of(moderator), []
    for size in (1, 12):
        filed(author, *[f"Topic {size} {n}" for n in range(min(size, 10))])
        with CaptureQueriesContext(connection) as asked:
            assert client.get(LIST).status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_the_list_is_searched_by_alias_and_filtered(author: User, moderator: User) -> None:
    one, two = filed(author, "Ferries", "Bridges")
    keeping.add_alias(one, "Fähren", by=moderator)
    keeping.accept(two, by=moderator)
    client = client_of(moderator)
    assert "Bridges" not in text(client.get(LIST, {"q": "fahren"})).split("result_list")[-1]
    proposed = text(client.get(LIST, {"state": "proposed"})).split("result_list")[-1]
    assert "Ferries" in proposed
    assert "Bridges" not in proposed
    for odd, status in {"\0": 400, "%": 200, "x" * 10_000: 200}.items():
        assert client.get(LIST, {"q": odd}).status_code == status


def test_accepting_several_at_once_and_twice(author: User, moderator: User) -> None:
    topics = filed(author, "Ferries", "Bridges")
    client = client_of(moderator)
    chosen = {"action": "accept", "_selected_action": [topic.pk for topic in topics]}
    assert "Accepted: 2" in text(client.post(LIST, chosen, follow=True))
    assert "Accepted: 0" in text(client.post(LIST, chosen, follow=True))
    assert not Topic.objects.filter(accepted_at=None).exists()
    assert "delete_selected" not in text(client.get(LIST))


def test_a_topic_is_edited_through_the_verbs(author: User, moderator: User) -> None:
    topic, above = filed(author, "Ferrys", "Transport")
    keeping.add_alias(topic, "Boats", by=moderator)
    before = ModerationEntry.objects.count()
    answer = client_of(moderator).post(
        change(topic),
        {
            "name": "Ferries",
            "aliases": "Fähren\r\n\r\nfähren\r\ntraghetti",
            "description": "What *floats*.",
            "broader": str(above.pk),
            "reason": "spelling",
            "_accept": "1",
        },
    )
    assert answer.status_code == 302
    topic.refresh_from_db()
    assert (topic.name, topic.slug, topic.description) == ("Ferries", "ferries", "What *floats*.")
    assert (topic.broader, topic.accepted_by) == (above, moderator)
    assert set(topic.names.values_list("name", "is_alias")) == {
        ("Ferries", False),
        ("Ferrys", True),
        ("fähren", True),
        ("traghetti", True),
    }
    acts = ModerationEntry.objects.order_by("id")[before:]
    assert [one.act for one in acts] == [
        "rename",
        "unalias",
        "alias",
        "alias",
        "describe",
        "broader",
        "accept",
    ]
    assert {one.reason for one in acts} == {"spelling"}
    log = text(client_of(moderator).get(change(topic)))
    assert "spelling" in log
    again = client_of(moderator).post(change(topic), form(topic, description="What *floats*."))
    assert again.status_code == 302
    assert ModerationEntry.objects.count() == before + 7  # nothing was other than it was


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "…"}, "cannot be a topic"),
        ({"aliases": "Bridges"}, "“Bridges” is a name of the topic “Bridges” already"),
        ({"description": "x" * 6000}, "at most 5000 characters"),
        ({"broader": "999999"}, "Select a valid choice"),
        ({"broader": "self"}, "broader than itself"),
        ({"reason": "x" * 400}, "at most 300 characters"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_done(
    given: dict[str, str], words: str, author: User, moderator: User
) -> None:
    topic, _other = filed(author, "Ferries", "Bridges")
    given = {name: str(topic.pk) if value == "self" else value for name, value in given.items()}
    sent = form(topic, **{"aliases": "Kept typed", **given})
    answer = client_of(moderator).post(change(topic), sent)
    assert answer.status_code == 200
    assert words.replace("'", "&#x27;") in text(answer)
    if "aliases" not in given:
        assert "Kept typed" in text(answer)
    assert list(topic.names.values_list("name", flat=True)) == ["Ferries"]
    assert not ModerationEntry.objects.exists()


def test_an_unseen_topic_is_no_choice_and_stays_where_it_is(author: User, moderator: User) -> None:
    (topic,) = filed(author, "Ferries")
    (secret,) = filed(author, "Secret", audience="me")
    client = client_of(moderator)
    refused = client.post(change(topic), form(topic, broader=str(secret.pk)))
    assert "Select a valid choice" in text(refused)
    Topic.objects.filter(pk=topic.pk).update(broader=secret)
    topic.refresh_from_db()
    assert client.post(change(topic), form(topic, broader="", description="x")).status_code == 302
    topic.refresh_from_db()
    assert topic.broader == secret
    assert client.get(change(secret)).status_code == 404
    found = client.get(
        "/admin/autocomplete/",
        {"app_label": "annotations", "model_name": "topic", "field_name": "broader", "term": "e"},
    ).json()
    assert "Secret" not in str(found)


def test_rejecting_wants_a_reason(author: User, moderator: User) -> None:
    (topic,) = filed(author, "Silly")
    client = client_of(moderator)
    answer = client.post(change(topic), {**form(topic), "_reject": "1"})
    assert "Say why the topic is rejected" in text(answer)
    client.post(change(topic), {**form(topic, reason="a joke"), "_reject": "1"})
    assert not Topic.objects.exists()
    assert client.post(change(topic), form(topic)).status_code == 404


def test_merging_shows_what_moves_and_moves_it(author: User, moderator: User) -> None:
    one, two, into = filed(author, "Ferrys", "Ferry", "Ferries")
    filed(author, "Ferry", audience="me")
    client = client_of(moderator)
    chosen = {"action": "merge_selected", "_selected_action": [one.pk, two.pk]}
    confirm = client.post(LIST, chosen)
    assert confirm.status_code == 302
    shown = text(client.get(confirm["Location"]))
    assert shown.count("1 annotation that everyone or the members may read") == 2
    sent = {"topic": [one.pk, two.pk], "into": "", "named": "ferries", "reason": "spelling"}
    assert client.post(MERGE, sent)["Location"] == change(into)
    assert set(Topic.objects.all()) == {into}
    assert Assignment.objects.filter(topic=into).count() == 2
    assert {one.slug for one in TopicSlug.objects.all()} == {"ferrys", "ferry"}
    again = client.post(MERGE, sent, follow=True)
    assert "Choose the topics to merge" in text(again)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Choose the topic that stays"),
        ({"named": "nowhere"}, "You keep no topic of this name"),
        ({"named": "Secret"}, "You keep no topic of this name"),
        ({"named": "\0"}, "Null characters are not allowed"),
        ({"into": "999999"}, "Select a valid choice"),
        ({"named": "Ferries"}, "merged into itself"),
        ({"named": "Night boats"}, "narrower topic of “Ferries”"),
    ],
)
def test_merges_that_cannot_be_are_said(
    given: dict[str, str], words: str, author: User, moderator: User
) -> None:
    topic, low = filed(author, "Ferries", "Night boats")
    filed(author, "Secret", audience="me")
    keeping.set_broader(low, topic, by=moderator)
    answer = client_of(moderator).post(MERGE, {"topic": [topic.pk], "into": "", **given})
    assert answer.status_code == 200
    assert words in text(answer)
    assert Topic.objects.count() == 3


def test_a_keeper_of_one_topic_keeps_no_other(author: User, keeper: User) -> None:
    (other,) = filed(author, "Ferries")
    own = Topic.objects.get(name="Harbours")
    client = client_of(keeper)
    assert client.get(change(own)).status_code == 200
    assert client.get(change(other)).status_code == 404
    refused = client.post(MERGE, {"topic": [own.pk], "into": str(other.pk)})
    assert "Select a valid choice" in text(refused)
    for person in (author,):
        assert client_of(person).get(MERGE).status_code in (302, 403)
        assert client_of(person).post(change(own), form(own, name="Mine")).status_code in (302, 403)
    assert Topic.objects.filter(name="Harbours").exists()


def test_a_name_goes_from_the_languages_to_the_others(author: User, moderator: User) -> None:
    (topic,) = filed(author, "Ferries")
    relating.set_labels(topic, {"de": "Fähre"}, by=moderator)
    client = client_of(moderator)
    given = form(topic, aliases="Fähre", labels="")
    client.post(change(topic), {**given, "_save": "1"})
    name = topic.names.get(name="Fähre")
    assert (name.is_alias, name.is_label, name.language) == (True, False, "")


def test_two_names_for_one_language_are_refused(author: User, moderator: User) -> None:
    (topic,) = filed(author, "Ferries")
    given = form(topic, labels="de: Fähre\nDE: Fährschiff")
    answer = text(client_of(moderator).post(change(topic), {**given, "_save": "1"}))
    assert "Two names stand for “de”" in answer
    assert "Fährschiff" in answer


def test_more_than_one_may_add_stays_where_a_merge_brought_it(
    author: User, moderator: User
) -> None:
    topic, other = filed(author, "Ferries", "Boats")
    relating.set_cues(topic, [f"boat rope {n}" for n in range(15)], by=moderator)
    relating.set_cues(other, [f"river rope {n}" for n in range(15)], by=moderator)
    merge(other, topic, by=moderator)
    cues = "\n".join(topic.cues.values_list("words", flat=True))
    given = form(topic, cues=cues, description="Saved.")
    assert client_of(moderator).post(change(topic), {**given, "_save": "1"}).status_code == 302
    assert topic.cues.count() == 30

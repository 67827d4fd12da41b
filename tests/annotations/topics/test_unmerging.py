"""A merge is taken back: what was, is again, but for what was decided meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from annotations import annotating
from annotations.models import (
    Annotation,
    Assignment,
    ReviewItem,
    ScopedRole,
    Topic,
    TopicMerge,
    TopicName,
    TopicReading,
    TopicSlug,
)
from annotations.roles import grant
from annotations.topics import keeping, relating
from annotations.topics.filing import propose
from annotations.topics.judging import judge
from annotations.topics.merging import Moves, merge
from annotations.topics.splitting import split
from annotations.topics.unmerging import undoable, unmerge
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused
from tests import factories
from tests.annotations.topics.test_standing import standing

pytestmark = pytest.mark.django_db


def filed(article: Article, by: User, *names: str, **given: object) -> Annotation:
    return factories.annotation(article, by, topics=list(names), **given)


def topic(name: str) -> Topic:
    return Topic.objects.get(names__name=name)


def latest() -> TopicMerge:
    return TopicMerge.objects.latest("pk")


def picture() -> dict[str, Any]:
    """All that the vocabulary is, and what is filed where by whom."""
    topics = Topic.objects.order_by("pk").values(
        "pk", "name", "slug", "description", "uri", "broader", "accepted_at", "proposed_by"
    )
    names = TopicName.objects.order_by("key").values(
        "topic", "name", "key", "is_alias", "language", "is_label"
    )
    return {
        "topics": list(topics),
        "names": list(names),
        "slugs": set(TopicSlug.objects.values_list("slug", "topic")),
        "related": set(Topic.related.through.objects.values_list("from_topic", "to_topic")),
        "cues": set(Topic.objects.exclude(cues=None).values_list("pk", "cues__words")),
        "filed": set(Assignment.objects.values_list("annotation", "topic", "by", "at")),
        "roles": set(ScopedRole.objects.values_list("person", "topic")),
        "readings": set(TopicReading.objects.values_list("person", "topic")),
    }


def test_everything_is_as_it_was(author: User, stranger: User, moderator: User) -> None:
    article, elsewhere = factories.article(), factories.article()
    filed(article, author, "Harbor")
    filed(elsewhere, author, "Harbour")
    both, other = filed(article, author, "Harbor", "Harbour"), filed(article, author, "Harbor")
    filed(article, author, "Harbor", audience="me")
    annotating.edit(other, by=author, body="A note.", version=1, topics=["Harbor", "Harbour"])
    source, into = topic("Harbor"), topic("Harbour")
    Assignment.objects.filter(annotation=both, topic=source).update(
        at=timezone.now() - timedelta(1), by=stranger
    )
    source = keeping.rename(source, "Harbor basin", by=moderator)
    source = keeping.describe(source, "Where ships lie.", by=moderator)
    source = relating.set_uri(source, "https://example.org/harbour", by=moderator)
    relating.set_labels(source, {"de": "Hafen"}, by=moderator)
    relating.set_labels(into, {"de": "Seehafen"}, by=moderator)
    relating.set_cues(source, ["ships lie"], by=moderator)
    keeping.accept(source, by=moderator)
    keeping.set_broader(propose("Quay", by=None), source, by=moderator)
    related = keeping.accept(propose("Sea", by=None), by=moderator)
    relating.set_related(source, [related], by=moderator)
    root = User.objects.create_superuser("root", password=None)
    grant(stranger, "moderator", by=root, topic=source)
    TopicReading.objects.create(person=author, topic=source, follows_since=timezone.now())
    before = picture()
    merge(source, into, by=moderator)
    assert TopicReading.objects.get().topic == into
    standing()
    back = unmerge(latest(), by=root, reason="They differ.")
    assert back.pk == source.pk
    assert picture() == before
    standing()
    assert unmerge(latest(), by=moderator) == back
    assert User.objects.get(pk=stranger.pk).is_staff
    assert not undoable(into).exists()


def test_what_came_since_stays(author: User, moderator: User) -> None:
    article = factories.article()
    moved = filed(article, author, "Harbor")
    taken_off = filed(article, author, "Harbor")
    filed(article, author, "Harbour")
    into = merge(topic("Harbor"), topic("Harbour"), by=moderator)
    since = filed(article, author, "Harbor")
    annotating.edit(taken_off, by=author, body="A note.", version=1, topics=["Quay"])
    keeping.describe(into, "Any place for ships.", by=moderator)
    back = unmerge(latest(), by=moderator)
    into.refresh_from_db()
    assert moved.assignments.get().topic == back
    assert since.assignments.get().topic == into
    assert taken_off.assignments.get().topic.name == "Quay"
    assert into.description == "Any place for ships."


def test_one_that_was_merged_on_comes_back_in_turn(author: User, moderator: User) -> None:
    article = factories.article()
    for name in ("Harbor", "Harbour", "Port"):
        filed(article, author, name)
    before = picture()
    merge(topic("Harbor"), topic("Harbour"), by=moderator)
    first = latest()
    merge(topic("Harbour"), topic("Port"), by=moderator)
    with pytest.raises(Refused, match="was itself merged on"):
        unmerge(first, by=moderator)
    unmerge(latest(), by=moderator)
    first.refresh_from_db()
    unmerge(first, by=moderator)
    assert picture() == before


def test_a_name_that_went_elsewhere_is_not_taken_back(author: User, moderator: User) -> None:
    article = factories.article()
    filed(article, author, "Harbor")
    filed(article, author, "Harbour")
    into = merge(topic("Harbor"), topic("Harbour"), by=moderator, moves=Moves(names=[]))
    assert [one.name for one in into.names.all()] == ["Harbour"]
    filed(article, author, "Harbor")
    assert Topic.objects.filter(name="Harbor").exists()
    keeping.accept(topic("Harbor"), by=moderator)
    with pytest.raises(Refused, match="a name of the topic “Harbor” now"):
        unmerge(latest(), by=moderator)


def test_a_name_that_is_used_in_private_comes_back_without_a_word(
    author: User, stranger: User, moderator: User
) -> None:
    article = factories.article()
    filed(article, author, "Harbor")
    filed(article, author, "Harbour")
    keeping.add_alias(topic("Harbor"), "Haven", by=moderator)
    merge(topic("Harbor"), topic("Harbour"), by=moderator, moves=Moves(names=[]))
    private = filed(article, stranger, "Harbor", "Haven", audience="me")
    back = unmerge(latest(), by=moderator)
    assert {one.topic for one in private.assignments.all()} == {back}
    assert set(back.names.values_list("name", flat=True)) == {"Harbor", "Haven"}
    standing()


def test_roles_are_given_back_by_owners_alone(
    author: User, stranger: User, moderator: User
) -> None:
    root = User.objects.create_superuser("root", password=None)
    filed(factories.article(), author, "Harbor", "Harbour")
    grant(stranger, "moderator", by=root, topic=topic("Harbor"))
    for by, count in ((moderator, 0), (root, 1)):
        merge(topic("Harbor"), topic("Harbour"), by=by)
        if by == root:
            TopicMerge.objects.filter(pk=latest().pk).update(
                state={**latest().state, "roles": [stranger.pk]}
            )
        unmerge(latest(), by=by)
        assert ScopedRole.objects.count() == count
        assert User.objects.get(pk=stranger.pk).is_staff == bool(count)


def test_who_follows_follows_the_target_and_then_each_their_own(
    author: User, stranger: User, moderator: User
) -> None:
    filed(factories.article(), author, "Harbor", "Harbour")
    source, into, now = topic("Harbor"), topic("Harbour"), timezone.now()
    for person in (author, stranger, moderator):
        TopicReading.objects.create(person=person, topic=source, follows_since=now)
    TopicReading.objects.create(person=author, topic=into, visited_at=now)
    TopicReading.objects.create(person=moderator, topic=into, follows_since=now)
    merge(source, into, by=moderator)
    assert into.readings.exclude(follows_since=None).count() == 3
    into.readings.filter(person=stranger).update(follows_since=None)
    unmerge(latest(), by=moderator)
    following = TopicReading.objects.exclude(follows_since=None)
    assert set(following.values_list("person", "topic")) == {
        (author.pk, source.pk),
        (moderator.pk, source.pk),
        (moderator.pk, into.pk),
    }
    assert into.readings.get(person=author).visited_at == now


def test_a_chain_of_merges_finds_what_the_second_had_taken_away(
    author: User, moderator: User
) -> None:
    article = factories.article()
    note = filed(article, author, "Port", "Harbor")
    filed(article, author, "Harbour")
    before = picture()
    merge(topic("Harbor"), topic("Harbour"), by=moderator)
    first = latest()
    merge(topic("Harbour"), topic("Port"), by=moderator)
    assert note.assignments.count() == 1
    unmerge(latest(), by=moderator)
    first.refresh_from_db()
    unmerge(first, by=moderator)
    assert picture() == before


def test_what_becomes_narrower_is_related_no_more(author: User, moderator: User) -> None:
    source, into, low = (propose(name, by=moderator) for name in ("S", "I", "L"))
    for one in (source, into, low):
        keeping.accept(one, by=moderator)
    keeping.set_broader(low, source, by=moderator)
    relating.set_related(low, [into], by=moderator)
    before = picture()
    merge(source, into, by=moderator)
    low.refresh_from_db()
    assert low.broader == into
    assert not low.related.exists()
    unmerge(latest(), by=moderator)
    assert picture() == before


def test_it_was_made_when_it_was_made(author: User, moderator: User) -> None:
    filed(factories.article(), author, "Harbor", "Harbour")
    made = topic("Harbor").created_at - timedelta(9)
    Topic.objects.filter(name="Harbor").update(created_at=made)
    merge(topic("Harbor"), topic("Harbour"), by=moderator)
    unmerge(latest(), by=moderator)
    assert topic("Harbor").created_at == made


def test_what_was_said_of_a_topic_stays_with_it_when_passages_go(
    author: User, stranger: User, moderator: User
) -> None:
    note = filed(factories.article(), author, "Harbour")
    judge(note.assignments.get(), by=stranger, kind="disputed", reason="No ship in it.")
    split(topic("Harbour"), "Quay", [note.assignments.get().pk], by=moderator)
    assert not note.assignments.get().verdicts.exists()
    assert not ReviewItem.objects.filter(closed_at=None).exists()


def test_what_goes_along_is_chosen(author: User, moderator: User) -> None:
    article = factories.article()
    filed(article, author, "Harbor")
    filed(article, author, "Harbour")
    source, into = topic("Harbor"), topic("Harbour")
    keeping.add_alias(source, "Haven", by=moderator)
    keeping.describe(source, "Second.", by=moderator)
    keeping.describe(into, "First.", by=moderator)
    low = keeping.set_broader(propose("Quay", by=None), source, by=moderator)
    moves = Moves(names=["harbor"], narrower=False, description=True)
    into = merge(source, into, by=moderator, moves=moves)
    low.refresh_from_db()
    assert low.broader is None
    assert {one.name for one in into.names.all()} == {"Harbour", "Harbor"}
    assert into.description == "First.\n\nSecond."
    unmerge(latest(), by=moderator)
    low.refresh_from_db()
    assert low.broader == source
    assert topic("Haven") == source


def test_only_who_keeps_the_target_takes_it_back(
    author: User, stranger: User, moderator: User
) -> None:
    filed(factories.article(), author, "Harbor", "Harbour")
    merge(topic("Harbor"), topic("Harbour"), by=moderator)
    with pytest.raises(NotAllowed):
        unmerge(latest(), by=stranger)
    address = f"/admin/annotations/topic/merges/{latest().pk}/undo/"
    for who in (None, author):
        client = Client()
        if who:
            client.force_login(who, "ncr.accounts.backends.MemberBackend")
        assert client.post(address).status_code in (401, 403)
    assert not Topic.objects.filter(name="Harbor").exists()


def test_passages_go_to_another_topic(author: User, stranger: User, moderator: User) -> None:
    article = factories.article()
    stays, goes = filed(article, author, "Harbour"), filed(article, stranger, "Harbour")
    private = filed(article, stranger, "Harbour", audience="me")
    source = topic("Harbour")
    keeping.add_alias(source, "Quay", by=moderator)
    keeping.set_broader(source, propose("Sea", by=None), by=moderator)
    chosen = [one.pk for one in Assignment.objects.exclude(annotation=stays)]
    other, count = split(source, "quay", chosen, by=moderator, reason="Not the same.")
    assert (other.name, count, other.broader) == ("quay", 1, topic("Sea"))
    assert other.accepted_by == moderator
    row = goes.assignments.get()
    assert (row.topic, row.by) == (other, stranger)
    assert {stays.assignments.get().topic, private.assignments.get().topic} == {source}
    standing()
    with pytest.raises(Refused, match="Choose the passages"):
        split(source, "quay", chosen, by=moderator)
    with pytest.raises(Refused, match="name of the topic itself"):
        split(source, "harbour", [stays.assignments.get().pk], by=moderator)
    with pytest.raises(NotAllowed):
        split(source, "Pier", [stays.assignments.get().pk], by=stranger)
    assert not Topic.objects.filter(name="Pier").exists()


def test_splitting_to_a_topic_used_in_private_gives_it_away_to_nobody(
    author: User, stranger: User, moderator: User
) -> None:
    article = factories.article()
    note = filed(article, author, "Harbour")
    filed(article, stranger, "QUAY", audience="me")
    other, _count = split(topic("Harbour"), "Quay", [note.assignments.get().pk], by=moderator)
    assert (other.name, other.proposed_by) == ("Quay", moderator)


def test_the_pages_in_the_admin(author: User, moderator: User) -> None:
    article = factories.article()
    note = filed(article, author, "Harbor")
    goes = filed(article, author, "Harbour")
    filed(article, author, "Harbour")
    filed(article, author, "Harbour", audience="me", body="Quite secret.")
    client = Client()
    client.force_login(moderator, "ncr.accounts.backends.MemberBackend")
    source, into = topic("Harbor"), topic("Harbour")
    page = f"/admin/annotations/topic/{into.pk}/split/"
    assert "Quite secret" not in client.get(page).content.decode()
    assert client.get(page, {"article": article.slug}).status_code == 200
    refused = client.post(page, {"name": "Quay", "reason": "kept words"}).content.decode()
    assert "Choose the passages" in refused
    assert "kept words" in refused
    chosen = goes.assignments.get().pk
    client.post(page, {"name": "Quay", "assignments": chosen})
    assert topic("Quay").assignments.count() == 1
    merged = {"topic": source.pk, "into": into.pk, "names": ["harbor"], "narrower": "on"}
    client.post("/admin/annotations/topic/merge/", merged)
    assert note.assignments.get().topic == into
    shown = client.get(f"/admin/annotations/topic/{into.pk}/change/").content.decode()
    address = f"/admin/annotations/topic/merges/{latest().pk}/undo/"
    assert address in shown
    assert "Harbor" in client.get(address).content.decode()
    client.post(address, {"reason": "They differ."})
    assert note.assignments.get().topic == source
    assert client.get(address).status_code == 302

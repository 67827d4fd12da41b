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
    back = unmerge(latest(), by=moderator, reason="They differ.")
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
    with pytest.raises(Refused, match="a name of another topic by now"):
        unmerge(latest(), by=moderator)
    keeping.accept(topic("Harbor"), by=moderator)
    with pytest.raises(Refused, match="a name of the topic “Harbor” now"):
        unmerge(latest(), by=moderator)


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

"""Two topics become one, with all that is filed, and without a trace of what is private."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from annotations.models import Annotation, Assignment, ModerationEntry, Topic, TopicSlug
from annotations.topics import keeping
from annotations.topics.filing import propose
from annotations.topics.merging import merge
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused
from tests import factories


def filed(article: Article, by: User, *names: str, **given: object) -> Annotation:
    return factories.annotation(article, by, topics=list(names), **given)


def topic(name: str) -> Topic:
    return Topic.objects.get(names__name=name)


@pytest.mark.django_db
def test_everything_moves_and_the_row_is_gone(author: User, moderator: User) -> None:
    article, elsewhere = factories.article(), factories.article()
    moved = filed(article, author, "Harbor")
    kept = filed(elsewhere, author, "Harbour")
    source, into = topic("Harbor"), topic("Harbour")
    keeping.add_alias(source, "Haven", by=moderator)
    source = keeping.rename(source, "Harbor basin", by=moderator)
    source = keeping.describe(source, "Where ships lie.", by=moderator)
    narrower = propose("Quay", by=None)
    keeping.set_broader(narrower, source, by=moderator)
    stamps = dict(Article.objects.values_list("pk", "changed_at"))
    merge(source, into, by=moderator, reason="one spelling")
    into.refresh_from_db()
    narrower.refresh_from_db()
    assert not Topic.objects.filter(pk=source.pk).exists()
    assert {one.topic for one in Assignment.objects.all()} == {into}
    assert {moved.pk, kept.pk} == {one.annotation_id for one in into.assignments.all()}
    assert set(into.names.values_list("name", "is_alias")) == {
        ("Harbour", False),
        ("Harbor", True),
        ("Harbor basin", True),
        ("Haven", True),
    }
    assert set(TopicSlug.objects.values_list("slug", "topic")) == {
        ("harbor", into.pk),
        ("harbor-basin", into.pk),
    }
    assert narrower.broader == into
    assert into.description == "Where ships lie."
    entry = ModerationEntry.objects.first()
    assert (entry.act, entry.before, entry.after) == ("merge", str(source.pk), str(into.pk))
    assert entry.reason == "one spelling"
    now = dict(Article.objects.values_list("pk", "changed_at"))
    assert now[article.pk] != stamps[article.pk]
    assert now[elsewhere.pk] == stamps[elsewhere.pk]  # nothing on its page is another


@pytest.mark.django_db
@pytest.mark.parametrize("earlier", ["Harbor", "Harbour"])
def test_of_two_on_one_annotation_the_earlier_stays(
    earlier: str, author: User, stranger: User, moderator: User
) -> None:
    note = filed(factories.article(), author, "Harbor", "Harbour")
    noise = filed(factories.article(), author, "Harbor")
    first = note.assignments.get(topic__name=earlier)
    Assignment.objects.filter(pk=first.pk).update(at=timezone.now() - timedelta(1), by=stranger)
    merge(topic("Harbor"), topic("Harbour"), by=moderator)
    left = note.assignments.get()
    assert (left.by, left.topic.name) == (stranger, "Harbour")
    assert noise.assignments.get().by == author


@pytest.mark.django_db
def test_what_is_filed_in_private_moves_and_shows_nowhere(author: User, moderator: User) -> None:
    article = factories.article()
    private = filed(article, author, "Harbor", audience="me")
    filed(factories.article(), author, "Harbor")
    filed(factories.article(), author, "Harbour")
    before = Article.objects.get(pk=article.pk).changed_at
    into = merge(topic("Harbor"), topic("Harbour"), by=moderator)
    assert private.assignments.get().topic == into
    assert Article.objects.get(pk=article.pk).changed_at == before


@pytest.mark.django_db
def test_what_was_accepted_stays_accepted(author: User, moderator: User) -> None:
    source = keeping.accept(propose("Harbor", by=None), by=moderator)
    into = merge(source, propose("Harbour", by=None), by=moderator)
    assert (into.accepted_at, into.accepted_by) == (source.accepted_at, moderator)


@pytest.mark.django_db
def test_there_are_still_two_levels(moderator: User) -> None:
    source, into, top, low = (propose(name, by=None) for name in ("S", "I", "T", "L"))
    keeping.set_broader(low, source, by=moderator)
    keeping.set_broader(into, top, by=moderator)
    merge(source, into, by=moderator)
    low.refresh_from_db()
    assert low.broader == top


@pytest.mark.django_db
def test_merges_that_make_no_sense_change_nothing(author: User, moderator: User) -> None:
    article = factories.article()
    filed(article, author, "Harbor")
    filed(article, author, "Quay")
    source, low = topic("Harbor"), topic("Quay")
    keeping.set_broader(low, source, by=moderator)
    before = (Assignment.objects.count(), ModerationEntry.objects.count())
    with pytest.raises(Refused, match="into itself"):
        merge(source, source, by=moderator)
    with pytest.raises(Refused, match="narrower topic of “Harbor”"):
        merge(source, low, by=moderator)
    assert (Assignment.objects.count(), ModerationEntry.objects.count()) == before
    low.refresh_from_db()
    into = merge(low, source, by=moderator)  # the other way round is fine
    with pytest.raises(Conflict, match="gone"):
        merge(low, propose("Sea", by=None), by=moderator)
    with pytest.raises(Conflict, match="gone"):
        merge(into, low, by=moderator)
    assert Topic.objects.filter(name="Harbor").exists()


@pytest.mark.django_db
def test_a_merge_takes_a_fixed_number_of_queries(author: User, moderator: User) -> None:
    from django.test.utils import CaptureQueriesContext

    def cost(size: int, name: str) -> int:
        for _ in range(size):
            filed(factories.article(), author, f"{name} a", f"{name} b")
            filed(factories.article(), author, f"{name} a")
        one, other = topic(f"{name} a"), topic(f"{name} b")
        with CaptureQueriesContext(connection) as asked:
            merge(one, other, by=moderator)
        return len(asked)

    cost(1, "first")  # asks what the moderator moderates
    assert cost(1, "small") == cost(6, "large")


@pytest.mark.django_db(transaction=True)
def test_who_files_meanwhile_ends_up_under_the_target() -> None:
    """The merge holds its lock while another person files; they wait, and land in the target."""
    from django.db import transaction

    author, moderator = factories.person("author"), factories.moderator()
    article = factories.article()
    filed(article, author, "Harbor")
    filed(article, author, "Harbour")
    source, into = topic("Harbor"), topic("Harbour")
    merged, troubles = threading.Event(), []

    def write() -> None:
        try:
            merged.wait(10)
            filed(article, author, "harbor", words="second train")
        except Exception as error:
            troubles.append(error)
        finally:
            connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    with transaction.atomic():
        merge(source, into, by=moderator)
        merged.set()
        writer.join(1)
        assert writer.is_alive()  # waits for the names
    writer.join(10)
    assert troubles == []
    assert {one.topic_id for one in Assignment.objects.all()} == {into.pk}
    assert Assignment.objects.count() == 3

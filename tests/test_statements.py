"""Compiled statements answer what the ORM would, however often and with whatever values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.models import Annotation, AnnotationVersion, Thread
from annotations.visibility import Reader, stand_in
from articles.models import Article, Block
from ncr.accounts.models import Audience, User
from ncr.statements import Compiled, change, keep
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> list[User]:
    return [factories.person(f"person{number}") for number in range(9)]


def test_values_change_from_one_asking_to_the_next(people: list[User]) -> None:
    named: Compiled[str] = Compiled(
        lambda *, pk: User.objects.filter(pk=pk).values_list("username", flat=True)
    )
    assert [named.first(pk=person.pk) for person in people] == [one.username for one in people]
    assert named.first(pk=0) is None


def test_a_query_is_built_once_for_each_length_of_list(people: list[User]) -> None:
    built = []

    def build(*, ids: list[int]) -> Any:
        built.append(len(ids))
        return User.objects.filter(pk__in=ids).order_by("pk").values_list("pk", flat=True)

    some: Compiled[int] = Compiled(build)
    pks = [person.pk for person in people]
    for length in range(len(pks) + 1):
        assert some.rows(ids=pks[:length]) == pks[:length]
    assert built == [1, 2, 4, 8, 16]


def test_fixed_arguments_have_statements_of_their_own(people: list[User]) -> None:
    some: Compiled[str] = Compiled(
        lambda most, *, least: (
            User.objects.filter(pk__gte=least)
            .order_by("pk")
            .values_list("username", flat=True)[:most]
        )
    )
    assert some.rows(1, least=people[3].pk) == ["person3"]
    assert some.rows(2, least=people[3].pk) == ["person3", "person4"]
    assert some.rows(1, least=people[4].pk) == ["person4"]


def test_each_kind_of_value_is_found_again() -> None:
    author = factories.person("author")
    article = factories.article()
    at = datetime(2026, 3, 1, 12, 30, 5, 250, tzinfo=UTC)
    note = factories.annotation(article, author, at=at)
    query: Compiled[Annotation] = Compiled(
        lambda *, slug, uuid, since, authors: Annotation.objects.filter(
            thread__article__slug=slug, uuid=uuid, created_at__gt=since, author_id__in=authors
        )
    )
    right: dict[str, Any] = {
        "slug": article.slug,
        "uuid": note.uuid,
        "since": at - timedelta(microseconds=1),
        "authors": [author.pk, 7_000_000],
    }
    assert query.rows(**right) == [note]
    for name, wrong in (("slug", "x"), ("uuid", uuid4()), ("since", at), ("authors", [])):
        assert query.rows(**{**right, name: wrong}) == []


def test_objects_come_whole_and_with_what_is_related() -> None:
    author = factories.person("author")
    article = factories.article()
    note = factories.annotation(article, author)
    query: Compiled[Annotation] = Compiled(
        lambda *, pk: (
            Annotation.objects.filter(pk=pk)
            .select_related("thread__article__current_revision", "author")
            .defer("thread__article__current_revision__source")
        )
    )
    found = query.rows(pk=note.pk)[0]
    stored = Annotation.objects.get(pk=note.pk)
    for field in Annotation._meta.concrete_fields:
        assert getattr(found, field.attname) == getattr(stored, field.attname)
    with CaptureQueriesContext(connection) as caught:
        assert (found.thread.article.title, found.author) == (article.title, author)
        assert found.thread.article.standing.number == 1
    assert len(caught) == 0
    # What was left out is asked for by itself
    assert found.thread.article.standing.source.startswith("The corridor")


def test_a_missing_relation_is_none() -> None:
    note = factories.annotation(factories.article(), factories.person())
    Annotation.objects.filter(pk=note.pk).update(author=None)
    query: Compiled[Annotation] = Compiled(
        lambda *, pk: Annotation.objects.filter(pk=pk).select_related("author")
    )
    assert query.rows(pk=note.pk)[0].author is None


def test_stored_json_comes_as_python() -> None:
    article = factories.article("- one\n- two\n")
    query: Compiled[object] = Compiled(
        lambda *, revision: Block.objects.filter(revision_id=revision).values_list(
            "attrs", flat=True
        )
    )
    attrs = query.rows(revision=article.standing_pk)
    assert attrs
    assert all(isinstance(one, dict) for one in attrs)


def test_a_value_that_the_query_leaves_out_is_an_error() -> None:
    careless: Compiled[User] = Compiled(lambda *, pk, name: User.objects.filter(pk=pk))
    with pytest.raises(ValueError, match="leaves out name"):
        careless.rows(pk=1, name="x")


@pytest.mark.parametrize("kind", ["anonymous", "member", "group member", "moderator"])
def test_the_gate_is_the_same_compiled_or_not(kind: str) -> None:
    author, reader = factories.person("author"), factories.person("reader")
    if kind == "moderator":
        reader = factories.moderator()
    group = factories.group(author, reader) if kind == "group member" else factories.group(author)
    article = factories.article()
    for audience in ("everyone", "members", "me", group.audience):
        for state in ("published", "hidden", "pending", "removed"):
            note = factories.annotation(article, author, audience=audience)
            factories.annotation(article, reader, audience="me")
            Annotation.objects.filter(pk=note.pk).update(moderation=state)
    user = AnonymousUser() if kind == "anonymous" else User.objects.get(pk=reader.pk)
    seen: Compiled[int] = Compiled(
        lambda kind, **values: Annotation.objects.visible_to(stand_in(kind, **values)).values_list(
            "pk", flat=True
        )
    )
    asked = Reader.of(user)
    compiled = seen.rows(asked.kind, **asked.values)
    plain = Annotation.objects.visible_to(user).values_list("pk", flat=True)
    assert sorted(compiled) == sorted(plain)
    assert 0 < len(compiled) < Annotation.objects.count()


def test_keep_writes_every_field_as_save_does() -> None:
    note = factories.annotation(factories.article(), factories.person())
    now = note.created_at
    kept = AnnotationVersion(
        annotation=note, number=2, kind="comment", body="Words.", digest="d", created_at=now
    )
    keep(kept)
    assert kept.pk
    assert not kept._state.adding
    stored = AnnotationVersion.objects.get(pk=kept.pk)
    for field in AnnotationVersion._meta.concrete_fields:
        assert getattr(stored, field.attname) == getattr(kept, field.attname)


def test_keep_fills_what_is_filled_at_saving() -> None:
    keep(Article(slug="kept", title="Kept", audience_id=Audience.EVERYONE))
    stored = Article.objects.get(slug="kept")
    assert stored.created_at is not None
    assert stored.changed_at is not None


def test_change_writes_the_named_fields_of_this_row_only() -> None:
    author = factories.person()
    article = factories.article()
    one, _other = (factories.annotation(article, author).thread for _time in range(2))
    one.readable_count, one.number = 7, 70
    change(one, "readable_count")
    rows = Thread.objects.order_by("pk").values_list("readable_count", "number")
    assert list(rows) == [(7, 1), (1, 2)]

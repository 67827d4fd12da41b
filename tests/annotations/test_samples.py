"""The sample content: it comes once, nobody signs in with it, and it goes without a trace."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from annotations.models import (
    Annotation,
    Assignment,
    PassageLink,
    Report,
    Suggestion,
    Thread,
    Topic,
)
from annotations.samples.loading import load_samples, remove_samples
from annotations.topics.suggesting import suggest_in
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def test_samples_are_a_discussion_with_everything_in_it() -> None:
    count = load_samples()
    assert 42 <= count <= 70
    assert Article.objects.visible_to(factories.person()).count() == 5
    assert all(600 <= one.standing.words <= 2500 for one in Article.objects.all())
    assert User.objects.filter(is_sample=True).count() == 7
    assert Report.objects.count() == 1
    assert Thread.objects.filter(resolved_at__isnull=False).exists()
    assert Thread.objects.filter(audience_kind="members").count() == 2
    assert Annotation.objects.filter(edited_at__isnull=False).exists()
    assert any(topic.names.filter(is_alias=True).exists() for topic in Topic.objects.all())


def test_sample_members_cannot_sign_in() -> None:
    load_samples()
    for person in User.objects.filter(is_sample=True):
        person.set_password("known-1")  # even with a password
        person.save()
        assert authenticate(username=person.username, password="known-1") is None


def test_removing_them_leaves_what_others_wrote_elsewhere() -> None:
    person = factories.person("real")
    own = factories.annotation(factories.article(), person, "Mine.", topics=["CFE Treaty"])
    load_samples()
    sample = Article.objects.get(slug="cfe-linkage")
    factories.annotation(sample, person, "On a sample.", words="")
    assert remove_samples() == 5
    assert list(Annotation.objects.all()) == [own]
    assert list(User.objects.all()) == [person]
    assert Topic.objects.filter(name="CFE Treaty").exists()
    assert load_samples() > 30  # and they can come again


def test_the_commands_say_what_they_did() -> None:
    out = StringIO()
    call_command("load_samples", stdout=out)
    call_command("load_samples", stdout=out)
    call_command("remove_samples", stdout=out)
    assert "here already" in out.getvalue()
    assert "Removed 5" in out.getvalue()


def test_topics_of_the_samples_go_across_articles() -> None:
    load_samples()
    for name in ("CFE Treaty", "Kaliningrad transit"):
        topic = Topic.objects.get(name=name)
        articles = Assignment.objects.filter(topic=topic).values("article").distinct()
        assert articles.count() >= 3
        assert topic.names.filter(is_label=True).count() == 3
        assert topic.cues.exists()
        assert topic.related.exists()
    assert Topic.objects.get(name="CFE Treaty").narrower.count() == 3
    for article in Article.objects.all():
        suggest_in(article)
    waiting = Suggestion.objects.filter(state="waiting")
    assert waiting.filter(topic__name="CFE Treaty", is_weak=False).exists()
    assert waiting.filter(topic__name="Kaliningrad transit", is_weak=True).exists()
    assert Annotation.objects.filter(kind="topic").count() == 3
    (contradiction,) = PassageLink.objects.filter(relation="contradicts")
    discussed = contradiction.annotation.thread
    assert contradiction.article != discussed.article
    assert discussed.annotations.count() == 4
    assert contradiction.annotation.assignments.filter(topic__name="CFE Treaty").exists()

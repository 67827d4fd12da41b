"""Searching within a topic: what carries it, and what does not."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from annotations.models import Topic
from annotations.pointing import Link
from annotations.search.asking import understood
from annotations.search.finding import Filters, found
from articles.models import Block
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_other_end_of_a_link_does_not_carry_the_topics_of_its_note(author: User) -> None:
    """What a note is about carries its topics; what it points at does not."""
    article = factories.article()
    there = Link("cites", article, factories.passage(article, "second train"))
    factories.annotation(article, author, words="train stops", link=there, topics=["Rail"])
    filters = Filters(topic=Topic.objects.get(name="Rail"))
    (block,) = found("text", AnonymousUser(), understood("train"), filters).pks
    assert "stops" in Block.objects.get(pk=block).text

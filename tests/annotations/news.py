"""What tests ask again and again of what is new to somebody."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser

from annotations.reading.unread import states_in
from articles.models import Article
from ncr.accounts.models import User


def unread_in(articles: Iterable[Article], user: User | AnonymousUser) -> dict[int, int]:
    """How many annotations are new in each article, by its id; those with nothing new left out."""
    return {pk: state.new for pk, state in states_in(articles, user).items() if state.new}

"""What somebody is about to say, as the rules look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from annotations.linking import hosts_in
from annotations.models import Annotation, Assignment, Thread, Topic
from annotations.models.topic import topic_key
from annotations.rules import Words
from articles.models import Article
from ncr.accounts.models import Audience, User


@dataclass
class Contribution:
    """A note, a reply (in a `thread`) or a change of one (`edited`) that is not written yet.

    `topics` are the names under which it is filed now; None leaves them as they are.
    """

    by: User
    article: Article
    audience: Audience
    words: Words
    kind: str
    at: datetime
    topics: Sequence[str] | None = None
    thread: Thread | None = None
    edited: Annotation | None = None

    @cached_property
    def hosts(self) -> list[str]:
        """The host of each link that leads elsewhere, as the domain name system has it."""
        return hosts_in(self.words.html)

    @cached_property
    def filed_under(self) -> list[Topic]:
        """Its topics that are known, and those of its thread; one query."""
        named = Q(names__key__in=[topic_key(name) for name in self.topics or ()])
        return list(Topic.objects.filter(named | Q(pk__in=self._of_thread())).distinct())

    def _of_thread(self) -> QuerySet[Assignment, Any]:
        filed = Assignment.objects.filter(annotation__thread=self.thread)
        if self.topics is not None and self.edited is not None:
            filed = filed.exclude(annotation=self.edited)  # others take the place of these
        return filed.values("topic")

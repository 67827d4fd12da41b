"""Things for tests, made by the same verbs as everything else."""

from __future__ import annotations

from itertools import count
from typing import Any

from annotations import annotating
from annotations.models import Annotation
from annotations.passages import Passage
from articles.importers import Document
from articles.models import Article, Block
from articles.revising import import_article
from ncr.accounts.models import Audience, Membership, ReadingGroup, User

numbers = count(1)
TEXT = """The corridor runs through two countries.

## A heading

The train stops once, at night, and nobody gets off.

The second train does not stop at all.
"""


def person(name: str = "", **given: Any) -> User:
    """Somebody with an account, here for some time unless `trust` says otherwise."""
    name = name or f"person-{next(numbers)}"
    given = {"trust": User.Trust.MEMBER, **given}
    return User.objects.create_user(username=name, password="pass-word-1", **given)


def moderator(name: str = "moderator") -> User:
    from django.contrib.auth.models import Permission

    found = person(name, is_staff=True)
    found.user_permissions.add(Permission.objects.get(codename="moderate"))
    return User.objects.get(pk=found.pk)


def editor(name: str = "editor") -> User:
    """Somebody who brings texts in and revises them, and does no more."""
    from django.contrib.auth.models import Permission

    found = person(name)
    found.user_permissions.add(Permission.objects.get(codename="change_article"))
    return User.objects.get(pk=found.pk)


def group(*members: User, name: str = "") -> ReadingGroup:
    """A group by invitation; the first of its members leads it."""
    made = ReadingGroup.objects.create(name=name or "Tuesday", slug=f"group-{next(numbers)}")
    Audience.objects.create(kind=Audience.Kind.GROUP, group=made)
    for place, one in enumerate(members):
        Membership.objects.create(group=made, person=one, is_leader=place == 0)
    return made


def article(markdown: str = TEXT, *, publish: bool = True, **given: Any) -> Article:
    number = next(numbers)
    audience = given.pop("audience", None)
    document = Document(
        title=given.pop("title", f"Article {number}"),
        standfirst=None,
        byline=None,
        byline_note=None,
        published=given.pop("published", "2026-01-01"),
        updated=None,
        language=given.pop("language", "en"),
        source_url=None,
        # No two articles have the same text
        markdown=given.pop("markdown", markdown) + f"\nParagraph of article {number}.\n",
    )
    return import_article(document, by=None, publish=publish, audience=audience, **given)


def block(of: Article, words: str = "train stops") -> Block:
    return next(
        one for one in Block.objects.filter(revision_id=of.current_revision_id) if words in one.text
    )


def passage(of: Article, words: str = "train stops") -> Passage:
    """The passage of these words, which stand in one block of the article."""
    found = block(of, words)
    start = found.text.index(words)
    return Passage(found.key, start, found.key, start + len(words), words)


def annotation(of: Article, by: User, body: str = "A note.", **given: Any) -> Annotation:
    words = given.pop("words", "train stops")
    place = passage(of, words) if words else None
    return annotating.annotate(by=by, article=of, body=body, passage=place, **given)

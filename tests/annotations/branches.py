"""Two threads at two passages, for tests of what moves from one to the other."""

from __future__ import annotations

from dataclasses import dataclass

from annotations import annotating
from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories


@dataclass
class Case:
    """In the first thread a reply that is answered; and noise in both."""

    article: Article
    first: Annotation
    reply: Annotation
    answer: Annotation
    second: Annotation


def build(author: User, stranger: User, audience: str = "everyone") -> Case:
    article = factories.article(title="The night train")
    first = factories.annotation(article, author, "About the first train.", audience=audience)
    annotating.reply(by=author, to=first, body="Noise that stays.")
    reply = annotating.reply(by=stranger, to=first, body="But zephyrous trains never stop.")
    answer = annotating.reply(by=author, to=reply, body="Right, never.")
    second = factories.annotation(
        article, author, "About the second.", words="second train", audience=audience
    )
    annotating.reply(by=author, to=second, body="Noise that was there.")
    return Case(article, first, reply, answer, second)


def again(annotation: Annotation) -> Annotation:
    """The annotation as it stands by now."""
    found: Annotation = Annotation.objects.select_related("thread").get(pk=annotation.pk)
    return found

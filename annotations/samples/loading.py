"""Putting the sample content into a site, and taking it away again.

It comes in by the verbs like everything else, back-dated. Sample members can never sign in.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from annotations import annotating, reacting, reporting
from annotations.models import Annotation, Thread, Topic, TopicCue, TopicName
from annotations.models.topic import topic_key
from annotations.passages import Passage
from annotations.pointing import Link, forget_links_to
from annotations.topics.filing import propose
from annotations.topics.relating import cue_key
from articles.importers import read_document
from articles.models import Article, Block
from articles.revising import import_article
from ncr.accounts.models import Audience, User

TEXTS = Path(__file__).resolve().parent.parent.parent / "articles" / "samples"
DISCUSSION = Path(__file__).resolve().parent / "discussion.toml"


@transaction.atomic
def load_samples() -> int:
    """Articles, members, topics and threads of the samples; answers how many annotations."""
    articles = {path.stem: _article(path) for path in sorted(TEXTS.glob("*.md"))}
    given = tomllib.loads(DISCUSSION.read_text(encoding="utf-8"))
    people = {one["name"]: _member(one) for one in given["member"]}
    _relate(given["topic"], {one["name"]: _topic(one) for one in given["topic"]})
    for one in sorted(given["thread"], key=lambda one: str(one["at"])):
        _thread(one, articles, people)
    return Annotation.objects.filter(thread__article__in=articles.values()).count()


@transaction.atomic
def remove_samples() -> int:
    """Takes the sample articles, what was said about them, and the sample members away.

    Topics stay where anything else is filed under them.
    """
    articles = Article.objects.filter(is_sample=True)
    count = articles.count()
    Thread.objects.filter(article__in=articles).delete()
    forget_links_to(articles)
    articles.update(current_revision=None)
    articles.delete()
    sample_people = User.objects.filter(is_sample=True)
    Audience.objects.filter(person__in=sample_people).delete()
    sample_people.delete()
    Topic.objects.filter(assignments=None, proposed_by=None).delete()
    return count


def _article(path: Path) -> Article:
    document = read_document(path.read_bytes(), path.name)
    return import_article(document, by=None, publish=True, slug=path.stem, is_sample=True)


def _member(one: dict[str, Any]) -> User:
    person = User(
        username=one["name"],
        display_name=one["display_name"],
        about=one.get("about", ""),
        is_sample=True,
    )
    person.set_unusable_password()
    person.save()
    return person


def _topic(one: dict[str, Any]) -> Topic:
    topic = propose(one["name"], by=None)
    topic.description, topic.accepted_at = one.get("description", ""), timezone.now()
    topic.uri = one.get("uri", "")
    topic.save(update_fields=["description", "accepted_at", "uri"])
    for alias in one.get("aliases", []):
        _name(topic, alias)
    for language, names in one.get("names", {}).items():
        label, *others = names
        _name(topic, label, language=language, is_label=True)
        for other in others:
            _name(topic, other, language=language)
    for words in one.get("cues", []):
        TopicCue.objects.get_or_create(topic=topic, key=cue_key(words), defaults={"words": words})
    return topic


def _name(topic: Topic, name: str, **given: Any) -> None:
    """Where another topic has the name, it keeps it."""
    TopicName.objects.get_or_create(
        key=topic_key(name), defaults={"topic": topic, "name": name, **given}
    )


def _relate(given: list[dict[str, Any]], topics: dict[str, Topic]) -> None:
    for one in given:
        topic, above = topics[one["name"]], topics.get(one.get("broader", ""))
        # Where a site has put them elsewhere, they stay there: there are two levels
        if above and not above.broader_id and not topic.narrower.exists():
            topic.broader = above
            topic.save(update_fields=["broader"])
        topic.related.add(*(topics[name] for name in one.get("related", [])))


def _thread(one: dict[str, Any], articles: dict[str, Article], people: dict[str, User]) -> None:
    article = articles[one["article"]]
    opening = annotating.annotate(
        by=people[one["author"]],
        article=article,
        body=one.get("body", "").strip(),
        passage=_passage(one, article),
        kind=one.get("kind", "comment"),
        audience=Audience.objects.get(pk=_audience(one)),
        topics=one.get("topics", []),
        link=_link(one["link"], articles) if "link" in one else None,
        at=_time(one["at"]),
    )
    said = {"": opening}
    for answer in one.get("reply", []):
        made = annotating.reply(
            by=people[answer["author"]],
            to=said[answer.get("to", "")],
            body=answer["body"].strip(),
            at=_time(answer["at"]),
        )
        said[answer["id"]] = made
        if "edited" in answer:
            annotating.edit(
                made,
                by=people[answer["author"]],
                body=answer["edited"]["body"].strip(),
                version=1,
                at=_time(answer["edited"]["at"]),
            )
    for word in one.get("reaction", []):
        for name in word["by"]:
            reacting.react(
                said[word.get("to", "")],
                by=people[name],
                kind=word["kind"],
                at=_time(word["at"]),
            )
    if settled := one.get("resolved"):
        annotating.resolve(
            opening.thread,
            by=people[settled["by"]],
            reason=settled["reason"],
            at=_time(settled["at"]),
        )
    if told := one.get("report"):
        reporting.keep_report(
            said[told.get("of", "")],
            by=people[told["by"]],
            reason=told["reason"],
            text=told.get("text", ""),
            at=timezone.now(),
        )


def _link(one: dict[str, Any], articles: dict[str, Article]) -> Link:
    article = articles[one["article"]]
    passage = _passage(one, article)
    assert passage is not None
    return Link(one["relation"], article, passage)


def _audience(one: dict[str, Any]) -> int:
    return Audience.MEMBERS if one.get("audience") == "members" else Audience.EVERYONE


def _passage(one: dict[str, Any], article: Article) -> Passage | None:
    blocks = list(Block.objects.filter(revision_id=article.standing_pk))
    if quote := one.get("quote"):
        (block,) = (block for block in blocks if quote in block.text)
        start = block.text.index(quote)
        return Passage(block.key, start, block.key, start + len(quote), quote)
    if words := one.get("block"):
        (block,) = (block for block in blocks if block.text.startswith(words))
        return Passage(block.key, whole_block=True)
    return None


def _time(value: Any) -> datetime:
    at = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return at if at.tzinfo else at.replace(tzinfo=UTC)

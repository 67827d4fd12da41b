"""The verbs of those who keep the vocabulary: accept, reject, rename, describe, aliases, broader.

Each checks that the person moderates the topic, works under the lock of its names and row, writes
an entry in the log, and lets the stored pages that show the topic be made anew. Repeating one is
harmless. Merging has a module of its own.

A proposed topic that a moderator cannot see (it is used in private alone) must not be given away
by a refusal. When such a one holds a name that a moderator wants, it is taken in without a word.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import (
    Annotation,
    Assignment,
    ModerationEntry,
    Report,
    Topic,
    TopicName,
    TopicSlug,
)
from annotations.models.topic import topic_key
from annotations.reporting import topic_decided
from annotations.roles import is_owner, let_into_the_admin
from annotations.topics.filing import check_alike, clean_names, free_slug
from annotations.topics.suggesting import suggest_topic
from annotations.visibility import scopes_of
from articles.blocks import MarkdownRefused
from articles.body import render_body
from articles.models import Article
from articles.normalising import normalise
from ncr.accounts.models import Audience, Notice, User
from ncr.accounts.noticing import tell
from ncr.refusals import Conflict, NotAllowed, Refused

DESCRIPTION_LIMIT = 5000
MOST_ALIASES = 50
SHARED = (Audience.EVERYONE, Audience.MEMBERS)


def moderates_topic(user: User | AnonymousUser, topic: Topic) -> bool:
    """Whether `user` keeps this topic: a moderator of the site or of it, or an owner."""
    scopes = scopes_of(user)
    return scopes.site or topic.pk in scopes.topics or is_owner(user)


@transaction.atomic
def accept(topic: Topic, *, by: User, reason: str = "") -> Topic:
    """Makes a proposed topic part of the vocabulary, that everybody sees."""
    topic = kept(topic, by)
    if topic.accepted_at is None:
        topic.accepted_at, topic.accepted_by = timezone.now(), by
        topic.save(update_fields=["accepted_at", "accepted_by"])
        touch_pages(topic)
        suggest_topic(topic)
        tell_proposer(topic, log_act(subject_of(topic), "accept", by=by, reason=reason), by=by)
        topic_decided(topic, Report.Outcome.DISMISSED, by=by, reason=reason)
    return topic


@transaction.atomic
def reject(topic: Topic, *, by: User, reason: str) -> None:
    """Takes a proposed topic away from what everyone or the members may read.

    It is gone then, and may be proposed again; in private notes, which are nobody's business, it
    stays. Refused when others than one person use it: theirs is not to be lost, but merged.
    """
    topic = kept(topic, by)
    if topic.accepted_at is not None:
        raise Refused(_("This topic is accepted. Merge it into another one instead."))
    if not reason.strip():
        raise Refused(_("Say why the topic is rejected."), "reason")
    shared = shared_assignments(topic)
    if not shared.exists():
        raise Refused(_("Nothing that others may read is filed under this topic."))
    if shared.values("by").distinct().count() > 1:
        raise Refused(_("Several people use this topic. Merge it into another one instead."))
    touch_pages(topic)
    shared.delete()
    tell_proposer(topic, log_act(subject_of(topic), "reject", by=by, reason=reason), by=by)
    topic_decided(topic, Report.Outcome.UPHELD, by=by, reason=reason)
    if not topic.assignments.exists():
        remove(topic)


@transaction.atomic
def rename(topic: Topic, name: str, *, by: User, reason: str = "") -> Topic:
    """Gives a topic another name; the one before stays as an alias, its address leads on."""
    topic = kept(topic, by)
    name = checked_name(name, "name")
    if name == topic.name:
        return topic
    key = topic_key(name)
    is_own = _claim(key, name, topic, by, "name")
    topic.names.filter(is_alias=False).exclude(key=key).update(is_alias=True)
    if is_own:
        topic.names.filter(key=key).update(name=name, is_alias=False, language="", is_label=False)
    else:
        _add_name(topic, key, name, "name", is_alias=False)
    _move_to(free_slug(name, topic), topic)
    topic.name = name
    topic.save(update_fields=["name", "slug"])
    touch_pages(topic)
    suggest_topic(topic)
    log_act(subject_of(topic), "rename", by=by, reason=reason)
    return topic


@transaction.atomic
def describe(topic: Topic, description: str, *, by: User, reason: str = "") -> Topic:
    """Says what belongs under a topic, in Markdown."""
    topic = kept(topic, by)
    if len(description) > DESCRIPTION_LIMIT:
        raise Refused(
            _("A description has at most %(most)d characters; this one has %(count)d.")
            % {"most": DESCRIPTION_LIMIT, "count": len(description)},
            "description",
        )
    words = normalise(description).strip()
    try:
        render_body(words)
    except MarkdownRefused as error:
        raise Refused(error.words(_), "description") from error
    if words != topic.description:
        topic.description = words
        topic.save(update_fields=["description"])
        log_act(subject_of(topic), "describe", by=by, reason=reason)
    return topic


@transaction.atomic
def add_alias(topic: Topic, name: str, *, by: User, reason: str = "") -> Topic:
    """Lets a topic be found, and filed under, by another name."""
    topic = kept(topic, by)
    name = checked_name(name, "aliases")
    key = topic_key(name)
    if _claim(key, name, topic, by, "aliases"):
        if topic.names.filter(key=key, is_alias=True).exclude(name=name).update(name=name):
            suggest_topic(topic)
        return topic
    if topic.names.filter(is_alias=True).count() >= MOST_ALIASES:
        raise Refused(
            _("A topic has at most %(most)d other names.") % {"most": MOST_ALIASES}, "aliases"
        )
    _add_name(topic, key, name, "aliases", is_alias=True)
    suggest_topic(topic)
    log_act(subject_of(topic), "alias", by=by, reason=reason)
    return topic


@transaction.atomic
def remove_alias(topic: Topic, name: str, *, by: User, reason: str = "") -> Topic:
    """Takes a name other than its own from a topic; somebody may propose it as another one."""
    topic = kept(topic, by)
    found = topic.names.filter(key=topic_key(name)).first()
    if found is None:
        return topic
    if not found.is_alias:
        raise Refused(_("This is the topic's own name. Rename the topic first."), "aliases")
    found.delete()
    suggest_topic(topic)
    log_act(subject_of(topic), "unalias", by=by, reason=reason)
    return topic


@transaction.atomic
def set_broader(topic: Topic, broader: Topic | None, *, by: User, reason: str = "") -> Topic:
    """Puts a topic under a broader one, or by itself with None; there are two levels."""
    if broader is None:
        topic = kept(topic, by)
    else:
        topic, broader = _both(topic, broader, by)
        _check_levels(topic, broader)
    before = topic.broader_id
    if before != (broader.pk if broader else None):
        topic.broader = broader
        topic.save(update_fields=["broader"])
        after = str(broader.pk) if broader else ""
        log_act(
            subject_of(topic),
            "broader",
            by=by,
            reason=reason,
            before=str(before or ""),
            after=after,
        )
    return topic


def subject_of(topic: Topic) -> str:
    """What the log calls a topic."""
    return f"topic {topic.pk}"


def kept(topic: Topic, by: User) -> Topic:
    """The topic as it is now, locked, for one who may change it."""
    return checked(locked(topic.pk).get(topic.pk), by)


def locked(*pks: int) -> dict[int, Topic]:
    """The topics as they are now, by id, their names and rows locked until the transaction ends.

    Names before rows, and both in order, as those who file do; so nobody waits in a circle.
    """
    names = TopicName.objects.select_for_update(no_key=True).filter(topic_id__in=pks)
    list(names.order_by("key").values_list("pk", flat=True))
    rows = Topic.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")
    return {topic.pk: topic for topic in rows}


def checked(topic: Topic | None, by: User) -> Topic:
    """The topic, for one who keeps it; says so where it is gone by now."""
    if topic is None:
        raise Conflict(_("This topic is gone: it was merged or rejected meanwhile."))
    if not moderates_topic(by, topic):
        raise NotAllowed(
            _("You do not moderate the topic “%(name)s”.") % {"name": topic.name}
            if Topic.objects.visible_to(by).filter(pk=topic.pk).exists()
            else _("You do not moderate this topic.")
        )
    return topic


def checked_name(name: str, field: str) -> str:
    """A name as it is kept; refuses what cannot be one."""
    try:
        names = clean_names([name])
    except Refused as refused:
        raise Refused(refused.message, field) from refused
    if not names:
        raise Refused(_("A topic needs a name."), field)
    return names[0]


def shared_assignments(topic: Topic) -> QuerySet[Assignment]:
    """What is filed under a topic for everyone or for the members, in any state."""
    return topic.assignments.filter(
        annotation__thread__audience_id__in=SHARED,
        annotation__thread__article__audience_id__in=SHARED,
    )


def touch_pages(topic: Topic) -> None:
    """Lets the pages that show a topic to everyone be made anew; those alone.

    A page that changed because of a private note would tell of it. Locked in order before they are
    changed, as who points from one article at another locks both.
    """
    shown = Annotation.objects.published().filter(
        assignments__topic=topic, thread__audience_id=Audience.EVERYONE
    )
    articles = Article.objects.filter(pk__in=shown.values("thread__article_id"))
    list(articles.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    articles.update(changed_at=timezone.now())


def tell_proposer(topic: Topic, entry: ModerationEntry, *, by: User, act: str = "") -> None:
    """Tells who proposed a topic what was decided about it; by its name, since the row may go.

    `act` is what the decision means to them, where that is not what the entry calls it.
    """
    tell(
        topic.proposed_by,
        Notice.Kind.MODERATED,
        at=entry.at,
        by=by,
        act=act or entry.act,
        topic=topic.name,
        reason=entry.reason,
    )


def remove(topic: Topic) -> None:
    """Deletes a topic with its names; who moderated it alone leaves the admin."""
    people = [role.person for role in topic.roles.select_related("person")]
    topic.delete()
    for person in people:
        let_into_the_admin(person)


def _claim(key: str, name: str, topic: Topic, by: User, field: str) -> bool:
    """Sees to it that a name is free or the topic's own; answers whether it is its own."""
    holder = TopicName.objects.filter(key=key).select_related("topic").first()
    if holder is None:
        check_alike({key: name}, by, field)
    if holder is None or holder.topic_id == topic.pk:
        return holder is not None
    if Topic.objects.visible_to(by).filter(pk=holder.topic_id).exists():
        raise Refused(
            _(
                "“%(name)s” is a name of the topic “%(other)s” already. If the two are the same,"
                " merge them."
            )
            % {"name": name, "other": holder.topic.name},
            field,
        )
    from annotations.topics.merging import take_in

    take_in(holder.topic_id, topic)
    return False


def _add_name(topic: Topic, key: str, name: str, field: str, *, is_alias: bool) -> None:
    try:
        with transaction.atomic():
            TopicName.objects.create(topic=topic, name=name, key=key, is_alias=is_alias)
    except IntegrityError as error:
        raise Conflict(
            _("Somebody took the name “%(name)s” at this moment. Try again.") % {"name": name},
            field,
        ) from error


def _move_to(slug: str, topic: Topic) -> None:
    """Gives a topic another address; the one before leads there."""
    if slug != topic.slug:
        TopicSlug.objects.filter(slug=slug, topic=topic).delete()
        TopicSlug.objects.update_or_create(slug=topic.slug, defaults={"topic": topic})
        topic.slug = slug


def _both(topic: Topic, broader: Topic, by: User) -> tuple[Topic, Topic]:
    found = locked(topic.pk, broader.pk)
    above = found.get(broader.pk)
    if above is None:
        raise Conflict(
            _("The broader topic is gone: it was merged or rejected meanwhile."), "broader"
        )
    return checked(found.get(topic.pk), by), above


def _check_levels(topic: Topic, broader: Topic) -> None:
    names = {"name": topic.name, "broader": broader.name}
    if topic.related.filter(pk=broader.pk).exists():
        raise Refused(
            _("“%(broader)s” is related to “%(name)s”, and cannot be broader besides.") % names,
            "broader",
        )
    if topic.pk == broader.pk:
        raise Refused(_("A topic cannot be broader than itself."), "broader")
    if broader.broader_id == topic.pk:
        raise Refused(
            _("“%(broader)s” is a narrower topic of “%(name)s” already.") % names, "broader"
        )
    if broader.broader_id is not None:
        raise Refused(
            _("“%(broader)s” is itself under a broader topic, and there are only two levels.")
            % names,
            "broader",
        )
    if topic.narrower.exists():
        raise Refused(
            _("“%(name)s” has narrower topics itself, and there are only two levels.") % names,
            "broader",
        )

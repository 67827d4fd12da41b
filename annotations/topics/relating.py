"""The verbs that set a topic among others: related ones, other languages, cues, its name elsewhere.

As those in `keeping`: each checks that the person moderates the topic, works under its lock, and
writes an entry in the log; repeating one is harmless.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import Topic, TopicCue, TopicName
from annotations.models.topic import CUE_LIMIT, URI_LIMIT, topic_key
from annotations.topics.keeping import add_alias, checked_name, kept, remove_alias, subject_of
from annotations.topics.suggesting import suggest_topic
from articles.normalising import normalise
from ncr.accounts.models import User
from ncr.refusals import Refused, check_storable

MOST_RELATED = 20
MOST_CUES = 20
FORBIDDEN = re.compile(r"""[\x00-\x20<>"{}|\\^`]""")  # in no address: RFC 3987, section 2.2
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # RFC 5646, without the rare forms


@transaction.atomic
def set_related(topic: Topic, others: Collection[Topic], *, by: User, reason: str = "") -> Topic:
    """Makes `others` the topics that this one is related to, among those that `by` may see.

    What is broader or narrower is not related besides (SKOS Reference, S27).
    """
    topic = kept(topic, by)
    wanted = {one.pk: one for one in others}
    seen = Topic.objects.visible_to(by).filter(related=topic)
    before = set(seen.values_list("pk", flat=True))
    if len(wanted) > MOST_RELATED and wanted.keys() - before:
        raise Refused(
            _("A topic has at most %(most)d related ones.") % {"most": MOST_RELATED}, "related"
        )
    for one in wanted.values():
        _check_related(topic, one)
    if before != wanted.keys():
        topic.related.remove(*(before - wanted.keys()))
        topic.related.add(*(wanted.keys() - before))
        log_act(subject_of(topic), "related", by=by, reason=reason)
    return topic


def _check_related(topic: Topic, other: Topic) -> None:
    if other.pk == topic.pk:
        raise Refused(_("A topic cannot be related to itself."), "related")
    if other.pk == topic.broader_id or other.broader_id == topic.pk:
        raise Refused(
            _("“%(name)s” is broader or narrower already, and cannot be related besides.")
            % {"name": other.name},
            "related",
        )


@transaction.atomic
def set_uri(topic: Topic, uri: str, *, by: User, reason: str = "") -> Topic:
    """Says under which address the same thing is known elsewhere; empty takes it away."""
    topic = kept(topic, by)
    uri = checked_uri(uri)
    if uri != topic.uri:
        topic.uri = uri
        topic.save(update_fields=["uri"])
        log_act(subject_of(topic), "uri", by=by, reason=reason)
    return topic


def checked_uri(uri: str) -> str:
    """An address as it is kept; refuses what is none of the web."""
    check_storable(uri, "uri")
    uri = uri.strip()
    if not uri:
        return ""
    if len(uri) > URI_LIMIT:
        raise Refused(_("An address has at most %(most)d characters.") % {"most": URI_LIMIT}, "uri")
    try:
        URLValidator(schemes=["http", "https"])(uri)
        if FORBIDDEN.search(uri):
            raise ValidationError(uri)
    except ValidationError as error:
        raise Refused(
            _("This is no address of the web. It begins with https://."), "uri"
        ) from error
    if urlsplit(uri).username is not None:
        raise Refused(_("An address that names a user cannot be shown."), "uri")
    return uri


@transaction.atomic
def set_labels(
    topic: Topic,
    labels: dict[str, str],
    *,
    by: User,
    reason: str = "",
    staying: Collection[str] = (),
) -> Topic:
    """What the topic is called in other languages, by their codes (BCP 47): those and no others.

    Each is a name of it as an alias is. A label that is taken off is no name of it any more, but
    for those whose keys are `staying`: they are other names from now on.
    """
    topic = kept(topic, by)
    wanted = {checked_language(code): checked_name(name, "labels") for code, name in labels.items()}
    called = topic.names.filter(is_label=True, key__in=staying)
    staid = called.exclude(key__in=map(topic_key, wanted.values()))
    changed = staid.update(is_label=False, language="")
    before = labels_of(topic)
    for code in before.keys() - wanted.keys():
        remove_alias(topic, before[code], by=by, reason=reason)
    for code, name in wanted.items():
        if before.get(code) != name:
            _label(topic, code, name, by, reason, before.get(code, ""))
    if changed or before != wanted:
        suggest_topic(topic)
    return topic


def _label(topic: Topic, code: str, name: str, by: User, reason: str, before: str) -> None:
    key = topic_key(name)
    if key == topic_key(topic.name):
        raise Refused(_("“%(name)s” is the topic's own name.") % {"name": name}, "labels")
    own = topic.names.filter(key=key).first()
    if own is not None and own.is_label and own.language != code:
        raise Refused(
            _("“%(name)s” stands for two languages. Name it for one of them.") % {"name": name},
            "labels",
        )
    if before and topic_key(before) != key:
        remove_alias(topic, before, by=by, reason=reason)
    try:
        add_alias(topic, name, by=by, reason=reason)
    except Refused as refused:
        raise type(refused)(refused.message, "labels") from refused
    TopicName.objects.filter(topic=topic, key=key).update(name=name, language=code, is_label=True)


def checked_language(code: str) -> str:
    """A code of a language as it is kept; refuses what cannot be one."""
    code = code.strip()
    if not LANGUAGE.fullmatch(code) or len(code) > 35:
        raise Refused(
            _("“%(code)s” is no code of a language. Codes are like de or pt-BR.")
            % {"code": code[:40]},
            "labels",
        )
    first, *rest = code.split("-")
    return "-".join([first.lower(), *(one.upper() if len(one) == 2 else one for one in rest)])


def labels_of(topic: Topic) -> dict[str, str]:
    """What the topic is called in other languages, by their codes in order."""
    rows = topic.names.filter(is_label=True).order_by("language")
    return dict(rows.values_list("language", "name"))


@transaction.atomic
def set_cues(topic: Topic, cues: Collection[str], *, by: User, reason: str = "") -> Topic:
    """Words that tell of the topic where they stand in one sentence: those and no others."""
    topic = kept(topic, by)
    wanted = {cue_key(cue): cue for cue in map(checked_cue, cues)}
    before = dict(topic.cues.values_list("key", "words"))
    # A merge may have brought more: those that are there may stay
    if len(wanted) > MOST_CUES and wanted.keys() - before.keys():
        raise Refused(
            _("A topic has at most %(most)d sets of words.") % {"most": MOST_CUES}, "cues"
        )
    topic.cues.filter(key__in=before.keys() - wanted.keys()).delete()
    TopicCue.objects.bulk_create(
        TopicCue(topic=topic, key=key, words=wanted[key])
        for key in sorted(wanted.keys() - before.keys())
    )
    if before.keys() != wanted.keys():
        suggest_topic(topic)
        log_act(subject_of(topic), "cues", by=by, reason=reason)
    return topic


def checked_cue(cue: str) -> str:
    """Words as they are kept; refuses one word alone, which would be a name."""
    check_storable(cue, "cues")
    words = " ".join(normalise(cue).split())
    if len(words) > CUE_LIMIT:
        raise Refused(
            _("Words that tell of a topic have at most %(most)d characters together.")
            % {"most": CUE_LIMIT},
            "cues",
        )
    if len(cue_key(words).split()) < 2:
        raise Refused(
            _("“%(words)s” is one word. Give two or more, or make it another name.")
            % {"words": words},
            "cues",
        )
    return words


def cue_key(words: str) -> str:
    """What two spellings of one set of words share, in whatever order they are written."""
    return " ".join(sorted({key for word in words.split() if (key := topic_key(word))}))

"""Bringing a vocabulary in: what would be created, what added to, what refused; then doing it.

An import adds and takes nothing away: a known topic keeps its name, its description and its
place, and gets what it lacks. What of an entry cannot be is left out, with the reason; the rest
of it comes. Applied is what was planned, by the verbs of those who keep topics, all of it or
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from annotations.models import Topic
from annotations.models.topic import topic_key
from annotations.roles import is_owner
from annotations.topics import keeping, relating
from annotations.topics.filing import named
from annotations.topics.vocabulary import skos, tables
from annotations.topics.vocabulary.entries import Term
from annotations.topics.vocabulary.planning import Plan, Planner, Step
from annotations.visibility import is_moderator
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused

LARGEST = 1_000_000  # bytes of a file
MOST = 2_000  # entries of one file


def check_may_bring(by: User) -> None:
    """Whole vocabularies are brought in by moderators of the site and its owners."""
    if not (is_moderator(by) or is_owner(by)):
        raise NotAllowed(_("Only moderators of the whole site bring a vocabulary in."))


def decoded(content: bytes) -> str:
    """The text of a file; refuses what is not UTF-8 (or UTF-16 that says so), or too large."""
    if len(content) > LARGEST:
        raise Refused(
            _("A vocabulary comes in files of at most %(most)d kB; this one has %(size)d.")
            % {"most": LARGEST // 1000, "size": len(content) // 1000},
            "file",
        )
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            _(
                "This file is not in UTF-8: the byte at %(place)d makes no sense in it. Save it"
                " as UTF-8 (in a spreadsheet: “CSV UTF-8”) and send it again."
            )
            % {"place": error.start},
            "file",
        ) from error
    if "\0" in text:
        raise Refused(_("This file is no text: it holds NUL bytes."), "file")
    return text


def read(text: str, form: str) -> list[Term]:
    """The entries of a text that is `csv`, `ttl` or `jsonld`."""
    readers: dict[str, Callable[[], list[Term]]] = {
        "csv": lambda: tables.read(text),
        "ttl": lambda: skos.read(text, "ttl"),
        "jsonld": lambda: skos.read(text, "jsonld"),
    }
    if form not in readers:
        raise Refused(_("Choose whether it is CSV, Turtle or JSON-LD."), "form")
    terms = readers[form]()
    if len(terms) > MOST:
        raise Refused(
            _("One file brings at most %(most)d topics; this one has %(count)d. Divide it.")
            % {"most": MOST, "count": len(terms)},
            "file",
        )
    return terms


def plan(terms: Iterable[Term], *, by: User) -> Plan:
    """What bringing `terms` in would do, as far as `by` may know of what is there."""
    check_may_bring(by)
    return Planner(by).plan(list(terms))


def apply(planned: Plan, *, by: User) -> int:
    """Does what was planned; answers how many topics are new or have more. All or nothing."""
    check_may_bring(by)
    steps = [*planned.created, *planned.added]
    with transaction.atomic():
        topics = {topic_key(step.term.name): _made(step.term, by) for step in steps}
        # All names first: an entry may name another by an alias that stands further down
        for fill in (_call, _fill):
            for step in steps:
                try:
                    fill(topics[topic_key(step.term.name)], step, by)
                except Refused as refused:
                    raise type(refused)(f"{step.term.name}: {refused.message}") from refused
    return len(steps)


def _made(term: Term, by: User) -> Topic:
    (pk,) = named([term.name], by=by)
    return keeping.accept(Topic.objects.get(pk=pk), by=by)


def _call(topic: Topic, step: Step, by: User) -> None:
    """The names that it gets."""
    term, known = step.term, step.known or Term(step.term.name)
    for alias in term.aliases:
        keeping.add_alias(topic, alias, by=by)
    if term.labels:
        relating.set_labels(topic, {**term.labels, **known.labels}, by=by)


def _fill(topic: Topic, step: Step, by: User) -> None:
    """The rest."""
    term, known = step.term, step.known or Term(step.term.name)
    if term.cues:
        relating.set_cues(topic, [*known.cues, *term.cues], by=by)
    if term.description:
        keeping.describe(topic, term.description, by=by)
    if term.uri:
        relating.set_uri(topic, term.uri, by=by)
    if term.broader:
        keeping.set_broader(topic, _named(term.broader), by=by)
    if term.related:
        others = [*Topic.objects.visible_to(by).filter(related=topic), *map(_named, term.related)]
        relating.set_related(topic, others, by=by)


def _named(name: str) -> Topic:
    return Topic.objects.get(names__key=topic_key(name))

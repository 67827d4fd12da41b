"""What bringing a vocabulary in would do: entry by entry, against what is there and in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from annotations.models import Topic, TopicName
from annotations.models.topic import topic_key
from annotations.topics import keeping, relating
from annotations.topics.filing import check_alike
from annotations.topics.vocabulary.entries import Term, vocabulary_for
from articles.blocks import MarkdownRefused
from articles.body import render_body
from articles.normalising import normalise
from ncr.accounts.models import User
from ncr.refusals import Refused

NEW, ADDED, SAME, REFUSED = "new", "added", "same", "refused"


@dataclass(slots=True)
class Step:
    """What becomes of one entry: new, added to, the same, or refused; and what is left out."""

    term: Term  # without what is left out
    what: str = NEW
    known: Term | None = None  # the topic of this name, as it is
    gains: list[str] = field(default_factory=list)  # in words
    left_out: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """The steps in the order of the file."""

    steps: list[Step]

    def of(self, what: str) -> list[Step]:
        return [step for step in self.steps if step.what == what]

    @property
    def created(self) -> list[Step]:
        return self.of(NEW)

    @property
    def added(self) -> list[Step]:
        return self.of(ADDED)

    @property
    def same(self) -> list[Step]:
        return self.of(SAME)

    @property
    def refused(self) -> list[Step]:
        return self.of(REFUSED)

    @property
    def does_something(self) -> bool:
        return bool(self.created or self.added)


class Planner:
    """Looks at the entries one after another, against what is there and what came before."""

    def __init__(self, by: User) -> None:
        self.by = by
        seen = TopicName.objects.filter(topic__in=Topic.objects.visible_to(by))
        rows = seen.select_related("topic").only("key", "topic__name")
        self.owner = {row.key: topic_key(row.topic.name) for row in rows}  # by key of each name
        self.known = {topic_key(term.name): term for term in vocabulary_for(by, proposed=True)}
        self.broader = {key: topic_key(term.broader) for key, term in self.known.items()}
        self.related = {
            frozenset((key, topic_key(other)))
            for key, term in self.known.items()
            for other in term.related
        }
        self.parents = set(filter(None, self.broader.values()))
        self.taken: set[str] = set()  # topics that this file named already
        self.room: dict[str, int] = {}  # by topic, how many more names it may get

    def plan(self, terms: list[Term]) -> Plan:
        steps = [self._begun(term) for term in terms]
        for step in steps:
            if step.what != REFUSED:
                self._names(step)
        for step in steps:
            if step.what != REFUSED:
                self._place(step)
                self._finish(step)
        return Plan(steps)

    def _begun(self, term: Term) -> Step:
        """Whether the entry's name can be; a name that is known makes it that topic."""
        step = Step(replace(term))
        try:
            name = keeping.checked_name(term.name, "name")
            key = topic_key(name)
            if key not in self.owner:
                check_alike({key: name}, self.by)
        except Refused as refused:
            step.what, step.left_out = REFUSED, [refused.message]
            return step
        own = self.owner.setdefault(key, key)
        if own in self.taken:
            step.what = REFUSED
            step.left_out = [_("“%(name)s” is in this file already.") % {"name": name}]
            return step
        self.taken.add(own)
        step.known = self.known.get(own)
        step.term.name = step.known.name if step.known else name
        return step

    def _names(self, step: Step) -> None:
        own = topic_key(step.term.name)
        term, known = step.term, step.known.labels if step.known else {}
        self.room[own] = keeping.MOST_ALIASES - len(known)
        self.room[own] -= len(step.known.aliases) if step.known else 0
        term.aliases = [tidy for name in term.aliases if (tidy := self._gained(step, name, own))]
        term.labels = {
            code: tidy
            for code, label in term.labels.items()
            if code not in known
            and self._is_language(step, code)
            and (tidy := self._gained(step, label, own))
        }

    def _is_language(self, step: Step, code: str) -> bool:
        try:
            relating.checked_language(code)
        except Refused as refused:
            step.left_out.append(refused.message)
            return False
        return True

    def _gained(self, step: Step, name: str, own: str) -> str:
        """A name that the topic gets, as it is kept; empty where it cannot, or has it already."""
        try:
            tidy = keeping.checked_name(name, "aliases")
            key = topic_key(tidy)
            holder = self.owner.get(key)
            if holder is None:
                check_alike({key: tidy}, self.by)
        except Refused as refused:
            step.left_out.append(refused.message)
            return ""
        if holder == own:
            return ""
        if holder is not None:
            step.left_out.append(_("“%(name)s” is a name of another topic.") % {"name": tidy})
            return ""
        if self.room[own] <= 0:
            step.left_out.append(
                _("There is no room for the name “%(name)s”: a topic has at most %(most)d others.")
                % {"name": tidy, "most": keeping.MOST_ALIASES}
            )
            return ""
        self.owner[key] = own
        self.room[own] -= 1
        return tidy

    def _place(self, step: Step) -> None:
        own = topic_key(step.term.name)
        term = step.term
        if term.broader:
            self._place_under(step, own)
        kept: list[str] = []
        for other in term.related:
            problem = self._related_problem(own, other)
            if sum(own in pair for pair in self.related) >= relating.MOST_RELATED:
                problem = problem or _("A topic has at most %(most)d related ones.") % {
                    "most": relating.MOST_RELATED
                }
            if problem:
                step.left_out.append(problem)
            elif (pair := frozenset((own, self._key(other)))) not in self.related:
                self.related.add(pair)
                kept.append(other)
        term.related = kept

    def _key(self, name: str) -> str:
        """The topic that a name stands for, here or in the file; empty where there is none."""
        key = self.owner.get(topic_key(name), "")
        return key if key in self.known or key in self.taken else ""

    def _place_under(self, step: Step, own: str) -> None:
        above, term = self._key(step.term.broader), step.term
        names = {"name": term.name, "broader": term.broader}
        if self.broader.get(own):
            if self.broader[own] != above:
                step.left_out.append(_("It is under another broader topic, and stays there."))
            term.broader = ""
            return
        problem = ""
        if not above:
            problem = _("There is no topic “%(broader)s” to be under.")
        elif above == own:
            problem = _("A topic cannot be broader than itself.")
        elif self.broader.get(above) == own:
            problem = _("“%(broader)s” is under “%(name)s” itself: the two would go in a circle.")
        elif self.broader.get(above) or own in self.parents:
            problem = _("Under “%(broader)s” it would be a third level, and there are only two.")
        elif frozenset((own, above)) in self.related:
            problem = _("“%(broader)s” is related to it, and cannot be broader besides.")
        if problem:
            step.left_out.append(problem % names)
            term.broader = ""
            return
        self.broader[own] = above
        self.parents.add(above)

    def _related_problem(self, own: str, other: str) -> str:
        key, names = self._key(other), {"other": other}
        if not key:
            return _("There is no topic “%(other)s” to be related to.") % names
        if key == own:
            return _("A topic cannot be related to itself.")
        if self.broader.get(own) == key or self.broader.get(key) == own:
            return _("“%(other)s” is broader or narrower, and cannot be related besides.") % names
        return ""

    def _finish(self, step: Step) -> None:
        """The rest of the entry, and whether anything of it is new."""
        term, known = step.term, step.known
        term.uri = "" if known and known.uri else self._checked_uri(step)
        if known and known.description:
            term.description = ""
        if problem := _wrong_with(term.description):
            step.left_out.append(problem)
            term.description = ""
        term.cues = list(self._new_cues(step))
        step.gains = list(_gains(term))
        if known and known.is_proposed:
            step.gains.append(_("that it is accepted"))
        if known is not None:
            step.what = ADDED if step.gains else SAME

    def _checked_uri(self, step: Step) -> str:
        try:
            return relating.checked_uri(step.term.uri)
        except Refused as refused:
            step.left_out.append(refused.message)
            return ""

    def _new_cues(self, step: Step) -> Iterator[str]:
        keys = {relating.cue_key(cue) for cue in (step.known.cues if step.known else [])}
        for cue in step.term.cues:
            try:
                tidy = relating.checked_cue(cue)
            except Refused as refused:
                step.left_out.append(refused.message)
                continue
            if (key := relating.cue_key(tidy)) in keys:
                continue
            if len(keys) >= relating.MOST_CUES:
                step.left_out.append(
                    _("A topic has at most %(most)d sets of words.") % {"most": relating.MOST_CUES}
                )
                return
            keys.add(key)
            yield tidy


def _wrong_with(description: str) -> str:
    """Why a description cannot be kept; empty where it can."""
    if len(description) > keeping.DESCRIPTION_LIMIT:
        return _("Its description is too long.")
    try:
        render_body(normalise(description))
    except MarkdownRefused as refused:
        return refused.words(_)
    return ""


def _gains(term: Term) -> Iterator[str]:
    if term.description:
        yield _("a description")
    for alias in term.aliases:
        yield _("the name “%(name)s”") % {"name": alias}
    for code, label in term.labels.items():
        yield _("the name “%(name)s” (%(code)s)") % {"name": label, "code": code}
    for cue in term.cues:
        yield _("the words “%(words)s”") % {"words": cue}
    if term.broader:
        yield _("its place under “%(name)s”") % {"name": term.broader}
    for other in term.related:
        yield _("that it is related to “%(name)s”") % {"name": other}
    if term.uri:
        yield _("an address elsewhere")

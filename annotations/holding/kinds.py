"""The kinds of rules: each looks at a contribution and says in a few words what it found.

Nothing found is the empty word. What is found is read by moderators of any language, so that it
is of the text itself or a number, and no sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from annotations.holding.contributing import Contribution
from annotations.holding.webhook import asked
from annotations.linking import host_of
from annotations.models import Annotation, AnnotationVersion, Event, HoldRule
from annotations.search.analysing import MARKS, plain_text
from ncr.accounts.models import Audience, User

SAID = [Event.Kind.ANNOTATED, Event.Kind.REPLIED]
OPEN = [Audience.EVERYONE, Audience.MEMBERS]
LETTER = f"[\\w{MARKS}]"
WORD = re.compile(f"{LETTER}+")
Kind = HoldRule.Kind


def first(rule: HoldRule, one: Contribution) -> str:
    """Of a member whose trust is new, until so many of their contributions were published."""
    if one.by.trust != User.Trust.NEW:
        return ""
    published = Annotation.objects.filter(
        author=one.by, moderation="published", thread__audience__in=OPEN
    )
    if one.edited is not None:
        published = published.exclude(pk=one.edited.pk)
    wanted = rule.number or 0
    count = len(published.values_list("pk")[:wanted])
    return f"{count + 1}/{wanted}" if count < wanted else ""


def words(rule: HoldRule, one: Contribution) -> str:
    """Words of the list in what is seen of the text, however they are spelt or emphasised."""
    return ", ".join(listed(rule.words).found_in(plain_text(one.words.html)))


def links(rule: HoldRule, one: Contribution) -> str:
    """Links to sites of the list, or to what is under them."""
    sites = [site for line in rule.words.splitlines() if (site := site_of(line))]
    found = [host for host in one.hosts if any(f".{host}".endswith(f".{site}") for site in sites)]
    return ", ".join(dict.fromkeys(found))


def many_links(rule: HoldRule, one: Contribution) -> str:
    count = len(one.hosts)
    return str(count) if rule.number is not None and count > rule.number else ""


def repeated(rule: HoldRule, one: Contribution) -> str:
    """The same words for the `number`th time within the `minutes`, by this person."""
    if not one.words.markdown:
        return ""
    since = one.at - timedelta(minutes=rule.minutes or 0)
    # By the events of a person, which are found by an index, and not through all they ever wrote
    lately = Event.objects.filter(actor=one.by, at__gt=since).values("annotation")
    same = AnnotationVersion.objects.filter(
        annotation__in=lately, created_at__gt=since, digest=one.words.digest
    )
    if one.edited is not None:
        same = same.exclude(annotation=one.edited)
    count = same.values("annotation").distinct().count() + 1
    return str(count) if count >= (rule.number or 2) else ""


def rate(rule: HoldRule, one: Contribution) -> str:
    """More than `number` notes and replies within the `minutes`; changing one is no further one."""
    if one.edited is not None:
        return ""
    since = one.at - timedelta(minutes=rule.minutes or 0)
    lately = Event.objects.filter(
        actor=one.by, at__gt=since, kind__in=SAID, audience__in=OPEN
    ).count()
    return str(lately + 1) if rule.number is not None and lately >= rule.number else ""


def in_article(rule: HoldRule, one: Contribution) -> str:
    return one.article.title if rule.article_id == one.article.pk else ""


def under_topic(rule: HoldRule, one: Contribution) -> str:
    """Under the topic itself, or in a thread in which something is filed under it."""
    return next((topic.name for topic in one.filed_under if topic.pk == rule.topic_id), "")


def from_person(rule: HoldRule, one: Contribution) -> str:
    return one.by.username if rule.person_id == one.by.pk else ""


LOOKS: dict[str, Callable[[HoldRule, Contribution], str]] = {
    Kind.FIRST: first,
    Kind.WORDS: words,
    Kind.LINKS: links,
    Kind.MANY_LINKS: many_links,
    Kind.REPEATED: repeated,
    Kind.RATE: rate,
    Kind.ARTICLE: in_article,
    Kind.TOPIC: under_topic,
    Kind.PERSON: from_person,
    Kind.WEBHOOK: asked,
}
# Those that name whom or what they are about hold for trusted people too
CHOSEN = frozenset([Kind.ARTICLE, Kind.TOPIC, Kind.PERSON])


def site_of(line: str) -> str:
    """The host that a line of a list of sites names; empty for none."""
    address = line.strip().removeprefix("*.")
    return host_of(address if "//" in address else f"//{address}")


def folded(text: str) -> str:
    """A text as words are compared: compatibility form, small letters, nothing that is not seen."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


@dataclass(frozen=True)
class Listed:
    """A list of words, sorted by how they are looked for; thousands cost as much as a few."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    within: tuple[str, ...]
    others: re.Pattern[str] | None  # of several words, or with signs in them

    def found_in(self, text: str) -> list[str]:
        """What a text has of it, as it is spelt there, each once."""
        text = folded(text)
        found = [word for word in dict.fromkeys(WORD.findall(text)) if self._has(word)]
        if self.others is not None:
            found += dict.fromkeys(" ".join(match.split()) for match in self.others.findall(text))
        return found

    def _has(self, word: str) -> bool:
        return (
            word in self.whole
            or word.startswith(self.starts)
            or word.endswith(self.ends)
            or any(part in word for part in self.within)
        )


@lru_cache(maxsize=64)
def listed(lines: str) -> Listed:
    """A list as it was typed, one entry a line; `*` at an end stands for any letters."""
    whole: set[str] = set()
    starts: list[str] = []
    ends: list[str] = []
    within: list[str] = []
    others: list[str] = []
    for line in folded(lines).splitlines():
        entry = line.strip()
        bare = entry.strip("*").strip()
        if not bare:
            continue
        if WORD.fullmatch(bare) is None:
            others.append(_pattern(entry, bare))
        elif entry.startswith("*"):
            (within if entry.endswith("*") else ends).append(bare)
        elif entry.endswith("*"):
            starts.append(bare)
        else:
            whole.add(bare)
    pattern = re.compile("|".join(others)) if others else None
    return Listed(frozenset(whole), tuple(starts), tuple(ends), tuple(within), pattern)


def _pattern(entry: str, bare: str) -> str:
    """What finds an entry that is more than one word; its gaps are gaps of any kind."""
    words = r"\s+".join(re.escape(word) for word in bare.split())
    before = f"(?<!{LETTER})" + (f"{LETTER}*" if entry.startswith("*") else "")
    after = (f"{LETTER}*" if entry.endswith("*") else "") + f"(?!{LETTER})"
    return f"{before}{words}{after}"

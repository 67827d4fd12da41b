"""What goes in and out of the JSON endpoints."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from annotations.passages import KEY, LONGEST, Passage

KEY_OR_NONE = f"^({KEY})?$"


class Given(Schema):
    """What a client sends; members that are not named here are refused, not ignored."""

    model_config = ConfigDict(extra="forbid")


class AnchorIn(Given):
    """A passage: code points in the text of its first and last block; no ends for a whole block.

    Or words that stand in the block `start_key` once: `phrase`, instead of ends.
    """

    start_key: str = Field(pattern=f"^{KEY}$")
    start: int | None = Field(None, ge=0, le=10_000_000)
    end_key: str | None = Field(None, pattern=KEY_OR_NONE)
    end: int | None = Field(None, ge=0, le=10_000_000)
    quote: str = Field("", max_length=2 * LONGEST)
    phrase: str = Field("", max_length=2000)
    prefix: str = Field("", max_length=64)
    suffix: str = Field("", max_length=64)

    def passage(self, revision: int | None) -> Passage:
        """What it names in the revision of this number, which the client saw."""
        return Passage.given(
            self.start_key,
            self.start,
            self.end_key or "",
            self.end,
            self.quote,
            self.phrase,
            revision,
        )


class LinkIn(Given):
    """A second passage, at which the first points.

    `relation` is contradicts, supports, repeats, answers, updates or cites. `address` is that of a
    block's, note's or thread's page; a `phrase` names words of the block.
    """

    relation: str = Field(max_length=20)
    address: str = Field(max_length=500)
    phrase: str = Field("", max_length=2000)


class AnnotateIn(Given):
    anchor: AnchorIn | None = None
    revision: int | None = None
    body: str
    kind: str = "comment"
    audience: str = Field("everyone", max_length=140)  # everyone, members, group:slug or me
    topics: list[str] = Field(default_factory=list, max_length=50)
    link: LinkIn | None = None
    submission: UUID


class DecideIn(Given):
    """`placement` is the one that was looked at."""

    placement: int = Field(ge=1, le=2**63 - 1)


class PlaceIn(DecideIn):
    anchor: AnchorIn
    revision: int | None = None


class PlaceOut(Schema):
    """Where a note stands; `quote` is what its author saw, `now` what stands there, or null."""

    id: UUID
    placement: int
    revision: int
    outcome: str
    review: str
    certainty: int
    may_decide: bool
    quote: str
    now: str | None
    start_key: str | None
    start: int
    end_key: str | None
    end: int


class ReplyIn(Given):
    body: str
    submission: UUID


class EditIn(Given):
    body: str
    kind: str | None = None
    topics: list[str] | None = Field(None, max_length=50)
    version: int = Field(ge=1)


class AudienceOut(Schema):
    audience: str
    kind: str
    name: str
    remembered: bool


class ReportIn(Given):
    """What is wrong with an annotation; `text` is needed where `reason` is `other`."""

    reason: str
    text: str = ""


class ReportOut(Schema):
    """A report; `outcome` is empty as long as it waits."""

    id: UUID
    reason: str
    reported: datetime
    outcome: str
    decided: datetime | None
    message: str


class ToldOut(Schema):
    """What is said to who sent something."""

    message: str


class ReactIn(Given):
    """`kind` is agree, disagree, thanks or source; `on` false takes it back."""

    kind: str
    on: bool = True


class NamedOut(Schema):
    name: str
    display_name: str


class ReactionOut(Schema):
    """One kind of reaction; `people` names some of those who chose it, oneself first."""

    kind: str
    name: str
    count: int
    mine: bool
    people: list[NamedOut]


class ReactionsOut(Schema):
    id: UUID
    reactions: list[ReactionOut]


class ResolveIn(Given):
    reason: str


class PassageOut(Schema):
    label: str
    key: str
    thread: str
    start_key: str
    start: int
    end_key: str
    end: int
    count: int
    whole: bool


class WrittenOut(Schema):
    """What was written, with the card that stands for its thread now.

    `state` is published, or pending as long as a moderator has to look at it; then only its
    author and moderators read it.
    """

    id: UUID
    thread: UUID
    label: str
    key: str
    url: str
    card: str
    passage: PassageOut | None = None
    state: str


class TopicOut(Schema):
    """A topic; `count` is what the reader may read of it in the article that was named."""

    name: str
    slug: str
    count: int
    alias: str


class EntryOut(Schema):
    """An annotation with its passage, as a list over all articles has it."""

    id: UUID
    thread: UUID
    label: str
    url: str
    article: str
    article_title: str
    published: str
    paragraph: int | None
    before: str
    quote: str
    after: str
    kind: str
    author: str | None
    author_name: str | None
    answers: str | None
    body_html: str
    created: datetime
    replies: int
    latest_reply: datetime | None


class TopicPageOut(Schema):
    """A topic; `count` is what the reader may read of it, `after` the cursor of the next page."""

    name: str
    slug: str
    aliases: list[str]
    description: str
    description_html: str
    accepted: bool
    broader: str | None
    narrower: list[str]
    count: int
    passages: list[EntryOut]
    after: str | None


class PersonOut(Schema):
    """A person and what they wrote, as far as the reader may read it."""

    name: str
    display_name: str
    about: str
    active: bool
    notes: int
    replies: int
    annotations: list[EntryOut]
    after: str | None


class LinkOut(Schema):
    """The second passage of a note: `quote` is what its author saw, `now` what stands there."""

    relation: str
    article: str
    article_title: str
    url: str
    paragraph: int | None
    quote: str
    now: str | None
    start_key: str
    start: int
    end_key: str
    end: int


class SaidOut(Schema):
    """One annotation; a gone one has neither author nor words.

    `state` is published for what everyone in its audience reads; pending or hidden for what only
    its author and moderators do.
    """

    id: UUID
    parent_depth: int
    gone: str | None
    author: str | None
    author_name: str | None
    kind: str | None
    body_html: str | None
    created: datetime | None
    edited: datetime | None
    version: int | None
    state: str | None
    topics: list[str]
    link: LinkOut | None = None
    reactions: dict[str, int]


class QuoteOut(Schema):
    quote: str
    prefix: str
    suffix: str
    start_key: str
    start: int
    end_key: str
    end: int
    outcome: str
    review: str
    now: str | None  # what stands there now; null where its words are gone


class ThreadOut(Schema):
    id: UUID
    label: str
    article: str
    audience: str
    group: str
    url: str
    locked: bool
    resolved: bool
    count: int
    passage: QuoteOut | None
    annotations: list[SaidOut]
    more: int
    after: str | None = None


class ThreadsOut(Schema):
    threads: list[ThreadOut]
    after: str | None


class BlockOut(Schema):
    key: str
    kind: str
    level: int
    number: int | None
    start: int
    text: str


class ArticleOut(Schema):
    slug: str
    title: str
    standfirst: str
    byline: str
    published: str
    language: str
    url: str
    notes: int  # which all its readers may read
    beside: int  # which are for fewer, and for this reader


class ArticleTextOut(ArticleOut):
    revision: int
    blocks: list[BlockOut]


class ArticlesOut(Schema):
    articles: list[ArticleOut]
    after: str | None

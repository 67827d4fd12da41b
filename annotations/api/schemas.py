"""What goes in and out of the JSON endpoints."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from annotations.passages import LONGEST


class Given(Schema):
    """What a client sends; members that are not named here are refused, not ignored."""

    model_config = ConfigDict(extra="forbid")


class AnchorIn(Given):
    """A passage: code points in the text of its first and last block; no ends for a whole block.

    Or words that stand in the block `start_key` once: `phrase`, instead of ends.
    """

    start_key: str = Field(max_length=12)
    start: int | None = Field(None, ge=0, le=10_000_000)
    end_key: str | None = Field(None, max_length=12)
    end: int | None = Field(None, ge=0, le=10_000_000)
    quote: str = Field("", max_length=2 * LONGEST)
    phrase: str = Field("", max_length=2000)
    prefix: str = Field("", max_length=64)
    suffix: str = Field("", max_length=64)


class AnnotateIn(Given):
    anchor: AnchorIn | None = None
    revision: int | None = None
    body: str
    kind: str = "comment"
    audience: str = "everyone"
    topics: list[str] = Field(default_factory=list, max_length=50)
    submission: UUID


class ReplyIn(Given):
    body: str
    submission: UUID


class EditIn(Given):
    body: str
    kind: str | None = None
    topics: list[str] | None = Field(None, max_length=50)
    version: int = Field(ge=1)


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


class PassageOut(Schema):
    label: str
    thread: str
    start_key: str
    start: int
    end_key: str
    end: int
    count: int


class WrittenOut(Schema):
    """What was written, with the card that stands for its thread now."""

    id: UUID
    thread: UUID
    label: str
    url: str
    card: str
    passage: PassageOut | None = None


class TopicOut(Schema):
    name: str
    slug: str
    count: int


class SaidOut(Schema):
    """One annotation; a gone one has neither author nor words."""

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
    topics: list[str]


class QuoteOut(Schema):
    quote: str
    prefix: str
    suffix: str
    start_key: str
    start: int
    end_key: str
    end: int


class ThreadOut(Schema):
    id: UUID
    label: str
    article: str
    audience: str
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
    notes: int


class ArticleTextOut(ArticleOut):
    revision: int
    blocks: list[BlockOut]


class ArticlesOut(Schema):
    articles: list[ArticleOut]
    after: str | None

"""What goes in and out of the endpoints by which texts are brought in."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from annotations.api.schemas import Given

ID = 2**63 - 1


class BringIn(Given):
    """A text, or the address of one: one of the two.

    `filename` says by its ending which kind of text it is, where that leaves a choice.
    """

    text: str = ""
    filename: str = Field("", max_length=200)
    address: str = Field("", max_length=1000)


class FactsIn(Given):
    """What is known about a text; what is left out stays as it is, an empty one is not known."""

    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    byline_note: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    source_url: str | None = None
    licence: str | None = None


class CorrectIn(Given):
    """One correction of one piece. `seen` is the piece's own, where it was looked at.

    `choice` is for `kind`: paragraph, heading-1 to heading-4, list_item, quotation or code.
    `words` is Markdown, for `rewrite`, and for `split`, with blank lines where it is split.
    """

    piece: int = Field(ge=1, le=ID)
    act: Literal["keep", "leave_out", "kind", "rewrite", "join", "split", "undo"]
    choice: str = Field("", max_length=20)
    words: str = ""
    seen: str = Field("", max_length=40)


class CorrectionsIn(Given):
    """All of them are made, in order, or none."""

    facts: FactsIn | None = None
    pieces: list[CorrectIn] = Field(default_factory=list, max_length=100)


class TakeIn(Given):
    """What to make of an import. `article` is the slug of that which gets a new revision."""

    shape: Literal["article", "collection", "revision"] = "article"
    publish: bool = False
    audience: str = Field("everyone", max_length=140)  # everyone, members or group:slug
    article: str = Field("", max_length=120)


class ImportOut(Schema):
    """An import. `state` is waiting, reading, ready, refused, cancelled or done.

    `read` of `total` pages, chapters or the like are read. `refusal` says why it was not taken.
    """

    id: int
    url: str
    state: str
    filename: str
    address: str
    kind: str
    encoding: str
    size: int
    read: int
    total: int
    refusal: str | None
    created: datetime
    changed: datetime
    article: str | None
    collection: str | None


class ImportsOut(Schema):
    imports: list[ImportOut]
    after: str | None


class FactOut(Schema):
    """`value` is as it stands now, `found` as it was found, how surely (0 to 1), and where."""

    value: str
    found: str
    sure: float
    origin: str


class PieceOut(Schema):
    """A piece: `words` in Markdown, `source` as the file says it. `why` it is left out, if it is.

    `page` counts from 1 and is 0 where there are none; `part` is the number of its chapter from 0.
    """

    id: int
    kind: str
    level: int
    words: str
    source: str
    page: int
    part: int
    kept: bool
    sure: float
    why: str
    corrected: bool
    seen: str


class KnownOut(Schema):
    """The article that the same text is already."""

    slug: str
    title: str
    url: str


class ImportReviewOut(ImportOut):
    """An import with all that was found, a hundred pieces at a time."""

    facts: dict[str, FactOut]
    parts: list[str]
    warnings: list[str]
    known: KnownOut | None
    pieces: list[PieceOut]
    after: str | None


class TakenOut(Schema):
    """What an import became: the address of the article or collection, and whether it is read."""

    import_id: int
    shape: str
    slug: str
    url: str
    published: bool

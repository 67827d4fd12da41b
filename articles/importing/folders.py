"""Files and folders to texts: the files that are read, and what becomes of each."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.blocks import blocks_from_markdown
from articles.importers import Document, document_as_json, document_of
from articles.importers.apart import Reader
from articles.importers.kinds import MAX_OTHER, SUFFIXES, too_many_bytes
from articles.importers.pieces import Progress, Reading, silent
from articles.importing.arriving import Fetched
from articles.importing.chapters import chapters_in, make_collection
from articles.importing.fetching import fetch
from articles.importing.reading import store_pictures
from articles.importing.saying import said_words
from articles.models import Article
from articles.picturing import names_in
from articles.refusing import TextRefused
from articles.revising import AlreadyHere, import_article
from ncr.accounts.models import Audience
from ncr.refusals import Refused

NOT_TAKEN = (TextRefused, Refused, OSError)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and of folders those of known kinds, in order; hidden ones are left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, inside, names in os.walk(path):
            inside[:] = sorted(name for name in inside if not name.startswith("."))
            for name in sorted(names):
                found = Path(folder, name)
                is_known = found.suffix.lower() in SUFFIXES and not name.startswith(".")
                if is_known and found.is_file():
                    yield found


@dataclass(frozen=True)
class Source:
    """Something to be read: `name` is what it is called in lines and reports."""

    name: str
    get: Callable[[], Fetched]


def file_source(path: Path) -> Source:
    """A file as a source; too large a one is refused before it is read."""

    def get() -> Fetched:
        size = path.stat().st_size
        if size > MAX_OTHER:
            raise too_many_bytes(size, MAX_OTHER)
        return Fetched(path.read_bytes(), path.name, "")

    return Source(str(path), get)


def web_source(address: str) -> Source:
    """A web address as a source."""
    return Source(address, lambda: fetch(address))


@dataclass
class Outcome:
    """What became of one source: `state` is published, draft, read (and no more), known, refused.

    `reason` says why it was refused, `found` is what was recognised.
    """

    file: str
    kind: str = ""
    state: str = "read"
    address: str = ""
    title: str = ""
    blocks: int = 0
    warnings: list[str] = field(default_factory=list)
    reason: str = ""
    seconds: float = 0.0
    found: dict[str, Any] | None = None

    def as_row(self) -> dict[str, Any]:
        """As a report has it."""
        row = asdict(self)
        del row["found"]
        return row


@dataclass(frozen=True)
class Wish:
    """What to do with what is read."""

    dry_run: bool = False
    publish: bool = False
    collection: bool = False
    as_json: bool = False
    audience: Audience | None = None


def bring_in(source: Source, wish: Wish, reader: Reader, progress: Progress = silent) -> Outcome:
    """Reads one source and makes of it what is wished; whatever is wrong with it is in the answer.

    Each source is one transaction: nothing of a refused one stays.
    """
    outcome = Outcome(source.name)
    began = time.monotonic()
    try:
        fetched = source.get()
        reading = reader.read(fetched.data, fetched.filename, progress)
        outcome.kind = reading.kind
        outcome.warnings = [said_words(asdict(warning)) for warning in reading.warnings]
        _take(outcome, _document(reading, fetched), reading, wish)
    except AlreadyHere as here:
        outcome.state, outcome.reason = "known", here.message
        outcome.title, outcome.address = here.known.title, here.known.get_absolute_url()
    except NOT_TAKEN as error:
        outcome.state, outcome.reason = "refused", _words(error)
    outcome.seconds = round(time.monotonic() - began, 3)
    return outcome


def _document(reading: Reading, fetched: Fetched) -> Document:
    document = document_of(reading)
    if fetched.address and not document.source_url:
        return Document(**{**asdict(document), "source_url": fetched.address})
    return document


def _words(error: Exception) -> str:
    if isinstance(error, TextRefused):
        return error.words(_)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def _take(outcome: Outcome, document: Document, reading: Reading, wish: Wish) -> None:
    outcome.title = document.title or ""
    if wish.as_json:
        outcome.found = document_as_json(document)
        outcome.blocks = len(outcome.found["blocks"])
    else:
        outcome.blocks = len(blocks_from_markdown(document.markdown))
    if wish.dry_run:
        return
    outcome.address = _brought_in(document, reading, wish)
    outcome.state = "published" if wish.publish else "draft"


@transaction.atomic
def _brought_in(document: Document, reading: Reading, wish: Wish) -> str:
    """Makes the article or the collection, and answers its address."""
    chapters = chapters_in(reading.pieces, reading.parts) if wish.collection else []
    if len(chapters) > 1:
        collection, articles = make_collection(
            document, chapters, by=None, publish=wish.publish, audience=wish.audience
        )
        sources = [chapter.source for chapter in chapters]
        address = collection.get_absolute_url()
    else:
        articles = [import_article(document, by=None, publish=wish.publish, audience=wish.audience)]
        sources = [document.markdown]
        address = articles[0].get_absolute_url()
    for article, source in zip(articles, sources, strict=True):
        _store_pictures(article, source, reading)
    return address


def _store_pictures(article: Article, source: str, reading: Reading) -> None:
    names = names_in(source)
    named = [picture for name, picture in reading.pictures.items() if name in names]
    store_pictures(named, article=article)

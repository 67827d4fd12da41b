"""Has the file of an import read in a process apart, and keeps what was found."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.importers import LEAST_SURE
from articles.importers.apart import LONGEST, SCRATCH, Reader
from articles.importers.carrying import piece_as_json, piece_from_json
from articles.importers.document import ImportRefused
from articles.importers.pieces import Picture, Piece, Reading
from articles.models import Article, Import, ImportPiece, StoredPicture
from articles.refusing import gettext_noop

BATCH = 500
NOT_NOW = gettext_noop("The site could not read this file just now. Bring it once more.")

logger = logging.getLogger("articles.importing")
BEGUN = (Import.State.WAITING, Import.State.READING)


class Stopped(Exception):
    """The reading was stopped: the import was cancelled, or who waits for it waits no longer."""


def always() -> bool:
    return True


def read_import(pk: int, goes_on: Callable[[], bool] = always) -> None:
    """Reads the file of an import that waits, or whose reading was interrupted.

    What was found, or why nothing was, is kept in it. Raises Stopped as soon as `goes_on` says no
    or the import is cancelled or gone.
    """
    own = Import.objects.filter(pk=pk, state__in=BEGUN)
    begun = {"state": Import.State.READING, "changed_at": timezone.now()}
    if not own.update(**begun, read=0, total=0):
        raise Stopped
    bringing = Import.objects.get(pk=pk)
    said = (0, 0)

    def progress(done: int, of: int) -> None:
        nonlocal said
        told = {"read": done, "total": of, "changed_at": timezone.now()}
        held = own.update(**told) if (done, of) != said else own.count()
        said = (done, of)
        if not held or not goes_on():
            raise Stopped

    try:
        with Reader(scratch()) as reader:
            found = reader.read(file_of(bringing), name_of(bringing), progress)
    except ImportRefused as refused:
        refuse(pk, refused)
        return
    except OSError:  # no room on the disk, no process to be had: nothing that the file did
        logger.exception("import %d could not be read", pk)
        refuse(pk, ImportRefused(NOT_NOW))
        return
    keep_found(pk, found)


def scratch() -> Path:
    """Where files lie while they are read; what a killed process left there is thrown away."""
    folder: Path = settings.DATA_DIR / "imports"
    folder.mkdir(exist_ok=True)
    for left in folder.glob(f"{SCRATCH}*"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - LONGEST - 60:
                shutil.rmtree(left)
    return folder


def file_of(bringing: Import) -> bytes:
    """The bytes of the file."""
    return b"".join(
        bytes(data) for data in bringing.chunks.order_by("number").values_list("data", flat=True)
    )


def name_of(bringing: Import) -> str:
    """The file's name, by which a kind is known where the bytes leave a choice."""
    return bringing.filename or "pasted.txt"


@transaction.atomic
def refuse(pk: int, refused: ImportRefused) -> None:
    """Keeps why nothing could be read; the file is thrown away."""
    why = {"template": refused.template, "values": refused.values}
    if Import.objects.filter(pk=pk, state__in=BEGUN).update(
        state=Import.State.REFUSED, refusal=why
    ):
        Import.objects.get(pk=pk).chunks.all().delete()


@transaction.atomic
def keep_found(pk: int, found: Reading) -> None:
    """Writes what was found; Stopped where the import was cancelled meanwhile."""
    bringing = Import.objects.select_for_update().filter(pk=pk, state__in=BEGUN).first()
    if bringing is None:
        raise Stopped
    bringing.pieces.all().delete()
    bringing.pictures.all().delete()
    bringing.state, bringing.refusal = Import.State.READY, None
    bringing.kind, bringing.encoding = found.kind, found.encoding
    bringing.facts = {name: asdict(fact) for name, fact in found.facts.items()}
    bringing.given = given_of(found)
    if bringing.address:
        bringing.given.setdefault("source_url", bringing.address)
    bringing.parts, bringing.markdown = found.parts, found.markdown
    bringing.warnings = [asdict(warning) for warning in found.warnings]
    bringing.save()
    ImportPiece.objects.bulk_create(rows_of(bringing, found.pieces), batch_size=BATCH)
    store_pictures(found.pictures.values(), bringing=bringing)


def given_of(found: Reading) -> dict[str, str]:
    """The facts as the fields of an article take them; what is too long for one is cut there.

    What is hardly known is told beside its field, and not filled in.
    """
    given: dict[str, str] = {}
    for name, fact in found.facts.items():
        if fact.sure < LEAST_SURE:
            continue
        most = Article._meta.get_field(name).max_length  # type: ignore[union-attr]
        given[name] = fact.value[:most]
    return given


def rows_of(bringing: Import, pieces: Sequence[Piece], first: int = 0) -> list[ImportPiece]:
    """The pieces as rows, not yet written."""
    return [
        ImportPiece(bringing=bringing, position=position, kept=piece.kept, content=content(piece))
        for position, piece in enumerate(pieces, first)
    ]


def content(piece: Piece) -> dict[str, Any]:
    """A piece as its row has it: whether it is kept is the row's own."""
    return {name: value for name, value in piece_as_json(piece).items() if name != "kept"}


def piece_of(row: ImportPiece) -> Piece:
    """The piece that a row holds."""
    return piece_from_json({**row.content, "kept": row.kept})


def store_pictures(pictures: Iterable[Picture | StoredPicture], **owner: Any) -> None:
    """Stores pictures for an import (`bringing`) or an article; those it has already stay."""
    StoredPicture.objects.bulk_create(
        [
            StoredPicture(
                name=picture.name,
                media_type=picture.media_type,
                width=picture.width,
                height=picture.height,
                data=picture.data,
                **owner,
            )
            for picture in pictures
        ],
        batch_size=10,
        ignore_conflicts=True,
    )

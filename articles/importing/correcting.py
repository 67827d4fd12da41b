"""The verbs of the review: what was found in a file is corrected, row by row.

Each locks the import, so that two windows take turns, and none overwrites unseen what the other
did: `seen` is the digest of the row that was looked at (`digest_of`), empty where nobody looked.
All raise PermissionDenied, Refused in words, and Conflict where the row is another by now.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.importers import FACTS
from articles.importers.pieces import Piece, Why
from articles.importing import changing, originals
from articles.importing.beginning import check_may_import
from articles.importing.reading import BATCH, content, piece_of
from articles.models import Article, Import, ImportPiece
from articles.normalising import without_unsayable
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused

CHOSEN = ("audience", "shape")
"""What is kept beside the facts: who may read it, and whether it is one article or a collection."""


def digest_of(row: ImportPiece) -> str:
    """By which a form knows whether the row that it is about is still what it shows."""
    return _digest([row.kept, row.content, row.found])


def digest_of_given(bringing: Import) -> str:
    """The same for the facts."""
    return _digest(bringing.given)


def _digest(of: Any) -> str:
    return sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()[:20]


def set_kind(bringing: Import, pk: int, *, by: User, choice: str, seen: str = "") -> ImportPiece:
    """Makes a row another kind of piece (`changing.CHOICES`)."""
    return _change(bringing, pk, by, seen, lambda piece: changing.as_kind(piece, choice))


def rewrite(bringing: Import, pk: int, *, by: User, words: str, seen: str = "") -> ImportPiece:
    """Gives a row other words, in Markdown."""
    return _change(bringing, pk, by, seen, lambda piece: changing.reworded(piece, words))


def leave_out(bringing: Import, pk: int, *, by: User, seen: str = "") -> ImportPiece:
    """Leaves a row out of the text; it is still shown."""
    return _change(bringing, pk, by, seen, lambda piece: replace(piece, kept=False))


def keep(bringing: Import, pk: int, *, by: User, seen: str = "") -> ImportPiece:
    """Takes a row into the text that was left out."""
    return _change(bringing, pk, by, seen, _kept)


def _kept(piece: Piece) -> Piece:
    return replace(changing.restored(piece), kept=True)


def _change(
    bringing: Import, pk: int, by: User, seen: str, change: Callable[[Piece], Piece]
) -> ImportPiece:
    with _corrected(bringing, by) as held:
        row = _row(held, pk, seen)
        changed = change(piece_of(row))
        if row.found is None:
            originals.remember([row])
        _put(row, changed)
        row.save(update_fields=["kept", "content", "found"])
    return row


def join_with_next(
    bringing: Import, pk: int, *, by: User, seen: str = "", next_seen: str = ""
) -> ImportPiece:
    """Makes one row of a row and the next that is kept; what was left out between them stays so."""
    with _corrected(bringing, by) as held:
        row = _row(held, pk, seen)
        other = next_of(held, row)
        if other is None:
            raise Refused(_("There is nothing after it to join it with."))
        if next_seen and next_seen != digest_of(other):
            raise _overtaken()
        whole = changing.joined(piece_of(row), piece_of(other), lambda word: _stands_in(held, word))
        between = held.pieces.filter(position__gte=row.position, position__lte=other.position)
        rows = originals.groups_of(between.order_by("position"))
        originals.remember(rows)
        for one in rows:
            if one.pk == row.pk:
                row = one
                _put(row, whole)
            if one.pk != other.pk:
                one.save(update_fields=["kept", "content", "found"])
        other.delete()
    return row


def _stands_in(held: Import, word: str) -> bool:
    """Whether any row has this word, in capitals or not."""
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    having = held.pieces.filter(content__words__icontains=word)
    # read whole: a cursor of PostgreSQL that is left half read may be closed amid another question
    said = list(having.values_list("content__words", flat=True))
    return any(whole.search(words) for words in said)


def next_of(held: Import, row: ImportPiece) -> ImportPiece | None:
    """The row that comes next in the text."""
    later = held.pieces.filter(position__gt=row.position, kept=True)
    return later.order_by("position").first()


def split(bringing: Import, pk: int, *, by: User, words: str, seen: str = "") -> list[ImportPiece]:
    """Makes a row for each part of `words`, between which blank lines stand."""
    with _corrected(bringing, by) as held:
        row = _row(held, pk, seen)
        first, *others = changing.parts_of(piece_of(row), words)
        if row.found is None:
            originals.remember([row])
        _put(row, first)
        row.save(update_fields=["kept", "content", "found"])
        of_group = {"first": (row.found or {}).get("first", row.pk)}
        new = [ImportPiece(found=of_group) for _part in others]
        for one, part in zip(new, others, strict=True):
            _put(one, part)
        originals.insert_after(held, row, new)
    return [row, *new]


def undo(bringing: Import, pk: int, *, by: User, seen: str = "") -> ImportPiece:
    """Puts a row back as it was found, with those that it was joined with or split into."""
    with _corrected(bringing, by) as held:
        row = _row(held, pk, seen)
        if row.found is None:
            raise Refused(_("Nothing is changed here."))
        return originals.put_back(held, row)


def leave_out_all(bringing: Import, *, by: User, why: str) -> int:
    """Leaves out again all rows that were recognised as one kind of furniture; says how many."""
    return _all(bringing, by, why, True, lambda piece: replace(piece, kept=False))


def keep_all(bringing: Import, *, by: User, why: str) -> int:
    """Keeps all rows that were left out for one reason, but those without words; says how many."""
    return _all(bringing, by, why, False, _kept)


def _all(
    bringing: Import, by: User, why: str, was_kept: bool, change: Callable[[Piece], Piece]
) -> int:
    if why not in set(Why) - {Why.PLAIN, Why.LOOKS}:
        raise Refused(_("Choose what it is about."))
    with _corrected(bringing, by) as held:
        changed = []
        for row in held.pieces.filter(kept=was_kept, content__why=why):
            with suppress(Refused):
                piece = change(piece_of(row))
                if row.found is None:
                    originals.remember([row])
                _put(row, piece)
                changed.append(row)
        ImportPiece.objects.bulk_update(changed, ["kept", "content", "found"], batch_size=BATCH)
    return len(changed)


def correct_facts(bringing: Import, given: dict[str, str], *, by: User, seen: str = "") -> Import:
    """Keeps what a person says about the text, of FACTS and CHOSEN; others stay as they are."""
    said = {
        name: " ".join(without_unsayable(given[name]).split())
        for name in (*FACTS, *CHOSEN)
        if name in given
    }
    for name in FACTS:
        _check_length(name, said.get(name, ""))
    with _locked(bringing, by) as held:
        if seen and seen != digest_of_given(held):
            raise Conflict(
                _("This was changed in another window meanwhile. Send it again to keep yours.")
            )
        held.given = {**held.given, **said}
        held.save(update_fields=["given", "changed_at"])
    bringing.refresh_from_db()
    return bringing


def _check_length(name: str, value: str) -> None:
    field = Article._meta.get_field(name)
    most = field.max_length  # type: ignore[union-attr]
    if most is not None and len(value) > most:
        raise Refused(
            _("At most %(most)d characters; this has %(number)d.")
            % {"most": most, "number": len(value)},
            name,
        )


@contextmanager
def _corrected(bringing: Import, by: User) -> Iterator[Import]:
    """The import for a correction of its text, which is counted."""
    with _locked(bringing, by) as held:
        yield held
        held.edits, held.markdown = held.edits + 1, None
        held.save(update_fields=["edits", "markdown", "changed_at"])
    bringing.edits, bringing.markdown = held.edits, None


@contextmanager
def _locked(bringing: Import, by: User) -> Iterator[Import]:
    check_may_import(by)
    with transaction.atomic():
        held = Import.objects.select_for_update().filter(pk=bringing.pk, by=by).first()
        if held is None or held.state != Import.State.READY:
            raise Conflict(
                _("This import is finished or was thrown away; nothing can be changed in it.")
            )
        yield held


def _row(held: Import, pk: int, seen: str) -> ImportPiece:
    row = held.pieces.filter(pk=pk).first()
    if row is None or (seen and seen != digest_of(row)):
        raise _overtaken()
    return row


def _overtaken() -> Conflict:
    return Conflict(_("This was changed in another window meanwhile. Look at it as it is now."))


def _put(row: ImportPiece, piece: Piece) -> None:
    row.kept, row.content = piece.kept, content(piece)

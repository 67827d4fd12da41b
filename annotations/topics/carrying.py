"""Decisions about suggestions follow their words to another revision of the text.

By the engine that annotations follow theirs with. One whose words are gone stays where it last
stood, and is looked for again in the next revision; it goes where another comes to its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotations.anchoring.placing import place_in_blocks
from annotations.models import Suggestion
from annotations.placing import Text
from annotations.topics.covering import Place
from articles.models import Article


def place_of(row: Suggestion) -> Place:
    return row.block_key, row.start, row.end


class Carried:
    """Decided suggestions of earlier revisions, and where their words are in this one."""

    def __init__(self, article: Article, revision: int, text: Text) -> None:
        self._article, self._revision, self._text = article, revision, text
        self._rows: dict[int, Suggestion] = {}
        self._places: dict[int, Place | None] = {}

    def look(self, rows: Iterable[Suggestion]) -> None:
        """Finds out where rows stand that were not seen yet; a text for each of their revisions."""
        listed = {row.pk: row for row in rows}
        self._rows = listed
        fresh: dict[int, list[Suggestion]] = defaultdict(list)
        for row in listed.values():
            if row.pk not in self._places:
                fresh[row.revision_id].append(row)
        for revision, there in fresh.items():
            self._places.update(self._found(Text.of(revision), there))

    def _found(self, old: Text, rows: Sequence[Suggestion]) -> Iterator[tuple[int, Place | None]]:
        moved: list[tuple[Suggestion, tuple[int, int]]] = []
        for row in rows:
            before, now = old.by_key.get(row.block_key), self._text.by_key.get(row.block_key)
            if before is not None and now is not None and before.text == now.text:
                yield row.pk, (row.block_key, row.start, row.end)
            elif span := old.span(row.block_key, row.start, row.block_key, row.end):
                moved.append((row, span))
            else:
                yield row.pk, None
        if not moved:
            return
        asked = [old.selector(span) for _row, span in moved]
        placed = place_in_blocks(asked, old.texts, self._text.texts)
        for (row, _span), found in zip(moved, placed, strict=True):
            yield row.pk, self._in_one_block(found.span) if found.span else None

    def _in_one_block(self, span: tuple[int, int]) -> Place:
        key, start, last, end = self._text.place(*span)
        return key, start, end if last == key else len(self._text.by_key[key].text)

    def write(self) -> None:
        """Moves the rows to where their words are; of two that come to one place, one stays."""
        there = {row.pk: place for row in self._rows.values() if (place := self._places[row.pk])}
        still = [pk for pk, place in there.items() if place == place_of(self._rows[pk])]
        Suggestion.objects.filter(pk__in=still).update(revision=self._revision)
        moved = [pk for pk in there if pk not in still]
        if not moved:
            return
        # Taken out and put in again: one may come to where another stood until now
        Suggestion.objects.filter(pk__in=moved).delete()
        taken = {
            (row.topic_id, *place_of(row))
            for row in Suggestion.objects.filter(
                article=self._article, revision=self._revision
            ).exclude(state=Suggestion.State.WAITING)
        }
        for pk in moved:
            self._put(self._rows[pk], there[pk], taken)

    def _put(self, row: Suggestion, place: Place, taken: set[tuple[int, str, int, int]]) -> None:
        if (row.topic_id, *place) in taken:
            return
        taken.add((row.topic_id, *place))
        Suggestion.objects.filter(
            article=self._article,
            topic=row.topic_id,
            block_key=place[0],
            start=place[1],
            end=place[2],
        ).delete()
        row.block_key, row.start, row.end = place
        row.revision_id = self._revision
        row.quote = self._text.by_key[place[0]].text[place[1] : place[2]]
        row.save(force_insert=True)

"""The verbs of catching up: what a reader has seen of an article is written down, or taken back.

Each writes the one row of the reader and the article under its lock, and adds to what it holds: of
two tabs at once neither loses what the other wrote. Repeating one changes nothing.

What is kept is all numbers up to now but those of what is still new. So the row is as long as
there is unseen, not as the reading was scattered; own doings and what tells a reader nothing are
taken in on the way.

Who has seen an answer in its place needs no notice of it: the notice counts as read in the same
transaction. What a decision or a report came to is told by its notice alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import ranges
from annotations.models import Annotation, Event, Reading
from annotations.reading.unread import SAID, counters_of, numbers_new
from articles.models import Article
from ncr.accounts.models import Notice, User, audience_ids
from ncr.accounts.noticing import mark_told_read
from ncr.refusals import Refused

Numbers = Mapping[int, Sequence[int]]  # of events, by audience
Seen = dict[str, ranges.Ranges]
SAME_VISIT = timedelta(minutes=10)
TELLS_WHAT_WAS_SAID = (Notice.Kind.REPLY, Notice.Kind.MENTION)


def visit(article: Article, *, by: User, block_key: str = "") -> Reading:
    """Writes down that `by` is here, and at which block.

    At the first visit all that was said before counts as seen, and so does, in an audience that
    they came to belong to since the last, what was said there before.
    """
    return _change(article, by, lambda seen: seen, block_key=block_key)


def mark_seen(
    article: Article,
    numbers: Numbers,
    *,
    by: User,
    sees_text: bool = False,
    block_key: str = "",
) -> Reading:
    """Takes events as seen; with `sees_text` also what the newest revision changed.

    Notices of what was said there count as read.
    """

    def add(seen: Seen) -> Seen:
        more = {str(pk): ranges.single(found) for pk, found in numbers.items()}
        return {pk: ranges.merged(old, more.get(pk, [])) for pk, old in seen.items()}

    told = [Q(audience=pk, seq__in=found) for pk, found in numbers.items() if found]
    return _change(article, by, add, told=told, sees_text=sees_text, block_key=block_key)


def mark_all_seen(article: Article, until: Mapping[int, int], *, by: User) -> Reading:
    """Takes everything as seen up to these numbers, which are those of the page it was asked on.

    Notices of what was said there count as read.
    """

    def fill(seen: Seen) -> Seen:
        return {pk: ranges.merged(old, [(1, until.get(int(pk), 0))]) for pk, old in seen.items()}

    told = [Q(audience=pk, seq__lte=last) for pk, last in until.items()]
    return _change(article, by, fill, told=told, sees_text=True)


def mark_unread(annotation: Annotation, *, by: User) -> Reading:
    """Takes an annotation of somebody else as not seen yet; call it with one that `by` may read."""
    if annotation.author_id == by.pk:
        raise Refused(_("What you wrote yourself is never new to you."))
    told = Event.objects.filter(annotation=annotation, kind__in=SAID)
    holes = ranges.single(told.values_list("seq", flat=True))
    key = str(annotation.thread.audience_id)

    def take_out(seen: Seen) -> Seen:
        return {**seen, key: ranges.without(seen[key], holes)} if key in seen else seen

    return _change(annotation.thread.article, by, take_out)


def _change(
    article: Article,
    by: User,
    act: Callable[[Seen], Seen],
    *,
    told: Sequence[Q] = (),
    sees_text: bool = False,
    block_key: str = "",
) -> Reading:
    """Changes a reading under its lock; writes nothing where nothing would be another.

    `told` names the events of which a notice is needed no more.
    """
    now = timezone.now()
    with transaction.atomic():
        row, is_first = Reading.objects.select_for_update().get_or_create(
            person=by,
            article=article,
            defaults={"visited_at": now, "revision_id": article.standing_pk},
        )
        before = (row.seen, row.revision_id, row.block_key)
        # Before it is asked what is new: what has a number up to these is there by then
        ends = counters_of(article, by)
        row.seen = _shortest(article, by, act(_with_all_audiences(row.seen, ends, by)), ends)
        row.revision_id = article.standing_pk if sees_text else row.revision_id
        row.block_key = block_key or row.block_key
        is_same = before == (row.seen, row.revision_id, row.block_key)
        if is_first or not is_same or now - row.visited_at > SAME_VISIT:
            row.visited_at = now
            row.save(update_fields=["seen", "revision", "block_key", "visited_at"])
        if told:
            _mark_told(article, by, told)
    return row


def _mark_told(article: Article, by: User, told: Sequence[Q]) -> None:
    said = Event.objects.filter(
        reduce(or_, told), article=article, kind__in=[*SAID, Event.Kind.EDITED]
    )
    annotations = Annotation.objects.filter(pk__in=said.values("annotation"))
    mark_told_read(by, annotations.values("uuid"), TELLS_WHAT_WAS_SAID)


def _with_all_audiences(seen: Seen, ends: Mapping[int, int], by: User) -> Seen:
    """What was said in an audience before the reader came counts as seen."""
    before = {str(pk): ranges.merged([(1, ends.get(pk, 0))]) for pk in audience_ids(by)}
    return {**before, **seen}


def _shortest(article: Article, by: User, seen: Seen, ends: Mapping[int, int]) -> Seen:
    """The same to the reader in the fewest ranges: all numbers there are, but those of news.

    What has no number yet is not taken as seen, whoever sends it. Audiences that the reader has
    left stay as they are.
    """
    mine = {str(pk): ends.get(pk, 0) for pk in audience_ids(by)}
    inside = {pk: ranges.gaps(ranges.gaps(seen[pk], end), end) for pk, end in mine.items()}
    new = numbers_new(article.pk, inside, by)
    short = {pk: ranges.gaps(ranges.single(new.get(int(pk), [])), end) for pk, end in mine.items()}
    return {**seen, **short}

"""The desk for items of the queue: many at once, or one that is asked about once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from annotations.admin.desk import Desk
from annotations.admin.queue.acts import ITEM_ACTS
from annotations.admin.queue.case import found_item
from annotations.admin.queue.chosen import Chosen
from annotations.admin.queue.leading import TOGETHER, item_url, list_url, next_url
from annotations.admin.queue.listing import RELATED, cause_of, where_of, words_of
from annotations.models import ReviewItem
from annotations.queueing import items_for
from ncr.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class QueueDesk(Desk):
    """`back` holds what was chosen in the list, as a part of its address."""

    user: User

    @classmethod
    def of(cls, user: User) -> QueueDesk:
        def found(_request: HttpRequest) -> Any:
            return items_for(user).select_related(*RELATED)

        return cls("reviewitem", ITEM_ACTS, found, RELATED, user=user)

    def item_url(self, item: Any) -> str:
        return item_url(item.pk, Chosen())

    def find(self, request: HttpRequest, pks: Sequence[int]) -> dict[int, Any]:
        """Items as they are now, with the turn that was seen when they were asked about."""
        items, turns = super().find(request, pks), _turns(request)
        for pk, item in items.items():
            item.__dict__["seen_turn"] = turns.get(pk)
        return items

    def said_of(self, item: ReviewItem) -> tuple[str, str]:
        return ", ".join(filter(None, (cause_of(item), where_of(item)))), words_of(item)

    def called(self, item: Any) -> str:
        return self.said_of(item)[0]

    def seen(self, items: Any) -> str:
        """The turns of items in one field, since a form has at most a thousand of them."""
        return " ".join(f"{item.pk}-{item.turn}" for item in items)

    def remember(self, request: HttpRequest, acted: Sequence[int]) -> None:
        """What was decided in one press can be taken back in one."""
        request.session[TOGETHER] = list(acted)

    def back_url(self, ids: Any, back: str) -> str:
        """The list; of one item its page, or once it is decided that of the next."""
        chosen = Chosen.of(QueryDict(back).dict())
        item = found_item(self.user, ids[0]) if len(ids) == 1 else None
        if item is None:
            return list_url(chosen)
        return item_url(item.pk, chosen) if item.is_open else next_url(self.user, chosen, item.pk)


def _turns(request: HttpRequest) -> dict[int, int]:
    pairs = (one.partition("-") for one in request.POST.get("seen", "").split())
    return {
        int(pk): int(turn)
        for pk, _dash, turn in pairs
        if pk.isdecimal() and turn.isdecimal() and len(pk) < 19 and len(turn) < 10
    }

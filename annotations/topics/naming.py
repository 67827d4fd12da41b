"""By which name readers of a language are shown a topic, and what else it is called."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

from annotations.models import Topic, TopicName


def call(topics: Iterable[Topic]) -> dict[int, list[str]]:
    """Gives topics the names that readers of the language at hand are shown; one query.

    Answers, by id, what each is called besides, the topic's own name included where another
    stands for it.
    """
    by_id = {topic.pk: topic for topic in topics}
    rows = list(
        TopicName.objects.filter(topic_id__in=by_id, is_alias=True)
        .order_by("name")
        .values_list("topic_id", "name", "language", "is_label")
    )
    labels = {(pk, language): name for pk, name, language, is_label in rows if is_label}
    for pk, topic in by_id.items():
        topic.label = next(
            (labels[pk, language] for language in _wanted() if (pk, language) in labels), ""
        )
    others: dict[int, list[str]] = {pk: [] for pk in by_id}
    for pk, name, _language, _is_label in rows:
        others[pk].append(by_id[pk].name if name == by_id[pk].label else name)
    return others


def _wanted() -> list[str]:
    """The language at hand as vocabularies write it, then what it is a kind of."""
    first, *rest = (get_language() or "").split("-")
    whole = "-".join([first, *(one.upper() if len(one) == 2 else one for one in rest)])
    return [whole, first] if rest else [first]

"""The forms of those who keep the vocabulary; what they let through goes to the verbs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.forms import RefusableForm
from annotations.logbook import REASON_LIMIT
from annotations.models import Topic, TopicName
from annotations.models.topic import topic_key
from annotations.topics import keeping
from ncr.accounts.models import User
from ncr.fields import WordsField


def reason_field() -> WordsField:
    return WordsField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=REASON_LIMIT,
        help_text=gettext_lazy(
            "Stands in the log. Who proposed the topic reads it when the topic is accepted or"
            " rejected. To reject a topic, one is needed."
        ),
    )


def topic_select(site: Any) -> AutocompleteSelect:
    return AutocompleteSelect(Topic._meta.get_field("broader"), site)


class TopicForm(RefusableForm):
    """A topic's names, description and place; `apply` changes what is not so yet."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    aliases = WordsField(
        label=gettext_lazy("Other names"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        help_text=gettext_lazy("One a line. Whoever types one files under this topic."),
    )
    description = forms.CharField(
        label=gettext_lazy("Description"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        help_text=gettext_lazy("What belongs here, in Markdown."),
    )
    broader = forms.ModelChoiceField(
        label=gettext_lazy("Broader topic"), required=False, queryset=Topic.objects.none()
    )
    reason = reason_field()

    def __init__(
        self, *args: Any, topic: Topic, site: Any, seen: Any = None, **kwargs: Any
    ) -> None:
        self.topic = topic
        kwargs["initial"] = {
            "name": topic.name,
            "aliases": "\n".join(_aliases(topic).values()),
            "description": topic.description,
            "broader": topic.broader_id,
        }
        super().__init__(*args, **kwargs)
        broader: Any = self.fields["broader"]
        broader.queryset = seen
        # Where the broader topic cannot be seen, leaving the field empty leaves it as it is
        self.has_unseen = bool(topic.broader_id) and not seen.filter(pk=topic.broader_id).exists()
        broader.widget = topic_select(site)
        broader.widget.choices = broader.choices

    @transaction.atomic
    def apply(self, *, by: User) -> None:
        """Calls the verbs for what is other than it was; all of it or nothing."""
        given, topic = self.cleaned_data, self.topic
        reason = given["reason"]
        wanted = {topic_key(line): line for line in given["aliases"].splitlines() if line.strip()}
        before = _aliases(topic)
        own = topic_key(topic.name)
        keeping.rename(topic, given["name"], by=by, reason=reason)
        if own != topic_key(given["name"]):
            before[own] = wanted[own] = topic.name  # the former name stays
        for key in before.keys() - wanted.keys() - {topic_key(given["name"])}:
            keeping.remove_alias(topic, before[key], by=by, reason=reason)
        for key, line in wanted.items():
            if before.get(key) != line:
                keeping.add_alias(topic, line, by=by, reason=reason)
        keeping.describe(topic, given["description"], by=by, reason=reason)
        if given["broader"] or not self.has_unseen:
            keeping.set_broader(topic, given["broader"], by=by, reason=reason)


class MergeForm(RefusableForm):
    """Into which topic: chosen from the list, or named."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("Into"), required=False, queryset=Topic.objects.none()
    )
    named = forms.CharField(
        label=gettext_lazy("Or by its name"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Or an alias of it, as an alternative to choosing."),
    )
    reason = reason_field()

    def __init__(self, *args: Any, choices: QuerySet[Topic], site: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        into: Any = self.fields["into"]
        into.queryset = choices
        into.widget = topic_select(site)
        into.widget.choices = into.choices
        self.fields["reason"].help_text = _(
            "Stands in the log. Who proposed a topic that is merged reads it."
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("into") is None and given.get("named"):
            names = TopicName.objects.filter(key=topic_key(given["named"].replace("\0", "")))
            given["into"] = self.choices.filter(pk__in=names.values("topic")).first()
            if given["into"] is None:
                self.add_error("named", _("You keep no topic of this name."))
        if not self.errors and given.get("into") is None:
            self.add_error("into", _("Choose the topic that stays."))
        return given


def _aliases(topic: Topic) -> dict[str, str]:
    """By key, in the order of the names."""
    return dict(topic.names.filter(is_alias=True).order_by("name").values_list("key", "name"))

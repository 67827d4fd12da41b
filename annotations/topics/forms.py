"""The forms of those who keep the vocabulary; what they let through goes to the verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.forms import RefusableForm
from annotations.logbook import REASON_LIMIT
from annotations.models import Topic, TopicName
from annotations.models.topic import topic_key
from annotations.topics import keeping, relating
from annotations.topics.merging import Moves
from ncr.accounts.models import User
from ncr.fields import WordsField
from ncr.refusals import Refused


def reason_field(
    help_text: Any = gettext_lazy("Stands in the log."),  # noqa: B008
) -> WordsField:
    return WordsField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=REASON_LIMIT,
        help_text=help_text,
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
    labels = WordsField(
        label=gettext_lazy("In other languages"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy(
            "One a line, with the code of the language: “de: KSE-Vertrag”. Readers of that"
            " language are shown it, and it is looked for in texts of that language."
        ),
    )
    cues = WordsField(
        label=gettext_lazy("Words in one sentence"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy(
            "One set a line: “ceilings tanks artillery”. Where all words of a line stand in one"
            " sentence, it is suggested for this topic, as less sure than a name."
        ),
    )
    broader = forms.ModelChoiceField(
        label=gettext_lazy("Broader topic"), required=False, queryset=Topic.objects.none()
    )
    related = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Related topics"), required=False, queryset=Topic.objects.none()
    )
    uri = forms.CharField(
        label=gettext_lazy("Elsewhere"),
        required=False,
        max_length=600,
        help_text=gettext_lazy(
            "The address that names the same thing elsewhere: in Wikidata, or the treaty's own."
        ),
    )
    reason = reason_field(
        gettext_lazy(
            "Stands in the log. Who proposed the topic reads it when the topic is accepted or"
            " rejected. To reject a topic, one is needed."
        )
    )

    def __init__(
        self, *args: Any, topic: Topic, site: Any, seen: Any = None, **kwargs: Any
    ) -> None:
        self.topic = topic
        kwargs["initial"] = {
            "name": topic.name,
            "aliases": "\n".join(_aliases(topic).values()),
            "description": topic.description,
            "labels": "\n".join(f"{code}: {name}" for code, name in self._labels().items()),
            "cues": "\n".join(topic.cues.order_by("words").values_list("words", flat=True)),
            "broader": topic.broader_id,
            "related": seen.filter(related=topic),
            "uri": topic.uri,
        }
        super().__init__(*args, **kwargs)
        broader: Any = self.fields["broader"]
        broader.queryset = seen
        # Where the broader topic cannot be seen, leaving the field empty leaves it as it is
        self.has_unseen = bool(topic.broader_id) and not seen.filter(pk=topic.broader_id).exists()
        broader.widget = topic_select(site)
        broader.widget.choices = broader.choices
        related: Any = self.fields["related"]
        related.queryset = seen
        related.widget = AutocompleteSelectMultiple(Topic._meta.get_field("related"), site)
        related.widget.choices = related.choices

    def _labels(self) -> dict[str, str]:
        return relating.labels_of(self.topic)

    def clean_labels(self) -> dict[str, str]:
        """By code of the language; each once."""
        labels: dict[str, str] = {}
        for line in filter(str.strip, self.cleaned_data["labels"].splitlines()):
            code, mark, name = line.partition(":")
            if not mark or not name.strip():
                raise forms.ValidationError(
                    _("Begin each line with the code of its language and a colon, as “de: …”.")
                )
            try:
                code = relating.checked_language(code)
            except Refused as refused:
                raise forms.ValidationError(refused.message) from refused
            if code in labels:
                raise forms.ValidationError(
                    _("Two names stand for “%(code)s”. Write the second under other names.")
                    % {"code": code}
                )
            labels[code] = name.strip()
        return labels

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
        relating.set_labels(topic, given["labels"], by=by, reason=reason, staying=wanted.keys())
        cues = [line for line in given["cues"].splitlines() if line.strip()]
        relating.set_cues(topic, cues, by=by, reason=reason)
        # What was related may become broader, and the other way round
        standing = set(topic.related.values_list("pk", flat=True))
        staying = [one for one in given["related"] if one.pk in standing]
        relating.set_related(topic, staying, by=by, reason=reason)
        if given["broader"] or not self.has_unseen:
            keeping.set_broader(topic, given["broader"], by=by, reason=reason)
        relating.set_related(topic, given["related"], by=by, reason=reason)
        relating.set_uri(topic, given["uri"], by=by, reason=reason)


class MergeForm(RefusableForm):
    """Into which topic, chosen from the list or named, and what goes along."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("Into"), required=False, queryset=Topic.objects.none()
    )
    named = forms.CharField(
        label=gettext_lazy("Or by its name"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Or an alias of it, as an alternative to choosing."),
    )
    names = forms.MultipleChoiceField(
        label=gettext_lazy("Names that go along"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "They become other names of the topic that stays. The ones left out are free again."
        ),
    )
    narrower = forms.BooleanField(
        label=gettext_lazy("Their narrower topics go along"),
        required=False,
        help_text=gettext_lazy("Otherwise those stand by themselves."),
    )
    description = forms.BooleanField(
        label=gettext_lazy("Add their description below the other"),
        required=False,
        help_text=gettext_lazy("Where the topic that stays has none, it gets it anyway."),
    )
    reason = reason_field(
        gettext_lazy("Stands in the log. Who proposed a topic that is merged reads it.")
    )

    def __init__(
        self,
        *args: Any,
        choices: QuerySet[Topic],
        sources: Sequence[Topic],
        site: Any,
        **kwargs: Any,
    ) -> None:
        names = list(
            TopicName.objects.filter(topic__in=sources).order_by("name").values_list("key", "name")
        )
        kwargs["initial"] = {"names": [key for key, _name in names], "narrower": True}
        super().__init__(*args, **kwargs)
        self.choices = choices
        self.fields["names"].choices = names  # type: ignore[attr-defined]
        into: Any = self.fields["into"]
        into.queryset = choices
        into.widget = topic_select(site)
        into.widget.choices = into.choices

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

    @property
    def moves(self) -> Moves:
        given = self.cleaned_data
        return Moves(given["names"], given["narrower"], given["description"])


class SplitForm(RefusableForm):
    """Which passages go to which other topic."""

    name = forms.CharField(
        label=gettext_lazy("To the topic"),
        max_length=200,
        help_text=gettext_lazy(
            "A new name, another name of this topic, or the name of a topic that you keep."
        ),
    )
    assignments = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Passages"), required=False, coerce=int
    )
    reason = reason_field()

    def __init__(self, *args: Any, movable: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignments"].choices = [(pk, pk) for pk in movable]  # type: ignore[attr-defined]

    def clean_assignments(self) -> list[int]:
        if not (chosen := self.cleaned_data["assignments"]):
            raise forms.ValidationError(_("Choose the passages that go to the other topic."))
        return list(chosen)


class UnmergeForm(RefusableForm):
    """Why a merge is taken back."""

    reason = reason_field()


def _aliases(topic: Topic) -> dict[str, str]:
    """By key, in the order of the names."""
    others = topic.names.filter(is_alias=True, is_label=False)
    return dict(others.order_by("name").values_list("key", "name"))

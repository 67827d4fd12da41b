"""The form of a rule before publication: the fields of its kind and no others, all needed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from annotations.holding.kinds import site_of
from annotations.holding.webhook import MOST_SECONDS
from annotations.models import HoldRule

Kind = HoldRule.Kind
FIELDS: dict[str, tuple[str, ...]] = {
    Kind.FIRST: ("number",),
    Kind.WORDS: ("words",),
    Kind.LINKS: ("words",),
    Kind.MANY_LINKS: ("number",),
    Kind.REPEATED: ("number", "minutes"),
    Kind.RATE: ("number", "minutes"),
    Kind.ARTICLE: ("article",),
    Kind.TOPIC: ("topic",),
    Kind.PERSON: ("person",),
    Kind.WEBHOOK: ("url", "secret", "seconds"),
}
HELP: dict[str, Any] = {
    Kind.FIRST: gettext_lazy(
        "Holds what a new member writes until so many of their contributions were published."
    ),
    Kind.WORDS: gettext_lazy(
        "Holds what has one of these words. Whole words, whether in capitals or not; a * at"
        " an end stands for any letters: casino* finds casinos too."
    ),
    Kind.LINKS: gettext_lazy("Holds what links to one of these sites, or to what is under them."),
    Kind.MANY_LINKS: gettext_lazy("Holds what has more links to other sites than this."),
    Kind.REPEATED: gettext_lazy(
        "Holds the same text when one person sends it for this many times within these minutes."
    ),
    Kind.RATE: gettext_lazy(
        "Holds what somebody writes beyond this number of notes and replies in these minutes."
    ),
    Kind.ARTICLE: gettext_lazy(
        "Holds everything that is written in one article, also by trusted people."
    ),
    Kind.TOPIC: gettext_lazy(
        "Holds everything that is filed under one topic, also by trusted people."
    ),
    Kind.PERSON: gettext_lazy("Holds everything that one person writes, also where trusted."),
    Kind.WEBHOOK: gettext_lazy(
        "Sends what is written to another service before it is published, with its author's name,"
        " and holds it when the service says so. When it does not answer in time, nothing is held."
    ),
}
LABELS: dict[tuple[str, str], Any] = {
    (Kind.FIRST, "number"): gettext_lazy("How many contributions"),
    (Kind.WORDS, "words"): gettext_lazy("Words"),
    (Kind.LINKS, "words"): gettext_lazy("Sites"),
    (Kind.MANY_LINKS, "number"): gettext_lazy("More links than"),
    (Kind.REPEATED, "number"): gettext_lazy("For how many times"),
    (Kind.REPEATED, "minutes"): gettext_lazy("Within how many minutes"),
    (Kind.RATE, "number"): gettext_lazy("More than"),
    (Kind.RATE, "minutes"): gettext_lazy("Within how many minutes"),
}
# The least and the most that a number may be
BOUNDS: dict[tuple[str, str], tuple[int, int]] = {
    (Kind.FIRST, "number"): (1, 100),
    (Kind.MANY_LINKS, "number"): (0, 1000),
    (Kind.REPEATED, "number"): (2, 100),
    (Kind.RATE, "number"): (1, 10_000),
    (Kind.REPEATED, "minutes"): (1, 10_080),
    (Kind.RATE, "minutes"): (1, 10_080),
}
MOST_LINES, LONGEST_LINE = 5000, 100
SHORTEST_SECRET = 16
MOST_DIGITS = 18


class AddressField(forms.URLField):
    """An address that is taken to be a safe one where it does not say."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "assume_scheme": "https"})


class HoldRuleForm(forms.ModelForm):  # type: ignore[type-arg]
    """A rule of one kind; a secret is never shown again, and stays where none is typed."""

    class Meta:
        model = HoldRule
        fields = [
            "kind",
            "number",
            "minutes",
            "words",
            "article",
            "topic",
            "person",
            "url",
            "secret",
            "seconds",
            "note",
            "is_on",
        ]
        field_classes = {"url": AddressField}
        widgets = {
            "kind": forms.HiddenInput,
            "words": forms.Textarea(attrs={"rows": 12}),
            "secret": forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        }

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        # The field that completes names looks its value up when it is drawn, and takes only ids
        if data is not None:
            data = data.copy()
            for name in ("person", "article", "topic"):
                if not data.get(name, "").isdecimal() or len(data[name]) > MOST_DIGITS:
                    data[name] = ""
        super().__init__(data, *args, **kwargs)
        self.kind = self.instance.kind or str((data or self.initial).get("kind", ""))
        self._had = self.instance.secret
        for name in FIELDS.get(self.kind, ()):
            self._need(name)

    def _need(self, name: str) -> None:
        field = self.fields.get(name)
        if field is None:
            return
        field.required = name != "secret" or not self._had
        field.label = LABELS.get((self.kind, name), field.label)
        if name == "secret":
            field.help_text = _("The service checks with it that a question comes from here.")
            if self._had:
                field.help_text = _("It is kept and not shown. Type another to change it.")

    @property
    def changed_names(self) -> list[str]:
        """The names of the fields that were changed; a secret that is not typed stays."""
        typed = self["secret"].data if "secret" in self.fields else ""
        return [name for name in self.changed_data if name != "secret" or typed]

    def clean_kind(self) -> str:
        """A rule keeps the kind that it was made with."""
        kind: str = self.cleaned_data["kind"]
        if self.instance.pk is not None and kind != self.instance.kind:
            raise forms.ValidationError(_("A rule keeps its kind. Add another rule."))
        return kind

    def clean_number(self) -> int | None:
        return self._within("number")

    def clean_minutes(self) -> int | None:
        return self._within("minutes")

    def _within(self, name: str) -> int | None:
        number: int | None = self.cleaned_data[name]
        bounds = BOUNDS.get((self.kind, name))
        if number is None or bounds is None or bounds[0] <= number <= bounds[1]:
            return number
        raise forms.ValidationError(
            _("A number from %(least)d to %(most)d.") % {"least": bounds[0], "most": bounds[1]}
        )

    def clean_words(self) -> str:
        lines = [line.strip() for line in self.cleaned_data["words"].splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(
                _("At most %(lines)d lines, each of at most %(signs)d characters.")
                % {"lines": MOST_LINES, "signs": LONGEST_LINE}
            )
        for line in lines:
            if self.kind == Kind.LINKS and "." not in site_of(line):
                raise forms.ValidationError(_("“%(line)s” is not a site.") % {"line": line})
            if self.kind == Kind.WORDS and not line.strip("* "):
                raise forms.ValidationError(_("“%(line)s” is not a word.") % {"line": line})
        return "\n".join(lines)

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        address = urlsplit(url)
        if url and (address.scheme not in ("http", "https") or address.username is not None):
            raise forms.ValidationError(_("An address that begins with https:// or http://."))
        return url

    def clean_secret(self) -> str:
        secret: str = self.cleaned_data["secret"] or self._had
        if self.kind == Kind.WEBHOOK and len(secret) < SHORTEST_SECRET:
            raise forms.ValidationError(
                _("At least %(least)d characters.") % {"least": SHORTEST_SECRET}
            )
        return secret

    def clean_seconds(self) -> float:
        seconds: float = self.cleaned_data["seconds"]
        if not 0.1 <= seconds <= MOST_SECONDS:
            raise forms.ValidationError(
                _("From a tenth of a second to %(most)d seconds.") % {"most": MOST_SECONDS}
            )
        return seconds


def summary_of(rule: HoldRule) -> str:
    """What a rule says beside its kind, in a few words; never its secret."""
    numbers = {"number": rule.number or 0, "minutes": rule.minutes or 0}
    match rule.kind:
        case Kind.FIRST:
            return _("the first %(number)d") % numbers
        case Kind.WORDS | Kind.LINKS:
            count = len(rule.words.splitlines())
            return ngettext("%(count)d entry", "%(count)d entries", count) % {"count": count}
        case Kind.MANY_LINKS:
            return _("more than %(number)d") % numbers
        case Kind.REPEATED:
            return _("%(number)d times in %(minutes)d minutes") % numbers
        case Kind.RATE:
            return _("more than %(number)d in %(minutes)d minutes") % numbers
        case Kind.WEBHOOK:
            return urlsplit(rule.url).hostname or ""
    return str(rule.article or rule.topic or rule.person or "")

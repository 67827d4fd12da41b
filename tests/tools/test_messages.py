"""What can be translated is found, and a catalogue is kept over changes of the sources."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tools import messages, pseudo
from tools.messages import Message


def test_messages_of_python_are_found_by_what_their_functions_are_called() -> None:
    source = """
from django.utils.translation import gettext as _, ngettext_lazy, pgettext as said
from elsewhere import gettext_noop
a = _("One %(of)s") % {"of": said("verb", "Post")}
b = ngettext_lazy("%d note", "%d notes")
c = gettext_noop("Kept")
d = _(label)
"""
    found = {message for message, _line in messages.of_python(source, "a.py")}
    assert found == {
        Message("", "One %(of)s", ""),
        Message("verb", "Post", ""),
        Message("", "%d note", "%d notes"),
        Message("", "Kept", ""),
    }


def test_a_message_that_is_put_together_is_refused() -> None:
    source = "from django.utils.translation import gettext as _\na = _(f'{a} notes')\n"
    with pytest.raises(ValueError, match=r"a\.py:2"):
        list(messages.of_python(source, "a.py"))


def test_messages_of_templates_are_what_django_asks_for() -> None:
    source = """{% load i18n %}{% translate "It's 100% so" %} {{ a|default:_("Nobody") }}
{% blocktranslate count n=2 context "list" %}{{ n }} page{% plural %}{{ n }} pages\
{% endblocktranslate %}"""
    found = {message for message, _line in messages.of_template(source, "a.html")}
    assert found == {
        Message("", "It's 100% so", ""),
        Message("", "Nobody", ""),
        Message("list", "%(n)s page", "%(n)s pages"),
    }


def test_a_catalogue_keeps_what_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    found = {Message("", "Search", ""): [("a.html", 1)], Message("", "Gone", ""): [("a.html", 2)]}
    monkeypatch.setattr(messages, "messages", lambda: found)
    path = messages.keep("fr")
    before = polib.pofile(str(path))
    for one in before:
        one.msgstr = one.msgid.upper()
    before.save()
    found = {Message("", "Search", ""): [("b.html", 1)], Message("", "New", ""): [("b.html", 2)]}
    messages.keep("fr")
    after = {one.msgid: (one.msgstr, bool(one.obsolete)) for one in polib.pofile(str(path))}
    assert after == {"Search": ("SEARCH", False), "New": ("", False), "Gone": ("GONE", True)}
    made = polib.mofile(str(path.with_suffix(".mo")))
    assert [(one.msgid, one.msgstr) for one in made] == [("Search", "SEARCH")]


def test_catalogues_of_the_project_are_up_to_date() -> None:
    """What translators get holds each message of the sources, and its .mo is made of its .po."""
    wanted = {(one.context, one.one, one.many) for one in messages.messages()}
    assert len(wanted) > 500
    for path in messages.LOCALE.rglob("*.po"):
        kept = [one for one in polib.pofile(str(path)) if not one.obsolete]
        assert {(one.msgctxt or "", one.msgid, one.msgid_plural) for one in kept} == wanted, path
        made = polib.mofile(str(path.with_suffix(".mo")))
        assert len(made) == sum(one.translated() for one in kept), path


def test_what_is_filled_in_stays_and_the_rest_is_longer() -> None:
    longer = pseudo.longer("Only %(n)d <b>people</b> read {title}")
    assert "%(n)d <b>" in longer
    assert "{title}" in longer
    assert "people" not in longer
    assert len(longer) >= 1.4 * len("Only %(n)d <b>people</b> read {title}")
    assert pseudo.mirrored("To %s") == "\u202eŤô\u202c %s"

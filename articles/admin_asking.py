"""What the admin asks once more before it is done to a text: by act, the words, form and verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.forms import DiscardForm, NoteForm, ReasonForm
from articles.models import Article, Revision
from articles.revising import (
    digest_of,
    discard_draft,
    draft_of,
    newest_published,
    publish_revision,
    republish_revision,
    roll_back,
    withdraw_revision,
)

Given = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """One act: `of` finds its revision, `verb` does it with what the form says.

    `missing` is said where there is nothing to do it to, as when a button is pressed twice.
    """

    title: Any
    words: Any
    button: Any
    done: Any
    missing: Any
    of: Callable[[Article], Revision | None]
    verb: Callable[[Revision, Any, Given], object]
    form: type[forms.Form] = forms.Form
    is_grave: bool = False


def read_of(article: Article) -> Revision | None:
    """The revision that is read; None for a draft and for what was withdrawn."""
    return article.current_revision


def withdrawn_of(article: Article) -> Revision | None:
    """The text that is read again when its withdrawal is undone."""
    if article.current_revision_id is not None:
        return None
    return newest_published(article)


# By act, done to the text of an article
ASKED = {
    "publish": Asked(
        _("Publish this text?"),
        _("From then on it is read, and its words no longer change."),
        _("Publish"),
        _("It is published."),
        _("It is published already."),
        draft_of,
        lambda revision, by, given: publish_revision(revision, by=by),
    ),
    "withdraw": Asked(
        _("Withdraw this text?"),
        _(
            "Its address says that it was withdrawn, and nothing of it is shown. The text before it"
            " is read again. Where there is none, the article and its discussion are shown to"
            " nobody until a text is published again."
        ),
        _("Withdraw"),
        _("It is withdrawn."),
        _("It is withdrawn already."),
        read_of,
        lambda revision, by, given: withdraw_revision(revision, by=by, reason=given["reason"]),
        ReasonForm,
        is_grave=True,
    ),
    "republish": Asked(
        _("Publish this text again?"),
        _("It is read again, with what was said about it."),
        _("Publish again"),
        _("It is published again."),
        _("It is published already."),
        withdrawn_of,
        lambda revision, by, given: republish_revision(revision, by=by, reason=given["reason"]),
        ReasonForm,
    ),
    "discard": Asked(
        _("Throw this draft away?"),
        _("Its words are lost for good. What is read stays as it is."),
        _("Throw it away"),
        _("The draft is thrown away."),
        _("There is no draft any more."),
        draft_of,
        lambda revision, by, given: discard_draft(revision, before=given["before"]),
        DiscardForm,
        is_grave=True,
    ),
}

# By act, done to one of its revisions, which the address names
ASKED_OF_ONE = {
    "back": Asked(
        _("Bring this text back?"),
        _(
            "It is read again, as a new revision; the revisions since stay in the history. What was"
            " said follows its words, and what had lost its words finds them again. A draft that"
            " is under way is kept."
        ),
        _("Bring it back"),
        _("The earlier text is read again."),
        "",
        read_of,
        lambda revision, by, given: roll_back(revision.article, revision, by=by, **given),
        NoteForm,
    ),
    "withdraw": Asked(
        _("Withdraw this revision?"),
        _(
            "Its address says that it was withdrawn, and nothing of it is shown. Where it is the"
            " one that is read, the text before it is read again."
        ),
        _("Withdraw"),
        _("It is withdrawn."),
        "",
        read_of,
        ASKED["withdraw"].verb,
        ReasonForm,
        is_grave=True,
    ),
    "republish": Asked(
        _("Let this revision be read again?"),
        _("Its address shows it again. What is read now stays the same, unless nothing is read."),
        _("Let it be read"),
        _("It can be read again."),
        "",
        read_of,
        ASKED["republish"].verb,
        ReasonForm,
    ),
}


def begun(asked: Asked, revision: Revision) -> Given:
    """What the form says before anything is typed."""
    return {"before": digest_of(revision.source)} if asked.form is DiscardForm else {}

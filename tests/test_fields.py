"""What is too long is refused, and not cut off by the browser before anybody sees it."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from annotations import annotating
from annotations.models import ReviewItem
from ncr.accounts.models import User
from ncr.fields import WordsField
from tests import factories


class Form(forms.Form):
    why = WordsField(max_length=5, widget=forms.Textarea(attrs={"rows": 3}))


def test_the_limit_is_told_and_not_enforced_by_the_page() -> None:
    form = Form({"why": "too long"})
    assert "maxlength" not in str(form["why"])
    assert "too long" in str(form["why"])
    assert "at most 5 characters" in str(form.errors)
    assert Form({"why": "short"}).is_valid()


@pytest.mark.django_db
def test_no_page_of_moderators_cuts_what_is_pasted() -> None:
    """Nor do those on which readers write at length."""
    moderator, author = factories.moderator(), factories.person("ada")
    article = factories.article()
    note = factories.annotation(article, author)
    reply = annotating.reply(by=author, to=note, body="An answer.")
    group = factories.group(author)
    item = ReviewItem.objects.create(
        kind="annotation",
        annotation=note,
        article=article,
        cause="spam",
        opened_at=note.created_at,
    )
    queue = "admin:annotations_reviewitem"
    person = "admin:accounts_user"
    pages: dict[User, list[str]] = {
        moderator: [
            reverse(f"{queue}_change", args=[item.pk]),
            f"{reverse(f'{queue}_decide', args=['hide'])}?of={item.pk}",
            *(reverse(f"{person}_{name}", args=[author.pk]) for name in ("sanctions", "sweep")),
            reverse("admin:annotations_annotation_move", args=[reply.pk]),
            reverse(f"{person}_trust", args=[author.pk]),
            reverse("report", args=[note.uuid]),
        ],
        author: [
            reverse("annotate", args=[article.slug]),
            reverse("edit", args=[note.uuid]),
            reverse("edit_group", args=[group.slug]),
            reverse("account"),
        ],
    }
    for user, addresses in pages.items():
        client = Client()
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200, address
            areas = re.findall("<textarea[^>]*>", answer.content.decode())
            assert areas, address
            assert not any("maxlength" in area for area in areas), address

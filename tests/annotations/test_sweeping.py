"""All that somebody wrote is removed in one act, and just that is brought back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating, sweeping
from annotations.models import Annotation, Decision, ModerationEntry
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def states(person: User) -> dict[str, str]:
    found = Annotation.objects.filter(author=person).order_by("pk")
    return {one.body: "withdrawn" if one.is_withdrawn else one.moderation for one in found}


@pytest.fixture
def spam(author: User, moderator: User, stranger: User) -> dict[str, str]:
    """What the author wrote, in every state; and what must not be touched."""
    article = factories.article()
    made = {
        name: factories.annotation(article, author, name)
        for name in ("shown", "hidden", "removed", "withdrawn", "pending")
    }
    factories.annotation(article, author, "mine", audience="me")
    factories.annotation(article, stranger, "of somebody else")
    moderating.hide(made["hidden"], by=moderator, reason="before")
    moderating.remove(made["removed"], by=moderator, reason="before")
    annotating.withdraw(made["withdrawn"], by=author)
    Annotation.objects.filter(pk=made["pending"].pk).update(moderation="pending")
    return states(author)


def test_what_is_removed_and_what_is_brought_back(
    spam: dict[str, str], author: User, stranger: User, moderator: User
) -> None:
    wave, swept = sweeping.sweep(author, by=moderator, reason="Only spam.")
    assert (swept.done, swept.left, swept.refused) == (3, 0, [])
    swept_away = {"shown", "hidden", "pending"}
    assert states(author) == {
        body: "removed" if body in swept_away else state for body, state in spam.items()
    }
    assert states(stranger) == {"of somebody else": "published"}
    assert Decision.objects.filter(act="remove", reason="Only spam.").count() == 3
    back = sweeping.bring_back(wave, author, by=moderator, reason="It was satire.")
    assert back.done == 3
    # Whoever brings it back has looked: what waited is shown, what was hidden is hidden
    assert states(author) == {**spam, "pending": "published"}
    acts = ModerationEntry.objects.filter(pk__gte=wave.pk).order_by("pk")
    assert [one.act for one in acts] == [
        "sweep",
        *["remove"] * 3,
        "bring back",
        "restore",
        "hide",
        "restore",
    ]
    assert sweeping.bring_back(wave, author, by=moderator, reason="again").done == 0


def test_what_was_decided_since_is_left(author: User, moderator: User) -> None:
    article = factories.article()
    first, other = (factories.annotation(article, author, name) for name in ("first", "other"))
    wave, _swept = sweeping.sweep(author, by=moderator, reason="Only spam.")
    first.refresh_from_db()
    moderating.restore(first, by=moderator)
    moderating.remove(first, by=moderator, reason="This one is illegal.")
    assert [pk for pk, _before in sweeping.removed_in(wave, author)] == [other.pk]
    sweeping.bring_back(wave, author, by=moderator, reason="why")
    assert states(author) == {"first": "removed", "other": "published"}


def test_a_second_wave_with_the_same_words_is_another(author: User, moderator: User) -> None:
    article = factories.article()
    factories.annotation(article, author, "first")
    one, _swept = sweeping.sweep(author, by=moderator, reason="Only spam.")
    factories.annotation(article, author, "second")
    two, _swept = sweeping.sweep(author, by=moderator, reason="Only spam.")
    assert [len(sweeping.removed_in(wave, author)) for wave in (one, two)] == [1, 1]
    sweeping.bring_back(one, author, by=moderator, reason="why")
    assert states(author) == {"first": "published", "second": "removed"}


def test_who_may(author: User, stranger: User, moderator: User) -> None:
    factories.annotation(factories.article(), author)
    for by in (author, stranger):
        with pytest.raises(NotAllowed):
            sweeping.sweep(author, by=by, reason="why")
    with pytest.raises(NotAllowed):
        sweeping.sweep(moderator, by=moderator, reason="why")
    for reason in ("", " ", "x" * 100_000):
        with pytest.raises(Refused):
            sweeping.sweep(author, by=moderator, reason=reason)
    assert not ModerationEntry.objects.exists()
    address = reverse("admin:accounts_user_sweep", args=[author.pk])
    for user in (None, author, stranger):
        assert client_of(user).get(address).status_code in (302, 403)
        assert client_of(user).post(address, {"reason": "why"}).status_code in (401, 403)
    assert states(author) == {"A note.": "published"}


def test_two_hundred_are_removed_and_restored_in_the_admin(
    author: User, moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "TIME", 600.0)  # also where the machine is busy
    article, now = factories.article(), timezone.now()
    for number in range(200):
        factories.annotation(article, author, f"Spam {number}.", at=now)
    client = client_of(moderator)
    address = reverse("admin:accounts_user_sweep", args=[author.pk])
    assert "200 annotations are taken" in client.get(address).content.decode()
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Only spam."}).status_code == 302
    assert set(states(author).values()) == {"removed"}
    wave = ModerationEntry.objects.get(act="sweep")
    page = reverse("admin:accounts_user_sanctions", args=[author.pk])
    back = reverse("admin:accounts_user_bring_back", args=[author.pk, wave.pk])
    assert back in client.get(page).content.decode()
    assert client.post(back, {"reason": "A mistake."}).status_code == 302
    assert set(states(author).values()) == {"published"}
    assert back not in client.get(page).content.decode()


def test_what_there_was_no_time_for_is_said_and_done_next(
    author: User, moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = factories.article()
    for number in range(3):
        factories.annotation(article, author, f"Spam {number}.")
    client = client_of(moderator)
    address = reverse("admin:accounts_user_sweep", args=[author.pk])
    with monkeypatch.context() as patched:
        patched.setattr(sweeping, "TIME", -1.0)
        told = client.post(address, {"reason": "Only spam."}, follow=True)
    assert "There was no time for 3." in told.content.decode()
    wave = ModerationEntry.objects.get(act="sweep")
    assert client.post(address, {"wave": str(wave.pk)}).status_code == 302
    assert len(sweeping.removed_in(wave, author)) == 3
    assert client.post(address, {"wave": "999999"}).status_code == 404
    back = reverse("admin:accounts_user_bring_back", args=[author.pk, wave.pk])
    with monkeypatch.context() as patched:
        patched.setattr(sweeping, "TIME", -1.0)
        told = client.post(back, {"reason": "It was satire, after all."})
    page = told.content.decode()
    assert "There was no time for 3." in page
    assert "3 annotations are shown again." in page
    assert "It was satire, after all." in page
    assert client.post(back, {"reason": "It was satire, after all."}).status_code == 302
    assert set(states(author).values()) == {"published"}

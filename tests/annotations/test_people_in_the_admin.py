"""People in the admin: closing accounts, ways in, roles, a record that tells nothing private."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating, reporting
from annotations.admin.record import record_of
from annotations.models import ModerationEntry, ScopedRole
from annotations.roles import OWNERS, let_into_the_admin
from ncr.accounts.models import User
from ncr.accounts.sessions import end_sessions_of
from ncr.accounts.standing import deactivate, reactivate, way_in
from ncr.refusals import NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


@pytest.fixture
def owner(db: None) -> User:
    from django.contrib.auth.models import Group

    found = factories.person("owner")
    found.groups.add(Group.objects.get(name=OWNERS))
    let_into_the_admin(found)
    return User.objects.get(pk=found.pk)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def test_closing_an_account_ends_its_sessions_and_nobody_elses(
    owner: User, author: User, stranger: User
) -> None:
    theirs, others = client_of(author), client_of(stranger)
    deactivate(author, by=owner, reason="Asked for it by mail.")
    reactivate(author, by=owner)
    # Opened again, the old session does not come back to life
    assert theirs.get(reverse("account")).status_code == 302
    assert others.get(reverse("account")).status_code == 200
    acts = ModerationEntry.objects.order_by("pk").values_list("act", "subject", "by")
    subject = f"person {author.pk}"
    assert list(acts) == [
        ("deactivate", subject, owner.pk),
        ("reactivate", subject, owner.pk),
    ]


def test_repeating_changes_nothing(owner: User, author: User) -> None:
    for _twice in range(2):
        deactivate(author, by=owner, reason="why")
    assert ModerationEntry.objects.count() == 1
    assert end_sessions_of(author.pk) == 0


def test_who_may_decide_about_whom(owner: User, author: User, moderator: User) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    for by, person in ((moderator, author), (author, owner), (owner, boss)):
        with pytest.raises(NotAllowed):
            deactivate(person, by=by, reason="why")
        with pytest.raises(NotAllowed):
            way_in(person, by=by)
    with pytest.raises(Refused):
        deactivate(owner, by=owner, reason="why")
    with pytest.raises(Refused):
        deactivate(author, by=owner, reason=" ")
    deactivate(owner, by=boss, reason="why")


def test_a_link_is_shown_once_and_signs_in(owner: User, author: User) -> None:
    address = reverse("admin:accounts_user_ask", args=[author.pk, "link"])
    client = client_of(owner)
    assert author.sign_in_links.count() == 0
    client.get(address)
    assert author.sign_in_links.count() == 0
    answer = client.post(address)
    link = answer.context["link"]
    assert link in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert link.rsplit("/", 2)[1] not in client.get(address).content.decode()
    assert Client().get(link[link.index("/accounts/") :]).status_code == 200


def test_an_owner_gets_no_way_into_a_superusers_account(owner: User) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    client = client_of(owner)
    for act in ("link", "deactivate", "reactivate"):
        address = reverse("admin:accounts_user_ask", args=[boss.pk, act])
        assert client.post(address, {"reason": "why"}).status_code == 403
    roles = reverse("admin:accounts_user_roles", args=[boss.pk])
    assert client.post(roles, {"roles": []}).status_code == 403
    change = reverse("admin:accounts_user_change", args=[boss.pk])
    client.post(change, {"display_name": "Somebody else"})
    boss.refresh_from_db()
    assert boss.display_name == ""
    assert client.post(f"/admin/accounts/user/{boss.pk}/password/").status_code in (302, 404)
    assert boss.check_password("x")


def test_rights_are_not_in_the_form_of_a_person(owner: User, author: User) -> None:
    change = reverse("admin:accounts_user_change", args=[author.pk])
    sent = {"display_name": "Ada", "is_superuser": "on", "is_staff": "on", "groups": ["1"]}
    assert client_of(owner).post(change, sent).status_code == 302
    author.refresh_from_db()
    assert (author.display_name, author.is_staff, author.is_superuser) == ("Ada", False, False)
    assert not author.groups.exists()


def test_roles_are_given_and_taken_and_logged(owner: User, author: User) -> None:
    client = client_of(owner)
    address = reverse("admin:accounts_user_roles", args=[author.pk])
    client.post(address, {"roles": ["Editors", "Moderators"]})
    author.refresh_from_db()
    assert author.is_staff
    client.post(address, {"roles": []})
    author.refresh_from_db()
    assert not author.is_staff
    reasons = ModerationEntry.objects.order_by("pk").values_list("act", "reason")
    assert list(reasons) == [("roles", "Editors, Moderators"), ("roles", "-")]
    assert client.post(address, {"roles": ["Emperors"]}).status_code == 422
    own = reverse("admin:accounts_user_roles", args=[owner.pk])
    assert client.post(own, {"roles": []}).status_code == 422
    assert owner.groups.filter(name=OWNERS).exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"role": "leader"}, "Choose an article or a topic"),
        ({"role": "leader", "article": "A", "topic": "T"}, "Choose an article or a topic"),
        ({"role": "leader", "topic": "T"}, "has moderators and no leaders"),
        ({"role": "emperor", "article": "A"}, "valid choice"),
        ({"role": "leader", "article": "0"}, "valid choice"),
        ({"role": "leader", "article": "x"}, "Choose an article or a topic"),
        ({"role": "leader", "article": "9" * 30}, "Choose an article or a topic"),
    ],
)
def test_a_scoped_role_is_refused_in_words(
    owner: User, author: User, given: dict[str, str], says: str
) -> None:
    note = factories.annotation(factories.article(), author, topics=["Winds"])
    ids = {"A": str(note.thread.article_id), "T": str(note.assignments.get().topic_id)}
    sent = {name: ids.get(value, value) for name, value in given.items()}
    address = reverse("admin:annotations_scopedrole_add")
    answer = client_of(owner).post(address, {"person": author.pk, **sent})
    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert not ScopedRole.objects.exists()


def test_a_scoped_role_is_given_once_and_taken_again(owner: User, author: User) -> None:
    article = factories.article()
    client = client_of(owner)
    sent = {"person": author.pk, "role": "moderator", "article": article.pk}
    for _twice in range(2):
        client.post(reverse("admin:annotations_scopedrole_add"), sent)
    given = ScopedRole.objects.get()
    assert given.by == owner
    revoke = reverse("admin:annotations_scopedrole_revoke", args=[given.pk])
    assert client.get(revoke).status_code == 200
    assert ScopedRole.objects.exists()
    client.post(revoke)
    assert not ScopedRole.objects.exists()
    author.refresh_from_db()
    assert not author.is_staff
    assert client.post(revoke).status_code == 404
    acts = ModerationEntry.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["grant", "revoke"]


def test_the_record_counts_nothing_private(author: User, stranger: User, moderator: User) -> None:
    article = factories.article()
    group = factories.group(author)
    notes = [factories.annotation(article, author, f"Note {number}.") for number in range(4)]
    factories.annotation(article, author, "To myself.", audience="me")
    factories.annotation(article, author, "To the group.", audience=group.audience)
    reporting.report(notes[0], by=stranger, reason="spam")
    reporting.report(notes[1], by=stranger, reason="spam")
    moderating.hide(notes[0], by=moderator, reason="why")
    moderating.dismiss(notes[1], by=moderator)
    annotating.withdraw(notes[2], by=author)
    of_author, of_stranger = record_of(author), record_of(stranger)
    assert of_author is not None
    assert of_stranger is not None
    counts = (of_author.published, of_author.hidden, of_author.withdrawn, of_author.pending)
    assert counts == (2, 1, 1, 0)
    assert (of_author.reported, of_author.upheld) == (2, 1)
    assert (of_stranger.made, of_stranger.made_upheld) == (2, 1)


@pytest.mark.parametrize("query", ["ada", "ÁDA", "author@ex", "Ada Au"])
def test_people_are_found_by_names_that_look_alike_and_by_mail(
    owner: User, stranger: User, query: str
) -> None:
    factories.person("zed", display_name="Ada Author", email="author@example.org")
    address = reverse("admin:accounts_user_changelist")
    answer = client_of(owner).get(address, {"q": query})
    assert [one.username for one in answer.context["cl"].result_list] == ["zed"]


def test_lists_are_called_by_what_is_in_them(owner: User) -> None:
    client = client_of(owner)
    names = {
        "accounts_user": "People",
        "accounts_invitation": "Invitations",
        "annotations_topic": "Topics",
        "articles_article": "Articles",
    }
    for model, name in names.items():
        page = client.get(reverse(f"admin:{model}_changelist")).content.decode()
        assert f"<h1>{name}</h1>" in page
        assert f"<title>{name} | " in page


def test_the_page_of_a_person_leads_owners_to_erasing(owner: User, author: User) -> None:
    page = client_of(owner).get(reverse("admin:accounts_user_change", args=[author.pk]))
    assert reverse("erase_person", args=[author.pk]) in page.content.decode()

"""Names that a person may choose, and those that they may not."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from ncr.accounts.models import RetiredName
from ncr.accounts.naming import checked_display_name, checked_username, retire
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast() -> None:
    factories.person("author", display_name="Ada Author")
    factories.person("noise", display_name="Somebody Else")


@pytest.mark.parametrize(
    "name", ["anna", "Ann-a_9", "Müller", "читатель", "भारती", "nguyễn", "ab", "x" * 40, "山田"]
)
def test_names_of_any_script_are_taken(name: str) -> None:
    assert checked_username(name) == name


def test_a_name_is_kept_composed() -> None:
    assert checked_username("Mu\u0308ller") == "Müller"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a", "2 to 40"),
        ("x" * 41, "2 to 40"),
        ("12345", "at least one letter"),
        ("--__", "at least one letter"),
        ("anna maria", "made of letters"),
        ("anna@example", "made of letters"),
        ("anna/..", "made of letters"),
        ("anna\u202eflip", "cannot be shown"),
        ("anna\u2066x\u2069", "cannot be shown"),
        ("an\0na", "cannot be shown"),
        ("an\ud800na", "cannot be shown"),
        ("a" + "\u0335" * 200, "more than 2 marks"),
        ("a" + "\u0335" * 3 + "b", "more than 2 marks"),
    ],
)
def test_what_a_user_name_cannot_be_is_said(name: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        checked_username(name)


@pytest.mark.parametrize(
    "name",
    [
        "author",
        "AUTHOR",
        "Aüthor",
        "аuthоr",  # Cyrillic a and o
        "auth0r",
        "au-thor",
        "adaauthor",  # somebody's display name
    ],
)
def test_look_alikes_are_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="looks like one that is"):
        checked_username(name)


@pytest.mark.parametrize("name", ["admin", "Admin", "аdmin", "r00t", "mod", "deleted", "NCR"])
def test_reserved_words_are_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="taken"):
        checked_username(name)
    with pytest.raises(ValidationError, match="taken"):
        checked_display_name(name)


@pytest.mark.parametrize(
    "name", ["Ada  Author", "ada author", "Аda Author", "author", "Ad\u00e1 Author"]
)
def test_a_display_name_may_be_nobody_elses_name(name: str) -> None:
    with pytest.raises(ValidationError, match="taken"):
        checked_display_name(name)


def test_ones_own_names_are_no_look_alikes() -> None:
    author = factories.person("own", display_name="Own Name")
    assert checked_display_name("own  name", author) == "own name"
    assert checked_display_name("OWN", author) == "OWN"
    assert checked_display_name("", author) == ""


@pytest.mark.parametrize("name", ["محمد رضا", "می\u200cخواهم", "Jean-Luc O'Neill, Jr."])
def test_display_names_of_life_are_taken(name: str) -> None:
    assert checked_display_name(name) == name


@pytest.mark.parametrize(
    ("name", "words"),
    [("x" * 81, "at most 80"), ("...", "letter"), ("A\u200cb\u200c\u200cc", "cannot be shown")],
)
def test_what_a_display_name_cannot_be_is_said(name: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        checked_display_name(name)


def test_the_name_of_who_left_stays_taken() -> None:
    gone = factories.person("leaver", display_name="Lea Leaver")
    retire(gone)
    retire(gone)
    gone.delete()
    assert RetiredName.objects.count() == 2
    for name in ("leaver", "Léaver", "LeaLeaver"):
        with pytest.raises(ValidationError, match="taken"):
            checked_username(name)
    assert "leaver" not in str(list(RetiredName.objects.values()))


def test_checking_costs_two_queries(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        checked_username("fresh-name")

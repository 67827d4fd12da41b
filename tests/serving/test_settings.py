"""Settings that cannot be used stop the start and name their variable."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving.running import ROOT, environment

SHOW = "from django.conf import settings as s; print({})"


def load(data: Path, show: str = "s.SITE_URL", **given: str) -> subprocess.CompletedProcess[str]:
    """The settings, in a process of their own."""
    given.setdefault("DJANGO_SETTINGS_MODULE", "ncr.settings")
    return subprocess.run(
        [sys.executable, "-c", SHOW.format(show)],
        cwd=ROOT,
        env=environment(data, **given),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://ncr@localhost/ncr"),
        ("DATABASE_URL", "nonsense"),
        ("NCR_WORK_URL", "postgres:"),
        ("NCR_URL", "reading.example"),
        ("NCR_URL", "ftp://reading.example"),
        ("NCR_URL", "https://reading.example/below"),
        ("NCR_SECRET_KEY", "too short"),
        ("NCR_DEBUG", "ture"),
        ("NCR_REDIRECT", "maybe"),
        ("NCR_BEHIND_PROXY", "2"),
        ("NCR_GROUPS", "everyone"),
        ("NCR_LANGUAGES", "en,nonsense"),
        ("NCR_LANGUAGES", "en,fi"),
        ("NCR_LANGUAGES", "en-xa"),
        ("SAMPLES", "none"),
        ("SIGNUP", "everybody"),
        ("NCR_WRITE_LIMIT", "0"),
        ("NCR_PREVIEW_LIMIT", "many"),
        ("NCR_SEARCH_LIMIT", "0"),
        ("TIME_ZONE", "Europe/Nowhere"),
        ("TIME_ZONE", "/etc/passwd"),
        ("EMAIL_URL", "mail.example"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "smtp://host:port"),
        ("EMAIL_URL", "smtps://host"),
        ("EMAIL_URL", "smtp://host?tls=1"),
        ("EMAIL_URL", "filemail://"),
        ("EMAIL_URL", "memorymail://"),
        ("NCR_MAIL_FROM", "nobody"),
        ("NCR_MAIL_FROM", "a@b@example.org"),
        ("NCR_MAIL_FROM", "a@example.org, b@example.org"),
        ("NCR_MAIL_FROM", "Somebody <a@example.org\nBcc: b@example.org>"),
        ("PORT", "99999"),
        ("PORT", "http"),
    ],
)
def test_a_wrong_value_stops_the_start_and_is_named(tmp_path: Path, name: str, value: str) -> None:
    https = {"NCR_URL": "https://reading.example"} if name == "NCR_REDIRECT" else {}
    done = load(tmp_path, **{**https, name: value})
    assert done.returncode == 1
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .startswith(f"django.core.exceptions.ImproperlyConfigured: {name} ")
    )


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = load(tmp_path / "file" / "data")
    assert done.returncode == 1
    assert "ImproperlyConfigured: NCR_DATA:" in done.stderr


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    data = tmp_path / "read & write, 100% ours? #1"
    printed = load(data, "s.DATABASES['default']['NAME']").stdout.strip()
    assert printed == str(data / "ncr.sqlite3")


def test_nothing_set_is_good(tmp_path: Path) -> None:
    shown = "s.SITE_URL, s.DEBUG, s.SESSION_COOKIE_SECURE, s.DATABASES['default']['NAME']"
    printed = load(tmp_path, shown).stdout.split()
    assert printed == ["http://localhost:8000", "False", "False", str(tmp_path / "ncr.sqlite3")]


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    data = tmp_path / "new"
    first, second = (load(data, "s.SECRET_KEY").stdout.strip() for _ in range(2))
    assert len(first) >= 50
    assert first == second == (data / "secret_key").read_text()
    assert stat.S_IMODE((data / "secret_key").stat().st_mode) == 0o600


def test_a_given_key_is_used_and_not_kept(tmp_path: Path) -> None:
    assert load(tmp_path, "s.SECRET_KEY", NCR_SECRET_KEY="k" * 50).stdout.strip() == "k" * 50
    assert not (tmp_path / "secret_key").exists()


def test_https_makes_cookies_secure(tmp_path: Path) -> None:
    shown = "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, *s.ALLOWED_HOSTS"
    printed = load(tmp_path, shown, NCR_URL="https://reading.example").stdout.split()
    assert printed[:3] == ["True"] * 3
    assert "reading.example" in printed


def test_what_is_counted_is_counted_for_all_workers(tmp_path: Path) -> None:
    """Limits stand in the cache, so it must not be a process's own."""
    shown = "s.CACHES['default']['BACKEND'], s.DATABASES['work']['NAME']"
    printed = load(tmp_path, shown).stdout.split()
    assert printed == [
        "django.core.cache.backends.db.DatabaseCache",
        str(tmp_path / "work.sqlite3"),
    ]


def test_the_readers_address_is_believed_of_a_proxy_alone(tmp_path: Path) -> None:
    shown = "getattr(s, 'ALLAUTH_TRUSTED_PROXY_COUNT', 0)"
    assert load(tmp_path, shown).stdout.strip() == "0"
    assert load(tmp_path, shown, NCR_BEHIND_PROXY="1").stdout.strip() == "1"


def test_mail_goes_to_the_console_unless_told_otherwise(tmp_path: Path) -> None:
    printed = load(tmp_path, "s.EMAIL_BACKEND, s.DEFAULT_FROM_EMAIL").stdout.split(maxsplit=1)
    assert printed[0] == "django.core.mail.backends.console.EmailBackend"
    assert printed[1].strip() == '"NCR" <noreply@localhost>'


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", "smtp mail.example 25 None None False False"),
        ("smtp+tls://me:p%40ss@mail.example", "smtp mail.example 587 me p@ss True False"),
        ("smtp+ssl://me:x@mail.example:2465", "smtp mail.example 2465 me x False True"),
        ("consolemail://", "console localhost 25 None None False False"),
    ],
)
def test_a_mail_server_is_read_from_its_address(tmp_path: Path, url: str, expected: str) -> None:
    shown = (
        "s.EMAIL_BACKEND.split('.')[-2], s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_HOST_USER,"
        " s.EMAIL_HOST_PASSWORD, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL"
    )
    assert load(tmp_path, shown, EMAIL_URL=url).stdout.strip() == expected


def test_a_folder_of_mail_may_be_anywhere_or_with_the_rest(tmp_path: Path) -> None:
    for url, folder in {
        "filemail:////srv/x": Path("/srv/x"),
        "filemail:///m": tmp_path / "m",
    }.items():
        assert load(tmp_path, "s.EMAIL_FILE_PATH", EMAIL_URL=url).stdout.strip() == str(folder)


def test_a_password_in_a_wrong_address_is_not_shown(tmp_path: Path) -> None:
    for url in ("smtp://me:sesame@host:sesame", "smtps://me:sesame@host", "x://me:sesame@host"):
        done = load(tmp_path, EMAIL_URL=url)
        assert "EMAIL_URL" in done.stderr
        assert "sesame" not in done.stderr


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("reading@example.org", '"Circle" <reading@example.org>'),
        ("Reading, all <r@example.org>", None),
        ('"Reading, all" <r@example.org>', '"Reading, all" <r@example.org>'),
        ("Lesekreis Köln <r@example.org>", '"Lesekreis Köln" <r@example.org>'),
    ],
)
def test_mail_comes_from_whom_the_owner_says(
    tmp_path: Path, given: str, expected: str | None
) -> None:
    done = load(tmp_path, "s.DEFAULT_FROM_EMAIL", NCR_MAIL_FROM=given, NCR_NAME="Circle")
    assert (done.stdout.strip() or None) == expected

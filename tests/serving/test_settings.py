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
        ("SAMPLES", "none"),
        ("SIGNUP", "everybody"),
        ("NCR_WRITE_LIMIT", "0"),
        ("NCR_PREVIEW_LIMIT", "many"),
        ("TIME_ZONE", "Europe/Nowhere"),
        ("TIME_ZONE", "/etc/passwd"),
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

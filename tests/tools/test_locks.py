"""The lock files say what pyproject.toml asks for, by hash, and name no place to get it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
SITE = PROJECT["project"]["dependencies"]
TESTS = PROJECT["dependency-groups"]["dev"]
LOCKS = {"requirements.lock": SITE, "requirements-dev.lock": [*SITE, *TESTS]}
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    found = PIN.findall((ROOT / lock).read_text())
    return {str(canonicalize_name(name)): version for name, version in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_wish_is_pinned_within_its_bounds(lock: str) -> None:
    pinned = pins(lock)
    for wish in map(Requirement, LOCKS[lock]):
        version = pinned.get(str(canonicalize_name(wish.name)), "")
        assert version, f"{lock} lacks {wish.name}: make lock"
        assert wish.specifier.contains(version), f"{lock} has {wish.name} {version}: make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_each_pin_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert len(entries) > 20
    for entry in entries:
        assert PIN.match(entry), entry
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_place_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "--index" not in text


def test_tests_run_on_what_the_site_runs_on() -> None:
    site, tests = pins("requirements.lock"), pins("requirements-dev.lock")
    assert site.items() <= tests.items()

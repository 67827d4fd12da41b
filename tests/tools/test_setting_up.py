"""What the tools say when something is missing, and that they do nothing twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder of programs that stands for a machine with little on it."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "cmp", "cp", "rm", "head", "awk"):
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    return programs


def program(path: Path, name: str, text: str) -> None:
    (path / name).write_text(f"#!/bin/sh\n{text}\n")
    (path / name).chmod(0o755)


def call(tool: str, *arguments: str, path: Path, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "tools" / tool, *arguments],
        cwd=path.parent,
        env={"PATH": str(path), **given},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_machine_without_python_is_told_how_to_get_it(path: Path) -> None:
    done = call("prepare", "requirements.lock", path=path)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


def test_an_old_python_is_passed_over(path: Path) -> None:
    program(path, "python3", "exit 1")
    assert "needs Python 3.11" in call("prepare", "requirements.lock", path=path).stderr


def test_debians_missing_venv_is_named(path: Path) -> None:
    """Debian's python3 has no ensurepip without python3-venv."""
    program(
        path,
        "python3",
        f'case "$2" in *ensurepip*) exit 1;; *) exec {sys.executable} "$@";; esac',
    )
    done = call("prepare", "requirements.lock", path=path)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert done.returncode == 1
    assert f"apt-get install python{version}-venv" in done.stderr


def test_what_is_installed_is_not_installed_again(path: Path) -> None:
    place = path.parent
    (place / ".venv" / "bin").mkdir(parents=True)
    program(
        place / ".venv" / "bin",
        "python",
        f'case "$1" in -m) exit 9;; esac; exec {sys.executable} "$@"',
    )
    (place / "some.lock").write_text("nothing==1\n")
    shutil.copy(place / "some.lock", place / ".venv" / "installed-some.lock")
    began = time.monotonic()
    assert call("prepare", "some.lock", path=path).returncode == 0
    assert time.monotonic() - began < 5
    (place / "some.lock").write_text("nothing==2\n")
    done = call("prepare", "some.lock", path=path)
    assert done.returncode == 1
    assert "could not be installed" in done.stderr


def test_a_missing_browser_and_fonts_are_named(path: Path) -> None:
    done = call("browser", path=path, CHROMIUM="")
    assert done.returncode == 1
    assert "apt-get install chromium fontconfig fonts-noto-core" in done.stderr


def test_a_browser_and_fonts_are_enough(path: Path) -> None:
    program(path, "fc-list", "echo /usr/share/fonts/a.ttf: A")
    assert call("browser", path=path, CHROMIUM=str(path / "fc-list")).returncode == 0


def test_help_names_every_target_for_people() -> None:
    done = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    listed = {line.split()[1] for line in done.stdout.splitlines()}
    assert {"run", "test", "check", "lock", "bench", "clean", "check-examples"} <= listed


def test_examples_are_recognised_or_refused(tmp_path: Path) -> None:
    def check() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "tools/check_examples.py", str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "ncr.settings"},
            capture_output=True,
            text=True,
            check=False,
        )

    assert check().returncode == 1  # no example at all
    text = "# A walk\n\nThe first paragraph says where it goes.\n\nThe second comes back.\n"
    (tmp_path / "walk.md").write_text(text)
    good = check()
    assert good.returncode == 0, good.stderr
    assert good.stdout == "walk.md: A walk (published None, updated None), 2 blocks\n"
    (tmp_path / "empty.txt").write_text("")
    bad = check()
    assert bad.returncode == 1
    assert "empty.txt: REFUSED" in bad.stdout
    assert "The file is empty" in bad.stderr
    assert "walk.md: A walk" in bad.stdout

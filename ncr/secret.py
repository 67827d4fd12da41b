"""The site's secret key: given by the environment, or made once and kept beside the data."""

import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

LEAST = 50


def kept_secret(folder: Path, given: str) -> str:
    """The key to sign with; makes `secret_key` in `folder`, readable by its owner only.

    Raises ImproperlyConfigured for a key too short to be safe. Two processes that start at once
    agree on one key: the file is made exclusively, and the loser reads the winner's.
    """
    if given.strip():
        return _checked(given.strip(), "NCR_SECRET_KEY")
    path = folder / "secret_key"
    if not path.exists():
        _write_once(path)
    return _checked(path.read_text().strip(), str(path))


def replace_secret(folder: Path, key: str) -> None:
    """Keeps a key that was kept elsewhere, instead of the one made here."""
    _written(folder / "secret_key", _checked(key, "The secret key")).replace(folder / "secret_key")


def _written(path: Path, key: str) -> Path:
    """A key in a file of its own beside `path`, readable by its owner only."""
    fresh = path.with_name(f"secret_key.{secrets.token_hex(8)}")
    fresh.touch(mode=0o600)
    fresh.write_text(key)
    return fresh


def _write_once(path: Path) -> None:
    fresh = _written(path, secrets.token_urlsafe(60))
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        pass  # another process was first; its key stands
    finally:
        fresh.unlink()


def _checked(key: str, origin: str) -> str:
    if len(key) < LEAST:
        raise ImproperlyConfigured(f"{origin} must hold at least {LEAST} characters.")
    return key

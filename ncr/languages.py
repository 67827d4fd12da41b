"""Which languages a site speaks, as the settings read it."""

from __future__ import annotations

from pathlib import Path

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import to_locale

SOURCE = "en"  # what the messages in the sources are written in
# Made by tools/pseudo.py to try the pages with; they are no readers' languages
PSEUDO = {"en-xa": "Accented English", "ar-xb": "Mirrored English"}


def languages(value: str, catalogues: list[Path], *, trying: bool) -> list[tuple[str, str]]:
    """Codes and names of the languages in a list like "en,fr"; the first is the site's own.

    Each needs a catalogue, `<locale>/LC_MESSAGES/django.mo` in one of the folders.
    """
    codes = [code.strip().lower() for code in (value.strip() or SOURCE).split(",")]
    return [(code, _name(code, catalogues, trying)) for code in dict.fromkeys(codes)]


def _name(code: str, catalogues: list[Path], trying: bool) -> str:
    names = {key: info["name_local"] for key, info in LANG_INFO.items() if "name_local" in info}
    names |= PSEUDO if trying else {}
    if code not in names:
        raise ImproperlyConfigured(
            f"NCR_LANGUAGES must be codes of languages like en,fr, and {code!r} is none."
        )
    if code != SOURCE and not any(_catalogue(code, folder).exists() for folder in catalogues):
        raise ImproperlyConfigured(
            f"NCR_LANGUAGES names {code!r}, for which there is no translation"
            f" ({_catalogue(code, catalogues[0])}; see docs/translating.md)."
        )
    return str(names[code])


def _catalogue(code: str, folder: Path) -> Path:
    return folder / to_locale(code) / "LC_MESSAGES" / "django.mo"

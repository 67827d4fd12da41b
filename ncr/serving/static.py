"""Static files under names that change with their content, made small and compressed once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from rcssmin import cssmin
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN = "annotations/"  # what others wrote comes as they made it
SMALLER: dict[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}


def smaller(name: str, text: str) -> str:
    """The same file without comments and spare white space, a quarter less to send."""
    make = SMALLER.get(PurePath(name).suffix)
    return make(text) if make and name.startswith(OWN) else text


class ModuleStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Renames the files that ES modules import along with the modules themselves."""

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: Any) -> str:
        if name.startswith(OWN) and PurePath(name).suffix in SMALLER:
            text = b"".join(content.chunks()).decode()  # from its beginning, wherever it stands
            content = ContentFile(smaller(name, text).encode())
        saved: str = super()._save(name, content)
        return saved

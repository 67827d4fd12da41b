"""Documents of one's own: the files of a folder that have NAME.json with paragraphs beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from articles.importers.kinds import kind_of
from bench.importing.made import Made


def made_in(folder: Path) -> Iterator[Made]:
    """The documents of a folder; the JSON is a list, or an object with `paragraphs`, `facts`."""
    for path in sorted(folder.iterdir()):
        truth = path.with_suffix(".json")
        if path == truth or not path.is_file() or not truth.exists():
            continue
        beside = json.loads(truth.read_text("utf-8"))
        if isinstance(beside, list):
            beside = {"paragraphs": beside}
        data = path.read_bytes()
        kind = kind_of(data, path.name)
        yield Made(path.name, kind, data, beside["paragraphs"], beside.get("facts", ()))

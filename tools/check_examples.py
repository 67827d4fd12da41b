"""Says what the importers recognise in each example of a folder; fails where one is refused."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.importers import document_as_json, document_of  # noqa: E402
from articles.importers.apart import Reader  # noqa: E402
from articles.importers.kinds import SUFFIXES  # noqa: E402
from articles.refusing import TextRefused  # noqa: E402


def examples(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def recognised(path: Path, reader: Reader) -> str:
    """One line about an example; raises TextRefused and OSError."""
    found = document_as_json(document_of(reader.read(path.read_bytes(), path.name)))
    dates = f"published {found['published']}, updated {found['updated']}"
    return f"{found['title']} ({dates}), {len(found['blocks'])} blocks"


def main(folder: Path) -> int:
    paths = examples(folder)
    if not paths:
        sys.stderr.write(f"There is no text in {folder}.\n")
        return 1
    failed = 0
    with Reader() as reader:
        for path in paths:
            try:
                line = recognised(path, reader)
            except (TextRefused, OSError) as error:
                failed += 1
                line = "REFUSED"
                sys.stderr.write(f"{path}: {error}\n")
            sys.stdout.write(f"{path.name}: {line}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

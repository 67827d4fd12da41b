"""Says what the importers recognise in each example of a folder; fails where one is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "manage.py", "import_article", "--dry-run", "--json"]


def examples(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))


def recognised(path: Path) -> str | None:
    """One line about an example; None where the command failed, which then has said why."""
    done = subprocess.run([*COMMAND, str(path)], stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        return None
    found = json.loads(done.stdout)
    dates = f"published {found['published']}, updated {found['updated']}"
    return f"{found['title']} ({dates}), {len(found['blocks'])} blocks"


def main(folder: Path) -> int:
    paths = examples(folder)
    if not paths:
        sys.stderr.write(f"There is no .txt and no .md in {folder}.\n")
        return 1
    failed = 0
    for path in paths:
        line = recognised(path)
        failed += line is None
        sys.stdout.write(f"{path.name}: {line or 'REFUSED'}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

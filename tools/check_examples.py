"""Runs the importer over a folder of real texts and prints what it recognised of each."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def recognised(path: Path) -> str:
    """One line on what was found in a file; raises when the command fails."""
    command = [sys.executable, "manage.py", "import_article", "--dry-run", "--json", str(path)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    if answer.returncode:
        raise RuntimeError(answer.stderr.strip())
    found = json.loads(answer.stdout)
    kinds = Counter(block["kind"] for block in found["blocks"])
    dates = f"{found['published']}, updated {found['updated']}"
    return f"{path.name}: {found['title']!r} ({found['language']}; {dates}) {dict(kinds)}"


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "")
    texts = sorted(p.resolve() for p in folder.glob("*") if p.suffix in (".txt", ".md"))
    texts = [path for path in texts if path.name != "README.md"]
    if not sys.argv[1:] or not texts:
        print("Say where the texts are: make check-examples EXAMPLES=folder", file=sys.stderr)  # noqa: T201
        return 2
    failed = 0
    for path in texts:
        try:
            print(recognised(path))  # noqa: T201
        except RuntimeError as error:
            failed += 1
            print(f"{path.name}: {error}", file=sys.stderr)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

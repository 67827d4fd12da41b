"""How well and how fast annotations follow their text; see bench/README.md."""

import argparse
import importlib.util
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotations.anchoring import following  # noqa: E402
from annotations.anchoring.benchmark import anchor  # noqa: E402
from annotations.anchoring.describing import describe  # noqa: E402
from articles.aligning import alignment, runs, similar  # noqa: E402
from bench.goals import goal  # noqa: E402

GOLDEN = ROOT / "tests" / "annotations" / "anchoring" / "golden" / "placing.json"

LABELS = ROOT / "docs" / "anchoring-labels.md"

# What cross-validation chooses from: the constants that matter most, about the values in use
CHOICES: list[tuple[ModuleType, str, tuple[float, ...]]] = [
    (following, "ORPHAN", (0.2, 0.25, 0.3)),
    (following, "STRETCH", (0.75, 1.0, 1.25)),
    (similar, "ALIKE", (0.4, 0.5, 0.6)),
    (similar, "MOVED_WEIGHT", (40, 50, 60)),
    (alignment, "VERBATIM_WEIGHT", (20, 22, 24)),
    (runs, "ALIKE", (0.5, 0.6, 0.7)),
    (runs, "PHRASE", (4, 5, 6)),
]


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def on_golden() -> bool:
    """The share of golden cases whose span is right, for want of the benchmark's texts."""
    right = 0
    cases = json.loads(GOLDEN.read_text("utf-8"))
    for case in cases:
        old, new = "\n".join(case["old"]), "\n".join(case["new"])
        expected = (new.index("["), new.index("]") - 1) if "[" in new else None
        start, end = old.index("["), old.index("]") - 1
        old, new = (text.replace("[", "").replace("]", "") for text in (old, new))
        one = describe(old, start, end)
        selector: Any = {
            **{"exact": one.quote, "prefix": one.prefix, "suffix": one.suffix},
            **{"start": start, "end": end},
        }
        right += anchor(old, new, [selector]) == [expected]
    return goal("golden cases that are right, %", 100 * right / len(cases), 100)


def figures(score: ModuleType, recs: list[dict[str, Any]]) -> dict[str, float]:
    hard = [one for one in recs if one["label"] != "exact" or one["repeated"] or one["moved"]]
    return {**score.summary(recs), "hard": score.summary(hard)["acc90"]}


def without_disputed(recs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those whose labels we do not dispute."""
    rows = re.findall(r"^\| (\S+-\d+) \| ([\d, -]+) \|", LABELS.read_text("utf-8"), re.MULTILINE)
    disputed = {
        (name, int(start), int(end))
        for name, spans in rows
        for start, end in re.findall(r"(\d+)-(\d+)", spans)
    }
    return [one for one in recs if (one["id"], one["s"], one["e"]) not in disputed]


def told(found: dict[str, float]) -> str:
    names = ("acc50", "acc90", "hard", "false_attach", "false_orphan")
    return " / ".join(f"{found[name]:.2f}" for name in names)


def are_met(name: str, found: dict[str, float]) -> bool:
    met = [
        goal(f"{name}: right span (IoU 0.5) or rightly orphaned, %", found["acc50"], 99.5),
        goal(f"{name}: the same, IoU 0.9, %", found["acc90"], 99.0),
        goal(f"{name}: the same of the hard ones, %", found["hard"], 98.3),
        goal(f"{name}: attached, but deleted, %", found["false_attach"], 0.75, most=True),
        goal(f"{name}: orphaned, but there, %", found["false_orphan"], 0.4, most=True),
    ]
    return all(met)


def seconds(score: ModuleType, rows: list[Any], engine: Callable[..., Any]) -> float:
    """CPU time, the best of three, as the machine is not ours alone."""
    module = sys.modules[engine.__module__] if engine is anchor else ModuleType("baseline")
    return min(score.evaluate(rows, engine, module)[1] for _ in range(3))


def chosen(score: ModuleType, rows: list[Any]) -> dict[str, float]:
    """The value of each constant that does best on `rows`, one after the other."""
    best = {}
    for module, name, values in CHOICES:
        found = {}
        for value in values:
            setattr(module, name, value)
            recs, *_ = score.evaluate(rows, anchor, sys.modules[anchor.__module__])
            found[value] = worth(score.summary(recs))
        value = max(values, key=lambda value: found[value])
        setattr(module, name, value)
        best[f"{module.__name__.rsplit('.')[-1]}.{name}"] = value
    return best


def worth(found: dict[str, float]) -> float:
    """False attachments are never traded for accuracy: past the goal each counts ten times."""
    return found["acc90"] - 10 * max(0.0, found["false_attach"] - 0.75)


def cross_validated(score: ModuleType, rows: list[Any]) -> bool:
    kept = [(module, name, getattr(module, name)) for module, name, _ in CHOICES]
    met = []
    for repo in sorted({row["repo"] for row in rows}):
        best = chosen(score, [row for row in rows if row["repo"] != repo])
        recs, *_ = score.evaluate(
            [row for row in rows if row["repo"] == repo], anchor, sys.modules[anchor.__module__]
        )
        print(f"\n{repo}, constants chosen on the others: {best}")
        met.append(are_met(repo, figures(score, recs)))
        for module, name, value in kept:
            setattr(module, name, value)
    return all(met)


def on_texts(folder: Path, *, cross: bool) -> bool:
    score = loaded(folder / "score.py")
    rows = list(score.load([str(folder / "data")]))
    recs, *_ = score.evaluate(rows, anchor, sys.modules[anchor.__module__])
    met = [are_met("all", figures(score, recs))]
    for repo in sorted({one["repo"] for one in recs}):
        print()
        ours = [one for one in recs if one["repo"] == repo]
        met.append(are_met(repo, figures(score, ours)))
        print(f"        without disputed labels: {told(figures(score, without_disputed(ours)))}")
    if (folder / "baselines.py").exists():
        print()
        baseline = loaded(folder / "baselines.py").difflib_lines_tokens
        for name, bound in (("data", 2.0), ("data-1mb", 1.5)):
            texts = list(score.load([str(folder / name)]))
            ratio = seconds(score, texts, anchor) / seconds(score, texts, baseline)
            met.append(goal(f"{name}: time by that of difflib", ratio, bound, most=True))
    return all([*met, cross_validated(score, rows)] if cross else met)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared/anchoring")
    parser.add_argument("--cross", action="store_true", help="cross-validate as well (minutes)")
    given = parser.parse_args()
    has_texts = (given.folder / "score.py").exists()
    met = on_texts(given.folder, cross=given.cross) if has_texts else on_golden()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())

"""What a site asks of robots (RFC 9309), as far as it concerns this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

AGENT = "NCR-import"
PRODUCT = re.compile(r"[A-Za-z_-]+|\*")  # RFC 9309, 2.2.1
MOST_RULES = 5_000


@dataclass(frozen=True)
class Rules:
    """Paths that a robot may or may not ask for, each with whether it may."""

    rules: tuple[tuple[str, bool], ...] = ()

    def allow(self, path: str) -> bool:
        """Whether the robot may ask for a path: the longest rule decides, allowing one first."""
        path = _comparable(path)
        matched = [(len(rule), may) for rule, may in self.rules if _matches(rule, path)]
        return max(matched)[1] if matched else True


NOTHING_SAID = Rules()


def rules_in(data: bytes, agent: str = AGENT) -> Rules:
    """The rules of a robots.txt for `agent`: of the groups that name it, or else of those for all.

    Lines that are not understood are passed over, as the standard asks.
    """
    own: list[tuple[str, bool]] = []
    everybody: list[tuple[str, bool]] = []
    is_own_named = False
    for names, rules in _groups(data):
        if agent.lower() in names:
            is_own_named = True
            own += rules
        elif "*" in names:
            everybody += rules
    return Rules(tuple((own if is_own_named else everybody)[:MOST_RULES]))


def _groups(data: bytes) -> Iterator[tuple[set[str], list[tuple[str, bool]]]]:
    """The names that each group is for, in small letters, and its rules."""
    names: set[str] = set()
    rules: list[tuple[str, bool]] = []
    is_naming = False
    for key, value in _lines(data):
        if key == "user-agent":
            if not is_naming:
                yield names, rules
                names, rules = set(), []
            is_naming = True
            product = PRODUCT.match(value)
            names |= {product[0].lower()} if product else set()
        elif key in ("allow", "disallow"):
            is_naming = False
            if value:
                rules.append((_comparable(value), key == "allow"))
    yield names, rules


def _lines(data: bytes) -> Iterable[tuple[str, str]]:
    for line in data.decode("utf-8-sig", "replace").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _comparable(path: str) -> str:
    """The path with signs written in one way, whether they were encoded or not (2.2.2)."""
    kept = "/?:@!$&'()*+,;=-._~[]"
    return "%2F".join(
        "%2A".join(quote(unquote_to_bytes(part), kept) for part in re.split("%2[Aa]", piece))
        for piece in re.split("%2[Ff]", path)
    )


def _matches(rule: str, path: str) -> bool:
    """Whether a rule with `*` for anything and `$` for the end fits; one walk over the path."""
    is_whole = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not others:
        return not is_whole or at == len(path)
    *middle, last = others
    for piece in middle:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if is_whole:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0

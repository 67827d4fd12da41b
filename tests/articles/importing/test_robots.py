"""What a site asks of robots, by RFC 9309."""

from __future__ import annotations

import time

import pytest

from articles.importing.robots import rules_in

ROBOTS = """
User-agent: *
Disallow: /

User-agent: ncr-import/1.0 # that is us
User-agent: other
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Disallow: /caf%C3%A9
"""


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/caf%c3%a9/menu", False),
        ("/café", False),
    ],
)
def test_the_longest_rule_of_our_own_group_decides(path: str, may: bool) -> None:
    assert rules_in(ROBOTS.encode()).allow(path) is may
    assert not rules_in(ROBOTS.encode(), "somebody").allow(path)


def test_rules_that_are_made_to_be_slow_are_not() -> None:
    rules = rules_in(b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"b$\n")
    began = time.process_time()
    assert rules.allow("/" + "a" * 1_000)
    assert time.process_time() - began < 1

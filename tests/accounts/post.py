"""What a person does with the mail that they get."""

from __future__ import annotations

import re

from django.core import mail

ADDRESS = re.compile(r"http://localhost:8000(/[^\s<]+)")


def newest(to: str) -> str:
    """The text of the newest mail to an address."""
    for message in reversed(mail.outbox):
        if message.to == [to]:
            return str(message.body)
    raise AssertionError(f"no mail to {to}")


def link_in(text: str) -> str:
    """The path of the first address of the site in a mail."""
    found = ADDRESS.search(text)
    assert found, text
    return found[1]


def subjects(to: str) -> list[str]:
    return [str(message.subject) for message in mail.outbox if message.to == [to]]

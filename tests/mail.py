"""A mail server of the tests' own, which keeps what it is sent and refuses it on demand."""

from __future__ import annotations

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


@dataclass
class Postbox:
    """Answers each mail with `answer` if that is set (like "451 busy"), and keeps it otherwise."""

    answer: str = ""
    refused: str = ""  # the answer to a recipient
    letters: list[EmailMessage] = field(default_factory=list)
    tries: int = 0

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.refused:
            self.tries += 1
            return self.refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.tries += 1
        if self.answer:
            return self.answer
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        for name, value in letter.items():
            letter.replace_header(name, str(value).strip())  # folded before its first word
        self.letters.append(letter)
        return "250 OK"

    def newest(self, to: str) -> EmailMessage:
        return next(one for one in reversed(self.letters) if one["To"] == to)

    def link(self, to: str) -> str:
        """The first address in the newest mail to somebody, the same in text and in HTML."""
        letter = self.newest(to)
        found = next(word for word in text_of(letter).split() if word.startswith("http"))
        assert f'href="{found}"' in text_of(letter, "html")
        return found

    def texts(self) -> list[str]:
        return [text_of(letter) for letter in self.letters]


class Server(Controller):
    """On a free port; a server that is told to start at port 0 says only then which it has."""

    def __init__(self, box: Postbox) -> None:
        super().__init__(box, hostname="127.0.0.1", port=0, ready_timeout=10)

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
        super()._trigger_server()


def text_of(letter: EmailMessage, kind: str = "plain") -> str:
    """The text of a mail, or with "html" its HTML."""
    part = letter.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")

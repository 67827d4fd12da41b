"""The header and the signature of a saved e-mail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.importers.dates import read_date

FIELD = re.compile(
    r"(?P<name>From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|Von|An|Datum|Gesendet|Betreff"
    r"|De|À|Objet|Envoyé|Para|Asunto|Fecha|От|Кому|Дата|Тема)\s?:\s*(?P<value>.*)"
)
NAMES = {
    "subject": ("Subject", "Betreff", "Objet", "Asunto", "Тема"),
    "from": ("From", "Von", "De", "От"),
    "to": ("To", "An", "À", "Para", "Кому"),
    "date": ("Date", "Sent", "Datum", "Gesendet", "Envoyé", "Fecha", "Дата"),
}
REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.I)
LIST_TAG = re.compile(r"\[(?P<name>[^\]]{1,30})\]\s*(?=\S)")
MAILBOX = re.compile(r"\s*[<(\[]?\S+@\S+[>)\]]?\s*")
SIGNATURE = re.compile(r"\n-- \n(?P<signature>(?:[^\n]*\n?){1,8})\Z")  # RFC 3676, 4.3


@dataclass(frozen=True)
class Mail:
    """What the header says; all None where there is no header."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None


def read_mail(text: str) -> tuple[Mail, str]:
    """The header, and the text without it; a text without one comes back as it is."""
    header, blank, body = text.lstrip("\n").partition("\n\n")
    fields = _fields(header)
    if not blank or not _value(fields, "subject") or not _value(fields, "from"):
        return Mail(), text
    sent = read_date(_value(fields, "date"))
    name = MAILBOX.sub(" ", _value(fields, "from")).strip(" \"'")
    title = _without_list_tag(REPLY.sub("", _value(fields, "subject")).strip(), fields)
    mail = Mail(title or None, name or None, sent.iso if sent else None)
    return mail, SIGNATURE.sub("\n", body)


def _fields(header: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    last = ""
    for line in header.split("\n"):
        found = FIELD.fullmatch(line)
        if found:
            last = found["name"]
            fields[last] = found["value"].strip()
        elif last and line.startswith((" ", "\t")):
            fields[last] += f" {line.strip()}"
        else:
            return {}
    return fields


def _without_list_tag(subject: str, fields: dict[str, str]) -> str:
    """The subject without the name of the list that it went to: [circle] to reading-circle@..."""
    tag = LIST_TAG.match(subject)
    is_of_list = tag and tag["name"].lower() in _value(fields, "to").lower()
    return REPLY.sub("", subject[tag.end() :]) if tag and is_of_list else subject


def _value(fields: dict[str, str], what: str) -> str:
    return next((fields[name] for name in NAMES[what] if name in fields), "")

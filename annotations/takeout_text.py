"""The take-out as Markdown: plain, complete, and in an order that people read in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from annotations.models import PassageLink
from ncr.labels import label_of

Facts = dict[str, Any]


def head_text(facts: Facts) -> str:
    """The beginning: who it is, and everything but what they wrote."""
    profile = facts["profile"]
    lines = [f"# {profile['display_name'] or profile['username']}", ""]
    lines += [_("Taken out of %(site)s on %(day)s.") % _origin(facts), "", f"## {_('Profile')}", ""]
    lines += [f"- {_words(name)}: {_said(value)}" for name, value in profile.items() if value]
    for name, title in _titles():
        if facts[name]:
            lines += ["", f"## {title}", ""]
            lines += [_line(row) for row in facts[name]]
    return "\n".join([*lines, "", f"## {_('What you wrote')}", ""])


def annotation_text(one: Facts) -> str:
    """One annotation: where, on what, what it says, what it said before, what was decided."""
    lines = [f"\n### {one['article']}, {one['note']}", "", f"<{one['address']}>", ""]
    lines += [f"- {_words(name)}: {_said(one[name])}" for name in _SHOWN if one[name]]
    for passage in one["passages"]:
        lines += ["", *(f"> {line}" for line in passage.splitlines())]
    lines += ["", one["body"] or _("(without words)")]
    if (link := one["link"]) and link["passage"]:
        lines += [
            "",
            f"- {label_of(PassageLink.Relation, link['relation'])}: {link['article']}",
            "",
        ]
        lines += [f"> {line}" for line in link["passage"].splitlines()]
    for version in one["versions"][:-1]:
        title = _("Version %(number)s, %(day)s") % {
            "number": version["number"],
            "day": _said(version["written"]),
        }
        lines += ["", f"#### {title}", "", version["body"]]
    if one["decisions"]:
        lines += ["", f"#### {_('Decisions')}", "", *(_line(row) for row in one["decisions"])]
    return "\n".join([*lines, ""])


_SHOWN = (
    "kind",
    "audience",
    "group",
    "topics",
    "written",
    "edited",
    "withdrawn",
    "state",
    "in_reply_to",
)


def _titles() -> list[tuple[str, str]]:
    return [
        ("mail_addresses", _("Mail addresses")),
        ("second_factors", _("Second factors")),
        ("sessions", _("Where you are signed in")),
        ("memberships", _("Reading groups")),
        ("roles", _("Roles")),
        ("invitations_accepted", _("Invitations that you accepted")),
        ("invitations_made", _("Invitations that you made")),
        ("drafts", _("Drafts")),
        ("notices", _("Notices")),
        ("muted_mail", _("Notices without mail")),
        ("readings", _("How far you read")),
        ("topic_readings", _("Topics that you looked at or follow")),
        ("suggestions_decided", _("Suggested marks that you confirmed or dismissed")),
        ("imports", _("Texts that you brought in")),
        ("reports", _("Reports that you made")),
        ("reactions", _("Your reactions")),
        ("topics_proposed", _("Topics that you proposed")),
        ("threads_resolved", _("Threads that you resolved")),
        ("decisions_about_the_account", _("Decisions about your account")),
    ]


def _origin(facts: Facts) -> dict[str, str]:
    return {"site": facts["site"], "day": _said(facts["made_at"])}


def _line(row: Any) -> str:
    if not isinstance(row, dict):
        return f"- {_said(row)}"
    told = [f"{_words(name)}: {_said(value)}" for name, value in row.items() if value or value == 0]
    return "- " + "; ".join(told)


def _words(name: str) -> str:
    return name.replace("__", " ").replace("_", " ")


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{_words(name)} {one}" for name, one in value.items() if one)
    return str(value)

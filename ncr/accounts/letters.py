"""Letters: mail of the site to one address, as text and as HTML made from the same text.

A mail server that does not answer breaks no page: it is written to the log, and the person gets
the answer that they would get otherwise.
"""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string

logger = logging.getLogger("ncr.mail")


def send_letter(to: str, template: str, context: dict[str, Any]) -> bool:
    """Sends `template`_subject.txt and _message.txt; False where the mail server refused."""
    subject = " ".join(render_to_string(f"{template}_subject.txt", context).split())
    text = render_to_string(f"{template}_message.txt", context).strip()
    return deliver(letter(to, subject, text))


def letter(to: str, subject: str, text: str) -> EmailMultiAlternatives:
    """A message whose HTML says what its text says, with the links made."""
    message = EmailMultiAlternatives(subject, text + "\n", settings.DEFAULT_FROM_EMAIL, [to])
    framed = {"subject": subject, "text": text, "site_name": settings.SITE_NAME}
    message.attach_alternative(render_to_string("email/frame.html", framed), "text/html")
    return message


def deliver(message: EmailMessage) -> bool:
    try:
        return bool(message.send())
    except (SMTPException, OSError):
        logger.exception("a mail could not be sent")
        return False

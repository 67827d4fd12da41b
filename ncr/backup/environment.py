"""The settings that a site was given, told apart by whether they are secret."""

from __future__ import annotations

import os
import re

# All that docs/configuration.md lists and that does not begin with NCR_; a test compares
OTHERS = {
    "DATABASE_URL",
    "EMAIL_URL",
    "HOST",
    "MAIL_FROM",
    "PORT",
    "SAMPLES",
    "SIGNUP",
    "TIME_ZONE",
}
SECRET_NAME = re.compile(r"SECRET|PASSWORD|TOKEN|KEY")
SECRET_VALUE = re.compile(r"://[^/]*@|[?&](password|user|key)=", re.IGNORECASE)


def given() -> dict[str, str]:
    """The variables of ours that are set, by name."""
    return {
        name: value
        for name, value in sorted(os.environ.items())
        if value and (name in OTHERS or name.startswith("NCR_"))
    }


def is_secret(name: str, value: str) -> bool:
    """Whether a variable lets somebody in somewhere: a key, or an address with who may enter."""
    return bool(SECRET_NAME.search(name) or SECRET_VALUE.search(value))


def shown() -> dict[str, str]:
    return {name: value for name, value in given().items() if not is_secret(name, value)}


def secrets() -> dict[str, str]:
    return {name: value for name, value in given().items() if is_secret(name, value)}

"""Refusals by code that knows no Django: what they say can be translated by whoever shows it."""

from __future__ import annotations

from collections.abc import Callable


def gettext_noop(message: str) -> str:
    """The message as it is; the name by which makemessages finds it."""
    return message


class TextRefused(ValueError):
    """A text that cannot be taken, said in a sentence or two for the person who brought it.

    `template` is the English sentence with named places. `values` go there; those that are
    strings are phrases, translated too.
    """

    def __init__(self, template: str, **values: str | float) -> None:
        super().__init__(template % values if values else template)
        self.template = template
        self.values = values

    def words(self, translate: Callable[[str], str]) -> str:
        """What it says in the language of `translate`, which is gettext."""
        said = {
            name: translate(value) if isinstance(value, str) else value
            for name, value in self.values.items()
        }
        return translate(self.template) % said if said else translate(self.template)

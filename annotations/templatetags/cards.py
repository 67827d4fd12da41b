"""Cards in templates: they are put together from strings elsewhere."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from annotations.reading.cards import card_html, kind_label, said_html
from annotations.reading.conversations import Conversation, Said
from annotations.reading.linked import linked_html

register = template.Library()


@register.simple_tag
def card(one: Conversation) -> SafeString:
    """The card of a conversation."""
    return card_html(one)


@register.filter
def said(one: Said) -> SafeString:
    """What one annotation says, or the neutral line in its place."""
    return mark_safe(said_html(one))  # noqa: S308


@register.filter
def linked(one: Said) -> SafeString:
    """The second passage, at which the passage of a note points."""
    return linked_html(one.link)


@register.filter
def kind(name: str) -> str:
    """The word for a kind of note."""
    return kind_label(name)

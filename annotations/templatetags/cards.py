"""Cards in templates: they are put together from strings elsewhere."""

from django import template
from django.utils.safestring import SafeString

from annotations.reading.cards import card_html
from annotations.reading.conversations import Conversation

register = template.Library()


@register.simple_tag
def card(one: Conversation) -> SafeString:
    """The card of a conversation."""
    return card_html(one)

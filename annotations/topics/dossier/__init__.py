"""A topic's dossier: what is filed under it and its narrower topics, over all articles.

Everything here passes the gate of who reads; what is counted for everyone is for everyone alone.
"""

from annotations.topics.dossier.heading import Heading, heading_of, topic_for
from annotations.topics.dossier.passages import Passage, Passages, passages_under
from annotations.topics.dossier.walking import ORDERS

__all__ = [
    "ORDERS",
    "Heading",
    "Passage",
    "Passages",
    "heading_of",
    "passages_under",
    "topic_for",
]

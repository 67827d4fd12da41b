from annotations.models.anchor import Anchor, Placement
from annotations.models.annotation import Annotation, AnnotationVersion
from annotations.models.event import Counter, Event
from annotations.models.moderation import ModerationEntry, Report
from annotations.models.reaction import Reaction
from annotations.models.reader import Draft, Reading
from annotations.models.role import ScopedRole
from annotations.models.thread import Thread
from annotations.models.topic import Assignment, Topic, TopicName, TopicSlug
from annotations.models.words import (
    AnnotationWords,
    ArticleWords,
    BlockWords,
    PersonWords,
    TopicWords,
)

__all__ = [
    "Anchor",
    "Annotation",
    "AnnotationVersion",
    "AnnotationWords",
    "ArticleWords",
    "Assignment",
    "BlockWords",
    "Counter",
    "Draft",
    "Event",
    "ModerationEntry",
    "PersonWords",
    "Placement",
    "Reaction",
    "Reading",
    "Report",
    "ScopedRole",
    "Thread",
    "Topic",
    "TopicName",
    "TopicSlug",
    "TopicWords",
]

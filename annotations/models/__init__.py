from annotations.models.anchor import Anchor, Placement
from annotations.models.annotation import Annotation, AnnotationVersion
from annotations.models.appeal import Appeal, Decision
from annotations.models.event import Counter, Event
from annotations.models.finding import Suggestion, TopicFigures, TopicReading, TopicScan
from annotations.models.holding import Firing, HoldRule
from annotations.models.link import PassageLink
from annotations.models.moderation import ModerationEntry, Report
from annotations.models.reaction import Reaction
from annotations.models.reader import Draft, Reading
from annotations.models.review import QualityMark, ReviewItem
from annotations.models.role import ScopedRole
from annotations.models.thread import Thread
from annotations.models.topic import (
    Assignment,
    MergedAssignment,
    Topic,
    TopicCount,
    TopicCue,
    TopicMerge,
    TopicName,
    TopicSlug,
    Verdict,
)
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
    "Appeal",
    "ArticleWords",
    "Assignment",
    "BlockWords",
    "Counter",
    "Decision",
    "Draft",
    "Event",
    "Firing",
    "HoldRule",
    "MergedAssignment",
    "ModerationEntry",
    "PassageLink",
    "PersonWords",
    "Placement",
    "QualityMark",
    "Reaction",
    "Reading",
    "Report",
    "ReviewItem",
    "ScopedRole",
    "Suggestion",
    "Thread",
    "Topic",
    "TopicCount",
    "TopicCue",
    "TopicFigures",
    "TopicMerge",
    "TopicName",
    "TopicReading",
    "TopicScan",
    "TopicSlug",
    "TopicWords",
    "Verdict",
]

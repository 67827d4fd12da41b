"""Topics in the admin; what is shown and done is said beside the verbs of topics."""

from annotations.topics.admin import TopicAdmin

__all__ = ["TopicAdmin"]

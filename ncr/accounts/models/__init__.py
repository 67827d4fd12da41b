"""People, the groups they read in, and the audiences that a thing can have.

The bottom of the project: nothing here knows of texts or of what is said about them.
"""

from ncr.accounts.models.audience import (
    PREFIXES,
    Audience,
    AudienceQuerySet,
    audience_ids,
    own_group_names,
    unread_notices,
)
from ncr.accounts.models.group import Membership, ReadingGroup
from ncr.accounts.models.link import Invitation, SignInLink
from ncr.accounts.models.notice import MutedMail, Notice
from ncr.accounts.models.person import RetiredName, User, is_member, member
from ncr.accounts.models.sanction import Sanction

__all__ = [
    "PREFIXES",
    "Audience",
    "AudienceQuerySet",
    "Invitation",
    "Membership",
    "MutedMail",
    "Notice",
    "ReadingGroup",
    "RetiredName",
    "Sanction",
    "SignInLink",
    "User",
    "audience_ids",
    "is_member",
    "member",
    "own_group_names",
    "unread_notices",
]

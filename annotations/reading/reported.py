"""What somebody who reported something is told when they come back to it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from annotations.models import Report


def came_of(report: Report) -> str:
    """One sentence: when it was reported, and whether it waits or what came of it."""
    day = date_format(timezone.localtime(report.created_at), "SHORT_DATE_FORMAT")
    if report.decided_at is None:
        return _("You reported this on %(day)s. Moderators will look at it.") % {"day": day}
    if report.outcome == Report.Outcome.UPHELD:
        return _("You reported this on %(day)s. Something was done about it.") % {"day": day}
    return _("You reported this on %(day)s. Moderators found that it breaks no rule.") % {
        "day": day
    }

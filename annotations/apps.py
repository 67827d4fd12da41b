"""Everything said about texts; listens to what changes a name on their pages."""

from typing import Any

from django.apps import AppConfig
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = _("Discussion")

    def ready(self) -> None:
        from ncr.accounts.signals import person_renamed

        person_renamed.connect(refresh_pages_of, dispatch_uid="refresh_pages_of")


def refresh_pages_of(person: Any, **kwargs: Any) -> None:
    """Lets the pages on which everyone reads this person's name be made anew."""
    from annotations.models import Annotation
    from articles.models import Article
    from ncr.accounts.models import Audience

    said = Annotation.objects.published().filter(
        author=person, thread__audience_id=Audience.EVERYONE
    )
    Article.objects.filter(threads__annotations__in=said).update(changed_at=timezone.now())

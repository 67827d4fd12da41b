"""Everything said about texts; listens to what changes a name on their pages."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_migrate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = _("Discussion")

    def ready(self) -> None:
        from annotations.moderating import log_person, log_revision
        from articles.signals import revision_decided
        from ncr.accounts.signals import person_decided, person_renamed

        person_renamed.connect(refresh_pages_of, dispatch_uid="refresh_pages_of")
        person_decided.connect(log_person, dispatch_uid="log_person")
        revision_decided.connect(log_revision, dispatch_uid="log_revision")
        post_migrate.connect(make_roles, sender=self)


def make_roles(using: str, **kwargs: Any) -> None:
    """Makes the roles for the whole site, after each migrate, so that an emptied database has them.

    Django makes permissions app by app in the same breath; those that a role needs are made first.
    """
    if using != DEFAULT_DB_ALIAS:
        return
    from annotations.roles import OWN_APPS, make_site_roles

    for label in OWN_APPS:
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    make_site_roles(using)


def refresh_pages_of(person: Any, **kwargs: Any) -> None:
    """Lets the pages on which everyone reads this person's name be made anew."""
    from annotations.models import Annotation
    from articles.models import Article
    from ncr.accounts.models import Audience

    said = Annotation.objects.published().filter(
        author=person, thread__audience_id=Audience.EVERYONE
    )
    Article.objects.filter(threads__annotations__in=said).update(changed_at=timezone.now())

"""Everything said about texts; listens to who is renamed and who is told something."""

from functools import partial
from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import F, Q
from django.db.models.signals import post_migrate, post_save
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = _("Discussion")

    def ready(self) -> None:
        from annotations.logbook import log_person, log_revision
        from annotations.mailing import mail_later
        from annotations.placing import follow_revision
        from annotations.revised import tell_later
        from annotations.search.following import follow
        from annotations.topics.suggesting import look_through_again, look_through_later
        from articles.models import Article
        from articles.signals import (
            audience_changing,
            revision_decided,
            revision_preparing,
            revision_published,
        )
        from ncr.accounts.signals import (
            group_renamed,
            person_decided,
            person_renamed,
            person_told,
        )

        follow(self)
        group_renamed.connect(refresh_pages_for, dispatch_uid="refresh_pages_for")
        audience_changing.connect(check_audience, dispatch_uid="check_audience")
        person_renamed.connect(refresh_pages_of, dispatch_uid="refresh_pages_of")
        person_told.connect(mail_later, dispatch_uid="mail_later")
        person_decided.connect(log_person, dispatch_uid="log_person")
        person_decided.connect(refresh_counts_of, dispatch_uid="refresh_counts_of")
        revision_published.connect(tell_later, dispatch_uid="tell_later")
        revision_published.connect(look_through_later, dispatch_uid="look_through_later")
        revision_preparing.connect(follow_revision, dispatch_uid="follow_revision")
        revision_decided.connect(log_revision, dispatch_uid="log_revision")
        post_save.connect(
            refresh_pages_pointing, sender=Article, dispatch_uid="refresh_pages_pointing"
        )
        post_save.connect(look_through_again, sender=Article, dispatch_uid="look_through_again")
        post_migrate.connect(make_roles, sender=self)
        post_migrate.connect(make_triggers, sender=self)


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


def make_triggers(using: str, **kwargs: Any) -> None:
    """Makes the triggers anew that a migration may have taken along with its table."""
    name = "0012_topics_stand_in_order"
    if using != DEFAULT_DB_ALIAS:
        return
    # Not on the way back to a former state, whose tables they would not fit
    if ("annotations", name) in MigrationRecorder(connections[using]).applied_migrations():
        import_module(f"annotations.migrations.{name}").stand(connections[using])


def refresh_pages_of(person: Any, **kwargs: Any) -> None:
    """Lets the pages on which everyone reads this person's name be made anew."""
    from annotations.models import Annotation
    from articles.models import Article

    said = Annotation.objects.published().filter(
        author=person, thread__audience_id=F("thread__article__audience_id")
    )
    settled = Q(threads__resolved_by=person)
    Article.objects.filter(Q(threads__annotations__in=said) | settled).update(
        changed_at=timezone.now()
    )


def refresh_counts_of(person: Any, **kwargs: Any) -> None:
    """Lets the pages be made anew that count a reaction of somebody who comes or goes."""
    from articles.models import Article

    reacted = Article.objects.filter(threads__annotations__reactions__person=person)
    reacted.update(changed_at=timezone.now())


def refresh_pages_for(group: Any, **kwargs: Any) -> None:
    """Lets the pages that everybody of a reading group reads say its new name."""
    from articles.models import Article

    Article.objects.filter(audience__group=group).update(changed_at=timezone.now())


def check_audience(article: Any, audience: Any, **kwargs: Any) -> None:
    """Refuses to have an article for fewer people than something that was said in it."""
    from annotations.audiences import check_narrowing

    check_narrowing(article, audience)


def refresh_pages_pointing(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Lets the pages be made anew on which everybody reads what notes quote of an article.

    After the commit: who publishes holds an article, and must not wait for another.
    """
    transaction.on_commit(partial(_refresh_pages_pointing, instance.pk))


def _refresh_pages_pointing(article: int) -> None:
    from annotations.models import Thread
    from articles.models import Article

    pointing = Thread.objects.filter(
        annotations__link__article=article,
        audience_id=F("article__audience_id"),
        readable_count__gt=0,
    ).exclude(article=article)
    ids = list(pointing.values_list("article_id", flat=True).distinct())
    Article.objects.filter(pk__in=ids).update(changed_at=timezone.now())

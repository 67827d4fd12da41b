"""The bottom app; it sees to it that the two audiences everybody knows are there."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "ncr.accounts"
    label = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        post_migrate.connect(make_known_audiences, sender=self)


def make_known_audiences(using: str, **kwargs: Any) -> None:
    """Makes `everyone` and `members` under their fixed ids, where they are missing.

    After each migrate, so that an emptied database has them too.
    """
    from ncr.accounts.models import Audience

    connection = connections[using]
    if Audience._meta.db_table not in connection.introspection.table_names():
        return
    audiences = Audience.objects.using(using)
    fixed = {Audience.EVERYONE: Audience.Kind.EVERYONE, Audience.MEMBERS: Audience.Kind.MEMBERS}
    if audiences.filter(pk__in=fixed).count() == len(fixed):
        return
    for pk, kind in fixed.items():
        audiences.get_or_create(pk=pk, defaults={"kind": kind})
    if connection.vendor == "postgresql":
        # Rows with given ids leave the sequence behind
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, 'id'),"
                " (SELECT max(id) FROM accounts_audience))",
                [Audience._meta.db_table],
            )

"""Whoever moderates is staff: the gate asks only staff what they moderate."""

from django.db import migrations
from django.db.models import Q


def let_in(apps, schema_editor):
    people = apps.get_model("accounts", "User").objects.using(schema_editor.connection.alias)
    right = {"content_type__app_label": "annotations", "codename": "moderate"}
    permissions = apps.get_model("auth", "Permission").objects.using(
        schema_editor.connection.alias
    ).filter(**right)
    people.filter(
        Q(user_permissions__in=permissions) | Q(groups__permissions__in=permissions)
    ).update(is_staff=True)


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0003_roles_rules_decisions"),
        ("accounts", "0004_names_are_unique"),
        ("articles", "0003_first_rules"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(let_in, migrations.RunPython.noop)]

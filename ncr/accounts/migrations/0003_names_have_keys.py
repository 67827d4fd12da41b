"""Gives each person the keys of their names; of names that look alike the older keeps the plain key."""

from django.db import migrations

from ncr.accounts.names import name_key


def fill(apps, schema_editor):
    people = apps.get_model("accounts", "User").objects.using(schema_editor.connection.alias)
    taken = set()
    for person in people.order_by("pk").only("pk", "username", "display_name").iterator():
        key = name_key(person.username)
        if key in taken:
            key = f"{key}:{person.pk}"
        taken.add(key)
        people.filter(pk=person.pk).update(name_key=key, display_key=name_key(person.display_name))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_people_groups_notices")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

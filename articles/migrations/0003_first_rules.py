"""Rules that a site starts with; its owner edits them."""

from django.db import migrations

RULES = [
    ("Speak to the text", "What you write is about the passage, or about what was said of it."),
    ("No attacks on people", "Dispute what somebody says, not who they are. No threats, no slurs."),
    ("No advertising", "No spam, and no links that are there to sell or to be counted."),
    ("Nothing against the law", "Nothing that must not be published where this site is run."),
    ("Other people's data stay theirs", "No addresses, numbers or private facts of other people."),
    ("Say whose words they are", "Mark what you quote, and name its source."),
]


def add(apps, schema_editor):
    rules = apps.get_model("articles", "SiteRule").objects.using(schema_editor.connection.alias)
    for number, (title, text) in enumerate(RULES, 1):
        rules.get_or_create(number=number, defaults={"title": title, "text": text})


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_the_house")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]

"""What the search looks through, in the engine's own kind of table; filled after migrating.

A model says what Django may know of these tables; FTS5 and tsvector it cannot make itself.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = {
    "Annotation": "annotations.annotation",
    "Article": "articles.article",
    "Block": "articles.block",
    "Person": settings.AUTH_USER_MODEL,
    "Topic": "annotations.topic",
}


def add(apps, schema_editor):
    for kind in KINDS:
        for statement in STATEMENTS[schema_editor.connection.vendor]:
            of = apps.get_model(KINDS[kind])._meta.db_table
            schema_editor.execute(statement.format(table=table_of(kind), of=of))


def drop(apps, schema_editor):
    for kind in KINDS:
        schema_editor.execute(f"DROP TABLE {table_of(kind)}")


def table_of(kind):
    return f"annotations_{kind.lower()}words"


STATEMENTS = {
    # The words come folded and stemmed, parted by spaces: there is nothing left for FTS5 to do
    "sqlite": ["CREATE VIRTUAL TABLE {table} USING fts5(words, tokenize='ascii', columnsize=0)"],
    # Without a list of pending entries, through which every search would have to read
    "postgresql": [
        """CREATE TABLE {table} (
            rowid bigint PRIMARY KEY
                REFERENCES {of} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            words tsvector NOT NULL
        )""",
        "CREATE INDEX {table}_words ON {table} USING gin (words) WITH (fastupdate = off)",
    ],
}


def model_of(kind):
    return migrations.CreateModel(
        name=f"{kind}Words",
        fields=[
            ("words", models.TextField(editable=False)),
            (
                kind.lower(),
                models.OneToOneField(
                    db_column="rowid",
                    on_delete=django.db.models.deletion.CASCADE,
                    primary_key=True,
                    related_name="+",
                    serialize=False,
                    to=KINDS[kind],
                ),
            ),
        ],
        options={"abstract": False, "default_permissions": ()},
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_names_are_unique"),
        ("articles", "0003_first_rules"),
        ("annotations", "0004_moderators_are_staff"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(add, drop)],
            state_operations=[model_of(kind) for kind in KINDS],
        )
    ]

"""The databases themselves refuse to change or delete an entry of the moderation log."""

from django.db import migrations

TABLE = "annotations_moderationentry"

SQLITE = [
    f"""CREATE TRIGGER moderation_log_no_{act} BEFORE {act} ON {TABLE}
    BEGIN SELECT RAISE(ABORT, 'the moderation log is append-only'); END"""
    for act in ("update", "delete")
]
POSTGRESQL = [
    """CREATE FUNCTION moderation_log_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the moderation log is append-only'; END $$""",
    f"""CREATE TRIGGER moderation_log_append_only BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION moderation_log_refuse()""",
]
SQLITE_BACK = [f"DROP TRIGGER moderation_log_no_{act}" for act in ("update", "delete")]
POSTGRESQL_BACK = [
    f"DROP TRIGGER moderation_log_append_only ON {TABLE}",
    "DROP FUNCTION moderation_log_refuse()",
]


def add(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def _run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("annotations", "0001_beginning")]
    operations = [migrations.RunPython(add, drop)]

"""Triggers keep where assignments stand, and how many may be read; docs/decisions/0014.

They are made here, and by `stand` again after each `migrate`: SQLite loses the triggers of a table
whose columns change.
"""

from django.db import migrations

ASSIGNMENT, COUNT = "annotations_assignment", "annotations_topiccount"
# Of an annotation, what its assignments repeat; a row for each
STANDING = """
    SELECT thread.article_id, thread.audience_id, thread.id, substr(article.published, 1, 10),
        COALESCE((SELECT anchor.start FROM annotations_anchor AS anchor
            WHERE anchor.thread_id = thread.id AND anchor.ordinal = 0 AND anchor.role = 'target'
            LIMIT 1), 2147483647),
        thread.active_at, note.moderation = 'published' AND note.withdrawn_at IS NULL
    FROM annotations_annotation AS note
    JOIN annotations_thread AS thread ON thread.id = note.thread_id
    JOIN articles_article AS article ON article.id = thread.article_id
    WHERE note.id = {note}
"""
COLUMNS = "(article_id, audience_id, thread_id, dated, place, active_at, is_readable)"
FILL = f"UPDATE {ASSIGNMENT} SET {COLUMNS} = ({STANDING}) WHERE {{which}}"
ONE_MORE = f"""
    INSERT INTO {COUNT} (topic_id, article_id, audience_id, readable)
    SELECT NEW.topic_id, NEW.article_id, NEW.audience_id, 1 WHERE {{when}}
    ON CONFLICT (topic_id, article_id, audience_id)
    DO UPDATE SET readable = {COUNT}.readable + 1
"""
ONE_LESS = f"""
    UPDATE {COUNT} SET readable = readable - 1
    WHERE topic_id = OLD.topic_id AND article_id = OLD.article_id
        AND audience_id = OLD.audience_id AND {{when}}
"""
NEW_COUNTS = "NEW.is_readable AND NEW.article_id IS NOT NULL AND NEW.audience_id IS NOT NULL"
# One statement of each trigger after the other: name, when, on what, only if, what it does
TRIGGERS = [
    (
        "assignment_begins",
        "AFTER INSERT ON annotations_assignment",
        "NEW.article_id IS NULL",  # a restored row says where it stands
        [FILL.format(note="NEW.annotation_id", which="id = NEW.id")],
    ),
    (
        "assignment_counts",
        "AFTER UPDATE ON annotations_assignment",
        "(OLD.topic_id, OLD.article_id, OLD.audience_id, OLD.is_readable)"
        " {differs} (NEW.topic_id, NEW.article_id, NEW.audience_id, NEW.is_readable)",
        [ONE_LESS.format(when="OLD.is_readable"), ONE_MORE.format(when=NEW_COUNTS)],
    ),
    (
        "assignment_ends",
        "AFTER DELETE ON annotations_assignment",
        "OLD.is_readable",
        [ONE_LESS.format(when="OLD.is_readable")],
    ),
    (
        "assignment_follows_note",
        "AFTER UPDATE OF moderation, withdrawn_at, thread_id ON annotations_annotation",
        "(OLD.moderation, OLD.withdrawn_at, OLD.thread_id)"
        " {differs} (NEW.moderation, NEW.withdrawn_at, NEW.thread_id)",
        [FILL.format(note="NEW.id", which="annotation_id = NEW.id")],
    ),
    (
        "assignment_follows_thread",
        "AFTER UPDATE OF active_at ON annotations_thread",
        "OLD.active_at {differs} NEW.active_at",
        [f"UPDATE {ASSIGNMENT} SET active_at = NEW.active_at WHERE thread_id = NEW.id"],
    ),
    (
        "assignment_follows_article",
        "AFTER UPDATE OF published ON articles_article",
        "OLD.published {differs} NEW.published",
        [f"UPDATE {ASSIGNMENT} SET dated = substr(NEW.published, 1, 10) WHERE article_id = NEW.id"],
    ),
]
ALL = FILL.format(note=f"{ASSIGNMENT}.annotation_id", which="article_id IS NULL")
ALL_COUNTS = f"""
    INSERT INTO {COUNT} (topic_id, article_id, audience_id, readable)
    SELECT topic_id, article_id, audience_id, count(*) FROM {ASSIGNMENT}
    WHERE is_readable AND article_id IS NOT NULL GROUP BY topic_id, article_id, audience_id
"""


def add(apps, schema_editor):
    fall(schema_editor.connection)
    schema_editor.execute(f"DELETE FROM {COUNT}")
    schema_editor.execute(ALL)
    schema_editor.execute(ALL_COUNTS)
    stand(schema_editor.connection)


def drop(apps, schema_editor):
    fall(schema_editor.connection)
    schema_editor.execute(f"DELETE FROM {COUNT}")
    schema_editor.execute(f"UPDATE {ASSIGNMENT} SET article_id = NULL, is_readable = false")


def stand(connection):
    """Makes the triggers; those that are there stay as they are."""
    with connection.cursor() as cursor:
        for statement in _made(connection.vendor):
            cursor.execute(statement)


def fall(connection):
    """Takes the triggers away."""
    on = "" if connection.vendor == "sqlite" else " ON {table}"
    with connection.cursor() as cursor:
        for name, event, _when, _does in TRIGGERS:
            table = event.rsplit(" ", 1)[1]
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on.format(table=table)}")


def _made(vendor):
    for name, event, when, does in TRIGGERS:
        body = ";\n".join(does)
        if vendor == "sqlite":
            when = when.format(differs="IS NOT")
            yield f"CREATE TRIGGER IF NOT EXISTS {name} {event} WHEN {when} BEGIN {body}; END"
        else:
            when = when.format(differs="IS DISTINCT FROM")
            yield (
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$ BEGIN {body}; RETURN NULL; END $$"
            )
            yield (
                f"CREATE OR REPLACE TRIGGER {name} {event} FOR EACH ROW WHEN ({when})"
                f" EXECUTE FUNCTION {name}()"
            )


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0011_topics_across_articles"),
        ("articles", "0004_revisions_follow_one_another"),
    ]
    operations = [migrations.RunPython(add, drop)]

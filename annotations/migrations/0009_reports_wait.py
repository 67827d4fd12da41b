"""What was reported and waits stands in the review queue."""

from datetime import UTC, datetime, timedelta

from django.db import migrations

# The gravest first, with the weight of each
SEVERITY = {
    "illegal": 8,
    "personal-data": 6,
    "abuse": 5,
    "spam": 4,
    "other": 3,
    "off-topic": 2,
}
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


def bring(apps, schema_editor):
    using = schema_editor.connection.alias
    reports = apps.get_model("annotations", "Report").objects.using(using)
    items = apps.get_model("annotations", "ReviewItem").objects.using(using)
    waiting = {}
    for one in reports.filter(decided_at=None).select_related("annotation__thread").order_by("pk"):
        waiting.setdefault(one.annotation_id, []).append(one)
    for about in waiting.values():
        annotation, first = about[0].annotation, about[0].created_at
        reasons = [one.reason if one.reason in SEVERITY else "other" for one in about]
        cause = max(reasons, key=SEVERITY.__getitem__)
        weight = SEVERITY[cause] + 0.5 * len(about)
        items.create(
            kind="annotation",
            annotation=annotation,
            article_id=annotation.thread.article_id,
            author_id=annotation.author_id,
            cause=cause,
            weight=weight,
            rank=weight - (first - BEGINNING) / timedelta(days=1),
            version=annotation.version,
            opened_at=first,
        )


class Migration(migrations.Migration):
    dependencies = [("annotations", "0008_review")]
    operations = [migrations.RunPython(bring, migrations.RunPython.noop)]

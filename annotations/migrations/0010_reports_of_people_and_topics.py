"""People and topics can be reported, visitors may report, profiles be taken back, topics disputed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0009_reports_wait"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("at", models.DateTimeField()),
                (
                    "dismissed_at",
                    models.DateTimeField(
                        help_text="When a moderator found that the topic is right.", null=True
                    ),
                ),
            ],
            options={
                "verbose_name": "verdict on a topic",
                "verbose_name_plural": "verdicts on topics",
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="profile",
            field=models.JSONField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="report",
            name="origin",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="report",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reports_of_them",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="shown",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="report",
            name="topic",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reports",
                to="annotations.topic",
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="annotation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reports",
                to="annotations.annotation",
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="version",
            field=models.PositiveIntegerField(
                help_text="The version of the annotation that was reported.", null=True
            ),
        ),
        migrations.AddIndex(
            model_name="moderationentry",
            index=models.Index(fields=["subject"], name="log_by_subject"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("origin", ""), _negated=True), ("decided_at", None)),
                fields=("annotation", "origin"),
                name="report_once_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_at", None)),
                fields=("person", "by"),
                name="report_person_waits_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_at", None)),
                fields=("topic", "by"),
                name="report_topic_waits_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("annotation__isnull", False), ("person", None), ("topic", None)),
                    models.Q(("annotation", None), ("person__isnull", False), ("topic", None)),
                    models.Q(("annotation", None), ("person", None), ("topic__isnull", False)),
                    _connector="OR",
                ),
                name="report_of_one_thing",
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="assignment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="verdicts",
                to="annotations.assignment",
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.UniqueConstraint(fields=("assignment", "by"), name="verdict_once"),
        ),
    ]

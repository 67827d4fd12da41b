"""Brings texts in from files; with --dry-run --json it only prints what it recognised."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.blocks import blocks_from_markdown
from articles.importers import Document, document_as_json, read_document
from articles.refusing import TextRefused
from articles.revising import import_article
from ncr.accounts.models import Audience
from ncr.refusals import Refused


class Command(BaseCommand):
    help = "Imports plain text and Markdown files as articles."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--publish", action="store_true", help="let it be read at once")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument(
            "--group", metavar="SLUG", default="", help="only the members of this group read it"
        )
        parser.add_argument("--json", action="store_true", help="print what was recognised")

    def handle(self, *args: Any, **options: Any) -> None:
        audience = group_audience(options["group"])
        failed = 0
        for name in options["files"]:
            try:
                self._one(Path(name), options, audience)
            except TextRefused as refused:
                failed += 1
                self.stderr.write(f"{name}: {refused.words(_)}")
            except (Refused, OSError) as error:
                failed += 1
                self.stderr.write(f"{name}: {error}")
        if failed:
            given = {"failed": failed, "all": len(options["files"])}
            raise CommandError(_("%(failed)d of %(all)d files were not imported.") % given)

    def _one(self, path: Path, options: dict[str, Any], audience: Audience | None) -> None:
        document = read_document(path.read_bytes(), path.name)
        if options["json"]:
            self.stdout.write(json.dumps(document_as_json(document), ensure_ascii=False, indent=2))
        if options["dry_run"]:
            if not options["json"]:
                self.stdout.write(f"{path}: {_summary(document)}")
            return
        article = import_article(document, by=None, publish=options["publish"], audience=audience)
        state = _("published at") if options["publish"] else _("kept as a draft, later at")
        if not options["json"]:
            self.stdout.write(f"{path}: {state} {article.get_absolute_url()}")


def _summary(document: Document) -> str:
    count = len(blocks_from_markdown(document.markdown))
    blocks = ngettext("%(count)d block", "%(count)d blocks", count) % {"count": count}
    return f"{document.title or _('without a title')}, {blocks}"


def group_audience(slug: str) -> Audience | None:
    """The audience of the group with this slug; None for no slug."""
    if not slug:
        return None
    found = Audience.objects.filter(group__slug=slug).first()
    if found is None:
        raise CommandError(f"There is no reading group with the address {slug!r}.")
    return found

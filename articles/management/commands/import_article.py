"""Brings texts in from files and folders; with --dry-run --json only prints what it recognises."""

from __future__ import annotations

import json
import signal
import threading
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importers.apart import Reader
from articles.importing.folders import (
    Outcome,
    Source,
    Wish,
    bring_in,
    file_source,
    files_in,
    web_source,
)
from articles.management.progress import Bar
from articles.management.reports import KINDS, write_report
from ncr.accounts.models import Audience

INTERRUPTED = 130  # as shells tell of what was ended by Ctrl-C


class Command(BaseCommand):
    help = (
        "Imports files as articles: plain text, Markdown, HTML, Word (.docx), OpenDocument (.odt),"
        " EPUB and PDF. Of folders, all files of these kinds are read."
    )
    # these would import every page of the site, which takes longer than most files do
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="a file or a folder")
        parser.add_argument(
            "--address", action="append", default=[], metavar="URL", help="a page to be fetched"
        )
        parser.add_argument("--publish", action="store_true", help="let it be read at once")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument(
            "--group", metavar="SLUG", default="", help="only the members of this group read it"
        )
        parser.add_argument(
            "--collection",
            action="store_true",
            help="of a book with chapters make a collection with an article for each",
        )
        parser.add_argument("--json", action="store_true", help="print what was recognised")
        parser.add_argument(
            "--report",
            metavar="FILE",
            default="",
            help="write what became of each to .csv or .json",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = Path(options["report"]) if options["report"] else None
        if report is not None and report.suffix.lower() not in KINDS:
            raise CommandError(_("The name of a report ends in .csv or .json."))
        wish = Wish(
            dry_run=options["dry_run"],
            publish=options["publish"],
            collection=options["collection"],
            as_json=options["json"],
            audience=group_audience(options["group"]),
        )
        sources = _sources(options)
        with stopping() as stop:
            outcomes = self._all(sources, wish, stop)
        if report is not None:
            self._report(report, outcomes)
        if len(sources) > 1:
            self.stderr.write(_summary(outcomes, len(sources)), lambda line: line)
        _end(outcomes, len(sources))

    def _all(self, sources: list[Source], wish: Wish, stop: threading.Event) -> list[Outcome]:
        outcomes: list[Outcome] = []
        bar = Bar(self.stderr, len(sources))
        with Reader() as reader:
            for source in sources:
                if stop.is_set():
                    break

                def progress(done: int, of: int, name: str = source.name) -> None:
                    bar.draw(len(outcomes), name, done / of if of else 0.0)

                progress(0, 0)
                outcome = bring_in(source, wish, reader, progress)
                outcomes.append(outcome)
                bar.erase()
                self._say(outcome, wish)
        return outcomes

    def _say(self, outcome: Outcome, wish: Wish) -> None:
        if outcome.state == "refused":
            self.stderr.write(f"{outcome.file}: {outcome.reason}")
        elif wish.as_json:
            if outcome.found is not None:
                self.stdout.write(json.dumps(outcome.found, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(f"{outcome.file}: {_line(outcome)}")
        for warning in outcome.warnings:
            self.stderr.write(f"{outcome.file}: {warning}", self.style.WARNING)
        self.stdout.flush()

    def _report(self, path: Path, outcomes: list[Outcome]) -> None:
        columns = list(Outcome("").as_row())
        try:
            write_report(path, [outcome.as_row() for outcome in outcomes], columns)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error


def _sources(options: dict[str, Any]) -> list[Source]:
    files = [file_source(path) for path in files_in(Path(name) for name in options["files"])]
    sources = [*files, *(web_source(address) for address in options["address"])]
    if not sources and options["files"]:
        raise CommandError(_("There is no file in these folders that could be read."))
    if not sources:
        raise CommandError(_("Name a file, a folder or an address."))
    return sources


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets, so that a file is finished first; a second one ends at once."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def interrupted(_number: int, _frame: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _line(outcome: Outcome) -> str:
    if outcome.state == "known":
        return f"{outcome.reason} {outcome.address}"
    if outcome.state == "published":
        return f"{_('published at')} {outcome.address}"
    if outcome.state == "draft":
        return f"{_('kept as a draft, later at')} {outcome.address}"
    blocks = ngettext("%(count)d block", "%(count)d blocks", outcome.blocks)
    return f"{outcome.title or _('without a title')}, {blocks % {'count': outcome.blocks}}"


def _summary(outcomes: list[Outcome], of: int) -> str:
    states = Counter(outcome.state for outcome in outcomes)
    said = [
        (states["published"] + states["draft"], _("imported: %(count)d")),
        (states["read"], _("read: %(count)d")),
        (states["known"], _("known already: %(count)d")),
        (states["refused"], _("refused: %(count)d")),
        (of - len(outcomes), _("not reached: %(count)d")),
    ]
    return ", ".join(words % {"count": count} for count, words in said if count)


def _end(outcomes: list[Outcome], of: int) -> None:
    """Ends with an error where a file was refused, or not all were come to."""
    failed = sum(outcome.state == "refused" for outcome in outcomes)
    if len(outcomes) < of:
        given = {"done": len(outcomes), "all": of}
        raise CommandError(
            _("Stopped after %(done)d of %(all)d files.") % given, returncode=INTERRUPTED
        )
    if failed:
        given = {"failed": failed, "all": of}
        raise CommandError(_("%(failed)d of %(all)d files were not imported.") % given)


def group_audience(slug: str) -> Audience | None:
    """The audience of the group with this slug; None for no slug."""
    if not slug:
        return None
    found = Audience.objects.filter(group__slug=slug).first()
    if found is None:
        raise CommandError(f"There is no reading group with the address {slug!r}.")
    return found

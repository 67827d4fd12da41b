from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.samples.seeding import seed_discussion
from ncr.refusals import Refused


class Command(BaseCommand):
    help = "Makes an article of 6,000 words with a generated discussion, the same each time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--annotations", type=int, required=True, metavar="N")
        parser.add_argument("--slug", required=True, help="the address of the new article")

    def handle(self, *args: Any, **options: Any) -> None:
        count, slug = options["annotations"], options["slug"]
        if not 0 <= count <= 1_000_000:
            raise CommandError("--annotations must be from 0 to 1000000.")
        begin = monotonic()
        try:
            article = seed_discussion(slug, count)
        except Refused as refused:
            raise CommandError(f"--slug: {refused.message}") from refused
        took = monotonic() - begin
        self.stdout.write(f"{article.get_absolute_url()}: {count} annotations in {took:.1f} s.")

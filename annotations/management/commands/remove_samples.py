from typing import Any

from django.core.management.base import BaseCommand

from annotations.samples.loading import remove_samples


class Command(BaseCommand):
    help = "Takes the sample articles, members and discussion away again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Removed {remove_samples()} sample articles and what was said there.")

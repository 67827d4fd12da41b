from typing import Any

from django.core.management.base import BaseCommand

from annotations.samples.loading import load_samples


class Command(BaseCommand):
    help = "Puts the sample articles, members and discussion into the site, once."

    def handle(self, *args: Any, **options: Any) -> None:
        from articles.models import Article

        if Article.objects.filter(is_sample=True).exists():
            self.stdout.write("The sample content is here already.")
            return
        self.stdout.write(f"Sample content: {load_samples()} annotations.")

"""`manage.py sign_in_link NAME`: a way in for somebody who has no password, or lost it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ncr.accounts.backends import may_sign_in
from ncr.accounts.links import address_of, make_link
from ncr.accounts.models import User


class Command(BaseCommand):
    help = "Prints a link that signs a person in once, within 24 hours."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name that the person signs in with")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        person = User.objects.filter(username=name).first()
        if person is None:
            raise CommandError(f"Nobody here is called {name!r}.")
        if not may_sign_in(person):
            raise CommandError(f"{name} may not sign in: a sample member, or not active.")
        self.stdout.write(address_of(make_link(person)))

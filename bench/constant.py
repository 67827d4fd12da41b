"""Answers that never change: what Django, its middleware and the server cost by themselves."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

FOLDER = settings.DATA_DIR / "constant"  # reading.py puts the compressed pages here


@cache
def packed(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def constant(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(packed(name), headers={"Content-Encoding": "gzip"})


urlpatterns = [path("<str:name>", constant)]

"""`/healthz`: whether the site works, for the person or the program that watches over it."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from typing import Any

from django.db import Error, connections
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ncr.serving.heartbeat import last_seen

logger = logging.getLogger("ncr.health")

STARTED = time.time()
SILENT_TOO_LONG = 120.0  # seconds
TIME_TO_START = 60.0


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when all is well, 503 when not; ages and silences in seconds. One query a database."""
    now = time.time()
    parts = {
        "web": web(now),
        "worker": worker(now),
        "database": database("default"),
        "queue": database("work"),
    }
    if all(part["status"] in ("ok", "starting") for part in parts.values()):
        return JsonResponse({"status": "ok", **parts})
    return JsonResponse({"status": "failing", **parts}, status=503)


def web(now: float) -> dict[str, Any]:
    """The web worker that happens to answer."""
    return {"status": "ok", **since(STARTED, now)}


def worker(now: float) -> dict[str, Any]:
    """The task worker; it is given a minute from the start of the web worker."""
    seen = last_seen()
    if seen is not None and now - seen.last < SILENT_TOO_LONG:
        status = "ok"
    else:
        status = "starting" if now - STARTED < TIME_TO_START else "silent"
    if seen is None:
        return {"status": status, "started": None, "age": None, "last_seen": None, "silent": None}
    return {
        "status": status,
        **since(seen.started, now),
        "last_seen": told(seen.last),
        "silent": round(max(now - seen.last, 0.0), 1),
    }


def database(alias: str) -> dict[str, Any]:
    """Whether a database answers; the reason why not goes to the log and not to strangers."""
    began = time.perf_counter()
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        logger.exception("the database %r does not answer", alias)
        return {"status": "failing"}
    return {"status": "ok", "milliseconds": round((time.perf_counter() - began) * 1000, 1)}


def since(started: float, now: float) -> dict[str, Any]:
    return {"started": told(started), "age": round(max(now - started, 0.0), 1)}


def told(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")

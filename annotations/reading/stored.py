"""The article page as stored bytes: one compressed body per revision, event counter and language.

The body is the same for everybody who may read the article, so it is made once for each event
that everybody may see. Kept in the memory of the process, and in the shared cache so that the
other worker need not make it again: there only the newest of each place, since the cache is a
table on disk, and what was taken off a page must not lie in it for a day.
"""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable, Iterable
from hashlib import blake2b
from threading import Lock

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

MEMORY = 64 * 1024 * 1024  # bytes of compressed pages kept in one process
SHARED_FOR = 24 * 3600  # seconds
LEVEL = 6
CONDITIONS = {
    "HTTP_IF_MATCH",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_UNMODIFIED_SINCE",
}


class Shelf:
    """Bytes by key, the least recently used dropped first; safe among threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: str, value: bytes) -> None:
        with self._lock:
            self._size += len(value) - len(self._kept.pop(key, b""))
            self._kept[key] = value
            while self._size > self._most and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1])


shelf = Shelf(MEMORY)


def build_mark() -> str:
    """Changes when the program's pages or static files do, so that no old page outlives them."""
    global _build
    if not _build:
        digest = blake2b(digest_size=8)
        manifest = settings.STATIC_ROOT / "staticfiles.json"
        if manifest.exists():
            digest.update(manifest.read_bytes())
        for folder in (settings.BASE_DIR / "templates", settings.BASE_DIR / "annotations"):
            for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.py")]):
                digest.update(f"{path.name}{path.stat().st_mtime_ns}".encode())
        for path in sorted(one for place in settings.LOCALE_PATHS for one in place.rglob("*.mo")):
            digest.update(f"{path}{path.stat().st_mtime_ns}".encode())
        digest.update(f"{settings.SITE_NAME}{settings.LANGUAGES}".encode())
        _build = digest.hexdigest()
    return _build


_build = ""


def stored_response(
    request: HttpRequest, place: str, key: str, make: Callable[[], str], *, is_public: bool
) -> HttpResponse:
    """The page of a place under `key`, made by `make` when it is on no shelf; 304 where known.

    Compressed once: it goes out as it lies there, or unpacked for the rare client without gzip.
    """
    full_key = blake2b(f"{key}:{build_mark()}".encode(), digest_size=12).hexdigest()
    asked = request.META
    takes_gzip = "gzip" in asked.get("HTTP_ACCEPT_ENCODING", "")
    etag = f'"{full_key}{"" if takes_gzip else "-plain"}"'
    # Asked for each reading: Django looks at all conditions, of which there is mostly none
    is_conditional = not CONDITIONS.isdisjoint(asked)
    answer = get_conditional_response(request, etag=etag) if is_conditional else None
    if answer is None:
        packed = _packed(place, full_key, make)
        answer = HttpResponse(packed if takes_gzip else gzip.decompress(packed))
        if takes_gzip:
            answer["Content-Encoding"] = "gzip"
    answer["ETag"] = etag
    answer["Cache-Control"] = "no-cache" if is_public else "private, no-cache"
    answer["Vary"] = "Accept-Encoding"
    return answer


def place_of(article: int, language: str | None) -> str:
    """Where the page of an article in a language lies in the shared cache."""
    return f"page:{article}.{language}"


def forget_pages(articles: Iterable[int]) -> None:
    """Takes the pages of articles out of the shared cache, in all languages."""
    languages = [code for code, _name in settings.LANGUAGES]
    cache.delete_many([place_of(pk, code) for pk in articles for code in languages])


def _packed(place: str, key: str, make: Callable[[], str]) -> bytes:
    packed = shelf.get(key)
    if packed is None:
        shared_key, packed = cache.get(place) or ("", b"")
        if shared_key != key:
            packed = gzip.compress(make().encode(), LEVEL, mtime=0)
            cache.set(place, (key, packed), SHARED_FOR)
        shelf.put(key, packed)
    return packed

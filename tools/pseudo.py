"""Two languages that nobody speaks, to see whether every word on a page can be translated.

`en-xa` is English with accents, 1.4 times as long; `ar-xb` is English written from right to left.
What still looks like plain English on a page in one of them is not translatable, and what runs
over its edge will do so in Finnish or German. Made of the project's messages and of those of
Django and allauth; written where the site finds them when NCR_LANGUAGES names them, which it may
with NCR_DEBUG=1 alone:

    tools/pseudo.py && NCR_DEBUG=1 NCR_LANGUAGES=en,en-xa,ar-xb make run
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools import messages  # noqa: E402

# What a translator leaves as it is: fillings, tags, entities, names of keys, addresses
KEPT = re.compile(
    r"%\(\w+\)[-0-9.]*[a-zA-Z]|%[-0-9.]*[sdr%]|\{[^{}]*\}|<[^<>]*>|&#?\w+;|https?://\S+|`[^`]*`"
)
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
ACCENTED = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÂƁĆĎÊƑĜĤÎĴĶĹṀŃÔƤɊŔŠŤÛṼŴẊÝŽâƀćďêƒĝĥîĵķĺḿńôƥɋŕšťûṽŵẋýž",
)
VOWELS = "âêîôûÂÊÎÔÛ"
LONGER = 1.4
OVERRIDE, POP = "\u202e", "\u202c"  # RIGHT-TO-LEFT OVERRIDE, and its end
OTHERS = {
    "django": ("conf/locale", "contrib/admin/locale", "contrib/auth/locale",
               "contrib/contenttypes/locale", "contrib/humanize/locale",
               "contrib/sessions/locale"),
    "allauth": ("locale",),
    "markdownx": ("locale",),
}  # fmt: skip
ARABIC_FORMS = (
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 :"
    " n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;"
)


def longer(text: str) -> str:
    """Accented, and 1.4 times as long: the vowels are drawn out until it is."""
    words = _outside(text, lambda part: part.translate(ACCENTED))
    lacking = round(len(text) * (LONGER - 1))
    vowels = sum(one in VOWELS for one in words) or 1
    each, rest = divmod(lacking, vowels)
    out = []
    for one in words:
        more = 0
        if one in VOWELS:
            more, rest = (each + 1, rest - 1) if rest > 0 else (each, rest)
        out.append(one + one.lower() * more)
    return "".join(out)


def mirrored(text: str) -> str:
    """Accented, each word written from right to left."""

    def turned(part: str) -> str:
        return WORD.sub(lambda word: f"{OVERRIDE}{word[0].translate(ACCENTED)}{POP}", part)

    return _outside(text, turned)


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Changed but for what translators leave as it is."""
    out, end = [], 0
    for kept in KEPT.finditer(text):
        out += [change(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*out, change(text[end:])])


LANGUAGES: dict[str, tuple[Callable[[str], str], str]] = {
    "en_XA": (longer, "nplurals=2; plural=(n != 1);"),
    "ar_XB": (mirrored, ARABIC_FORMS),
}


def write(folder: Path) -> None:
    """Writes django.mo and djangojs.mo of both languages below `folder`."""
    theirs = list(of_others())
    for locale, (change, forms) in LANGUAGES.items():
        ours = messages.catalogue(locale, forms)
        for domain in ("django", "djangojs"):
            made = polib.POFile()
            made.metadata = ours.metadata
            known: set[tuple[str | None, str]] = set()
            found = [one for where, one in theirs if where == domain]
            found += ours if domain == "django" else []
            for one in sorted(found, key=lambda one: not one.msgid_plural):
                if (one.msgctxt, one.msgid) not in known:
                    known.add((one.msgctxt, one.msgid))
                    made.append(translated(one, change, forms))
            path = folder / locale / "LC_MESSAGES" / f"{domain}.mo"
            path.parent.mkdir(parents=True, exist_ok=True)
            made.save_as_mofile(str(path))


def of_others() -> Iterator[tuple[str, polib.POEntry]]:
    """The messages of Django and the applications we use, each with its domain."""
    for package, places in OTHERS.items():
        spec = importlib.util.find_spec(package)
        assert spec is not None
        assert spec.origin is not None
        for place in places:
            for path in sorted((Path(spec.origin).parent / place / "en").rglob("*.po")):
                for one in polib.pofile(str(path)):
                    yield path.stem, one


def translated(one: polib.POEntry, change: Callable[[str], str], forms: str) -> polib.POEntry:
    made = polib.POEntry(msgctxt=one.msgctxt, msgid=one.msgid, msgid_plural=one.msgid_plural)
    if one.msgid_plural:
        count = int(re.findall(r"nplurals=(\d)", forms)[0])
        single = 1 if count > 2 else 0
        made.msgstr_plural = {
            at: change(one.msgid if at == single else one.msgid_plural) for at in range(count)
        }
    else:
        made.msgstr = change(one.msgid)
    return made


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ncr.settings")
    django.setup()
    from django.conf import settings

    write(settings.PSEUDO)
    sys.stdout.write(f"Written to {settings.PSEUDO}\n")

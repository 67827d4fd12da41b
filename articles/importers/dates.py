"""Dates as people write them, in several languages, to ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# the beginnings of month names that tell them apart, by language
MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan|jän feb mär|maer apr mai jun jul aug sep okt nov dez",
    "fr": "janv févr|fevr mars avr mai juin juil août|aout sept oct nov déc|dec",
    "es": "ene feb mar abr may jun jul ago sep|set oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb maart|mrt apr mei jun jul aug sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ru": "янв фев мар апр мая|май июн июл авг сен окт ноя дек",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
    "ar": "يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
}
ENDINGS = (
    "uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|uar|ruar|z|i|ier|er|ars|s|llet|embre|obre"
    "|ero|rero|zo|yo|io|iembre|naio|braio|le|gio|gno|glio|sto|tobre|eiro|ereiro|ço|ho|tubro"
    "|ezembro|uari|ruari|ustus|cznia|czeń|ego|ca|iec|nia|ień|tnia|rwca|pca|rpnia|śnia|dziernika"
    "|topada|dnia|аря|арь|раля|раль|та|т|еля|ель|я|ь|уста|тября|тябрь|бря|брь|абря|абрь"
    "|ня|того|езня|тня|вня|пня|сня|ня|топада|дня|o|lio|ро|"
)


def _month_numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for names in MONTHS.values():
        for number, forms in enumerate(names.split(), 1):
            for form in forms.split("|"):
                numbers.setdefault(form, number)
    return numbers


MONTH_NUMBERS = _month_numbers()
MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
OF = r"\s*(?:of|de|del|d['’]|,)?\s*"

DATE_FORMS = [
    re.compile(form, re.I)
    for form in (
        r"(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})",
        rf"{YEAR}\s*年\s*(?P<number>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*日)?",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{YEAR}",
        rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{YEAR}",
        rf"(?P<year>(?:1[5-9]|20)\d\d)/(?P<number>\d{{1,2}})/(?P<day>\d{{1,2}})",
        rf"{DAY}{OF}{MONTH}{OF}{YEAR}",
        rf"{DAY}-{MONTH}-{YEAR}",
        rf"{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{MONTH}{OF}{YEAR}",
    )
]
WEEKDAY = re.compile(
    r"(?:(?:on|am|le|el|vom)\s+)?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?\s*"
    r"|(?:mo|di|mi|do|fr|sa|so)\.,?\s*"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b,?\s*"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b,?\s*"
    r"|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b,?\s*"
    r"|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b,?\s*"
    r"|(?:on|am|le|el|den|vom)\s+(?=\d)",
    re.I,
)
YEAR_TAIL = re.compile(r"\s*(?:г\.|года|року|р\.|г\b)", re.I)
TIME = re.compile(
    r"[\s,T|·•–—-]*(?:at|um|à|a las|alle|в|о)?\s*(?P<hour>[01]?\d|2[0-3])(?::|\.|h|\s?h\s?)"
    r"(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?:uhr|hrs?|h)\b)?"
    r"(?:\s*\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2})?|[+-]\d\d:?\d\d|Z)\)?(?!\w))?",
    re.I,
)


@dataclass(frozen=True)
class FoundDate:
    """A date at the beginning of some words, and where it ends in them."""

    iso: str
    end: int


def read_date(words: str, *, day_first: bool = False) -> FoundDate | None:
    """The date the words begin with, with its time if one follows.

    01/02/2005 is 1 February where `day_first`; otherwise nobody can tell, and it is "2005".
    """
    plain = words.translate(ARABIC_DIGITS)
    weekday = WEEKDAY.match(plain)
    start = weekday.end() if weekday else 0
    for form in DATE_FORMS:
        found = form.match(plain, start)
        iso = _iso(found, day_first) if found else None
        if found and iso:
            tail = YEAR_TAIL.match(plain, found.end())
            return _with_time(plain, iso, tail.end() if tail else found.end())
    return None


ARABIC_DIGITS = {ord("٠") + digit: str(digit) for digit in range(10)} | {
    ord("۰") + digit: str(digit) for digit in range(10)
}


def _iso(found: re.Match[str], day_first: bool) -> str | None:
    parts = found.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        return _iso_of_slashes(year, int(parts["first"]), int(parts["second"]), day_first)
    month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
    if month is None or not 1 <= month <= 12:
        return None
    day = parts.get("day")
    return _valid(year, month, int(day)) if day else f"{year:04}-{month:02}"


def _iso_of_slashes(year: int, first: int, second: int, day_first: bool) -> str | None:
    if first > 12 or day_first or first == second:
        return _valid(year, second, first)
    return _valid(year, first, second) if second > 12 else f"{year:04}"


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_number(name: str) -> int | None:
    """The number of a month by its name or abbreviation in one of the languages known here."""
    name = name.lower()
    return next((MONTH_NUMBERS[name[:size]] for size in range(len(name), 2, -1) if _is(name, size)), None)


def _is(name: str, size: int) -> bool:
    return name[:size] in MONTH_NUMBERS and name[size:] in ENDINGS.split("|")


def _with_time(words: str, iso: str, end: int) -> FoundDate:
    time = TIME.match(words, end)
    if time is None or len(iso) != len("2005-10-01"):
        return FoundDate(iso, end)
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"].lower() == "p" else 0)
    return FoundDate(f"{iso}T{hour:02}:{time['minute']}", time.end())

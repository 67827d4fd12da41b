"""Dates as people write them, in several languages, to ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# Whole names, in the case that stands in dates; three letters or more of the beginning will do.
MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner februar maerz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
)


def _month_numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for language in MONTHS:
        for number, name in enumerate(language.split(), 1):
            for size in range(3, len(name) + 1):
                numbers.setdefault(name[:size], number)
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
        r"(?P<year>(?:1[5-9]|20)\d\d)/(?P<number>\d{1,2})/(?P<day>\d{1,2})",
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


AFTER_TIME = re.compile(r"[\s,]*(?:on\s+)?", re.I)


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
    found = _read_at(plain, 0, day_first)
    time = None if found else TIME.match(plain)
    if time is None:
        return found
    # the time first: "14:05, 12 July 2016"
    found = _read_at(plain, AFTER_TIME.match(plain, time.end()).end(), day_first)  # type: ignore[union-attr]
    is_day = found is not None and len(found.iso) == len("2005-10-01")
    return FoundDate(f"{found.iso}{_clock(time)}", found.end) if found and is_day else None


def _read_at(plain: str, start: int, day_first: bool) -> FoundDate | None:
    weekday = WEEKDAY.match(plain, start)
    start = weekday.end() if weekday else start
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
    return MONTH_NUMBERS.get(name.lower())


def _with_time(words: str, iso: str, end: int) -> FoundDate:
    time = TIME.match(words, end)
    if time is None or len(iso) != len("2005-10-01"):
        return FoundDate(iso, end)
    return FoundDate(f"{iso}{_clock(time)}", time.end())


def _clock(time: re.Match[str]) -> str:
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"].lower() == "p" else 0)
    return f"T{hour:02}:{time['minute']}"

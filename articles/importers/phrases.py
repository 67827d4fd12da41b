"""Patterns made of the phrases in phrases.toml, which says what they are."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text("utf-8")
)


def any_of(section: str) -> str:
    """The phrases of a section in all languages, as one alternative of a pattern."""
    # the longer first: "published on" must not be left at "published"
    phrases = (phrase for listed in TABLE[section].values() for phrase in listed)
    return "(?:" + "|".join(sorted(phrases, key=len, reverse=True)) + ")"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I)


_TAIL = r"\s*[:.…>»→]*"
_COLON = r"\s*[:：]\s*"
_NETWORKS = any_of("networks")
_ON = "(?:on|via|to|by|with|auf|per|bei|sur|par|en|por|in|в|на|через|على|عبر)"

_AND = "(?:, | and | und | et | y | e | и )"

_SHARE_ON = rf"{any_of('sharing')} {_ON} {_NETWORKS}(?:{_AND}{_NETWORKS}){{0,5}}"

ACTION = _pattern(rf"(?:{any_of('actions')}|{_NETWORKS}|{_SHARE_ON}){_TAIL}")
NAVIGATION = _pattern(any_of("navigation") + _TAIL)

# what goes on after the colon is the title of something else
RELATED = _pattern(rf"{any_of('related')}(?:\s*[:：>»…]+\s*(?P<title>.{{0,160}}))?")

TAGS = _pattern(rf"{any_of('tags')}{_COLON}.{{1,300}}")

_MINUTES = r"[\d٠-٩]{1,3}\s*(?:min(?:ute[ns]?|utos|uti|\.)?|мин(?:\.|ут[аы]?)?|хв\.?|دقائق|دقيقة)"
READING_TIME = _pattern(
    rf"{any_of('reading_time')}\s*[:：]?\s*(?:about|ca\.?|environ|~)?\s*{_MINUTES}"
    r"|\d{1,3}[- ]?min(?:ute)?s?\.? (?:read|lesezeit|de lecture|de lectura)"
)

_COUNTED = any_of("counted")
COUNT = _pattern(
    rf"\(?\d[\d.,]{{0,8}}\s*{_COUNTED}\)?|{_COUNTED}\s*[:(]?\s*\(?\d{{1,6}}\)?"
    rf"|{any_of('commenting')}{_TAIL}"
)

_YEAR = r"(?:19|20)\d\d"
COPYRIGHT = _pattern(
    rf"©.{{0,200}}|(?:\(c\)|copyright)\s*(?:©|\(c\))?(?:\s\w+){{0,4}}\s{_YEAR}.{{0,80}}"
    rf"|.{{0,80}}{any_of('rights')}\.?"
)

# an address or a number must follow: "Contact: none" would be words
CONTACT = _pattern(rf"{any_of('contact')}{_COLON}.{{0,120}}(?:@|\d{{4}}).{{0,80}}")

# whose picture stood there; a caption with a sentence in it is text
CREDIT = _pattern(rf"\(?©[^.!?]{{1,60}}\)?|\(?{any_of('credit')}{_COLON}[^.!?]{{1,60}}\)?")

COOKIES = _pattern(
    rf"{any_of('cookie_speaker')}\b.{{0,80}}"
    r"\b(?:cookies?|cookie-файлы|куки|ملفات تعريف الارتباط).{0,300}"
)

ADDRESS = _pattern(rf"(?:{any_of('source')}{_COLON})?<?(?P<url>https?://[^\s<>\"]+)>?")
LABELLED_ADDRESS = _pattern(rf"{any_of('source')}{_COLON}.*")

PUBLISHED_LABEL = _pattern(any_of("published") + r"\s*[:：,]?\s*")
UPDATED_LABEL = _pattern(any_of("updated") + r"\s*[:：,]?\s*")

# where a name and a date, or two dates, are divided that share a line
JOINT = _pattern(
    rf", |\s+(?={any_of('byline')}\s)|\s+(?={any_of('updated')}\W)|\s+(?:on|am|le|el|il)\s+"
)

AUTHOR_HEADING = _pattern(any_of("author_heading") + _TAIL)

# A name is told by its capitals, so case counts here; scripts without case go by the phrase.
_NAME_WORD = r"[^\W\d_a-zà-öø-ÿа-яёіїєґ][\w.'’-]*"
_PARTICLE = "(?:de|del|della|di|da|van|von|der|den|zu|la|le|du|al|el|bin|ibn|af|ter|ten|dos)"
NAME = (
    rf"(?:Dr\.? |Prof\.? |Sir )?{_NAME_WORD}(?: (?:{_NAME_WORD}|{_PARTICLE})){{0,4}} {_NAME_WORD}"
)
NAMES = rf"{NAME}(?:(?:, | and | und | et | y | & | и | e | i ){NAME}){{0,4}}"
_FROM = rf"(?:(?:,| in| à| aus) {_NAME_WORD})?"  # where they write from
BYLINE = re.compile(rf"(?i:{any_of('byline')})\s*(?<=[\s:])(?P<name>{NAMES}|[A-Z][\w'’-]+){_FROM}")

FULL_NAME = re.compile(NAME)
ABOUT_AUTHOR = re.compile(rf"(?P<name>{NAMES}),? (?i:{any_of('being')})\s(?P<rest>.+)")
ROLE = _pattern(rf"\b{any_of('roles')}\b")

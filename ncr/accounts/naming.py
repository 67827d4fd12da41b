"""Which names a person may choose: what they are made of, and that they look like nobody else's.

What a look-alike is, `names.name_key` says. User names stand in addresses and never change hands,
so the name of an account that was deleted stays taken. Checking costs two queries.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from ncr.accounts.models import RetiredName, User
from ncr.accounts.names import name_key

SHORTEST, LONGEST = 2, 40
LONGEST_DISPLAYED = 80
MARKS_ON_A_LETTER = 2  # Vietnamese has two; towers of them cover the lines around them
# Unicode Standard Annex 9: they turn the direction of what comes after them
BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
JOINERS = frozenset("\u200c\u200d")  # Persian and Indian scripts spell with them
RESERVED = frozenset(
    name_key(word)
    for word in re.findall(
        r"\w+",
        """
    admin administrator moderator moderators mod owner owners editor editors leader staff
    support help root system sysadmin webmaster postmaster hostmaster abuse security info
    contact mail ncr site everyone everybody members member nobody somebody someone anonymous
    deleted erased removed withdrawn unknown null none undefined me you api account accounts
    login logout signup suggest
    """,
    )
)


def checked_username(name: str) -> str:
    """The name as it is kept (NFC); raises ValidationError that says what is wrong with it."""
    name = unicodedata.normalize("NFC", name)
    _check_signs(name)
    if not SHORTEST <= len(name) <= LONGEST:
        raise ValidationError(
            _("A user name has %(least)d to %(most)d characters.")
            % {"least": SHORTEST, "most": LONGEST}
        )
    if not all(sign.isalnum() or sign in "-_" or _is_mark(sign) for sign in name):
        raise ValidationError(_("A user name is made of letters, digits, hyphens and underscores."))
    if not any(sign.isalpha() for sign in name):
        raise ValidationError(_("A user name needs at least one letter."))
    _check_free(name, None)
    return name


def checked_display_name(name: str, person: User | None = None) -> str:
    """The name as it is kept, for `person` or for somebody new; raises ValidationError.

    Empty is allowed: then the user name is shown. Two people may both be called Maria Silva in
    life; here the second adds something, so that nobody speaks under another's name.
    """
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not name:
        return ""
    _check_signs(name)
    if len(name) > LONGEST_DISPLAYED:
        raise ValidationError(
            _("A name has at most %(most)d characters.") % {"most": LONGEST_DISPLAYED}
        )
    if not any(sign.isalpha() for sign in name):
        raise ValidationError(_("A name needs at least one letter."))
    _check_free(name, person)
    return name


def is_taken(name: str, person: User | None = None) -> bool:
    """Whether a name looks like one of somebody else's, or like one that is kept back."""
    key = name_key(name)
    others = User.objects.exclude(pk=person.pk) if person else User.objects.all()
    return (
        key in RESERVED
        or others.filter(Q(name_key=key) | Q(display_key=key)).exists()
        or RetiredName.objects.filter(digest=digest_of_key(key)).exists()
    )


def retire(person: User) -> None:
    """Keeps the names of somebody who leaves from ever being taken, as digests only."""
    for name in filter(None, (person.username, person.display_name)):
        RetiredName.objects.get_or_create(digest=digest_of_key(name_key(name)))


def digest_of_key(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _check_free(name: str, person: User | None) -> None:
    if is_taken(name, person):
        raise ValidationError(
            _("This name is taken, or looks like one that is. Choose another one.")
        )


def _check_signs(name: str) -> None:
    if not all(_is_shown(sign, name[place - 1 : place]) for place, sign in enumerate(name)):
        raise ValidationError(_("The name holds a character that cannot be shown."))
    if _tallest(name) > MARKS_ON_A_LETTER:
        raise ValidationError(
            _("The name has more than %(most)d marks on one letter.") % {"most": MARKS_ON_A_LETTER}
        )


def _is_shown(sign: str, before: str) -> bool:
    if sign in JOINERS:
        return bool(before) and (before.isalpha() or _is_mark(before))
    return sign.isprintable() and sign not in BIDI_CONTROLS


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Mc", "Me")


def _tallest(name: str) -> int:
    """The most marks that stand on one letter, where letter and mark have no sign of their own."""
    most = count = 0
    for sign in name:
        count = count + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        most = max(most, count)
    return most


def refuse_unstorable(value: str) -> None:
    """Raises ValidationError for lone surrogates, which no database keeps."""
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise ValidationError(_("This holds a character that cannot be stored."))

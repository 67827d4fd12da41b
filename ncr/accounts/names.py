"""What makes two names look alike: the same key (Unicode Technical Standard 39, section 4).

The key of a name is its skeleton: compatibility forms, case and accents folded, letters of other
scripts and digits replaced by the Latin letter that they are mistaken for, gaps taken out.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from confusable_homoglyphs.confusables import confusables_data
from django.db import models

ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s"})
LONGEST_KEY = 400


def name_key(name: str) -> str:
    """The key under which a name is unique; a name of signs only is its own key."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    signs = (latin_twin(sign) for sign in folded if not unicodedata.combining(sign))
    plain = "".join(signs).casefold().translate(ALIKE)
    key = "".join(sign for sign in plain if sign.isalnum())
    return (key or name.casefold())[:LONGEST_KEY]


@lru_cache(maxsize=4096)
def latin_twin(sign: str) -> str:
    """The Latin letters that a sign is mistaken for, or the sign."""
    if sign.isascii():
        return sign
    alike = [str(one["c"]) for one in confusables_data.get(sign, [])]
    return next((one for one in alike if one.isascii() and one.isalnum()), sign)


class NameKeyField(models.CharField):  # type: ignore[type-arg]
    """Keeps the key of another field of its row, made anew whenever the row is saved."""

    def __init__(self, of: str = "", **given: Any) -> None:
        self.of = of
        super().__init__(**{"max_length": LONGEST_KEY, "editable": False, "blank": True, **given})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        key = name_key(getattr(model_instance, self.of) or "")
        before = str(getattr(model_instance, self.attname) or "")
        if not before.startswith(f"{key}:"):  # set apart when look-alikes were not yet refused
            setattr(model_instance, self.attname, key)
        return getattr(model_instance, self.attname)

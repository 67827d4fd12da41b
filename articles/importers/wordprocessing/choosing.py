"""Walking XML in which some things stand twice, for older programs and for newer ones."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from articles.importers.wordprocessing.names import MC, A, V, W

SAYING = (W + "t", W + "drawing", W + "pict", A + "blip", V + "imagedata", W + "object")


def chosen(alternative: etree._Element) -> etree._Element | None:
    """The one of the choices that is read (ECMA-376-3, 10.2.1): the first that says something."""
    choices = [*alternative.iterchildren(MC + "Choice"), *alternative.iterchildren(MC + "Fallback")]
    saying = (each for each in choices if next(each.iter(*SAYING), None) is not None)
    return next(saying, choices[0] if choices else None)


def outermost(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names inside, in order, but none inside another of them."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here.tag in names and here is not element:
            yield here
        elif here.tag == MC + "AlternateContent":
            choice = chosen(here)
            if choice is not None:
                waiting.append(choice)
        else:
            waiting.extend(reversed(here))

"""Plain sentences by rule and chance: as much text as a benchmark wants, the same each time.

No sentence means much, and each can be read. All have twelve words, so that a place in the text
can be reckoned instead of searched for.
"""

from __future__ import annotations

from random import Random

WORDS_IN_SENTENCE = 12
SENTENCES_IN_PARAGRAPH = 5
PARAGRAPHS_IN_SECTION = 10


def words(line: str) -> list[str]:
    return line.split()


# None begins with a vowel: "a" stands before them
DESCRIBED = words(
    "northern southern coastal western remote former newer smaller larger quiet distant narrow"
)
THINGS = words(
    "bridge harbour railway council ministry convoy border garrison treaty committee depot "
    "corridor village archive inspector airfield delegation pipeline station market"
)
DID = words(
    "crossed counted reported closed opened guarded measured passed described watched "
    "reached followed examined supplied visited recorded"
)
WHERE = words("near behind beside beyond above below along inside outside across")
WHEN = words("before after during until since throughout")
TIMES = words("winter summer autumn spring dawn midnight noon dusk sunrise harvest")
NAMES = words(
    "Ada Ben Cleo Dara Emil Fay Gus Hana Ivo June Karl Lena Max Nora Otto Pia Quin Rosa Sam Tova"
)
SURNAMES = words(
    "Abel Brandt Castell Dorn Ekman Falk Greve Hart Ilves Juhl Koval Lund Meyer Novak Oster Palm "
    "Quist Rask Sorel Thorn Ulman Vance Weber Ystad Zeller"
)


def sentence(chance: Random) -> str:
    """Twelve words, like: The former council closed a quiet depot near the border before dawn."""
    pick = chance.choice
    first = f"The {pick(DESCRIBED)} {pick(THINGS)} {pick(DID)} a {pick(DESCRIBED)} {pick(THINGS)}"
    return f"{first} {pick(WHERE)} the {pick(THINGS)} {pick(WHEN)} {pick(TIMES)}."


def heading(chance: Random) -> str:
    return f"The {chance.choice(THINGS)} and the {chance.choice(THINGS)}"


def paragraph(chance: Random) -> str:
    return " ".join(sentence(chance) for _place in range(SENTENCES_IN_PARAGRAPH))


def text(chance: Random, paragraphs: int) -> str:
    """Markdown of so many paragraphs, with a heading before every tenth."""
    parts: list[str] = []
    for place in range(paragraphs):
        if place % PARAGRAPHS_IN_SECTION == 0:
            parts.append(f"## {heading(chance)}")
        parts.append(paragraph(chance))
    return "\n\n".join(parts) + "\n"


def name(place: int) -> str:
    """The name of the first, second, ... of five hundred people; no two have the same."""
    surname, first = divmod(place, len(NAMES))
    return f"{NAMES[first]} {SURNAMES[surname]}"


def remark(chance: Random) -> str:
    """What somebody says, as Markdown: up to three sentences, some strong, linked or in a list."""
    said = [sentence(chance) for _place in range(chance.randint(1, 3))]
    form = chance.randrange(10)
    if form == 0:
        said[0] = f"**{said[0]}**"
    elif form == 1:
        said.append(f"See [the {chance.choice(THINGS)}](https://reading.example/).")
    elif form == 2:
        return said[0] + "\n\n" + "\n".join(f"- {one}" for one in said)
    return " ".join(said)

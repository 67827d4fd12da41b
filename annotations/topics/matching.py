"""Finding in a text every mention of a topic, in one pass however many topics there are.

Names are compared word by word, as the search does it (`annotations.search.analysing`): case and
accents folded, stemmed by the rules of the text's language. They lie in a tree of words, so that
each word of a text is looked up once; of names that overlap, the longest is mentioned and the
others are not, whichever topics they are of. Between two words of a name may stand what parts
words and no sentence: spaces, a line break, quotes, one hyphen or dash. A dash between spaces
parts words only of names that have one.

What keeps names precise:

- Stems alone are too kind: "inspect" has that of "Inspections", "practically" that of
  "Practical". So a word is a form of the name's word only where the two differ in an ending that
  nouns and adjectives take. (Of Russian words the stem is stemmed once more: the rules take
  "транзит" for a verb, and "транзита" not.)
- A name all in capitals (NRC, ДОВСЕ) is mentioned where it is written so; in a line that is all
  in capitals nothing tells it from a word.
- A name of one word that German writes with a capital is not its verb or adjective.
- A name in one language is looked for in texts of that language alone.
- A name that is a common word ("Treatment") is a mention wherever it stands as that word. What it
  means there is not for a machine to say: so these are suggestions, and who keeps the vocabulary
  chooses names that mean one thing.

Cues are weaker: all of their words, by their stems and in any order, in one sentence. The mention
is that sentence. Where it carries a name of the same topic, nothing is gained by the cue.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from annotations.search.analysing import UNSEEN, Token, tokens
from annotations.topics.sentences import sentences

LONGEST_SENTENCE = 1_000  # code points; in what is longer, words are too far apart to tell much
HYPHENS = "\\-‐‑‒–—―−"
QUOTES = "'\"‘’‚‛“”„‟«»‹›"
SPACES = " \n\u00a0\u2009\u202f\u3000"
PARTED = f"[{UNSEEN}{QUOTES}]*"
GAP = re.compile(f"(?:['’][sS])?(?:[{UNSEEN}{QUOTES}{SPACES}]*|{PARTED}[{HYPHENS}]{PARTED}\n?)")
# Also parts clauses, and is one gap only where the name is written with it
SPACED_DASH = re.compile(f"[{SPACES}]*[{HYPHENS}][{SPACES}]*")
# Endings, beside none, in which two forms of a noun or an adjective may differ, without accents
NOMINAL = {
    "en": "s es y ies",
    "fr": "e s es x l ux le les ne nes",
    "de": "e en er es em ern n s se sen nen",
    "ru": "а я у ю е и ы о ь ью ом ем ои еи ии ам ям ами ями ах ях ов ев ия ию ие ием иям иями"
    " иях ыи ая яя ое ее ые ого его ому ему ым им ыми ими ых их ую юю",
}
ENDINGS = {language: frozenset(["", *endings.split()]) for language, endings in NOMINAL.items()}
# Endings that make a verb of a noun, as in "sanctionne" and "documentent"
VERBAL = {"fr": re.compile(r"(?:onne|mente)s?$")}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a topic may be told of: a name (in one language, or in any), or words of a cue."""

    topic: int
    words: str
    language: str = ""
    is_cue: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a text tells of a topic; offsets in code points."""

    start: int
    end: int
    topic: int
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: its words unstemmed, without case and accents."""

    topic: int
    forms: tuple[str, ...]
    is_in_capitals: bool
    has_capital: bool
    has_spaced_dash: bool


@dataclass(slots=True)
class Node:
    """A place in the tree of words: the names that end here, and the words that may follow."""

    names: list[Name] = field(default_factory=list)
    following: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the words of a text: from the word `first` to before the word `last`."""

    first: int
    last: int
    topic: int


class Matcher:
    """Looks for wordings in texts; made once for many texts, with trees by language as needed."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._wordings = list(wordings)
        self._trees: dict[str, Node] = {}
        self._cues: dict[str, Cues] = {}

    def mentions(self, text: str, language: str) -> list[Mention]:
        """The mentions in a block's text, in its order; names first decide, then cues."""
        spoken = primary(language)
        words = _words(text, spoken)
        named = [
            Mention(words[one.first].start, words[one.last - 1].end, one.topic)
            for one in _longest(self._found(text, words, spoken))
        ]
        return sorted(set(named).union(self._told(text, words, spoken, named)))

    def _found(self, text: str, words: Sequence[Token], spoken: str) -> Iterator[Found]:
        """Every name that begins at a word, however they overlap."""
        tree = self._tree(spoken)
        is_loud = len(words) > 1 and text.isupper()
        begun = (place for place, word in enumerate(words) if word.word in tree.following)
        for first in begun:
            for last, node, is_spaced in _ways(tree, text, words, first):
                written = [text[word.start : word.end] for word in words[first:last]]
                for name in node.names:
                    if (
                        (name.has_spaced_dash or not is_spaced)
                        and not (name.is_in_capitals and is_loud)
                        and _is_written(name, written, spoken)
                    ):
                        yield Found(first, last, name.topic)

    def _told(
        self, text: str, words: Sequence[Token], spoken: str, named: Sequence[Mention]
    ) -> Iterator[Mention]:
        """The sentences that hold all words of a cue, and no name of its topic."""
        cues = self._cues_in(spoken)
        if not cues.by_word or not words:
            return
        for start, end, inside in _by_sentence(text, words):
            topics = cues.told(inside) if end - start <= LONGEST_SENTENCE else set()
            if topics:
                topics -= {one.topic for one in named if one.start < end and start < one.end}
            yield from (Mention(start, end, topic, is_weak=True) for topic in topics)

    def _tree(self, spoken: str) -> Node:
        """The tree of names in a language, and of those in none."""
        if spoken not in self._trees:
            tree = self._trees[spoken] = Node()
            for one in self._wordings:
                if not one.is_cue and primary(one.language) in ("", spoken):
                    _plant(tree, one, spoken)
        return self._trees[spoken]

    def _cues_in(self, spoken: str) -> Cues:
        if spoken not in self._cues:
            cues = (one for one in self._wordings if one.is_cue)
            self._cues[spoken] = Cues(
                (one.topic, frozenset(token.word for token in _words(one.words, spoken)))
                for one in cues
                if primary(one.language) in ("", spoken)
            )
        return self._cues[spoken]


class Cues:
    """Sets of words that tell of topics, each found by the one of its words that fewest have."""

    def __init__(self, cues: Iterable[tuple[int, frozenset[str]]]) -> None:
        listed = [(topic, words) for topic, words in cues if words]
        common = Counter(word for _topic, words in listed for word in words)
        self.by_word: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for topic, words in listed:
            rarest = min(words, key=lambda word: (common[word], word))
            self.by_word[rarest].append((topic, words))

    def told(self, sentence: set[str]) -> set[int]:
        """The topics of which the words of a sentence tell."""
        return {
            topic
            for word in sentence & self.by_word.keys()
            for topic, words in self.by_word[word]
            if words <= sentence
        }


def primary(language: str) -> str:
    """The language of a tag (BCP 47) without script and region."""
    return language.split("-")[0].lower()


def _words(text: str, spoken: str) -> list[Token]:
    if spoken != "ru":
        return list(tokens(text, spoken))
    return [Token(_root(word), start, end) for word, start, end in tokens(text, spoken)]


@lru_cache(maxsize=16_384)
def _root(stem: str) -> str:
    return next((token.word for token in tokens(stem, "ru")), stem)


def _plant(tree: Node, one: Wording, spoken: str) -> None:
    words = _words(one.words, spoken)
    if not words:
        return
    node = tree
    for word in words:
        node = node.following.setdefault(word.word, Node())
    forms = tuple(_bare(one.words[word.start : word.end]) for word in words)
    gaps = [one.words[word.end : other.start] for word, other in pairwise(words)]
    node.names.append(
        Name(
            one.topic,
            forms,
            is_in_capitals=one.words.isupper(),
            has_capital=one.words[words[0].start].isupper(),
            has_spaced_dash=any(not GAP.fullmatch(gap) for gap in gaps),
        )
    )


def _ways(
    tree: Node, text: str, words: Sequence[Token], first: int
) -> Iterator[tuple[int, Node, bool]]:
    """Down the tree from a word on: before which word one is, where, and over a spaced dash."""
    node, last, is_spaced = tree.following.get(words[first].word), first + 1, False
    while node is not None:
        if node.names:
            yield last, node, is_spaced
        if last == len(words) or not node.following:
            return
        node = node.following.get(words[last].word)
        # Signs that fold to several words have no gap within
        gap = (words[last - 1].end, max(words[last].start, words[last - 1].end))
        if node is not None and not GAP.fullmatch(text, *gap):
            if not SPACED_DASH.fullmatch(text, *gap):
                return
            is_spaced = True
        last += 1


def _is_written(name: Name, written: Sequence[str], spoken: str) -> bool:
    """Whether words with the stems of a name are forms of its words."""
    if name.is_in_capitals:
        return not any(sign.islower() for word in written for sign in word)
    if spoken == "de" and len(written) == 1 and name.has_capital and not written[0][0].isupper():
        return False
    return all(_is_form(word, form, spoken) for word, form in zip(written, name.forms, strict=True))


@lru_cache(maxsize=16_384)
def _is_form(written: str, form: str, spoken: str) -> bool:
    """Whether a word differs from a name's in no more than an ending; their stems are the same."""
    word, endings = _bare(written), ENDINGS.get(spoken)
    if endings is None or word == form:
        return True
    verbal = VERBAL.get(spoken)
    if verbal and verbal.search(word) and not verbal.search(form):
        return False
    shared = next(
        (place for place, pair in enumerate(zip(word, form, strict=False)) if pair[0] != pair[1]),
        min(len(word), len(form)),
    )
    return word[shared:] in endings and form[shared:] in endings


def _bare(word: str) -> str:
    """A word without case, accents and what is not seen, but with its ending."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(
        sign for sign in decomposed if not unicodedata.combining(sign) and sign not in UNSEEN
    )


def _longest(found: Iterable[Found]) -> list[Found]:
    """Of names that overlap the longest, of equally long ones the first; all that are the same."""
    kept: list[Found] = []
    taken: dict[int, tuple[int, int]] = {}  # by word, the name that it is a word of
    for one in sorted(found, key=lambda one: (one.first - one.last, one.first)):
        place = (one.first, one.last)
        # What was kept is no shorter, so that it covers an end where it covers anything
        if all(taken.get(word, place) == place for word in (one.first, one.last - 1)):
            kept.append(one)
            taken.update((word, place) for word in range(*place))
    return kept


def _by_sentence(text: str, words: Sequence[Token]) -> Iterator[tuple[int, int, set[str]]]:
    """Each sentence with the words in it, stemmed."""
    place = 0
    for start, end in sentences(text):
        inside: set[str] = set()
        while place < len(words) and words[place].start < end:
            inside.add(words[place].word)
            place += 1
        yield start, end, inside

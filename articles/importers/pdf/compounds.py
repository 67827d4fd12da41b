"""What usually stands before or after a hyphen that is the word's own, by language."""

from __future__ import annotations

BEFORE = {
    "en": "self non well co ex half quasi pseudo cross long short high low old new so vice all mid"
    " two three four five six seven eight nine ten"
    " north south east west nord sud ouest"
    " twenty thirty forty fifty sixty seventy eighty ninety first second third full part by e",
    "fr": "celui celle ceux celles lui elle eux moi toi peut est là c'est va dit a t",
    "ru": "кое из по во",
}
# these may as well begin a word of one piece
EITHER = "anti multi inter intra pre post over under up down out semi in off on"
AFTER = {
    "en": "east west north south"
    " based like related free wide led up to in off on out term scale level specific oriented"
    " style known called being century year old made sized driven aware shaped and or of the",
    "fr": "même mêmes là ci il elle ils elles on je tu nous vous moi toi le les lui leur",
    "pt": "se lhe me",
    "ru": "то либо нибудь таки ка",
}
SOLID_PREFIXES = frozenset(EITHER.split())
PREFIXES = frozenset(word for words in BEFORE.values() for word in words.split())
PREFIXES |= SOLID_PREFIXES
SUFFIXES = frozenset(word for words in AFTER.values() for word in words.split())

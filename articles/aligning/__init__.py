"""What two states of a text have in common: blocks, runs of words, and keys that go on.

Pure Python: no Django, no models. Texts are strings, offsets are Unicode code points counted
from 0, ends are exclusive.
"""

"""Describing a passage, and finding it again.

Pure Python: no Django, no models. Texts are strings, offsets are Unicode code points counted
from 0, ends are exclusive (W3C Web Annotation Data Model, 4.2.4 and 4.2.5).
"""

"""Bringing texts in: the verbs around an import, from the file to the article.

`beginning` takes a file, `reading` has it read apart and keeps what was found, `correcting` changes
what was found, `taking` makes articles or a draft of it. Nobody but who brought it meets an import.
"""

"""Rules before publication: what is held until a moderator has seen it, and why.

The owners of the site write an ordered list of rules. Before somebody's words are written,
`evaluating` asks those that are on, and answers which fired and what each found; a verb then
writes the words as pending, with a Firing for each. No rule counts votes or reactions.

Held is only what moderators may read: never a note to oneself, and never what a reading group
says, which reaches them when it is reported and not before. What a moderator of the thread writes
is never held; what a trusted person writes only by rules that name an article, topic or person.
A sanction of its author holds what they write in the same way.
"""

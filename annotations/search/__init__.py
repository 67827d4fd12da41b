"""Finding texts, notes, topics and people by their words, as far as the reader may see them.

analysing   text -> words, stemmed and folded: the same for both engines, at indexing and asking
asking      what a person typed -> a question
engines     SQLite (FTS5) and PostgreSQL (tsvector): keeping words, finding what answers a question
indexing    keeps the words in step with what they are of; called by the verbs
finding     a page of what was found, through the gate
showing     snippets with the words marked, made from the rows themselves
"""

"""One file that holds the site, and how a site comes out of it again.

A backup is a zip archive. Of each table it has the rows as lines of JSON, in the order of their
ids, written the same by SQLite and PostgreSQL; so an archive of one can be restored into the
other, and the SHA-256 of a table's lines is the same before and after. `manifest.json` says which
migrations the rows belong to, and of each member its size and SHA-256. Rows are read and written
by the models of that state (Django's historical ones) and not by those of today.

What is left out is made anew or has no value elsewhere: the task queue and the cache, sessions
(people sign in again, and who was signed out stays so), and what search looks through.
"""

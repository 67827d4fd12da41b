"""What other apps may listen to.

revision_published: sent after the commit that published a revision, with
    sender: the class Revision
    revision: the Revision that is read from now on

audience_changing: sent before an article is given another audience, with
    sender: the class Article
    article: the Article, still for its present audience
    audience: the Audience that it is to have
    A receiver that raises Refused keeps the article as it is.
"""

from django.dispatch import Signal

revision_published = Signal()
audience_changing = Signal()

"""What other apps may listen to.

revision_published: sent after the commit that published a revision, with
    sender: the class Revision
    revision: the Revision that is read from now on

revision_preparing: sent before the transaction that publishes a revision after another, with
    sender: the class Revision
    revision: the Revision that is to be read
    base: the Revision that it follows
    A receiver does what takes time, and answers a function without arguments that the transaction
    calls as its last act, with the article locked; nobody reads the revision before it ends.

audience_changing: sent before an article is given another audience, with
    sender: the class Article
    article: the Article, still for its present audience
    audience: the Audience that it is to have
    A receiver that raises Refused keeps the article as it is.

revision_decided: sent inside the transaction of the verb, so that who listens can write down what
was done and no act is without its entry, with
    sender: the class Revision
    revision: the Revision
    act: "publish", "withdraw" or "republish"
    by: the User who did it, or None for a command
    reason: why, as it was given; may be empty
"""

from django.dispatch import Signal

revision_published = Signal()
revision_preparing = Signal()
audience_changing = Signal()
revision_decided = Signal()

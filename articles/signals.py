"""What other apps may listen to.

revision_published: sent after the commit that published a revision, with
    sender: the class Revision
    revision: the Revision that is read from now on
"""

from django.dispatch import Signal

revision_published = Signal()

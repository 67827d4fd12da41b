"""What other apps may listen to.

person_renamed: sent after the commit that changed how a person is shown, with
    sender: the class User
    person: the User
"""

from django.dispatch import Signal

person_renamed = Signal()

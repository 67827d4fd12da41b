"""What other apps may listen to.

person_renamed: sent after the commit that changed how a person is shown, with
    sender: the class User
    person: the User

group_renamed: sent after the commit that changed the name of a reading group, with
    sender: the class ReadingGroup
    group: the ReadingGroup
"""

from django.dispatch import Signal

person_renamed = Signal()
group_renamed = Signal()

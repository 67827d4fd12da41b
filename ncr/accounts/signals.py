"""What other apps may listen to.

person_renamed: sent after the commit that changed how a person is shown, with
    sender: the class User
    person: the User
person_told: sent after the commit that told a person something, with
    sender: the class Notice
    notice: the Notice
    What a listener raises is logged and breaks nothing.

group_renamed: sent after the commit that changed the name of a reading group, with
    sender: the class ReadingGroup
    group: the ReadingGroup

person_decided: sent inside the transaction of the verb that changed an account, with
    sender: the class User
    person: the User
    act: "deactivate", "reactivate" or "link"
    by: the User who did it
    reason: why, as it was given; may be empty
"""

from django.dispatch import Signal

person_renamed = Signal()
person_told = Signal()
group_renamed = Signal()
person_decided = Signal()

"""The review queue in the admin: its list, the case of an item, deciding, figures.

Addresses carry what was chosen in the list, so that deciding leads on within it.
"""

from annotations.admin.queue.admin import ReviewItemAdmin

__all__ = ["ReviewItemAdmin"]

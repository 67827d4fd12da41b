"""The application as a web worker loads it: tied to its server's life, then the site's own."""

import signal

from ncr.serving.parents import end_with_parent

end_with_parent(signal.SIGKILL)

from ncr.wsgi import application  # noqa: E402 (tied first: loading the site takes a second)

from ncr import urls  # noqa: E402, F401 isort:skip (loaded now, so that no reader waits for it)

__all__ = ["application"]

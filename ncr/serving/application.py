"""The application as a web worker loads it: tied to its server's life, then the site's own."""

import signal

from django.urls import get_resolver

from ncr.serving.bodies import BodiesFirst
from ncr.serving.parents import end_with_parent

end_with_parent(signal.SIGKILL)
# The server's own handlers came along and do nothing here; it sets others when this is loaded
signal.signal(signal.SIGTERM, signal.SIG_DFL)

from ncr.wsgi import application as site  # noqa: E402 (tied first: loading the site takes a second)

# Read now what Django reads at the first request, so that no reader waits for it
get_resolver().url_patterns  # noqa: B018

application = BodiesFirst(site)

"""The application that a production server calls (PEP 3333)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ncr.settings")
application = get_wsgi_application()

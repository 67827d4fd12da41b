"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from annotations.api.endpoints import api
from ncr.accounts.choices import notice_choices, notices_off
from ncr.accounts.pages import account
from ncr.accounts.views import link
from ncr.health import health

urlpatterns = [
    path("", include("annotations.urls")),
    path("accounts/", account, name="account"),
    path("accounts/link/<str:token>/", link, name="sign_in_link"),
    path("accounts/notices/", notice_choices, name="notice_choices"),
    path("notices/off/<str:token>/", notices_off, name="notices_off"),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("api/", api.urls),
    path("healthz", health, name="health"),
]

handler400 = "annotations.views.kept.bad_request"
handler429 = "ncr.accounts.views.too_many"  # asked for by allauth
handler500 = "ncr.broken.server_error"

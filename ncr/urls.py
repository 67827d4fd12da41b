"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path, re_path

from annotations.api.endpoints import api
from annotations.views.erasing_in_admin import erase_person
from articles.views import picture, rules, site_page
from ncr.accounts.choices import notice_choices, notices_off
from ncr.accounts.joining import JoinView, invitation
from ncr.accounts.limits import too_many
from ncr.accounts.pages import account, end_other_sessions, end_session
from ncr.accounts.suspended import suspended
from ncr.accounts.views import link
from ncr.health import health
from ncr.speaking import language

urlpatterns = [
    path("", include("annotations.urls")),
    path("accounts/", account, name="account"),
    path("accounts/suspended/", suspended, name="suspended"),
    path("accounts/link/<str:token>/", link, name="sign_in_link"),
    path("accounts/notices/", notice_choices, name="notice_choices"),
    path("notices/off/<str:token>/", notices_off, name="notices_off"),
    path("accounts/invitation/<str:token>/", invitation, name="invitation"),
    path("accounts/signup/", JoinView.as_view(), name="account_signup"),
    path("accounts/sessions/<int:pk>/end/", end_session, name="account_end_session"),
    path("accounts/sessions/end/", end_other_sessions, name="account_end_other_sessions"),
    path("accounts/sessions/", include("allauth.usersessions.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("accounts/", include("allauth.account.urls")),
    re_path(r"^(?P<name>about|terms|privacy)/$", site_page, name="site_page"),
    path("rules/", rules, name="rules"),
    path("imports/", include("articles.import_views.urls")),
    path("pictures/<str:name>", picture, name="picture"),
    path(
        "admin/accounts/user/<int:pk>/erase/",
        admin.site.admin_view(erase_person),
        name="erase_person",
    ),
    path("admin/", admin.site.urls),
    path("api/", api.urls),
    path("language/", language, name="language"),
    path("healthz", health, name="health"),
]

handler400 = "annotations.views.kept.bad_request"
handler429 = too_many  # allauth's limits ask for it by this name
handler500 = "ncr.broken.server_error"

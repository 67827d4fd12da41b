"""Every setting of the site, read from the environment; what is unset has a safe default.

A value that cannot be used stops the start with the name of its variable. `docs/configuration.md`
lists them all.
"""

import os
from pathlib import Path
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from ncr.languages import languages
from ncr.mail import mail_sender, mail_server
from ncr.secret import kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def flag(name: str, default: bool) -> bool:
    """A yes-or-no variable; anything but 0, 1, yes, no, true, false stops the start."""
    value = os.environ.get(name, "").strip().lower()
    if value in ("", "0", "no", "false", "1", "yes", "true"):
        return default if value == "" else value in ("1", "yes", "true")
    raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")


def whole_number(name: str, default: int, least: int = 1, most: int = 1_000_000) -> int:
    """A whole number from `least` to `most`."""
    value = os.environ.get(name, "").strip() or str(default)
    if not value.isdecimal() or not least <= int(value) <= most:
        raise ImproperlyConfigured(
            f"{name} must be a whole number from {least} to {most}, not {value!r}."
        )
    return int(value)


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """One of a few words; the first unless set."""
    value = os.environ.get(name, "").strip().lower() or choices[0]
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(choices)}, not {value!r}.")
    return value


def time_zone() -> str:
    """A name of the IANA time zone database."""
    value = os.environ.get("TIME_ZONE", "").strip() or "UTC"
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ImproperlyConfigured(
            f"TIME_ZONE must be a name like Europe/Helsinki, not {value!r}."
        ) from error
    return value


def public_address() -> tuple[str, str, bool]:
    """The site's own address, its host, and whether it is reached by https."""
    value = os.environ.get("NCR_URL", "").strip() or f"http://localhost:{SERVE_PORT}"
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
        raise ImproperlyConfigured(
            "NCR_URL must be the address that readers type, like https://reading.example,"
            f" not {value!r}."
        )
    return f"{parts.scheme}://{parts.netloc}", parts.hostname, parts.scheme == "https"


def database(name: str, default: str) -> dict[str, object]:
    """A database from an address like postgres://user:password@host/name or sqlite:////path."""
    value = os.environ.get(name, "").strip() or default
    try:
        found: dict[str, object] = environ.Env.db_url_config(value)
    except Exception as error:
        raise ImproperlyConfigured(f"{name} is not an address of a database: {value!r}.") from error
    engine = str(found.get("ENGINE", ""))
    if not engine.endswith(("sqlite3", "postgresql")) or not found.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must start with sqlite:// or postgres:// and name a database, not {value!r}."
        )
    return found


def sqlite_file(name: str) -> str:
    return f"sqlite:///{quote(str(DATA_DIR / name))}"


def sqlite_options(durable: bool) -> dict[str, object]:
    """WAL, one writer at a time that waits for its turn, and commits that survive a power cut."""
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'};"
            "PRAGMA temp_store=MEMORY;PRAGMA mmap_size=268435456;PRAGMA cache_size=-32000;"
            # Pages that many commits change are brought home once for all of them
            "PRAGMA wal_autocheckpoint=4000;"
        ),
    }


def tuned(found: dict[str, object], durable: bool) -> dict[str, object]:
    if str(found["ENGINE"]).endswith("sqlite3"):
        options = sqlite_options(durable)
        return {**found, "ENGINE": "ncr.sqlite3", "OPTIONS": options, "CONN_MAX_AGE": None}
    return {**found, "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


# Where the site keeps what is not in git: database, secret key, uploads, collected static files
DATA_DIR = Path(os.environ.get("NCR_DATA", "").strip() or BASE_DIR / "var")
try:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
except OSError as error:
    raise ImproperlyConfigured(
        f"NCR_DATA: the folder {DATA_DIR} cannot be made: {error}"
    ) from error

DEBUG = flag("NCR_DEBUG", False)
BENCH = flag("NCR_BENCH", False)
SAMPLES = flag("SAMPLES", True)
SIGNUP = one_of("SIGNUP", ("invite", "open", "closed"))  # who may make an account
SERVE_HOST = os.environ.get("HOST", "").strip() or "127.0.0.1"
SERVE_PORT = whole_number("PORT", 8000, most=65535)
SECRET_KEY = kept_secret(DATA_DIR, os.environ.get("NCR_SECRET_KEY", ""))
SITE_URL, SITE_HOST, SITE_HTTPS = public_address()
SITE_NAME = os.environ.get("NCR_NAME", "").strip() or "NCR"
ALLOWED_HOSTS = sorted({SITE_HOST, "localhost", "127.0.0.1", "[::1]"})
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "annotations",
    "articles",
    "ncr.accounts",
    "ncr.serving",
    "ncr.admin_site.ReadingAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "markdownx",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    *(["ncr.serving.counting.SqlCountMiddleware"] if BENCH else []),
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "annotations.views.stored.StoredPageMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Last, so that what they answer has the headers of all the others
    "annotations.api.answering.ApiMiddleware",
    "ncr.serving.unsayable.NoNulMiddleware",
]

ROOT_URLCONF = "ncr.urls"
WSGI_APPLICATION = "ncr.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ncr.context.site",
                "ncr.context.notices",
            ],
        },
    },
]

# Readers' words in the first database; cache and tasks in a second, so that they never hold it
DATABASES = {
    "default": tuned(database("DATABASE_URL", sqlite_file("ncr.sqlite3")), True),
    "work": tuned(database("NCR_WORK_URL", sqlite_file("work.sqlite3")), False),
}
DATABASE_ROUTERS = ["ncr.serving.routing.WorkRouter"]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "ncr_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "ncr.accounts.backends.MemberBackend",
    "ncr.accounts.backends.AllauthMemberBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/articles/"
ACCOUNT_ADAPTER = "ncr.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "ncr.accounts.signing.SignInForm",
    "signup": "ncr.accounts.signing.JoinForm",
    "add_email": "ncr.accounts.signing.ChangeAddressForm",
    "reset_password": "ncr.accounts.signing.ResetForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
# Only who signed up is held to it; accounts made by the administrator may have no address
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up
ACCOUNT_CHANGE_EMAIL = True  # one address, which holds until the new one is confirmed
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{SITE_NAME}] "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SITE_HTTPS else "http"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,10/5m/key",
    "signup": "10/m/ip",
    "reset_password": "10/m/ip,3/5m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "manage_email": "10/m/user",
    "change_password": "5/m/user",
}
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/articles/"
MAIL = mail_server(os.environ.get("EMAIL_URL", ""))
EMAIL_BACKEND = MAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = MAIL["EMAIL_HOST"] or "localhost", MAIL["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL["EMAIL_HOST_USER"], MAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.get("EMAIL_USE_TLS", False), MAIL.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = DATA_DIR / MAIL["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT = 20  # seconds; the task worker waits so long for a server that says nothing
DEFAULT_FROM_EMAIL = SERVER_EMAIL = mail_sender(
    os.environ.get("NCR_MAIL_FROM", ""), SITE_NAME, SITE_HOST
)
MFA_ADAPTER = "ncr.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off
# Without a confirmed address nobody who signed up gets in, so a second factor locks nobody out
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_HOST == "localhost"

PSEUDO = DATA_DIR / "pseudo"  # where tools/pseudo.py puts what it makes
LOCALE_PATHS = [BASE_DIR / "ncr" / "locale", *([PSEUDO] if DEBUG else [])]
LANGUAGES = languages(os.environ.get("NCR_LANGUAGES", ""), LOCALE_PATHS, trying=DEBUG)
LANGUAGE_CODE = LANGUAGES[0][0]
LANGUAGE_COOKIE_AGE = 31_536_000  # a year
LANGUAGE_COOKIE_SECURE = SITE_HTTPS
LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = True, "Lax"
FORMAT_MODULE_PATH = "ncr.formats"
TIME_ZONE = time_zone()
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "ncr.serving.static.ModuleStorage"},
}
MEDIA_ROOT = DATA_DIR / "media"
MARKDOWNX_MARKDOWNIFY_FUNCTION = "articles.body.render_body"
MARKDOWNX_EDITOR_RESIZABLE = False

# What one person may send; an article's source is the largest thing that anybody sends
BODY_LIMIT = 20_000
GROUPS_BY = one_of("NCR_GROUPS", ("members", "owners"))  # who may make a reading group
# Annotations, edits and reports a minute of a member; of a new one half, of a trusted one double
WRITE_LIMIT = whole_number("NCR_WRITE_LIMIT", 60)
NEW_LINK_LIMIT = whole_number("NCR_NEW_LINKS", 3, least=0)  # in what a new member writes
PUBLIC_LOG = flag("NCR_PUBLIC_LOG", True)  # whether each article shows what moderators did
UNSIGNED_REPORTS = flag("NCR_UNSIGNED_REPORTS", False)  # whether visitors without account report
TRANSPARENCY = flag("NCR_TRANSPARENCY", True)  # whether the figures of each year are shown
APPEAL_DAYS = whole_number("NCR_APPEAL_DAYS", 30)  # so long one may object to a decision
IMPORT_FROM_WEB = flag("NCR_IMPORT_FROM_WEB", False)  # whether texts are fetched from addresses
PREVIEW_LIMIT = whole_number("NCR_PREVIEW_LIMIT", 240)  # previews a minute
SEARCH_LIMIT = whole_number(
    "NCR_SEARCH_LIMIT", 60
)  # searches a minute of the anonymous, by address
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

CSRF_FAILURE_VIEW = "annotations.views.kept.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_HTTPS
SESSION_ENGINE = "ncr.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SITE_HTTPS and flag("NCR_REDIRECT", True)
SECURE_HSTS_SECONDS = 31_536_000 if SITE_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SITE_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if flag("NCR_BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Sign-in is limited by address: of the reader, which the proxy tells, and not of the proxy
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO" if DEBUG else "WARNING"},
    # What psycopg warns of when a connection is given up, whoever gave it up has said in words
    "loggers": {"ncr": {"level": "INFO"}, "psycopg": {"level": "ERROR"}},
}

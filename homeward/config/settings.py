"""Every setting, from the environment. `docs/operating.md` explains each for whoever runs it."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = Env()


def _setting(read, name: str, default, advice: str):  # type: ignore[no-untyped-def]
    """Read one environment variable, answering a wrong one in a sentence that says what to do."""
    try:
        return read(name, default)
    except (EnvError, ValueError) as wrong:
        raise ImproperlyConfigured(f"{name} cannot be used ({wrong}). {advice}") from wrong


DATA_DIR = Path(env.str("HOMEWARD_DATA", str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = _setting(env.bool, "HOMEWARD_DEBUG", False, "Say true or false, or leave it out.")
TESTING = "pytest" in sys.modules

_development_key = "homeward-development-key-not-for-a-service-with-real-children"
SECRET_KEY = env.str("HOMEWARD_SECRET_KEY", _development_key)
ALLOWED_HOSTS = _setting(
    env.list,
    "HOMEWARD_ALLOWED_HOSTS",
    ["localhost", "127.0.0.1", "[::1]"],
    "Give the host names, separated by commas.",
)
BASE_URL = env.str("HOMEWARD_BASE_URL", "http://localhost:8000")
if urlsplit(BASE_URL).scheme not in {"http", "https"}:
    raise ImproperlyConfigured(
        "HOMEWARD_BASE_URL must start with http:// or https://. Give the address people type."
    )
IS_HTTPS = BASE_URL.startswith("https://")
if IS_HTTPS and _development_key == SECRET_KEY:
    raise ImproperlyConfigured(
        "HOMEWARD_SECRET_KEY must be set where HOMEWARD_BASE_URL is https://. Give 50 random signs."
    )
CSRF_TRUSTED_ORIGINS = [BASE_URL] if IS_HTTPS else []

TODAY = _setting(
    env.date, "HOMEWARD_TODAY", None, "Give a date such as 2026-11-24, or leave it out."
)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "homeward.web",
    "homeward.jobs",
    "homeward.history",
    "homeward.organisations",
    "homeward.links",
    "homeward.due",
    "homeward.calendars",
    "homeward.letters",
    "homeward.providers",
    "homeward.portal",
    "homeward.pupils",
    "homeward.placements",
    "homeward.support",
    "homeward.family",
    "homeward.oversight",
    "homeward.connections",
    "homeward.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "homeward.web.kept.AskToSignIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "homeward.organisations.middleware.AccessMiddleware",
]

ROOT_URLCONF = "homeward.config.urls"
WSGI_APPLICATION = "homeward.config.wsgi.application"

_processors = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]
TEMPLATES = [
    {
        "NAME": "pages",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "homeward.web.jinja.environment",
            "context_processors": _processors,
        },
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _processors},
    },
]
FORM_RENDERER = "homeward.web.forms.PageRenderer"

DATABASES = {
    "default": _setting(
        env.dj_db_url,
        "DATABASE_URL",
        f"sqlite:///{DATA_DIR / 'homeward.sqlite3'}",
        "Give postgres://user:password@host:5432/name, or leave it out for SQLite.",
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-20000;"
        ),
    }
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    DATABASES["default"]["OPTIONS"] = {"server_side_binding": True}
DATABASES["default"]["CONN_MAX_AGE"] = 60  # opening even a SQLite file anew takes a third of a page
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "organisations.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/today/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_ADAPTER = "homeward.organisations.sign_in.InvitedOnly"
SOCIALACCOUNT_ADAPTER = "homeward.organisations.sign_in.InvitedOnlyElsewhere"
SIGN_IN_WITH = _setting(
    env.json, "HOMEWARD_SIGN_IN_WITH", [], "Give a JSON list; docs/operating.md shows one."
)
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [{**one, "settings": {"server_url": one["server_url"]}} for one in SIGN_IN_WITH],
    }
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Homeward"

CSRF_FAILURE_VIEW = "homeward.web.errors.csrf_failure"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # asked from inside, past the proxy
SECURE_HSTS_SECONDS = 31536000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SIGN_IN_ORIGINS = sorted(
    {"{0.scheme}://{0.netloc}".format(urlsplit(one["server_url"])) for one in SIGN_IN_WITH}
    | set(env.list("HOMEWARD_SIGN_IN_ORIGINS", []))
)  # a browser holds a form to this list through every redirect that answers it
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF, *SIGN_IN_ORIGINS],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("HOMEWARD_EMAIL_FROM", "Homeward <homeward@localhost>")
EMAIL_URL = env.str("HOMEWARD_EMAIL_URL", "")
if EMAIL_URL:
    _mail = _setting(
        env.dj_email_url, "HOMEWARD_EMAIL_URL", "", "Give smtp://user:password@host:587/?tls=True."
    )
    EMAIL_BACKEND = "homeward.organisations.post.NotFromDemonstrations"
    EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
    EMAIL_TIMEOUT = 20  # seconds for each answer of the mail server: other work waits meanwhile
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(DATA_DIR / "outbox")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "homeward.web.static.NamedByContent"
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "homeward.config.logs.WithoutTexts",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
structlog.configure(
    processors=[structlog.processors.LogfmtRenderer(key_order=["event"])],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
)

DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024  # a text of 5 MB is given back with a sentence
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

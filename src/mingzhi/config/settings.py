"""Django settings, all read from the environment through `environment.setting`. The only place that names every app."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .environment import flag, listed, setting

DATA_DIR = Path(setting("MINGZHI_DATA")).resolve()


def _secret_key() -> str:
    """The given key, or one made once and kept beside the data, readable by its owner only."""
    given = setting("MINGZHI_SECRET_KEY")
    if given:
        return given
    kept = DATA_DIR / "secret-key"
    if not kept.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return kept.read_text(encoding="ascii").strip()


def _database() -> dict:
    """PostgreSQL from its URL, or SQLite as evidence needs it: WAL, synchronous=FULL, immediate transactions."""
    url = setting("MINGZHI_DATABASE_URL")
    if url:
        parts = urlsplit(url)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            # Values go beside the statement, and one that comes again is only named: a quarter of an action's CPU otherwise.
            "OPTIONS": {"server_side_binding": True, "prepare_threshold": 3},
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "mingzhi.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 60,
            # Statements kept ready for being executed again; Python's own 128 are fewer than the kinds of actions.
            "cached_statements": 1024,
            # Every column is brought to its type by its field; guessing it from the table first does the same work twice.
            "detect_types": 0,
            # NORMAL loses acknowledged records when the power fails; FULL does not.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;",
        },
        # A file, not memory: races and crash tests need several connections to one database.
        "TEST": {"NAME": DATA_DIR / "test.sqlite3"},
    }


SECRET_KEY = _secret_key()
DEBUG = flag("MINGZHI_DEBUG")
ALLOWED_HOSTS = listed("MINGZHI_HOSTS")
CSRF_TRUSTED_ORIGINS = listed("MINGZHI_ORIGINS")
PUBLIC_URL = setting("MINGZHI_PUBLIC_URL").rstrip("/")
DATABASES = {"default": _database()}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "mingzhi.core.organs",
    "mingzhi.core.ledger",
    "mingzhi.core.vault",
    "mingzhi.core.engine",
    "mingzhi.core.documents",
    "mingzhi.procedures.clue",
    "mingzhi.procedures.penalty",
    "mingzhi.procedures.compulsion",
    "mingzhi.procedures.enforcement",
    "mingzhi.procedures.remedy",
    "mingzhi.procedures.crime",
    "mingzhi.regulations.review",
    "mingzhi.regulations.equipment",
    "mingzhi.regulations.footage",
    "mingzhi.regulations.recording",
    "mingzhi.regulations.disclosure",
    "mingzhi.regulations.figures",
    "mingzhi.regulations.dispatch",
    "mingzhi.faces.desk",
    "mingzhi.faces.portal",
    "mingzhi.faces.api",
    "mingzhi.faces.cli",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "mingzhi.config.headers.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "mingzhi.config.urls"
WSGI_APPLICATION = "mingzhi.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            Path(__file__).resolve().parents[1] / "faces" / "desk" / "templates",
            Path(__file__).resolve().parents[1] / "faces" / "portal" / "templates",
            *sorted((Path(__file__).resolve().parents[1] / "regulations").glob("*/templates")),
        ],
        "OPTIONS": {
            "environment": "mingzhi.config.pages.environment",
            # Every template is kept: they are few, and keeping count of which was used last costs a search for each of six a page.
            "cache_size": -1,
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]

AUTH_USER_MODEL = "organs.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "mingzhi.core.organs.sign_in.Accounts"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
PASSWORD_LENGTH = int(setting("MINGZHI_PASSWORD_LENGTH"))
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_LENGTH},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_DAYS = int(setting("MINGZHI_PASSWORD_DAYS"))
ONE_TIME_DAYS = int(setting("MINGZHI_ONE_TIME_DAYS"))
DEMO_PASSWORD = setting("MINGZHI_DEMO_PASSWORD")
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in"

AXES_FAILURE_LIMIT = int(setting("MINGZHI_LOCKOUT_FAILURES"))
AXES_COOLOFF_TIME = int(setting("MINGZHI_LOCKOUT_MINUTES")) / 60
AXES_LOCKOUT_PARAMETERS = ["username"]
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # an account is locked, wherever the attempts come from
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "mingzhi.faces.desk.views.signing.locked"

SESSION_ENGINE = "mingzhi.faces.desk.sessions"
SESSION_COOKIE_AGE = int(setting("MINGZHI_SESSION_MINUTES")) * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "mingzhi.faces.desk.errors.stale_form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = flag("MINGZHI_HTTPS")
SECURE_HSTS_SECONDS = 31_536_000 if flag("MINGZHI_HTTPS") else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("MINGZHI_HTTPS") else None
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# No inline script and no inline style anywhere: both are forbidden here, not only by custom.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
VAULT_DIR = Path(setting("MINGZHI_VAULT")).resolve() if setting("MINGZHI_VAULT") else DATA_DIR / "vault"
VAULT_COPY_DIR = Path(setting("MINGZHI_VAULT_COPY")).resolve() if setting("MINGZHI_VAULT_COPY") else None
KEEPER_SOCKET = Path(setting("MINGZHI_KEEPER")).resolve() if setting("MINGZHI_KEEPER") else None
NGINX_ORIGINALS = Path(setting("MINGZHI_NGINX_ORIGINALS")) if setting("MINGZHI_NGINX_ORIGINALS") else None
WEB_USER = setting("MINGZHI_WEB_USER")
UPLOAD_BYTES = int(setting("MINGZHI_UPLOAD_MIB")) * 1024 * 1024
RESUMABLE_BYTES = int(setting("MINGZHI_RESUMABLE_MIB")) * 1024 * 1024
UNFINISHED_DAYS = int(setting("MINGZHI_UNFINISHED_DAYS"))
UPLOADS_AT_ONCE = int(setting("MINGZHI_UPLOADS_AT_ONCE"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
PROBE_SECONDS = int(setting("MINGZHI_PROBE_SECONDS"))
FILE_NAMES = Path(setting("MINGZHI_FILE_NAMES")) if setting("MINGZHI_FILE_NAMES") else None
FONT_PATHS = [Path(part) for part in listed("MINGZHI_FONT_PATHS", ":")]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

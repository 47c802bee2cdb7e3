"""Coming in and going out: sign-in with lockout, sign-out, change of password."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from mingzhi.core.engine.account_passwords import why_not_sign_in
from mingzhi.core.engine.form_words import speak_plainly
from mingzhi.core.organs.models import Authority, User, why_change_password

from ..frame import frame_of
from ..gate import SignedIn, desk_page

_WRONG = "账号或者密码不对，请重新输入。连续输错，账号会被锁定。"
_LOCKED = "密码连续输错，账号已锁定。请 {minutes} 分钟后再试，或请安全管理员解锁。"


def _town() -> str:
    found = Authority.objects.filter(kind=Authority.Kind.TOWN).order_by("id").values_list("place", flat=True)[:2]
    return f"{found[0]}综合行政执法" if len(found) == 1 else "综合行政执法"


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for account and password; after too many failures the account is locked for a while."""
    goes_to = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(goes_to, {request.get_host()}, require_https=request.is_secure()):
        goes_to = "/"
    if request.user.is_authenticated:
        return redirect(goes_to)
    if request.method == "GET" and not User.objects.exists():
        return render(request, "desk/empty.html")
    form = _form(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(goes_to)
    return _door(request, form, goes_to)


def locked(request: HttpRequest, credentials: dict | None = None, *args: object, **kwargs: object) -> HttpResponse:
    """The same page for an account that is locked; called by the lock itself."""
    minutes = int(settings.AXES_COOLOFF_TIME * 60)
    return _door(request, _form(request), "/", _LOCKED.format(minutes=minutes))


class AtTheDoor(AuthenticationForm):
    """Django's form for account and password; a password for one sign-in may have lapsed, which only who knows it is told."""

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if why := why_not_sign_in(user, timezone.now(), settings.ONE_TIME_DAYS):
            raise ValidationError(why)


def _form(request: HttpRequest, data: QueryDict | None = None) -> AuthenticationForm:
    """Account and password in an office's words, before anything is checked: what a form has once said it keeps."""
    form = AtTheDoor(request, data)
    form.fields["username"].label, form.fields["password"].label = "账号", "密码"
    form.error_messages = form.error_messages | {"invalid_login": _WRONG}
    speak_plainly(form.fields.items())
    return form


def _door(request: HttpRequest, form: AuthenticationForm, goes_to: str, locked_words: str = "") -> HttpResponse:
    context = {
        "town": _town(), "action_url": request.path, "form": form, "locked": locked_words, "next_url": goes_to,
        "notice": "只供本机关执法和监督人员使用，所有办理均留有记录。",
    }  # fmt: skip
    return render(request, "desk/sign_in.html", context, status=HTTPStatus.TOO_MANY_REQUESTS if locked_words else HTTPStatus.OK)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; the session ends."""
    logout(request)
    return redirect("desk:sign_in")


class OwnPassword(PasswordChangeForm):
    """Django's form for changing one's own password, which has to become another; in an office's words."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        for name, label in (("old_password", "现在的密码"), ("new_password1", "新密码"), ("new_password2", "再输一次新密码")):
            self.fields[name].label, self.fields[name].help_text = label, ""
        speak_plainly(self.fields.items())

    def clean_new_password1(self) -> str:
        new = self.cleaned_data["new_password1"]
        if new and self.user.check_password(new):
            raise ValidationError("新密码与现在的密码相同。请换一个新的。")
        return new


@never_cache
@desk_page
def password(request: SignedIn) -> HttpResponse:
    """Change one's own password; asked for first when somebody else gave it, or it is older than the policy allows."""
    form = OwnPassword(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = form.save(commit=False)
        person.password_changed_at, person.password_given = timezone.now(), False
        person.save(update_fields=["password", "password_changed_at", "password_given"])
        update_session_auth_hash(request, person)
        messages.success(request, "密码已修改。")
        return redirect("desk:home")
    why = why_change_password(request.user, timezone.now(), settings.PASSWORD_DAYS)
    context = {
        "frame": frame_of(request, "修改密码"), "form": form, "action_url": request.path,
        "reason": f"{why}，请先换成只有您知道的密码，再办理其他事项。" if why else "",
        "rules": [f"至少 {settings.PASSWORD_LENGTH} 个字符", "不能全是数字", "不能是常见的密码", "不能与账号、姓名相近", "不能与现在的密码相同"],
    }  # fmt: skip
    return render(request, "desk/password_change.html", context)

"""Authorities, their units, the people in them, the posts they hold and the certificates they carry."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from .posts import ADMINISTRATORS, IN_THE_MATTER, Post


class Authority(models.Model):
    """One row per organ that enforces or supervises: a town under its district.

    `region` is the dotted path of division codes ("500110.112"): everything that belongs to the authority
    carries it, and a district sees what begins with its own.
    """

    class Kind(models.TextChoices):
        TOWN = "town", "乡镇人民政府"
        DISTRICT = "district", "区县"

    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    code = models.CharField(max_length=32, unique=True)
    region = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=100)
    place = models.CharField(max_length=50, help_text="简称，用于页面标题，如“石壕镇”")
    word = models.CharField(max_length=20, help_text="机关代字，如“綦石壕府”")
    credit_code = models.CharField(max_length=18, blank=True)
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    review_organ = models.CharField(max_length=100, blank=True, help_text="行政复议机关")
    court = models.CharField(max_length=100, blank=True, help_text="行政诉讼管辖法院")
    fine_bank = models.CharField(max_length=200, blank=True, help_text="代收罚款机构、地址和账户")

    class Meta:
        verbose_name = "机关"
        constraints = [
            models.CheckConstraint(
                name="a_town_has_its_district",
                condition=Q(kind="district") | Q(parent__isnull=False),
                violation_error_message="乡镇必须隶属于区县。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """One row per unit of the “2+5+X” force: the brigade, the offices, the stationed and the district units."""

    class Kind(models.TextChoices):
        OWN = "own", "本镇机构"
        STATIONED = "stationed", "派驻机构"
        DISTRICT = "district", "区级部门"

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="units")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=16, choices=Kind.choices)

    class Meta:
        verbose_name = "机构"
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="a_unit_is_named_once")]

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: object) -> User:
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class User(AbstractBaseUser):
    """One row per account; a person has one. There is no superuser: nobody passes over a post."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="people")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="people", null=True, blank=True)
    username = models.CharField(max_length=50, unique=True)
    name = models.CharField(max_length=50)
    duty = models.CharField(max_length=50, blank=True, help_text="职务")
    legal_qualification = models.CharField("法律职业资格证书号", max_length=40, blank=True)
    reviews_since = models.DateField("从事法制审核的起始日", null=True, blank=True)
    is_active = models.BooleanField(default=True)
    password_changed_at = models.DateTimeField(null=True, blank=True)
    password_given = models.BooleanField(default=False, help_text="密码是别人给的一次性密码，本人登录后须先改掉")

    objects = People()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = "人员"

    def __str__(self) -> str:
        return self.name


class CertificatesOn(models.QuerySet["Certificate"]):
    def valid_on(self, day: date) -> CertificatesOn:
        """Certificates that let their holder enforce on that very day."""
        return self.filter(valid_from__lte=day, valid_until__gte=day).filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))


class Certificate(models.Model):
    """One row per enforcement certificate (行政执法证). Source: personnel-4, personnel-7, penalty-law-42."""

    holder = models.ForeignKey(User, models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=40)
    issuer = models.CharField(max_length=100)
    scope = models.CharField(max_length=100, help_text="行政执法类别")
    valid_from = models.DateField()
    valid_until = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True, help_text="暂扣、收回或者注销之日")

    objects = CertificatesOn.as_manager()

    class Meta:
        verbose_name = "行政执法证"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="a_certificate_number_is_unique"),
            models.CheckConstraint(name="a_certificate_ends_after_it_begins", condition=Q(valid_until__gte=F("valid_from"))),
        ]

    def __str__(self) -> str:
        return self.number


class AppointmentsOn(models.QuerySet["Appointment"]):
    def on(self, day: date) -> AppointmentsOn:
        return self.filter(from_on__lte=day).filter(Q(until_on__isnull=True) | Q(until_on__gte=day))


class Appointment(models.Model):
    """One row per post held by a person between two days (`until_on` included; empty means still held)."""

    person = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="appointments")
    post = models.CharField(max_length=32, choices=[(p.value, p.label) for p in Post if p not in IN_THE_MATTER])
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = AppointmentsOn.as_manager()

    class Meta:
        verbose_name = "任职"
        indexes = [models.Index(fields=["authority", "post"], name="appointment_by_post")]

    def __str__(self) -> str:
        return f"{self.person} {self.get_post_display()}"


class WorkYear(models.Model):
    """One row per year whose rest and make-up days the office has entered (the State Council's notice)."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="work_years")
    year = models.PositiveSmallIntegerField()
    rest_days = models.JSONField(default=list, help_text="放假的日期，YYYY-MM-DD")
    makeup_days = models.JSONField(default=list, help_text="调休上班的日期，YYYY-MM-DD")
    source = models.CharField(max_length=200, help_text="通知的文号")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True, help_text="随镇设置文件录入的为空")
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name = "工作日历"
        constraints = [models.UniqueConstraint(fields=["authority", "year"], name="a_work_year_is_entered_once")]

    def __str__(self) -> str:
        return f"{self.year}年工作日历"


class Key(models.Model):
    """One row per bearer key of a device or partner; it acts as one person, and only its digest is kept."""

    class Scope(models.TextChoices):
        READ = "read", "只读"
        ACT = "act", "办理"
        UPLOAD = "upload", "上传"
        CLUES = "clues", "线索"

    person = models.ForeignKey(User, models.PROTECT, related_name="keys")
    name = models.CharField(max_length=100)
    scope = models.CharField(max_length=16, choices=Scope.choices)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "接口密钥"

    def __str__(self) -> str:
        return self.name


def posts_exclude_each_other(held: set[str], wanted: str) -> str | None:
    """Why a person who holds `held` may not also be given `wanted`, or None. Source: 三员分立, GB/T 22239; recording-18-approve."""
    administrators = {post.value for post in ADMINISTRATORS}
    if wanted in administrators and held - {wanted}:
        return "系统管理员、安全管理员、审计管理员不得兼任其他岗位。请先免去该人员的其他任职。"
    if held & administrators and wanted not in held:
        return "该人员已是三员之一，不得再任其他岗位。"
    # Whoever requires footage without anybody's approval has no part in what is recorded, reviewed or approved.
    if (wanted == Post.DISCIPLINE and held - {wanted}) or (Post.DISCIPLINE in held and wanted not in held):
        return f"{Post.DISCIPLINE.label}不得兼任执法、审核、审批等其他岗位。请先免去该人员的其他任职。"
    return None


def lapsed_at(person: User, days: int) -> datetime | None:
    """The moment since when a password for one sign-in opens nothing any more, `days` (0: never) after it was given; None for any other."""
    if not person.password_given or days <= 0 or person.password_changed_at is None:
        return None
    return person.password_changed_at + timedelta(days=days)


def why_change_password(person: User, at: datetime, days: int) -> str:
    """Why the password must be changed before anything else: it was given by somebody else, or is older than `days` (0: never); or ""."""
    if person.password_given:
        return "现在的密码是管理员给的一次性密码"
    changed = person.password_changed_at
    if days > 0 and (changed is None or (at - changed).days >= days):
        return f"密码已超过 {days} 天"
    return ""

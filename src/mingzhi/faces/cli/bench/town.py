"""A town to measure in: two officers, one power, and as many filed cases as wanted, laid in by the thousand.

The cases are rows for lists and for acting on; nobody performed them, so the ledger knows nothing of them.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection, models
from django.utils import timezone

from mingzhi.core.engine.models import Deadline, Handler, Matter
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User
from mingzhi.procedures.penalty.models import Case, Evidence, Power
from mingzhi.procedures.penalty.stages import Stage

ACCOUNT = "bench"
_BATCH = 2000
_YEARS = timedelta(days=3650)


def lay(cases: int) -> None:
    """Make the town, and `cases` penalty cases under investigation, one deadline running in each."""
    now = timezone.now()
    district = Authority.objects.create(kind="district", code="500399", region="500399", name="某区人民政府", place="某区", word="某府")
    town = Authority.objects.create(
        parent=district, kind="town", code="500399001", region="500399.001", name="某区某镇人民政府", place="某镇", word="某镇府"
    )
    unit = Unit.objects.create(authority=town, name="综合行政执法大队", kind="own")
    officers = []
    for number, (account, name) in enumerate([(ACCOUNT, "李测"), ("second", "陈量")], start=1):
        person = User.objects.create_user(account, None, name=name, authority=town, unit=unit)
        Appointment.objects.create(person=person, authority=town, post=Post.OFFICER, from_on=(now - _YEARS).date())
        Certificate.objects.create(
            holder=person, number=f"500399{number:03}", issuer="某局", scope="综合行政执法",
            valid_from=(now - _YEARS).date(), valid_until=(now + _YEARS).date(),
        )  # fmt: skip
        officers.append(person)
    power = Power.objects.create(
        authority=town, code="法定-001", version="2025", name="未取得乡村建设规划许可证建设", kind="statutory",
        violated=[], basis=[], penalty_kinds=["other"], sanction="责令限期改正", valid_from=(now - _YEARS).date(), source="某府办〔2025〕1号",
    )  # fmt: skip
    Matter.objects.bulk_create((_matter(town, number, cases, now) for number in range(1, cases + 1)), batch_size=_BATCH)
    for sample in (_case(power, now), *(Handler(person=person, since_at=now) for person in officers), _deadline(town, now), _evidence(now)):
        _lay_in_each(sample)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _matter(town: Authority, number: int, of: int, now: Any) -> Matter:
    changed_at = now - timedelta(minutes=of - number + 1)
    return Matter(
        authority=town, region=town.region, kind="penalty", number=f"某镇府立字〔2026〕{number}号",
        title=f"刘某{number}未取得乡村建设规划许可证建设案", stage=Stage.INVESTIGATION, handler_names="李测、陈量",
        opened_at=changed_at, changed_at=changed_at, next_due_at=now + timedelta(days=90), version=3,
    )  # fmt: skip


def _case(power: Power, now: Any) -> Case:
    return Case(
        power=power, cause="未取得乡村建设规划许可证建设", source="日常巡查", place="某镇某村三组",
        acted_from_on=now.date(), discovered_on=now.date(), filed_on=now.date(), facts="未取得许可证建设砖混房屋一层。",
    )  # fmt: skip


def _deadline(town: Authority, now: Any) -> Deadline:
    due_at = now + timedelta(days=90)
    return Deadline(region=town.region, provision="penalty-law-60", title="办结", rule="90 日", since_at=now, due_at=due_at)


def _evidence(now: Any) -> Evidence:
    return Evidence(
        kind=Evidence.Kind.OBJECT, name="现场照片", source="现场检查", maker="李测", made_at=now, place="某镇某村三组", proves="当事人建设房屋"
    )  # fmt: skip


def _lay_in_each(sample: models.Model) -> None:
    """The same row for every matter, in one statement; `sample` lacks nothing but its matter."""
    own = [field for field in sample._meta.local_concrete_fields if not field.primary_key]
    fields = [field for field in own if field.name != "matter"]
    link = "matter_id" if len(own) > len(fields) else sample._meta.pk.column
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    values = [field.get_db_prep_save(field.pre_save(sample, add=True), connection) for field in fields]
    # PostgreSQL cannot see from a SELECT of bare values what their types are.
    marks = ", ".join("%s" if connection.vendor == "sqlite" else f"%s::{field.db_type(connection)}" for field in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(sample._meta.db_table)} ({quote(link)}, {columns}) SELECT id, {marks} FROM engine_matter", values
        )

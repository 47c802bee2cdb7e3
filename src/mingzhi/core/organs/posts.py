"""The posts of 岗位责任制度 and of the statutes: what a person may be asked to do.

Posts change when the regulation changes, so they are code; who holds them is data (`Appointment`).
"""

from __future__ import annotations

from django.db import models


class Post(models.TextChoices):
    """A post somebody is appointed to, or (the last) the place somebody has in one matter."""

    OFFICER = "officer", "执法人员"
    CAPTAIN = "captain", "大队长"
    REVIEWER = "reviewer", "法制审核人员"
    DEPUTY = "deputy", "分管领导"
    MAYOR = "mayor", "镇长"
    CLERK = "clerk", "党政办经办人"
    ARCHIVIST = "archivist", "档案管理员"
    EQUIPMENT_KEEPER = "equipment_keeper", "装备管理员"
    HEARING_CHAIR = "hearing_chair", "听证主持人"
    SUPERVISOR = "supervisor", "司法所监督人员"
    DISCIPLINE = "discipline", "纪检监察人员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDITOR = "auditor", "审计管理员"

    HANDLER = "handler", "本件承办人"


#: Held in one matter only: nobody is appointed to it, the matter itself says who holds it.
IN_THE_MATTER = frozenset({Post.HANDLER})

#: 三员分立 (GB/T 22239): each excludes every other post, and none of them opens a matter.
ADMINISTRATORS = frozenset({Post.SYSTEM_ADMIN, Post.SECURITY_ADMIN, Post.AUDITOR})

#: Posts whose holders read the matters of their authority; the rest see what they handle, and kinds whose procedure names their post.
READERS = frozenset(
    {
        Post.OFFICER,
        Post.CAPTAIN,
        Post.REVIEWER,
        Post.DEPUTY,
        Post.MAYOR,
        Post.CLERK,
        Post.ARCHIVIST,
        Post.HEARING_CHAIR,
        Post.SUPERVISOR,
        Post.DISCIPLINE,
    }
)

#: Posts whose holders act towards others in the town's name, and carry a certificate for it. Source: personnel-4.
ENFORCING = (Post.OFFICER, Post.CAPTAIN)

#: 行政机关负责人 in the sense of the statutes: the head, or the deputy authorised for enforcement.
HEADS = (Post.DEPUTY, Post.MAYOR)

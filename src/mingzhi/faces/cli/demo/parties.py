"""Invented parties with numbers that pass every check: area code 500399 is given to nobody."""

from __future__ import annotations

from datetime import date
from typing import Any

from mingzhi.law.identifiers import citizen_check, credit_check, organ_check

AREA = "500399"
HOME = "重庆市綦江区石壕镇"


def citizen_number(born_on: date, serial: int) -> str:
    """An identity number; an odd serial is a man's."""
    body = f"{AREA}{born_on:%Y%m%d}{serial:03}"
    return body + citizen_check(body)


def credit_number(kind: str, serial: int) -> str:
    """A unified social credit code of a registering department and class, such as “91” or “92”."""
    organ = f"MA5U{serial:04}"
    body = f"{kind}{AREA}{organ}{organ_check(organ)}"
    return body + credit_check(body)


def party(row: dict[str, Any], today: date) -> dict[str, Any]:
    """A row of the table as forms ask for a party. `age` makes somebody that many and a half years old today."""
    serial = row["serial"]
    born = row.get("born") or date(today.year - row.get("age", 40), 7, 1)
    own = citizen_number(born, serial % 1000)
    filled = {
        "party_kind": row.get("kind", "citizen"),
        "party_name": row["name"],
        "party_address": HOME + row["home"],
        "party_phone": f"1390000{serial:04}",
    }
    if filled["party_kind"] == "citizen":
        filled["party_identifier"] = own
        filled |= {f"party_{name}": row[name] for name in ("guardian", "employer") if name in row}
        if "guardian" in row:
            filled["party_guardian_phone"] = f"1390001{serial:04}"
    elif filled["party_kind"] == "trader":
        filled |= {"party_identifier": credit_number("92", serial), "party_operator": row["operator"], "party_operator_identifier": own}
        filled |= {"party_trade_name": row["name"]} if row["name"] != row["operator"] else {}
    else:
        filled |= {
            "party_identifier": credit_number(row.get("class", "91"), serial),
            "party_representative": row["representative"],
            "party_representative_title": row.get("title", "法定代表人"),
        }
    return filled


def speaker(row: dict[str, Any]) -> str:
    """Who speaks and signs for the party."""
    return row.get("operator") or row.get("representative") or row["name"]


def speaker_number(row: dict[str, Any], today: date) -> str:
    """The identity number of who speaks for the party."""
    return citizen_number(row.get("born") or date(today.year - row.get("age", 40), 7, 1), row["serial"] % 1000)

"""The provision register: every duty of the town's regulations and of the statutes under them, with its dated numbers.

One YAML file per regulation or statute lies beside this module; a legal number is written there once and cited by id everywhere else.
Read `provision("penalty-law-60")`, declare with `cited("review-4")`: a wrong id fails at import.
"""

from mingzhi.law.provisions.reading import RegisterInvalid, read_register
from mingzhi.law.provisions.register import UnknownProvision, all_provisions, cited, provision
from mingzhi.law.provisions.row import NumberUnknown, Provision, Value, period_of

__all__ = [
    "NumberUnknown",
    "Provision",
    "RegisterInvalid",
    "UnknownProvision",
    "Value",
    "all_provisions",
    "cited",
    "period_of",
    "provision",
    "read_register",
]

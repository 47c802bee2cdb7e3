"""Tables of penalty cases, by subject."""

from .benchmarks import Benchmark, Exemption
from .case import Approval, Case, Presence, Recusal
from .deciding import ConfirmedAddress, Service, Statement, Transfer
from .discussing import Discussion, Minutes
from .evidence import Appraisal, Attire, CorrectionOrder, Evidence, Inspection, Preservation, Questioning, Sampling
from .guiding import Guidance
from .hearing import Hearing
from .parties import Party
from .performing import Deferral, Demand, FileItem, GoodsDisposal, Payment, Refund, SpotCollection, Surcharge, Waiver
from .powers import Power

__all__ = [
    "Appraisal",
    "Approval",
    "Attire",
    "Benchmark",
    "Case",
    "ConfirmedAddress",
    "CorrectionOrder",
    "Deferral",
    "Demand",
    "Discussion",
    "Evidence",
    "Exemption",
    "FileItem",
    "GoodsDisposal",
    "Guidance",
    "Hearing",
    "Inspection",
    "Minutes",
    "Party",
    "Payment",
    "Power",
    "Presence",
    "Preservation",
    "Questioning",
    "Recusal",
    "Refund",
    "Sampling",
    "Service",
    "SpotCollection",
    "Statement",
    "Surcharge",
    "Transfer",
    "Waiver",
]

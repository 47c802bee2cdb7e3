"""Tables of penalty cases, by subject."""

from .case import Approval, Case, Presence, Recusal
from .deciding import ConfirmedAddress, Service, Statement, Transfer
from .evidence import Appraisal, CorrectionOrder, Evidence, Inspection, Preservation, Questioning, Sampling
from .parties import Party
from .performing import Deferral, Demand, FileItem, GoodsDisposal, Payment, SpotCollection, Surcharge
from .powers import Power

__all__ = [
    "Appraisal",
    "Approval",
    "Case",
    "ConfirmedAddress",
    "CorrectionOrder",
    "Deferral",
    "Demand",
    "Evidence",
    "FileItem",
    "GoodsDisposal",
    "Inspection",
    "Party",
    "Payment",
    "Power",
    "Presence",
    "Preservation",
    "Questioning",
    "Recusal",
    "Sampling",
    "Service",
    "SpotCollection",
    "Statement",
    "Surcharge",
    "Transfer",
]

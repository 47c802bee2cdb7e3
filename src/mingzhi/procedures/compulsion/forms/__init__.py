"""What each action of a seizure asks for."""

from .disposing import AskDisposal, CarryOutDisposal, RegisterProceeds, ReturnProceeds
from .ending import Confiscate, HandBack, HandOver, Release
from .keeping import KeepCustody, SendForTesting, TestingDone
from .measures import Ask, Seize, SeizeAtOnce

__all__ = [
    "Ask",
    "AskDisposal",
    "CarryOutDisposal",
    "Confiscate",
    "HandBack",
    "HandOver",
    "KeepCustody",
    "RegisterProceeds",
    "Release",
    "ReturnProceeds",
    "Seize",
    "SeizeAtOnce",
    "SendForTesting",
    "TestingDone",
]

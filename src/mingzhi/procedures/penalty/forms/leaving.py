"""Input of what follows from other matters; the reaction that entails it gives it, nobody types it."""

from __future__ import annotations

from django import forms

from mingzhi.core.engine.forms import ActionForm


class LeaveToPolice(ActionForm):
    police = forms.CharField(label="公安机关", max_length=100)
    notice = forms.CharField(label="立案通知书文号", max_length=100)

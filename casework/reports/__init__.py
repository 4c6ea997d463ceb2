"""Figures for those who lead: of many people together, and never of so few that one could be known."""

from casework.reports.in_work import InWork, Month, Sustained, in_work
from casework.reports.rules import Share

__all__ = ["InWork", "Month", "Share", "Sustained", "in_work"]

"""Keeping no longer than was said, and answering what people ask about their own data."""

from casework.privacy.erasing import Erased, erase
from casework.privacy.exporting import export
from casework.privacy.models import DataRequest
from casework.privacy.requests import acknowledge, complete, open_requests, request

__all__ = ["DataRequest", "Erased", "acknowledge", "complete", "erase", "export", "open_requests", "request"]

"""Keeping no longer than was said, and answering what people ask about their own data."""

from casework.privacy.models import DataRequest
from casework.privacy.requests import acknowledge, complete, open_requests, request

__all__ = ["DataRequest", "acknowledge", "complete", "open_requests", "request"]

"""Errors that have a meaning to the person outside; doors turn each into one plain answer."""


class HandrailError(Exception):
    """Something the caller did or asked for cannot be; `status` is the HTTP answer it maps to."""

    status = 400


class NotFound(HandrailError):
    status = 404


class NotAllowed(HandrailError):
    status = 401


class Conflict(HandrailError):
    status = 409


class Unreadable(HandrailError):
    status = 422


class TooLong(HandrailError):
    status = 413


class TooMany(HandrailError):
    """Asked too often; `headers` says after how many seconds to try again."""

    status = 429

    def __init__(self, detail: str, retry_after: int) -> None:
        super().__init__(detail)
        self.headers = {"Retry-After": str(retry_after)}

"""A provider's settings are all there or none: half of them must not look like sending."""

import pytest
from pydantic import ValidationError

from casework.outbox.settings import OutboxSettings


@pytest.mark.parametrize("name", ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM", "SMTP_HOST", "SMTP_FROM"])
def test_half_a_provider_is_a_fault(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"HANDRAIL_{name}", "something")
    with pytest.raises(ValidationError, match="belong together"):
        OutboxSettings()


def test_none_is_a_demonstration() -> None:
    own = OutboxSettings()
    assert not own.texts_leave
    assert not own.emails_leave

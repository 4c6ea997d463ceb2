"""The providers' settings. All of one provider's, or none of them: half of them would look like sending."""

from functools import cache
from typing import Literal, Self

from pydantic import SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class OutboxSettings(BaseSettings):
    """`HANDRAIL_TWILIO_…` and `HANDRAIL_SMTP_…`. `twilio_from` is a number or a messaging service (MG…)."""

    model_config = SettingsConfigDict(env_prefix="HANDRAIL_")

    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_from: str = ""
    twilio_status_url: str = ""
    twilio_api_url: str = "https://api.twilio.com"
    twilio_timeout_seconds: float = 10.0
    twilio_settle_seconds: float = 3.0
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_from: str = ""
    smtp_tls: Literal["starttls", "implicit", "none"] = "starttls"
    smtp_timeout_seconds: float = 30.0

    @property
    def texts_leave(self) -> bool:
        return bool(self.twilio_account_sid)

    @property
    def emails_leave(self) -> bool:
        return bool(self.smtp_host)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        twilio = (self.twilio_account_sid, self.twilio_auth_token.get_secret_value(), self.twilio_from)
        if any(twilio) and not all(twilio):
            raise ValueError("HANDRAIL_TWILIO_ACCOUNT_SID, _AUTH_TOKEN and _FROM belong together")
        if bool(self.smtp_host) != bool(self.smtp_from):
            raise ValueError("HANDRAIL_SMTP_HOST and HANDRAIL_SMTP_FROM belong together")
        return self


@cache
def outbox_settings() -> OutboxSettings:
    return OutboxSettings()

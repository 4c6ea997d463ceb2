"""The providers' settings. All of one provider's, or none of them: half of them would look like sending."""

from functools import cache
from typing import Literal, Self

from pydantic import SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from casework.base.settings import settings


class OutboxSettings(BaseSettings):
    """`HANDRAIL_TWILIO_…`, `HANDRAIL_NOTIFY_…` and `HANDRAIL_SMTP_…`.

    `twilio_from` is a messaging service (MG…), or our numbers with commas between them. `twilio_status_url`: where Twilio
    tells what became of a text, where that is not our own door below HANDRAIL_PUBLIC_URL.
    `notify_template_id`: a text template that is ((text)) alone. `notify_callback_token`: what Notify shows when it
    calls us. `sending_lease_seconds` is longer than any call to a provider can last, so that nobody looks up what is
    still being sent.
    """

    model_config = SettingsConfigDict(env_prefix="HANDRAIL_")

    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_from: str = ""
    twilio_status_url: str = ""
    twilio_api_url: str = "https://api.twilio.com"
    twilio_timeout_seconds: float = 10.0
    twilio_settle_seconds: float = 3.0
    notify_api_key: SecretStr = SecretStr("")
    notify_template_id: str = ""
    notify_sender_id: str = ""
    notify_callback_token: SecretStr = SecretStr("")
    notify_api_url: str = "https://api.notifications.service.gov.uk"
    notify_timeout_seconds: float = 10.0
    sending_lease_seconds: int = 300
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_from: str = ""
    smtp_tls: Literal["starttls", "implicit", "none"] = "starttls"
    smtp_timeout_seconds: float = 30.0

    @property
    def texts_leave(self) -> bool:
        return bool(self.twilio_account_sid or self.notify_template_id)

    @property
    def senders(self) -> list[str]:
        return [one.strip() for one in self.twilio_from.split(",")]

    @property
    def status_url(self) -> str:
        """Where Twilio tells what became of a text; nowhere while we do not know how the world reaches us."""
        public = settings().public_url.rstrip("/")
        return self.twilio_status_url or (f"{public}/sms/status" if public else "")

    @property
    def twilio_accounts_url(self) -> str:
        """Where Twilio keeps its list of who wants no texts: https://accounts. where its texts are https://api."""
        return self.twilio_api_url.replace("//api.", "//accounts.", 1)

    @property
    def is_service(self) -> bool:
        return self.twilio_from.startswith("MG")

    @property
    def emails_leave(self) -> bool:
        return bool(self.smtp_host)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        twilio = (self.twilio_account_sid, self.twilio_auth_token.get_secret_value(), self.twilio_from)
        if any(twilio) and not all(twilio):
            raise ValueError("HANDRAIL_TWILIO_ACCOUNT_SID, _AUTH_TOKEN and _FROM belong together")
        notify = (self.notify_api_key.get_secret_value(), self.notify_template_id)
        if any(notify) and not all(notify):
            raise ValueError("HANDRAIL_NOTIFY_API_KEY and _TEMPLATE_ID belong together")
        if all(twilio) and all(notify):
            raise ValueError("texts go by HANDRAIL_TWILIO_… or by HANDRAIL_NOTIFY_…, not by both")
        if bool(self.smtp_host) != bool(self.smtp_from):
            raise ValueError("HANDRAIL_SMTP_HOST and HANDRAIL_SMTP_FROM belong together")
        return self


@cache
def outbox_settings() -> OutboxSettings:
    return OutboxSettings()

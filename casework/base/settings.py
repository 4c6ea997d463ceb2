"""Settings from the environment; `make run` sets those it can work out by itself."""

from functools import cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[2]


class Settings(BaseSettings):
    """`HANDRAIL_HOME` and the like; `DATABASE_URL` and `PORT` keep their common names.

    `public_url` is where the world reaches us, such as https://help.example: behind a proxy we cannot see it.
    """

    model_config = SettingsConfigDict(env_prefix="HANDRAIL_")

    home: Path = Path(".handrail")
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    public_url: str = ""
    port: int = Field(default=8000, validation_alias="PORT")
    council: Path = ROOT / "council.yml"
    assistant_url: str = "http://127.0.0.1:5005"
    assistant_token: SecretStr = SecretStr("")
    assistant_timeout_seconds: float = 20.0
    lease_seconds: float = 45.0
    secure_cookies: bool = False

    @property
    def public_address(self) -> str:
        """Where people reach these pages, without a slash at its end; this machine where nothing is set."""
        return self.public_url.rstrip("/") or f"http://localhost:{self.port}"


@cache
def settings() -> Settings:
    return Settings()

"""`HANDRAIL_HOME`: what this machine keeps between runs, and the secrets its processes share."""

import json
import os
import secrets
from pathlib import Path


class Home:
    """Paths below the home folder, made on first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.bot_env = self.folder / "bot-env"
        self.encoder = self.folder / "encoder"
        self.models = self.folder / "models"
        self.database = self.folder / "database"
        self.assets = self.folder / "assets"
        self.assistant_url = self.folder / "assistant-url"

    @property
    def bot_python(self) -> Path:
        return self.bot_env / "bin" / "python"

    def secret(self, name: str) -> str:
        """A random secret that stays the same between runs, readable by this account only."""
        file = self.folder / "secrets.json"
        known: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
        if name not in known:
            known[name] = secrets.token_urlsafe(32)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as target:
                json.dump(known, target)
        return known[name]

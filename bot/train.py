"""`python -m bot.train` trains what the repository holds into HANDRAIL_HOME/models and prints the model's path.

The file is named by the hash of all it was made from, so nothing is trained twice. Where only words changed,
Rasa's own cache in the home folder spares the understanding.
"""

import hashlib
import logging
import os
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = Path(os.environ.get("HANDRAIL_HOME", ".handrail")).resolve()
SOURCES = ("config.yml", "domain.yml", "domain/*.yml", "data/nlu/**/*.yml", "data/rules/*.yml", "data/stories/*.yml")
CODE = ("bot/components/*.py", "bot/requirements.lock", "encoder/*.py", "encoder/adapter.npz", "data/patterns/*.jsonl")


def fingerprint() -> str:
    digest = hashlib.sha256()
    for pattern in (*SOURCES, *CODE):
        for file in sorted(ROOT.glob(pattern)):
            digest.update(f"{file.relative_to(ROOT)}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def train(name: str) -> Path:
    os.environ.setdefault("RASA_CACHE_DIRECTORY", str(HOME / "rasa-cache"))
    os.environ["TQDM_DISABLE"] = "1"
    from rasa.model_training import train as rasa_train  # noqa: PLC0415 - takes seconds, and reads the settings above
    from rasa.utils.common import configure_logging_and_warnings  # noqa: PLC0415
    from rasa.utils.log_utils import configure_structlog  # noqa: PLC0415

    configure_logging_and_warnings(logging.WARNING)
    configure_structlog(logging.WARNING)
    warnings.simplefilter("ignore")
    print("training the assistant; this takes a minute or two", flush=True)
    result = rasa_train(
        domain=str(ROOT / "domain.yml"),
        config=str(ROOT / "config.yml"),
        training_files=[str(ROOT / "data" / part) for part in ("nlu", "rules", "stories")],
        output=str(HOME / "models"),
        fixed_model_name=name,
    )
    if result.code or not result.model:
        raise SystemExit(f"training failed with code {result.code}")
    return Path(result.model)


def main() -> None:
    name = fingerprint()
    model = HOME / "models" / f"{name}.tar.gz"
    print(model if model.exists() else train(name))


if __name__ == "__main__":
    main()
